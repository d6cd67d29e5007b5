"""What a browser has downloaded, on whatever machine it runs."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Download

READ = """async field => {
    const bytes = new Uint8Array(await field.files[0].arrayBuffer());
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
}"""


def content(download: Download) -> bytes:
    """The bytes of a file that was downloaded, wherever it lies."""
    from playwright.sync_api import Error

    try:
        here = download.path()
    except Error:
        return _handed_out(download)
    # Not save_as: of what lies on a grid's node it makes an empty file, or an error, whichever comes first.
    return here.read_bytes() if here.exists() else _read_there(download, here)


def _handed_out(download: Download) -> bytes:
    """As a Playwright server gives it. Error says why a download has failed."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        download.save_as(file)
        return file.read_bytes()


def _read_there(download: Download, file: Path) -> bytes:
    """As a page of that browser can read it, to which it is offered: a grid hands out no files."""
    context = download.page.context
    page = context.new_page()
    field = page.locator("input")
    page.set_content("<input type=file>")
    session = context.new_cdp_session(page)
    document = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": document, "selector": "input"})["nodeId"]
    session.send("DOM.setFileInputFiles", {"nodeId": node, "files": [str(file)]})
    read = b64decode(field.evaluate(READ))
    page.close()
    return read
