from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from harness.errors import HarnessError
from harness.play.bank import Address, Bank, BankError, BankProcess
from harness.play.scene import KST, Scene
from harness.play.world import Fault, Message, World
from harness.seeds.named_people import Certificate, People
from tests.asking import HANGING
from tests.harness.conftest import Project

NOW = datetime(2026, 3, 16, 10, tzinfo=KST)


@pytest.fixture
def people(pytestconfig: pytest.Config) -> People:
    return People.load(pytestconfig.rootpath)


# The process


def test_a_bank_that_talks_nonsense_is_stopped(project: Project) -> None:
    project.bank('print("hello", flush=True); input()')
    with pytest.raises(BankError, match=r"the mock bank did not start"):
        _ = BankProcess(project.path).address


# The client


def test_a_bank_does_not_outlive_who_started_it(pytestconfig: pytest.Config) -> None:
    process = BankProcess(pytestconfig.rootpath)
    _ = process.address
    # What the system does when whoever started the bank is killed.
    assert process._process.stdin
    process._process.stdin.close()
    process._process.wait(HANGING)
    assert process.died()


@pytest.mark.parametrize("url", ["localhost:8765", "", "http://localhost:port", "ftp://localhost:8765"])
def test_what_is_no_address_is_one_message(url: str) -> None:
    with pytest.raises(BankError, match=r"no address of a mock bank|no mock bank answers"):
        Bank(Address(url, "token")).check()


def test_another_server_is_not_taken_for_a_bank() -> None:
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        Thread(target=server.handle_request).start()
        bank = Bank(Address(f"http://localhost:{server.server_port}", "token"))
        with pytest.raises(BankError, match=r"answered 501 and no JSON; is it a mock bank\?"):
            bank.check()
        bank.close()


def test_an_unknown_world_is_one_message(bank: Bank) -> None:
    with pytest.raises(BankError, match=r"^no world 'nowhere' is open\nGET worlds/nowhere: 404$"):
        bank.get("worlds/nowhere")


def test_a_wrong_person_is_named_with_the_field(bank: Bank, people: People) -> None:
    wrong = replace(people["Kim Hana"], phone="112")
    with pytest.raises(BankError, match=r"kim-hana.*phone|phone.*kim-hana"):
        World.open(bank, NOW, 1, [wrong])


# A world


def test_a_world_opens_with_what_was_arranged_and_goes_away(bank: Bank, people: People) -> None:
    kim = replace(people["Kim Hana"], certificates=(Certificate("personal-bank", 14),))
    world = World.open(bank, NOW, 1, [kim, people["Lee Yujin"]], [Fault("sms.send", times=2)])
    assert world.now == NOW
    assert world.faults() == [Fault("sms.send", times=2)]
    [certificate] = world.certificates("kim-hana")
    assert certificate.not_after == datetime(2026, 3, 30, 23, 59, 59, tzinfo=KST)
    assert len(world.certificates()) == 2
    stored = [file for file in world.store() if file.certificate == certificate.serial]
    assert len(stored) == 2
    # Both files are DER, which begins with a sequence.
    assert all(world.read(file.path).startswith(b"\x30\x82") for file in stored)
    assert world.person("kim-hana").account_number == kim.account.number
    assert world.messages() == []
    world.close()
    with pytest.raises(BankError, match=r"404"):
        _ = world.now


def test_a_world_opens_with_every_kind_of_fault_and_with_settings_of_its_own(
    bank: Bank, people: People
) -> None:
    faults = [
        Fault("ca.issue", "slow", seconds=90),
        Fault("ca.deliver", "damaged", damage="key"),
        Fault("device.store", "full", times=2),
    ]
    world = World.open(bank, NOW, 1, [people["Kim Hana"]], faults, {"otp_tries": 2})
    assert world.faults() == faults
    world.fault(Fault("bank.record"))
    assert world.faults() == [*faults, Fault("bank.record")]
    world.close()


def test_a_fault_that_does_not_exist_is_one_message(scene: Scene) -> None:
    with pytest.raises(BankError, match=r"device.store.*'slow'"):
        scene.world.fault(Fault("device.store", "slow", seconds=1))


def test_a_setting_that_does_not_exist_is_one_message(scene: Scene) -> None:
    scene.setting(patience=1)
    with pytest.raises(BankError, match=r"settings.patience"):
        _ = scene.world


def test_the_authority_changes_a_certificate(scene: Scene) -> None:
    scene.person("Kim Hana")
    [certificate] = scene.world.certificates()
    scene.world.change_certificate(certificate.serial, "suspended")
    assert [one.state for one in scene.world.certificates()] == ["suspended"]
    with pytest.raises(BankError, match=r"404"):
        scene.world.change_certificate("1", "revoked")


def test_time_passes_when_it_is_moved(scene: Scene) -> None:
    assert scene.world.move(seconds=180) == NOW + timedelta(minutes=3)
    assert scene.world.now == NOW + timedelta(minutes=3)


def test_a_scene_that_is_open_goes_on_to_an_hour_a_day_and_another_network(bank: Bank, scene: Scene) -> None:
    scene.be_at(hour=time(23, 40))
    assert scene.world.now == NOW.replace(hour=23, minute=40)
    scene.be_at(hour=time(9))
    assert scene.now == NOW.replace(day=17, hour=9)
    scene.be_at(day=date(2026, 3, 30))
    assert scene.now == NOW.replace(day=30, hour=9)
    with pytest.raises(BankError, match="cannot go back"):
        scene.be_at(day=date(2026, 3, 29))
    scene.surroundings(network="public")
    told = bank.get(f"worlds/{scene.world.id}")
    assert told["surroundings"] == {"network": "public", "shared_devices": []}


def test_an_unknown_person_is_answered_with_the_known(scene: Scene) -> None:
    scene.person("Kim Hana")
    with pytest.raises(BankError, match=r"^no person 'nobody' in this world; it has: kim-hana\n"):
        scene.world.person("nobody")
    with pytest.raises(BankError, match=r"404"):
        scene.world.stage("nobody", "signed in")


def test_a_code_is_read_from_the_newest_message_to_a_phone(
    monkeypatch: pytest.MonkeyPatch, scene: Scene
) -> None:
    sent = [("010-0000-0001", "[111111]"), ("010-0000-0001", "[222222]"), ("010-0000-0002", "[333333]")]
    messages = [Message(NOW, "sms", phone, f"[도담모의은행] 인증번호 {code}") for phone, code in sent]
    monkeypatch.setattr(scene.world, "messages", lambda: messages)
    assert scene.world.sms_code("010-0000-0001") == "222222"
    assert scene.world.sms_code() == "333333"


def test_a_code_that_was_never_sent_is_missed_in_words(scene: Scene) -> None:
    with pytest.raises(BankError, match=r"no message with a code has been sent to 010-0000-0001"):
        scene.world.sms_code("010-0000-0001")


def test_a_refusal_tells_people_the_reason_alone_and_in_their_language(bank: Bank, people: People) -> None:
    kim, nobody = people["Kim Hana"], replace(people["Lee Yujin"], certificates=())
    kim = replace(kim, certificates=(Certificate("personal-bank", 31),))
    world = World.open(bank, NOW, 1, [kim, nobody])
    for key, stage, request, en, ko in (
        (
            "kim-hana",
            "applied",
            f"POST worlds/{world.id}/stages: 409",
            "the bank refuses: RENEWAL-EARLY",
            "은행이 거절했습니다: 인증서를 갱신할 수 없습니다 (RENEWAL-EARLY)",
        ),
        (
            "lee-yujin",
            "signed in",
            f"POST worlds/{world.id}/stages: 409",
            "lee-yujin has no certificate that is registered here, so cannot be placed at a stage",
            "이유진 고객은 이 은행에 등록된 인증서가 없어 로그인한 상태로 시작할 수 없습니다",
        ),
    ):
        with pytest.raises(BankError) as refused:
            world.stage(key, stage)
        assert refused.value.in_language("en") == en
        assert refused.value.in_language("ko") == ko
        assert refused.value.__notes__ == [request]
    world.close()


# A scene


def test_a_scene_opens_its_world_once_with_all_that_was_arranged(scene: Scene) -> None:
    scene.be_at(day=(NOW + timedelta(days=1)).date())
    kim = scene.change("Kim Hana", security="otp")
    scene.certificates(kim, Certificate("personal-general", 3))
    assert scene.person("김하나").security == "otp"
    assert scene.world is scene.world
    assert scene.now == NOW + timedelta(days=1)
    assert [issued.kind for issued in scene.world.certificates()] == ["personal-general"]


def test_the_customer_is_the_first_to_be_named_unless_said(scene: Scene) -> None:
    with pytest.raises(HarnessError, match=r"no step has said who the customer is") as error:
        _ = scene.customer
    assert error.value.in_language("ko") == (
        "고객이 누구인지 적은 단계가 없습니다. 사람 이름이 나오는 조건으로 시작하세요"
    )
    scene.person("Kim Hana")
    scene.person("Lee Yujin")
    assert scene.customer.key == "kim-hana"
    scene.customer = scene.person("Lee Yujin")
    assert scene.customer.key == "lee-yujin"


def test_what_is_arranged_too_late_is_refused(scene: Scene) -> None:
    scene.person("Kim Hana")
    assert scene.world
    assert scene.person("Kim Hana").name == "김하나"
    with pytest.raises(HarnessError, match=r"open already") as error:
        scene.person("Lee Yujin")
    assert error.value.in_language("en") == (
        "the world is open already, and who and what is in it cannot be changed any more: "
        "move this line above the first step that opens a screen"
    )
    assert error.value.in_language("ko") == (
        "이미 화면이 열려 사람, 인증서, 설정을 더는 바꿀 수 없습니다. "
        "이 줄을 화면을 여는 첫 단계 위로 옮기세요"
    )
    with pytest.raises(HarnessError, match=r"open already"):
        scene.setting(otp_tries=2)


def test_made_up_people_live_in_the_world(scene: Scene) -> None:
    someone, company = scene.anyone(), scene.anyone("corporate")
    scene.certificates(someone, Certificate("personal-bank", 5))
    assert scene.world.person(someone.key).name == someone.name
    assert scene.world.person(company.key).name == company.name


def test_the_scene_goes_on_where_the_customer_turns_to(scene: Scene) -> None:
    first, other = scene.page, scene.new_context().new_page()
    scene.page = other
    assert scene.page is other
    assert first.url == "about:blank"
    scene.page.goto("/")
    assert other.url == f"{scene.world.bank_url}/"


def test_time_passes_in_every_browser_once_its_pages_are_loaded(scene: Scene) -> None:
    pages = [scene.page, scene.new_context().new_page()]
    for page in pages:
        page.goto("/")
        page.evaluate("setTimeout(() => { document.title = 'a minute later' }, 60000)")
    scene.pass_time(timedelta(minutes=1))
    assert [page.title() for page in pages] == ["a minute later"] * 2


def test_a_fault_that_never_struck_is_told(request: pytest.FixtureRequest, people: People) -> None:
    scene = Scene(request, people, seed=1)
    scene.check()
    scene.fault("sms.send")
    with pytest.raises(HarnessError) as error:
        scene.check()
    assert error.value.in_language("en") == (
        "the scenario never came to the fault at “sending the SMS code”: it shows nothing about it. "
        "Add the steps that lead there, or take that line out"
    )
    assert error.value.in_language("ko") == (
        "시나리오가 장애가 나는 곳까지 가지 않아, 장애에 대해 보여 주는 것이 없습니다: “인증번호 발송”. "
        "거기까지 가는 단계를 적거나 그 줄을 빼세요"
    )
    assert scene.world
    scene.fault("device.sign", "damaged", damage="replayed")
    with pytest.raises(HarnessError, match=r"“sending the SMS code”, device\.sign:"):
        scene.check()
    scene.close()
