// Shows the step that would state what is being entered at the lobby's desk, and copies what is taken along.

const copied = document.getElementById("copied");

for (const offer of document.querySelectorAll("[data-offer]")) {
  offer.addEventListener("input", async () => {
    const entries = new URLSearchParams(new FormData(offer));
    entries.delete("csrf_token");
    const step = await (await fetch(`${offer.action}?${entries}`)).json();
    for (const [language, text] of Object.entries(step)) {
      document.getElementById(`step-${offer.dataset.offer}-${language}`).textContent = text;
    }
  });
}

for (const button of document.querySelectorAll("[data-copies]")) {
  const text = document.getElementById(button.dataset.copies);
  button.setAttribute("aria-describedby", text.id);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      copied.textContent = "복사했습니다. / Copied.";
    } catch { // an address that browsers do not trust
      getSelection().selectAllChildren(text);
      copied.textContent = "선택했습니다. Ctrl+C로 복사하세요. / Selected: press Ctrl+C.";
    }
    for (const other of document.querySelectorAll("[data-copies]")) other.classList.toggle("is-done", other === button);
  });
}
