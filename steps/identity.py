"""Identity verification."""

from __future__ import annotations

from playwright.sync_api import expect

from harness.scene import Scene
from harness.vocabulary import then, when
from pages.fields import Field
from pages.identity import IdentityPage
from pages.issuing import IssuingPage
from steps.entries import Entries, entered
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


def _code_sent(scene: Scene, identity: IdentityPage) -> str:
    # The bank leads the customer to the code's field as soon as the code is on its way.
    expect(identity.field(Field.SMS_CODE)).to_be_focused()
    return scene.world.sms_code(scene.customer.phone)


@when(
    en="the customer enters the account password with the keypad",
    ko="고객이 보안 키패드로 계좌 비밀번호를 입력한다",
)
def use_keypad(scene: Scene, entries: Entries) -> None:
    IdentityPage(scene.page).press_account_password(scene.customer.account.password)
    entries[Field.ACCOUNT_PASSWORD] = None


@when(en="the customer verifies their identity", ko="고객이 본인 확인을 받는다")
def verify(scene: Scene, entries: Entries) -> None:
    ask_for_code(scene)
    _verify(scene, entries)


@when(
    en="the customer verifies their identity with the first code",
    ko="고객이 처음 받은 인증번호로 본인 확인을 받는다",
)
def verify_with_first_code(scene: Scene, entries: Entries, first_code: str) -> None:
    _verify(scene, entries | {Field.SMS_CODE: lambda right: first_code})


def _verify(scene: Scene, entries: Entries) -> None:
    identity = IdentityPage(scene.page)
    identity.verify(entered(entries, proof_of(scene, identity)))
    expect(identity.alert.or_(IssuingPage(scene.page).title)).to_be_visible()


@then(
    en="a code of {digits:int} digits reaches the customer's phone",
    ko="고객의 휴대폰에 {digits:int}자리 인증번호가 온다",
)
def code_reaches_phone(scene: Scene, digits: int) -> None:
    (message,) = (sent for sent in scene.world.messages() if sent.to == scene.customer.phone)
    code = scene.world.sms_code(scene.customer.phone)
    assert f"[{code}]" in message.text
    assert len(code) == digits


@then(en="the SMS code is good for another {countdown}", ko="인증번호를 쓸 수 있는 시간이 {countdown} 남았다")
def time_left(scene: Scene, countdown: str) -> None:
    expect(IdentityPage(scene.page).time_left).to_have_text(f"남은 시간 {countdown}")


@then(en="identity verification fails at the {field}", ko="{field} 칸 때문에 본인 확인에 실패한다")
def verification_fails(scene: Scene, field: Field) -> None:
    identity = IdentityPage(scene.page)
    expect(identity.alert).to_contain_text("본인 확인 실패")
    expect(identity.field(field)).to_have_attribute("aria-invalid", "true")
