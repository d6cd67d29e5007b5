"""Films of a screencast play elsewhere, and last as long as what they show."""

from __future__ import annotations

from pathlib import Path

import av
import pytest
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from playwright.sync_api import ScreencastFrame

from harness.presentation.film import CODECS, DEAD_TIME, FRAME, LAST_FRAME, SIZE, Film


def jpeg(red: int) -> bytes:
    """A screen of one colour."""
    picture = VideoFrame(*SIZE, "rgb24")
    picture.planes[0].update(bytes([red, 0, 0]) * (SIZE[0] * SIZE[1]))
    encoder = VideoCodecContext.create("mjpeg", "w")
    encoder.width, encoder.height, encoder.pix_fmt, encoder.framerate = *SIZE, "yuvj420p", 25  # type: ignore[assignment]
    return b"".join(bytes(packet) for packet in encoder.encode(picture.reformat(format="yuvj420p")))


def frame(red: int, moment: float) -> ScreencastFrame:
    return {"data": jpeg(red), "timestamp": moment, "viewportWidth": SIZE[0], "viewportHeight": SIZE[1]}


def shown(file: Path) -> list[tuple[float, int]]:
    """Each picture of a film: its moment in seconds, and how red it is."""
    with av.open(file) as written:
        return [
            (picture.time or 0.0, bytes(picture.to_rgb().planes[0])[0]) for picture in written.decode(video=0)
        ]


@pytest.mark.parametrize("ending", sorted(CODECS))
def test_a_film_shows_each_frame_at_its_moment(tmp_path: Path, ending: str) -> None:
    film = Film()
    for red, moment in ((250, 1000.2), (120, 1400.4), (0, 1800.0)):
        film.add(frame(red, moment))
    file = tmp_path / "films" / f"film{ending}"
    film.write(file)
    with av.open(file) as written:
        stream = written.streams.video[0]
        assert (stream.width, stream.height) == SIZE
    moments, reds = zip(*shown(file), strict=True)
    assert moments == pytest.approx([0, 0.4, 0.8, film.seconds], abs=0.01)
    assert reds == pytest.approx([250, 120, 0, 0], abs=8)


def test_two_frames_of_one_moment_are_the_later_one(tmp_path: Path) -> None:
    film = Film()
    for red, moment in ((250, 1000), (120, 1000 + FRAME / 2)):
        film.add(frame(red, moment))
    film.write(tmp_path / "film.mp4")
    assert [red for _, red in shown(tmp_path / "film.mp4")] == pytest.approx([120, 120], abs=8)


def test_a_frame_that_comes_late_takes_no_film_back(tmp_path: Path) -> None:
    film = Film()
    for red, moment in ((250, 1000), (120, 1400), (0, 1200)):
        film.add(frame(red, moment))
    film.write(tmp_path / "film.mp4")
    assert [red for _, red in shown(tmp_path / "film.mp4")] == pytest.approx([250, 0, 0], abs=8)


def test_where_nothing_happens_the_film_is_cut() -> None:
    film = Film()
    for moment in (1000, 9000):
        film.add(frame(0, moment))
    assert film.seconds == (DEAD_TIME + LAST_FRAME) / 1000


def test_what_is_held_is_not_waited_for(tmp_path: Path) -> None:
    film = Film()
    film.add(frame(250, 1000))
    film.hold(3000)
    film.add(frame(0, 1040))
    film.hold(2000)
    film.write(tmp_path / "film.mp4")
    assert film.seconds == 5
    assert [moment for moment, _ in shown(tmp_path / "film.mp4")] == pytest.approx([0, 3, 5], abs=0.01)


@pytest.mark.parametrize("ending", sorted(CODECS))
def test_a_film_has_chapters(tmp_path: Path, ending: str) -> None:
    film = Film()
    film.begin_chapter("첫 화면")
    film.add(frame(250, 1000))
    film.hold(2000)
    film.begin_chapter("둘째 화면")
    film.add(frame(0, 1040))
    film.write(tmp_path / f"film{ending}")
    with av.open(tmp_path / f"film{ending}") as written:
        chapters = [
            (one["metadata"]["title"], float(one["start"] * (one["time_base"] or 0)))
            for one in written.chapters()
        ]
    assert chapters == [("첫 화면", 0), ("둘째 화면", 2)]


@pytest.mark.parametrize("ending", sorted(CODECS))
def test_a_picture_is_stored_as_what_changed(tmp_path: Path, ending: str) -> None:
    film = Film()
    for number in range(20):
        film.add(frame(number, 1000 + number * FRAME))
    film.write(tmp_path / f"film{ending}")
    with av.open(tmp_path / f"film{ending}") as written:
        whole = [packet.is_keyframe for packet in written.demux(video=0) if packet.size]
    assert sum(whole) == 1
