"""Moving between screens: addresses, menus, the browser's own buttons, tabs.

화면 사이의 이동: 주소, 메뉴, 브라우저 버튼, 탭.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages import hands
from pages.home import HomePage
from pages.screen import STEPS, Screen
from pages.things import Thing


@when(en="the customer opens {screen:address}", ko="고객이 {screen:address} 화면을 연다")
def open_screen(scene: Scene, screen: type[Screen]) -> None:
    screen(scene.page).open()


@when(
    en="the customer opens {screen:address} in a second tab",
    ko="고객이 두 번째 탭에서 {screen:address} 화면을 연다",
    target_fixture="second_tab",
)
def open_in_second_tab(scene: Scene, screen: type[Screen]) -> Page:
    """The customer stays in the first tab.

    고객은 첫 번째 탭에 그대로 있다.
    """
    tab = scene.page.context.new_page()
    screen(tab).open()
    return tab


@when(
    en="the customer opens the same page in a second tab",
    ko="고객이 같은 화면을 두 번째 탭에서도 연다",
    target_fixture="second_tab",
)
def open_same_in_second_tab(scene: Scene) -> Page:
    """The customer stays in the first tab.

    고객은 첫 번째 탭에 그대로 있다.
    """
    tab = scene.page.context.new_page()
    tab.goto(scene.page.url)
    return tab


@when(en="the customer turns to the second tab", ko="고객이 두 번째 탭으로 이동한다")
def turn_to_second_tab(scene: Scene, second_tab: Page) -> None:
    scene.page = second_tab


@when(en="the customer turns to the first tab", ko="고객이 첫 번째 탭으로 이동한다")
def turn_to_first_tab(scene: Scene) -> None:
    scene.page = scene.page.context.pages[0]


@when(
    en="the customer turns to another browser",
    ko="고객이 다른 브라우저에서 접속한다",
    target_fixture="first_browser",
)
def turn_to_another_browser(scene: Scene) -> Page:
    """Nothing is open in it and nobody signed in, as after closing the browser and opening it again.

    브라우저를 닫았다가 다시 연 것과 같다. 아무 화면도 열리지 않았고 로그인도 되지 않았다.
    """
    first = scene.page
    scene.page = scene.new_context().new_page()
    return first


@when(en="the customer turns back to the first browser", ko="고객이 처음 브라우저로 돌아간다")
def turn_back(scene: Scene, first_browser: Page) -> None:
    scene.page = first_browser


@when(en="the customer opens an unknown address", ko="고객이 없는 주소를 연다")
def open_unknown_address(scene: Scene) -> None:
    scene.page.goto("/nowhere")


@when(en="the customer chooses {screen:menu}", ko="고객이 {screen:menu} 메뉴를 고른다")
def choose(scene: Scene, screen: type[Screen]) -> None:
    Screen(scene.page).choose(screen.menu)
    expect(screen(scene.page).title).to_be_visible()


@when(en="the customer starts internet banking", ko="고객이 인터넷뱅킹을 시작한다")
def start_banking(scene: Scene) -> None:
    """Needs the home page.

    홈 화면에서 쓴다.
    """
    HomePage(scene.page).start_banking()


@then(en="the menu offers {screen:menu}", ko="{screen:menu} 메뉴가 나온다")
def menu_offers(scene: Scene, screen: type[Screen]) -> None:
    expect(Screen(scene.page).menu_link(screen.menu)).to_be_visible()


@then(en="the keyboard reaches {thing}", ko="키보드로 {thing}까지 갈 수 있다")
def keyboard_reaches(scene: Scene, thing: Thing) -> None:
    hands.tab_to(thing.one(scene.page))


@when(en="the customer reloads the page", ko="고객이 화면을 새로 고친다")
def reload(scene: Scene) -> None:
    scene.page.reload()


@when(en="the customer goes back", ko="고객이 뒤로 간다")
def go_back(scene: Scene) -> None:
    scene.page.go_back()


@then(en="the customer sees {screen}", ko="{screen} 화면이 보인다")
def sees(scene: Scene, screen: type[Screen]) -> None:
    expect(screen(scene.page).title).to_be_visible()


@then(en="the step bar marks {screen:step}", ko="단계 표시줄이 {screen:step} 단계를 가리킨다")
def step_bar_marks(scene: Scene, screen: type[Screen]) -> None:
    here = Screen(scene.page)
    expect(here.step_mark(screen.step)).to_have_attribute("aria-current", "step")
    for other in set(STEPS) - {screen.step}:
        expect(here.step_mark(other)).not_to_have_attribute("aria-current", "step")
