"""Having the new certificate issued and stored."""

from __future__ import annotations

from playwright.sync_api import expect

from harness.scene import Scene
from harness.vocabulary import when
from pages.issuing import IssuingPage
from pages.result import ResultPage
from steps.entries import Entries, entered
from steps.possessions import certificate_of, choose_certificate, new_certificate_data, password_of


@when(en="the customer asks for the new certificate", ko="고객이 새 인증서 발급을 신청한다")
def ask_for_certificate(scene: Scene, entries: Entries) -> None:
    issuing = IssuingPage(scene.page)
    choose_certificate(scene, issuing.open_dialog(), certificate_of(scene, 0), password_of(scene, 0))
    expect(issuing.chosen).to_be_visible()
    issuing.issue(entered(entries, new_certificate_data()))
    expect(issuing.alert.or_(ResultPage(scene.page).title)).to_be_visible()


@when(en="the customer finishes storing the certificate", ko="고객이 인증서 저장을 마친다")
def finish_storing(scene: Scene) -> None:
    IssuingPage(scene.page).finish_storing()
