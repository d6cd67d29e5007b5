"""Options of plugins that would have no effect here, or report what has not happened: refused at once."""

from __future__ import annotations

import pytest

from harness.spoken import said


def pytest_configure(config: pytest.Config) -> None:
    """Refuse them before anything runs; workers are started with options that were taken."""
    if not hasattr(config, "workerinput") and (refusal := _refusal(config)):
        raise pytest.UsageError(refusal)


def _refusal(config: pytest.Config) -> str | None:
    def given(option: str) -> bool:
        return bool(config.getoption(option, None))

    if given("--base-url") or config.getini("base_url"):
        return said(
            "--base-url (or PYTEST_BASE_URL, or base_url in a settings file) has no effect here: each "
            "scenario has a bank at an address of its own. For a mock bank that runs already give --bank-url",
            "--base-url(또는 PYTEST_BASE_URL, 설정 파일의 base_url)은 쓰이지 않습니다. 시나리오마다 "
            "은행 주소가 따로 있습니다. 이미 실행 중인 모의은행은 --bank-url로 지정하세요",
        )
    if given("--bank-token") and not given("--bank-url"):
        return said(
            "--bank-token has no effect without --bank-url: a bank that a run starts has a token of its own",
            "--bank-token은 --bank-url과 함께 써야 합니다. 새로 시작하는 은행의 토큰은 따로 정해집니다",
        )
    if given("--gherkin-terminal-reporter"):
        return said(
            "--gherkin-terminal-reporter counts no scenario that a worker plays, and has no place beside "
            "-v, which names scenarios in Gherkin's words: give -v alone",
            "--gherkin-terminal-reporter는 워커가 실행한 시나리오를 세지 못합니다. -v만 쓰면 "
            "시나리오가 기능에 적힌 말로 나옵니다",
        )
    if given("--cucumberjson") and given("--numprocesses"):
        return said(
            "--cucumberjson hears of no scenario that a worker plays: read reports/messages.ndjson, "
            "or leave out -n",
            "--cucumberjson에는 워커가 실행한 시나리오가 들어가지 않습니다. reports/messages.ndjson을 "
            "보거나 -n을 빼세요",
        )
    if given("--generate-missing"):
        return said(
            "--generate-missing writes steps for test files in Python: type `renewal check`, which names "
            "what no phrase says, and the nearest phrases",
            "--generate-missing은 파이썬 테스트 파일의 단계를 만드는 옵션입니다. `renewal check`를 쓰면 "
            "없는 표현과 가장 가까운 표현을 알려 줍니다",
        )
    return None
