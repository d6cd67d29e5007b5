"""Films of a screencast play elsewhere, and last as long as what they show."""

from __future__ import annotations

from pathlib import Path

import av
import pytest
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from playwright.sync_api import ScreencastFrame

from harness.film import CODECS, SIZE, Film


def jpeg(red: int) -> bytes:
    """A screen of one colour."""
    picture = VideoFrame(*SIZE, "rgb24")
    picture.planes[0].update(bytes([red, 0, 0]) * (SIZE[0] * SIZE[1]))
    encoder = VideoCodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt, encoder.framerate = *SIZE, "yuvj420p", 25  # type: ignore[assignment]
    return b"".join(bytes(packet) for packet in encoder.encode(picture.reformat(format="yuvj420p")))


def frame(red: int, moment: float) -> ScreencastFrame:
    return {"data": jpeg(red), "timestamp": moment, "viewportWidth": SIZE[0], "viewportHeight": SIZE[1]}


@pytest.mark.parametrize("ending", sorted(CODECS))
def test_a_film_shows_each_frame_at_its_moment(tmp_path: Path, ending: str) -> None:
    film = Film()
    for red, moment in ((250, 1000.2), (120, 1500.4), (0, 4000.0)):
        film.add(frame(red, moment))
    film.write(tmp_path / "films" / f"film{ending}")
    assert film.seconds == 3.0

    with av.open(tmp_path / "films" / f"film{ending}") as written:
        stream = written.streams.video[0]
        assert (stream.width, stream.height) == SIZE
        shown = [(picture.time, picture.to_rgb().planes[0]) for picture in written.decode(stream)]
    assert [moment for moment, _ in shown] == pytest.approx([0, 0.5, 3, 4], abs=0.01)
    assert [bytes(plane)[0] for _, plane in shown] == pytest.approx([250, 120, 0, 0], abs=8)


def test_two_frames_of_one_moment_are_the_later_one(tmp_path: Path) -> None:
    film = Film()
    for red in (250, 120):
        film.add(frame(red, 1000))
    film.write(tmp_path / "film.mp4")
    with av.open(tmp_path / "film.mp4") as written:
        reds = [bytes(picture.to_rgb().planes[0])[0] for picture in written.decode(video=0)]
    assert reds == pytest.approx([120, 120], abs=8)
