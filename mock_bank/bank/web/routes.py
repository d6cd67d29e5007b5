"""The bank's site, address by address."""

from __future__ import annotations

from flask import Flask

from mock_bank.bank.web import backups, issuing, keeping, network, pages, renewal, sign_in, transfers


def add_routes(site: Flask) -> None:
    """Put every page under its address; a page's endpoint is the name of its view."""
    get, both, post = ["GET"], ["GET", "POST"], ["POST"]
    for address, view, methods in (
        ("/", pages.home, get),
        ("/support", pages.support, get),
        ("/certificates", pages.certificates, get),
        ("/certificates/manage", pages.manage, get),
        ("/certificates/copy", keeping.copy_certificate, get),
        ("/certificates/export", keeping.export_certificate, get),
        ("/certificates/import", keeping.import_certificate, get),
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
        ("/renewal", renewal.renewal, get),
        ("/renewal/cancel", renewal.cancel, post),
        ("/renewal/terms", renewal.terms, both),
        ("/renewal/application", renewal.application, both),
        ("/renewal/identity", renewal.identity, both),
        ("/renewal/identity/code", renewal.send_code, post),
        ("/renewal/identity/waiting", renewal.look_again, post),
        ("/renewal/certificate", issuing.issuing, get),
        ("/renewal/registration", issuing.register, post),
        ("/renewal/issue", issuing.issue, post),
        ("/renewal/stored", issuing.stored, post),
        ("/renewal/device-error", issuing.report_device, post),
        ("/renewal/result", issuing.result, get),
    ):
        site.add_url_rule(address, view_func=view, methods=methods)
