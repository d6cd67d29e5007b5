"""The mock bank serves other tools too: Playwright Test in JavaScript renews a certificate there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from harness.play.bank import BankProcess
from harness.play.browser import find_browser

HERE = Path(__file__).parent / "javascript"


def test_a_test_in_javascript_renews_a_certificate(pytestconfig: pytest.Config, tmp_path: Path) -> None:
    if not (npx := shutil.which("npx")) or not (HERE / "node_modules").is_dir():
        pytest.skip("npm is missing, or could not install Playwright Test: make engines")
    bank = BankProcess(pytestconfig.rootpath)
    try:
        told = {
            "BANK_URL": bank.address.url.replace("localhost", "127.0.0.1"),
            "RENEWAL_BANK_TOKEN": bank.address.token,
            "CHROMIUM": str(find_browser("chromium", headed=False).path or ""),
        }
        command = [npx, "playwright", "test", "--output", str(tmp_path), "--reporter", "line"]
        done = subprocess.run(command, cwd=HERE, env=os.environ | told, capture_output=True, text=True)
    finally:
        bank.stop()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
