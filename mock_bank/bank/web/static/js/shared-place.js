// Stores something on the device. In a place that others can reach the device does not, unless the customer knows it.

import { device } from "./http.js";

const dialog = document.getElementById("shared-place");

// Who would rather choose another place leaves the device's refusal, shared-place, as it is.
export async function store(path, body) {
  try {
    return await device.post(path, body);
  } catch (refusal) {
    if (refusal.code !== "shared-place" || !(await knowingly(refusal.message))) throw refusal;
    return device.post(path, { ...body, knowingly: true });
  }
}

function knowingly(words) {
  document.getElementById("shared-place-text").textContent = words;
  dialog.returnValue = ""; // what Esc leaves
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "store"), { once: true });
  });
}
