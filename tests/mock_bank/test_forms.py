"""What is typed and what is meant (claim: error.input)."""

from __future__ import annotations

import pytest
from flask import Flask

from mock_bank.bank.web.forms import IDENTITY_FORMS, CorporateApplicationForm, PersonalApplicationForm

GOOD = {
    "name": "김하나",
    "number": "901332-2000012",
    "account": "000-123-456789",
    "phone": "010-0000-0001",
    "email": "hana@example.com",
}


@pytest.fixture
def form_of() -> object:
    """Build a form from what a customer typed."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="test", WTF_CSRF_ENABLED=False, WTF_I18N_ENABLED=False)

    def build(kind: type, **typed: str) -> object:
        with app.test_request_context("/", method="POST", data=typed):
            form = kind()
            form.validate()
            return form

    return build


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("number", "9013322000012"),
        ("number", " 901332 2000012 "),
        ("number", "901332-2000012"),  # full width
        ("account", "000123456789"),
        ("phone", "01000000001"),
        ("phone", "010 0000 0001"),
        ("name", "  김하나 "),
        ("email", "hana@example.com "),
    ],
)
def test_what_a_person_would_accept_is_accepted(form_of, field: str, typed: str) -> None:  # type: ignore[no-untyped-def]
    form = form_of(PersonalApplicationForm, **{**GOOD, field: typed})
    assert form.errors == {}
    assert form[field].data == GOOD[field]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "이름을 입력해 주세요."),
        ("number", "", "주민등록번호를 입력해 주세요."),
        ("number", "901332-200001", "주민등록번호는 숫자 13자리로 입력해 주세요."),
        ("number", "901332-20000123", "주민등록번호는 숫자 13자리로 입력해 주세요."),
        ("account", "000-123", "출금 계좌번호는 숫자 12자리로 입력해 주세요."),
        ("phone", "02-000-0001", "휴대폰 번호는 010으로 시작하는 숫자 11자리로 입력해 주세요."),
        ("email", "hana", "이메일 주소를 다시 확인해 주세요."),
        ("email", "<script>@example.com", "이메일 주소를 다시 확인해 주세요."),
    ],
)
def test_only_the_wrong_field_is_named(form_of, field: str, typed: str, said: str) -> None:  # type: ignore[no-untyped-def]
    form = form_of(PersonalApplicationForm, **{**GOOD, field: typed})
    assert form.errors == {field: [said]}


def test_a_company_has_a_business_number(form_of) -> None:  # type: ignore[no-untyped-def]
    typed = {**GOOD, "name": "주식회사 가온", "number": "0000000001"}
    assert form_of(CorporateApplicationForm, **typed).number.data == "000-00-00001"


def test_errors_come_in_the_order_of_the_fields(form_of) -> None:  # type: ignore[no-untyped-def]
    assert list(form_of(PersonalApplicationForm).errors) == ["name", "number", "account", "phone", "email"]
    assert list(form_of(IDENTITY_FORMS["otp"]).errors) == ["account_password", "sms_code", "otp"]
