"use strict";

const root = document.documentElement;
const form = document.querySelector(".filters");
// Not those among what went wrong: they are told first, whatever is asked for below.
const claims = [...document.querySelectorAll(".claim[data-state]")];
const count = {
  en: (shown) => `${shown} of ${claims.length} shown`,
  ko: (shown) => `${claims.length}개 중 ${shown}개 표시`,
};

function speak(language) {
  root.lang = language;
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  for (const option of document.querySelectorAll("option[data-en]")) {
    option.textContent = option.dataset[language];
  }
  filter();
}

function filter() {
  const states = new FormData(form).getAll("state");
  const { chapter, text } = form.elements;
  const words = text.value.trim().toLowerCase();
  const matches = (claim) =>
    (!states.length || states.includes(claim.dataset.state)) &&
    (!chapter.value || chapter.value === claim.dataset.chapter) &&
    (!words || claim.textContent.toLowerCase().includes(words));

  for (const claim of claims) claim.hidden = !matches(claim);
  for (const section of document.querySelectorAll(".chapter")) {
    section.hidden = !section.querySelector(".claim:not([hidden])");
  }
  const shown = claims.filter((claim) => !claim.hidden).length;
  document.querySelector(".nothing").hidden = shown > 0;
  document.querySelector(".found").textContent = count[root.lang](shown);
}

function unfold(open) {
  for (const details of document.querySelectorAll(".claim:not([hidden]) details")) details.open = open;
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    speak(button.dataset.language);
    // So that it stays after a reload, and goes with the link.
    history.replaceState(null, "", `?lang=${root.lang}${location.hash}`);
  });
}
for (const button of document.querySelectorAll("[data-open]")) {
  button.addEventListener("click", () => unfold(button.dataset.open === "true"));
}
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());

for (const link of document.querySelectorAll("[data-same-as]")) {
  const image = new Image();
  image.src = document.getElementById(link.dataset.sameAs).src;
  image.alt = link.textContent;
  link.replaceWith(image);
}

function localTime(written) {
  const at = new Date(written);
  const [month, day, hour, minute] = [at.getMonth() + 1, at.getDate(), at.getHours(), at.getMinutes()].map(
    (number) => String(number).padStart(2, "0"),
  );
  return `${month}-${day} ${hour}:${minute}`;
}

for (const time of document.querySelectorAll("time")) {
  const year = /^\d{4}-/.test(time.textContent) ? `${new Date(time.dateTime).getFullYear()}-` : "";
  time.textContent = year + localTime(time.dateTime);
}
for (const dot of document.querySelectorAll("[data-started]")) {
  dot.title = `${localTime(dot.dataset.started)} ${dot.title}`;
}

const wanted = new URLSearchParams(location.search).get("lang") ?? navigator.language;
speak(wanted.startsWith("ko") ? "ko" : "en");
