// Has the customer sign the text that stands on the page, and sends the signed document to the bank.

import { chooseCertificate, signDocument } from "./dialog.js";
import { onPress } from "./press.js";

const form = document.getElementById("transfer");
const shown = document.getElementById("text-to-sign");

onPress(document.getElementById("sign"), async () => {
  const choice = await chooseCertificate(shown.textContent, signDocument);
  if (!choice) return;
  form.elements.document.value = choice.signed.signed;
  form.submit();
});
