// What is wrong is said at each field and in a summary, by the server's pages and by these; it is taken back as soon as the
// customer changes the entry.

import { clearAlerts, showAlert } from "./alerts.js";

export function clearFieldErrors(form) {
  clearAlerts();
  for (const message of form.querySelectorAll(".field__error")) unmark(message);
}

// errors: [{control, label, message}], in the order of the page; the first takes the focus. A code says who refused them:
// then there is somebody to ask.
export function showFieldErrors(errors, code) {
  const list = document.createElement("ul");
  for (const { control, label, message } of errors) {
    mark(control, message);
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = `${label}: ${message}`;
    link.addEventListener("click", (event) => { event.preventDefault(); focusIn(control); });
    list.appendChild(document.createElement("li")).append(link);
  }
  const alert = showAlert({ code, title: "입력한 내용을 확인해 주세요" });
  alert.append(list);
  if (code) alert.after(alert.querySelector("[data-part=ways]")); // the summary itself leads to fields only
  focusIn(errors[0].control);
}

function mark(control, message) {
  const words = document.createElement("p");
  words.id = `${control.id}-error`;
  words.className = "field__error";
  words.textContent = message;
  control.closest(".field").append(words);
  if (control.tagName !== "BUTTON") control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", `${control.getAttribute("aria-describedby") ?? ""} ${words.id}`.trim());
}

const controlOf = (message) => document.getElementById(message.id.replace(/-error$/, ""));

function unmark(message) {
  const control = controlOf(message);
  control.removeAttribute("aria-invalid");
  const described = control.getAttribute("aria-describedby").split(" ").filter((id) => id !== message.id).join(" ");
  if (described) control.setAttribute("aria-describedby", described);
  else control.removeAttribute("aria-describedby");
  message.remove();
}

// What was said at the field of that id counts no more; with the last one the summary goes.
export function takeBack(id) {
  const message = document.getElementById(`${id}-error`);
  if (!message) return;
  unmark(message);
  const entry = document.querySelector(`#alerts a[href="#${id}"]`)?.closest("li");
  const summary = entry?.closest(".notice");
  entry?.remove();
  if (summary && !summary.querySelector("li")) clearAlerts();
}

// data-with: the field whose message may as well be about this one.
function changed({ target }) {
  const message = target.closest(".field")?.querySelector(".field__error");
  if (message) takeBack(controlOf(message).id);
  if (target.dataset.with) takeBack(target.dataset.with);
}

for (const event of ["input", "change"]) document.addEventListener(event, changed);

const focusIn = (control) => (control.matches("fieldset") ? control.querySelector("input") : control).focus();
