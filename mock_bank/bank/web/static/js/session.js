// The time left until automatic sign-out, the warning at the last minute, and the extension. Each answer of the bank starts
// the time anew: this page itself, what its scripts are answered, and what the visit's other tabs are.

import { clockText, countDown } from "./countdown.js";
import { bank } from "./http.js";
import { onPress } from "./press.js";

const LAST_MINUTE = 60;

const session = document.getElementById("session");
const clock = session.querySelector("[data-clock]");
const news = session.querySelector("[aria-live]");
const otherTabs = new BroadcastChannel("bank-answered");
let warning = null;
let stop = () => {};

function startAnew() {
  stop();
  warning?.remove();
  warning = null;
  session.classList.remove("session__time--ending");
  stop = countDown(Number(session.dataset.seconds), show);
}

function answered() {
  startAnew();
  otherTabs.postMessage("answered");
}

function show(left) {
  clock.textContent = clockText(left).padStart(5, "0");
  if (left <= LAST_MINUTE && !warning) warn();
  // The bank has ended the session: asked for anew, the page leads to sign-in and says why.
  if (left === 0) location.assign(location.pathname);
}

function warn() {
  warning = document.createElement("p");
  warning.className = "session__warning";
  warning.setAttribute("role", "alert");
  warning.textContent = "1분 뒤 자동으로 로그아웃됩니다";
  session.prepend(warning);
  session.classList.add("session__time--ending");
}

answered();
addEventListener("bank-answered", answered);
otherTabs.addEventListener("message", startAnew);

onPress(session.querySelector("button"), async () => {
  await bank.post(session.dataset.extendUrl);
  news.textContent = "로그인 시간을 연장했습니다.";
});
