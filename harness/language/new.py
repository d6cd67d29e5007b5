"""`renewal new`: a feature file to start from, which passes as it is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from harness.errors import HarnessError
from harness.language.text_file import read_text

FOLDERS = {"en": Path("features"), "ko": Path("features/ko")}
# Windows takes these for devices, whatever their ending.
_DEVICES = re.compile(r"(con|nul|aux|prn|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 80
_DONE = {
    "en": (
        "Written: {file}\n"
        "Run it:          pytest {quoted}\n"
        "Look phrases up: renewal steps --lang en\n"
        "Check it:        renewal check {quoted}"
    ),
    "ko": (
        "만들었습니다: {file}\n"
        "실행:      pytest {quoted}\n"
        "표현 찾기: renewal steps --lang ko\n"
        "검사:      renewal check {quoted}"
    ),
}


def new_feature(name: str, language: str, root: Path) -> str:
    """Write a feature of that name and say what to type next.

    Raises HarnessError for a name that is no good on every system, for a file that is there already, and
    where nothing can be written.
    """
    # macOS hands a name over in pieces of syllables.
    title = unicodedata.normalize("NFC", name).removesuffix(".feature")
    if not re.fullmatch(r"\w[\w -]*(?<! )", title) or _DEVICES.fullmatch(title) or len(title) > _LONGEST:
        raise HarnessError(
            f"{name!r} cannot name a feature file: use letters, digits, spaces, - and _, at most {_LONGEST}",
            f"{name!r}: 기능 파일 이름으로 쓸 수 없습니다. "
            f"글자, 숫자, 빈칸, -, _로 {_LONGEST}자까지 지으세요",
        )
    file = FOLDERS[language] / f"{title}.feature"
    template = read_text(root, Path("seeds") / f"new.{language}.feature")
    try:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        with (root / file).open("x", encoding="utf-8") as written:
            written.write(template.replace("NAME", title, 1))
    except FileExistsError:
        raise HarnessError(
            f"{file.as_posix()} is there already: open it, or choose another name",
            f"{file.as_posix()} 파일이 이미 있습니다. 그 파일을 열거나 다른 이름을 고르세요",
        ) from None
    except OSError as error:
        raise HarnessError(
            f"{file.as_posix()} cannot be written ({error.strerror})",
            f"{file.as_posix()} 파일을 쓸 수 없습니다 ({error.strerror})",
        ) from None
    return _DONE[language].format(
        file=file.as_posix(), quoted=f'"{file.as_posix()}"' if " " in title else file.as_posix()
    )
