"""A screen compared with a picture of it that was kept beside the feature."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch

from harness.errors import HarnessError, InBothLanguages


class OtherPicture(InBothLanguages, AssertionError):
    """The screen is not as it was: what is told names the pictures to look at."""

    def __init__(self, en: str, ko: str) -> None:
        super().__init__(en)
        self.en, self.ko = en, ko


def compare(kept: Path, picture: bytes) -> None:
    """Raise OtherPicture unless `picture` (PNG) looks like the one that is `kept`, to a person's eyes.

    By pixelmatch, as Playwright's own toHaveScreenshot does, which Python lacks: letters that are smoothed
    otherwise do not count. What differs lies beside the kept one then: the new picture, and what is other.
    HarnessError if none was kept yet, with the new one to be kept.
    """
    new, difference = kept.with_suffix(".new.png"), kept.with_suffix(".difference.png")
    if not kept.exists():
        _leave(new, picture)
        raise HarnessError(
            f"no picture was kept yet as {kept.name}. This is how the screen looks now: {new}\n"
            f"If that is right, keep it under the name {kept.name}",
            f"{kept.name} 그림이 아직 없습니다. 지금 화면은 이렇습니다: {new}\n"
            f"맞으면 파일 이름을 {kept.name}로 바꾸세요",
        )
    before, now = (Image.open(one).convert("RGBA") for one in (kept, io.BytesIO(picture)))
    if before.size != now.size:
        _leave(new, picture)
        then, today = ("×".join(map(str, size)) for size in (before.size, now.size))
        raise OtherPicture(
            f"the screen is {today} pixels large, and {then} in {kept.name}. Now: {new}",
            f"{kept.name} 그림은 {then}픽셀인데 지금 화면은 {today}픽셀입니다. 지금 화면: {new}",
        )
    marked = Image.new("RGBA", now.size)
    if number := pixelmatch(before, now, marked):
        _leave(new, picture)
        marked.save(difference)
        raise OtherPicture(
            f"the screen looks otherwise than in {kept.name}: {number:,} pixels, red in {difference}\n"
            f"Now: {new}\nIf that is right, give it the name {kept.name}",
            f"{kept.name} 그림과 {number:,}픽셀이 다릅니다. 다른 곳을 빨갛게 표시한 그림: {difference}\n"
            f"지금 화면: {new}\n지금이 맞으면 이 파일의 이름을 {kept.name}로 바꾸세요",
        )
    for left in (new, difference):
        left.unlink(missing_ok=True)


def _leave(file: Path, picture: bytes) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(picture)
