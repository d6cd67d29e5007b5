"""What customers do beside the bank's screens: at a branch, with their media, with a printer.

고객이 은행 화면 밖에서 하는 일: 영업점에서, 저장 매체로, 프린터로.
"""

from __future__ import annotations

from harness.failure.mismatch import require
from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages.labels import Place
from pages.screen import Screen


@when(
    en="the customer changes the registered phone number to {phone}",
    ko="고객이 등록된 휴대폰 번호를 {phone}(으)로 바꾼다",
)
def change_phone(scene: Scene, phone: str) -> None:
    """At a branch. From then on that is the number that the customer enters, and the one that codes go to.

    영업점에서 바꾼다. 그때부터 고객은 새 번호를 입력하고, 인증번호도 새 번호로 온다.
    """
    scene.has_another_phone(scene.customer, phone)


@when(en="the customer reports the security card lost", ko="고객이 보안카드 분실을 신고한다")
def lose_card(scene: Scene) -> None:
    scene.world.change_person(scene.customer.key, card_lost=True)


@when(en="the customer unplugs the {place:medium}", ko="고객이 {place:medium}을/를 뺀다")
def unplug(scene: Scene, place: Place) -> None:
    scene.world.plug(place.id, plugged=False)


@when(en="the customer plugs the {place:medium} in again", ko="고객이 {place:medium}을/를 다시 꽂는다")
def plug_in(scene: Scene, place: Place) -> None:
    scene.world.plug(place.id, plugged=True)


@when(
    en="the customer prints/saves the screen", ko="고객이 화면을 인쇄한다/저장한다", target_fixture="printout"
)
def print_screen(scene: Scene) -> str:
    """On paper or as a PDF: what the browser puts there.

    종이로든 PDF로든, 브라우저가 옮기는 내용이다.
    """
    scene.needs("media-features")
    return Screen(scene.page).printed()


@then(en="the printout says {text:string}", ko="인쇄물에 {text:string}(이)라고 나온다")
def printed(printout: str, text: str) -> None:
    require(text in printout, expected=text, actual=printout, en="printed: {}", ko="인쇄된 내용: {}")


@then(en="the printout does not say {text:string}", ko="인쇄물에 {text:string}(이)라고 나오지 않는다")
def not_printed(printout: str, text: str) -> None:
    require(text not in printout, expected=[], actual=text, en="of this printed: {}", ko="인쇄된 것: {}")
