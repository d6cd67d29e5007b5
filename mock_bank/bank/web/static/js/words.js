// Puts words into an element, with every number in them held together on one line, as the server's pages do.

const NUMBER = /(\d+(?:[-–:,.][\d*]+)+(?:원|으로|로)?)/;

export function say(element, words) {
  element.replaceChildren(...words.split(NUMBER).map((part, at) => (at % 2 ? number(part) : part)));
}

function number(text) {
  const span = document.createElement("span");
  span.className = "digits";
  span.textContent = text;
  return span;
}
