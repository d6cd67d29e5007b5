"""What keeps people from using a screen, as far as a machine can tell."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]},
    "resultTypes": ["violations"],  # to tell of all that is right takes as long again
}
# The page's clock stands still, and axe goes on by timers.
AT_ONCE = """() => {
    window.timerOfPage = window.setTimeout;
    window.setTimeout = (act) => { queueMicrotask(act); return 0; };
}"""
AS_BEFORE = "() => { window.setTimeout = window.timerOfPage; delete window.timerOfPage; }"
# What sticks out of the window, the innermost of it: what is in a part that scrolls by itself does not.
STICKING_OUT = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll("body *")].filter(
        (element) => element.getBoundingClientRect().right > width + 0.5
    );
    const holds = (one) => out.some((other) => other !== one && one.contains(other));
    const innermost = out.filter((element) => !holds(element));
    return (innermost.length ? innermost : [document.body]).map(
        (element) => (element.innerText || element.outerHTML).trim().slice(0, 80)
    );
}"""


def problems(page: Page) -> list[str]:
    """Where the page breaks WCAG 2.1 AA (domain: Accessibility): the rule, and the element that breaks it."""
    page.wait_for_load_state()  # without its style sheet it looks otherwise
    page.evaluate(AT_ONCE)
    try:
        found = Axe().run(page, options=RULES).response["violations"]
    finally:
        page.evaluate(AS_BEFORE)
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


def sticking_out(page: Page) -> list[str]:
    """What is wider than the window, by its text: a customer would have to scroll sideways."""
    page.wait_for_load_state()  # without its style sheet it is wider
    return [str(text) for text in page.evaluate(STICKING_OUT)]
