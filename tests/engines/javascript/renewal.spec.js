// A renewal by another tool than ours: Playwright Test, with the mock bank's control API.
// BANK_URL and RENEWAL_BANK_TOKEN are what the bank says when it starts: python -m mock_bank

import { expect, test } from "@playwright/test";

const PERSON = {
  key: "kim-hana",
  name: "김하나",
  kind: "personal",
  number: "901332-2000012",
  phone: "010-0000-0001",
  email: "hana@example.com",
  account: { number: "000-123-456789", password: "1357", balance: 10000 },
  security: "otp",
  certificates: [{ kind: "personal-general", days_left: 14, place: "hard-disk", password: "Haneul!2580" }],
};
const NEW_PASSWORD = "Saebom#7139";

async function control(method, path, body) {
  const answer = await fetch(`${process.env.BANK_URL}/control${path}`, {
    method,
    headers: { Authorization: `Bearer ${process.env.RENEWAL_BANK_TOKEN}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true);
  return answer.status === 204 ? null : answer.json();
}

test("a certificate is renewed, and the old one replaced", async ({ context, page }) => {
  const world = await control("POST", "/worlds", { now: "2026-03-16T10:00:00+09:00", seed: 7, people: [PERSON] });
  const stage = await control("POST", `/worlds/${world.id}/stages`, { person: PERSON.key, stage: "applied" });
  await context.addCookies(stage.cookies.map((cookie) => ({ ...cookie, url: world.bank_url })));

  await page.goto(`${world.bank_url}${stage.path}`);
  await page.getByRole("button", { name: "인증번호 받기" }).click();
  await expect(page.getByRole("timer", { name: "남은 시간" })).toBeVisible();
  const { messages } = await control("GET", `/worlds/${world.id}/messages`);
  const { otp } = await control("GET", `/worlds/${world.id}/people/${PERSON.key}`);
  await page.getByLabel("계좌 비밀번호").fill(PERSON.account.password);
  await page.getByLabel("인증번호", { exact: true }).fill(messages.at(-1).text.match(/\d{6}/)[0]);
  await page.getByLabel("OTP 번호").fill(otp);
  await page.getByRole("main").getByRole("button", { name: "본인 확인" }).click();

  await page.getByRole("button", { name: "기존 인증서 선택" }).click();
  const dialog = page.getByRole("dialog", { name: "인증서 선택" });
  await dialog.getByRole("radio", { name: "하드디스크" }).check();
  await dialog.getByRole("table").getByRole("radio").check();
  await dialog.getByLabel("인증서 비밀번호").fill(PERSON.certificates[0].password);
  await dialog.getByRole("button", { name: "확인" }).click();
  await page.getByLabel("새 인증서 비밀번호", { exact: true }).fill(NEW_PASSWORD);
  await page.getByLabel("새 인증서 비밀번호 확인").fill(NEW_PASSWORD);
  await page.getByRole("radiogroup", { name: "저장 위치" }).getByRole("radio", { name: "이동식디스크" }).check();
  await page.getByRole("button", { name: "인증서 발급" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("갱신 완료");

  const { certificates } = await control("GET", `/worlds/${world.id}/certificates`);
  expect(certificates.map(({ state }) => state)).toEqual(["replaced", "valid"]);
  await control("DELETE", `/worlds/${world.id}`);
});
