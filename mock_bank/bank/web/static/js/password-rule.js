// What a new certificate password must be like. The device, which keeps the key, judges by the same rules and words.

const RULES = [
  ["비밀번호는 10자 이상이어야 합니다.", (password) => [...password].length < 10],
  ["비밀번호는 64자까지 쓸 수 있습니다.", (password) => [...password].length > 64],
  ["영문자를 하나 이상 포함해 주세요.", (password) => !/[A-Za-z]/.test(password)],
  ["숫자를 하나 이상 포함해 주세요.", (password) => !/[0-9]/.test(password)],
  ["특수문자를 하나 이상 포함해 주세요.", (password) => !/[!-/:-@[-`{-~]/.test(password)],
  [`작은따옴표('), 큰따옴표("), 역슬래시(\\), 원화 기호(₩), 세로줄(|)은 사용할 수 없습니다.`, (password) => /['"\\|₩￦]/.test(password)],
  ["같은 문자를 세 번 이상 반복할 수 없습니다.", (password) => /(.)\1\1/su.test(password)],
  ["abc, cba, 123처럼 연속된 문자 세 개는 사용할 수 없습니다.", hasRun],
];

// Three letters or digits that go up or down one by one.
function hasRun(password) {
  const letters = [...password];
  const threes = letters.map((_, at) => letters.slice(at, at + 3).join("")).filter((three) => /^[A-Za-z0-9]{3}$/.test(three));
  return threes.some((three) => {
    const [first, second, third] = [...three].map((character) => character.charCodeAt(0));
    return Math.abs(second - first) === 1 && third - second === second - first;
  });
}

// Gives a sentence for each rule that the password breaks.
export function brokenRules(password) {
  return RULES.filter(([, broken]) => broken(password)).map(([words]) => words);
}
