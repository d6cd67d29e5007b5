// Sends the code to the customer's phone and counts down how long it holds.

import { clockText, countDown } from "./countdown.js";
import { takeBack } from "./fields.js";
import { onPress } from "./press.js";
import { patiently } from "./waiting.js";
import { say } from "./words.js";

const phone = document.getElementById("phone");
const button = phone.querySelector("button");
const status = phone.querySelector("[role=status]");
const timer = phone.querySelector("[role=timer]");
const clock = phone.querySelector("[data-clock]");
let stop = () => {};

function start(seconds) {
  stop();
  timer.hidden = false;
  stop = countDown(seconds, (left) => {
    clock.textContent = clockText(left);
    if (left === 0) say(status, "인증번호의 유효 시간이 지났습니다. 인증번호를 다시 받아 주세요.");
  });
}

if (phone.dataset.seconds) start(Number(phone.dataset.seconds));

onPress(button, async () => {
  const { seconds, to } = await patiently(button.dataset.url, {}, () => {
    say(status, "인증번호를 보내고 있습니다.");
  });
  // Once a code is on its way, the number that it went to stays as it is.
  phone.querySelector("[data-part=unsent]").hidden = true;
  button.textContent = "인증번호 다시 받기";
  say(status, `${to} 번호로 인증번호를 보냈습니다.`);
  start(seconds);
  takeBack("sms_code"); // it was about the code before
  document.getElementById("sms_code").focus();
});
