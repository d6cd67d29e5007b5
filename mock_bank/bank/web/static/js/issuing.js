// Issues the new certificate. Four parties' commits lie between the button and the result; whatever breaks, trying again
// goes on from the last one. Passwords live in this page's memory and go to the device alone.

import { clearAlerts, showRefusal } from "./alerts.js";
import { chooseCertificate } from "./dialog.js";
import { chosenPlace, complaint, focusPlace, newPassword, noPlace, value } from "./entries.js";
import { clearFieldErrors, showFieldErrors, takeBack } from "./fields.js";
import { bank, device, Refusal } from "./http.js";
import { onPress } from "./press.js";
import { store as storeOnDevice } from "./shared-place.js";
import { patiently } from "./waiting.js";
import { say } from "./words.js";

const form = document.getElementById("issuing");
const part = (name) => form.querySelector(`[data-part="${name}"]`);
const entries = part("entries");
const button = part("go");
const { challenge, subject, registrationUrl, issueUrl, storedUrl, deviceErrorUrl, waitingWords } = form.dataset;

const renewal = { key: form.dataset.key, certificate: form.dataset.certificate };

const STEPS = [
  { words: "새 개인키를 만들고 있습니다", run: makeKey },
  { words: "발급을 등록하고 있습니다", run: register },
  { words: "인증서를 발급받고 있습니다", run: issue },
  { words: "인증서를 저장하고 있습니다", run: store },
  { words: "인증서를 저장하고 있습니다", run: report },
];
const at = (run) => STEPS.findIndex((one) => one.run === run);
const FIRST_STEP = { identified: at(makeKey), registered: at(issue), issued: at(store) };
let step = FIRST_STEP[form.dataset.state];

async function makeKey() {
  const { place, old, password } = renewal;
  const whose = subject ? { subject } : { old, challenge }; // a certificate issued anew has no old one to sign for it
  Object.assign(renewal, await storeOnDevice("/keys", { place, password, ...whose }));
}

async function register() {
  const { key, request, signature, place } = renewal;
  await patiently(registrationUrl, { key, request, signature, place }, showWaiting);
}

async function issue() {
  Object.assign(renewal, await patiently(issueUrl, {}, showWaiting));
}

async function store() {
  const { key, certificate } = renewal;
  renewal.stored = await device.post(`/keys/${key}/certificate`, { certificate });
}

async function report() {
  const { thumbprint } = renewal.stored;
  renewal.next = (await bank.post(storedUrl, { thumbprint })).next;
}

async function goOn() {
  clearAlerts();
  lock(true);
  try {
    for (; step < STEPS.length; step += 1) {
      part("progress").textContent = STEPS[step].words;
      await STEPS[step].run();
      part("bar").hidden = true;
    }
    location.assign(renewal.next);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const said = await inTheBanksWords(refusal);
    part("progress").textContent = "";
    part("bar").hidden = true;
    lock(false);
    refused(said);
  }
}

function showWaiting() {
  part("progress").textContent = waitingWords;
  part("bar").hidden = false;
}

// What the device could not do, the bank has words and a number for. The rest is between customer and device.
const BETWEEN_THEM = ["weak-password", "wrong-password", "shared-place"];

async function inTheBanksWords(refusal) {
  if (!refusal.deviceError || BETWEEN_THEM.includes(refusal.deviceError)) return refusal;
  try {
    return await bank.post(deviceErrorUrl, { code: refusal.deviceError });
  } catch (inWords) {
    return inWords;
  }
}

// What was entered counts until it is registered; from then on the renewal is the one that the bank knows.
const registered = () => step > at(register);

function lock(running) {
  button.disabled = running;
  if (entries) entries.disabled = running || registered();
}

function refused(refusal) {
  if (refusal.code === "shared-place") return focusPlace(); // the customer would rather choose another
  if (refusal.code === "weak-password") {
    return showFieldErrors([complaint(...NEW_PASSWORD, refusal.message)]);
  }
  if (refusal.code === "DEVICE-REFUSED") step = at(issue); // what came was not the certificate: ask for it again
  if (refusal.said.leads === "stay" || refusal.code === "wrong-password") step = at(makeKey); // the entries are wrong
  showRefusal(refusal, refusal.said.leads === "start over" ? openAnew : tryAgain);
}

const openAnew = () => location.assign(location.pathname);
const tryAgain = () => (step === at(makeKey) ? start() : goOn());

const OLD_CERTIFICATE = ["old-certificate", "기존 인증서"];
const NEW_PASSWORD = ["new-password", "새 인증서 비밀번호"];

const entryErrors = () => [
  ...(renewal.old || subject ? [] : [complaint(...OLD_CERTIFICATE, "갱신할 인증서를 선택해 주세요.")]),
  ...newPassword(...NEW_PASSWORD),
  ...noPlace("저장 위치", "새 인증서를 저장할 위치를 선택해 주세요."),
];

function start() {
  if (registered()) return goOn();
  clearFieldErrors(form);
  const errors = entryErrors();
  if (errors.length) return showFieldErrors(errors);
  renewal.place = chosenPlace();
  renewal.password = value("new-password");
  step = 0;
  goOn();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  start();
});
button.disabled = false;
if (form.dataset.waiting) goOn();

if (entries && !subject) {
  onPress(document.getElementById("old-certificate"), async () => {
    const choice = await chooseCertificate(challenge);
    if (!choice) return;
    const { place, certificate, password } = choice;
    renewal.old = { place, certificate: certificate.id, password };
    say(part("chosen"), `선택한 인증서: ${certificate.holder} ${certificate.not_after}`);
    takeBack(OLD_CERTIFICATE[0]);
  });
}
