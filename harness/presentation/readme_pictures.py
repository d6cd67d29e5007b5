"""The README's picture and film, taken from the English demonstration: `make pictures`."""

from __future__ import annotations

import sys
from pathlib import Path

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from harness import ROOT
from harness.errors import HarnessError
from harness.presentation.demo import FEATURES, present

FILM = ROOT / "docs" / "renewal.mp4"
PICTURE = ROOT / "docs" / "renewal.png"
SCENARIO = "Kim Hana renews her certificate"
# The step whose announcement is the picture, seconds after it begins: drawn, and not yet gone.
STEP = "And the customer fills in the application"
ANNOUNCED = 1.0
PACE = 1.5


def main() -> int:
    """Make both; returns pytest's exit code."""
    if failed := present(f"{FEATURES['en']}::{SCENARIO}", FILM, "en", PACE, print):
        return failed
    save_png(picture_of(FILM, STEP, ANNOUNCED), PICTURE)
    print(f"The picture: {PICTURE}")
    return 0


def picture_of(film: Path, chapter: str, seconds: float) -> VideoFrame:
    """What a film shows so long after a chapter's beginning; HarnessError if it has no such chapter."""
    with av.open(film) as opened:
        starts = {
            one["metadata"]["title"]: one["start"] * (one["time_base"] or 0) for one in opened.chapters()
        }
        if chapter not in starts:
            raise HarnessError(
                f"{film.name}: no chapter {chapter!r}; it has {', '.join(starts)}",
                f"{film.name}에 {chapter!r} 장면이 없습니다. 있는 장면: {', '.join(starts)}",
            )
        shown = [frame for frame in opened.decode(video=0) if (frame.time or 0) <= starts[chapter] + seconds]
    return shown[-1]


def save_png(picture: VideoFrame, file: Path) -> None:
    """Write a frame as a PNG."""
    picture = picture.reformat(format="rgb24")
    encoder = VideoCodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = picture.width, picture.height, "rgb24"
    encoder.framerate = 1  # type: ignore[assignment]
    packets = [*encoder.encode(picture), *encoder.encode(None)]
    file.write_bytes(b"".join(bytes(packet) for packet in packets))


if __name__ == "__main__":
    sys.exit(main())
