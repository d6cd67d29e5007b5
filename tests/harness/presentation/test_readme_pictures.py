"""The README's picture is taken from the film, at a step that the demonstration has."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from harness.errors import HarnessError
from harness.presentation.demo import FEATURES
from harness.presentation.film import SIZE, Film
from harness.presentation.readme_pictures import SCENARIO, STEP, picture_of, save_png
from tests.harness.presentation.test_film import frame


@pytest.fixture
def film(tmp_path: Path) -> Path:
    film = Film()
    for red, title in ((250, "first"), (120, "second"), (0, "third")):
        film.begin_chapter(title)
        film.add(frame(red, 1000))
        film.hold(2000)
    film.write(tmp_path / "film.mp4")
    return tmp_path / "film.mp4"


def test_a_picture_is_what_a_chapter_shows(film: Path, tmp_path: Path) -> None:
    save_png(picture_of(film, "second", 1), tmp_path / "picture.png")
    with av.open(tmp_path / "picture.png") as written:
        picture = next(written.decode(video=0))
    assert (picture.width, picture.height) == SIZE
    assert bytes(picture.to_rgb().planes[0])[0] == pytest.approx(120, abs=8)


def test_a_chapter_that_is_not_there_is_told(film: Path) -> None:
    with pytest.raises(HarnessError, match=r"film\.mp4: no chapter 'fourth'; it has first, second, third"):
        picture_of(film, "fourth", 1)


def test_the_demonstration_has_the_step_of_the_picture() -> None:
    feature = FEATURES["en"].read_text(encoding="utf-8")
    assert f"Scenario: {SCENARIO}\n" in feature
    assert f"    {STEP}\n" in FEATURES["en"].with_name("phrases.feature").read_text(encoding="utf-8")
