"""Keeping a certificate: copy, export, import, a new password, deletion (claims: keep.store, keep.backup).

All of it is done by the customer's device, so nobody needs to sign in; these views only show the pages.
"""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from mock_bank.bank.web import backups
from mock_bank.bank.web.issuing import PASSWORD_RULE, REPLACING_RULE
from mock_bank.bank.web.network import warns_on_public_network
from mock_bank.device.places import Place


@warns_on_public_network
def copy_certificate() -> ResponseReturnValue:
    """Copy a certificate to another place."""
    return render_template("keep_copy.html", places=list(Place))


@warns_on_public_network
def export_certificate() -> ResponseReturnValue:
    """Back a certificate up as a file."""
    return render_template("keep_export.html", password_rule=PASSWORD_RULE, challenge=backups.challenge())


@warns_on_public_network
def import_certificate() -> ResponseReturnValue:
    """Take a certificate from a file."""
    return render_template("keep_import.html", password_rule=PASSWORD_RULE, places=list(Place))


@warns_on_public_network
def change_password() -> ResponseReturnValue:
    """Put a certificate under another password."""
    return render_template("keep_password.html", password_rule=REPLACING_RULE)


@warns_on_public_network
def delete_certificate() -> ResponseReturnValue:
    """Delete a certificate from one place."""
    return render_template("keep_delete.html")
