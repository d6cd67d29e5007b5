// Asks the bank and the customer's device. Both answer in JSON; whatever they refuse is thrown as a Refusal.

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;

const NO_ANSWER = {
  bank: {
    code: "BANK-NO-ANSWER",
    message: "은행에서 응답을 받지 못했습니다.",
    remedy: "인터넷 연결을 확인하고 다시 시도해 주세요.",
  },
  device: {
    code: "DEVICE-NO-ANSWER",
    message: "내 컴퓨터의 인증서 프로그램이 응답하지 않습니다.",
    remedy: "프로그램이 켜져 있는지 확인하고 다시 시도해 주세요.",
  },
};

export class Refusal extends Error {
  // The bank says code and title, the device error and message only.
  constructor({ code, error, title, message, remedy, reference }) {
    super(message);
    this.code = code ?? error;
    this.title = title;
    this.remedy = remedy;
    this.reference = reference;
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
    answer = await response.json();
  } catch {
    throw new Refusal(NO_ANSWER[party]);
  }
  if (!response.ok) throw new Refusal(answer);
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
