// The browser that the system has, where Playwright's own is not installed.
export default {
  use: { locale: "ko-KR", launchOptions: { executablePath: process.env.CHROMIUM || undefined } },
};
