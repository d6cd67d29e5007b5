"""What goes wrong: at the bank, at other parties, on the customer's device. And what this bank allows."""

from __future__ import annotations

from datetime import timedelta

from harness.scene import Scene
from harness.vocabulary import given
from pages.fields import Field
from pages.labels import State
from steps.possessions import certificate_of

TRIES = {
    Field.ACCOUNT_PASSWORD: "password_tries",
    Field.CARD_FIRST: "card_tries",
    Field.OTP: "otp_tries",
    Field.SMS_CODE: "code_tries",
}


@given(en="{work} fails", ko="{work}에 실패한다")
def fails(scene: Scene, work: str) -> None:
    scene.fault(work)


@given(en="{work} fails {times:int} times", ko="{work}에 {times:int}번 실패한다")
def fails_again_and_again(scene: Scene, work: str, times: int) -> None:
    scene.fault(work, times=times)


@given(en="{work} is never answered", ko="{work}에 응답이 없다")
def is_never_answered(scene: Scene, work: str) -> None:
    scene.fault(work, "no answer")


@given(en="{work} takes {duration}", ko="{work}에 {duration} 걸린다")
def takes(scene: Scene, work: str, duration: timedelta) -> None:
    scene.fault(work, "slow", seconds=duration.total_seconds())


@given(en="the certificate arrives with {damage}", ko="인증서가 {damage} 도착한다")
def arrives_damaged(scene: Scene, damage: str) -> None:
    scene.fault("ca.deliver", "damaged", damage=damage)


@given(en="the storage place is full", ko="저장 공간이 모자란다")
def storage_is_full(scene: Scene) -> None:
    scene.fault("device.store", "full")


@given(en="the storage medium is pulled out", ko="저장 매체가 빠져 있다")
def storage_is_gone(scene: Scene) -> None:
    scene.fault("device.store", "pulled out")


@given(en="{certificate} is {state} in the meantime", ko="그 사이 {certificate}가 {state} 상태로 바뀐다")
def changes_in_the_meantime(scene: Scene, certificate: int, state: State) -> None:
    scene.world.change_certificate(certificate_of(scene, certificate).serial, state.id)


@given(en="the {field} may be entered {times:int} times", ko="{field} 칸은 {times:int}번까지 적을 수 있다")
def tries_allowed(scene: Scene, field: Field, times: int) -> None:
    scene.setting(**{TRIES[field]: times})
