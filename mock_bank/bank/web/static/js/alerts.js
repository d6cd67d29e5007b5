// The notices at the top of the page that say what went wrong.

const place = document.getElementById("alerts");
const template = document.getElementById("alert-template");

// A part without text is left out. onRetry is what the button "다시 시도" does; without it there is no button.
export function showAlert({ code, title, text, remedy, reference, service, centre_first: centreFirst }, onRetry) {
  clearAlerts();
  const alert = template.content.cloneNode(true).firstElementChild;
  const part = (name) => alert.querySelector(`[data-part="${name}"]`);
  if (code) alert.dataset.errorCode = code;
  for (const [name, words] of Object.entries({ title, text, remedy, reference })) {
    if (words) (part(name).querySelector("strong") ?? part(name)).textContent = words;
    else part(name).remove();
  }
  if (centreFirst) {
    alert.dataset.centreFirst = "";
    part("centre").append(part("reference"));
  } else part("centre").remove();
  if (service) Object.assign(part("service"), { href: service.url, textContent: service.title });
  else part("service").remove();
  if (code || onRetry) offerWays(part("ways").querySelector("button"), centreFirst, onRetry);
  else part("ways").remove();
  place.append(alert);
  alert.scrollIntoView({ block: "nearest" });
  return alert;
}

function offerWays(button, centreFirst, onRetry) {
  button.classList.toggle("button--second", Boolean(centreFirst));
  if (onRetry) button.addEventListener("click", onRetry);
  else button.remove();
}

export const showRefusal = ({ said }, onRetry) => {
  const alert = showAlert({ ...said, code: said.code ?? said.error, title: said.title ?? said.message }, onRetry);
  alert.querySelector("button")?.focus();
};

// Which: a selector, where not all of them.
export function clearAlerts(which = "*") {
  for (const alert of place.querySelectorAll(`:scope > ${which}`)) alert.remove();
}
