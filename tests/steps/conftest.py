"""Single steps, played on a page that a test writes."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from harness.language.vocabulary import load_phrases
from steps.entries import Entries

VOCABULARY = load_phrases()


class Stage:
    """A page, and steps that are played there as features say them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entries = Entries()
        world = SimpleNamespace(certificates=list, messages=list)
        self.scene = SimpleNamespace(page=page, world=world, needs=lambda _: None)
        self.others: dict[str, Any] = {}

    def show(self, html: str) -> None:
        self.page.goto("about:blank")  # without what an earlier test has left there
        self.page.set_content(f"<main><h1>화면</h1>{html}</main>")

    def play(self, kind: str, text: str) -> Any:
        (phrase,) = VOCABULARY.matching(kind, text)
        given = {"scene": self.scene, "entries": self.entries, **self.others, **phrase.parse_arguments(text)}
        asked = inspect.signature(phrase.function).parameters
        return phrase.function(**{name: given[name] for name in asked})


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """One page for all tests of a module, each of which shows something else on it."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def stage(blank: Page) -> Stage:
    return Stage(blank)


@contextmanager
def in_vain() -> Iterator[None]:
    """What is awaited in here never comes, so that nobody need wait for it."""
    expect.set_options(timeout=100)
    try:
        yield
    finally:
        expect.set_options(timeout=None)
