"""What customers are told when something fails, and what the bank notes of it.

오류가 났을 때 고객에게 나오는 안내와, 은행에 남는 기록.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import expect

from harness.failure.mismatch import require, require_same
from harness.language.vocabulary import then
from harness.play.scene import Scene
from harness.play.world import CODE
from pages.failures import WORDS
from pages.screen import REFERENCE, Screen
from steps.possessions import NEW_PASSWORD


@then(en="the customer is told that {failure}", ko="{failure} 나온다")
def told(scene: Scene, failure: str) -> None:
    error = Screen(scene.page).failure
    expect(error).to_have_attribute("data-error-code", failure)
    expect(error).to_contain_text(WORDS[failure])


@then(en="{title:refused} is refused", ko="{title:refused} 거절된다")
def is_refused(scene: Scene, title: str) -> None:
    """For whatever reason.

    이유는 무엇이든 좋다.
    """
    expect(Screen(scene.page).failure).to_contain_text(title)


@then(en="the customer is told that it took too long", ko="응답이 너무 늦다고 나온다")
def took_too_long(scene: Scene) -> None:
    """Whoever did not answer in time.

    응답하지 않은 곳이 어디든 좋다.
    """
    expect(Screen(scene.page).failure).to_have_attribute("data-error-code", re.compile("-TIMEOUT$"))


@then(
    en="the error comes with a reference number and a way to the customer centre",
    ko="오류와 함께 문의 번호와 고객센터 링크가 나온다",
)
def has_reference_and_way(scene: Scene) -> None:
    screen = Screen(scene.page)
    expect(screen.failure).to_have_text(re.compile(rf"문의 번호\s*{REFERENCE.pattern}"))
    expect(screen.centre_link).to_be_visible()


@then(
    en="the error page names error code, reference number, and the customer centre's number and hours",
    ko="오류 화면에 오류 코드와 문의 번호, 고객센터 전화번호와 운영 시간이 나온다",
)
def error_page_names_all(scene: Scene) -> None:
    screen = Screen(scene.page)
    code = screen.main.get_attribute("data-error-code")
    for name, text in {
        "오류 코드": re.compile(f"^{code}$"),
        "문의 번호": re.compile(f"^{REFERENCE.pattern}$"),
        "고객센터": re.compile(r"1500-0000\s*평일 09:00–18:00"),
    }.items():
        expect(screen.fact(name)).to_have_text(text)
    expect(screen.fact("고객센터").get_by_role("link")).to_have_attribute("href", "tel:1500-0000")


@then(en="the customer centre comes first", ko="고객센터가 맨 위에 나온다")
def centre_comes_first(scene: Scene) -> None:
    first = re.compile(r"^\s*고객센터에 문의해 주세요\s*1500-0000.*문의 번호", re.DOTALL)
    expect(Screen(scene.page).alert).to_have_text(first)


@then(en="the audit log notes that {failure:recorded}", ko="감사 로그에 {failure:recorded} 남는다")
def noted(scene: Scene, failure: str) -> None:
    codes = [event.detail["code"] for event in scene.world.audit() if "code" in event.detail]
    require(
        failure in codes,
        expected=failure,
        actual=codes,
        en="error codes in the audit log: {}",
        ko="감사 로그의 오류 코드: {}",
    )


@then(en="the audit log holds no secret", ko="감사 로그에 비밀 정보가 남지 않는다")
def no_secret_noted(scene: Scene) -> None:
    noted = [text for event in scene.world.audit() for text in _texts([event.event, event.detail])]
    leaked = sum(any(_stands_in(text, secret) for text in noted) for secret in _secrets(scene))
    require_same(leaked, 0, en="secrets in the audit log: {}", ko="감사 로그의 비밀 정보: {}건")


def _stands_in(text: str, secret: str) -> bool:
    """Whether the secret stands there as a whole, and not in a longer word or number (010-0000-0001)."""
    return re.search(rf"(?<![0-9A-Za-z])(?<!\d-){re.escape(secret)}(?![0-9A-Za-z])", text) is not None


def _secrets(scene: Scene) -> set[str]:
    """What only the customer may know."""
    customer, held = scene.customer, scene.world.person(scene.customer.key)
    return {
        NEW_PASSWORD,
        customer.number,
        customer.account.password,
        *(code for message in scene.world.messages() for code in CODE.findall(message.text)),
        *(certificate.password for certificate in customer.certificates),
        *held.security_card.values(),
        *filter(None, [held.otp]),
    }


def _texts(noted: object) -> Iterator[str]:
    """All texts in a line of the log, however deep."""
    parts = [*noted, *noted.values()] if isinstance(noted, dict) else noted
    if isinstance(parts, list):
        for part in parts:
            yield from _texts(part)
    else:
        yield str(parts)


@then(en="the bank has learnt nothing of it", ko="은행에는 아무 기록도 남지 않는다")
def bank_knows_nothing(scene: Scene) -> None:
    known = [event.event for event in scene.world.audit() if event.party == "bank"]
    require_same(known, [], en="noted by the bank: {}", ko="은행에 남은 기록: {}")
