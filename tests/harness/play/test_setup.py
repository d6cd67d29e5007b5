"""Setting up on machines made of a folder of fake programs: nothing is fetched from anywhere."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from harness.cli import main
from harness.play.browser import playwright_directories

DOWNLOADS_FAIL = 'echo "Failed to install browsers"; echo "Error: getaddrinfo ENOTFOUND a.host"; exit 1'


class Machine:
    """All that set-up sees of a computer: its programs, what was called, and Playwright's directory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls_file = folder / "calls"
        for name in ("bin", "playwright", "fonts"):
            (folder / name).mkdir()
        (folder / "bin" / "env").symlink_to("/usr/bin/env")

    def add_program(self, name: str, script: str = "") -> Path:
        """A program that notes how it was called, then does what the shell script says."""
        program = self.folder / "bin" / name
        program.write_text(
            f'#!/bin/sh\nPATH=/usr/bin:/bin; cd {self.folder}\necho "{name} $*" >> calls\n{script}\n'
        )
        program.chmod(0o755)
        return program

    def add_driver(self, install: str) -> Path:
        """Playwright's Node; `install` is what it does when asked for anything but its version."""
        return self.add_program("node", f'[ "$1" = --version ] && echo v1.2.3 && exit\n{install}')

    def set_up(self, *options: str) -> Result:
        return CliRunner().invoke(main, ["setup", *options])

    def fetches(self) -> list[str]:
        """What was called, without the looking round: "node .../cli.js install ..." or "apt-get ..."."""
        calls = self.calls_file.read_text().splitlines() if self.calls_file.exists() else []
        return [call for call in calls if not call.startswith(("fc-list", "node --version"))]


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine without browser, font or package manager; Playwright's downloads fail; the user is root."""
    machine = Machine(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(machine.add_driver(DOWNLOADS_FAIL)))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return machine


@pytest.fixture
def debian(bare: Machine) -> Machine:
    """The bare machine with an apt-get that has all packages, and fc-list."""
    bare.add_program("fc-list", "ls fonts")
    bare.add_program(
        "apt-get",
        """case "$*" in *chromium-headless-shell*) install -m 755 /dev/null bin/chromium-headless-shell;; esac
           case "$*" in *fonts-nanum*) touch fonts/NanumGothic.ttf;; esac""",
    )
    return bare


def test_says_what_it_found_and_fetches_nothing(debian: Machine) -> None:
    shell = debian.add_program("chromium-headless-shell")
    (debian.folder / "fonts" / "NanumGothic.ttf").touch()
    result = debian.set_up()
    assert result.output.splitlines() == [
        "Playwright's driver: node v1.2.3",
        f"browser: {shell} (the system's)",
        "Korean font: NanumGothic.ttf",
    ]
    assert result.exit_code == 0
    assert debian.fetches() == []


def test_a_second_call_fetches_nothing(debian: Machine) -> None:
    assert debian.set_up().exit_code == 0
    first = debian.fetches()
    assert debian.set_up().exit_code == 0
    assert debian.fetches() == first != []


def test_playwrights_install_comes_before_the_package_manager(debian: Machine) -> None:
    directory = playwright_directories("chromium", headed=False)[0]
    debian.add_driver(f"mkdir {directory}; touch {directory}/INSTALLATION_COMPLETE")
    result = debian.set_up()
    assert f"browser: {directory} (Playwright's own)\n" in result.output
    assert [call.split("cli.js ")[-1] for call in debian.fetches()[:2]] == [
        "install --only-shell chromium",
        "install-deps chromium",
    ]
    assert not any("chromium-headless-shell" in call for call in debian.fetches())


def test_a_failed_download_is_told_in_one_line_and_the_package_manager_asked(debian: Machine) -> None:
    result = debian.set_up()
    assert result.exit_code == 0
    _, tried, failed, tried_next, found, *_ = result.output.splitlines()
    assert tried.endswith("-m playwright install --only-shell chromium")
    assert failed == "browser: it failed: Error: getaddrinfo ENOTFOUND a.host"
    assert tried_next == (
        "browser: trying env DEBIAN_FRONTEND=noninteractive "
        "apt-get install --no-install-recommends --yes --quiet=2 chromium-headless-shell"
    )
    assert found == f"browser: {debian.folder}/bin/chromium-headless-shell (the system's)"


def test_the_library_that_a_bare_debian_lacks_for_the_driver_is_fetched_first(debian: Machine) -> None:
    debian.add_program("chromium-headless-shell")
    debian.add_program(
        "node",
        """[ -e libatomic1 ] || { echo "node: cannot open libatomic.so.1" >&2; exit 127; }
           echo v1.2.3""",
    )
    debian.add_program("apt-get", "for package; do touch $package fonts/NanumGothic.ttf; done")
    result = debian.set_up()
    assert result.exit_code == 0
    assert result.output.splitlines()[1] == "Playwright's driver: node v1.2.3"
    assert debian.fetches()[0] == "apt-get install --no-install-recommends --yes --quiet=2 libatomic1"


def test_a_driver_that_cannot_start_says_what_to_type(bare: Machine) -> None:
    bare.add_program("node", "exit 127")
    result = bare.set_up()
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "Error: Playwright's driver: none that works could be found or fetched. Type",
        "  as root: apt-get install --no-install-recommends libatomic1",
    ]


def test_the_font_comes_from_the_package_manager(debian: Machine) -> None:
    debian.add_program("chromium-headless-shell")
    result = debian.set_up()
    assert result.output.endswith("Korean font: NanumGothic.ttf\n")
    assert debian.fetches() == [
        "apt-get install --no-install-recommends --yes --quiet=2 fontconfig fonts-nanum"
    ]


def test_package_lists_are_fetched_only_where_those_at_hand_do_not_do(debian: Machine) -> None:
    debian.add_program("chromium-headless-shell")
    debian.add_program(
        "apt-get",
        """case "$*" in *update) touch lists;; esac
           [ -e lists ] || { echo "E: Unable to locate package fonts-nanum"; exit 100; }
           touch fonts/NanumGothic.ttf""",
    )
    result = debian.set_up()
    assert result.exit_code == 0
    assert "Korean font: it failed: E: Unable to locate package fonts-nanum\n" in result.output
    assert [("update" in call) for call in debian.fetches()] == [False, True, False]


def test_a_user_who_is_not_root_goes_through_sudo(debian: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.add_program("chromium-headless-shell")
    debian.add_program("sudo", f'PATH={debian.folder}/bin:$PATH "$@"')
    assert debian.set_up().exit_code == 0
    assert debian.fetches()[0].startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get install")


def test_a_user_without_sudo_is_told_what_root_must_type(
    debian: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    debian.add_program("chromium-headless-shell")
    result = debian.set_up()
    assert result.exit_code == 1
    assert result.output.endswith(
        "  as root: apt-get install --no-install-recommends fontconfig fonts-nanum\n"
    )
    assert debian.fetches() == []


def test_with_nothing_to_find_or_fetch_it_says_what_to_type(bare: Machine) -> None:
    result = bare.set_up()
    assert result.exit_code == 1
    *_, error, by_playwright, by_system = result.output.splitlines()
    assert error == "Error: No chromium could be found or fetched. Type one of these and see what it says:"
    assert by_playwright.endswith("-m playwright install --only-shell chromium")
    assert by_system == "  as root: apt-get install --no-install-recommends chromium-headless-shell"


def test_a_window_needs_the_full_chromium(bare: Machine) -> None:
    result = bare.set_up("--headed")
    assert result.exit_code == 1
    *_, by_playwright, by_system = result.output.splitlines()
    assert by_playwright.endswith("-m playwright install --no-shell chromium")
    assert by_system.endswith("apt-get install --no-install-recommends chromium")


def test_firefox_comes_from_the_package_manager_where_playwright_has_none(debian: Machine) -> None:
    debian.add_program("apt-get", "install -m 755 /dev/null bin/firefox-esr; touch fonts/NanumGothic.ttf")
    result = debian.set_up("--browser", "firefox")
    assert f"browser: {debian.folder}/bin/firefox-esr (the system's)\n" in result.output
    assert result.exit_code == 0


def test_webkit_comes_from_playwright_alone(debian: Machine) -> None:
    result = debian.set_up("--browser", "webkit")
    assert result.exit_code == 1
    assert result.output.splitlines()[-1].endswith("-m playwright install webkit")
    assert not any(call.startswith("apt-get") for call in debian.fetches())
