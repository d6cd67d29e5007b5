// Asks the bank again and again while it says that it waits for somebody else's answer.

import { bank } from "./http.js";

const EVERY = 3000; // milliseconds

export async function patiently(url, body, onWaiting) {
  let due = false; // A tick that comes while the bank is being asked counts as well.
  let wake = () => {};
  const timer = setInterval(() => { due = true; wake(); }, EVERY);
  try {
    for (;;) {
      due = false;
      const answer = await bank.post(url, body);
      if (answer.state !== "waiting") return answer;
      onWaiting();
      if (!due) await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    clearInterval(timer);
  }
}
