"""Who the customer is, and what they hold before the scenario begins.

고객이 누구인지, 처음에 무엇을 가지고 있는지.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from harness.language.vocabulary import Table, given
from harness.play.scene import COMPUTER, Scene
from harness.seeds.named_people import THE_CUSTOMER, Certificate, Person
from pages.labels import Place, State

# Columns of a table of certificates; what is left out is as usual.
HELD = Table(
    {"kind": "종류", "expires": "만료", "state": "상태", "place": "위치"},
    needed={"expires"},
    types={"kind": "kind", "expires": "day", "state": "held_state", "place": "place"},
)


def about(scene: Scene, name: str) -> Person:
    """The person of that name, who is `the customer` from now on; whoever is so already needs no name."""
    if name not in THE_CUSTOMER:
        scene.customer = scene.person(name)
    return scene.customer


def _change_certificate(scene: Scene, name: str, **changes: Any) -> None:
    customer = about(scene, name)
    scene.certificates(customer, replace(customer.certificates[0], **changes))


@given(en="{customer} is a customer", ko="{customer} 고객이 있다")
def customer(scene: Scene, customer: str) -> None:
    about(scene, customer)


@given(en="somebody is a {sort} customer", ko="어떤 {sort} 고객이 있다")
def somebody(scene: Scene, sort: str) -> None:
    """Somebody made up, with a certificate for banking that ends in 14 days.

    가상의 고객. 14일 뒤에 만료되는 은행/보험용 인증서가 있다.
    """
    scene.customer = scene.anyone(sort)
    scene.certificates(scene.customer, Certificate(f"{sort}-bank", days_left=14))


@given(en="{customer} has these certificates:", ko="{customer} 고객에게 다음 인증서가 있다:", table=HELD)
def has_certificates(scene: Scene, customer: str, datatable: list[list[str]]) -> None:
    person = about(scene, customer)
    scene.certificates(person, *(_held(person, row) for row in HELD.rows(datatable)))


def _held(person: Person, row: dict[str, Any]) -> Certificate:
    usual = person.certificates[0]
    return replace(
        usual,
        days_left=row["expires"],
        kind=f"{person.kind}-{row['kind']}" if "kind" in row else usual.kind,
        state=row["state"].id if "state" in row else usual.state,
        place=row["place"].id if "place" in row else usual.place,
    )


@given(
    en="{customer}'s certificate expires/expired {day}",
    ko="{customer} 고객의 인증서가 {day} 만료된다/만료되었다",
)
def certificate_expires(scene: Scene, customer: str, day: int) -> None:
    _change_certificate(scene, customer, days_left=day)


@given(
    en="{customer}'s certificate is {state:held_state}",
    ko="{customer} 고객의 인증서가 {state:held_state} 상태다",
)
def certificate_is_in_state(scene: Scene, customer: str, state: State) -> None:
    _change_certificate(scene, customer, state=state.id)


@given(
    en="{customer}'s certificate is another bank's",
    ko="{customer} 고객의 인증서는 다른 은행에서 발급받은 것이다",
)
def certificate_of_another_bank(scene: Scene, customer: str) -> None:
    _change_certificate(scene, customer, registered=False)


@given(
    en="{customer} has registered a certificate of another bank",
    ko="{customer} 고객이 다른 은행에서 발급받은 인증서를 등록해 두었다",
)
def has_registered_certificate_of_another_bank(scene: Scene, customer: str) -> None:
    """The only one that they have.

    그 인증서 하나만 가지고 있다.
    """
    _change_certificate(scene, customer, other_bank=True)


@given(en="{customer} has a {kind} certificate", ko="{customer} 고객에게 {kind} 인증서가 있다")
def has_certificate_of_kind(scene: Scene, customer: str, kind: str) -> None:
    _change_certificate(scene, customer, kind=f"{about(scene, customer).kind}-{kind}")


@given(
    en="{customer}'s certificate is kept on the {place}",
    ko="{customer} 고객의 인증서가 {place}에 저장되어 있다",
)
def certificate_lies_in(scene: Scene, customer: str, place: Place) -> None:
    _change_certificate(scene, customer, place=place.id)


@given(en="{customer} has 2 certificates", ko="{customer} 고객에게 인증서가 2개 있다")
def has_two_certificates(scene: Scene, customer: str) -> None:
    """The second one, `the other certificate`, ends in 90 days.

    둘째가 `다른 인증서`이고, 90일 뒤에 만료된다.
    """
    _add_certificate(scene, customer, days_left=90)


@given(
    en="{customer} also has a certificate that expires/expired {day}",
    ko="{customer} 고객에게 {day} 만료되는/만료된 인증서가 하나 더 있다",
)
def has_another_certificate(scene: Scene, customer: str, day: int) -> None:
    """Certificates are counted from the oldest: the one that ends first is `the old certificate`.

    먼저 만료되는 것이 `기존 인증서`, 나중에 만료되는 것이 `다른 인증서`다.
    """
    _add_certificate(scene, customer, days_left=day)


@given(
    en="{customer} also has a certificate that is {state:held_state}",
    ko="{customer} 고객에게 {state:held_state} 상태인 인증서가 하나 더 있다",
)
def has_another_certificate_in_state(scene: Scene, customer: str, state: State) -> None:
    """It is `the other certificate`, and the first one `the old certificate`.

    이것이 `다른 인증서`이고, 처음 것이 `기존 인증서`다.
    """
    # The other one counts as the second: certificates are counted from the oldest.
    _add_certificate(scene, customer, state=state.id, days_left=400)


def _add_certificate(scene: Scene, name: str, **differences: Any) -> None:
    # Of the same kind, so it has to lie elsewhere: a place keeps one certificate of a subject.
    first = about(scene, name).certificates[0]
    scene.certificates(name, first, replace(first, place=Place.CLOUD.id, **differences))


@given(
    en="{customer} also has a certificate that is another bank's",
    ko="{customer} 고객에게 다른 은행에서 발급받은 인증서가 하나 더 있다",
)
def has_another_certificate_of_another_bank(scene: Scene, customer: str) -> None:
    """It is `the other certificate`, and the first one `the old certificate`.

    이것이 `다른 인증서`이고, 처음 것이 `기존 인증서`다.
    """
    _add_certificate(scene, customer, registered=False, days_left=400)


@given(
    en="{customer} also has the certificate on the {device}",
    ko="{customer} 고객의 인증서가 {device}에도 있다",
)
def has_certificate_elsewhere(scene: Scene, customer: str, device: str) -> None:
    _change_certificate(scene, customer, devices=(COMPUTER, device))


@given(en="the computer is shared with others", ko="고객이 공용 컴퓨터를 쓴다")
def computer_is_shared(scene: Scene) -> None:
    scene.surroundings(shared_devices=[COMPUTER])


@given(en="the customer is on a {network} network", ko="고객이 {network} 네트워크를 쓴다")
def on_network(scene: Scene, network: str) -> None:
    scene.surroundings(network=network)


@given(en="{customer}'s account holds {money}", ko="{customer} 고객의 계좌 잔액은 {money}이다")
def account_holds(scene: Scene, customer: str, money: int) -> None:
    account = about(scene, customer).account
    scene.change(customer, account=replace(account, balance=money))


@given(en="{customer} uses {means}", ko="{customer} 고객이 {means}를 쓴다")
def means_of_security(scene: Scene, customer: str, means: str) -> None:
    scene.change(about(scene, customer), security=means)
