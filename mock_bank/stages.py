"""Place a customer at a stage without walking there: the bank's own rules, without its screens."""

from __future__ import annotations

from typing import Literal, get_args

from sqlalchemy import literal_column, select

from mock_bank.bank import identity, renewal, sessions
from mock_bank.bank.certificates import view
from mock_bank.bank.context import Bank
from mock_bank.bank.models import Customer, RegisteredCertificate, Renewal, RenewalState
from mock_bank.bank.renewal import Application
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.people import Person
from mock_bank.world import World

Stage = Literal["signed in", "applied", "identified", "issued"]
STAGES: tuple[Stage, ...] = get_args(Stage)

PATHS: dict[Stage, str] = {
    "signed in": "/renewal",
    "applied": "/renewal/identity",
    "identified": "/renewal/certificate",
    "issued": "/renewal/certificate",
}


# What a customer has chosen for the new certificate, or the second where the first is the old one's.
_NEW_PASSWORDS = ("Solbara!3691", "Haebaragi#4702")


class NoCertificate(LookupError):
    """Nobody signs in without a certificate that the bank knows."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            f"{person.key} has no certificate that is registered here, so cannot be placed at a stage"
        )
        self.person = person


def place(world: World, person: Person, stage: Stage) -> str:
    """Bring `person` to `stage` with their first certificate; return the id of their signed-in session.

    Raises Refusal where the bank would refuse the customer too, NoCertificate when they have none here.
    """
    with world.bank() as bank:
        serial = _first_serial(bank, person)
        visit = sessions.sign_in(bank, person.key, serial)
        wanted = STAGES.index(stage)
        if wanted >= STAGES.index("applied"):
            begun = renewal.of(bank, serial) or _apply(bank, person, serial)
            if wanted >= STAGES.index("identified") and begun.state == RenewalState.APPLIED:
                _identify(bank, begun, person)
            if wanted >= STAGES.index("issued") and begun.state == RenewalState.IDENTIFIED:
                _issue(world, bank, begun, person)
        bank.session.commit()
        return visit.id


def _first_serial(bank: Bank, person: Person) -> str:
    """The first certificate of the person's list; NoCertificate when none is registered here."""
    registered = select(RegisteredCertificate.serial).where(RegisteredCertificate.customer_key == person.key)
    serial = bank.session.scalar(registered.order_by(literal_column("rowid")).limit(1))
    if serial is None:
        raise NoCertificate(person)
    return serial


def _apply(bank: Bank, person: Person, serial: str) -> Renewal:
    renewal.check_eligible(bank, view(bank, serial))
    customer = bank.customer(person.key)
    return renewal.apply(bank, customer, serial, Application.of(customer))


def _identify(bank: Bank, begun: Renewal, person: Person) -> None:
    identity.send_code(bank, begun)
    customer = begun.customer
    by_card = customer.security == "security-card"
    evidence = identity.Evidence(
        account_password=person.account.password,
        sms_code=begun.code,
        card=_card_answers(bank, customer) if by_card else ("", ""),
        otp="" if by_card else identity.otp_now(bank, customer),
    )
    identity.verify(bank, begun, evidence)


def _card_answers(bank: Bank, customer: Customer) -> tuple[str, str]:
    first, second = identity.card_prompt(bank, customer)
    return customer.card_codes[first][:2], customer.card_codes[second][2:]


def _issue(world: World, bank: Bank, begun: Renewal, person: Person) -> None:
    spec = person.certificates[0]
    here = Place(spec.place)
    old = Chosen(here, view(bank, begun.old_serial).thumbprint, spec.password)
    challenge = renewal.challenge(begun)
    new = next(password for password in _NEW_PASSWORDS if password != spec.password)
    made = world.device.create_key(here, new, old, challenge, knowingly=True)
    renewal.register(bank, begun, renewal.Request(made.id, made.request, made.signature, here))
    renewal.issue(bank, begun)
