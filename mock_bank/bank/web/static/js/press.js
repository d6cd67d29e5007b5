// Buttons that need this script are disabled until it has come and while what they started still runs.

import { clearAlerts, showRefusal } from "./alerts.js";
import { Refusal } from "./http.js";

export function onPress(button, action) {
  button.addEventListener("click", () => alone(button, action));
  button.disabled = false;
}

export async function alone(button, action) {
  button.disabled = true;
  clearAlerts(".notice:not(:has(li))");
  try {
    await action();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    showRefusal(refusal, () => alone(button, action));
  } finally {
    button.disabled = false;
    // While disabled the button could not keep the focus, nor take it back from a dialog that closed.
    const { activeElement, body } = document;
    if (activeElement === body || !activeElement.checkVisibility()) button.focus();
  }
}
