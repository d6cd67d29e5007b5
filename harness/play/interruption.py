"""How a run ends early: by what no test of it can do without, or when it is told to."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from harness.errors import EndsRun
from harness.spoken import spoken

# How a CI's time limit, a closed terminal and `timeout` end a run. Windows has no SIGHUP.
SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
REFUSED = "renewal_refused"  # a worker's output: the messages with which pytest refuses what was asked for
ENDS_RUN = "renewal_ends_run"  # a report's property: the message with which the run ends


class Interruption:
    """Ends the run from the process that decides: the controller of xdist's workers, or the only one.

    A worker cannot: one that gives up by itself is a crash to xdist. Its reports carry the message.
    """

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._session: Any = None
        self._is_ending = False
        self._heard: list[signal.Signals] = []
        self._workers: list[Any] = []  # xdist's controllers of them

    def pytest_configure(self) -> None:
        """End in order when told to, as at Ctrl-C: with what was found so far in the reports."""
        if threading.current_thread() is threading.main_thread():
            self._heard = [number for number in SIGNALS if signal.getsignal(number) is signal.SIG_DFL]
            for number in self._heard:  # nohup's are ignored, and stay so
                signal.signal(number, self._stop)

    def pytest_unconfigure(self) -> None:
        """Be a process like any other again."""
        for number in self._heard:
            signal.signal(number, signal.SIG_DFL)

    def pytest_keyboard_interrupt(self) -> None:
        """Know that the run ends, by Ctrl-C too: what is told once more must not disturb that.

        Workers are told as well. They would play on, and xdist wait for them five seconds or ten, in which
        whoever ends a run kills what is still there: without its reports.
        """
        self._is_ending = True
        for worker in self._workers:
            if process := getattr(worker.gateway._io, "popen", None):  # else it is on another machine
                process.terminate()

    def _stop(self, number: int, _: FrameType | None) -> None:
        if not self._is_ending:
            self._is_ending = True
            raise KeyboardInterrupt(signal.Signals(number).name)

    def end(self, reason: str) -> None:
        """Let no further test begin."""
        self._session.shouldstop = reason

    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Know whom to tell."""
        self._session = session

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """With workers xdist's own session decides."""
        self._workers.append(node)
        self._session = self._config.pluginmanager.get_plugin("dsession")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection(self) -> Iterator[None]:
        """Let a worker tell what it refuses, as a file that is not there: xdist would say nothing."""
        try:
            return (yield)
        except pytest.UsageError as error:
            if hasattr(self._config, "workeroutput"):
                self._config.workeroutput[REFUSED] = list(error.args)
            raise

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Refuse what a worker has refused."""
        if refused := getattr(node, "workeroutput", {}).get(REFUSED):
            raise pytest.UsageError(*refused)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear from a test that the run has to end."""
        if reason := dict(report.user_properties).get(ENDS_RUN):
            self.end(str(reason))


def mark_interruption(report: pytest.TestReport, error: BaseException, *feature: str) -> None:
    """Let a report say, in the language of the feature if it is one's, that its error ends the run."""
    if isinstance(error, EndsRun):
        report.user_properties.append((ENDS_RUN, error.in_language(spoken(*feature))))
