"""The mock bank as a process: when it is ready, how it ends, what it says of options that cannot be."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import httpx
import pytest
import waitress

from mock_bank.__main__ import main
from mock_bank.server_folder import turn
from tests.asking import HANGING, ask

PORT_0 = ("--port", "0")
Ended = Callable[..., list[str]]


@contextmanager
def started(temporary: Path, *options: str | Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A bank that says it is ready, and its port; what it has in a temporary folder lies in `temporary`."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mock_bank", *PORT_0, *options],
        env=os.environ | {"TMPDIR": str(temporary)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield process, int(json.loads(process.stdout.readline())["url"].rpartition(":")[2])
    finally:
        process.kill()
        process.communicate(timeout=HANGING)


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ended:
    """A bank that cannot start, in this process, which keeps its own signals: the lines that it says."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(waitress, "create_server", lambda *_, **__: pytest.fail("it starts"))

    def ended(*options: str | Path) -> list[str]:
        monkeypatch.setattr(sys, "argv", ["mock_bank", *map(str, options)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        assert (end.value.code, out) == (2, "")
        return err.splitlines()

    return ended


def status(host: str, port: int) -> int:
    return ask("GET", f"http://{host}:{port}/", headers={"Host": f"localhost:{port}"}).status_code


def test_a_bank_answers_wherever_a_browser_looks_for_localhost_and_its_own_machine_alone(
    tmp_path: Path,
) -> None:
    with started(tmp_path) as (_, port):
        assert [status(host, port) for host in ("127.0.0.1", "[::1]")] == [200, 200]
        with pytest.raises(httpx.ConnectError):
            status("127.0.0.2", port)


def test_a_bank_that_lets_other_machines_in_has_a_token_of_its_own_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: Ended
) -> None:
    monkeypatch.delenv("RENEWAL_BANK_TOKEN", raising=False)
    for address in ("0.0.0.0", "::"):
        (line,) = ended(*PORT_0, "--host", address)
        assert line.startswith(f"mock bank: --host {address} lets other machines in: set RENEWAL_BANK")
    monkeypatch.setenv("RENEWAL_BANK_TOKEN", "of our own")
    with started(tmp_path, "--host", "0.0.0.0") as (bank, port):
        assert bank.stderr
        assert bank.stderr.readline() == (
            "mock bank: other machines can reach this bank at 0.0.0.0: for test networks only\n"
        )
        assert status("127.0.0.2", port) == 200
        allowed = {"Host": f"localhost:{port}", "Authorization": "Bearer of our own"}
        for headers, code in ((allowed, 200), (allowed | {"Authorization": "Bearer wrong"}, 401)):
            assert ask("GET", f"http://127.0.0.2:{port}/control/worlds", headers=headers).status_code == code


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_port_that_another_program_has_is_told(ended: Ended, host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as taken:
        port = taken.getsockname()[1]
        (line,) = ended("--port", str(port))
    assert line.startswith(
        f"mock bank: port {port} of {host}, where browsers look for localhost, cannot be used"
    )
    assert "--port" in line


@pytest.fixture
def worlds_of_another(tmp_path: Path) -> Path:
    folder = tmp_path / "worlds/authority"
    folder.mkdir(parents=True)
    for name in ("authority-key.pem", "authority.pem"):
        (folder / name).write_text("no key")
    return tmp_path / "worlds"


def test_options_that_cannot_be_are_told_in_one_line(
    tmp_path: Path, worlds_of_another: Path, ended: Ended
) -> None:
    (tmp_path / "file").write_text("")
    for options, said in (
        (["--people", "nope.toml"], "nope.toml"),
        (["--people", tmp_path], str(tmp_path)),
        (["--worlds", tmp_path / "file"], str(tmp_path / "file")),
        (["--worlds", "/proc/none"], "/proc/none"),
        (["--worlds", worlds_of_another], "remove it"),
    ):
        (line,) = ended(*PORT_0, *options)
        assert line.startswith("mock bank: "), options
        assert said in line


@pytest.mark.parametrize("port", ["-1", "65536", "x", "٣", ""])
def test_what_is_no_port_is_told(ended: Ended, port: str) -> None:
    assert ended(f"--port={port}")[-1].endswith("is no port: a whole number from 0 to 65535")


# Each is asked to end while it does this for the first time.
MOMENTS = {
    "loading": "hook('flask')",
    "reading people": "before(mock_bank.serving, 'load_people')",
    "taking its port": "before(mock_bank.serving, 'listen')",
    "making its folder": "before(mock_bank.server_folder.tempfile, 'mkdtemp')",
    "making its key": "before(mock_bank.world.AuthorityKey, 'load_or_create')",
    "putting all together": "before(mock_bank.serving, 'Server')",
    "saying that it is ready": "before(mock_bank.serving.json, 'dumps')",
    "clearing up": "after(mock_bank.serving.json, 'dumps'); before(mock_bank.server_folder.shutil, 'rmtree')",
}
PROGRAM = """
import os, sys
def ask(): os.kill(os.getpid(), {signal})
def hook(name):
    class Finder:
        def find_spec(self, sought, *_):
            if sought == name: ask()
    sys.meta_path.insert(0, Finder())
def wrapped(module, name, first):
    done = getattr(module, name)
    def asked(*arguments, **named):
        if first: ask()
        answer = done(*arguments, **named)
        if not first: ask()
        return answer
    setattr(module, name, asked)
before = lambda module, name: wrapped(module, name, True)
after = lambda module, name: wrapped(module, name, False)
if {moment!r} != "loading": import mock_bank.serving
{code}
import mock_bank.__main__
sys.argv = ["mock_bank", "--port", "0", "--people", {people!r}, "--attached"]
mock_bank.__main__.main()
"""
PEOPLE = Path(__file__).parents[2] / "seeds/people.toml"


def left_in(folder: Path) -> list[Path]:
    """What servers have left there, but for the empty file by which they take turns."""
    return [one for one in folder.iterdir() if one.name != turn().name or one.stat().st_size]


# One after the other: what it does is the same for both.
@pytest.mark.parametrize(
    ("moment", "asked"), list(zip(MOMENTS, cycle([signal.SIGINT, signal.SIGTERM]), strict=False))
)
def test_it_ends_without_a_word_whenever_it_is_asked_to(
    tmp_path: Path, moment: str, asked: signal.Signals
) -> None:
    program = PROGRAM.format(signal=int(asked), moment=moment, code=MOMENTS[moment], people=str(PEOPLE))
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            process.wait(HANGING)
        finally:
            process.kill()
        assert process.stderr
        assert (process.returncode, process.stderr.read()) == (0, "")
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_while_it_serves(tmp_path: Path, asked: signal.Signals) -> None:
    with started(tmp_path) as (process, port):
        assert status("127.0.0.1", port) == 200
        process.send_signal(asked)
        assert process.communicate(timeout=HANGING) == ("", "")
        assert process.returncode == 0
    assert left_in(tmp_path) == []


def test_attached_it_ends_when_nobody_holds_its_input_any_more(tmp_path: Path) -> None:
    with started(tmp_path, "--attached") as (process, _):
        assert process.communicate(timeout=HANGING) == ("", "")
        assert process.returncode == 0
    assert left_in(tmp_path) == []


def test_what_a_killed_bank_leaves_the_next_one_clears_away_and_nothing_else(tmp_path: Path) -> None:
    others = tmp_path / "mock-bank-notes"  # somebody's, with no lock in it
    others.mkdir()
    (tmp_path / "mock-bank-link").symlink_to(others)
    with started(tmp_path) as (running, port):
        with started(tmp_path) as (killed, _):
            killed.send_signal(signal.SIGKILL)
            killed.wait(HANGING)
        left = {folder for folder in tmp_path.iterdir() if (folder / "authority/authority-key.pem").exists()}
        assert len(left) == 2  # the running one's, and what the killed one has left
        with started(tmp_path):
            now = {
                folder for folder in tmp_path.iterdir() if (folder / "authority/authority-key.pem").exists()
            }
            assert len(now & left) == 1
        assert status("127.0.0.1", port) == 200
        assert running.poll() is None
    assert others.exists()
    assert (tmp_path / "mock-bank-link").is_symlink()


def test_two_banks_do_not_share_a_folder(tmp_path: Path, ended: Ended) -> None:
    folder = tmp_path / "worlds"
    with started(tmp_path, "--worlds", folder) as (process, _):
        (line,) = ended(*PORT_0, "--worlds", folder)
        assert line == f"mock bank: {folder} is in use by another mock bank; name another with --worlds"
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=HANGING)
    with started(tmp_path, "--worlds", folder) as (_, port):
        assert status("127.0.0.1", port) == 200
