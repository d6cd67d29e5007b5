// A file becomes a certificate on the device. Here it is only read: what is in it, the device alone can tell.

import { chosenPlace, complaint, newPassword, noPlace, placeLabel, value } from "./entries.js";
import { Refusal } from "./http.js";
import { keep } from "./keeping.js";
import { store } from "./shared-place.js";

const LARGEST = 64 * 1024; // bytes: many times a certificate and its key

const FILE = ["file", "인증서 파일"];
const FILE_PASSWORD = ["file-password", "파일 비밀번호"];
const PASSWORD = ["new-password", "새 인증서 비밀번호"];

const chosenFile = () => document.getElementById("file").files[0];

function fileComplaint() {
  if (!chosenFile()) return "가져올 인증서 파일을 선택해 주세요.";
  if (chosenFile().size > LARGEST) return "인증서 파일로는 너무 큽니다. 내보내기로 만든 파일인지 확인해 주세요.";
  return null;
}

async function content() {
  try {
    return btoa(String.fromCharCode(...new Uint8Array(await chosenFile().arrayBuffer())));
  } catch {
    const message = "파일을 읽지 못했습니다. 파일이 그 자리에 있는지 확인하고 다시 선택해 주세요.";
    throw new Refusal({ error: "unreadable-file", message }, "browser");
  }
}

keep({
  complaints: () => [
    ...(fileComplaint() ? [complaint(...FILE, fileComplaint())] : []),
    ...(value("file-password") ? [] : [complaint(...FILE_PASSWORD, "파일 비밀번호를 입력해 주세요.")]),
    ...newPassword(...PASSWORD),
    ...noPlace("저장 위치", "인증서를 저장할 위치를 선택해 주세요."),
  ],
  async act() {
    const imported = await store("/imports", {
      file: await content(),
      file_password: value("file-password"),
      password: value("new-password"),
      place: chosenPlace(),
    });
    return { ...imported, place: placeLabel(imported.place) };
  },
  atFields: {
    "unreadable-file": FILE,
    "broken-file": FILE,
    "unsupported-file": FILE,
    "too-large": FILE,
    "foreign-certificate": FILE,
    "wrong-file-password": FILE_PASSWORD,
    "weak-password": PASSWORD,
  },
});
