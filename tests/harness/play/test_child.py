"""What a command starts ends with it."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.asking import HANGING

# A command whose program has a program of its own, which does not end by itself.
COMMAND = """
import subprocess, sys
from harness.play.child import child

with child([sys.executable, "-c", sys.argv[1]], stdout=subprocess.PIPE) as process:
    print(process.stdout.readline(), end="", flush=True)
print("goes on", process.returncode)
"""
POLITE = """
import signal, subprocess, sys, time
asked = []
signal.signal(signal.SIGTERM, lambda *_: asked.append(1))
grandchild = subprocess.Popen(["sleep", "600"])
print(grandchild.pid, flush=True)
while not asked: time.sleep(.01)
sys.exit({code})
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, lambda *_: print("no", flush=True))
print(0, flush=True)
while True: time.sleep(.01)
"""


def start(program: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", COMMAND, program], stdout=subprocess.PIPE, text=True)


def is_there(pid: int) -> bool:
    """Whether it runs: a dead one may still be listed, until somebody asks for its end."""
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return not listed.stdout.startswith("Z") and listed.stdout != ""


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_all_that_its_program_started(asked: signal.Signals) -> None:
    with start(POLITE.format(code=3)) as command:
        assert command.stdout
        grandchild = int(command.stdout.readline())
        command.send_signal(asked)
        assert command.stdout.read() == ""
    assert command.returncode == 128 + asked
    assert not is_there(grandchild)


def test_an_orderly_end_is_no_failure() -> None:
    with start(POLITE.format(code=0)) as command:
        assert command.stdout
        command.stdout.readline()
        command.send_signal(signal.SIGINT)
        assert command.stdout.read() == "goes on 0\n"
    assert command.returncode == 0


def test_asked_a_second_time_it_does_not_wait() -> None:
    with start(STUBBORN) as command:
        assert command.stdout
        command.stdout.readline()
        command.send_signal(signal.SIGINT)
        command.send_signal(signal.SIGTERM)
        command.wait(HANGING)
    assert command.returncode == 128 + signal.SIGTERM
