"""`renewal setup`: a browser and a Korean font, from wherever this machine can get them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from playwright._impl._driver import compute_driver_executable

from harness.errors import HarnessError
from harness.play.browser import Browser, NoBrowser, find_browser
from harness.play.child import child
from harness.spoken import said

Say = Callable[[str], None]

# A library that the driver's Node needs and a bare Debian lacks.
_DRIVER_PACKAGES = ("libatomic1",)
_FONT_PACKAGES = ("fontconfig", "fonts-nanum")


def set_up(browser: str, headed: bool, say: Say) -> None:
    """Finds or fetches what Playwright needs to start, a browser and a Korean font; says so, a line for each.

    Raises HarnessError.
    """
    what = said("Playwright's driver", "Playwright 드라이버")
    say(f"{what}: {_get_driver(what, say)}")
    what = said("browser", "브라우저")
    say(f"{what}: {_get_browser(what, browser, headed, say).description}")
    what = said("Korean font", "한글 글꼴")
    say(f"{what}: {_get_korean_font(what, say)}")


def _get_browser(what: str, name: str, headed: bool, say: Say) -> Browser:
    package = _package(name, headed)
    try:
        return find_browser(name, headed)
    except NoBrowser:
        is_fetched = _fetch_from_playwright(what, name, headed, say)
        if is_fetched or (package and _install_packages(what, say, package)):
            return find_browser(name, headed)
    playwrights = f"\n  {' '.join(_playwright_install(name, headed))}"
    en, ko = _as_root(package) if package else ("", "")
    raise HarnessError(
        f"No {name} could be found or fetched. Type one of these and see what it says:{playwrights}{en}",
        f"브라우저({name})를 찾거나 받지 못했습니다. 다음 중 하나를 입력하고 출력되는 메시지를 확인하세요:"
        f"{playwrights}{ko}",
    )


def _as_root(*packages: str) -> tuple[str, str]:
    """What somebody may type, in a line of its own, in English and in Korean."""
    return f"\n  as root: {_apt_install(*packages)}", f"\n  root 권한으로: {_apt_install(*packages)}"


def _fetch_from_playwright(what: str, name: str, headed: bool, say: Say) -> bool:
    if not _try(_playwright_install(name, headed), what, say):
        return False
    # What the browser needs of the system comes second: minutes in vain where the browser is out of reach.
    if _may_install_packages():
        _try([sys.executable, "-m", "playwright", "install-deps", name], what, say)
    return True


def _playwright_install(name: str, headed: bool) -> list[str]:
    variant = {("chromium", True): ["--no-shell"], ("chromium", False): ["--only-shell"]}
    return [sys.executable, "-m", "playwright", "install", *variant.get((name, headed), []), name]


def _package(name: str, headed: bool) -> str | None:
    """Debian's, of which Playwright can drive the browser."""
    if name == "chromium" and not headed:
        return "chromium-headless-shell"
    return {"chromium": "chromium", "firefox": "firefox-esr"}.get(name)


def _get_driver(what: str, say: Say) -> str:
    node, _ = compute_driver_executable()
    return _get_from_system(what, lambda: _find_version(node), _DRIVER_PACKAGES, say)


def _find_version(node: str) -> str | None:
    asked = subprocess.run([node, "--version"], capture_output=True, text=True)
    return f"node {asked.stdout.strip()}" if asked.returncode == 0 else None


def _get_korean_font(what: str, say: Say) -> str:
    if sys.platform in ("darwin", "win32"):
        return said("the system's own", "시스템에 있는 글꼴")
    return _get_from_system(what, _find_korean_font, _FONT_PACKAGES, say)


def _find_korean_font() -> str | None:
    if shutil.which("fc-list") is None:
        return None
    listed = subprocess.run(["fc-list", ":lang=ko", "file"], capture_output=True, text=True)
    return min((line.removesuffix(": ") for line in listed.stdout.splitlines()), default=None)


def _get_from_system(what: str, find: Callable[[], str | None], packages: tuple[str, ...], say: Say) -> str:
    found = find()
    if found is None and _install_packages(what, say, *packages):
        found = find()
    if found is None:
        en, ko = _as_root(*packages)
        raise HarnessError(
            f"{what}: none that works could be found or fetched. Type{en}",
            f"{what}: 쓸 수 있는 것을 찾거나 받지 못했습니다. 입력하세요:{ko}",
        )
    return found


def _install_packages(what_for: str, say: Say, *packages: str) -> bool:
    """Tries apt-get, and once more with new package lists where those at hand are missing or old."""
    if not _may_install_packages():
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    install = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    install += _apt_install("--yes", "--quiet=2", *packages).split()
    return _try(install, what_for, say) or (
        _try([*as_root, "apt-get", "--quiet=2", "update"], what_for, say) and _try(install, what_for, say)
    )


def _may_install_packages() -> bool:
    return shutil.which("apt-get") is not None and (os.geteuid() == 0 or shutil.which("sudo") is not None)


def _apt_install(*arguments: str) -> str:
    # Recommended packages would bring a print server along with the browser.
    return " ".join(["apt-get install --no-install-recommends", *arguments])


def _try(command: list[str], what_for: str, say: Say) -> bool:
    say(f"{what_for}: {said('trying', '시도 중:')} {' '.join(command)}")
    asks = command[0] == "sudo"
    with child(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, with_terminal=asks) as tried:
        output, _ = tried.communicate()
    if tried.returncode != 0:
        say(f"{what_for}: {said('it failed', '실패')}: {_reason(output)}")
    return tried.returncode == 0


def _reason(output: str) -> str:
    """The one line of a failed command's output that tells why."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = (line for line in lines if line.startswith(("E: ", "Error", "sudo:")))
    return next(errors, lines[-1] if lines else said("it said nothing", "출력 없음"))
