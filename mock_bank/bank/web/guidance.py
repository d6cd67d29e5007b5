"""Where each way through the certificate centre begins: what to prepare, and the way to the present step."""

from __future__ import annotations

from flask import flash, g, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from mock_bank.bank import renewal as rules
from mock_bank.bank.certificates import view
from mock_bank.bank.models import Customer, Renewal, RenewalState
from mock_bank.bank.particles import settled
from mock_bank.bank.web.access import begins, open_steps, signed_in, step
from mock_bank.bank.web.forms import ChoiceForm
from mock_bank.ca.profile import KINDS

_NUMBER_LABELS = {"personal": "주민등록번호", "corporate": "사업자등록번호"}
_SECURITY_LABELS = {"security-card": "보안카드", "otp": "OTP"}


@signed_in
def renewal() -> ResponseReturnValue:
    """What to prepare, and the way to the step where the renewal is (claim: prepare)."""
    certificate = view(g.bank, g.visit.serial)
    begun = g.way.present()
    finished = begun is not None and begun.state == RenewalState.CONFIRMED
    g.way.check(None if finished else begun)
    return render_template(
        "renewal.html",
        certificate=certificate,
        needs=_needs(g.bank.customer(g.visit.customer_key)),
        fee=certificate.kind.fee,
        unfinished=begun is not None,
        may_cancel=_may_cancel(begun),
        next_url=url_for(open_steps(begun)[-1] if begun else "terms"),
    )


def _needs(customer: Customer) -> list[str]:
    return [
        "기존 인증서와 비밀번호",
        _NUMBER_LABELS[customer.kind],
        "계좌번호와 계좌 비밀번호 4자리",
        "은행에 등록한 휴대폰",
        _SECURITY_LABELS[customer.security],
        "새 인증서 비밀번호",
        "저장 위치",
    ]


def _may_cancel(begun: Renewal | None) -> bool:
    """Whether the authority does not know of it yet."""
    return begun is not None and not begun.state.reached(RenewalState.REGISTERED)


@step("identity", "issuing")
def cancel() -> ResponseReturnValue:
    """Forget what was begun; the customer is where they began."""
    rules.cancel(g.bank, g.procedure)
    session.pop("terms agreed", None)
    g.visit.procedure_id = None
    flash(settled(f"{g.way.label}을/를 취소했습니다."), "status")
    return redirect(url_for(g.way.name))


@begins
def begin() -> ResponseReturnValue:
    """What is done and what to prepare; whoever has begun in this visit may go on."""
    form = ChoiceForm()
    form.offer(g.way.choices)
    if form.validate_on_submit():
        g.way.start(form.choice.data if form.choice else None)
        return redirect(url_for(open_steps(g.way.present())[-1]))
    begun = g.procedure if g.procedure is not None and g.procedure.state != RenewalState.CONFIRMED else None
    next_url = url_for(open_steps(begun)[-1]) if begun else None
    return render_template(
        f"{g.way.name}.html",
        form=form,
        fees={kind.id: f"1년 {kind.fee:,}원" if kind.fee else "무료" for kind in KINDS.values()},
        next_url=next_url,
        may_cancel=isinstance(begun, Renewal) and _may_cancel(begun),
    )
