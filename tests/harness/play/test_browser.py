import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser as RunningBrowser
from playwright.sync_api import Error, Playwright

from harness.play.browser import (
    NAMES,
    Browser,
    NoBrowser,
    find_browser,
    launch_arguments,
    playwright_directories,
)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is this machine's whole PATH; Playwright has installed nothing."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    return folder


def add_program(programs: Path, name: str) -> Path:
    program = programs / name
    program.touch(mode=0o755)
    return program


def add_playwrights_own(name: str, headed: bool) -> Path:
    directory = playwright_directories(name, headed)[0]
    directory.mkdir(parents=True)
    (directory / "INSTALLATION_COMPLETE").touch()
    return directory


def test_playwrights_directories_are_those_that_playwright_names() -> None:
    dry_run = [sys.executable, "-m", "playwright", "install", "--dry-run", *NAMES]
    said = subprocess.run(dry_run, capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"Install location: +(.+)", said))
    for name, headed in [("chromium", False), ("chromium", True), ("firefox", False), ("webkit", True)]:
        assert named & {str(directory) for directory in playwright_directories(name, headed)}, (name, headed)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("headed", [False, True])
def test_playwrights_own_comes_first(programs: Path, name: str, headed: bool) -> None:
    add_program(programs, "chromium")
    directory = add_playwrights_own(name, headed)
    assert find_browser(name, headed) == Browser(None, f"{directory} (Playwright's own)")


def test_playwrights_chromium_with_a_window_does_not_serve_a_run_without(programs: Path) -> None:
    add_playwrights_own("chromium", headed=True)
    with pytest.raises(NoBrowser):
        find_browser("chromium", headed=False)


def test_an_installation_that_playwright_did_not_finish_is_not_taken(programs: Path) -> None:
    directory = add_playwrights_own("chromium", headed=False)
    (directory / "INSTALLATION_COMPLETE").unlink()
    with pytest.raises(NoBrowser):
        find_browser("chromium", headed=False)


def test_without_a_window_the_systems_headless_shell_comes_first(programs: Path) -> None:
    add_program(programs, "google-chrome")
    add_program(programs, "chromium")
    shell = add_program(programs, "chromium-headless-shell")
    assert find_browser("chromium", headed=False) == Browser(shell, f"{shell} (the system's)")


def test_a_window_needs_a_full_chromium(programs: Path) -> None:
    add_program(programs, "chromium-headless-shell")
    chrome = add_program(programs, "google-chrome")
    assert find_browser("chromium", headed=True).path == chrome


def test_no_browser_says_what_was_looked_for_and_what_to_type(programs: Path) -> None:
    with pytest.raises(NoBrowser) as none:
        find_browser("chromium", headed=False)
    assert str(none.value) == (
        "No chromium to run without a window: Playwright's own is not installed, nor is any of "
        "chromium-headless-shell, chromium, chromium-browser, google-chrome, google-chrome-stable. "
        "Type: renewal setup"
    )


def test_a_headless_shell_alone_is_no_browser_for_a_window(programs: Path) -> None:
    add_program(programs, "chromium-headless-shell")
    with pytest.raises(NoBrowser, match=r"^No chromium to run in a window: .* Type: renewal setup --headed$"):
        find_browser("chromium", headed=True)


def test_the_systems_firefox_is_driven_by_its_channel(programs: Path) -> None:
    add_program(programs, "firefox")
    esr = add_program(programs, "firefox-esr")
    assert find_browser("firefox", headed=False) == Browser(esr, f"{esr} (the system's)", "moz-firefox")


def test_no_firefox_says_what_to_type(programs: Path) -> None:
    with pytest.raises(NoBrowser) as none:
        find_browser("firefox", headed=False)
    assert str(none.value) == (
        "No firefox to run without a window: Playwright's own is not installed, nor is any of firefox-esr, "
        "firefox. Type: renewal setup --browser firefox"
    )


def test_the_systems_webkit_is_none_that_playwright_can_drive(programs: Path) -> None:
    add_program(programs, "epiphany")
    with pytest.raises(NoBrowser) as none:
        find_browser("webkit", headed=False)
    assert str(none.value) == (
        "No webkit to run without a window: Playwright's own is not installed. "
        "Type: renewal setup --browser webkit"
    )


@pytest.fixture
def port() -> Iterator[int]:
    """A web server on every address of this machine."""
    with HTTPServer(("", 0), SimpleHTTPRequestHandler) as server:
        Thread(target=server.serve_forever).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture
def chromium(playwright: Playwright) -> Iterator[RunningBrowser]:
    path = find_browser("chromium", headed=False).path
    with playwright.chromium.launch(executable_path=path, args=launch_arguments()) as browser:
        yield browser


def test_chromium_reaches_a_world_and_nothing_beyond_this_machine(
    chromium: RunningBrowser, port: int
) -> None:
    page = chromium.new_page()
    for host in ("localhost", "127.0.0.1", "w-1.localhost", "device.w-1.localhost"):
        answer = page.goto(f"http://{host}:{port}/")
        assert answer, host
        assert answer.ok, host
    # An address that does lead here, as any other host's would where there is a network.
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(f"http://127.0.0.2:{port}/")
