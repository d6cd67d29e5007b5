// What the pages for keeping a certificate have in common: entries that are checked here, one thing that the device then
// does, and the notice that it is done.

import { complaint, focusPlace } from "./entries.js";
import { clearFieldErrors, showFieldErrors } from "./fields.js";
import { alone } from "./press.js";

const form = document.getElementById("keeping");
const button = form.querySelector("[data-part=go]");

// complaints() says what is wrong with the entries, for showFieldErrors. act() has the device do it and gives the facts
// for the notice. atFields: by the device's errors, the field [id, label] that each is said at.
export function keep({ complaints, act, atFields }) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    alone(button, start);
  });
  button.disabled = false;

  async function start() {
    clearFieldErrors(form);
    const wrong = complaints();
    if (wrong.length) return showFieldErrors(wrong);
    try {
      showDone(await act());
    } catch (refusal) {
      refused(refusal);
    }
  }

  function refused(refusal) {
    if (refusal.code === "shared-place") return focusPlace(); // the customer would rather choose another
    const field = atFields[refusal.code];
    if (!field) throw refusal;
    showFieldErrors([complaint(...field, refusal.message)], refusal.code);
  }
}

// The entries go, and passwords with them.
function showDone(facts) {
  form.reset();
  const notice = document.getElementById("done").content.cloneNode(true).firstElementChild;
  for (const fact of notice.querySelectorAll("[data-fact]")) fact.textContent = facts[fact.dataset.fact];
  document.getElementById("alerts").append(notice);
  notice.focus();
}
