import { AT_CHOICE, chosen, noChoice } from "./chosen.js";
import { complaint } from "./entries.js";
import { device } from "./http.js";
import { keep } from "./keeping.js";

const understood = document.getElementById("understood");

const notUnderstood = () =>
  understood.checked ? [] : [complaint(understood.id, "삭제 확인", "복구할 수 없음을 확인하고 체크해 주세요.")];

keep({
  complaints: () => [...noChoice(), ...notUnderstood()],
  async act() {
    const { request, facts } = chosen();
    await device.post("/deletions", request);
    return facts;
  },
  atFields: AT_CHOICE,
});
