"""The bank's site, address by address."""

from __future__ import annotations

from flask import Flask

from mock_bank.bank.web import (
    applying,
    backups,
    deciding,
    guidance,
    issuing,
    keeping,
    network,
    other_banks,
    pages,
    relays,
    sign_in,
    transfers,
)
from mock_bank.bank.web.ways import WAYS, know_ways


def add_routes(site: Flask) -> None:
    """Put every page under its address; a page's endpoint is the name of its view."""
    know_ways(site)
    get, both, post = ["GET"], ["GET", "POST"], ["POST"]
    issuing_way = _ways_with("issuing")
    for address, view, methods in (
        ("/", pages.home, get),
        ("/support", pages.support, get),
        ("/certificates", pages.certificates, get),
        ("/certificates/manage", pages.manage, get),
        ("/certificates/copy", keeping.copy_certificate, get),
        ("/certificates/export", keeping.export_certificate, get),
        ("/certificates/import", keeping.import_certificate, get),
        ("/certificates/other-bank", other_banks.other_bank, both),
        ("/certificates/other-bank/register", other_banks.register_other, both),
        ("/certificates/other-bank/<serial>/end", other_banks.end_registration, post),
        ("/certificates/to-phone", relays.export_to_phone, get),
        ("/certificates/from-pc", relays.import_from_pc, get),
        ("/certificates/relays", relays.deposit, post),
        ("/certificates/relays/fetched", relays.fetch, post),
        ("/certificates/password", keeping.change_password, get),
        ("/certificates/exported", backups.exported, post),
        ("/network/continue", network.continue_knowingly, post),
        ("/certificates/delete", keeping.delete_certificate, get),
        ("/account", transfers.account, get),
        ("/transfers", transfers.transfers, both),
        ("/transfers/<int(max=999_999_999):number>", transfers.transfer, both),
        ("/transfers/<int(max=999_999_999):number>/document", transfers.signed_document, get),
        ("/sign-in", sign_in.sign_in, both),
        ("/sign-out", sign_in.sign_out, post),
        ("/session/extend", sign_in.extend_session, post),
        ("/renewal", guidance.renewal, get),
        (f"{issuing_way}/cancel", guidance.cancel, post),
        (f"{issuing_way}/terms", applying.terms, both),
        (f"{_ways_with('application')}/application", applying.application, both),
        (f"{_ways_with('identity')}/identity", applying.identity, both),
        (f"{_ways_with('identity')}/identity/code", applying.send_code, post),
        (f"{_ways_with('identity')}/identity/waiting", applying.look_again, post),
        (f"{issuing_way}/certificate", issuing.issuing, get),
        (f"{issuing_way}/registration", issuing.register, post),
        (f"{issuing_way}/issue", issuing.issued, post),
        (f"{issuing_way}/stored", issuing.stored, post),
        (f"{issuing_way}/device-error", issuing.report_device, post),
        (f"{issuing_way}/result", issuing.result, get),
        (f"{_ways_with('decision')}/decision", deciding.decision, both),
        (f"{_ways_with('decision')}/done", deciding.done, get),
    ):
        site.add_url_rule(address, view_func=view, methods=methods)
    for name in WAYS.keys() - {"renewal"}:
        site.add_url_rule(f"/{name}", endpoint=name, view_func=guidance.begin, methods=both)


def _ways_with(step: str) -> str:
    """The first part of an address, for each way that has that step."""
    names = [way.name for way in WAYS.values() if step in way.steps]
    return f"/<any({', '.join(names)}):way>"
