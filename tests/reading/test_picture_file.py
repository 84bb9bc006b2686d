"""Pictures as they are delivered: what cannot be used is refused by its header and its end, before any is unpacked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from portal.assets.picture_file import PictureError, pixels, size

GRADIENT = Image.linear_gradient("L").resize((1000, 600))
KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}


def saved(folder: Path, ending: str, image: Image.Image = GRADIENT, **options: object) -> Path:
    """A picture in a file of a kind."""
    path = folder / f"picture.{ending}"
    image.save(path, KINDS[ending], **options)
    return path


def refused(path: Path) -> str:
    with pytest.raises(PictureError) as error:
        size(path)
    return error.value.key


@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_a_picture_that_breaks_off_is_refused_by_the_check_already(tmp_path: Path, ending: str) -> None:
    path = saved(tmp_path, ending)
    whole = path.read_bytes()
    assert size(path) == (1000, 600)
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert refused(path) == "picture.broken"


@pytest.mark.parametrize("ending", ["png", "webp"])
def test_a_picture_that_moves_is_refused(tmp_path: Path, ending: str) -> None:
    path = saved(tmp_path, ending, save_all=True, append_images=[GRADIENT.rotate(180)])
    assert refused(path) == "picture.moves"


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_a_picture_of_any_depth_comes_out_in_colour(tmp_path: Path, mode: str) -> None:
    small = pixels(saved(tmp_path, "png", GRADIENT.convert(mode)), 500)
    assert (small.mode, small.size) == ("RGB", (500, 300))


def test_a_picture_for_print_comes_out_in_colours_of_a_screen(tmp_path: Path) -> None:
    assert pixels(saved(tmp_path, "jpg", GRADIENT.convert("CMYK")), 500).mode == "RGB"


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_picture_stands_upright_however_the_phone_was_held(tmp_path: Path, turned: int) -> None:
    exif = Image.Exif()
    exif[0x112] = turned
    path = saved(tmp_path, "jpg", exif=exif)
    assert size(path) == ((1000, 600) if turned < 5 else (600, 1000))
    assert pixels(path, 500).size == ((500, 300) if turned < 5 else (500, 833))
