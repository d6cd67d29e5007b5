"""What the customer holds or knows: certificates, passwords, codes, registration data."""

from __future__ import annotations

from harness.errors import HarnessError
from harness.play.scene import Scene
from harness.play.world import IssuedCertificate, StoredFile
from pages import hands
from pages.certificate_dialog import CertificateDialog
from pages.fields import Field
from pages.identity import ProofScreen
from pages.labels import Place

# What customers set anew: for a certificate, and for a file.
NEW_PASSWORD = "Solbara!3691"
FILE_PASSWORD = "Badaro#4827"
OTHER_BANKS = -1  # in place of the number of a certificate: the one that another bank issued


def certificate_of(scene: Scene, number: int, holder: str | None = None) -> IssuedCertificate:
    """One of the customer's certificates, or of whoever is named, counted from the oldest, or OTHER_BANKS."""
    person = scene.person(holder) if holder else scene.customer
    held = scene.world.certificates(person.key)
    if number == OTHER_BANKS:
        arranged = [one.other_bank or not one.registered for one in person.certificates]
        number = arranged.index(True) if True in arranged else len(held)
    if number >= len(held):
        name = person.name
        raise HarnessError(
            f"{name} has {len(held)} certificate(s) up to now: there is no such one yet",
            f"{name} 고객의 인증서는 아직 {len(held)}개뿐입니다. 그런 인증서는 없습니다",
        )
    return held[number]


def password_of(scene: Scene, certificate: IssuedCertificate) -> str:
    """The password of a certificate: the new one's has been set in the scenario."""
    held = scene.world.certificates(certificate.person)
    arranged = [one.password for one in scene.person(certificate.person).certificates]
    number = held.index(certificate)
    return arranged[number] if number < len(arranged) else NEW_PASSWORD


def named(certificate: IssuedCertificate) -> str:
    """How the bank's page names a certificate: holder and last day."""
    return f"{certificate.holder} {certificate.not_after:%Y-%m-%d}"


def files_at_hand(scene: Scene) -> list[StoredFile]:
    """The files on the device at which the customer is, and on what they carry along."""
    return [file for file in scene.world.store() if file.device in (scene.device, None)]


def place_of(scene: Scene, certificate: IssuedCertificate) -> Place:
    """Where the customer has the certificate at hand."""
    places = [file.place for file in files_at_hand(scene) if file.certificate == certificate.serial]
    if not places:
        raise HarnessError(
            f"the certificate {named(certificate)} is not on the device at which the customer is",
            f"고객이 쓰는 기기에 {named(certificate)} 인증서가 없습니다",
        )
    return Place.of(places[0])


def choose_certificate(
    scene: Scene,
    dialog: CertificateDialog,
    certificate: IssuedCertificate,
    password: str,
    place: Place | None = None,
    clicks: int = 1,
) -> None:
    """Choose the certificate from `place`, or from where it lies, and give `password` for it."""
    dialog.look_into((place or place_of(scene, certificate)).value)
    hands.tick(dialog.certificate(certificate.holder, f"{certificate.not_after:%Y-%m-%d}"))
    dialog.enter_password(password, clicks)


def application_of(scene: Scene) -> dict[Field, str]:
    """The customer's registration data, as the application asks for them."""
    customer = scene.customer
    return {
        Field.NAME: customer.name,
        Field.NUMBER: customer.number,
        Field.ACCOUNT: customer.account.number,
        Field.PHONE: customer.phone,
        Field.EMAIL: customer.email,
    }


def new_certificate_data(scene: Scene, renews: bool) -> dict[Field, str]:
    """What issuing asks, in the order of the screen; one that `renews` for the old certificate, here by its
    serial number.
    """
    old = {Field.OLD_CERTIFICATE: certificate_of(scene, 0).serial} if renews else {}
    return {
        **old,
        Field.NEW_PASSWORD: NEW_PASSWORD,
        Field.NEW_PASSWORD_AGAIN: NEW_PASSWORD,
        Field.PLACE: Place.HARD_DISK.value,
    }


def proof_of(scene: Scene, page: ProofScreen) -> dict[Field, str]:
    """What shows at this moment that the customer is who they are; a code has to have been sent."""
    return {Field.SMS_CODE: scene.world.sms_code(scene.customer.phone), **proof_of_payer(scene, page)}


def proof_of_payer(scene: Scene, page: ProofScreen) -> dict[Field, str]:
    """The part of it that shows that money may be taken from the customer's account."""
    return {Field.ACCOUNT_PASSWORD: scene.customer.account.password, **means_of_security(scene, page)}


def means_of_security(scene: Scene, page: ProofScreen) -> dict[Field, str]:
    """What the customer's card or OTP says to what the page asks."""
    held = scene.world.person(scene.customer.key)
    if held.otp:
        return {Field.OTP: held.otp}
    first = held.security_card[page.card_number(Field.CARD_FIRST)]
    second = held.security_card[page.card_number(Field.CARD_SECOND)]
    return {Field.CARD_FIRST: first[:2], Field.CARD_SECOND: second[2:]}
