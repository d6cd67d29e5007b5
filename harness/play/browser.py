"""Which browser a run starts: Playwright's own where it is installed, else one that the system has.

Nothing is started to find out: Playwright's directories are read off the disk; its driver would take 0.4 s.
"""

import json
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import playwright

from harness.errors import EndsRun
from harness.spoken import said

NAMES = ("chromium", "firefox", "webkit")

_SYSTEM_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Has no window, and is 2.5 times quicker per page than the others.
_HEADLESS_SHELL = "chromium-headless-shell"
_SYSTEM_FIREFOXES = ("firefox-esr", "firefox")
# As Playwright calls a Firefox that is not its own, which it drives by WebDriver BiDi.
SYSTEM_FIREFOX = "moz-firefox"


class NoBrowser(EndsRun):
    """No browser here can serve the run; the message says what was looked for and what to type."""


@dataclass(frozen=True)
class Browser:
    """A browser that Playwright can start: `path` is its `executable_path`, None for Playwright's own."""

    path: Path | None
    description: str
    channel: str | None = None


def find_browser(name: str, headed: bool) -> Browser:
    """The browser for a run of `name` (one of NAMES) with or without a window.

    Raises NoBrowser where there is none.
    """
    for directory in playwright_directories(name, headed):
        if (directory / "INSTALLATION_COMPLETE").exists():
            own = said("Playwright's own", "Playwright가 받은 것")
            return Browser(None, f"{directory} ({own})")
    programs = _system_programs(name, headed)
    for program in programs:
        if path := shutil.which(program):
            systems = said("the system's", "시스템에 있는 것")
            channel = SYSTEM_FIREFOX if name == "firefox" else None
            return Browser(Path(path), f"{path} ({systems})", channel)
    raise NoBrowser(*_what_to_type(name, headed, programs))


def has_display() -> bool:
    """Whether a browser can show a window here."""
    displays = (os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY"))
    return sys.platform in ("darwin", "win32") or any(displays)


def can_film() -> bool:
    """Whether Playwright has what its videos need: no system's ffmpeg will do."""
    return any((path / "INSTALLATION_COMPLETE").exists() for path in _directories("ffmpeg"))


def playwright_directories(name: str, headed: bool) -> list[Path]:
    """Where Playwright may have its own `name`: a directory, and one per system that gets an older build."""
    return _directories(_HEADLESS_SHELL if name == "chromium" and not headed else name)


def _directories(component: str) -> list[Path]:
    package = Path(playwright.__file__).parent / "driver" / "package"
    known = json.loads((package / "browsers.json").read_text(encoding="utf-8"))["browsers"]
    browser = next(each for each in known if each["name"] == component)
    builds = {component: browser["revision"]}
    for system, revision in browser.get("revisionOverrides", {}).items():
        builds[f"{component}_{system}_special"] = revision
    registry = _playwright_registry(package)
    return [registry / f"{build.replace('-', '_')}-{revision}" for build, revision in builds.items()]


def launch_arguments(bank_host: str | None = None) -> list[str]:
    """Arguments for every Chromium: no name but the bank's is looked up, so nothing calls home.

    That is this machine's own, unless the bank is at `bank_host`: then its worlds' names are.

    Playwright itself adds --no-sandbox, which root needs, and the switches against background traffic.
    """
    if bank_host:
        worlds = f"[{bank_host}]" if ":" in bank_host else bank_host
        return [f"--host-resolver-rules=MAP *.localhost {worlds}, MAP * ~NOTFOUND"]
    this_machine = ", ".join(f"EXCLUDE {host}" for host in ("localhost", "*.localhost", "127.0.0.1"))
    return [f"--host-resolver-rules=MAP * ~NOTFOUND, {this_machine}"]


def _system_programs(name: str, headed: bool) -> tuple[str, ...]:
    if name == "chromium":
        return _SYSTEM_CHROMIUMS if headed else (_HEADLESS_SHELL, *_SYSTEM_CHROMIUMS)
    return _SYSTEM_FIREFOXES if name == "firefox" else ()


def _playwright_registry(package: Path) -> Path:
    """Where Playwright keeps its browsers, by its own rules."""
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen == "0":
        return package / ".local-browsers"
    caches = {
        "darwin": Path.home() / "Library" / "Caches",
        "win32": Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"),
    }
    cache = caches.get(sys.platform, Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"))
    return Path(chosen).absolute() if chosen else cache / "ms-playwright"


def _what_to_type(name: str, headed: bool, programs: tuple[str, ...]) -> tuple[str, str]:
    options = (f" --browser {name}" if name != "chromium" else "") + (" --headed" if headed else "")
    listed = ", ".join(programs)
    en = f", nor is any of {listed}" if programs else ""
    ko = f" 시스템에도 {listed} 중 어느 것도 없습니다." if programs else ""
    return (
        f"No {name} to run {'in a window' if headed else 'without a window'}: "
        f"Playwright's own is not installed{en}. Type: renewal setup{options}",
        f"{'창을 띄워' if headed else '창 없이'} 실행할 브라우저({name})가 없습니다. "
        f"Playwright가 받은 것이 없습니다.{ko} 이렇게 입력하세요: renewal setup{options}",
    )
