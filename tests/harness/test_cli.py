"""The command line as a person meets it: a process of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.asking import HANGING, ask

RENEWAL = str(Path(sys.executable).parent / "renewal")


@contextmanager
def bank(port: int) -> Iterator[subprocess.Popen[str]]:
    """`renewal bank` in a process group of its own, as a terminal would have it."""
    command = [RENEWAL, "bank", "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()


def read_lobby(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    lobby = re.fullmatch(r"The mock bank's lobby: (http://localhost:\d+)\n", process.stdout.readline())
    assert lobby
    return lobby[1]


def on_loopback(url: str) -> str:
    # Not every system resolves localhost's subdomains, nor localhost to IPv4 first.
    return url.replace("localhost", "127.0.0.1")


def test_bank_says_where_its_lobby_is_and_how_to_run_features_against_it() -> None:
    with bank(port=0) as process:
        lobby = read_lobby(process)
        assert process.stdout
        hint = re.fullmatch(
            rf"Features against it: RENEWAL_BANK_TOKEN=(\S+) pytest --bank-url {lobby}\n",
            process.stdout.readline(),
        )
        assert hint
        worlds = ask(
            "GET", f"{on_loopback(lobby)}/control/worlds", headers={"Authorization": f"Bearer {hint[1]}"}
        )
        assert worlds.json() == {"worlds": []}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("command", ["steps", "check features/demo.feature", "--help", "bank --port 0"])
def test_what_cannot_be_written_ends_a_command_with_one_message(command: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [RENEWAL, *command.split()], stdout=full, stderr=subprocess.PIPE, text=True, timeout=HANGING
        )
    assert ended.returncode == 1
    assert ended.stderr == "Error: what it says cannot be read or written (No space left on device)\n"


@pytest.mark.parametrize("whom", ["all as Ctrl-C does", "the command alone"])
def test_the_bank_ends_with_its_command(whom: str) -> None:
    with bank(port=0) as process:
        lobby = on_loopback(read_lobby(process))
        assert ask("GET", lobby, headers={"Host": "localhost"}).is_success
        if whom == "all as Ctrl-C does":
            os.killpg(process.pid, signal.SIGINT)
            _, errors = process.communicate(timeout=HANGING)
            assert process.returncode == 0
            assert "Traceback" not in errors
        else:
            process.terminate()
            process.wait(timeout=HANGING)
        with pytest.raises(httpx.ConnectError):
            ask("GET", lobby)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_port_in_use_is_told_in_one_line_with_what_to_do(language: str) -> None:
    environment = {**os.environ, "LANGUAGE": language}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [RENEWAL, "bank", "--port", str(port)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert {"en": f"port {port}", "ko": f"{port}번 포트를 쓸 수 없습니다"}[language] in line
    assert "--port" in line


@pytest.mark.parametrize(("encoding", "shown"), [("cp1252", "\\uac31"), ("latin-1", "\\uac31")])
def test_what_a_terminal_cannot_show_is_escaped(encoding: str, shown: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([RENEWAL, "steps", "--lang", "ko"], env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert shown in done.stdout.decode(encoding)


def test_a_reader_may_go_before_it_has_read_all() -> None:
    with subprocess.Popen([RENEWAL, "steps"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_while_it_is_imported_a_command_goes_without_a_word(
    tmp_path: Path, asked: signal.Signals
) -> None:
    (tmp_path / "click.py").write_text("print('importing', flush=True)\nwhile True: pass\n")
    command = [sys.executable, "-m", "harness", "steps"]
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "importing\n"
        process.send_signal(asked)
        _, errors = process.communicate(timeout=HANGING)
    assert (process.returncode, errors) == (128 + asked, "")
