"""The mock bank of a run: started at the first need, shared by all workers, watched, stopped at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from harness.errors import HarnessError
from harness.play.bank import Address, Bank, BankError, BankProcess
from harness.play.features import ScenarioItem
from harness.play.interruption import Interruption
from harness.seeds.defects import check_defect
from harness.spoken import said

TOKEN_VARIABLE = "RENEWAL_BANK_TOKEN"
SELECTING = ("keyword", "markexpr", "lf", "deselect")
WITHOUT_PLAYING = ("collectonly", "setupplan", "showfixtures", "show_fixtures_per_test")


class BankOfTheRun:
    """Knows the run's bank, in every process of the run.

    It is started as soon as scenarios are likely to be played, and gets ready while they are collected and a
    browser starts; where none are, the first test that asks for the bank starts it. The controller tells
    xdist's workers where it is. A bank of --bank-url is visited, never started nor stopped.
    """

    def __init__(self, config: pytest.Config, interruption: Interruption) -> None:
        self._config = config
        self._interruption = interruption
        self._address: Address | None = None
        self._process: BankProcess | None = None
        self._bank: Bank | None = None
        self.death_notice: str | None = None  # how it ended before the run did
        self.defect: str | None = None  # the known bug of the bank that this process has used

    def bank(self) -> Bank:
        """The running bank; raises BankError if there is none to be had."""
        if self._bank is None:
            told = getattr(self._config, "workerinput", {}).get("bank")
            self._address = Address(**told) if told else self._find_or_start()
            self._bank = Bank(self._address)
            # The controller has checked what it told. If the bank has died since, a worker that gave up here
            # would crash xdist: its scenario fails instead, and the watch below ends the run.
            if not told:
                self._bank.check()
                self.defect = self._bank.defect()
        return self._bank

    def _find_or_start(self) -> Address:
        if not (url := self._config.getoption("--bank-url")):
            return self._start().address
        if token := self._config.getoption("--bank-token") or os.environ.get(TOKEN_VARIABLE):
            return Address(url, token)
        raise BankError(
            f"--bank-url needs the bank's token: give --bank-token or set {TOKEN_VARIABLE}",
            f"--bank-url을 쓰려면 그 은행의 토큰이 필요합니다. "
            f"--bank-token이나 환경 변수 {TOKEN_VARIABLE}에 적으세요",
        )

    def _start(self) -> BankProcess:
        self._process = self._process or BankProcess(
            self._config.rootpath, self._config.getoption("--defect")
        )
        return self._process

    def pytest_sessionstart(self) -> None:
        """Refuse an unknown --defect, or a --bank-url that does not answer, now; or start a bank."""
        if defect := self._config.getoption("--defect"):
            self._check(defect)
        if self._config.getoption("--bank-url") and not self._config.option.collectonly:
            self._bank_or_usage_error()
        # Of a selection nobody knows yet whether there are scenarios in it.
        elif not any(self._config.getoption(option, None) for option in SELECTING) and self._has_features():
            self._start_early()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Start it for what was selected."""
        if any(isinstance(item, ScenarioItem) for item in session.items):
            self._start_early()

    def _start_early(self) -> None:
        """Start it before somebody asks, unless that is none of ours or nothing is to be played."""
        options = self._config
        is_elsewhere = options.getoption("--bank-url") or hasattr(options, "workerinput")
        plays_nothing = any(options.getoption(option, False) for option in WITHOUT_PLAYING)
        if not is_elsewhere and not plays_nothing and (options.rootpath / "mock_bank").is_dir():
            self._start()

    def _has_features(self) -> bool:
        """Whether there is a feature among what pytest was asked for."""
        paths = [self._config.invocation_params.dir / arg.partition("::")[0] for arg in self._config.args]
        return any(".feature" in path.name or any(path.rglob("*.feature")) for path in paths)

    def _check(self, defect: str) -> None:
        if self._config.getoption("--bank-url"):
            raise pytest.UsageError(
                said(
                    "--defect is of the bank that a run starts; that of --bank-url runs already",
                    "--defect는 직접 시작하는 은행에만 쓸 수 있고, --bank-url의 은행은 이미 실행 중입니다",
                )
            )
        try:
            check_defect(defect)
        except HarnessError as error:
            raise pytest.UsageError(str(error)) from None

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell an xdist worker where the bank is; without scenarios, a worker that needs one starts it."""
        if not self._config.getoption("--bank-url") and not self._has_features():
            return
        self._bank_or_usage_error()
        assert self._address
        node.workerinput["bank"] = asdict(self._address)

    def _bank_or_usage_error(self) -> None:
        try:
            self.bank()
        except BankError as error:
            raise pytest.UsageError(str(error)) from None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """End the run when the bank has: every scenario to come would fail, and none by its own fault."""
        if self.death_notice is None and (self._has_died() or (report.failed and self.has_gone())):
            self.death_notice = ""
            if self._process:
                self._process.stop()  # it may be dying still, or hang
                self.death_notice = self._process.last_words
            self._interruption.end(said("the mock bank is gone", "모의은행이 종료되었습니다"))

    def has_gone(self) -> bool:
        """Whether a bank that this process has used is no more."""
        return self._has_died() or (self._bank is not None and not self._bank.answers())

    def _has_died(self) -> bool:
        return self._process is not None and self._process.died()

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Let the bank end while reports are written; what has failed may need it for a replay."""
        yield
        if self._process and not session.testsfailed:
            self._process.ask_to_end()

    def pytest_unconfigure(self) -> None:
        """End the bank of this run."""
        if self._bank:
            self._bank.close()
        if self._process:
            self._process.stop()


BANK = pytest.StashKey[BankOfTheRun]()
