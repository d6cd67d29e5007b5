// Asks the bank and the customer's device. Both answer in JSON; whatever they refuse is thrown as a Refusal. That the bank
// has answered is announced on the window ("bank-answered"), for its answers start the session's time anew.

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;

// The catalogue's words for a silent party came with the page.
const noAnswer = (party) => new Refusal({ ...document.getElementById(`no-answer-${party}`).dataset }, party, "no-answer");

// said: by the bank {code, title, text, remedy, leads, reference, service, centre_first}, by the device {error, message}.
// deviceError is the device's own name for what went wrong there.
export class Refusal extends Error {
  constructor(said, party, deviceError = said.error) {
    super(said.text ?? said.message);
    this.said = said;
    this.code = said.code ?? said.error;
    this.deviceError = party === "device" ? deviceError : null;
  }
}

async function ask(party, url, { body, headers, ...options } = {}) {
  const json = body && {
    method: "POST",
    body: JSON.stringify(body),
    headers: { ...headers, "Content-Type": "application/json" },
  };
  let response, answer;
  try {
    response = await fetch(url, { ...options, ...json });
    if (response.status === 401) return leave();
    if (party === "bank") dispatchEvent(new Event("bank-answered"));
    answer = await response.json();
  } catch {
    throw noAnswer(party);
  }
  if (!response.ok) throw new Refusal(answer, party);
  return answer;
}

// The session is over: the page, asked for anew, leads to sign-in and back.
function leave() {
  location.assign(location.pathname);
  return new Promise(() => {});
}

export const bank = {
  post: (url, body = {}) => ask("bank", url, { body, headers: { "X-CSRFToken": meta("csrf-token") } }),
};

export const device = {
  get: (path) => ask("device", meta("device-url") + path, { credentials: "omit" }),
  post: (path, body) => ask("device", meta("device-url") + path, { body, credentials: "omit" }),
};
