"""What ends a run in the terminal: how its bank died, where the report is, how much of the guide holds."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

import pytest

from harness.play.bank_of_run import BANK
from harness.report.coverage import coverage, of_guide
from harness.report.record import Run
from harness.report.writers import Written
from harness.seeds.guide import is_beyond
from harness.spoken import said


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell how the bank of this run ended, if it did so before the run."""
    if notice := config.stash[BANK].death_notice:
        terminalreporter.section(
            said("the mock bank is gone", "모의은행이 종료되었습니다"), sep="!", red=True
        )
        terminalreporter.write_line(notice)


def close(config: pytest.Config, run: Run, written: Written, failed: bool) -> None:
    """Write the last lines; with -q fewer: a report is worth one when there is something to read up on."""
    terminal: pytest.TerminalReporter | None = config.pluginmanager.get_plugin("terminalreporter")
    verbosity = config.get_verbosity()
    if not terminal:
        return
    if verbosity > -2:
        for remarks in dict.fromkeys(one.remarks for one in run.scenarios if one.attempts and one.remarks):
            terminal.write_line(remarks, yellow=True)
    if again := [f"{one.uri}:{one.line} {one.name}" for one in run.scenarios if len(one.attempts) > 1]:
        names = ", ".join(again)
        told = _said(
            run,
            f"Played more than once (the report says why): {names}",
            f"두 번 이상 실행(이유는 보고서에): {names}",
        )
        terminal.write_line(told, yellow=True)
    for problem in run.problems:
        terminal.write_line(_said(run, *problem), red=True)
    if verbosity > -2:
        for line in _of_excuses(run):
            terminal.write_line(line)
    for line in _of_reports(run, written, verbosity >= 0 or failed):
        terminal.write_line(line)
    if verbosity > -2:
        terminal.write_line(_of_guide(run))


def _of_reports(run: Run, written: Written, is_worth_it: bool) -> Iterator[str]:
    for error in written.errors:
        why = f"{type(error).__name__}: {error}"
        yield _said(run, f"A report could not be written: {why}", f"보고서를 쓰지 못했습니다: {why}")
    if written.guide and is_worth_it:
        path = os.path.relpath(written.guide)
        yield _said(run, f"Report: {path}", f"보고서: {path}")


def _of_excuses(run: Run) -> Iterator[str]:
    """What each browser could not show, and of how many scenarios."""
    excused = Counter((one.browser, one.last.message) for one in run.with_outcome(["excused"]) if one.last)
    for (browser, reason), count in excused.items():
        yield _said(
            run, f"Excused in {browser}: {count}: {reason}", f"{browser}에서 제외: {count}개: {reason}"
        )


def _of_guide(run: Run) -> str:
    states = Counter(shown.state for shown in of_guide(run))
    held, claims, more = states["holds"], states.total(), states["holds as far as run"]
    en = f", {more} more as far as run" if more else ""
    ko = f", 실행한 데까지는 {more}개 더 확인" if more else ""
    beyond = [shown.state == "holds" for shown in coverage(run) if is_beyond(shown.claim.id)]
    if beyond:
        en += f"; beyond it {sum(beyond)} of {len(beyond)}"
        ko += f"; 안내서 밖 {len(beyond)}개 중 {sum(beyond)}개"
    by_browser = _by_browser(run)
    return _said(
        run,
        f"Guide: {held} of {claims} claims held{en}{by_browser}",
        f"안내서: 내용 {claims}개 중 {held}개 확인{ko}{by_browser}",
    )


def _by_browser(run: Run) -> str:
    """How many claims hold in each engine, if scenarios were to be played in several."""
    states = [(name, one.state) for shown in of_guide(run) for name, one in shown.by_browser.items()]
    names = dict.fromkeys(name for name, _ in states)
    counts = [f"{name} {states.count((name, 'holds'))}" for name in names]
    return f" ({', '.join(counts)})" if len(counts) > 1 else ""


def _said(run: Run, en: str, ko: str) -> str:
    """In the language of what was played."""
    return said(en, ko, *(scenario.language for scenario in run.scenarios if scenario.attempts))
