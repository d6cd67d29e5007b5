"""`renewal new`: a feature file to start from, which passes as it is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from harness import ROOT
from harness.errors import HarnessError

FOLDERS = {"en": Path("features"), "ko": Path("features/ko")}
# Windows takes these for devices, whatever their ending.
_DEVICES = re.compile(r"(con|nul|aux|prn|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 80
_MESSAGES = {
    "en": {
        "silly": (
            "{name!r} cannot name a feature file: use letters, digits, spaces, - and _, at most {longest}"
        ),
        "taken": "{file} is there already: open it, or choose another name",
        "done": (
            "Written: {file}\n"
            "Run it:          pytest {quoted}\n"
            "Look phrases up: renewal steps --lang en\n"
            "Check it:        renewal check {quoted}"
        ),
    },
    "ko": {
        "silly": (
            "{name!r}: 기능 파일 이름으로 쓸 수 없습니다. 글자, 숫자, 빈칸, -, _로 {longest}자까지 지으세요"
        ),
        "taken": "{file} 파일이 이미 있습니다. 그 파일을 열거나 다른 이름을 고르세요",
        "done": (
            "만들었습니다: {file}\n"
            "실행:      pytest {quoted}\n"
            "표현 찾기: renewal steps --lang ko\n"
            "검사:      renewal check {quoted}"
        ),
    },
}


def new_feature(name: str, language: str, root: Path = ROOT) -> str:
    """Write a feature of that name and say what to type next.

    Raises HarnessError for a name that is no good on every system, and for a file that is there already.
    """
    messages = _MESSAGES[language]
    # macOS hands a name over in pieces of syllables.
    title = unicodedata.normalize("NFC", name).removesuffix(".feature")
    if not re.fullmatch(r"\w[\w -]*(?<! )", title) or _DEVICES.fullmatch(title) or len(title) > _LONGEST:
        raise HarnessError(messages["silly"].format(name=name, longest=_LONGEST))
    file = FOLDERS[language] / f"{title}.feature"
    template = (root / "seeds" / f"new.{language}.feature").read_text(encoding="utf-8")
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    try:
        with (root / file).open("x", encoding="utf-8") as written:
            written.write(template.replace("NAME", title, 1))
    except FileExistsError:
        raise HarnessError(messages["taken"].format(file=file.as_posix())) from None
    return messages["done"].format(
        file=file.as_posix(), quoted=f'"{file.as_posix()}"' if " " in title else file.as_posix()
    )
