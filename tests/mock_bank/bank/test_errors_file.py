"""errors.toml is read strictly, and code names only errors that it has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from mock_bank.bank import errors
from mock_bank.bank.errors import CATALOGUE, CATALOGUE_FILE, CatalogueError, Refusal, read_catalogue

PROGRAM = CATALOGUE_FILE.parents[1]
ENTRY = """
[FEE-UNPAID]
title = "수수료를 출금하지 못했습니다"
text = "잔액이 {amount}원보다 적습니다."
remedy = "입금해 주세요."
leads = "try again"
"""


def test_an_entry_that_leaves_out_its_status_is_a_conflict() -> None:
    (error,) = read_catalogue(ENTRY).values()
    assert (error.code, error.status, error.open_facts) == ("FEE-UNPAID", 409, frozenset({"amount"}))


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('remedy = "입금해 주세요."\n', "", "[FEE-UNPAID] remedy: Field required"),
        ("remedy", "remmedy", "[FEE-UNPAID] remmedy: Extra inputs are not permitted"),
        ("leads =", 'code = "X"\nleads =', "[FEE-UNPAID] code: Extra inputs are not permitted"),
        ('"try again"', '"retry"', "[FEE-UNPAID] leads: Input should be 'stay', 'try again'"),
        ("leads =", "status = 77\nleads =", "[FEE-UNPAID] status: Input should be 100, 101"),
        ("FEE-UNPAID", "fee_unpaid", "[fee_unpaid]: String should match pattern"),
        ('remedy = "', "remedy = ", "Invalid value (at line 5"),
        ("leads =", 'leads = "stay"\nleads =', "Cannot overwrite a value (at line 7"),
        (ENTRY, ENTRY + ENTRY, "Cannot declare ('FEE-UNPAID',) twice (at line 8"),
    ],
)
def test_a_mistake_is_told_with_its_place(right: str, wrong: str, told: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue(ENTRY.replace(right, wrong))
    assert f"errors.toml: {told}" in str(caught.value)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(CatalogueError) as caught:
        read_catalogue('[A]\ntitle = "가"\n[B]\nstatus = 404')
    assert len(str(caught.value).splitlines()) == 3 + 4


def test_nothing_else_than_what_an_entry_leaves_open_is_put_into_its_words() -> None:
    (error,) = read_catalogue(ENTRY).values()
    assert error.of(amount=5).text == "잔액이 5원보다 적습니다."
    with pytest.raises(TypeError, match=r"FEE-UNPAID leaves open \['amount'\], not \['limit'\]"):
        error.of(limit=5)


def test_no_customer_is_told_a_sentence_with_a_gap() -> None:
    (error,) = read_catalogue(ENTRY).values()
    with pytest.raises(TypeError, match=r"FEE-UNPAID leaves open \['amount'\]"):
        Refusal(error)
    filled = error.of(amount=5)
    assert Refusal.at(("account", filled)).error is filled
    with pytest.raises(TypeError):
        Refusal(filled, [("account", error)])


def test_at_a_field_an_entry_is_said_in_its_own_words_or_else_in_full() -> None:
    (error,) = read_catalogue(ENTRY.replace("{amount}", "5")).values()
    assert error.said_at("이름") == "잔액이 5원보다 적습니다. 입금해 주세요."
    (error,) = read_catalogue(ENTRY + 'at_field = "은행의 {field}과/와 다릅니다."').values()
    assert [error.said_at(field) for field in ("이름", "휴대폰 번호")] == [
        "은행의 이름과 다릅니다.",
        "은행의 휴대폰 번호와 다릅니다.",
    ]


def _named_in_code() -> Iterator[tuple[str, str]]:
    """Where code says `errors.SOMETHING` of the bank's errors, and the name."""
    for file in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and ast.unparse(node.value) == "errors"
                and node.attr.isupper()
            ):
                yield f"{file.relative_to(PROGRAM)}:{node.lineno}", node.attr


def test_code_names_only_errors_that_the_file_has() -> None:
    named = dict(_named_in_code())
    assert len(named) > len(CATALOGUE) / 2, "the search finds the places"
    assert {place: name for place, name in named.items() if not hasattr(errors, name)} == {}


def test_a_name_that_the_file_does_not_have_is_told_with_its_code() -> None:
    with pytest.raises(AttributeError, match=r"errors.toml has no \[FEE-UNPAYED\]"):
        _ = errors.FEE_UNPAYED
