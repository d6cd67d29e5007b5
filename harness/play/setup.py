"""`renewal setup`: a browser and a Korean font, from wherever this machine can get them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from playwright._impl._driver import compute_driver_executable

from harness.errors import HarnessError
from harness.play.browser import Browser, NoBrowser, find_browser

Say = Callable[[str], None]

# A library that the driver's Node needs and a bare Debian lacks.
_DRIVER_PACKAGES = ("libatomic1",)
_FONT_PACKAGES = ("fontconfig", "fonts-nanum")


class SetupFailed(HarnessError):
    """Something is missing and could not be fetched; the message says what to type."""


def set_up(browser: str, headed: bool, say: Say) -> None:
    """Finds or fetches what Playwright needs to start, a browser and a Korean font; says so, a line for each.

    Raises SetupFailed.
    """
    say(f"Playwright's driver: {_get_driver(say)}")
    say(f"browser: {_get_browser(browser, headed, say).description}")
    say(f"Korean font: {_get_korean_font(say)}")


def _get_browser(name: str, headed: bool, say: Say) -> Browser:
    try:
        return find_browser(name, headed)
    except NoBrowser:
        if _fetch_from_playwright(name, headed, say) or _fetch_from_system(name, headed, say):
            return find_browser(name, headed)
    remedies = [" ".join(_playwright_install(name, headed))]
    if name == "chromium":
        remedies.append(f"as root: {_apt_install(_chromium_package(headed))}")
    raise SetupFailed(
        f"No {name} could be found or fetched. Type one of these and see what it says:\n  "
        + "\n  ".join(remedies)
    )


def _fetch_from_playwright(name: str, headed: bool, say: Say) -> bool:
    if not _try(_playwright_install(name, headed), "browser", say):
        return False
    # What the browser needs of the system comes second: minutes in vain where the browser is out of reach.
    if _may_install_packages():
        _try([sys.executable, "-m", "playwright", "install-deps", name], "browser", say)
    return True


def _playwright_install(name: str, headed: bool) -> list[str]:
    variant = {("chromium", True): ["--no-shell"], ("chromium", False): ["--only-shell"]}
    return [sys.executable, "-m", "playwright", "install", *variant.get((name, headed), []), name]


def _fetch_from_system(name: str, headed: bool, say: Say) -> bool:
    return name == "chromium" and _install_packages("browser", say, _chromium_package(headed))


def _chromium_package(headed: bool) -> str:
    return "chromium" if headed else "chromium-headless-shell"


def _get_driver(say: Say) -> str:
    node, _ = compute_driver_executable()
    return _get_from_system("Playwright's driver", lambda: _find_version(node), _DRIVER_PACKAGES, say)


def _find_version(node: str) -> str | None:
    asked = subprocess.run([node, "--version"], capture_output=True, text=True)
    return f"node {asked.stdout.strip()}" if asked.returncode == 0 else None


def _get_korean_font(say: Say) -> str:
    if sys.platform in ("darwin", "win32"):
        return "the system's own"
    return _get_from_system("Korean font", _find_korean_font, _FONT_PACKAGES, say)


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
        raise SetupFailed(
            f"{what}: none that works could be found or fetched. Type\n  as root: {_apt_install(*packages)}"
        )
    return found


def _install_packages(what_for: str, say: Say, *packages: str) -> bool:
    """Tries apt-get, and once more with new package lists where those at hand are missing or old."""
    if not _may_install_packages():
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    install = [
        *as_root,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        *_apt_install("--yes", "--quiet=2", *packages).split(),
    ]
    return _try(install, what_for, say) or (
        _try([*as_root, "apt-get", "--quiet=2", "update"], what_for, say) and _try(install, what_for, say)
    )


def _may_install_packages() -> bool:
    return shutil.which("apt-get") is not None and (os.geteuid() == 0 or shutil.which("sudo") is not None)


def _apt_install(*arguments: str) -> str:
    # Recommended packages would bring a print server along with the browser.
    return " ".join(["apt-get install --no-install-recommends", *arguments])


def _try(command: list[str], what_for: str, say: Say) -> bool:
    say(f"{what_for}: trying {' '.join(command)}")
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        say(f"{what_for}: it failed: {_reason(done.stdout)}")
    return done.returncode == 0


def _reason(output: str) -> str:
    """The one line of a failed command's output that tells why."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = (line for line in lines if line.startswith(("E: ", "Error", "sudo:")))
    return next(errors, lines[-1] if lines else "it said nothing")
