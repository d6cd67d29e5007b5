"""The customer centre and the reference numbers that it takes.

고객센터와 문의 번호.
"""

from __future__ import annotations

from playwright.sync_api import expect

from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages import hands
from pages.failures import TITLES
from pages.fields import Field
from pages.screen import Screen
from pages.support import SupportPage
from steps.values import reference_of


@when(en="the customer goes on to the customer centre", ko="고객이 안내를 따라 고객센터로 간다")
def go_to_centre(scene: Scene) -> None:
    hands.press(Screen(scene.page).centre_link)
    expect(SupportPage(scene.page).title).to_be_visible()


@then(en="the screen leads to the customer centre", ko="화면에서 고객센터로 갈 수 있다")
def leads_to_centre(scene: Scene) -> None:
    expect(Screen(scene.page).centre_link).to_be_visible()


@when(
    en="the customer takes the reference number to the customer centre",
    ko="고객이 고객센터에서 그 문의 번호를 조회한다",
)
def take_reference_to_centre(scene: Scene) -> None:
    reference = reference_of(scene)
    go_to_centre(scene)
    SupportPage(scene.page).hand_in({Field.REFERENCE: reference})


@when(
    en="the customer asks the centre about {text:string}",
    ko="고객이 고객센터에서 문의 번호 {text:string}을/를 조회한다",
)
def ask_centre(scene: Scene, text: str) -> None:
    SupportPage(scene.page).hand_in({Field.REFERENCE: text})


@then(en="the centre sees that {failure:recorded}", ko="고객센터에 {failure:recorded} 나온다")
def centre_sees(scene: Scene, failure: str) -> None:
    support = SupportPage(scene.page)
    expect(support.case).to_be_visible()
    expect(support.fact("오류 코드")).to_have_text(failure)
    expect(support.fact("오류")).to_have_text(TITLES[failure])
    at = [event.at for event in scene.world.audit() if event.detail.get("code") == failure][-1]
    expect(support.fact("발생 시각")).to_have_text(f"{at:%Y-%m-%d %H:%M:%S}")


@then(
    en="the centre sees {name:string} at {progress:string}",
    ko="고객센터에 {name:string} 고객의 진행 상태가 {progress:string}(으)로 나온다",
)
def centre_sees_progress(scene: Scene, name: str, progress: str) -> None:
    support = SupportPage(scene.page)
    expect(support.fact("고객")).to_have_text(name)
    expect(support.fact("진행 상태")).to_have_text(progress)


@then(en="the centre shows nothing", ko="고객센터에 아무 내용도 나오지 않는다")
def centre_shows_nothing(scene: Scene) -> None:
    expect(SupportPage(scene.page).case).to_have_count(0)
