// What is entered in the forms that are never sent, since all they ask for is the device's; and what is wrong with it.

export const value = (id) => document.getElementById(id).value;

const placeRadio = () => document.querySelector("input[name=place]:checked");
export const chosenPlace = () => placeRadio()?.value;
export const focusPlace = () => placeRadio().focus();
export const placeLabel = (place) => document.getElementById(`place-${place}`).textContent;

// For showFieldErrors.
export const complaint = (id, label, message) => ({ control: document.getElementById(id), label, message });

export const noPlace = (label, message) => (chosenPlace() ? [] : [complaint("places", label, message)]);

// A new password, typed twice. Whether it is a good one the device says, which keeps what it opens: "weak-password".
export function newPassword(id, label) {
  const differ = value(`${id}-again`) !== value(id);
  return [
    ...(value(id) ? [] : [complaint(id, label, `${label}를 입력해 주세요.`)]),
    ...(differ ? [complaint(`${id}-again`, `${label} 확인`, "두 비밀번호가 서로 다릅니다.")] : []),
  ];
}
