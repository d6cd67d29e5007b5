"""The pytest plugin: options, fixtures, and what a failure tells.

Features are collected by harness.play.features, steps play on harness.play.scene, reports come from
harness.report.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest

from harness.errors import HarnessError
from harness.failure import tell
from harness.play import (
    features,
    lost_browser,
    playwright_fixtures,
    refused_options,
    remote_browser,
    runs,
    scene,
    second_try,
    shards,
)
from harness.play.bank_of_run import BANK, TOKEN_VARIABLE, BankOfTheRun
from harness.play.excuse import mark_excuse
from harness.play.features import ScenarioItem
from harness.play.interruption import Interruption, mark_interruption
from harness.replay import replays
from harness.report import closing, junit, recorder
from harness.report.observer import Observer
from harness.report.progress import Progress
from harness.seeds.guide import CLAIM_PROPERTY, SCENARIO_PROPERTY
from harness.spoken import LANGUAGES, asked_for, said, translate_libraries

if TYPE_CHECKING:
    from faker import Faker

    from harness.play.bank import Bank


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the harness's own options; pytest-playwright's stay as they are."""
    translate_libraries()  # before the command line is read, and refused
    group = parser.getgroup("renewal", "Renewal Harness")

    def add(option: str, en: str, ko: str, **settings: Any) -> None:
        group.addoption(option, help=said(en, ko), **settings)

    en, ko = "of what is said, if not the feature's own", "출력 언어. 지정하지 않으면 기능 파일의 언어"
    add("--lang", en, ko, choices=LANGUAGES)
    en = "use the mock bank that runs there, instead of starting one"
    ko = "새로 시작하지 않고 그 주소에서 실행 중인 모의은행을 씁니다"
    add("--bank-url", en, ko, metavar="URL")
    en = f"its token (default: the environment's {TOKEN_VARIABLE})"
    ko = f"그 모의은행의 토큰 (기본값: 환경 변수 {TOKEN_VARIABLE})"
    add("--bank-token", en, ko, metavar="TOKEN")
    en = "play in browsers of the Playwright server there (ws://…); more than one shares the workers out"
    ko = "그 Playwright 서버(ws://…)의 브라우저를 씁니다. 여러 번 지정하면 워커가 나누어 씁니다"
    add(remote_browser.OPTION, en, ko, metavar="URL", action="append", default=[])
    en = "have a known bug in the run's own bank (renewal defects)"
    ko = "이번 실행의 은행에 알려진 버그를 넣습니다 (renewal defects)"
    add("--defect", en, ko, metavar="NAME")
    en, ko = "make other people up (default: 0)", "다른 가상 인물을 만듭니다 (기본값: 0)"
    add("--faker-seed", en, ko, metavar="N", type=int, default=0)
    en = "write reports/ when scenarios were run (default: on)"
    ko = "시나리오를 실행하면 reports/에 보고서를 씁니다 (기본값: on)"
    add("--reports", en, ko, choices=("on", "off"), default="on")
    en = "full: keep a picture of each step of every scenario, not only of what fails"
    ko = "full: 실패한 시나리오만이 아니라 모든 시나리오의 단계마다 화면을 남깁니다"
    add("--evidence", en, ko, choices=("failures", "full"), default="failures")
    en = "play a failed scenario once more, with everything recorded (default: on)"
    ko = "실패한 시나리오를 한 번 더 실행하며 모두 기록합니다 (기본값: on)"
    add("--replay", en, ko, choices=("on", "off"), default="on")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Refuse a shard that there cannot be, before pytest-split does."""
    with asked_for(config.getoption("--lang")):
        shards.refuse(config)


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Let `-n auto` be three workers for two cores: each waits for its browser a third of the time."""
    cores = yield
    return cores if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else cores + cores // 2


def pytest_configure(config: pytest.Config) -> None:
    """Register the other parts, now: their fixtures override those of plugins registered before."""
    run = ExitStack()
    run.enter_context(asked_for(config.getoption("--lang")))
    config.add_cleanup(run.close)
    interruption = Interruption(config)
    config.stash[BANK] = BankOfTheRun(config, interruption)
    bank = config.stash[BANK]
    # The recorder after the replays: it then writes what they have shown.
    reporting = (tell, runs, Observer(config), replays, recorder, closing, junit, Progress(config))
    first = (interruption, refused_options, shards)
    browsers = (playwright_fixtures, remote_browser, lost_browser, second_try)
    playing = (*first, features, *browsers, scene, bank)
    for plugin in (*playing, *reporting):
        config.pluginmanager.register(plugin)


@pytest.fixture(scope="session")
def bank(pytestconfig: pytest.Config) -> Bank:
    """The run's mock bank; without one the run ends at once, with one message."""
    try:
        return pytestconfig.stash[BANK].bank()
    except HarnessError as error:
        pytest.exit(str(error), returncode=pytest.ExitCode.USAGE_ERROR)


@pytest.fixture
def faker_seed(request: pytest.FixtureRequest) -> int:
    """The seed of this test's made-up people: its own, and the same in every run with one --faker-seed."""
    return crc32(f"{request.config.getoption('--faker-seed')} {request.node.nodeid}".encode())


@pytest.fixture(scope="session")
def korean_faker() -> Faker:
    """Faker, imported at its first use: its own pytest plugin would import it in every run, for 0.3 s."""
    from faker import Faker

    return Faker("ko_KR")


@pytest.fixture
def faker(korean_faker: Faker, faker_seed: int) -> Faker:
    """Faker as its own plugin gives it, seeded for this test."""
    korean_faker.seed_instance(faker_seed)
    korean_faker.unique.clear()
    return korean_faker


def pytest_itemcollected(item: pytest.Item) -> None:
    """Let a scenario's reports carry its claims to whoever counts them, over process borders."""
    if isinstance(item, ScenarioItem):
        item.user_properties.append((SCENARIO_PROPERTY, item.title))
        item.user_properties.extend((CLAIM_PROPERTY, claim) for claim in item.claims)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a scenario that passes without having come to all that it arranged."""
    yield
    if played := item.stash.get(scene.SCENE, None):
        played.check()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say of a failure what a person can use: a bug report, or the harness's own message."""
    report = yield
    if not call.excinfo:
        return report
    if report.failed and isinstance(item, ScenarioItem):
        with asked_for(item.language):
            tell.tell(item, report, call.excinfo)
    elif isinstance(call.excinfo.value, HarnessError):
        report.longrepr = str(call.excinfo.value)
    language = [item.language] if isinstance(item, ScenarioItem) else []
    mark_excuse(report, call.excinfo.value, *language)
    mark_interruption(report, call.excinfo.value, *language)
    return report
