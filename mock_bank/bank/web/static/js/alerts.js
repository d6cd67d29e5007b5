// The notices at the top of the page that say what went wrong.

const place = document.getElementById("alerts");
const template = document.getElementById("alert-template");

// A part without text is left out. The node is returned so that a page can add what it offers.
export function showAlert({ code, title, text, remedy, reference }) {
  clearAlerts();
  const alert = template.content.cloneNode(true).firstElementChild;
  if (code) alert.dataset.errorCode = code;
  for (const [name, words] of Object.entries({ title, text, remedy, reference })) {
    const part = alert.querySelector(`[data-part="${name}"]`);
    if (words) (part.querySelector("strong") ?? part).textContent = words;
    else part.remove();
  }
  place.append(alert);
  alert.scrollIntoView({ block: "nearest" });
  return alert;
}

export const showRefusal = ({ code, title, message, remedy, reference }) =>
  showAlert({ code, title: title ?? message, text: title && message, remedy, reference });

export const clearAlerts = () => place.replaceChildren();
