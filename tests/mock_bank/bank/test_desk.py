"""The lobby's desk shows the certificates that the visitor has now, wherever they lie."""

from __future__ import annotations

import re
from html import unescape

import pytest
from werkzeug.test import Client

from mock_bank.app import Server
from mock_bank.device.places import Place
from tests.mock_bank.bank.conftest import Enter
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
