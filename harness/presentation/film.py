"""A film made of a page's screencast."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType
from av.video.reformatter import ColorRange
from av.video.stream import VideoStream

if TYPE_CHECKING:
    from av.container.core import Chapter
    from playwright.sync_api import Page, ScreencastFrame

MILLISECONDS = Fraction(1, 1000)
# What every browser plays, by the file's ending.
CODECS = {".mp4": "libx264", ".webm": "libvpx-vp9"}
# Screens compress well and are encoded while somebody waits.
OPTIONS = {
    ".mp4": {"preset": "veryfast", "crf": "24"},
    ".webm": {"deadline": "realtime", "cpu-used": "8", "crf": "30", "b": "0", "row-mt": "1"},
}
SIZE = (1280, 720)
LAST_FRAME = 1000  # ms that the last picture stays
# ms that a picture stays at most, unless it is held: a page that loads slowly is not worth watching.
DEAD_TIME = 500
# ms that a picture stays at least: the eye wants no more, and each has to be encoded.
FRAME = 40


class Film:
    """The frames of a screencast, each with its moment in the film; a page that rests draws none.

    The film's time is not that of its making: what is to be read is held, where nothing happens is cut.
    """

    def __init__(self) -> None:
        self.length = 0  # how many frames have been drawn
        self._frames: dict[int, bytes] = {}
        self._drawn = 0  # when the last one was, by the browser's clock
        self._now = 0  # its moment in the film
        self._held_until = 0
        self._chapters: list[tuple[int, str]] = []

    def roll(self, page: Page) -> None:
        """Take all frames of that page, until its screencast is stopped."""
        page.screencast.start(on_frame=self.add, size={"width": SIZE[0], "height": SIZE[1]})

    def add(self, frame: ScreencastFrame) -> None:
        """Take one frame (Playwright's `on_frame`): a JPEG and its time in ms."""
        # Two frames may come in the wrong order.
        drawn = max(round(frame["timestamp"]), self._drawn)
        if self._frames:
            self._now = max(self._now + min(drawn - self._drawn, DEAD_TIME), self._held_until)
        self._drawn = drawn
        self.length += 1
        self._frames[self._now // FRAME * FRAME] = frame["data"]

    def hold(self, milliseconds: float) -> None:
        """Let the last picture stay at least so long."""
        self._held_until = self._now + round(milliseconds)

    def begin_chapter(self, title: str) -> None:
        """Let what follows have this title."""
        self._chapters.append((max(self._now, self._held_until), title))

    @property
    def seconds(self) -> float:
        """How long the film is."""
        return self._end / 1000 if self._frames else 0.0

    @property
    def _end(self) -> int:
        return max(self._now + LAST_FRAME, self._held_until)

    def write(self, file: Path) -> None:
        """Encode it as MP4 (H.264) or WebM (VP9), as the file's ending says: one of CODECS."""
        file.parent.mkdir(parents=True, exist_ok=True)
        decoder = VideoCodecContext.create("mjpeg", "r")
        with av.open(file, "w") as container:
            stream = container.add_stream(CODECS[file.suffix], rate=25, options=OPTIONS[file.suffix])
            assert isinstance(stream, VideoStream)
            stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
            stream.codec_context.time_base = MILLISECONDS
            container.set_chapters(self._named_parts())
            for moment, jpeg in self._pictures():
                picture = decoder.decode(av.Packet(jpeg))[0]
                # A JPEG uses a whole byte for a colour, film less: unsaid, bright colours are cut off.
                picture = picture.reformat(
                    *SIZE, "yuv420p", src_color_range=ColorRange.JPEG, dst_color_range=ColorRange.MPEG
                )
                picture.pts, picture.time_base = moment, MILLISECONDS
                # A JPEG stands alone; a picture of a film says how it differs from the one before.
                picture.pict_type = PictureType.NONE
                container.mux(stream.encode(picture))
            container.mux(stream.encode(None))

    def _pictures(self) -> Iterator[tuple[int, bytes]]:
        """The frames in order, the last one twice: a film ends with the beginning of its last picture."""
        yield from self._frames.items()
        if self._frames:
            yield self._end, self._frames[max(self._frames)]

    def _named_parts(self) -> list[Chapter]:
        parts = pairwise([*self._chapters, (self._end, "")])
        return [
            {
                "id": number,
                "start": start,
                "end": end,
                "time_base": MILLISECONDS,
                "metadata": {"title": title},
            }
            for number, ((start, title), (end, _)) in enumerate(parts)
        ]
