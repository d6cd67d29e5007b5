// "모두 동의" ticks all the terms, and is ticked when all are.

const all = document.getElementById("agree-to-all");
const terms = [...document.querySelectorAll("#terms input")].filter((box) => box !== all);

const follow = () => { all.checked = terms.every((box) => box.checked); };

all.addEventListener("change", () => {
  const { checked } = all;
  for (const box of terms) {
    box.checked = checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
for (const box of terms) box.addEventListener("change", follow);
follow();
all.disabled = false;
