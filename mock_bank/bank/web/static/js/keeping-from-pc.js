// The bank hands the encrypted file out once; the device opens it. Who mistypes the password needs no other number.

import { chosenPlace, complaint, noPlace, placeLabel, value } from "./entries.js";
import { bank } from "./http.js";
import { keep } from "./keeping.js";
import { store } from "./shared-place.js";

const NUMBER = ["relay-number", "승인번호"];
const PASSWORD = ["certificate-password", "인증서 비밀번호"];
const { dataset } = document.getElementById("keeping");

let fetched = {}; // the file that came for a number

const digits = () => value("relay-number").replace(/\D/g, "");

async function file() {
  const number = digits();
  fetched = number in fetched ? fetched : { [number]: (await bank.post(dataset.fetchUrl, { number })).file };
  return fetched[number];
}

keep({
  complaints: () => [
    ...(digits().length === 12 ? [] : [complaint(...NUMBER, "승인번호 숫자 12자리를 입력해 주세요.")]),
    ...(value("certificate-password") ? [] : [complaint(...PASSWORD, "인증서 비밀번호를 입력해 주세요.")]),
    ...noPlace("저장 위치", "인증서를 저장할 위치를 선택해 주세요."),
  ],
  async act() {
    const password = value("certificate-password");
    const content = { file: await file(), file_password: password, password, place: chosenPlace() };
    const imported = await store("/imports", content);
    return { ...imported, place: placeLabel(imported.place) };
  },
  atFields: { "wrong-file-password": PASSWORD, "weak-password": PASSWORD },
});
