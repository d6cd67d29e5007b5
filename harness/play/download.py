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

    with TemporaryDirectory() as folder:
        file = Path(folder) / "file"
        try:
            download.save_as(file)
        except Error:
            return _read_there(download)
        return file.read_bytes()


def _read_there(download: Download) -> bytes:
    """As a page of that browser can read it, to which it is offered: a grid hands out no files."""
    context = download.page.context
    page = context.new_page()
    field = page.locator("input")
    page.set_content("<input type=file>")
    session = context.new_cdp_session(page)
    document = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": document, "selector": "input"})["nodeId"]
    session.send("DOM.setFileInputFiles", {"nodeId": node, "files": [str(download.path())]})
    read = b64decode(field.evaluate(READ))
    page.close()
    return read
