// A certificate signs the page's challenge, and the form takes certificate and signature to the bank.

import { chooseCertificate } from "./dialog.js";
import { onPress } from "./press.js";

const button = document.querySelector("button[data-challenge]");
const form = document.getElementById("signed");

onPress(button, async () => {
  const choice = await chooseCertificate(button.dataset.challenge);
  if (!choice) return;
  form.elements.certificate.value = choice.signed.certificate;
  form.elements.signature.value = choice.signed.signature;
  form.submit();
});
