"""Values that come up on the way: named once, and used in later steps; what arrives by SMS and e-mail.

진행하면서 나오는 값: 한 번 적어 두고 뒤에서 쓴다. 그리고 문자와 이메일로 오는 것.
"""

from __future__ import annotations

from harness.errors import HarnessError
from harness.failure.mismatch import require, require_same
from harness.language.vocabulary import VOCABULARY, then, when
from harness.play.scene import Scene
from pages.screen import REFERENCE, Screen
from pages.things import Thing

POST = {"sms": ("text messages", "문자"), "email": ("e-mails", "이메일")}


@when(en="the customer notes {value} as {named}", ko="고객이 {value}을/를 {named}(으)로 적어 둔다")
def note(scene: Scene, value: str | Thing, named: str) -> None:
    """Later steps have it where they say `"<code>"`, in quotes or in a table. Of what is on the screen it is
    the fact that is listed under that name, or else the text of the thing that is called so.

    뒤의 단계에서 따옴표나 표 안에 `"<인증번호>"`처럼 적으면 그 값이 들어간다. 화면의 항목 이름을 적으면 그
    항목의 내용을, 그 밖에는 그 이름으로 불리는 것의 글을 적어 둔다.
    """
    VOCABULARY.named[named] = _on_screen(scene, value) if isinstance(value, Thing) else VALUES[value](scene)


def _on_screen(scene: Scene, thing: Thing) -> str:
    screen = Screen(scene.page)
    if thing.name and not thing.kind and thing.name in screen.fact_names():
        return screen.fact(thing.name).inner_text().strip()
    return thing.text(scene.page)


def reference_of(scene: Scene) -> str:
    """The reference number that the screen shows; HarnessError if it shows none."""
    found = REFERENCE.search(Screen(scene.page).failure.inner_text())
    if not found:
        raise HarnessError("the screen shows no reference number", "화면에 문의 번호가 없습니다")
    return found[0]


def _newest_code(scene: Scene) -> str:
    return scene.world.sms_code(scene.customer.phone)


VALUES = {"code": _newest_code, "reference": reference_of}


@then(
    en="{customer} receives a/an {post} that says {text:string}",
    ko="{customer} 고객에게 {text:string}(이)라는 {post}이/가 온다",
)
def receives(scene: Scene, customer: str, post: str, text: str) -> None:
    received = _received(scene, customer, post)
    en, ko = POST[post]
    require(
        any(text in message for message in received),
        expected=f"… {text} …",
        actual=received,
        en=f"{en}: {{}}",
        ko=f"받은 {ko}: {{}}",
    )


@then(
    en="{customer} receives a/an {post} about {notice}",
    ko="{customer} 고객에게 {notice} {post}이/가 온다",
)
def is_told(scene: Scene, customer: str, post: str, notice: str) -> None:
    """What the bank tells of a certificate without being asked.

    은행이 알아서 보내는 인증서 안내다.
    """
    receives(scene, customer, post, notice)


@then(
    en="{customer} has received exactly {number:count} {post}(s)",
    ko="{customer} 고객에게 온 {post}은/는 모두 {number:count}건이다",
)
def received_so_many(scene: Scene, customer: str, number: int, post: str) -> None:
    received = len(_received(scene, customer, post))
    en, ko = POST[post]
    require_same(received, number, en=f"{en}: {{}}", ko=f"받은 {ko}: {{}}건")


def _received(scene: Scene, customer: str, post: str) -> list[str]:
    person = scene.person(customer)
    to = (post, person.phone if post == "sms" else person.email)
    return [message.text for message in scene.world.messages() if (message.post, message.to) == to]


@then(en="no text message is sent", ko="문자가 오지 않는다")
def no_message(scene: Scene) -> None:
    sent = [message.text for message in scene.world.messages() if message.post == "sms"]
    require_same(sent, [], en="text messages: {}", ko="보낸 문자: {}")
