"""What customers type, as the pages take it and give it back (claim: error.input)."""

from __future__ import annotations

import re
from html import unescape

import pytest

from mock_bank.bank.models import Renewal
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.visitor import Visitor, code_of

NUMBER = "주민등록번호는 숫자 13자리로 입력해 주세요."
ACCOUNT = "출금 계좌번호는 숫자 12자리로 입력해 주세요."
PHONE = "휴대폰 번호는 010으로 시작하는 숫자 11자리로 입력해 주세요."
EMAIL = "이메일 주소를 다시 확인해 주세요."
NAME = "이름에 쓸 수 없는 문자가 있습니다."
MARKUP, EMOJI = "<img src=x onerror=alert(1)>", "🙂🙂🙂"

WRONG = [
    ("name", "", "이름을 입력해 주세요."),
    ("name", "   ", "이름을 입력해 주세요."),
    ("name", "가" * 41, "이름은 40자까지 입력할 수 있습니다."),
    ("name", MARKUP, NAME),
    ("name", EMOJI, NAME),
    ("number", "", "주민등록번호를 입력해 주세요."),
    ("number", "901332-20000", NUMBER),
    ("number", "901332-20000123", NUMBER),
    ("number", "90l332-2000012", NUMBER),
    ("number", "٩٠١٣٣٢٢٠٠٠٠١٢", NUMBER),
    ("number", MARKUP, NUMBER),
    ("number", EMOJI, NUMBER),
    ("account", "", "출금 계좌번호를 입력해 주세요."),
    ("account", "000-123-45678", ACCOUNT),
    ("account", "000-123-4567890", ACCOUNT),
    ("account", "계좌", ACCOUNT),
    ("account", MARKUP, ACCOUNT),
    ("account", EMOJI, ACCOUNT),
    ("phone", "", "휴대폰 번호를 입력해 주세요."),
    ("phone", "010-0000-001", PHONE),
    ("phone", "010-0000-00011", PHONE),
    ("phone", "02-0000-0001", PHONE),
    ("phone", "+82 10 0000 0001", PHONE),
    ("phone", MARKUP, PHONE),
    ("phone", EMOJI, PHONE),
    ("email", "", "이메일을 입력해 주세요."),
    ("email", "hana", EMAIL),
    ("email", "hana@", EMAIL),
    ("email", "hana@example", EMAIL),
    ("email", "h@ na@example.com", EMAIL),
    ("email", f"{'h' * 250}@example.com", EMAIL),
    ("email", MARKUP, EMAIL),
    ("email", f"{EMOJI}@", EMAIL),
]
# Full-width digits, dashes of other kinds, and marks that nobody sees come along when people paste.
RIGHT = {
    "name": ["김하나", " 김하나 ", "김하나", "김하나\u200b"],
    "number": ["901332-2000012", "9013322000012", " 901332 2000012", "901332\u20132000012"],
    "account": ["000-123-456789", "000123456789", "000 123 456789", "000\u2212123\u2212456789"],
    "phone": ["010-0000-0001", "01000000001", "010 0000 0001", "\u202a010-0000-0001\u202c"],
    "email": ["hana@example.com", " hana@example.com ", "ｈａｎａ@example.com"],
}
# Of nobody here.
OTHERS = {"name": "이둘", "number": "901332-2000099", "account": "000-999-999999", "phone": "010-0000-0009"}
FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")
RIGHT |= {
    name: [*RIGHT[name], RIGHT[name][0].translate(FULL_WIDTH)] for name in ("number", "account", "phone")
}


def field(page: str, name: str) -> str:
    """The field of that name, as markup."""
    found = re.search(rf'<input[^>]* name="{name}"[^>]*>', page)
    assert found is not None
    return found[0]


def value(page: str, name: str) -> str:
    found = re.search(r' value="([^"]*)"', field(page, name))
    return unescape(found[1]) if found else ""


def said_at(page: str, name: str) -> str | None:
    found = re.search(rf'id="{name}-error">([^<]*)<', page)
    return unescape(found[1]) if found else None


@pytest.fixture
def applicant(enter: Enter) -> Visitor:
    visitor = enter().be_at("signed in")
    visitor.agree()
    return visitor


@pytest.mark.parametrize(("name", "typed", "said"), WRONG)
def test_a_wrong_entry_is_said_at_its_field_and_nothing_else_is_lost(
    applicant: Visitor, name: str, typed: str, said: str
) -> None:
    page = applicant.apply(**{name: typed}).text
    assert said_at(page, name) == said
    assert "autofocus" in field(page, name)
    assert 'aria-invalid="true"' in field(page, name)
    others = set(RIGHT) - {name}
    assert {other: value(page, other) for other in others} == {other: RIGHT[other][0] for other in others}
    assert all(said_at(page, other) is None for other in others)
    assert MARKUP not in page, "what was typed comes back as text"


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, all in RIGHT.items() for typed in all])
def test_what_a_person_would_read_as_right_is_right(applicant: Visitor, name: str, typed: str) -> None:
    assert applicant.apply(**{name: typed}).location == "/renewal/identity"


def test_the_first_of_several_wrong_entries_takes_the_focus(applicant: Visitor) -> None:
    page = applicant.apply(account="1", email="2", number="3").text
    assert [name for name in RIGHT if "autofocus" in field(page, name)] == ["number"]
    assert [name for name in RIGHT if said_at(page, name)] == ["number", "account", "email"]


@pytest.mark.parametrize("registered", ["㈜가온", "(주)가온"])
@pytest.mark.parametrize("typed", ["㈜가온", "(주)가온", "（주）가온"])
def test_a_company_s_name_and_number_are_written_in_two_ways(
    enter: Enter, registered: str, typed: str
) -> None:
    certificate = {"kind": "corporate-bank"}
    visitor = enter(kind="corporate", name=registered, number="000-00-00001", certificate=certificate)
    visitor.be_at("signed in").agree()
    assert visitor.apply(name=typed, number="0000000001").location == "/renewal/identity"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("account_password", "", "계좌 비밀번호를 입력해 주세요."),
        ("account_password", "135", "계좌 비밀번호는 숫자 4자리입니다."),
        ("account_password", "13579", "계좌 비밀번호는 숫자 4자리입니다."),
        ("account_password", MARKUP, "계좌 비밀번호는 숫자 4자리입니다."),
        ("sms_code", "", "문자로 받은 인증번호를 입력해 주세요."),
        ("sms_code", "12345", "숫자 6자리로 입력해 주세요."),
        ("sms_code", EMOJI, "숫자 6자리로 입력해 주세요."),
        ("card_first", "", "보안카드의 두 자리를 입력해 주세요."),
        ("card_first", "1", "보안카드의 두 자리를 입력해 주세요."),
        ("card_second", "123", "보안카드의 두 자리를 입력해 주세요."),
        ("card_second", MARKUP, "보안카드의 두 자리를 입력해 주세요."),
        ("otp", "", "OTP 번호를 입력해 주세요."),
        ("otp", "12345", "숫자 6자리로 입력해 주세요."),
        ("otp", EMOJI, "숫자 6자리로 입력해 주세요."),
    ],
)
def test_a_malformed_proof_is_said_at_its_field_and_costs_no_try(
    enter: Enter, name: str, typed: str, said: str
) -> None:
    visitor = enter(security="otp" if name == "otp" else "security-card").with_code()
    page = visitor.identify(**{name: typed}).text
    assert said_at(page, name) == said
    with visitor.world.bank() as bank:
        renewal = bank.session.query(Renewal).one()
        customer = renewal.customer
        tries = (customer.account.password_tries, renewal.code_tries, customer.card_tries, customer.otp_tries)
        assert tries == (0, 0, 0, 0)


@pytest.mark.parametrize("security", ["security-card", "otp"])
@pytest.mark.parametrize(
    "wrong", [{"account_password": "9753"}, {"sms_code": "975313"}, {"account_password": "12"}]
)
def test_secrets_do_not_come_back(enter: Enter, security: str, wrong: dict[str, str]) -> None:
    visitor = enter(security=security).with_code()
    entered = visitor.proof() | wrong
    page = visitor.identify(**wrong).text
    fields = re.findall("<input[^>]*>", page)
    assert any("sms_code" in one for one in fields)
    for secret in entered.values():
        assert not any(f'"{secret}"' in one for one in fields)


@pytest.mark.parametrize("security", ["security-card", "otp"])
def test_a_proof_is_entered_where_everybody_sees_that_it_is_secret(enter: Enter, security: str) -> None:
    """The harness, which keeps pages of failures as evidence, leaves out what is in such fields."""
    page = enter(security=security).be_at("applied").open("/renewal/identity").text
    fields = [one for one in re.findall("<input[^>]*>", page) if 'type="hidden"' not in one]
    assert len(fields) == (3 if security == "otp" else 4)
    for one in fields:
        assert 'type="password"' in one or 'autocomplete="one-time-code"' in one
    offered = [one for one in fields if 'autocomplete="one-time-code"' in one]
    assert ['name="sms_code"' in one for one in offered] == [True], "a phone offers the SMS code nowhere else"


@pytest.mark.parametrize("typed", ["１３５７", " 1357", "1 3 5 7"])
def test_a_proof_may_be_pasted_as_people_do(enter: Enter, typed: str) -> None:
    visitor = enter().with_code()
    code = visitor.proof()["sms_code"]
    spaced = f"{code[:3]} {code[3:]}"
    assert visitor.identify(account_password=typed, sms_code=spaced).location == "/renewal/certificate"


@pytest.mark.parametrize(
    ("path", "name"),
    [("/renewal/application", "name"), ("/renewal/identity", "sms_code"), ("/transfers", "memo")],
)
def test_no_field_cuts_off_what_is_pasted(enter: Enter, path: str, name: str) -> None:
    page = enter().be_at("applied").open(path).text
    assert 'type="text"' in field(page, name)
    assert "maxlength" not in page


def test_terms_that_are_not_agreed_to_are_named(enter: Enter) -> None:
    visitor = enter().be_at("signed in").at("/renewal/terms")
    page = visitor.send("/renewal/terms", electronic_banking="y").text
    assert said_at(page, "certificate_service") == "인증서 서비스 약관에 동의해 주세요."
    assert "checked" in field(page, "electronic_banking")


@pytest.mark.parametrize("wrong", [["name"], ["number"], ["account"], ["phone"], ["number", "phone"]])
def test_data_of_somebody_else_are_refused_at_each_field_that_differs(
    applicant: Visitor, wrong: list[str]
) -> None:
    others = {name: OTHERS[name] for name in wrong}
    answer = applicant.apply(**others)
    assert (answer.status_code, code_of(answer)) == (409, "IDENTITY-MISMATCH")
    assert [name for name in RIGHT if said_at(answer.text, name)] == wrong
    assert (said_at(answer.text, wrong[-1]) or "").startswith("은행에 등록된 ")
    assert [name for name in RIGHT if "autofocus" in field(answer.text, name)] == wrong[:1]
    assert value(answer.text, wrong[-1]) == others[wrong[-1]]
    assert applicant.rows(Renewal) == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/sign-in", '{"certificate": "\\ud800", "signature": "AAAA"}'),
        ("/renewal/terms", "[1]"),
        ("/renewal/terms", '{"electronic_banking": "y", "certificate_service": "y"}'),
        ("/transfers", '{"account": [1], "amount": 5, "memo": null}'),
        ("/transfers", "not even JSON"),
    ],
)
def test_a_form_is_filled_in_by_nothing_but_a_form(enter: Enter, path: str, body: str) -> None:
    visitor = enter().be_at("signed in")
    shown = visitor.open(path)
    answer = visitor.ask_with(path, body)
    assert (answer.status_code, code_of(answer)) == (200, None)
    assert re.findall("<h1.*?</h1>", answer.text) == re.findall("<h1.*?</h1>", shown.text)


def test_a_flood_is_refused(applicant: Visitor) -> None:
    answer = applicant.apply(name="가" * 100_000)
    assert (answer.status_code, code_of(answer)) == (400, "REQUEST-MALFORMED")
