// Asks the bank again and again while it says that it waits for somebody else's answer.

import { bank } from "./http.js";

export const EVERY = 3000; // milliseconds

export async function patiently(url, body, onWaiting) {
  for (;;) {
    const answer = await bank.post(url, body);
    if (answer.state !== "waiting") return answer;
    onWaiting();
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}
