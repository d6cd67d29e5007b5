"""The command line: `renewal ...`."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import click

from harness import ROOT
from harness.errors import HarnessError
from harness.language.new import new_feature
from harness.play import browser as browsers
from harness.play.setup import set_up
from harness.presentation.demo import present

_PEOPLE = ROOT / "seeds" / "people.toml"


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
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Of the cards; else that of the feature.")
@click.option(
    "--pace",
    type=click.FloatRange(0.1, 20),
    default=1,
    show_default=True,
    help="2 is twice as quick, 0.5 half as quick.",
)
def demo(feature: str | None, record: Path | None, lang: str | None, pace: float) -> None:
    """Plays a feature as a presentation, each step announced, until it is over or Ctrl-C.

    FEATURE is a .feature file or one of its scenarios, FILE:LINE; unless it is named, a whole renewal and a
    failure with recovery are shown, in Korean or --lang. In a window the space bar pauses and goes on.
    """
    sys.exit(present(feature, record, lang, pace, click.echo))


@main.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(exists=True, path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Reads features without a browser or a bank, and says what is wrong; exits with 1 if anything is.

    Unless PATHs are named, it reads all of features/, and then also says which claims no scenario shows and
    which phrases no feature uses.
    """
    # Here, for the other commands need neither pytest-bdd nor all of steps/.
    from harness.check.project import Project
    from harness.language.vocabulary import load_phrases

    if others := [str(path) for path in paths if path.is_file() and path.suffix != ".feature"]:
        raise click.UsageError(f"no .feature file: {', '.join(others)}")
    project = Project(ROOT, load_phrases())
    report = project.check(paths or [project.features])
    if not report.files:
        raise click.UsageError("there is no .feature file to check")
    click.echo("".join(f"{text}\n" for text in report.texts), nl=False)
    counts = _count(report.files, "feature file"), _count(report.scenarios, "scenario")
    click.echo(f"{', '.join(counts)}, {_count(report.findings, 'finding')}")
    sys.exit(bool(report.findings))


@main.command()
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True
)
def steps(lang: str, form: str) -> None:
    """Lists every phrase that a feature may use, by area, each with a step that is really run."""
    # Here, for the other commands need neither pytest-bdd nor all of steps/.
    from harness.language.phrasebook import make_phrasebook
    from harness.language.phrasebook_formats import FORMATS
    from harness.language.used_steps import used_steps
    from harness.language.vocabulary import load_phrases

    click.echo(FORMATS[form](make_phrasebook(load_phrases(), used_steps(ROOT / "features"), lang)))


@main.command()
@click.argument("name")
@click.option("--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True)
def new(name: str, lang: str) -> None:
    """Writes a feature file NAME that runs and passes, to start from."""
    click.echo(new_feature(name, lang))


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


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
