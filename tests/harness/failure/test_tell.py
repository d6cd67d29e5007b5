"""What a failed scenario tells and leaves behind, at a bank that shows just what the test is about."""

from __future__ import annotations

import re
import shlex
import zipfile
from pathlib import Path

import pytest

from harness.failure.aria_snapshot import shortened
from harness.failure.evidence import Evidence
from harness.failure.layout import LINES, laid_out
from tests.harness.conftest import Project

# Pages for customers, and what the control API tells of the one world that there is.
BANK = """
    import io, json, sys, zipfile
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    PAGES = {
        "/": '<title>도담모의은행</title><main><h1>첫 화면</h1></main>',
        "/identity": '''
            <title>본인 확인 | 도담모의은행</title>
            <nav>메뉴</nav>
            <main data-error-code="IDENTITY-CODE">
              <h1>본인 확인</h1>
              <div role="alert"><p>본인 확인 실패</p><p>남은 횟수 2회</p></div>
              <label>계좌 비밀번호 <input type="password" value="4821"></label>
              <label>인증번호 <input value="135790"></label>
              <label>OTP <input value="246801"></label>
              <label>카드 앞 두 자리 <input type="password" value="73"></label>
              <label>새 비밀번호 <input type="password" value="Barada!9630"></label>
              <label>다른 OTP <input autocomplete="one-time-code" value=" 864 \u00a0 531"></label>
              <label>계좌번호 <input inputmode="numeric" value="000-123-456789"></label>
              <p>2026-4821</p>
            </main>
            <script>console.warn("code 135790 typed"); </script>
            <script>throw new Error("broken")</script>
        ''',
        "/long": "<title>Long</title><main>" + "<p>끝없는 이야기</p><hr>" * 90 + "</main>",
    }
    CONTROL = {
        "worlds": {"worlds": []},
        "messages": {"messages": [
            {"at": "2026-03-16T10:00:00+09:00", "post": "sms", "to": "010-0000-0001",
             "text": "[135790] 입력"}
        ]},
        "audit": {"audit": [
            {"at": f"2026-03-16T10:0{n}:00+09:00", "party": "bank", "event": f"event {n}",
             "detail": {"try": n, "typed": "Haneul!2580"}} for n in range(5)
        ]},
        "kim-hana": {"key": "kim-hana", "name": "김하나", "account": {"number": "000-1", "balance": 1},
                     "otp": "246801", "security_card": {"1": "7311"}},
        "w": {"now": "2026-03-16T10:05:00+09:00", "faults": []},
    }

    class Bank(BaseHTTPRequestHandler):
        def do_GET(self):
            if not self.path.startswith("/control"):
                return self.answer(PAGES.get(self.path, "").encode(), "text/html; charset=utf-8")
            name = self.path.rpartition("/")[2]
            if name == "zip":
                packed = io.BytesIO()
                with zipfile.ZipFile(packed, "w") as archive:
                    archive.writestr("bank.sqlite", "all that happened")
                return self.answer(packed.getvalue(), "application/zip")
            self.answer(json.dumps(CONTROL.get(name, {})).encode(), "application/json")

        def do_POST(self):
            address = f"http://w-w.localhost:{server.server_port}"
            opened = {"id": "w", "bank_url": address, "device_url": address}
            self.answer(json.dumps(opened).encode(), "application/json")

        def do_DELETE(self):
            self.answer(b"{}", "application/json")

        def answer(self, body, kind):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments): pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Bank)
    print(json.dumps({"url": f"http://localhost:{server.server_port}", "token": "secret"}), flush=True)
    server.serve_forever()
"""

STEPS = """
    import os

    from playwright.sync_api import expect

    from harness.errors import HarnessError
    from harness.language.vocabulary import given, then, when

    @given(en="Kim Hana is at {path:string}", ko="김하나가 {path:string}에 있다")
    def at(scene, path):
        scene.person("Kim Hana")
        scene.page.goto(path)

    @when(en="{path:string} is opened in a second tab", ko="두 번째 탭에 {path:string}을/를 연다")
    def second_tab(scene, path):
        scene.page = scene.page.context.new_page()
        scene.page.goto(path)

    @when(en="the page is closed", ko="창을 닫는다")
    def close(scene):
        scene.page.close()

    @when(en="the bank dies", ko="은행이 죽는다")
    def die(pytestconfig):
        from harness.plugin import BANK

        pytestconfig.stash[BANK]._process._process.kill()

    @then(en="{name:string} is shown", ko="{name:string} 화면이 보인다")
    def shown(scene, name):
        expect(scene.page.get_by_role("heading", name=name)).to_be_visible(timeout=500)

    @then(en="the code is {code:string}", ko="코드가 {code:string}이다")
    def has_code(scene, code):
        expect(scene.page.get_by_role("main")).to_have_attribute("data-error-code", code, timeout=500)

    @then(en="{a:int} is {b:int}", ko="{a:int}은/는 {b:int}이다")
    def equal(a, b):
        assert a == b

    @then(en="the harness objects", ko="하네스가 말린다")
    def object():
        raise HarnessError("the world is flat: give it a third dimension", "세상이 평평합니다")

    @then(en="nobody answers", ko="대답이 없다")
    def click(scene):
        scene.page.get_by_role("button", name="다음").click(timeout=500)

    @then(en="the worker crashes", ko="일꾼이 죽는다")
    def crash():
        os._exit(1)
"""


@pytest.fixture
def bank(browsing_project: Project) -> Project:
    """A project with a bank and steps of its own."""
    browsing_project.people()
    browsing_project.bank(BANK)
    browsing_project.steps(STEPS)
    return browsing_project


def reports(result: pytest.RunResult) -> dict[str, list[str]]:
    """What is shown of each failure, by its heading."""
    found: dict[str, list[str]] = {}
    heading = None
    for line in result.outlines:
        if title := re.fullmatch(r"_{3,} (.+) _{3,}", line):
            heading = title[1]
            found[heading] = []
        elif line.startswith("==="):
            heading = None
        elif heading and not line.startswith("[gw"):
            found[heading].append(without_run(line))
    return found


def without_run(text: str) -> str:
    """The text without the name of the run, which differs each time."""
    return re.sub(r"(?<=reports/runs/)[\w-]+", "…", text)


IDENTITY = """
    Feature: A
      Scenario: A wrong code
        Given Kim Hana is at "/identity"
        Then "인증서 발급" is shown
"""
FOLDER = "reports/runs/…/failures/a-A-wrong-code-cbc9c59a"


def test_a_failure_reads_like_a_bug_report(bank: Project) -> None:
    bank.write("features/a.feature", IDENTITY)
    result = bank.run()
    told = reports(result)["A wrong code"]
    assert told == [
        "Scenario   features/a.feature:2: A wrong code",
        'Step       features/a.feature:4: Then "인증서 발급" is shown',
        "Expected   heading “인증서 발급” to be visible",
        "But        the screen has no heading “인증서 발급”",
        'Where      get_by_role("heading", name="인증서 발급")',
        'Python     conftest.py:32: expect(scene.page.get_by_role("heading", name=name))'
        ".to_be_visible(timeo…",
        "Error code IDENTITY-CODE",
        "Seen       본인 확인 | 도담모의은행",
        "           heading “본인 확인”",
        "           alert / 본인 확인 실패 / 남은 횟수 2회",
        "           field “계좌 비밀번호”: •••",
        "           field “인증번호”: •••",
        "           field “OTP”: •••",
        "           field “카드 앞 두 자리”: •••",
        "           … 4 more lines in page.txt",
        "Audit log  03-16 10:02:00 bank: event 2 try=2 typed=•••",
        "           03-16 10:03:00 bank: event 3 try=3 typed=•••",
        "           03-16 10:04:00 bank: event 4 try=4 typed=•••",
        f"Evidence   renewal open {FOLDER}",
        "           console.txt, failure.txt, page.txt, screenshot.png, world.zip",
        "Again      pytest features/a.feature:2",
        "",
    ]
    result.stdout.fnmatch_lines(["FAILED features/a.feature::A wrong code - Expected: heading “인증서*"])

    left = {file.name: file for file in folder(bank, "A-wrong-code").iterdir()}
    assert sorted(left) == ["console.txt", "failure.txt", "page.txt", "screenshot.png", "world.zip"]
    text = left["failure.txt"].read_text(encoding="utf-8")
    assert without_run(text).startswith("\n".join(told))
    assert "\n>       expect(scene.page" in text
    page = left["page.txt"].read_text(encoding="utf-8")
    assert re.match(
        r"http://w-w.localhost:\d+/identity\n본인 확인 \| 도담모의은행\n\n- navigation: 메뉴\n- main:\n", page
    )
    console = left["console.txt"].read_text(encoding="utf-8").splitlines()
    assert console == ["warning: code ••• typed", "uncaught: broken"]
    assert left["screenshot.png"].read_bytes().startswith(b"\x89PNG")
    assert zipfile.ZipFile(left["world.zip"]).namelist() == ["bank.sqlite"]


def test_no_secret_is_told_even_with_pytest_s_own_traceback(bank: Project) -> None:
    bank.write("features/a.feature", IDENTITY)
    bank.more_steps("""
    @then(en="secrets are out", ko="비밀이 샌다")
    def out(scene, code="135790", password="Haneul!2580"):
        secrets = [code, password, "1357", "246801", "7311"]
        assert secrets == []
    """)
    bank.write("features/a.feature", IDENTITY.replace('"인증서 발급" is shown', "secrets are out"))
    output = bank.run("-vv").stdout.str()
    assert ">       assert secrets == []" in output
    assert "\nScenario   features/a.feature:2: A wrong code\n" in output
    texts = [file.read_text(encoding="utf-8") for file in folder(bank, "A-wrong-code").glob("*.txt")]
    assert len(texts) == 3
    shown = re.sub(r"secrets = \[.*", "", "\n".join([output, *texts]))
    assert "000-123-456789" in shown
    secrets = ["135790", "Haneul!2580", "1357", "246801", "7311", "4821", "Barada!9630", '"73"', "864", "531"]
    assert [secret for secret in secrets if re.search(rf"(?<![\w-]){re.escape(secret)}", shown)] == []


def test_a_secret_that_ends_another_one_does_not_uncover_it() -> None:
    password = "Ha!ne!ul!ba!ra!da!2580"
    evidence = Evidence(secrets={password[start:] for start in range(0, len(password), 3)})
    assert evidence.conceal(f"typed {password}, then 2580") == "typed •••, then •••"


def test_no_secret_is_told_by_a_tear_down_that_fails(bank: Project) -> None:
    bank.more_steps("""
    import pytest

    @pytest.fixture
    def leaking():
        yield
        raise RuntimeError("typed Haneul!2580")

    @then(en="it leaks afterwards", ko="나중에 샌다")
    def leaks(leaking): pass
    """)
    bank.write("features/a.feature", IDENTITY.replace('"인증서 발급" is shown', "it leaks afterwards"))
    output = bank.run("-vv").stdout.str()
    assert "RuntimeError: typed •••" in output
    assert "Haneul!2580" not in re.sub(r">? +raise RuntimeError.*", "", output)


KINDS = """
    # language: ko
    기능: 여러 가지 실패
      시나리오: 비교
        그러면 1은 2이다
      시나리오: 말리는 하네스
        그러면 하네스가 말린다
      시나리오: 없는 문구
        조건 김하나가 "/"에 있다
        그러면 분홍 화면이 보인다
      시나리오: 두 번째 탭
        조건 김하나가 "/"에 있다
        만일 두 번째 탭에 "/identity"를 연다
        그러면 코드가 "X"이다
      시나리오: 단추가 없다
        조건 김하나가 "/long"에 있다
        그러면 대답이 없다
      시나리오: 빈 창
        그러면 대답이 없다
      시나리오: 닫힌 창
        조건 김하나가 "/"에 있다
        만일 창을 닫는다
        그러면 "첫 화면" 화면이 보인다
      시나리오: 지나가는 시나리오
        그러면 1은 1이다
"""


def test_whatever_fails_is_told(bank: Project) -> None:
    bank.write("features/여럿.feature", KINDS)
    told = reports(bank.run())
    assert list(told) == [
        "비교",
        "말리는 하네스",
        "없는 문구",
        "두 번째 탭",
        "단추가 없다",
        "빈 창",
        "닫힌 창",
    ]
    comparison = [re.sub("비교-[0-9a-f]{8}'$", "비교-'", line) for line in told["비교"]]
    assert comparison == [
        "시나리오   features/여럿.feature:3: 비교",
        "단계       features/여럿.feature:4: 그러면 1은 2이다",
        "기대       assert 1 == 2",
        "파이썬     conftest.py:40: assert a == b",
        "증거       renewal open 'reports/runs/…/failures/여럿-비교-'",
        "           failure.txt",
        "다시 실행  pytest 'features/여럿.feature:3'",
        "",
    ]
    assert told["말리는 하네스"][1:3] == [
        "단계       features/여럿.feature:6: 그러면 하네스가 말린다",
        "문제       세상이 평평합니다",
    ]
    assert told["없는 문구"][1].startswith("문제       features/여럿.feature:9: ")
    assert told["두 번째 탭"][2:8] == [
        "기대       오류 코드 “X”",
        "실제       “IDENTITY-CODE”",
        '위치       get_by_role("main")',
        told["두 번째 탭"][5],
        "오류 코드  IDENTITY-CODE",
        "화면       본인 확인 | 도담모의은행",
    ]
    assert told["단추가 없다"][2:4] == [
        "문제       화면에 “다음” 버튼이 없습니다",
        '위치       get_by_role("button", name="다음")',
    ]
    assert told["빈 창"][2] == (
        "문제       아직 열린 화면이 없습니다. 화면을 여는 단계를 이 단계보다 앞에 적으세요"
    )
    assert "           끝없는 이야기" in told["단추가 없다"]
    assert "           … 나머지 82줄은 page.txt에 있음" in told["단추가 없다"]
    assert "누락       Page.aria_snapshot: Target page, context or browser has been closed" in told["닫힌 창"]
    assert all(len(lines) + 2 < 25 for lines in told.values())
    assert len(failures(bank)) == len(told)


def test_a_dead_bank_leaves_the_page(bank: Project) -> None:
    bank.feature(A_death=['Given Kim Hana is at "/"', "When the bank dies", 'Then "Life" is shown'])
    told = reports(bank.run())["A death"]
    assert told[1] == 'Step       a.feature:5: Then "Life" is shown'
    assert "Seen       도담모의은행" in told
    assert "Audit log" not in "\n".join(told)
    assert any(line.startswith("Missing    no mock bank answers at ") for line in told)
    assert "           console.txt, failure.txt, page.txt, screenshot.png" in told


def test_neither_a_crashed_worker_nor_its_successor_takes_evidence_away(bank: Project) -> None:
    bank.feature(
        One_fails=["Then 1 is 2"], Two_crashes=["Then the worker crashes"], Three_fails=["Then 1 is 3"]
    )
    result = bank.run("-n", "1")
    result.assert_outcomes(failed=3)
    told = reports(result)
    assert [told[name][2] for name in ("One fails", "Three fails")] == [
        "Expected   assert 1 == 2",
        "Expected   assert 1 == 3",
    ]
    assert sorted(failures(bank)) == ["a-One-fails", "a-Three-fails"]


def failures(project: Project) -> list[str]:
    """Whose evidence the last run has left, without the numbers."""
    return [folder.name.rpartition("-")[0] for folder in last_run(project).glob("failures/*")]


def folder(project: Project, name: str) -> Path:
    """Where the evidence of a failure of the last run lies."""
    return next(last_run(project).glob(f"failures/*-{name}-*"))


def last_run(project: Project) -> Path:
    """The folder of the last run that has left anything."""
    return runs(project)[-1]


# Without a bank


ADDING = """
    Feature: Adding
      Scenario: Right
        Then 1 is 1
      Scenario: Wrong
        Then 1 is 2
      Scenario Outline: Many <a>
        Then <a> is 0
        Examples:
          | a   |
          | 1   |
          | 002 |
      Scenario: It's "all" $HOME [or] 아무것도; no
        Then 3 is 4
"""


@pytest.fixture
def adding(project: Project) -> Project:
    """A project that needs no bank."""
    project.steps(STEPS)
    project.write("features/adding.feature", ADDING)
    return project


def commands(result: pytest.RunResult) -> list[str]:
    """The commands with which to see each failure again."""
    return [line.removeprefix("Again").strip() for line in result.outlines if line.startswith("Again")]


@pytest.mark.parametrize(
    ("options", "failing"),
    [
        ([], 4),
        (["--browser", "firefox", "--faker-seed", "7"], 4),
        (["--browser", "chromium", "--browser", "firefox"], 8),
    ],
)
def test_the_command_runs_just_this_again(adding: Project, options: list[str], failing: int) -> None:
    first = adding.run(*options)
    first.assert_outcomes(passed=failing // 4, failed=failing)
    assert len(set(commands(first))) == failing
    for command in commands(first):
        name, *arguments = shlex.split(command)
        assert name == "pytest"
        assert arguments[1:] == options
        again = adding.run(*arguments)
        again.assert_outcomes(failed=1)
        assert commands(again) == [command]


def test_paths_are_as_seen_from_where_pytest_was_started(
    adding: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(adding.path / "features")
    result = adding.run("-k", "Wrong")
    assert reports(result)["Wrong"][:2] == [
        "Scenario   adding.feature:4: Wrong",
        "Step       adding.feature:5: Then 1 is 2",
    ]
    [evidence] = [line.rpartition(" ")[2] for line in result.outlines if "Evidence" in line]
    assert Path(evidence, "failure.txt").exists()
    adding.run(*shlex.split(commands(result)[0])[1:]).assert_outcomes(failed=1)


def test_the_line_of_python_is_the_project_s_own(adding: Project) -> None:
    adding.write("site-packages/library.py", "def check(): raise ValueError('too deep')")
    adding.steps("""
        import sys
        from harness.language.vocabulary import then

        @then(en="{a:int} is {b:int}", ko="{a:int}은 {b:int}이다")
        def equal(a, b):
            sys.path.insert(0, "site-packages")
            from library import check
            check()
    """)
    assert reports(adding.run("-k", "Wrong"))["Wrong"][2:4] == [
        "Problem    ValueError: too deep",
        "Python     conftest.py:10: check()",
    ]


@pytest.mark.parametrize("style", ["long", "native"])
def test_pytest_s_tracebacks_come_when_asked_for(adding: Project, style: str) -> None:
    told = reports(adding.run("-k", "Wrong", f"--tb={style}"))["Wrong"]
    assert "E       assert 1 == 2" in told or "AssertionError: assert 1 == 2" in told
    assert "Scenario   features/adding.feature:4: Wrong" in told


def test_pytest_s_other_styles_are_as_ever(adding: Project) -> None:
    assert reports(adding.run("-k", "Wrong", "--tb=no")) == {}
    adding.run("-k", "Wrong", "--tb=line").stdout.fnmatch_lines(["features/adding.feature:5: assert 1 == 2"])
    for option in ("-q", "-v", "--tb=short"):
        told = reports(adding.run("-k", "Wrong", option))["Wrong"]
        assert (told[0], len(told)) == ("Scenario   features/adding.feature:4: Wrong", 8)


def test_evidence_lies_with_its_run_and_no_later_run_touches_it(adding: Project) -> None:
    adding.run("-k", "Wrong or It")
    [first] = runs(adding)
    assert sorted(failures(adding)) == ["adding-It-s-all-HOME-or-아무것도-no", "adding-Wrong"]
    before = files(first)
    for arguments in (["--collect-only"], ["-k", "Wrong"], ["-k", "Wrong", "--reports=off"]):
        adding.run(*arguments)
    assert files(first) == before
    _, second, third = runs(adding)
    assert [*second.glob("failures/*/failure.txt")]
    assert [file.name for file in files(third)] == ["failure.txt"]


def runs(project: Project) -> list[Path]:
    """The folders of all runs that have left something, the first one first."""
    return sorted((project.path / "reports" / "runs").iterdir())


def files(folder: Path) -> dict[Path, bytes]:
    """All that lies there."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_run_that_passes_leaves_nothing(adding: Project) -> None:
    adding.run("-k", "Right").assert_outcomes(passed=1)
    assert failures(adding) == []
    adding.run("-k", "Right", "--reports=off").assert_outcomes(passed=1)
    assert len(runs(adding)) == 1


def test_evidence_that_cannot_be_kept_hides_no_failure(adding: Project) -> None:
    adding.write("reports", "a file where a folder is to be")
    told = reports(adding.run("-k", "Wrong"))["Wrong"]
    assert told[2:4] == ["Expected   assert 1 == 2", "Python     conftest.py:40: assert a == b"]
    assert told[4].startswith("Missing    [Errno 20] Not a directory: ")
    assert told[5].startswith("Again ")


def test_what_fails_before_or_after_the_steps_is_told_without_one(adding: Project) -> None:
    adding.more_steps("""
    import pytest

    @pytest.fixture(autouse=True)
    def around(request):
        assert request.node.name != "Right", "no light"
        yield
        raise HarnessError("a tap drips", "물이 샌다")
    """)
    told = reports(adding.run("-k", "Right or Wrong"))
    assert told["ERROR at setup of Right"][:3] == [
        "Scenario   features/adding.feature:2: Right",
        "Expected   no light",
        'Python     conftest.py:57: assert request.node.name != "Right", "no light"',
    ]
    assert told["Wrong"][1] == "Step       features/adding.feature:5: Then 1 is 2"
    assert told["ERROR at teardown of Wrong"] == [
        "Scenario   features/adding.feature:4: Wrong",
        "Problem    a tap drips",
        "Again      pytest features/adding.feature:4",
        "",
    ]
    text = folder(adding, "Wrong") / "failure.txt"
    assert "assert 1 == 2" in text.read_text(encoding="utf-8")


def test_an_expected_failure_is_no_bug(adding: Project) -> None:
    adding.write("features/adding.feature", "@xfail\n" + ADDING.lstrip())
    result = adding.run("-k", "Wrong")
    result.assert_outcomes(xfailed=1)
    assert failures(adding) == []


# Shortening


@pytest.mark.parametrize(
    ("filling", "file"), [(("problem", "seen"), "page.txt"), (("problem",), "failure.txt")]
)
def test_nothing_makes_a_report_too_long(filling: tuple[str, ...], file: str) -> None:
    many = (*filling, "expected", "actual", "python", "audit", "gaps")
    sections = {
        "scenario": ["긴 이름 " * 60],
        **{name: ["긴 줄 " * 60] * 60 for name in many},
        "evidence": ["folder", "files"],
        "again": ["pytest " + "x" * 200],
    }
    lines = laid_out(sections, "ko").splitlines()
    assert len(lines) == LINES
    assert all(len(line) <= 100 for line in lines[:-1])
    assert len([line for line in lines if line.endswith(f"줄은 {file}에 있음")]) == 1
    assert lines[-1] == "다시 실행  pytest " + "x" * 200


SNAPSHOT = """
- banner:
  - link "홈":
    - /url: /
- main:
  - list "갱신 단계":
    - listitem: 안내
    - listitem: 완료
  - 'heading "끝: 완료" [level=1]'
  - status
  - alert:
    - paragraph: 입력한 내용을 확인해 주세요
    - list:
      - listitem:
        - 'link "이메일: 다시 확인해 주세요."':
          - /url: "#email"
  - table "내 인증서":
    - caption: 내 인증서
    - rowgroup:
      - row "종류 만료일":
        - columnheader "종류"
    - rowgroup:
      - row "개인 2026-03-30":
        - cell "2026-03-30":
          - time: 2026-03-30
  - text: 이메일
  - paragraph: "예: dodam@example.com"
  - textbox "이메일" [invalid]: "x"
  - combobox "은행":
    - option "가"
    - option "나" [selected]
  - paragraph: "그가 \\"말\\"했다: # 끝"
- contentinfo: 꼬리말
"""


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "갱신 단계 / 안내 / 완료",
                "heading “끝: 완료”",
                "alert / 입력한 내용을 확인해 주세요 / link “이메일: 다시 확인해 주세요.”",
                "table “내 인증서” / 내 인증서 / 종류 만료일 / 개인 2026-03-30",
                "예: dodam@example.com",
                "field “이메일” [invalid]: x",
                "combobox “은행” / option “나”",
                '그가 "말"했다: # 끝',
            ],
        ),
        (
            "ko",
            [
                "갱신 단계 / 안내 / 완료",
                "“끝: 완료” 제목",
                "경고 / 입력한 내용을 확인해 주세요 / “이메일: 다시 확인해 주세요.” 링크",
                "“내 인증서” 표 / 내 인증서 / 종류 만료일 / 개인 2026-03-30",
                "예: dodam@example.com",
                "“이메일” 칸 [잘못됨]: x",
                "“은행” 선택 목록 / “나” 선택지",
                '그가 "말"했다: # 끝',
            ],
        ),
    ],
)
def test_a_page_is_shortened_to_a_line_for_each_thing(language: str, lines: list[str]) -> None:
    assert shortened(SNAPSHOT, language) == lines


def test_a_page_is_shortened_to_what_the_eye_rests_on() -> None:
    assert shortened("- main:\n  - text: 뒤\n  - dialog:\n    - text: 앞", "ko") == ["앞"]
    assert shortened("- paragraph: 혼자", "ko") == ["혼자"]
    assert shortened("", "ko") == []
