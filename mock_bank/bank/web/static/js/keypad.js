// The on-screen keypad types into its field; the field takes the keyboard as well (domain: Screens).

const keypad = document.querySelector(".keypad");
const field = document.getElementById(keypad.dataset.field);
const news = keypad.querySelector("[aria-live]");

const ACTIONS = {
  erase: (text) => text.slice(0, -1),
  clear: () => "",
};
const type = (digit) => (text) => (text.length < keypad.dataset.digits ? text + digit : text);

for (const key of keypad.querySelectorAll("button")) {
  const change = ACTIONS[key.dataset.action] ?? type(key.value);
  key.addEventListener("click", () => {
    field.value = change(field.value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    news.textContent = `${field.value.length}자리 입력됨`;
  });
  key.disabled = false;
}
