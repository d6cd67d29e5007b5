"""The customer centre and the numbers that it takes (claims: step.help, after.help)."""

from __future__ import annotations

import re

import pytest

from mock_bank.bank import masking
from mock_bank.bank.models import Incident
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.visitor import Visitor, code_of


def facts(page: str) -> dict[str, str]:
    pairs = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", page)
    return {name: re.sub("<[^>]+>", "", value) for name, value in pairs}


def look_up(visitor: Visitor, reference: str) -> dict[str, str]:
    answer = visitor.open(f"/support?reference={reference}")
    assert answer.status_code == 200
    return facts(answer.text)


def test_who_had_not_signed_in_has_no_name(enter: Enter) -> None:
    visitor = enter().at("/nothing-here")
    shown = look_up(visitor, "260316-0001")
    assert (shown["오류 코드"], shown["고객"], shown["진행 상태"]) == (
        "NOT-FOUND",
        "로그인 전",
        "신청한 갱신 없음",
    )


@pytest.mark.parametrize("typed", ["2603160001", " 260316-0001 ", "２６０３１６－０００１", "260316–0001"])
def test_a_number_may_be_typed_as_people_do(enter: Enter, typed: str) -> None:
    visitor = enter().at("/nothing-here")
    assert look_up(visitor, typed)["오류 코드"] == "NOT-FOUND"


@pytest.mark.parametrize("unknown", ["260316-9999", "hello", "<b>", "1' OR '1'='1", "9" * 3000])
def test_an_unknown_number_is_said_at_the_field(enter: Enter, unknown: str) -> None:
    visitor = enter()
    answer = visitor.open(f"/support?reference={unknown}")
    assert (answer.status_code, code_of(answer)) == (404, "SUPPORT-UNKNOWN")
    assert "없는 문의 번호입니다. 오류 화면의 번호를 다시 확인해 주세요." in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "<b>" not in answer.text
    assert visitor.rows(Incident) == [], "looking up is no incident of its own"


def test_nothing_is_shown_before_a_number_is_entered(enter: Enter) -> None:
    answer = enter().open("/support")
    assert "문의 내용" not in answer.text
    assert "aria-invalid" not in answer.text


@pytest.mark.parametrize(
    ("name", "masked"), [("김하나", "김*나"), ("이둘", "이*"), ("황", "황"), ("주식회사 가온", "주*****온")]
)
def test_names_are_masked(name: str, masked: str) -> None:
    assert masking.name(name) == masked
