"""The ways through the certificate centre: which pages each has, and who is in one.

They share their pages: a page's address begins with the way that it is part of, and `g.way` says which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, g, session

from mock_bank.bank import changes, renewal
from mock_bank.bank.certificates import view
from mock_bank.bank.models import Change, Procedure, Renewal, RenewalState
from mock_bank.bank.renewal import Application
from mock_bank.ca.profile import KINDS
from mock_bank.ca.registry import State

_SORTS = {"personal": "개인", "corporate": "기업"}
_GUIDANCE, _DONE = "안내", "완료"
_APPLYING = {"application": "신청서 작성"}
_IDENTITY = {"identity": "본인 확인"}
_ISSUING = {"terms": "약관 동의", **_APPLYING, **_IDENTITY, "issuing": "인증서 발급", "result": _DONE}
_DECIDING = {**_IDENTITY, "decision": "인증서 선택", "done": _DONE}


@dataclass(frozen=True)
class Way:
    """One way; `name` is the first part of its addresses, and the endpoint of its first page.

    `steps` are its pages by their endpoints, in order, with their names in the step bar. Who is not
    `signed_in` shows in each visit anew who they are.
    """

    name: str
    title: str
    label: str
    steps: Mapping[str, str]
    signed_in: bool

    @property
    def choices(self) -> dict[str, str]:
        """What a customer says first, by a name: nothing, where the bank knows who is signed in."""
        return {}

    def present(self) -> Procedure | None:
        """The procedure that this visit is in, if it is one of this way."""
        begun = g.bank.session.get(Procedure, g.visit.procedure_id) if g.visit.procedure_id else None
        return begun if begun is not None and self.has(begun) else None

    def has(self, procedure: Procedure) -> bool:
        """Whether the procedure goes this way."""
        raise NotImplementedError

    def check(self, procedure: Procedure | None) -> None:
        """Raise Refusal unless the customer may go on."""

    def sort(self) -> str:
        """Whose data the application asks for: a person's or a company's."""
        return str(g.bank.customer(g.visit.customer_key).kind)

    def apply(self, application: Application) -> None:
        """Take the application. Raises Refusal when the data are not right."""
        raise NotImplementedError

    def start(self, choice: str | None) -> None:
        """Start, whatever this visit had begun before."""
        session.pop("terms agreed", None)
        session["choice"] = choice
        self.begin(None)

    def begin(self, procedure: Procedure | None) -> None:
        """Have this visit be in that procedure, and not identified for it yet."""
        g.bank.session.flush()
        g.visit.procedure_id = procedure.id if procedure else None
        g.visit.identified = False


class Renewing(Way):
    """A renewal: the certificate that signed in shows whose it is, also when somebody comes back later."""

    def present(self) -> Renewal | None:
        """The renewal that the holder of the certificate is in."""
        return renewal.present(g.bank, g.visit.serial) if g.visit.serial else None

    def check(self, procedure: Procedure | None) -> None:
        """Raise Refusal unless the customer may renew today or finish what the authority knows of already:
        that is so whatever the day is, as long as the old certificate is in force (domain: Renewal window).
        """
        if isinstance(procedure, Renewal) and procedure.state.reached(RenewalState.REGISTERED):
            renewal.check_in_force(g.bank, procedure)
        else:
            renewal.check_eligible(g.bank, view(g.bank, g.visit.serial))

    def apply(self, application: Application) -> None:
        """Take the application, or take it again."""
        renewal.apply(g.bank, g.bank.customer(g.visit.customer_key), g.visit.serial, application)


class IssuingAnew(Way):
    """A certificate issued to somebody who has none to sign with."""

    @property
    def choices(self) -> dict[str, str]:
        """The kinds that there are."""
        return {kind.id: kind.label for kind in KINDS.values()}

    def has(self, procedure: Procedure) -> bool:
        """Whether it is no renewal, but ends in a certificate."""
        return isinstance(procedure, Renewal) and procedure.old_serial is None

    def sort(self) -> str:
        """That of the kind chosen."""
        return "corporate" if KINDS[session["choice"]].corporate else "personal"

    def apply(self, application: Application) -> None:
        """Take the application, or go on with what was begun in another visit."""
        self.begin(renewal.apply_anew(g.bank, KINDS[session["choice"]], application))


@dataclass(frozen=True)
class Changing(Way):
    """What a certificate becomes: revoked, suspended or valid again."""

    becomes: State

    @property
    def choices(self) -> dict[str, str]:
        """Persons and companies, who give other data."""
        return {} if self.signed_in else _SORTS

    def start(self, choice: str | None) -> None:
        """Start; the bank knows who is signed in."""
        super().start(choice)
        if self.signed_in:
            self.begin(changes.begin(g.bank, g.bank.customer(g.visit.customer_key), self.becomes))

    def has(self, procedure: Procedure) -> bool:
        """Whether it is the change to just that."""
        return isinstance(procedure, Change) and procedure.becomes == self.becomes

    def sort(self) -> str:
        """That which was chosen."""
        return str(session["choice"])

    def apply(self, application: Application) -> None:
        """Find the customer by what they say."""
        self.begin(changes.begin(g.bank, renewal.applicant(g.bank, application), self.becomes))


WAYS: dict[str, Way] = {
    way.name: way
    for way in (
        Renewing("renewal", "인증서 갱신", "갱신", {"renewal": _GUIDANCE, **_ISSUING}, signed_in=True),
        IssuingAnew("issue", "인증서 발급/재발급", "발급", {"issue": _GUIDANCE, **_ISSUING}, signed_in=False),
        Changing(
            *("revocation", "인증서 폐기", "폐기", {"revocation": _GUIDANCE, **_DECIDING}),
            signed_in=True,
            becomes=State.REVOKED,
        ),
        Changing(
            *("suspension", "인증서 효력 정지", "효력 정지", {"suspension": _GUIDANCE, **_DECIDING}),
            signed_in=True,
            becomes=State.SUSPENDED,
        ),
        Changing(
            *("restoration", "인증서 효력 회복", "효력 회복"),
            {"restoration": _GUIDANCE, **_APPLYING, **_DECIDING},
            signed_in=False,
            becomes=State.VALID,
        ),
    )
}


def know_ways(site: Flask) -> None:
    """Have `g.way` say which way a page is part of, and addresses lead on in it."""

    def take(endpoint: str | None, values: dict[str, Any] | None) -> None:
        name = (values or {}).pop("way", endpoint)
        if name in WAYS:
            g.way = WAYS[name]

    def give(endpoint: str, values: dict[str, Any]) -> None:
        if "way" in g and site.url_map.is_endpoint_expecting(endpoint, "way"):
            values.setdefault("way", g.way.name)

    site.url_value_preprocessor(take)
    site.url_defaults(give)
