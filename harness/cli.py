"""The command line: `renewal ...`."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from copy import copy
from gettext import gettext
from inspect import cleandoc
from pathlib import Path
from typing import Any, TypeVar

import click

from harness import ROOT
from harness.errors import HarnessError, tell_and_fall_silent
from harness.language.new import new_feature
from harness.play import browser as browsers
from harness.play.child import child
from harness.play.setup import set_up
from harness.seeds.named_people import PEOPLE_FILE, People
from harness.spoken import LANGUAGES, asked_for, said, spoken, translate_libraries

_Command = TypeVar("_Command", bound=click.Command)


class _Commands(click.Group):
    """Speaks the language that is asked for, and shows a HarnessError as its message alone."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> Any:
        typed = sys.argv[1:] if args is None else list(args)
        translate_libraries()
        # Looked for here: what click refuses, it refuses before it has read all options.
        with asked_for(_language_in(typed)):
            try:
                return super().main(typed, *rest, **more)
            except OSError as error:  # a full disk, a folder that nobody may write in
                tell_and_fall_silent(error)
                sys.exit(1)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        command = super().get_command(ctx, name)
        return command and _translated(command)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        click.Group.format_help_text(_translated(self), ctx, formatter)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except HarnessError as error:
            raise click.ClickException(str(error)) from None


def _translated(command: _Command) -> _Command:
    """The command with its help in the language that is spoken; its own is that of every language."""
    spoken = copy(command)
    spoken.help = gettext(cleandoc(command.help or ""))
    spoken.params = [copy(parameter) for parameter in command.params]
    for parameter in spoken.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = gettext(parameter.help)
    return spoken


def _language_in(typed: Sequence[str]) -> str | None:
    found = re.search(rf"--lang[= ]({'|'.join(LANGUAGES)})\b", " ".join(typed))
    return found[1] if found else None


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
@click.option("--defect", metavar="NAME", help="Have a known bug, to be found (`renewal defects`).")
def bank(port: int, defect: str | None) -> None:
    """Runs the mock bank for a person until Ctrl-C; its lobby opens it as any of the people in seeds/."""
    People.load(ROOT)  # which says in both languages, and with its place, what is wrong with the file
    sys.exit(_serve("--port", str(port), *(["--defect", defect] if defect else [])))


@main.command("open")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def open_(path: Path) -> None:
    """Opens what a failure has left: its world as a bank that runs, a trace, a film, a picture.

    PATH is one of these files, or the failure's folder: then it is said what lies there, and how to open it.
    """
    # Here, for the other commands need none of what tells a failure.
    from harness.failure.evidence import WORLD
    from harness.failure.opening import commands, show, unpacked

    if path.is_dir():
        click.echo("\n".join(commands(path)))
    elif path.name == WORLD:
        with unpacked(path) as (folder, world):
            sys.exit(_serve("--port", "0", "--worlds", str(folder), world=world))
    else:
        sys.exit(show(path))


@main.command()
@click.argument("feature", required=False)
@click.option("--record", type=click.Path(path_type=Path), help="A film: .mp4 or .webm, instead of a window.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Of the cards; else that of the feature.")
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
    from harness.presentation.demo import present  # the other commands make no films

    sys.exit(present(feature, record, lang, pace, click.echo))


@main.command()
@click.argument("what", metavar="[DEFECT | CLAIM | FEATURE]...", nargs=-1)
@click.option("-n", "workers", help="How many play at a time (default: three a core).")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Of what is said; else that of the terminal.")
def prove(what: tuple[str, ...], workers: str | None, lang: str | None) -> None:
    """Plays scenarios at banks with known bugs, and says which bugs no scenario notices; 1 if there are any.

    Unless something is named, every bug that these sources have not been played with is tried, then every
    scenario that has noticed none. Of a named FEATURE it says which bugs its scenarios notice. What is found
    lies in reports/proof.json.
    """
    # Here, for the other commands need neither pytest nor the guide.
    from harness.prove.command import prove

    sys.exit(prove(what, workers, click.echo))


@main.command()
@click.option("--lang", type=click.Choice(LANGUAGES), help="Of what is said; else that of the terminal.")
def defects(lang: str | None) -> None:
    """Lists the known bugs that a mock bank can be started with, and the claims that they break."""
    from harness.seeds.defects import load_defects

    for one in load_defects().values():
        click.echo(f"{one.name}\n    {one.in_language(spoken())}\n    {', '.join(one.claims)}")


class Feature(click.Path):
    """A feature or a folder of them; a line may be named, as for pytest, and the whole file is meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path without the line."""
        return super().convert(re.sub(r"(\.feature)(:\d+)+$", r"\1", str(value)), param, ctx)


@main.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=Feature(exists=True, path_type=Path))
@click.option("--lang", type=click.Choice(LANGUAGES), help="Of what is said; else that of each feature.")
def check(paths: tuple[Path, ...], lang: str | None) -> None:
    """Reads features without a browser or a bank, and says what is wrong; exits with 1 if anything is.

    Unless PATHs are named, it reads all of features/, and then also says which claims no scenario shows and
    which phrases no feature uses.
    """
    # Here, for the other commands need neither pytest-bdd nor all of steps/.
    from harness.check.project import Project
    from harness.language.vocabulary import load_phrases

    if others := [str(path) for path in paths if path.is_file() and path.suffix != ".feature"]:
        listed = ", ".join(others)
        raise click.UsageError(said(f"no .feature file: {listed}", f".feature 파일이 아닙니다: {listed}"))
    project = Project(ROOT, load_phrases())
    report = project.check(paths or [project.features])
    if not report.files:
        raise click.UsageError(said("there is no .feature file to check", "검사할 .feature 파일이 없습니다"))
    click.echo("".join(f"{text}\n" for text in report.texts), nl=False)
    click.echo(report.summary())
    sys.exit(bool(report.findings))


@main.command()
@click.option("--lang", type=click.Choice(LANGUAGES), default="ko", show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True
)
def steps(lang: str, form: str) -> None:
    """Lists every phrase that a feature may use, by area, each with a step that is really run."""
    # Here, for the other commands need neither pytest-bdd nor all of steps/.
    from harness.language.composite import with_composites
    from harness.language.phrasebook import make_phrasebook
    from harness.language.phrasebook_formats import FORMATS
    from harness.language.used_steps import used_steps
    from harness.language.vocabulary import load_phrases

    vocabulary = with_composites(load_phrases(), ROOT)
    click.echo(FORMATS[form](make_phrasebook(vocabulary, used_steps(ROOT / "features"), lang)))


@main.command()
@click.argument("folders", metavar="DIR...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "reports",
    metavar="DIR",
    type=click.Path(path_type=Path),
    default="reports",
    show_default=True,
    help="Where the merged reports go.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="Of what is said; else that of the terminal.")
def merge(folders: tuple[Path, ...], reports: Path, lang: str | None) -> None:
    """Makes one report of many runs: shards (`pytest --splits 4 --group 1`), or runs in several browsers.

    Each DIR is the reports/ that a run has left; its last run is taken. Exits as one run of all would have,
    and with 2 if a shard is missing, has crashed, came twice or is of another commit.
    """
    from harness.report.merge import merge  # pytest, which the other commands do not need

    sys.exit(merge(folders, reports, ROOT))


@main.command()
@click.argument("name")
@click.option("--lang", type=click.Choice(LANGUAGES), default="ko", show_default=True)
def new(name: str, lang: str) -> None:
    """Writes a feature file NAME that runs and passes, to start from."""
    try:
        click.echo(new_feature(name, lang, ROOT))
    except HarnessError as error:
        raise click.ClickException(error.in_language(lang)) from None


def _serve(*options: str, world: str | None = None) -> int:
    """Runs a mock bank until Ctrl-C, and says where it is, and where a world that it goes on with is."""
    command = [sys.executable, "-m", "mock_bank", "--people", str(ROOT / PEOPLE_FILE), *options]
    with child(command, stdout=subprocess.PIPE) as served:
        _show_ready(served, world)
    return served.returncode


def _show_ready(served: subprocess.Popen[str], world: str | None) -> None:
    """Says where the bank is, once it is there; a bank that cannot start has said why on stderr."""
    assert served.stdout
    if line := served.stdout.readline():
        ready = json.loads(line)
        if world:
            desk = said(
                "What the customer knows and has, and the way to their bank",
                "고객이 아는 것과 가진 것, 은행 주소",
            )
            click.echo(f"{desk}: {ready['url']}/worlds/{world}")
        else:
            lobby = said("The mock bank's lobby", "모의은행 로비")
            how = f"RENEWAL_BANK_TOKEN={ready['token']} pytest --bank-url {ready['url']}"
            click.echo(f"{lobby}: {ready['url']}")
            click.echo(f"{said('Features against it', '이 은행으로 기능 실행')}: {how}")
        click.echo(said("Ctrl-C ends it.", "Ctrl-C로 끝냅니다."))
