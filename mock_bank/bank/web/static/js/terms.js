// "모두 동의" ticks all the terms, and is ticked when all are.

const all = document.getElementById("agree-to-all");
const terms = [...document.querySelectorAll("#terms input")].filter((box) => box !== all);

const follow = () => { all.checked = terms.every((box) => box.checked); };

all.addEventListener("change", () => { for (const box of terms) box.checked = all.checked; });
for (const box of terms) box.addEventListener("change", follow);
follow();
all.disabled = false;
