// The device makes the file, the browser puts it among the customer's downloads, the bank hears that it was made.

import { AT_CHOICE, chosen, noChoice } from "./chosen.js";
import { newPassword, value } from "./entries.js";
import { bank, device, Refusal } from "./http.js";
import { keep } from "./keeping.js";

const PASSWORD = ["file-password", "파일 비밀번호"];
const { dataset } = document.getElementById("keeping");

function download({ file, name }) {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/x-pkcs12" })); // good as long as the page
  link.download = name;
  link.click();
}

// The file is made, whether the bank knows of it or not.
async function report(signed) {
  try {
    ({ challenge: dataset.challenge } = await bank.post(dataset.exportedUrl, signed));
    return "백업한 날짜를 기록했습니다.";
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return "백업한 날짜를 기록하지 못했습니다. 파일은 그대로 쓸 수 있고, 백업 안내가 다시 나올 수 있습니다.";
  }
}

keep({
  complaints: () => [...noChoice(), ...newPassword(...PASSWORD)],
  async act() {
    const { request, facts, signed } = chosen();
    const made = await device.post("/exports", { ...request, file_password: value("file-password") });
    download(made);
    return { ...facts, name: made.name, record: await report(signed) };
  },
  atFields: { ...AT_CHOICE, "weak-password": PASSWORD },
});
