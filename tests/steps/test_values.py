"""What a scenario notes is what later steps say; how much came, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from harness.errors import HarnessError
from harness.failure.mismatch import Mismatch
from harness.language.vocabulary import Table
from tests.steps.conftest import VOCABULARY, Stage

KIM = SimpleNamespace(phone="010-0000-0001", email="hana@example.com")
SCREEN = """
<dl><div><dt>일련번호</dt><dd> 4711 </dd></div></dl>
<div role="alert">문의 번호 260316-0001</div>
<label>이름 <input value="하나"></label> <p>글</p>
"""


@pytest.fixture
def bank(stage: Stage) -> Iterator[Stage]:
    sent = [
        ("sms", KIM.phone, "인증번호 [135790]"),
        ("sms", KIM.phone, "인증번호 [246801]"),
        ("email", KIM.email, "갱신했습니다"),
    ]
    stage.scene.world.messages = lambda: [
        SimpleNamespace(post=post, to=to, text=text) for post, to, text in sent
    ]
    stage.scene.world.sms_code = lambda phone: "246801"
    stage.scene.customer = KIM
    stage.scene.person = lambda name: KIM
    stage.show(SCREEN)
    yield stage
    VOCABULARY.named.clear()


@pytest.mark.parametrize(
    ("en", "ko", "value"),
    [
        ("the newest SMS code as <값>", "새로 온 인증번호를 <값>으로", "246801"),
        ("the reference number as <값>", "문의 번호를 <값>으로", "260316-0001"),
        ('"일련번호" as <값>', '"일련번호"를 <값>으로', "4711"),
        ('the "이름" field as <값>', '"이름" 칸을 <값>으로', "하나"),
        ('"글" as <값>', '"글"을 <값>으로', "글"),
    ],
)
def test_what_is_noted_is_what_later_steps_say(bank: Stage, en: str, ko: str, value: str) -> None:
    for text in (f"the customer notes {en}", f"고객이 {ko} 적어 둔다"):
        VOCABULARY.named.clear()
        bank.play("when", text)
        (phrase,) = VOCABULARY.matching("then", '화면에 "끝: <값>"이라고 나온다')
        assert phrase.parse_arguments('화면에 "끝: <값>"이라고 나온다') == {"text": f"끝: {value}"}
        assert Table({"value": "값"}).rows([["value"], ["<값>"]]) == [{"value": value}]
        bank.play("when", text)  # once more, under the same name


def test_a_screen_without_a_reference_number(bank: Stage) -> None:
    bank.show("<p>괜찮다</p>")
    with pytest.raises(HarnessError, match="no reference number"):
        bank.play("when", "the customer notes the reference number as <ref>")


def test_how_much_came_and_what_it_says(bank: Stage) -> None:
    for text in ("Kim Hana has received exactly 2 text messages", "김하나 고객에게 온 이메일은 모두 1건이다"):
        bank.play("then", text)
    bank.play("then", 'Kim Hana receives an e-mail that says "갱신했습니다"')
    for text in ("Kim Hana has received exactly 1 text message", "김하나 고객에게 온 이메일은 모두 0건이다"):
        with pytest.raises(Mismatch):
            bank.play("then", text)
    with pytest.raises(Mismatch, match="text messages"):
        bank.play("then", 'Kim Hana receives a text message that says "갱신했습니다"')
