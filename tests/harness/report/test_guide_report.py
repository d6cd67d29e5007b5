"""reports/guide.html, read in a browser: after runs in which everything happens, and as a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from harness.play import runs
from harness.report import guide_report, writers
from harness.report.record import Attempt, Outcome, Played, Run, Scenario, Step
from harness.seeds.guide import Chapter, Claim
from tests.harness.conftest import Project
from tests.harness.report.guide_report_page import GuideReportPage
from tests.harness.report.test_record import CLAIMS, EVERYTHING, OUTCOMES
from tests.pages.test_accessibility import problems

STOPS = """
    Feature: A
      @guide.step.1
      Scenario: first
        Then it passes
      @guide.step.2
      Scenario: second
        Then {step}
      @guide.step.3
      Scenario: third
        Then it takes 20 tenths of a second
      Scenario: fourth
        Then it takes 20 tenths of a second
      Scenario: fifth
        Then it takes 20 tenths of a second
      @guide.step.4
      Scenario: sixth
        Then it passes
"""
PAGE = Path("reports") / "guide.html"
STATES = {
    "holds": "확인됨",
    "holds as far as run": "일부만 확인",
    "broken": "어긋남",
    "not shown": "미확인",
    "not run": "미실행",
}
NAMES: dict[str, str] = {
    "passed": "",
    "failed": "실패",
    "error": "준비 또는 정리 오류",
    "undefined": "정의되지 않은 단계",
    "skipped": "건너뜀",
    "excused": "이 브라우저에서 제외",
    "xfailed": "예상된 실패",
    "xpassed": "예상과 달리 통과",
    "crashed": "실행 프로세스 비정상 종료",
    "not run": "미실행",
}


# After runs in which everything happens


def test_every_outcome_is_told_as_pytest_reports_it(guide: Project, report: GuideReportPage) -> None:
    guide.write("a.feature", EVERYTHING)
    guide.run()
    report.of(guide)
    assert report.headline == "안내 내용 10개 중 2개 확인"
    assert report.states(*CLAIMS) == [STATES[state] for state in CLAIMS.values()]
    assert report.banners == []
    report.press("모두 펼치기")
    for name, outcome in OUTCOMES.items():
        summary = report.scenario(name).summary
        assert summary.startswith(f"{name} {NAMES[outcome]}".strip())

    failed = report.scenario("fails")
    assert [step[:2] for step in failed.steps[1:]] == [
        ["Then it fails", failed.steps[1][1]],
        ["And it takes 1 tenths of a second", "실행되지 않음"],
    ]
    assert failed.steps[1][1].startswith("실패 · ")
    assert "assert 1 == 2" in failed.message
    assert "in tear-down" in report.scenario("error in tear-down").message
    assert "in set-up" in report.scenario("error in set-up").message
    undefined = report.scenario("undefined")
    assert undefined.steps[1] == ["Then a pink screen appears", "정의되지 않음"]
    assert "undefined step" in undefined.message
    assert report.scenario("skipped").message == "not now"
    assert report.scenario("excused").message == "it has no wings"
    assert report.scenario("expected to fail").message == "known"


@pytest.mark.parametrize(
    ("step", "option", "workers", "reason", "state"),
    [
        ("somebody types Ctrl-C", "-q", "2", "Ctrl-C", "미실행"),
        ("it fails", "-x", "0", "stopping after 1 failures", "어긋남"),
        ("it fails", "--maxfail=1", "2", "stopping after 1 failures", "어긋남"),
    ],
)
def test_an_interrupted_run_says_so(
    guide: Project, report: GuideReportPage, step: str, option: str, workers: str, reason: str, state: str
) -> None:
    guide.write("a.feature", STOPS.format(step=step))
    guide.run("-n", workers, option)
    report.of(guide)
    [banner] = report.banners
    assert banner.startswith(f"실행이 도중에 끝났습니다 ({reason}). 시나리오 ")
    assert report.states("step.1", "step.2", "step.4") == ["확인됨", state, "미실행"]
    report.claim("step.4").unfold()
    assert report.scenario("sixth").summary == "sixth 미실행"


def test_what_was_not_selected_is_not_run(guide: Project, report: GuideReportPage) -> None:
    guide.write("a.feature", EVERYTHING)
    guide.feature("b.feature", C=["@guide.step.1", "Then it passes"])
    guide.run("-n", "1", "-k", "passes and not marked")
    report.of(guide)
    assert report.headline == "안내 내용 10개 중 0개 확인"
    assert report.page.get_by_text("실행한 데까지는 1개 더 확인").is_visible()
    [banner] = report.banners
    assert banner.startswith("일부만 실행했습니다.")
    assert banner.endswith("시나리오 12개 중 11개는 선택되지 않았습니다.")
    assert report.claim("step.1").state == ["일부만 확인", "2개 중 1개만 실행"]
    report.read_in("English")
    assert report.claim("step.1").state == ["holds as far as run", "only 1 of 2 run"]
    assert report.states("step.2", "step.7") == ["not run", "not shown"]


def test_what_was_not_asked_for_is_not_run(guide: Project, report: GuideReportPage) -> None:
    guide.write("features/a.feature", EVERYTHING)
    guide.feature("features/b.feature", C=["@guide.step.7", "Then it passes"])
    guide.run("features/b.feature")
    report.of(guide)
    assert report.banners == ["일부만 실행했습니다. 이 보고서는 실행한 부분의 결과입니다."]
    states = dict(zip(CLAIMS, report.states(*CLAIMS), strict=True))
    assert states == dict.fromkeys(CLAIMS, "미실행") | {"step.7": "확인됨"}
    assert "이 내용의 시나리오는 이번 실행에 포함되지 않았습니다." in report.claim("step.1").text


# As a page

CHAPTERS = [Chapter("need", "Why", "까닭"), Chapter("steps", "The six steps", "여섯 단계")]
STARTED = datetime(2026, 3, 16, 10, tzinfo=timezone(timedelta(hours=9), "KST"))
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fe"
    "a7350da00000000049454e44ae426082"
)


def claim(id: str, chapter: str, en: str, ko: str) -> Claim:
    return Claim(id, chapter, en, ko, f"{en}, as a customer sees it", f"고객이 보는 {ko}")


def scenario(name: str, outcome: Outcome, *claims: str, **more: Any) -> Scenario:
    attempt = Attempt(
        outcome,
        STARTED,
        1.24,
        message="<b>what went wrong</b>" if outcome == "failed" else "",
        browser="chromium 141.0",
        steps=[Played("passed", 0.02), Played("failed" if outcome == "failed" else "passed", 1.2)],
    )
    return Scenario(
        id=f"a.feature::{name}",
        uri="a.feature",
        line=3,
        name=name,
        claims=list(claims),
        steps=[Step("Given", "a bank & a <customer>", 4), Step("Then", "all is well", 5, table=[["a", "b"]])],
        attempts=[] if outcome == "not run" else [attempt],
        **more,
    )


def run(**more: Any) -> Run:
    """A run with each state of claims."""
    values: dict[str, Any] = {
        "id": "20260316-100000-ab12",
        "started": STARTED,
        "finished": STARTED + timedelta(seconds=192),
        "command": "pytest -n 2",
        "commit": "0123456789-dirty",
        "seed": 7,
        "python": "3.11.7",
        "pytest": "9.2.0",
        "claims": [
            claim("need.validity", "need", "It ends on a day", "끝나는 날이 있다"),
            claim("need.legal", "need", "Its signature counts", "서명은 효력이 있다"),
            claim("step.1", "steps", "Visit the bank", "은행에 간다"),
            claim("step.2", "steps", "Choose the menu", "메뉴를 고른다"),
        ],
        "chapters": CHAPTERS,
        "scenarios": [
            scenario("the days are shown", "passed", "need.validity"),
            scenario("만료된 서명은 거절된다", "failed", "need.legal", language="ko"),
            scenario("the page opens", "not run", "step.1"),
            scenario("nobody asked for this", "passed"),
        ],
    }
    return Run(**values | more)


Write = Callable[[Run], GuideReportPage]


@pytest.fixture
def written(report: GuideReportPage, tmp_path: Path) -> Write:
    """Write a run's reports and open the page."""

    def write(made: Run) -> GuideReportPage:
        assert writers.write_all(made, tmp_path).errors == []
        report.open(tmp_path / PAGE)
        return report

    return write


def test_the_page_speaks_the_browser_s_language_and_the_reader_s(browser: Browser, tmp_path: Path) -> None:
    guide_report.write(run(), tmp_path)
    korean = in_language("ko-KR", browser, tmp_path)
    assert korean.headline == "안내 내용 4개 중 1개 확인"
    assert korean.claim("need.legal").state == ["어긋남"]
    korean.page.close()

    english = in_language("en-GB", browser, tmp_path)
    assert english.headline == "1 of 4 claims hold"
    assert english.claim("need.legal").state == ["broken"]
    assert english.chapters == [
        "What went wrong 1",
        "Why 1 of 2",
        "The six steps 0 of 2",
        "Scenarios that show no claim 1",
    ]
    assert "까닭" not in english.page.get_by_role("main").inner_text()

    english.read_in("한국어")
    assert english.headline == "안내 내용 4개 중 1개 확인"
    assert english.page.locator("html").get_attribute("lang") == "ko"
    english.page.reload()
    assert english.headline == "안내 내용 4개 중 1개 확인"
    english.page.close()


def in_language(locale: str, browser: Browser, path: Path) -> GuideReportPage:
    report = GuideReportPage(browser.new_page(locale=locale))
    report.open(path / PAGE)
    return report


def test_the_page_says_what_the_run_was(written: Write) -> None:
    report = written(run())
    assert report.fact("시작") == "2026-03-16 10:00"
    assert report.fact("걸린 시간") == "3분 12초"
    assert report.fact("커밋") == "0123456789 수정 있음"
    assert report.fact("브라우저") == "chromium 141.0"
    assert report.fact("시드") == "7"
    assert report.fact("명령") == "pytest -n 2"


def test_a_feature_that_could_not_be_read_is_told(written: Write) -> None:
    [banner] = written(run(unreadable={"b.feature": "b.feature:2: nonsense"})).banners
    assert banner.startswith("이 파일은 실행되지 않았습니다: b.feature")
    assert "b.feature:2: nonsense" in banner


def test_filters_leave_what_matches(written: Write) -> None:
    report = written(run())
    assert report.found == "5개 중 5개 표시"
    report.only("어긋남")
    assert report.shown == ["need.legal"]
    report.only("미실행")
    assert report.shown == ["need.legal", "step.1"]
    report.chapter("여섯 단계")
    assert report.shown == ["step.1"]
    assert report.found == "5개 중 1개 표시"
    report.every_state()
    assert report.shown == ["step.1", "step.2"]
    report.chapter("모든 장")
    report.search("DAYS are shown")
    assert report.shown == ["need.validity"]
    report.search("서명은 효력")
    assert report.shown == ["need.legal"]
    report.search("no such thing")
    assert report.shown == []
    assert report.page.get_by_text("조건에 맞는 내용이 없습니다.").is_visible()


def test_steps_are_told_with_their_times(written: Write) -> None:
    report = written(run())
    row = report.scenario("the days are shown")
    row.unfold()
    assert row.summary == "the days are shown 1.2초"
    assert [step[0] for step in row.steps] == ["Given a bank & a <customer>", "Then all is well"]
    assert [step[-1] for step in row.steps] == ["20 ms", "1.2초"]
    assert row.root.get_by_role("cell").all_inner_texts() == ["a", "b"]
    assert report.scenario("만료된 서명은 거절된다").message == "<b>what went wrong</b>"


def test_a_failure_shows_its_screen_and_links_its_evidence(written: Write, tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "failures" / "만료-1"
    folder.mkdir(parents=True)
    (folder / "screenshot.png").write_bytes(PIXEL)
    (folder / "page #1.txt").write_text("seen")
    (folder / "replay").mkdir()
    (folder / "replay" / "screenshot.png").write_bytes(PIXEL)
    made = run()
    attempt = made.scenarios[1].attempts[0]
    attempt.evidence = "failures/만료-1"
    attempt.steps[0].picture = "failures/만료-1/screenshot.png"
    report = written(made)
    row = report.scenario("만료된 서명은 거절된다")
    assert len(row.pictures) == 2
    assert all(address.startswith("data:image/png;base64,") for address in row.pictures)
    assert row.root.get_by_role("img").first.evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    assert list(row.links) == ["page #1.txt", "replay/screenshot.png", "screenshot.png"]
    row.root.get_by_role("link", name="page #1.txt").click()
    assert report.page.get_by_text("seen").is_visible()


def test_pictures_of_what_passed_end_where_there_is_no_more_room(
    written: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guide_report, "ROOM", 3 * len(PIXEL) + 3)
    (tmp_path / "reports").mkdir()
    for name in "abcde":
        (tmp_path / "reports" / f"{name}.png").write_bytes(PIXEL + name.encode())
    made = run()
    made.scenarios[1].attempts[0].steps = [
        Played("passed", picture="a.png"),
        Played("failed", picture="b.png"),
    ]
    made.scenarios[0].attempts[0].steps = [Played("passed", picture="c.png")]
    made.scenarios[3].attempts[0].steps = [Played("passed", picture="d.png")]
    report = written(made)
    report.press("모두 펼치기")
    assert [len(report.scenario(one.name).pictures) for one in made.scenarios] == [1, 2, 0, 0]


def test_a_picture_is_in_the_page_once_however_often_it_is_shown(written: Write, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "before.png").write_bytes(PIXEL)
    (tmp_path / "reports" / "after.png").write_bytes(PIXEL)  # the step has changed nothing
    made = run()
    made.scenarios[0].claims.append("step.2")
    for step, name in zip(made.scenarios[0].attempts[0].steps, ("before.png", "after.png"), strict=True):
        step.picture = name
    report = written(made)
    assert (tmp_path / PAGE).read_text(encoding="utf-8").count("data:image/png;base64,") == 1
    report.press("모두 펼치기")
    for id in ("need.validity", "step.2"):
        pictures = report.claim(id).root.get_by_role("img").all()
        widths = [one.evaluate("image => image.decode().then(() => image.naturalWidth)") for one in pictures]
        assert widths == [1, 1]


def test_a_failure_that_was_not_reproduced_says_so_in_plain_sight(written: Write) -> None:
    made = run()
    made.scenarios[1].attempts[0].replay = "not reproduced"
    report = written(made)
    assert "재현되지 않음" in report.scenario("만료된 서명은 거절된다").summary


def test_what_went_wrong_is_told_first_whether_or_not_it_breaks_a_claim(written: Write) -> None:
    made = run()
    made.scenarios.append(scenario("of no claim", "failed"))
    made.scenarios.append(scenario("known", "xfailed"))
    report = written(made)
    assert report.chapters[0] == "실패한 시나리오 2"
    assert report.page.locator(".wrong").inner_text() == (
        "시나리오 2개 실패 (그중 1개는 안내 내용과 연결되지 않음)"
    )
    first = report.page.get_by_role("region", name="실패한 시나리오").get_by_role("article")
    assert first.count() == 2
    assert first.last.get_by_text("of no claim").is_visible()
    assert first.last.get_by_text("what went wrong").is_visible()
    report.press("모두 접기")
    report.search("nothing of the kind")
    assert first.count() == 2


def test_a_run_that_went_well_has_no_place_for_what_went_wrong(written: Write) -> None:
    report = written(run(scenarios=[scenario("alone", "passed")]))
    assert report.page.locator(".wrong, .failures").count() == 0


def test_no_picture_is_without_an_address(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.png").write_bytes(PIXEL)
    made = run()
    for one in made.scenarios[:2]:
        one.attempts[0].steps = [Played("passed", picture="a.png")] * 2
    html = guide_report.render(made, tmp_path)
    assert html.count('src="data:image/png') == 1
    assert re.findall(r"<img(?![^>]* src=)[^>]*>", html) == []


def test_times_are_the_reader_s(browser: Browser, tmp_path: Path) -> None:
    path = guide_report.write(run(), tmp_path)
    with browser.new_context(locale="ko-KR", timezone_id="America/New_York") as context:
        report = GuideReportPage(context.new_page())
        report.open(path)
        assert report.fact("시작") == "2026-03-15 21:00"


def test_earlier_runs_are_told_as_far_as_they_are_kept(written: Write, tmp_path: Path) -> None:
    earlier = run(
        id="20260315-100000-ab12",
        started=STARTED - timedelta(days=1),
        finished=STARTED - timedelta(days=1) + timedelta(seconds=4),
        commit="aaaaaaaaaa",
        interruption="Ctrl-C",
        scenarios=[scenario("the days are shown", "failed", "need.validity")],
    )
    writers.write_all(earlier, tmp_path)
    foreign = tmp_path / runs.RUNS / "20260101-100000-ab12"
    foreign.mkdir()
    (foreign / runs.RECORD).write_text('{"version": 99}')
    newer = tmp_path / runs.RUNS / "20270101-100000-ab12"
    newer.mkdir()
    record = (tmp_path / runs.RUNS / earlier.id / runs.RECORD).read_text(encoding="utf-8")
    (newer / runs.RECORD).write_text(record.replace('"broken"', '"shaky"'), encoding="utf-8")
    broken = tmp_path / runs.RUNS / "20260102-100000-ab12"
    broken.mkdir()
    (broken / runs.RECORD).write_text('{"run":')

    report = written(run())
    assert [row[1:6] for row in report.history] == [
        ["4개 중 1개", "3", "1", "3분 12초", "0123456789 수정 있음"],
        ["4개 중 0개", "1", "1", "4.0초", "aaaaaaaaaa"],
    ]
    assert report.history[0][0] == "03-16 10:00 이번 실행"
    assert report.history[1][0].split("\n") == ["03-15 10:00", "중단됨"]
    assert report.claim("need.validity").past == ["어긋남", "확인됨"]
    assert report.claim("need.legal").past == ["미확인", "어긋남"]

    report.page.get_by_role("link", name="03-15 10:00").click()
    assert report.headline == "안내 내용 4개 중 0개 확인"
    assert report.claim("need.validity").state == ["어긋남"]


def test_runs_that_give_way_to_this_one_are_told_no_more(written: Write, tmp_path: Path) -> None:
    for day in range(10, 16):
        writers.write_all(run(id=f"202603{day}-100000-ab12"), tmp_path)
    for day in (11, 13):  # killed, or without reports
        folder = tmp_path / runs.RUNS / f"202603{day}-110000-ab12"
        (folder / "failures").mkdir(parents=True)
    assert len(written(run()).history) == 4  # of five that are kept one has no report
    runs.prune(tmp_path / runs.RUNS / run().id)
    assert len(list((tmp_path / runs.RUNS).glob(f"*/{runs.RECORD}"))) == 4


def test_the_last_page_and_the_run_s_own_lead_to_its_evidence(
    report: GuideReportPage, tmp_path: Path
) -> None:
    made = run()
    folder = tmp_path / runs.RUNS / made.id / "failures" / "f"
    folder.mkdir(parents=True)
    (folder / "page.txt").write_text("seen")
    made.scenarios[1].attempts[0].evidence = f"runs/{made.id}/failures/f"
    writers.write_all(made, tmp_path)
    for page in (PAGE, runs.RUNS / made.id / "guide.html"):
        report.open(tmp_path / page)
        report.page.get_by_role("link", name="page.txt").click()
        assert report.page.get_by_text("seen").is_visible()


def test_the_page_asks_nobody_for_anything(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    guide_report.write(run(), tmp_path)
    page = new_context().new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    GuideReportPage(page).open(tmp_path / PAGE)
    page.wait_for_load_state("networkidle")
    assert [address for address in asked if not address.startswith("data:")] == [(tmp_path / PAGE).as_uri()]
    assert wrong == []


def test_the_page_keeps_the_rules(written: Write, tmp_path: Path) -> None:
    writers.write_all(run(id="20260315-100000-ab12"), tmp_path)
    made = run(interruption="Ctrl-C", elsewhere=["step.2"], unreadable={"b.feature": "b.feature:3: nonsense"})
    made.scenarios.append(scenario("a very long name " * 6, "xfailed", "step.1", rule="A rule"))
    made.scenarios.append(scenario("late", "passed", "step.1"))
    made.scenarios[-1].attempts *= 2
    report = written(made)
    report.press("모두 펼치기")
    for language in ("한국어", "English"):
        report.read_in(language)
        report.page.emulate_media(color_scheme="light")
        assert problems(report.page) == []
        report.page.emulate_media(color_scheme="dark")
        assert problems(report.page) == []


def test_the_page_is_printed_without_what_is_to_be_pressed(written: Write) -> None:
    report = written(run())
    report.page.emulate_media(media="print")
    assert not report.page.get_by_role("search").is_visible()
    assert not report.page.get_by_role("button", name="English").is_visible()
    assert report.scenario("만료된 서명은 거절된다").root.get_by_text("what went wrong").is_visible()


def test_what_is_beyond_the_guide_has_its_chapter_and_does_not_count_as_the_guide_s(written: Write) -> None:
    claims = [claim("step.1", "steps", "Visit", "은행에 간다"), claim("field.clock", "field", "Time", "시계")]
    chapters = [*CHAPTERS, Chapter("field", "Beyond the guide", "안내서 밖의 일")]
    made = run(claims=claims, chapters=chapters, scenarios=[scenario("late", "passed", "field.clock")])
    report = written(made)
    assert report.headline == "안내 내용 1개 중 0개 확인"
    assert report.chapters[-1] == "안내서 밖의 일 1개 중 1개"
    assert report.claim("field.clock").state == ["확인됨"]


def test_a_project_without_a_guide_has_a_page_of_scenarios(written: Write) -> None:
    report = written(run(claims=[], chapters=[], scenarios=[scenario("alone", "passed")]))
    assert report.headline == "안내 내용 0개 중 0개 확인"
    assert report.scenario("alone").summary == "alone 1.2초"
