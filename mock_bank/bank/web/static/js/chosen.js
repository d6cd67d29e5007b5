// The certificate that a page's button "인증서 선택" brings from the dialog, until the form is reset.

import { chooseCertificate } from "./dialog.js";
import { complaint } from "./entries.js";
import { takeBack } from "./fields.js";
import { onPress } from "./press.js";
import { say } from "./words.js";

const CERTIFICATE = ["certificate", "인증서"];

const { form } = document.getElementById("certificate");
const words = form.querySelector("[data-part=chosen]");

let choice = null;

// request: what the device needs to know of it; facts: what a notice can say; signed: the page's challenge, if it has one.
export const chosen = () => choice;
export const noChoice = () => (choice ? [] : [complaint(...CERTIFICATE, "인증서를 선택해 주세요.")]);

// By the device's errors: what the dialog saw is no longer so.
export const AT_CHOICE = { "no-such-certificate": CERTIFICATE, "wrong-password": CERTIFICATE };

onPress(form.elements.certificate, async () => {
  const made = await chooseCertificate(form.dataset.challenge ?? "");
  if (!made) return;
  const { place, placeLabel, certificate, password, signed } = made;
  choice = {
    request: { place, certificate: certificate.id, password },
    facts: { ...certificate, place: placeLabel },
    signed,
  };
  say(words, `선택한 인증서: ${certificate.holder} ${certificate.not_after} (${placeLabel})`);
  takeBack(CERTIFICATE[0]);
});

form.addEventListener("reset", () => {
  choice = null;
  words.textContent = "";
});
