// The certificate dialog. It asks the device which certificates the customer has, and has one of them sign: that proves
// the password. The password goes to the device alone; it is never part of a form.

import { showAlert } from "./alerts.js";
import { device, Refusal } from "./http.js";

const TRIES = 3;
const STATES = { valid: "사용 중", expired: "만료" }; // the device knows dates, not what the authority has since done

const dialog = document.getElementById("certificate-dialog");
const part = (name) => dialog.querySelector(`[data-part="${name}"]`);
const rows = part("table").tBodies[0];
const password = document.getElementById("dialog-password");

let places, sign, certificates, wrongTries, choice;

const signData = (chosen, data) => device.post("/signatures", { ...chosen, data });
export const signDocument = (chosen, text) => device.post("/documents", { ...chosen, text });

// Gives {place, placeLabel, certificate, password, signed: the device's answer}, or null when the customer closed the
// dialog. What is signed is data (base64), or with signDocument a text.
export async function chooseCertificate(content, by = signData) {
  ({ places } = await device.get("/places"));
  sign = (chosen) => by(chosen, content);
  choice = null;
  wrongTries = 0;
  clear();
  part("places").replaceChildren(...places.map(placeChoice));
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(take()), { once: true }));
}

function take() {
  const taken = choice;
  choice = null;
  clear();
  return taken;
}

function clear() {
  password.value = "";
  certificates = [];
  rows.replaceChildren();
  part("table").hidden = true;
  part("note").textContent = "";
  part("found").textContent = "저장 위치를 먼저 선택해 주세요.";
  complain();
}

function placeChoice({ id, label, note }) {
  const node = part("place-template").content.cloneNode(true);
  const radio = node.querySelector("input");
  radio.value = id;
  node.querySelector("span").textContent = label;
  radio.addEventListener("change", () => saying(() => list(id, note)));
  return node;
}

async function list(place, note) {
  const answer = await device.get(`/places/${place}/certificates`);
  if (place !== chosenPlace()) return; // the customer has gone on to another place meanwhile
  certificates = answer.certificates;
  part("note").textContent = note;
  rows.replaceChildren(...certificates.map(certificateRow));
  part("table").hidden = certificates.length === 0;
  part("found").textContent = certificates.length
    ? `이 위치의 인증서 ${certificates.length}개`
    : "이 위치에는 인증서가 없습니다.";
}

function certificateRow(certificate) {
  const node = part("row-template").content.cloneNode(true);
  const { id, holder, kind_label, not_after, state } = certificate;
  const radio = node.querySelector("input");
  radio.value = id;
  radio.setAttribute("aria-label", `${holder} ${kind_label} ${not_after}`);
  const shown = { ...certificate, state_label: STATES[state] };
  for (const cell of node.querySelectorAll("[data-cell]")) cell.textContent = shown[cell.dataset.cell];
  node.querySelector(".state").classList.add(`state--${state}`);
  return node;
}

const labelOf = (place) => places.find(({ id }) => id === place).label;
const checked = (name) => dialog.querySelector(`input[name="${name}"]:checked`)?.value;
const chosenPlace = () => checked("dialog-place");
const chosenCertificate = () => certificates.find(({ id }) => id === checked("dialog-certificate"));

async function confirm() {
  const [place, certificate] = [chosenPlace(), chosenCertificate()];
  const missing = [
    ...(certificate ? [] : [["인증서를 선택해 주세요.", rows.querySelector("input") ?? dialog.querySelector("input")]]),
    ...(password.value ? [] : [["인증서 비밀번호를 입력해 주세요.", password]]),
  ];
  if (missing.length) return complain(missing.map(([words]) => words).join(" "), ...missing.map(([, control]) => control));
  const secret = password.value;
  const signed = await sign({ place, certificate: certificate.id, password: secret });
  choice = { place, placeLabel: labelOf(place), certificate, password: secret, signed };
  dialog.close();
}

function wrongPassword() {
  wrongTries += 1;
  const words = `인증서 비밀번호가 맞지 않습니다. (${wrongTries}/${TRIES})`;
  password.value = "";
  if (wrongTries < TRIES) return complain(words, password);
  dialog.close();
  const remedy = "인증서 선택 창을 닫았습니다. 비밀번호를 확인한 뒤 다시 열어 주세요. 잊어버렸으면 인증서를 새로 발급받아 주세요.";
  const service = { title: dialog.dataset.issueTitle, url: dialog.dataset.issueUrl };
  showAlert({ code: "wrong-password", title: words, remedy, service });
}

async function saying(action) {
  complain();
  part("confirm").disabled = true;
  try {
    await action();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.code === "wrong-password") wrongPassword();
    else complain(refusal.message, part("confirm"));
  } finally {
    part("confirm").disabled = false;
  }
}

// Says what is wrong with the controls and brings the customer to the first; without words it takes the last complaint back.
function complain(words, ...controls) {
  part("problem").replaceChildren();
  password.removeAttribute("aria-invalid");
  password.removeAttribute("aria-describedby");
  if (!words) return;
  const alert = document.createElement("p");
  alert.id = "dialog-problem";
  alert.className = "notice notice--bad";
  alert.setAttribute("role", "alert");
  alert.textContent = words;
  part("problem").append(alert);
  if (controls.includes(password)) {
    password.setAttribute("aria-invalid", "true");
    password.setAttribute("aria-describedby", alert.id);
  }
  part("confirm").disabled = false;
  controls[0].focus();
}

dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  saying(confirm);
});
for (const event of ["input", "change"]) dialog.addEventListener(event, () => complain());
part("cancel").addEventListener("click", () => dialog.close());
