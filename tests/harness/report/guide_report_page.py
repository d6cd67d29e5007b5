"""reports/guide.html as its readers use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Locator, Page

if TYPE_CHECKING:
    from tests.harness.conftest import Project


class GuideReportPage:
    """The page in a browser, in whichever of its languages."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, path: Path) -> None:
        self.page.goto(path.as_uri())

    def of(self, project: Project) -> None:
        """Open that of a project's last run."""
        self.open(project.path / "reports/guide.html")

    @property
    def headline(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def banners(self) -> list[str]:
        return [one.inner_text() for one in self.page.get_by_role("note").all()]

    def fact(self, name: str) -> str:
        terms = self.page.get_by_role("region", name="실행 정보").locator("div", has_text=name)
        return terms.last.get_by_role("definition").inner_text()

    def read_in(self, language: str) -> None:
        self.page.get_by_role("button", name=language, exact=True).click()

    # Claims

    def claim(self, id: str) -> Claim:
        code = self.page.get_by_text(id, exact=True)
        return Claim(self.page.get_by_role("article").filter(has=code))

    def states(self, *ids: str) -> list[str]:
        """The states of claims that have no remark."""
        return ["/".join(self.claim(id).state) for id in ids]

    @property
    def shown(self) -> list[str]:
        """The ids of the claims that are to be seen."""
        claims = self.page.get_by_role("article").filter(visible=True)
        return [one.inner_text() for one in claims.locator(".meta code").all()]

    @property
    def chapters(self) -> list[str]:
        return [one.inner_text() for one in self.page.get_by_role("heading", level=2).all()]

    # Filters

    def only(self, state: str) -> None:
        self.page.get_by_role("checkbox", name=state).check()

    def every_state(self) -> None:
        for box in self.page.get_by_role("checkbox").all():
            box.uncheck()

    def chapter(self, name: str) -> None:
        self.page.get_by_role("combobox").select_option(label=name)

    def search(self, text: str) -> None:
        self.page.get_by_role("searchbox").fill(text)

    @property
    def found(self) -> str:
        return self.page.get_by_role("status").inner_text()

    def press(self, button: str) -> None:
        self.page.get_by_role("button", name=button).click()

    # Scenarios

    def scenario(self, name: str) -> ScenarioRow:
        """The first place where it is told."""
        named = self.page.get_by_text(name, exact=True)
        return ScenarioRow(self.page.locator("details.scenario").filter(has=named).first)

    @property
    def history(self) -> list[list[str]]:
        rows = self.page.get_by_role("table").last.get_by_role("row").all()[1:]
        return [row.get_by_role("cell").all_inner_texts() for row in rows]


class Claim:
    """A claim of the guide, and what the run says of it."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    @property
    def state(self) -> list[str]:
        """The state and, if there is something to add, a remark."""
        return self.root.locator(".state").inner_text().split("\n")

    @property
    def text(self) -> str:
        return self.root.inner_text()

    @property
    def by_browser(self) -> dict[str, str]:
        """Its state in each engine, by their names."""
        rows = self.root.get_by_role("list").first.get_by_role("listitem").all_inner_texts()
        return dict(row.split("\n", 1) for row in rows)

    @property
    def past(self) -> list[str]:
        """Its states in the last runs, the oldest first, as a screen reader has them."""
        return self.root.locator(".past .hidden").filter(visible=True).all_inner_texts()[1:]

    def unfold(self) -> None:
        """Show its scenarios."""
        self.root.locator("summary").first.click()


class ScenarioRow:
    """A scenario with its steps."""

    def __init__(self, root: Locator) -> None:
        self.root = root

    def unfold(self) -> None:
        """Show its steps, and those of the claim around it first."""
        for details in self.root.locator("xpath=ancestor-or-self::details").all():
            if details.get_attribute("open") is None:
                details.locator("> summary").click()

    @property
    def summary(self) -> str:
        return " ".join(self.root.locator("> summary").inner_text().split())

    @property
    def steps(self) -> list[list[str]]:
        """Each step's text, and its time or why it has none."""
        return [[part.strip() for part in step.inner_text().split("\n")] for step in self._steps.all()]

    @property
    def _steps(self) -> Locator:
        return self.root.get_by_role("listitem")

    @property
    def notes(self) -> list[str]:
        return self.root.locator("> summary .note").all_inner_texts()

    @property
    def message(self) -> str:
        return self.root.locator("> .message").inner_text()

    @property
    def links(self) -> dict[str, str]:
        links = self.root.get_by_role("link").all()
        return {link.inner_text(): link.get_attribute("href") or "" for link in links}

    @property
    def pictures(self) -> list[str]:
        """The addresses of its pictures."""
        return [one.get_attribute("src") or "" for one in self.root.get_by_role("img").all()]
