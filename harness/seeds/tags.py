"""The tags that a project's testers have made up themselves, as seeds/tags.toml lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from harness.language.gherkin import PHRASE_TAGS
from harness.language.toml_file import TomlFile
from harness.seeds.browsers import NEEDS_TAG, load_needs
from harness.seeds.guide import claimed

TAGS_FILE = Path("seeds") / "tags.toml"
PYTEST_TAGS = ("skip", "xfail")
# Markers that mean nothing without arguments, which a tag cannot give.
NOT_TAGS = {
    *("parametrize", "usefixtures", "filterwarnings", "skipif", "tryfirst", "trylast"),
    *("skip_browser", "only_browser", "browser_context_args", "xdist_group", "random_order"),
}
FAMILY = "*"  # ends the name of all tags that begin alike: JIRA-*
# What `pytest -m` can read, and is no word of its own.
NAME = re.compile(r"(?!(?:and|or|not|True|False|None)$)[^\W_][\w.-]*\*?")


def load_tags(root: Path) -> dict[str, str]:
    """What each tag that a project has made up is for, by its name: those of seeds/tags.toml, and its needs.

    Raises HarnessError with the place of what is wrong.
    """
    needs = {NEEDS_TAG + name: need.en for name, need in load_needs(root).items()}
    if not (root / TAGS_FILE).exists():
        return needs
    file = TomlFile(root, TAGS_FILE)
    tags = file.texts("tags")
    for name in tags:
        if wrong := _wrong(name):
            raise file.wrong(("tags", name), *wrong)
    return tags | needs


def _wrong(name: str) -> tuple[str, str] | None:
    if name.startswith("@"):
        return f"write the name without @: {name[1:]}", f"@ 없이 이름만 적으세요: {name[1:]}"
    if not NAME.fullmatch(name):
        return (
            "a tag is one word of letters, digits, - . and _, and begins with a letter or digit;"
            " all that begin alike end in *, as in JIRA-*",
            "태그는 띄어 쓰지 않은 한 낱말입니다. 글자나 숫자로 시작하고 글자, 숫자, - . _만 씁니다."
            " 앞부분이 같은 태그는 JIRA-*처럼 *로 끝냅니다",
        )
    if name in {*PYTEST_TAGS, *NOT_TAGS, *PHRASE_TAGS} or claimed(name) or name.startswith(NEEDS_TAG):
        return (
            "this tag has a meaning already: choose another name",
            "이미 뜻이 있는 태그입니다. 다른 이름을 쓰세요",
        )
    return None


def is_known(tag: str, known: Iterable[str]) -> bool:
    """Whether a tag, without its @, is one of those that are known, or of one of their families."""
    known = set(known)
    families = [name.removesuffix(FAMILY) for name in known if name.endswith(FAMILY)]
    return tag in known or any(tag != family and tag.startswith(family) for family in families)
