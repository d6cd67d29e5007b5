// Says so where the browser does not find the bank, and would show a blank page: not every one knows names below localhost.

const unreachable = document.getElementById("unreachable");
const probe = new Image();
probe.addEventListener("error", () => { unreachable.hidden = false; });
probe.src = unreachable.dataset.probe;
