// Looks for new messages on the lobby's phone, whose bank runs on real time.

const EVERY = 3000; // milliseconds

setInterval(async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const [shown, latest] = [document, page].map((from) => from.getElementById("messages"));
  if (latest && latest.innerHTML !== shown.innerHTML) shown.replaceChildren(...latest.childNodes);
}, EVERY);
