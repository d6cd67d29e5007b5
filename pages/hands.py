"""How a customer acts on a control: with the mouse or, who has none, with the keyboard alone."""

from __future__ import annotations

from weakref import WeakSet

from playwright.sync_api import BrowserContext, Locator, expect

from pages.not_there import NotThere

WITHOUT_MOUSE: WeakSet[BrowserContext] = WeakSet()
LONGEST_WAY = 100  # presses of Tab from one control to another of the same page
HAS_FOCUS = "element => element === document.activeElement"
# Of choices that belong together the chosen one alone, or else the first or last, is reached by Tab.
IN_SAME_GROUP = """element => {
    const here = document.activeElement;
    return here.type === "radio" && here.name === element.name && here.form === element.form;
}"""
# Round by the end of the page the way would lead through the browser's own controls, where Firefox stays.
LIES_BEHIND = """element => {
    const at = element.compareDocumentPosition(document.activeElement);
    return Boolean(at & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def press(control: Locator, clicks: int = 1) -> None:
    """Press a button, a link or whatever else can be pressed; `clicks` 2 is a double click."""
    if not by_keyboard(control):
        control.click(click_count=clicks)
        return
    tab_to(control)
    for _ in range(clicks):
        control.page.keyboard.press("Enter")


def fill(field: Locator, text: str) -> None:
    """Put `text` into a field in place of what is there."""
    if not by_keyboard(field):
        if _in_firefox(field):
            field.clear()  # what is in an e-mail field would stay, before the text
        field.fill(text)
        return
    tab_to(field)
    field.page.keyboard.press("ControlOrMeta+A")
    field.page.keyboard.press("Backspace")
    field.page.keyboard.type(text)


def tick(box: Locator, wanted: bool = True) -> None:
    """Tick a box, or with `wanted` False take the tick away; choose one of several choices."""
    if not by_keyboard(box):
        box.set_checked(wanted)
        return
    if box.is_checked() == wanted:
        return
    if box.get_attribute("type") == "radio":
        _arrow_to(box)
    else:
        tab_to(box)
        box.page.keyboard.press("Space")
    expect(box).to_be_checked(checked=wanted)


def _in_firefox(field: Locator) -> bool:
    browser = field.page.context.browser
    return browser is not None and browser.browser_type.name == "firefox"


def by_keyboard(control: Locator) -> bool:
    """Whether the customer has the keyboard alone."""
    return control.page.context in WITHOUT_MOUSE


def tab_to(control: Locator) -> None:
    """Press Tab until the control has the focus; NotThere where the keyboard does not get there."""
    expect(control).to_be_enabled()
    _tab_until(control, HAS_FOCUS)


def _arrow_to(choice: Locator) -> None:
    """Press Tab until one of its group has the focus, and an arrow until it is this one, which chooses it."""
    _tab_until(choice, IN_SAME_GROUP)
    for _ in range(LONGEST_WAY):
        if choice.evaluate(HAS_FOCUS):
            break
        choice.page.keyboard.press("ArrowDown")
    if not choice.is_checked():
        choice.page.keyboard.press("Space")


def _tab_until(control: Locator, reached: str) -> None:
    for _ in range(LONGEST_WAY):
        if control.evaluate(reached):
            return
        control.page.keyboard.press("Shift+Tab" if control.evaluate(LIES_BEHIND) else "Tab")
    raise NotThere(
        f"the keyboard does not get there: {LONGEST_WAY} presses of Tab do not lead to {control}",
        f"키보드로 갈 수 없습니다. Tab 키를 {LONGEST_WAY}번 눌러도 닿지 않습니다: {control}",
    )
