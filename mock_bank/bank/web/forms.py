"""What customers fill in, and what is said at a field that is filled in wrong
(claims: step.3, step.4; domain: Screens).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, EmailField, HiddenField, PasswordField, RadioField, StringField, TelField
from wtforms import Form as PlainForm
from wtforms.validators import AnyOf, DataRequired, Email, Length, Regexp
from wtforms.widgets import PasswordInput

from mock_bank.bank.certificates import CertificateView
from mock_bank.bank.identity import Evidence

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212-"
_MAX_NAME = 40
_MAX_MEMO = 10
_WRITABLE = r"^[\w .,&'()·-]*$"


def _plain(value: str | None) -> str:
    """What was meant by what was typed: full-width letters are plain ones; outer spaces and what nobody sees
    are nothing.
    """
    visible = (character for character in value or "" if unicodedata.category(character) != "Cf")
    return unicodedata.normalize("NFKC", "".join(visible)).strip()


def _grouped(value: str | None, groups: tuple[int, ...]) -> str:
    """Digits in the registered form, dashes between groups; left alone when there are more or fewer."""
    digits = _digits(value)
    if not re.fullmatch(f"[0-9]{{{sum(groups)}}}", digits):
        return _plain(value)
    parts, rest = [], digits
    for length in groups:
        parts.append(rest[:length])
        rest = rest[length:]
    return "-".join(parts)


def _digits(value: str | None) -> str:
    return re.sub(rf"[\s{_DASHES}]", "", _plain(value))


class BankForm(FlaskForm):
    """A form of the bank: filled in by texts of a form, and not by JSON, which may hold anything."""

    class Meta(FlaskForm.Meta):
        """Where it differs from Flask-WTF's own."""

        def wrap_formdata(self, form: FlaskForm, formdata: object) -> MultiDict[str, str] | None:
            """What was sent, if anything was."""
            return request.form if form.is_submitted() else None


class SignInForm(BankForm):
    """What the certificate dialog hands over: certificate and signature, base64."""

    certificate = HiddenField(validators=[DataRequired()])
    signature = HiddenField(validators=[DataRequired()])


class ChoiceForm(BankForm):
    """What a customer says first who is not signed in: what is to be issued, or who they are."""

    choice = RadioField("선택", [DataRequired("하나를 선택해 주세요.")], validate_choice=False)

    def offer(self, choices: Mapping[str, str]) -> None:
        """Have these be chosen from, by their names; if there are none, nothing is."""
        if choices:
            self.choice.choices = list(choices.items())
            self.choice.validators = [*self.choice.validators, AnyOf(choices, "하나를 선택해 주세요.")]
        else:
            del self.choice


_UNDERSTOOD = {
    "revocation": "폐기한 인증서는 되돌릴 수 없음을 확인했습니다",
    "suspension": "효력을 회복할 때까지 이 인증서를 쓸 수 없음을 확인했습니다",
}


class DecisionForm(BankForm):
    """Which certificate, and that the customer knows what becomes of it."""

    certificate = RadioField("인증서", [DataRequired("인증서를 선택해 주세요.")], validate_choice=False)
    understood = BooleanField(validators=[DataRequired("확인한 뒤 체크해 주세요.")])

    def offer(self, certificates: Sequence[CertificateView], way: str) -> None:
        """Have one of these be chosen; to restore one there is nothing to understand."""
        self.certificate.choices = [
            (one.serial, f"{one.kind_label} {one.not_after:%Y-%m-%d} 만료 ({one.state_label})")
            for one in certificates
        ]
        if way in _UNDERSTOOD:
            self.understood.label.text = _UNDERSTOOD[way]
        else:
            del self.understood


class TermsForm(BankForm):
    """The two sets of terms, both needed."""

    electronic_banking = BooleanField(
        "전자금융거래 이용약관 동의 (필수)", [DataRequired("전자금융거래 이용약관에 동의해 주세요.")]
    )
    certificate_service = BooleanField(
        "인증서 서비스 약관 동의 (필수)", [DataRequired("인증서 서비스 약관에 동의해 주세요.")]
    )


def _name(label: str, empty: str) -> StringField:
    return StringField(
        label,
        [
            DataRequired(empty),
            Length(max=_MAX_NAME, message=f"{label}은 {_MAX_NAME}자까지 입력할 수 있습니다."),
            Regexp(_WRITABLE, message=f"{label}에 쓸 수 없는 문자가 있습니다."),
        ],
        filters=[_plain],
    )


def _number(
    label: str, empty: str, groups: tuple[int, ...], widget: PasswordInput | None = None
) -> StringField:
    form = "-".join(f"[0-9]{{{length}}}" for length in groups)
    wrong = f"{label}는 숫자 {sum(groups)}자리로 입력해 주세요."
    return StringField(
        label,
        [DataRequired(empty), Regexp(f"^{form}$", message=wrong)],
        filters=[lambda value: _grouped(value, groups)],
        widget=widget,
    )


def _account() -> StringField:
    return _number("출금 계좌번호", "출금 계좌번호를 입력해 주세요.", (3, 3, 6))


def _phone() -> TelField:
    return TelField(
        "휴대폰 번호",
        [
            DataRequired("휴대폰 번호를 입력해 주세요."),
            Regexp(
                r"^010-[0-9]{4}-[0-9]{4}$",
                message="휴대폰 번호는 010으로 시작하는 숫자 11자리로 입력해 주세요.",
            ),
        ],
        filters=[lambda value: _grouped(value, (3, 4, 4))],
    )


def _email() -> EmailField:
    return EmailField(
        "이메일",
        [DataRequired("이메일을 입력해 주세요."), Email("이메일 주소를 다시 확인해 주세요.")],
        filters=[_plain],
    )


# WTForms asks for the fields, and so reports errors, in the order in which they are made: hence
# two whole forms instead of one that the other extends.
class PersonalApplicationForm(BankForm):
    """A person's registration data."""

    name = _name("이름", "이름을 입력해 주세요.")
    number = _number("주민등록번호", "주민등록번호를 입력해 주세요.", (6, 7), PasswordInput(hide_value=False))
    account = _account()
    phone = _phone()
    email = _email()


class CorporateApplicationForm(BankForm):
    """A company's registration data."""

    name = _name("기업 이름", "기업 이름을 입력해 주세요.")
    number = _number("사업자등록번호", "사업자등록번호를 입력해 주세요.", (3, 2, 5))
    account = _account()
    phone = _phone()
    email = _email()


APPLICATION_FORMS: dict[str, type[PersonalApplicationForm] | type[CorporateApplicationForm]] = {
    "personal": PersonalApplicationForm,
    "corporate": CorporateApplicationForm,
}


class _SmsCodeField(StringField):
    """The code from the message: seen while it is typed, never sent back."""

    def _value(self) -> str:
        return ""


def _six_digits(empty: str) -> list[DataRequired | Regexp]:
    return [DataRequired(empty), Regexp("^[0-9]{6}$", message="숫자 6자리로 입력해 주세요.")]


def _account_password() -> PasswordField:
    return PasswordField(
        "계좌 비밀번호",
        [
            DataRequired("계좌 비밀번호를 입력해 주세요."),
            Regexp("^[0-9]{4}$", message="계좌 비밀번호는 숫자 4자리입니다."),
        ],
        filters=[_digits],
    )


class _IdentityForm(BankForm):
    account_password = _account_password()
    sms_code = _SmsCodeField(
        "인증번호", _six_digits("문자로 받은 인증번호를 입력해 주세요."), filters=[_digits]
    )


def _amount(value: str | None) -> str:
    return re.sub(r"[\s,]", "", _plain(value)).removesuffix("원")


class HolderForm(BankForm):
    """Who somebody is that is not signed in."""

    number = StringField(
        "주민등록번호 또는 사업자등록번호",
        [
            DataRequired("주민등록번호 또는 사업자등록번호를 입력해 주세요."),
            Regexp(
                "^([0-9]{10}|[0-9]{13})$", message="숫자 13자리(사업자등록번호는 10자리)로 입력해 주세요."
            ),
        ],
        filters=[_digits],
        widget=PasswordInput(),
    )
    account = _account()
    account_password = _account_password()


class _TransferForm(BankForm):
    """To whom, how much, and what the receiver reads."""

    account = _number("받는 계좌번호", "받는 계좌번호를 입력해 주세요.", (3, 3, 6))
    amount = StringField(
        "이체 금액",
        [
            DataRequired("이체 금액을 입력해 주세요."),
            Regexp(r"^0*[1-9][0-9]{0,99}$", message="이체 금액은 1원 이상의 숫자로 입력해 주세요."),
        ],
        filters=[_amount],
    )
    memo = StringField(
        "받는 분 통장 표시",
        [
            Length(max=_MAX_MEMO, message=f"받는 분 통장 표시는 {_MAX_MEMO}자까지 입력할 수 있습니다."),
            Regexp(_WRITABLE, message="받는 분 통장 표시에 쓸 수 없는 문자가 있습니다."),
        ],
        filters=[_plain],
    )

    account_password = _account_password()


# The means of security are asked for after all else.
class _Otp(BankForm):
    otp = PasswordField("OTP 번호", _six_digits("OTP 번호를 입력해 주세요."), filters=[_digits])


def _card_field() -> PasswordField:
    wrong = "보안카드의 두 자리를 입력해 주세요."
    return PasswordField(validators=[Regexp("^[0-9]{2}$", message=wrong)], filters=[_digits])


class Card(BankForm):
    """A form with two prompts of the security card."""

    card_first = _card_field()
    card_second = _card_field()

    def ask(self, first: str, second: str) -> None:
        """Say which numbers of the card are asked for."""
        self.card_first.label.text = f"보안카드 {first}번 앞 두 자리"
        self.card_second.label.text = f"보안카드 {second}번 뒤 두 자리"


class _IdentityByOtp(_IdentityForm, _Otp):
    pass


class _IdentityByCard(_IdentityForm, Card):
    pass


class _TransferByOtp(_TransferForm, _Otp):
    pass


class _TransferByCard(_TransferForm, Card):
    pass


class _RegistrationByOtp(SignInForm, _Otp):
    pass


class _RegistrationByCard(SignInForm, Card):
    pass


# By the customer's means of security.
REGISTRATION_FORMS: dict[str, type[BankForm]] = {
    "otp": _RegistrationByOtp,
    "security-card": _RegistrationByCard,
}
IDENTITY_FORMS: dict[str, type[BankForm]] = {"otp": _IdentityByOtp, "security-card": _IdentityByCard}
TRANSFER_FORMS: dict[str, type[BankForm]] = {"otp": _TransferByOtp, "security-card": _TransferByCard}


def evidence_in(form: BankForm) -> Evidence:
    """What was entered to show who the customer is."""
    entered = {name: form[name].data for name in ("account_password", "sms_code", "otp") if name in form}
    card = (form.card_first.data, form.card_second.data) if isinstance(form, Card) else ("", "")
    return Evidence(**entered, card=card)


class DocumentForm(BankForm):
    """What the certificate dialog hands over: the signed document, base64."""

    document = HiddenField()


class SupportForm(PlainForm):
    """The reference number of an error; to look it up changes nothing, so the form needs no token."""

    reference = StringField(
        "문의 번호",
        [DataRequired("문의 번호를 입력해 주세요.")],
        filters=[lambda value: _grouped(value, (6, 4))],
    )
