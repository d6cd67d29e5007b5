"use strict";

const root = document.documentElement;
const form = document.querySelector(".filters");
const claims = [...document.querySelectorAll(".claim")];
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

for (const image of document.querySelectorAll("[data-same-as]")) {
  image.src = document.getElementById(image.dataset.sameAs).src;
}

const wanted = new URLSearchParams(location.search).get("lang") ?? navigator.language;
speak(wanted.startsWith("ko") ? "ko" : "en");
