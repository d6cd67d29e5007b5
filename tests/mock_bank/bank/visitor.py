"""A customer without a browser: opens pages, sends forms, and carries messages between bank and device as
the bank's JavaScript does.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from html import unescape
from typing import TypeVar

from cryptography.x509 import Name
from werkzeug.test import Client, TestResponse

from mock_bank import stages
from mock_bank.app import Server
from mock_bank.bank import identity
from mock_bank.bank.models import Procedure, Renewal
from mock_bank.bank.sessions import COOKIE
from mock_bank.ca.registry import IssuedCertificate
from mock_bank.database import Base
from mock_bank.device.errors import DeviceError
from mock_bank.device.places import Place
from mock_bank.device.records import Chosen, Installed, NewKey
from mock_bank.device.store import thumbprint
from mock_bank.people import Person
from mock_bank.stages import Stage, WayName
from mock_bank.world import World

NEW_PASSWORD = "Saebom#7139"
RESULT = "/renewal/result"
Row = TypeVar("Row", bound=Base)


class Visitor:
    """One browser of one person in one world, at one time on one page."""

    def __init__(
        self,
        server: Server,
        world: World,
        person: Person,
        place: Place = Place.REMOVABLE_DISK,
        way: WayName = "renewal",
    ) -> None:
        self.server = server
        self.world = world
        self.person = person
        self.place = place  # where the new certificate is to lie
        self.way = way
        self._host = f"w-{world.id}.localhost"
        self._client = Client(server)
        self.page = ""

    def restarted(self, server: Server, world: World) -> Visitor:
        """The same browser, on the same page, after the bank was started anew."""
        after = Visitor(server, world, self.person, self.place, self.way)
        if cookie := self._client.get_cookie(COOKIE, domain=self._host):
            after._client.set_cookie(COOKIE, cookie.value, domain=after._host)
        after.page = self.page
        return after

    def be_at(self, stage: Stage) -> Visitor:
        """Be placed there without walking; nothing is open yet."""
        self._client.set_cookie(
            COOKIE, stages.place(self.world, self.person, stage, self.way), domain=self._host
        )
        return self

    # Pages and what they send

    def open(self, path: str, *, follow: bool = False) -> TestResponse:
        """Open a page."""
        answer = self._client.get(path, base_url=f"http://{self._host}:8765", follow_redirects=follow)
        return self._on(answer)

    def at(self, path: str) -> Visitor:
        """Have a page open, to go on from there."""
        self.open(path)
        return self

    def with_code(self) -> Visitor:
        """Have applied, and got a code for one's identity."""
        self.be_at("applied").get_code()
        return self

    def lose_cookie(self) -> None:
        """Go on without what the bank knows the visit by, as a browser does that takes no cookies."""
        self._client.delete_cookie(COOKIE, domain=self._host)

    def send(self, path: str, **form: str) -> TestResponse:
        """Send the present page's form, and see what comes back or where it leads."""
        data = {"csrf_token": self._token(), **form}
        return self._on(self._client.post(path, base_url=f"http://{self._host}:8765", data=data))

    def ask(self, path: str, **body: str) -> TestResponse:
        """Ask what the present page's JavaScript asks."""
        return self.ask_with(path, json.dumps(body))

    def look(self, page: str) -> TestResponse:
        """Open a page of the way that the person goes."""
        return self.open(f"/{self.way}/{page}")

    def tell(self, page: str, **body: str) -> TestResponse:
        """Ask there what its JavaScript asks."""
        return self.ask(f"/{self.way}/{page}", **body)

    def ask_with(self, path: str, body: str) -> TestResponse:
        """The same with whatever body."""
        headers = {"X-CSRFToken": self._token()}
        base = f"http://{self._host}:8765"
        return self._client.post(
            path, base_url=base, data=body, headers=headers, content_type="application/json"
        )

    def attribute(self, name: str) -> str:
        """What the present page says in the first attribute of that name."""
        found = re.search(rf'\b{name}="([^"]*)"', self.page)
        assert found is not None, f"the page has no {name}"
        return unescape(found[1])

    def _on(self, answer: TestResponse) -> TestResponse:
        if answer.mimetype == "text/html" and answer.status_code not in (301, 302, 303):
            self.page = answer.text
        return answer

    def _token(self) -> str:
        found = re.search(r'name="csrf-token" content="([^"]+)"', self.page)
        return found[1] if found else ""

    # The steps of a renewal

    def sign_in(self, path: str = "/sign-in") -> TestResponse:
        """Sign in with a certificate that lies on the device: the newest one that is there."""
        answer = self.open(path)
        if answer.status_code != 200:
            return answer
        return self.sign_in_with(self.newest(), path)

    def sign_in_with(self, chosen: Chosen, path: str = "/sign-in") -> TestResponse:
        """Sign in with that certificate, on the page that is open."""
        return self.send(path, **self.signed_with(chosen))

    def signed_with(self, chosen: Chosen) -> dict[str, str]:
        """That certificate, and its signature over the challenge of the page that is open."""
        challenge = b64decode(self.attribute("data-challenge"))
        signed = self.world.device.sign(chosen.place, chosen.certificate_id, chosen.password, challenge)
        certificate, signature = (b64encode(part).decode() for part in signed)
        return {"certificate": certificate, "signature": signature}

    def newest(self) -> Chosen:
        """The person's certificate on the device that was made last, with its password."""
        found = [
            (certificate.not_valid_before_utc, Chosen(place, thumbprint(certificate), ""))
            for place in Place
            for certificate in self.world.device.certificates(place)
            if f"CN={self.person.name}()" in certificate.subject.rfc4514_string()
        ]
        chosen = max(found, key=lambda one: one[0])[1]
        old = chosen.certificate_id == self.first().certificate_id
        return Chosen(chosen.place, chosen.certificate_id, self.first().password if old else NEW_PASSWORD)

    def first(self) -> Chosen:
        """The certificate that the person had from the start."""
        spec = self.person.certificates[0]
        return Chosen(Place(spec.place), thumbprint(self.first_issued().certificate), spec.password)

    def first_issued(self) -> IssuedCertificate:
        """The same as the authority knows it."""
        with self.world.bank() as bank:
            issued = bank.authority.issued_for(f"{self.person.key} 0")
            assert issued is not None, "whoever is enrolled has one"
            return issued

    def rows(self, kind: type[Row]) -> list[Row]:
        """All that the bank has of a kind."""
        with self.world.bank() as bank:
            return bank.session.query(kind).all()

    def renewal(self) -> Renewal:
        """The one that there is."""
        (renewal,) = self.rows(Renewal)
        return renewal

    @property
    def balance(self) -> int:
        """What the person's account holds."""
        with self.world.bank() as bank:
            return bank.customer(self.person.key).account.balance

    def choose(self) -> TestResponse:
        """Say what is to be issued: one of the kind that the person had from the start."""
        self.open("/issue")
        return self.send("/issue", choice=self.person.certificates[0].kind)

    def agree(self) -> TestResponse:
        """Agree to the terms."""
        self.look("terms")
        return self.send(f"/{self.way}/terms", electronic_banking="y", certificate_service="y")

    def apply(self, **changes: str) -> TestResponse:
        """Fill in the application, rightly but for the changes."""
        self.look("application")
        right = {
            "name": self.person.name,
            "number": self.person.number,
            "account": self.person.account.number,
            "phone": self.person.phone,
            "email": self.person.email,
        }
        return self.send(f"/{self.way}/application", **right | changes)

    def get_code(self) -> TestResponse:
        """Have the SMS code sent."""
        self.look("identity")
        return self.tell("identity/code")

    def proof(self) -> dict[str, str]:
        """What shows who the person is, at this moment."""
        with self.world.bank() as bank:
            begun = bank.session.query(Procedure).filter_by(customer_key=self.person.key)
            procedure = begun.order_by(Procedure.id.desc()).limit(1).one()
            return {"sms_code": procedure.code, **self.proof_of_payer()}

    def proof_of_payer(self) -> dict[str, str]:
        """The part of it that shows that money may be taken from the person's account."""
        with self.world.bank() as bank:
            customer = bank.customer(self.person.key)
            shown = {"account_password": self.person.account.password}
            if self.person.security == "otp":
                return shown | {"otp": identity.otp_now(bank, customer)}
            first, second = identity.card_prompt(bank, customer)
            codes = customer.card_codes
            return shown | {"card_first": codes[first][:2], "card_second": codes[second][2:]}

    def identify(self, **changes: str) -> TestResponse:
        """Have one's identity verified, with what is right but for the changes."""
        page = self.look("identity")
        if page.status_code != 200:
            return page
        return self.send(f"/{self.way}/identity", **self.proof() | changes)

    def decide(self, serial: str) -> TestResponse:
        """Have the certificate revoked, suspended or restored."""
        self.look("decision")
        return self.send(f"/{self.way}/decision", certificate=serial, understood="y")

    # The last page: from button to result

    def make_key(self, *, old: Chosen | None = None, password: str = NEW_PASSWORD) -> NewKey:
        """Have the device make the new key. The issuing page is open."""
        if self.way == "issue":
            subject = Name.from_rfc4514_string(self.attribute("data-subject"))
            return self.world.device.create_first_key(self.place, password, subject)
        challenge = b64decode(self.attribute("data-challenge"))
        return self.world.device.create_key(self.place, password, old or self.first(), challenge)

    def register(self, made: NewKey) -> TestResponse:
        """Send the device's request."""
        request, signature = b64encode(made.request).decode(), b64encode(made.signature).decode()
        return self.ask(
            f"/{self.way}/registration", key=made.id, request=request, signature=signature, place=self.place
        )

    def issue(self) -> TestResponse:
        """Ask for the certificate."""
        return self.tell("issue")

    def install(self, key: str, certificate: str) -> Installed:
        """Have the device keep the certificate (base64). Raises DeviceError."""
        return self.world.device.install(key, b64decode(certificate))

    def report(self, installed: Installed) -> TestResponse:
        """Tell the bank that it is stored."""
        return self.tell("stored", place=installed.place, thumbprint=installed.thumbprint)

    def finish(self, *, tells: bool = True) -> TestResponse:
        """Try to have the new certificate from where the renewal stands, as the issuing page does.

        The answer at which it stopped: a refusal, a wait, or the one that leads to the result. A browser
        that is closed too early stores it and `tells` nobody.
        """
        page = self.look("certificate")
        if page.status_code != 200:
            return page
        key, certificate, state = (self.attribute(f"data-{name}") for name in ("key", "certificate", "state"))
        try:
            if state == "identified":
                made = self.make_key()
                key, registered = made.id, self.register(made)
                if registered.status_code != 200:
                    return registered
            if not certificate:
                issued = self.issue()
                if issued.status_code != 200:
                    return issued
                certificate = issued.get_json()["certificate"]
            installed = self.install(key, certificate)
            return self.report(installed) if tells else page
        except DeviceError as error:
            return self.tell("device-error", code=error.code)

    def step(self) -> bool:
        """Do what the present step of the renewal asks for, whatever comes of it; False when it is over."""
        where = self.look("result")
        steps = {
            "/issue": self.choose,
            f"/{self.way}/terms": self.agree,
            f"/{self.way}/application": self.apply,
            f"/{self.way}/identity": self.verify,
            f"/{self.way}/certificate": self.finish,
        }
        if where.status_code == 200:
            return False
        path = (where.location or "").partition("?")[0]
        if path == "/sign-in":
            self.sign_in(where.location or "")
        elif path in steps:
            steps[path]()
        return True

    def verify(self) -> TestResponse:
        """Get a code and have one's identity verified with it."""
        sent = self.get_code()
        return self.identify() if sent.status_code == 200 else sent


def words_of(answer: TestResponse) -> str:
    """What a page says, with the numbers in it as one reads them."""
    return unescape(re.sub("</?span[^>]*>", "", answer.text))


def code_of(answer: TestResponse) -> str | None:
    """The catalogue's code that an answer carries, in JSON or on a page."""
    if answer.is_json:
        return str(answer.get_json().get("code"))
    found = re.search(r'data-error-code="([^"]+)"', answer.text)
    return found[1] if found else None
