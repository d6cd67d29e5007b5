"""What customers fill in, and what is said at a field that is filled in wrong (claims: step.3, step.4)."""

from __future__ import annotations

import re
import unicodedata

from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, HiddenField, PasswordField, StringField, TelField
from wtforms.validators import DataRequired, Email, Regexp


def _plain(value: str | None) -> str:
    """What was meant by what was typed: full-width letters are plain ones, outer spaces are nothing."""
    return unicodedata.normalize("NFKC", value or "").strip()


def _grouped(value: str | None, groups: tuple[int, ...]) -> str:
    """Digits in the registered form, dashes between groups; left alone when there are more or fewer."""
    plain = _plain(value)
    digits = re.sub(r"[\s-]", "", plain)
    if not re.fullmatch(rf"\d{{{sum(groups)}}}", digits):
        return plain
    parts, rest = [], digits
    for length in groups:
        parts.append(rest[:length])
        rest = rest[length:]
    return "-".join(parts)


def _digits(value: str | None) -> str:
    return re.sub(r"[\s-]", "", _plain(value))


class SignInForm(FlaskForm):
    """What the certificate dialog hands over: certificate and signature, base64."""

    certificate = HiddenField(validators=[DataRequired()])
    signature = HiddenField(validators=[DataRequired()])


class TermsForm(FlaskForm):
    """The two sets of terms, both needed."""

    electronic_banking = BooleanField(
        "전자금융거래 이용약관 동의 (필수)", [DataRequired("전자금융거래 이용약관에 동의해 주세요.")]
    )
    certificate_service = BooleanField(
        "인증서 서비스 약관 동의 (필수)", [DataRequired("인증서 서비스 약관에 동의해 주세요.")]
    )


def _name(label: str, empty: str) -> StringField:
    return StringField(label, [DataRequired(empty)], filters=[_plain])


def _number(label: str, empty: str, groups: tuple[int, ...]) -> StringField:
    form = "-".join(rf"\d{{{length}}}" for length in groups)
    wrong = f"{label}는 숫자 {sum(groups)}자리로 입력해 주세요."
    return StringField(
        label,
        [DataRequired(empty), Regexp(f"^{form}$", message=wrong)],
        filters=[lambda value: _grouped(value, groups)],
    )


def _account() -> StringField:
    return _number("출금 계좌번호", "출금 계좌번호를 입력해 주세요.", (3, 3, 6))


def _phone() -> TelField:
    return TelField(
        "휴대폰 번호",
        [
            DataRequired("휴대폰 번호를 입력해 주세요."),
            Regexp(
                r"^010-\d{4}-\d{4}$", message="휴대폰 번호는 010으로 시작하는 숫자 11자리로 입력해 주세요."
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
class PersonalApplicationForm(FlaskForm):
    """A person's registration data."""

    name = _name("이름", "이름을 입력해 주세요.")
    number = _number("주민등록번호", "주민등록번호를 입력해 주세요.", (6, 7))
    account = _account()
    phone = _phone()
    email = _email()


class CorporateApplicationForm(FlaskForm):
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


def _code_field(label: str, digits: int, empty: str) -> StringField:
    wrong = f"숫자 {digits}자리로 입력해 주세요."
    return StringField(
        label, [DataRequired(empty), Regexp(rf"^\d{{{digits}}}$", message=wrong)], filters=[_digits]
    )


class _IdentityForm(FlaskForm):
    account_password = PasswordField(
        "계좌 비밀번호",
        [
            DataRequired("계좌 비밀번호를 입력해 주세요."),
            Regexp(r"^\d{4}$", message="계좌 비밀번호는 숫자 4자리입니다."),
        ],
    )
    sms_code = _code_field("인증번호", 6, "문자로 받은 인증번호를 입력해 주세요.")


class OtpForm(_IdentityForm):
    """Identity by account password, SMS code and OTP."""

    otp = _code_field("OTP 번호", 6, "OTP 번호를 입력해 주세요.")


class CardForm(_IdentityForm):
    """Identity by account password, SMS code and two prompts of the security card."""

    card_first = PasswordField(validators=[Regexp(r"^\d{2}$", message="보안카드의 두 자리를 입력해 주세요.")])
    card_second = PasswordField(
        validators=[Regexp(r"^\d{2}$", message="보안카드의 두 자리를 입력해 주세요.")]
    )

    def ask(self, first: str, second: str) -> None:
        """Say which numbers of the card are asked for."""
        self.card_first.label.text = f"보안카드 {first}번 앞 두 자리"
        self.card_second.label.text = f"보안카드 {second}번 뒤 두 자리"
