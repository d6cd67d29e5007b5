"""The lobby's desk: what the visitor has now, what they may arrange, and what came of it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.device.places import Place
from mock_bank.world import Worlds
from tests.mock_bank.bank.conftest import Enter
from tests.mock_bank.bank.in_lobby import BASE, PEOPLE, Lobby
from tests.mock_bank.bank.visitor import NEW_PASSWORD, Visitor

GIVEN = "비밀번호 Haneul!2580"
CHOSEN = "비밀번호는 직접 정하신 것입니다"


@pytest.fixture
def visitor(enter: Enter) -> Visitor:
    return enter()


def certificates(server: Server, visitor: Visitor) -> dict[str, str]:
    """What the desk says of the certificate in each place."""
    page = Client(server).get(f"/worlds/{visitor.world.id}", base_url="http://localhost:8765").text
    shown = re.search(r'<dl class="facts" id="certificates".*?</dl>', page, re.DOTALL)
    assert shown is not None
    facts = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", unescape(shown[0]), re.DOTALL)
    return {place: " ".join(re.sub("<[^>]*>", " ", said).split()) for place, said in facts}


def test_what_the_visitor_came_with_lies_there_with_its_password(server: Server, visitor: Visitor) -> None:
    said = certificates(server, visitor)
    assert said == {"컴퓨터 하드디스크": f"범용(개인), 2026-03-30 만료 사용 중 {GIVEN}"}


def test_after_a_renewal_the_new_certificate_lies_there_and_the_old_one_is_replaced(
    server: Server, visitor: Visitor
) -> None:
    visitor.be_at("identified").finish()
    assert certificates(server, visitor) == {
        "이동식디스크": f"범용(개인), 2027-03-30 만료 사용 중 {CHOSEN}",
        "컴퓨터 하드디스크": f"범용(개인), 2026-03-30 만료 교체 {GIVEN}",
    }


def test_a_password_that_the_visitor_changed_is_not_told(server: Server, visitor: Visitor) -> None:
    visitor.world.device.change_password(visitor.first(), NEW_PASSWORD)
    assert certificates(server, visitor)["컴퓨터 하드디스크"].endswith(CHOSEN)


def test_what_lies_on_another_device_is_told_apart(server: Server, visitor: Visitor) -> None:
    exported = visitor.world.device.export(visitor.first(), NEW_PASSWORD)
    laptop = visitor.world.device_named("laptop")
    laptop.import_file(exported.content, NEW_PASSWORD, Place.HARD_DISK, NEW_PASSWORD)
    assert certificates(server, visitor) == {
        "컴퓨터 하드디스크": f"범용(개인), 2026-03-30 만료 사용 중 {GIVEN}",
        "노트북 하드디스크": f"범용(개인), 2026-03-30 만료 사용 중 {CHOSEN}",
    }


def test_one_from_another_world_is_not_registered_here(
    server: Server, visitor: Visitor, enter: Enter
) -> None:
    exported = visitor.world.device.export(visitor.first(), NEW_PASSWORD)
    other = enter(name="이둘")
    other.world.device.import_file(exported.content, NEW_PASSWORD, Place.CLOUD, NEW_PASSWORD)
    assert certificates(server, other)["클라우드"].startswith("범용(개인), 2026-03-30 만료 등록되지 않음")


def test_a_deleted_one_lies_nowhere(server: Server, visitor: Visitor) -> None:
    visitor.world.device.delete(visitor.first())
    assert certificates(server, visitor) == {}


# What is arranged


@pytest.fixture(scope="session")
def with_people(worlds: Worlds) -> Server:
    return Server(worlds, "token", PEOPLE)


@pytest.fixture
def lobby(with_people: Server, worlds: Worlds) -> Lobby:
    return Lobby(with_people, worlds)


@pytest.mark.parametrize(
    ("name", "entries", "said"),
    [
        (
            "fail-times",
            {"work": "ca.issue", "times": "1"},
            "몇 번: “1”은(는) 쓸 수 없습니다. / how often: “1” cannot be.",
        ),
        ("fail-once", {"work": "ca.isue"}, "what: “ca.isue” cannot be."),
        ("slow-once", {"errand": "ca.issue", "count": "-3", "unit": "60"}, "how long: “-3” cannot be."),
        ("day", {"day": "2031-02-30"}, "“2031-02-30” cannot be."),
        ("day", {"day": "2010-01-01"}, "시각은 앞으로만, 2050년까지만 옮길 수 있습니다. / a world's time"),
        ("change", {"certificate": "1", "state": "revoked"}, "There is no such certificate yet."),
        ("phone", {"phone": "010-1234-5678"}, "new number: “010-1234-5678” cannot be."),
    ],
)
def test_what_cannot_be_is_told_in_both_languages_and_is_not_done(
    lobby: Lobby, name: str, entries: dict[str, str], said: str
) -> None:
    before, told = lobby.world.clock.now(), lobby.scenario("en")
    assert said in lobby.arrange(name, **entries)
    assert lobby.world.faults.all == []
    assert (lobby.world.clock.now() - before).total_seconds() < 3600
    assert lobby.scenario("en") == told


def test_nobody_arranges_anything_from_elsewhere(lobby: Lobby) -> None:
    for path in ("arrangements/fail-once", "reset"):
        form = {"work": "ca.issue"}
        refused = lobby.client.post(f"{lobby.desk}/{path}", base_url=BASE, data=form)
        assert refused.status_code == 400
    assert lobby.world.faults.all == []
    assert lobby.post(f"{lobby.desk}/arrangements/flood").status_code == 404


def test_the_step_is_shown_while_it_is_entered(lobby: Lobby) -> None:
    slow = f"{lobby.desk}/arrangements/slow-once?errand=ca.issue&unit=60&count="
    assert lobby.open(f"{slow}1").get_json() == {
        "ko": "조건 인증서 발급에 1분 걸린다",
        "en": "Given issuing the certificate takes 1 minute",
    }
    assert lobby.open(f"{slow}x").get_json() == {}


def test_all_that_was_arranged_stays_in_order_while_the_bank_restarts(lobby: Lobby) -> None:
    began = lobby.world.clock.now()
    lobby.arrange("fail-once", work="ca.issue")
    lobby.arrange("pass", count="1", unit="86400")
    lobby.arrange("restart")
    lobby.arrange("unplug", medium="phone")
    assert lobby.scenario("en") == (
        "Feature: Found by hand\n\n  Scenario: Say here what goes wrong\n"
        f"    Given today is {began:%Y-%m-%d}\n"
        "    And it is 10:00\n"
        "    And Kim Hana is a customer\n"
        "    And issuing the certificate fails once\n"
        "    When 1 day passes\n"
        "    And the bank's server restarts\n"
        "    And the customer unplugs the phone\n"
        "    And the customer opens the home page\n"
        "    Then the customer sees the home page\n"
    )
    assert "\n    만일 1일이 지난다\n    그리고 은행 서버가 다시 시작된다\n" in lobby.scenario("ko")
    assert "그리고 고객이 휴대폰을 뺀다" in lobby.scenario("ko")


def test_what_is_so_now_is_told(lobby: Lobby) -> None:
    def state() -> str:
        (shown,) = re.findall(r'<dl class="facts" id="state".*?</dl>', lobby.page, re.DOTALL)
        return " ".join(re.sub("<[^>]*>", " ", shown).split())

    assert state() == "네트워크 network 개인 private"
    lobby.arrange("network", network="public")
    lobby.arrange("fail-times", work="ca.issue", times="2")
    lobby.arrange("silent-always", errand="sms.send")
    lobby.world.faults.strike("ca.issue")
    assert state() == (
        "네트워크 network 공용 public "
        "인증서 발급 ca.issue 오류 error , 2번 중 1번 발생 "
        "인증번호 발송 sms.send 응답 없음 no answer , 계속, 0번 발생"
    )


def test_the_number_that_the_bank_has_is_the_one_to_enter(lobby: Lobby) -> None:
    lobby.arrange("phone", phone="010-0000-4321")
    assert '<dt>휴대폰 번호</dt><dd class="digits">010-0000-4321</dd>' in lobby.page


def test_a_reset_world_is_as_it_began(lobby: Lobby) -> None:
    before, began = lobby.desk, lobby.world.clock.now()
    issued = [file.serial for file in lobby.world.device.files()]
    as_new = lobby.scenario("ko")
    lobby.arrange("fail-once", work="ca.issue")
    lobby.arrange("pass", count="9", unit="86400")
    lobby.desk = lobby.post(f"{lobby.desk}/reset").location or ""
    assert lobby.open(before).status_code == 404
    assert (lobby.world.clock.now() - began).total_seconds() < 3600
    assert lobby.world.faults.all == []
    assert [file.serial for file in lobby.world.device.files()] == issued
    assert lobby.scenario("ko") == as_new


def test_of_a_world_that_the_lobby_did_not_open_it_is_not_told_how_it_began(
    lobby: Lobby, visitor: Visitor, worlds: Worlds
) -> None:
    there = Lobby(lobby.server, worlds, visitor.world)
    there.arrange("full")
    there.arrange("full")
    assert "Scenario: Say here what goes wrong\n    Given Kim Hana is a customer\n" in there.scenario("en")
    assert there.scenario("en").count("the storage place is full") == 2
    assert "/reset" not in there.page
    assert there.post(f"{there.desk}/reset").status_code == 404


# What came of it


def test_the_audit_log_is_told_in_both_languages_the_newest_first(lobby: Lobby, visitor: Visitor) -> None:
    visitor.be_at("identified")
    page = unescape(lobby.open(f"/worlds/{visitor.world.id}/audit").text)
    assert "은행: 본인 확인 완료" in page
    assert 0 < page.index("bank: identity verified") < page.index("bank: sms code sent")


def test_the_devices_files_are_there_to_be_taken(lobby: Lobby) -> None:
    page = unescape(lobby.open(f"{lobby.desk}/files").text)
    paths = re.findall(r'href="([^"]+/signCert\.der)"', page)
    assert len(paths) == 1
    assert lobby.open(paths[0]).data == next(lobby.world.folder.rglob("signCert.der")).read_bytes()
    assert lobby.open(f"{lobby.desk}/files/world.json").status_code == 404
