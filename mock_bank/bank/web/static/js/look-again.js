// Looks every few seconds whether the bank has come to an end.

import { EVERY } from "./waiting.js";

setTimeout(() => location.replace(location.pathname), EVERY);
