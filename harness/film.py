"""A film made of a page's screencast."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorRange
from av.video.stream import VideoStream

if TYPE_CHECKING:
    from playwright.sync_api import ScreencastFrame

MILLISECONDS = Fraction(1, 1000)
# What every browser plays, by the file's ending.
CODECS = {".mp4": "libx264", ".webm": "libvpx"}
# Screens compress well and are encoded while somebody waits.
OPTIONS = {
    ".mp4": {"preset": "veryfast", "crf": "26"},
    ".webm": {"deadline": "realtime", "crf": "20", "b": "2M"},
}
SIZE = (1280, 720)
LAST_FRAME = 1000  # ms that the last picture stays


class Film:
    """The frames of a screencast, each with the moment it was drawn at; a page that rests draws none."""

    def __init__(self) -> None:
        self._frames: list[tuple[int, bytes]] = []

    def add(self, frame: ScreencastFrame) -> None:
        """Take one frame (Playwright's `on_frame`): a JPEG and its time in ms."""
        self._frames.append((round(frame["timestamp"]), frame["data"]))

    @property
    def seconds(self) -> float:
        """How long the film is."""
        return (self._frames[-1][0] - self._frames[0][0]) / 1000 if self._frames else 0.0

    def write(self, file: Path) -> None:
        """Encode it as MP4 (H.264) or WebM (VP8), as the file's ending says: one of CODECS."""
        file.parent.mkdir(parents=True, exist_ok=True)
        decoder = VideoCodecContext.create("mjpeg", "r")
        with av.open(file, "w") as container:
            stream = container.add_stream(CODECS[file.suffix], rate=25, options=OPTIONS[file.suffix])
            assert isinstance(stream, VideoStream)
            stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
            stream.codec_context.time_base = MILLISECONDS
            for moment, jpeg in self._moments():
                picture = decoder.decode(av.Packet(jpeg))[0]
                # A JPEG uses a whole byte for a colour, film less: unsaid, bright colours are cut off.
                picture = picture.reformat(
                    *SIZE, "yuv420p", src_color_range=ColorRange.JPEG, dst_color_range=ColorRange.MPEG
                )
                picture.pts, picture.time_base = moment, MILLISECONDS
                container.mux(stream.encode(picture))
            container.mux(stream.encode(None))

    def _moments(self) -> list[tuple[int, bytes]]:
        """The frames by ms since the first, no two at one moment, the last one held for a while."""
        if not self._frames:
            return []
        start = self._frames[0][0]
        moments = {moment - start: jpeg for moment, jpeg in self._frames}
        last = max(moments)
        moments[last + LAST_FRAME] = moments[last]
        return sorted(moments.items())
