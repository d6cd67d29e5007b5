"""Having the new certificate issued and stored, at once or after failures.

새 인증서의 발급과 저장. 한 번에 되거나, 오류를 거쳐서 되거나.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from harness.language.vocabulary import then, when
from harness.play.scene import Scene
from pages.fields import Field
from pages.identity import IdentityPage
from pages.issuing import IssuingPage
from pages.procedures import IssuedPage
from pages.result import ResultPage
from pages.shared_place import SharedPlaceQuestion
from steps.entries import Entries, entered
from steps.possessions import choose_certificate, named, new_certificate_data, password_of


@when(en="the customer asks for the new certificate", ko="고객이 새 인증서 발급을 신청한다")
def ask_for_certificate(scene: Scene, entries: Entries) -> None:
    """Needs the screen of certificate issuing; in a renewal chooses the old certificate; fills all in.

    인증서 발급 화면에서 쓴다. 갱신이면 기존 인증서를 고르고, 모든 칸을 입력해 신청한다.
    """
    _ask(scene, entries)


@when(
    en="the customer asks for the new certificate with a double click",
    ko="고객이 새 인증서 발급 버튼을 두 번 누른다",
)
def ask_with_double_click(scene: Scene, entries: Entries) -> None:
    _ask(scene, entries, clicks=2)


def _ask(scene: Scene, entries: Entries, clicks: int = 1) -> None:
    issuing = IssuingPage(scene.page)
    expect(issuing.title).to_be_visible()
    data = entered(entries, new_certificate_data(scene, renews=issuing.dialog_button.count() > 0))
    if old := data.pop(Field.OLD_CERTIFICATE, None):
        _choose(scene, issuing, old)
    issuing.issue(data, clicks)
    _see_what_comes(scene)


def _choose(scene: Scene, issuing: IssuingPage, serial: str) -> None:
    (certificate,) = (one for one in scene.world.certificates() if one.serial == serial)
    dialog = issuing.open_dialog()
    choose_certificate(scene, dialog, certificate, password_of(scene, certificate))
    # The page may name this certificate already, from a choice before.
    expect(dialog.dialog).to_be_hidden()
    expect(issuing.chosen).to_have_text(f"선택한 인증서: {named(certificate)}")


@when(en="the customer tries again", ko="고객이 다시 시도한다")
def try_again(scene: Scene) -> None:
    """Needs an error of issuing on the screen: presses `다시 시도` there.

    발급 오류가 화면에 나와 있어야 한다. 거기서 `다시 시도`를 누른다.
    """
    IssuingPage(scene.page).try_again()
    _see_what_comes(scene)


@when(en="the customer tries again {times} times", ko="고객이 {times}번 다시 시도한다")
def try_again_and_again(scene: Scene, times: int) -> None:
    for _ in range(times):
        try_again(scene)


@when(en="the customer goes on with issuing", ko="고객이 인증서 발급을 이어서 진행한다")
def go_on(scene: Scene) -> None:
    """Needs the screen of certificate issuing, opened anew after the issuing that was asked for failed.

    신청한 발급이 실패한 뒤 인증서 발급 화면을 다시 열었을 때 쓴다.
    """
    IssuingPage(scene.page).go_on()
    _see_what_comes(scene)


@when(en="the customer finishes storing the certificate", ko="고객이 인증서 저장을 마친다")
def finish_storing(scene: Scene) -> None:
    """Needs the screen of certificate issuing, opened anew before what was issued is stored.

    발급된 인증서가 저장되지 않았는데 인증서 발급 화면을 다시 열었을 때 쓴다.
    """
    IssuingPage(scene.page).finish_storing()
    _see_what_comes(scene)


def _see_what_comes(scene: Scene) -> None:
    """Wait for the end of issuing: the result, a failure, a question, or the authority that lets one wait."""
    issuing, question = IssuingPage(scene.page), SharedPlaceQuestion(scene.page).dialog
    waiting = issuing.progress.or_(issuing.waiting)
    result = ResultPage(scene.page).title.or_(IssuedPage(scene.page).title)
    end = result.or_(issuing.alert).or_(waiting).or_(question)
    expect(end.first).to_be_visible()


@then(en="the customer sees that issuing takes its time", ko="인증서를 발급하고 있다고 나온다")
def sees_progress(scene: Scene) -> None:
    issuing = IssuingPage(scene.page)
    expect(issuing.progress).to_be_visible()
    expect(issuing.status).to_have_text(
        "인증서를 발급받고 있습니다. 최대 1분이 걸릴 수 있습니다. 창을 닫지 마세요."
    )


@then(en="progress is shown", ko="진행 중이라고 나온다")
def progress_is_shown(scene: Scene) -> None:
    """Of issuing or of identity verification, while somebody has not answered yet.

    인증서 발급이나 본인 확인의 응답을 기다리는 동안이다.
    """
    expect(IssuingPage(scene.page).progress.or_(IdentityPage(scene.page).progress)).to_be_visible()


@then(en="the customer centre comes before another try", ko="다시 시도하기보다 고객센터가 먼저 나온다")
def centre_comes_first(scene: Scene) -> None:
    issuing = IssuingPage(scene.page)
    expect(issuing.centre_first).to_be_visible()
    # As it stands on the screen, from top to bottom.
    expect(issuing.alert).to_have_text(
        re.compile("고객센터에 문의해 주세요.*1500-0000.*문의 번호.*다시 시도", re.DOTALL)
    )


@then(en="another try comes before the customer centre", ko="고객센터보다 다시 시도하기가 먼저 나온다")
def another_try_comes_first(scene: Scene) -> None:
    issuing = IssuingPage(scene.page)
    expect(issuing.retry).to_be_focused()
    expect(issuing.centre_first).to_have_count(0)
