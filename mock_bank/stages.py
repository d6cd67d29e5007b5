"""Place a customer at a stage without walking there: the bank's own rules, without its screens."""

from __future__ import annotations

from typing import Literal, get_args

from sqlalchemy import literal_column, select

from mock_bank.bank import changes, identity, renewal, sessions
from mock_bank.bank.certificates import view
from mock_bank.bank.context import Bank
from mock_bank.bank.models import Customer, Procedure, RegisteredCertificate, Renewal, RenewalState
from mock_bank.bank.renewal import Application
from mock_bank.ca.registry import State
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen
from mock_bank.people import Person
from mock_bank.world import World

Stage = Literal["signed in", "applied", "identified", "issued"]
STAGES: tuple[Stage, ...] = get_args(Stage)
# The ways through the certificate centre, by their addresses; those on which one is signed in.
WayName = Literal["renewal", "issue", "revocation", "suspension", "restoration"]
_SIGNED_IN = ("renewal", "revocation", "suspension")
_BECOMES = {"revocation": State.REVOKED, "suspension": State.SUSPENDED, "restoration": State.VALID}


def path(stage: Stage, way: WayName) -> str:
    """The page to open at that stage."""
    last = "/decision" if way in _BECOMES else "/certificate"
    return f"/{way}" + {"signed in": "", "applied": "/identity"}.get(stage, last)


# What a customer has chosen for the new certificate, or the second where the first is the old one's.
_NEW_PASSWORDS = ("Solbara!3691", "Haebaragi#4702")


class NoCertificate(LookupError):
    """Nobody signs in without a certificate that the bank knows."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            f"{person.key} has no certificate that is registered here, so cannot be placed at a stage"
        )
        self.person = person


def place(world: World, person: Person, stage: Stage, way: WayName = "renewal") -> str:
    """Bring `person` to `stage` of `way`, signed in with their first certificate where it is a way for that;
    return the id of their session. What ends in no certificate has no later stage than `identified`.

    Raises Refusal where the bank would refuse the customer too, NoCertificate when they have none here.
    """
    with world.bank() as bank:
        serial = _first_serial(bank, person)
        visit = sessions.sign_in(bank, person.key, serial) if way in _SIGNED_IN else sessions.start(bank)
        wanted = STAGES.index(stage)
        if wanted >= STAGES.index("applied"):
            begun = _begin(bank, person, serial, way)
            if wanted >= STAGES.index("identified") and begun.state == RenewalState.APPLIED:
                _identify(bank, begun, person)
            if way != "renewal":
                bank.session.flush()
                visit.procedure_id, visit.identified = begun.id, wanted >= STAGES.index("identified")
                visit.data = {"choice": begun.kind_id if isinstance(begun, Renewal) else person.kind}
            if wanted >= STAGES.index("issued") and begun.state == RenewalState.IDENTIFIED:
                _issue(world, bank, begun, person)
        bank.session.commit()
        return visit.id


def _begin(bank: Bank, person: Person, serial: str, way: WayName) -> Procedure:
    if way == "renewal":
        return renewal.of(bank, serial) or _apply(bank, person, serial)
    customer = bank.customer(person.key)
    if way == "issue":
        return renewal.apply_anew(bank, view(bank, serial).kind, Application.of(customer))
    return changes.begin(bank, customer, _BECOMES[way])


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


def _identify(bank: Bank, begun: Procedure, person: Person) -> None:
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
    customer.otp_last_used = ""  # who is placed here was on the way for longer than an OTP holds


def _card_answers(bank: Bank, customer: Customer) -> tuple[str, str]:
    first, second = identity.card_prompt(bank, customer)
    return customer.card_codes[first][:2], customer.card_codes[second][2:]


def _issue(world: World, bank: Bank, begun: Procedure, person: Person) -> None:
    if not isinstance(begun, Renewal):
        return
    spec = person.certificates[0]
    here = Place(spec.place)
    new = next(password for password in _NEW_PASSWORDS if password != spec.password)
    if begun.old_serial is None:
        made = world.device.create_first_key(here, new, renewal.subject_of(bank, begun), knowingly=True)
    else:
        old = Chosen(here, view(bank, begun.old_serial).thumbprint, spec.password)
        made = world.device.create_key(here, new, old, renewal.challenge(begun), knowingly=True)
    renewal.register(bank, begun, renewal.Request(made.id, made.request, made.signature, here))
    renewal.issue(bank, begun)
