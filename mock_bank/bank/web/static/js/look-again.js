// Opens the page anew when the bank waits no longer: whatever came of it, the bank then says it.

import { patiently } from "./waiting.js";

const { url } = document.getElementById("waiting").dataset;
const openAnew = () => location.replace(location.pathname);

patiently(url, {}, () => {}).then(openAnew, openAnew);
