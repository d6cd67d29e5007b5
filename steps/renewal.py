"""Guidance, terms, application and result of a renewal; and what is said of a field that is wrong.

갱신의 안내, 약관, 신청서, 결과. 그리고 잘못 입력한 칸에 나오는 안내.
"""

from __future__ import annotations

import re
from datetime import date

from playwright.sync_api import expect

from harness.failure.mismatch import require_same
from harness.language.vocabulary import ListOf, Table, then, when
from harness.play.scene import KST, Scene
from pages.application import ApplicationPage
from pages.failures import RENEWAL
from pages.fields import Field
from pages.labels import Kind, State
from pages.procedures import IssuedPage
from pages.renewal_guide import RenewalGuidePage
from pages.result import ResultPage
from pages.screen import Screen
from pages.terms import TermsPage
from steps.entries import Entries, enter, entered, leave_empty
from steps.parameters import TERMS
from steps.possessions import application_of, certificate_of, place_of

ENTERED = Table({"field": "칸", "text": "내용"}, needed={"field", "text"}, types={"field": "applied"})
FEE = 4_400  # won
NEEDS = ListOf("need")


@when(en="the customer starts the renewal", ko="고객이 갱신을 시작한다")
def start(scene: Scene) -> None:
    RenewalGuidePage(scene.page).start()


@when(en="the customer continues the renewal", ko="고객이 갱신을 이어서 진행한다")
def go_on(scene: Scene) -> None:
    RenewalGuidePage(scene.page).go_on()


@when(en="the customer agrees to all terms", ko="고객이 약관에 모두 동의한다")
def agree(scene: Scene) -> None:
    TermsPage(scene.page).agree_to_all()


@when(en="the customer agrees to all but the {field:terms}", ko="고객이 {field:terms}만 빼고 약관에 동의한다")
def agree_to_all_but(scene: Scene, field: Field) -> None:
    TermsPage(scene.page).agree_to(TERMS - {field})


@when(
    en="the customer goes on without agreeing to the terms",
    ko="고객이 약관에 동의하지 않고 다음으로 넘어간다",
)
def go_on_without_agreeing(scene: Scene) -> None:
    TermsPage(scene.page).agree_to(())


@when(en="the customer fills in the application", ko="고객이 신청서를 작성한다")
def apply(scene: Scene, entries: Entries) -> None:
    ApplicationPage(scene.page).hand_in(entered(entries, application_of(scene)))


@when(
    en="the customer fills in the application without the {field:applied}",
    ko="고객이 {field:applied} 없이 신청서를 작성한다",
)
def apply_without(scene: Scene, entries: Entries, field: Field) -> None:
    leave_empty(entries, field)
    apply(scene, entries)


@when(
    en="the customer fills in the application with:",
    ko="고객이 신청서를 다음과 같이 작성한다:",
    table=ENTERED,
)
def apply_with(scene: Scene, entries: Entries, datatable: list[list[str]]) -> None:
    for row in ENTERED.rows(datatable):
        enter(entries, row["text"], row["field"])
    apply(scene, entries)


@then(
    en="everything but the {field:applied} is still filled in",
    ko="{field:applied} 칸 외에는 입력한 내용이 그대로 남아 있다",
)
def rest_is_kept(scene: Scene, field: Field) -> None:
    screen = Screen(scene.page)
    for other, text in application_of(scene).items():
        if other is not field:
            expect(screen.field(other)).to_have_value(text)


@then(en="only the {field} is/are named as wrong", ko="{field} 칸만 잘못되었다고 나온다")
def only_wrong_field(scene: Scene, field: Field) -> None:
    screen = Screen(scene.page)
    expect(screen.problems).to_have_count(1)
    wrong = screen.field(field)
    # The old certificate is chosen with a button, which cannot be invalid (ARIA).
    if field is not Field.OLD_CERTIFICATE:
        expect(wrong).to_have_attribute("aria-invalid", "true")
    message = screen.problems.inner_text().partition(": ")[2]
    expect(wrong).to_have_accessible_description(re.compile(re.escape(message)))


@then(en="the customer is asked to agree to the terms", ko="약관에 동의하라는 안내가 나온다")
def asked_to_agree(scene: Scene) -> None:
    screen = Screen(scene.page)
    expect(screen.problems.first).to_contain_text(re.compile("약관에 동의해 주세요"))
    expect(TermsPage(scene.page).title).to_be_visible()


@then(en="the renewal can be started", ko="갱신을 시작할 수 있다")
def can_be_started(scene: Scene) -> None:
    """Needs the guidance.

    인증서 갱신 화면에서 쓴다.
    """
    expect(RenewalGuidePage(scene.page).start_link).to_be_visible()


@then(en="the renewal can be continued", ko="갱신을 이어서 진행할 수 있다")
def can_be_continued(scene: Scene) -> None:
    """Needs the guidance.

    인증서 갱신 화면에서 쓴다.
    """
    expect(RenewalGuidePage(scene.page).go_on_link).to_be_visible()


@then(en="the customer is asked to have ready:", ko="미리 준비할 것이 다음과 같이 나온다:", table=NEEDS)
def needs(scene: Scene, datatable: list[list[str]]) -> None:
    asked = NEEDS.items(datatable)
    expect(RenewalGuidePage(scene.page).needs).to_have_text([re.compile(re.escape(need)) for need in asked])


@then(en="the fee shown is {money:fee}", ko="수수료가 {money:fee}(이)라고 나온다")
def fee(scene: Scene, money: int) -> None:
    expect(Screen(scene.page).fact("수수료")).to_have_text(re.compile(f"^{money:,}원$" if money else "^무료"))


@then(en="{money} is taken from the account", ko="계좌에서 {money}이 출금된다")
def taken_from_account(scene: Scene, money: int) -> None:
    customer = scene.customer
    taken = customer.account.balance - scene.world.person(customer.key).balance
    require_same(taken, money, en="{:,} won taken", ko="{:,}원 출금")


@then(en="the fee is taken exactly once", ko="수수료가 1번만 출금된다")
def fee_is_taken_once(scene: Scene) -> None:
    """That of a general certificate, 4,400 won (domain: Fee).

    범용 인증서의 수수료 4,400원이다.
    """
    taken_from_account(scene, FEE)


@then(
    en="the renewal is refused because {reason:renewal_reason}",
    ko="{reason:renewal_reason} 갱신할 수 없다고 나온다",
)
def refused(scene: Scene, reason: str) -> None:
    error = Screen(scene.page).failure
    expect(error).to_have_attribute("data-error-code", reason)
    expect(error).to_contain_text(RENEWAL)


@then(en="the result describes the new certificate", ko="결과에 새 인증서의 내용이 나온다")
def result_describes(scene: Scene) -> None:
    new = certificate_of(scene, 1)
    _expect_facts(
        scene,
        {
            "인증서 종류": Kind.of(new.kind).value,
            "소유자": scene.customer.name,
            "일련번호": new.serial,
            "시작 일시": f"{new.not_before.astimezone(KST):%Y-%m-%d %H:%M:%S}",
            "만료 일시": f"{new.not_after.astimezone(KST):%Y-%m-%d %H:%M:%S}",
            "상태": State.VALID.value,
            "저장 위치": place_of(scene, new).value,
        },
    )


@then(
    en="the new certificate is valid from now until {end:date} 23:59:59",
    ko="새 인증서는 지금부터 {end:date} 23:59:59까지 유효하다",
)
def valid_until(scene: Scene, end: date) -> None:
    _expect_facts(scene, {"시작 일시": f"{scene.now:%Y-%m-%d %H:%M:%S}", "만료 일시": f"{end} 23:59:59"})


@then(
    en="the new certificate is valid one year longer than the old one",
    ko="새 인증서는 기존 인증서보다 1년 더 유효하다",
)
def valid_longer(scene: Scene) -> None:
    """Until 23:59:59 of the same day a year later, as the result says.

    결과에 적힌 만료일이 기존 인증서 만료일의 1년 뒤다.
    """
    old = certificate_of(scene, 0).not_after.astimezone(KST).date()
    last = 28 if (old.month, old.day) == (2, 29) else old.day
    valid_until(scene, old.replace(year=old.year + 1, day=last))


def _expect_facts(scene: Scene, facts: dict[str, str]) -> None:
    result = ResultPage(scene.page)
    expect(result.title.or_(IssuedPage(scene.page).title)).to_be_visible()
    for name, text in facts.items():
        expect(result.fact(name)).to_have_text(text)
