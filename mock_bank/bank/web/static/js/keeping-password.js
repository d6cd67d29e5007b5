import { AT_CHOICE, chosen, noChoice } from "./chosen.js";
import { newPassword, value } from "./entries.js";
import { device } from "./http.js";
import { keep } from "./keeping.js";

const PASSWORD = ["new-password", "새 인증서 비밀번호"];

keep({
  complaints: () => [...noChoice(), ...newPassword(...PASSWORD)],
  async act() {
    const { request, facts } = chosen();
    await device.post("/passwords", { ...request, new_password: value("new-password") });
    return facts;
  },
  atFields: { ...AT_CHOICE, "weak-password": PASSWORD },
});
