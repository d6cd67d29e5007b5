import { chooseCertificate } from "./dialog.js";
import { onPress } from "./press.js";

const button = document.getElementById("sign-in");
const form = document.getElementById("sign-in-form");

onPress(button, async () => {
  const choice = await chooseCertificate(button.dataset.challenge);
  if (!choice) return;
  form.elements.certificate.value = choice.signed.certificate;
  form.elements.signature.value = choice.signed.signature;
  form.submit();
});
