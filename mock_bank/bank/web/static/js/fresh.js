// Keeps what the lobby shows of a bank as it is there now: each part of the page that is marked data-fresh, by its id.

const EVERY = 3000; // milliseconds

setInterval(async () => {
  const latest = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  for (const shown of document.querySelectorAll("[data-fresh]")) {
    const part = latest.getElementById(shown.id);
    if (part && part.innerHTML !== shown.innerHTML) shown.replaceChildren(...part.childNodes);
  }
}, EVERY);
