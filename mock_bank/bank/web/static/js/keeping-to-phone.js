// The device encrypts, the bank keeps what it cannot open, and gives a number for it.

import { AT_CHOICE, chosen, noChoice } from "./chosen.js";
import { bank, device } from "./http.js";
import { keep } from "./keeping.js";

const { dataset } = document.getElementById("keeping");

keep({
  complaints: noChoice,
  async act() {
    const { request, facts, signed } = chosen();
    const { file } = await device.post("/exports", { ...request, file_password: request.password });
    const { challenge, ...relay } = await bank.post(dataset.depositUrl, { ...signed, file });
    dataset.challenge = challenge;
    return { ...facts, ...relay };
  },
  atFields: AT_CHOICE,
});
