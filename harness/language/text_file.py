"""Text files that people write: read, or told in one message why not."""

from __future__ import annotations

from pathlib import Path

from harness.errors import HarnessError

NOT_UTF8 = (
    "this is not UTF-8: save the file in that encoding",
    "UTF-8이 아닙니다. 파일을 UTF-8 인코딩으로 저장하세요",
)


def read_text(root: Path, file: Path) -> str:
    """The text of `file` below `root`, by which a message names it; HarnessError where it is none."""
    try:
        data = (root / file).read_bytes()
    except FileNotFoundError:
        raise HarnessError(f"{file} does not exist", f"{file} 파일이 없습니다") from None
    except OSError as error:
        raise HarnessError(
            f"{file} cannot be read: it is no file, or nobody may read it ({type(error).__name__})",
            f"{file}: 파일이 아니거나 읽을 권한이 없어 읽을 수 없습니다 ({type(error).__name__})",
        ) from None
    try:
        return data.decode("utf-8-sig")  # Windows editors begin a file with a byte order mark
    except UnicodeDecodeError as error:
        place, (en, ko) = f"{file.as_posix()}:{line_at(data, error.start)}", NOT_UTF8
        raise HarnessError(f"{place}: {en}", f"{place}: {ko}") from None


def line_at(data: bytes, position: int) -> int:
    """The number of the line in which a byte stands."""
    return data[:position].count(b"\n") + 1
