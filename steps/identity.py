"""Identity verification.

본인 확인.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import expect

from harness.errors import HarnessError
from harness.failure.mismatch import require, require_same
from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages.failures import ADVICE
from pages.fields import Field
from pages.identity import IdentityPage
from steps.entries import Entries, enter_wrong, entered
from steps.possessions import proof_of


@when(en="the customer asks for an SMS code", ko="고객이 인증번호를 요청한다", target_fixture="first_code")
def ask_for_code(scene: Scene) -> str:
    identity = IdentityPage(scene.page)
    identity.ask_for_code()
    return _code_sent(scene, identity)


@when(en="the customer asks for another SMS code", ko="고객이 인증번호를 다시 요청한다")
def ask_for_another_code(scene: Scene) -> None:
    identity = IdentityPage(scene.page)
    identity.ask_for_another_code()
    _code_sent(scene, identity)


@when(en="the customer asks for an SMS code in vain", ko="고객이 인증번호를 요청하지만 바로 받지 못한다")
def ask_for_code_in_vain(scene: Scene) -> None:
    """Needs the screen of identity verification, and a code that fails or is slow: waits for that to show.

    본인 확인 화면에서, 인증번호 발송이 실패하거나 늦어질 때 쓴다. 그 안내가 나올 때까지 기다린다.
    """
    identity = IdentityPage(scene.page)
    identity.ask_for_code()
    expect(identity.alert.or_(identity.sending)).to_be_visible()


def _code_sent(scene: Scene, identity: IdentityPage) -> str:
    # The button can be pressed again as soon as the code is on its way.
    expect(identity.another_code).to_be_enabled()
    return scene.world.sms_code(scene.customer.phone)


@when(
    en="the customer enters the account password with the keypad",
    ko="고객이 보안 키패드로 계좌 비밀번호를 입력한다",
)
def use_keypad(scene: Scene, entries: Entries) -> None:
    IdentityPage(scene.page).press_account_password(scene.customer.account.password)
    entries[Field.ACCOUNT_PASSWORD] = None


@when(
    en="the customer takes the last digit back and enters it again with the keypad",
    ko="고객이 보안 키패드로 마지막 한 자리를 지우고 다시 입력한다",
)
def correct_with_keypad(scene: Scene) -> None:
    """Needs `the customer enters the account password with the keypad` before it.

    앞에 `고객이 보안 키패드로 계좌 비밀번호를 입력한다`가 있어야 한다.
    """
    identity = IdentityPage(scene.page)
    identity.erase_account_password_digit()
    identity.press_account_password(scene.customer.account.password[-1])


@when(
    en="the customer pastes the {field:proof} with spaces in it",
    ko="고객이 {field:proof}을/를 공백이 섞인 채로 붙여 넣는다",
)
def paste_with_spaces(scene: Scene, entries: Entries, field: Field) -> None:
    """What is right, with a space before it and one in its middle. Needs a code that was asked for before.

    맞는 내용의 앞과 가운데에 공백이 있다. 먼저 인증번호를 요청해 받은 상태여야 한다.
    """
    identity = IdentityPage(scene.page)
    asked = proof_of(scene, identity)
    if field not in asked:
        fields = ", ".join(one.value for one in asked)
        raise HarnessError(
            f"the screen does not ask for that; it asks for: {fields}",
            f"화면에 없는 칸입니다. 화면에 있는 칸: {fields}",
        )
    right = asked[field]
    middle = len(right) // 2
    identity.paste(field, f" {right[:middle]} {right[middle:]}")
    entries[field] = None


@when(en="the customer verifies their identity", ko="고객이 본인 확인을 받는다")
def verify(scene: Scene, entries: Entries) -> None:
    """Asks for an SMS code if none was asked for yet, enters all that is asked for, and hands it in.

    인증번호를 아직 요청하지 않았으면 요청해 받고, 모든 칸을 입력해서 낸다.
    """
    _have_code(scene)
    _verify(scene, entries)


@when(en="the customer verifies their identity {times} times", ko="고객이 본인 확인을 {times}번 시도한다")
def verify_again_and_again(scene: Scene, entries: Entries, times: int) -> None:
    """With one SMS code: the same entries are handed in so many times.

    인증번호 하나로 같은 내용을 그 횟수만큼 낸다.
    """
    _have_code(scene)
    for _ in range(times):
        _verify(scene, entries)


@when(
    en="the customer enters a wrong {field:proof} {times} times",
    ko="고객이 {field:proof}을/를 {times}번 틀린다",
)
def fail_again_and_again(scene: Scene, entries: Entries, field: Field, times: int) -> None:
    """All else is right; each time it is handed in.

    다른 칸은 모두 맞게 입력하고, 그때마다 낸다.
    """
    enter_wrong(entries, field)
    verify_again_and_again(scene, entries, times)


@when(en="the customer tries to verify their identity again", ko="고객이 본인 확인을 다시 시도한다")
def verify_again(scene: Scene, entries: Entries) -> None:
    """With the SMS code that was sent last: it asks for no other one.

    마지막으로 받은 인증번호를 쓴다. 인증번호를 새로 요청하지 않는다.
    """
    _verify(scene, entries)


@when(
    en="the customer verifies their identity with the first code",
    ko="고객이 처음 받은 인증번호로 본인 확인을 시도한다",
)
def verify_with_first_code(scene: Scene, entries: Entries, first_code: str) -> None:
    """Needs `the customer asks for an SMS code` before it.

    앞에 `고객이 인증번호를 요청한다`가 있어야 한다.
    """
    _verify(scene, entries, {Field.SMS_CODE: first_code})


def _have_code(scene: Scene) -> None:
    """Ask for a code, unless the customer has done so before."""
    if not IdentityPage(scene.page).time_left.is_visible():
        ask_for_code(scene)


def _verify(scene: Scene, entries: Entries, old: Mapping[Field, str] | None = None) -> None:
    """Hand in what shows who the customer is; `old`: what was right before."""
    identity = IdentityPage(scene.page)
    identity.hand_in({**entered(entries, proof_of(scene, identity)), **(old or {})})


@when(
    en="the customer reads which security card numbers are asked",
    ko="고객이 어떤 보안카드 번호를 묻는지 봐 둔다",
    target_fixture="asked_before",
)
def read_card_numbers(scene: Scene) -> list[str]:
    return IdentityPage(scene.page).card_numbers()


@then(
    en="a code of {digits:times} digits reaches the customer's phone",
    ko="고객의 휴대폰에 {digits:times}자리 인증번호가 온다",
)
def code_reaches_phone(scene: Scene, digits: int) -> None:
    # A code that was slow is sent when the page asks after it, which takes it a moment.
    identity, phone = IdentityPage(scene.page), scene.customer.phone
    expect(identity.time_left).to_be_visible()
    expect(identity.sent).to_have_text(f"{phone[:-4]}**{phone[-2:]} 번호로 인증번호를 보냈습니다.")
    received = [sent.text for sent in scene.world.messages() if sent.to == phone]
    require_same(len(received), 1, en="messages received: {}", ko="받은 문자: {}건")
    code = scene.world.sms_code(phone)
    require_same(len(code), digits, en="a code of {} digits", ko="{}자리 인증번호")


@then(en="the first SMS code no longer works", ko="처음 받은 인증번호는 더 이상 쓸 수 없다")
def first_code_is_void(scene: Scene, entries: Entries, first_code: str) -> None:
    """Tried with all else right. Needs `the customer asks for an SMS code` before it.

    다른 칸은 모두 맞게 입력해 시도한다. 앞에 `고객이 인증번호를 요청한다`가 있어야 한다.
    """
    verify_with_first_code(scene, entries, first_code)
    expect(IdentityPage(scene.page).failure).to_have_attribute("data-error-code", "IDENTITY-CODE")


@then(
    en="the SMS code is good for another {countdown}", ko="인증번호 유효 시간이 {countdown} 남았다고 나온다"
)
def time_left(scene: Scene, countdown: str) -> None:
    expect(IdentityPage(scene.page).time_left).to_have_text(f"남은 시간 {countdown}")


@then(en="identity verification fails at the {field:entry}", ko="{field:entry} 때문에 본인 확인에 실패한다")
def verification_fails(scene: Scene, field: Field) -> None:
    identity = IdentityPage(scene.page)
    expect(identity.alert).to_contain_text("본인 확인 실패")
    expect(identity.field(field)).to_have_attribute("aria-invalid", "true")


@then(en="{tries:count} tries/try are/is left", ko="{tries:count}번 더 시도할 수 있다고 나온다")
def tries_left(scene: Scene, tries: int) -> None:
    expect(IdentityPage(scene.page).alert).to_contain_text(f"(남은 횟수 {tries}회)")


@then(en="the customer is sent to {advice}", ko="{advice} 안내가 나온다")
def sent_for_help(scene: Scene, advice: str) -> None:
    expect(IdentityPage(scene.page).alert).to_contain_text(advice)


@then(en="the same security card numbers are asked", ko="앞서와 같은 보안카드 번호를 묻는다")
def same_card_numbers(scene: Scene, asked_before: list[str]) -> None:
    asked = IdentityPage(scene.page).card_numbers()
    require_same(asked, asked_before, en="asked: {}", ko="묻는 번호: {}")


@then(en="other security card numbers are asked", ko="앞서와 다른 보안카드 번호를 묻는다")
def other_card_numbers(scene: Scene, asked_before: list[str]) -> None:
    asked = IdentityPage(scene.page).card_numbers()
    require(
        asked != asked_before,
        expected=[],
        actual=asked,
        en="of the numbers asked before, asked again: {}",
        ko="앞서 묻고 다시 묻는 번호: {}",
    )


@then(en="the customer sees that verification takes its time", ko="본인 확인을 하고 있다고 나온다")
def sees_progress(scene: Scene) -> None:
    expect(IdentityPage(scene.page).progress).to_be_visible()


@then(en="the customer is told how to unlock it", ko="잠금을 푸는 방법이 나온다")
def told_how_to_unlock(scene: Scene) -> None:
    told = IdentityPage(scene.page).failure
    expect(told).to_have_attribute("data-error-code", re.compile("-LOCKED$"))
    expect(told).to_contain_text(re.compile("|".join(map(re.escape, ADVICE.values()))))
