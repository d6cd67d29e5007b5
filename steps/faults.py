"""What goes wrong: at the bank, at other parties, on the customer's device. And what this bank allows.

일어날 수 있는 문제: 은행에서, 다른 기관에서, 고객의 기기에서. 그리고 이 은행의 설정.
"""

from __future__ import annotations

from datetime import time, timedelta

from harness.language.vocabulary import given, when
from harness.play.scene import Scene
from pages.fields import Field
from pages.labels import State
from steps.parameters import TRIES
from steps.possessions import certificate_of

# More often than a scenario tries.
ALWAYS = 1000


@given(en="{work} fails once", ko="{work}에 한 번 실패한다")
def fails(scene: Scene, work: str) -> None:
    """The next try only: after it all goes well. A scenario in which it is never tried fails.

    바로 다음 한 번만 실패하고 그 뒤로는 된다. 아무도 시도하지 않은 채 끝나면 시나리오가 실패한다.
    """
    scene.fault(work)


@given(en="{work} fails {times} times", ko="{work}에 {times}번 실패한다")
def fails_again_and_again(scene: Scene, work: str, times: int) -> None:
    scene.fault(work, times=times)


@given(en="{work} keeps failing", ko="{work}에 계속 실패한다")
def keeps_failing(scene: Scene, work: str) -> None:
    scene.fault(work, times=ALWAYS)


@given(en="{errand} is never answered", ko="{errand} 요청에 응답이 없다")
def is_never_answered(scene: Scene, errand: str) -> None:
    """The next try only: another one is answered.

    바로 다음 한 번만 그렇다. 다시 시도하면 응답이 온다.
    """
    scene.fault(errand, "no answer")


@given(en="{errand} keeps going unanswered", ko="{errand} 요청에 계속 응답이 없다")
def keeps_going_unanswered(scene: Scene, errand: str) -> None:
    scene.fault(errand, "no answer", times=ALWAYS)


@given(en="{errand} takes {duration}", ko="{errand}에 {duration} 걸린다")
def takes(scene: Scene, errand: str, duration: timedelta) -> None:
    """The next try only; the customer waits until time passes in the scenario.

    바로 다음 한 번만 그렇다. 시나리오에서 시간이 지나야 끝난다.
    """
    scene.fault(errand, "slow", seconds=duration.total_seconds())


@given(en="{errand} keeps taking {duration}", ko="{errand}에 계속 {duration} 걸린다")
def keeps_taking(scene: Scene, errand: str, duration: timedelta) -> None:
    scene.fault(errand, "slow", times=ALWAYS, seconds=duration.total_seconds())


@given(en="{errand} is slow", ko="{errand}이/가 느리다")
def is_slow(scene: Scene, errand: str) -> None:
    """The next try takes 40 seconds, which is within what the bank waits.

    바로 다음 한 번은 40초가 걸린다. 은행이 기다리는 시간을 넘지 않는다.
    """
    takes(scene, errand, timedelta(seconds=40))


@given(en="the certificate arrives with {damage}", ko="인증서가 {damage} 도착한다")
def arrives_damaged(scene: Scene, damage: str) -> None:
    """The next one only.

    바로 다음 한 번만 그렇다.
    """
    scene.fault("ca.deliver", "damaged", damage=damage)


@given(
    en="the authority's word on the certificate comes {distortion}", ko="인증서 상태 응답이 {distortion} 온다"
)
def word_is_distorted(scene: Scene, distortion: str) -> None:
    """The next one only.

    바로 다음 한 번만 그렇다.
    """
    scene.fault("ca.status", "damaged", damage=distortion)


@given(en="the storage place is full", ko="저장 공간이 부족하다")
def storage_is_full(scene: Scene) -> None:
    """The next try only.

    바로 다음 한 번만 그렇다.
    """
    scene.fault("device.store", "full")


@given(en="the storage medium is pulled out", ko="저장 매체가 분리되어 있다")
def storage_is_gone(scene: Scene) -> None:
    """The next try only.

    바로 다음 한 번만 그렇다.
    """
    scene.fault("device.store", "pulled out")


@given(
    en="the customer's device signs other data than the customer confirmed",
    ko="고객의 기기가 고객이 확인한 것과 다른 내용에 서명한다",
)
def signs_other_data(scene: Scene) -> None:
    scene.fault("device.sign", "damaged", damage="other data")


@when(
    en="the customer's device hands out its last signature once more",
    ko="고객의 기기가 지난번 서명을 다시 보낸다",
)
def signs_as_before(scene: Scene) -> None:
    scene.fault("device.sign", "damaged", damage="replayed")


@given(
    en="{certificate} is {state:new_state} in the meantime",
    ko="그사이 {certificate}가 {state:new_state} 상태로 바뀐다",
)
def changes_in_the_meantime(scene: Scene, certificate: int, state: State) -> None:
    scene.world.change_certificate(certificate_of(scene, certificate).serial, state.id)


@given(
    en="the {field:limited} may be entered {times} times", ko="{field:limited}을/를 {times}번 틀리면 잠긴다"
)
def tries_allowed(scene: Scene, field: Field, times: int) -> None:
    scene.setting(**{TRIES[field]: times})


@given(
    en="the bank is open from {opening:clock} until {closing:clock}",
    ko="은행의 서비스 시간은 {opening:clock}부터 {closing:clock}까지다",
)
def opening_hours(scene: Scene, opening: time, closing: time) -> None:
    scene.setting(service_hours=[f"{opening:%H:%M}", f"{closing:%H:%M}"])


@given(en="the bank is closed", ko="서비스 시간이 아니다")
def is_closed(scene: Scene) -> None:
    """The scenario begins at 23:40; the bank closes at 23:30, unless other hours are given.

    시나리오가 23:40에 시작된다. 서비스 시간을 따로 정하지 않으면 은행은 23:30에 닫는다.
    """
    scene.be_at(hour=time(23, 40))


@given(en="the bank is open day and night", ko="은행이 24시간 서비스한다")
def always_open(scene: Scene) -> None:
    scene.setting(service_hours=None)


@given(en="the bank waits {duration} for an answer", ko="은행은 응답을 {duration}까지만 기다린다")
def waits_for_answers(scene: Scene, duration: timedelta) -> None:
    scene.setting(answer_limit=int(duration.total_seconds()))


@given(en="the bank transfers up to {money} at a time", ko="한 번에 {money}까지만 이체할 수 있다")
def transfer_limit(scene: Scene, money: int) -> None:
    scene.setting(transfer_limit=money)


@given(en="the bank transfers up to {money} a day", ko="하루에 {money}까지만 이체할 수 있다")
def daily_limit(scene: Scene, money: int) -> None:
    scene.setting(daily_limit=money)
