"""The command line: `renewal ...`."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import click

from harness import browser as browsers
from harness.demo import present
from harness.errors import HarnessError
from harness.setup import set_up

_PEOPLE = Path(__file__).parent.parent / "seeds" / "people.toml"


class _Commands(click.Group):
    """Shows a HarnessError as its message alone."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except HarnessError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=_Commands)
def main() -> None:
    """Tells whether an internet bank renews certificates the way the guide says."""


@main.command()
@click.option("--browser", type=click.Choice(browsers.NAMES), default="chromium", show_default=True)
@click.option("--headed", is_flag=True, help="A browser that can show a window.")
def setup(browser: str, headed: bool) -> None:
    """Finds or fetches a browser and a Korean font, and says which."""
    set_up(browser, headed, click.echo)


@main.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0: any free one."
)
def bank(port: int) -> None:
    """Runs the mock bank for a person until Ctrl-C; its lobby opens it as any of the people in seeds/."""
    command = [sys.executable, "-m", "mock_bank", "--port", str(port), "--people", str(_PEOPLE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        signal.signal(signal.SIGTERM, lambda *_: served.terminate())
        try:
            _show_ready(served)
            status = served.wait()
        except KeyboardInterrupt:  # reaches the bank as well, which then ends by itself
            status = served.wait()
    sys.exit(status)


@main.command()
@click.argument("feature", required=False)
@click.option("--record", type=click.Path(path_type=Path), help="A film: .mp4 or .webm, instead of a window.")
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True)
def demo(feature: str | None, record: Path | None, lang: str) -> None:
    """Plays a feature as a presentation, each step announced; unless FEATURE is named, a whole renewal."""
    sys.exit(present(feature, record, lang, click.echo))


def _show_ready(served: subprocess.Popen[str]) -> None:
    """Says where the bank is, once it is there; a bank that cannot start has said why on stderr."""
    assert served.stdout
    if line := served.stdout.readline():
        ready = json.loads(line)
        click.echo(f"The mock bank's lobby: {ready['url']}")
        click.echo(
            f"Features against it: RENEWAL_BANK_TOKEN={ready['token']} pytest --bank-url {ready['url']}"
        )
        click.echo("Ctrl-C ends it.")
