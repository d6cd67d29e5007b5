"""Connections that break: between the customer's browser, the bank, and the certificate program beside it.

끊어지는 연결: 고객의 브라우저, 은행, 인증서 프로그램 사이.
"""

from __future__ import annotations

from harness.language.vocabulary import given, when
from harness.play.scene import Scene
from steps.circumstances import Connection, break_off


@given(en="the bank cannot be reached", ko="은행에 연결되지 않는다")
def bank_out_of_reach(connection: Connection) -> None:
    connection.lost()


@when(en="the bank can be reached again", ko="은행에 다시 연결된다")
def bank_within_reach(connection: Connection) -> None:
    connection.good()


@when(en="the bank's server restarts", ko="은행 서버가 다시 시작된다")
def server_restarts(scene: Scene) -> None:
    scene.world.restart()


@given(en="the certificate program does not answer", ko="인증서 프로그램이 응답하지 않는다")
def program_is_silent(scene: Scene) -> None:
    scene.page.context.route(f"{scene.world.device_url}/**", break_off)


@when(en="the certificate program answers again", ko="인증서 프로그램이 다시 응답한다")
def program_answers(scene: Scene) -> None:
    scene.page.context.unroute(f"{scene.world.device_url}/**")


@given(
    en="the report that the certificate is stored does not reach the bank",
    ko="인증서를 저장했다는 통지가 은행에 전달되지 않는다",
)
def report_is_lost(scene: Scene) -> None:
    """The next one only.

    바로 다음 한 번만 그렇다.
    """
    scene.page.context.route(f"{scene.world.bank_url}/renewal/stored", break_off, times=1)
