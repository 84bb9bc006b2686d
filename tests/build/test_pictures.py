"""Pictures, made on the fly: which are refused and in what words, and what is published of the others."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
import yaml
from PIL import Image, ImageDraw
from selectolax.lexbor import LexborHTMLParser

from portal.assets import pictures
from portal.assets.cache import Cache
from portal.assets.palette import palette
from portal.assets.pictures import Published, Rendition, publish
from portal.checks import read_site
from portal.content.validation import validate
from portal.engine.template_tools import prepare
from portal.schema.picture import Picture
from portal.words.problem import ContentError, Place
from tests.build.conftest import built_in, parsed
from tests.command import portal
from tests.conftest import ROOT, STORY, Files, Project, make_project
from tests.real_site import SITE

ENTRY = "content/data/pictures/bridge.yml"
FILE = "content/assets/pictures/bridge.jpg"
LINK = "../../assets/pictures/bridge.jpg"
TEXT = """\
file: bridge.jpg
alt: {nl: Een brug., en: A bridge.}
credit: {nl: "Foto: A. Maker", en: "Photo: A. Maker"}
licence: CC BY 4.0
"""


def picture(width: int = 1000, height: int = 700, kind: str = "JPEG", mode: str = "RGB", **options: Any) -> bytes:
    """A picture, red on the left and blue on the right."""
    image = Image.new("RGB", (width, height), "#c9371f")
    ImageDraw.Draw(image).rectangle((width / 2, 0, width, height), fill="#0f3d91")
    buffer = io.BytesIO()
    image.convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is huge."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (header, b"IDAT" + zlib.compress(b""), b"IEND")
    packed = [struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def exif(orientation: int) -> Image.Exif:
    """What a phone writes: how it was held, what it is, and where it was."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "A make of camera"
    data.get_ifd(0x8825).update({1: "N", 2: (51.0, 50.0, 33.0), 3: "E", 4: (5.0, 51.0, 46.0)})
    return data


def story(locale: str, *lines: str, body: str = "") -> dict[str, str]:
    """The story of the small site with more in its front matter, or more text."""
    title, slug = ("Een verhaal", "een-verhaal") if locale == "nl" else ("A story", "a-story")
    text = STORY.format(title=title, slug=slug).replace("place:", "\n".join([*lines, "place:"]))
    return {f"content/{locale}/stories/a-story.md": text + body}


def problems(root: Path) -> list[str]:
    """What `portal check` prints."""
    try:
        read_site(root)
    except ContentError as error:
        return list(map(str, error.problems))
    return []


REFUSED = {
    "that is not there": (
        {FILE: None, "content/assets/pictures/brigde.jpg": picture()},
        "'file' is 'bridge.jpg', but there is no content/assets/pictures/bridge.jpg. Did you mean 'brigde.jpg'?",
    ),
    "that is no picture": (
        {FILE: b"GIF89a, or what remains of it"},
        f"{FILE} is not a picture that can be read. Save it as one of JPEG, PNG, WEBP, AVIF, HEIF.",
    ),
    "with more pixels than anyone needs": (
        {FILE: bomb(8000, 7000)},
        f"{FILE} has more than 50 million pixels. Save it smaller; 1600 pixels wide is all the site uses.",
    ),
    "that would fill the memory": (
        {FILE: bomb(60000, 60000)},
        f"{FILE} has more than 50 million pixels. Save it smaller; 1600 pixels wide is all the site uses.",
    ),
    "that is too small": (
        {FILE: picture(799, 600)},
        f"{FILE} is 799 pixels wide. Use one of at least 800, or it is blurred on a wide screen.",
    ),
    "that is too small as it is seen": (
        {FILE: picture(1000, 700, exif=exif(6))},
        f"{FILE} is 700 pixels wide. Use one of at least 800, or it is blurred on a wide screen.",
    ),
    "that is heavier than any photo needs to be": (
        {FILE: picture() + bytes(21 * 1024**2)},
        f"{FILE} is 21 MB; the most is 20. Save it smaller; 1600 pixels wide is all the site uses.",
    ),
    "that would take a minute to scroll past": (
        {FILE: picture(800, 17000)},
        f"{FILE} would be 17000 pixels high; the most is 16383. Cut it into several pictures.",
    ),
    "that nobody described": (
        {ENTRY: TEXT.replace("alt: {nl: Een brug., en: A bridge.}\n", "")},
        "'alt' is missing. Write what the picture shows ('nl: ...' and 'en: ...'), or 'decorative: true' if it adds"
        " nothing to the text.",
    ),
    "that is both described and decorative": (
        {ENTRY: f"{TEXT}decorative: true\n"},
        "'alt' and 'decorative: true' contradict each other. Keep 'alt' if the picture tells something, else"
        " 'decorative: true'.",
    ),
    "that is decorative, more or less": (
        {ENTRY: f"{TEXT}decorative: yes\n"},
        "'decorative' is 'yes'. Write true or false, without quotes.",
    ),
    "without a maker": (
        {ENTRY: re.sub("credit:.*\n", "", TEXT)},
        "'credit' is missing. Add who made the picture. Write it once, or below each other: 'nl: ...', 'en: ...'.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED)
def test_a_picture_is_refused(files: Files, message: str, project: Project) -> None:
    found = [line for line in problems(project({ENTRY: TEXT, FILE: picture(), **files})) if "brigde.jpg:" not in line]
    assert [line.split(": ", 1)[1] for line in found] == [message]
    assert found[0].startswith(f"{ENTRY}:")


def test_a_picture_without_an_entry_is_refused(project: Project) -> None:
    assert problems(project({FILE: picture()})) == [
        f"{FILE}:1: No file in content/data/pictures names this picture, so it has no credit and no description."
        " Add content/data/pictures/bridge.yml."
    ]


def test_a_page_names_a_picture_that_is_there(project: Project) -> None:
    files = {**story("nl", "picture: brug"), **story("en", "picture: brug"), ENTRY: TEXT, FILE: picture()}
    assert problems(project(files)) == [
        f"content/{locale}/stories/a-story.md:7: 'picture' names 'brug', but there is no"
        " content/data/pictures/brug.yml. Did you mean 'bridge'?"
        for locale in ("en", "nl")
    ]


def test_twins_have_the_same_picture(project: Project) -> None:
    files = {**story("nl", "picture: bridge"), ENTRY: TEXT, FILE: picture()}
    assert problems(project(files)) == [
        "content/en/stories/a-story.md:2: 'picture' is only in the Dutch page ('bridge')."
        " Add it here too, or take it out there."
    ]


def test_a_text_does_not_link_to_a_picture_as_it_was_delivered(project: Project) -> None:
    files = {**story("en", body=f"\n[A bridge]({LINK})\n"), ENTRY: TEXT, FILE: picture()}
    assert problems(project(files)) == [
        f"content/en/stories/a-story.md:17: The link '{LINK}' is to a picture as it was delivered, which is not"
        " published. Show it in the text with ![](...), or name its entry with 'picture:' at the top."
    ]


PLACED = {
    "on another site": (
        "![A bridge](https://example.org/bridge.jpg)",
        "The picture 'https://example.org/bridge.jpg' stands on another site, and the security policy of this one"
        " blocks it. Ask whether it may be used, put it in content/assets/pictures, and describe it in"
        " content/data/pictures.",
    ),
    "within a sentence": (
        f"See ![a bridge]({LINK}).",
        f"The picture '{LINK}' stands within a sentence or a link. Put it on a line of its own, with an empty line"
        " above and below it.",
    ),
    "that is not there": (
        "![A bridge](../../assets/pictures/brigde.jpg)",
        f"The link '../../assets/pictures/brigde.jpg' leads to no file. Did you mean '{LINK}'?",
    ),
    "without a description, as nothing else is known of it": (
        "![](../../assets/square.png)",
        "The picture '../../assets/square.png' has no description. Write what it shows:"
        " ![...](../../assets/square.png).",
    ),
    "that stands there from the root": (
        "![A bridge](/assets/square.png)",
        "The link '/assets/square.png' starts at the root. Link to the file instead, such as ../stories/x.md.",
    ),
}


@pytest.mark.parametrize(("text", "message"), PLACED.values(), ids=PLACED)
def test_a_picture_in_a_text_is_refused(text: str, message: str, project: Project) -> None:
    square = {"content/assets/square.png": picture(kind="PNG")}
    files = {**story("en", body=f"\n{text}\n"), ENTRY: TEXT, FILE: picture(), **square}
    assert problems(project(files)) == [f"content/en/stories/a-story.md:17: {message}"]


@pytest.fixture(scope="module")
def with_pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two pictures in a text: one that has an entry, and a small one that has none."""
    body = f'\n![]({LINK})\n\n![Twee <vlakken>](../../assets/square.png "Een & ander")\n'
    square = {"content/assets/square.png": picture(300, 200, kind="PNG")}
    files: Files = {**story("nl", body=body), **story("en", body=body), ENTRY: TEXT, FILE: picture(), **square}
    return built_in(make_project(tmp_path_factory.mktemp("placed") / "project", files))


def test_a_picture_in_a_text_has_sizes_and_the_words_of_its_entry_in_the_language_of_the_page(
    with_pictures: Path,
) -> None:
    first, _ = parsed(with_pictures / "en/stories/a-story/index.html").css(".prose figure")
    (image,), (credit,) = first.css("img"), first.css("figcaption")
    assert [image.attributes[name] for name in ("alt", "width", "height")] == ["A bridge.", "1000", "700"]
    assert credit.text() == "Photo: A. Maker, CC BY 4.0"
    assert {source.attributes["type"] for source in first.css("source")} == {"image/avif", "image/webp"}
    dutch, _ = parsed(with_pictures / "verhalen/een-verhaal/index.html").css(".prose figure img")
    assert dutch.attributes["alt"] == "Een brug."


def test_a_picture_in_a_text_may_have_words_and_a_caption_of_its_own(with_pictures: Path) -> None:
    _, second = parsed(with_pictures / "en/stories/a-story/index.html").css(".prose figure")
    (image,), (caption,) = second.css("img"), second.css("figcaption")
    assert [image.attributes[name] for name in ("alt", "width", "height")] == ["Twee <vlakken>", "300", "200"]
    assert caption.text() == "Een & ander"


def test_every_file_that_a_picture_in_a_text_asks_for_is_published(with_pictures: Path) -> None:
    page = with_pictures / "en/stories/a-story/index.html"
    asked = [
        address.split()[0]
        for node in parsed(page).css(".prose figure source, .prose figure img")
        for address in (node.attributes["srcset"] or "").split(", ")
    ]
    assert len(asked) == 9
    assert [address for address in asked if not (page.parent / address).is_file()] == []


Make = Callable[..., tuple[Published, Cache]]


@pytest.fixture
def made(project: Project, tmp_path: Path) -> Make:
    """Publish one picture from these bytes: what a page is given, and the cache."""

    def make(content: bytes, folder: str = "cache", file: str = FILE) -> tuple[Published, Cache]:
        named = {**story("nl", "picture: bridge"), **story("en", "picture: bridge")}
        entry = TEXT.replace("bridge.jpg", PurePosixPath(file).name)
        site = read_site(project({ENTRY: entry, file: content, **named}))
        cache = Cache(tmp_path / folder)
        return publish(site, cache, palette(), None)[PurePosixPath(file)], cache

    return make


def opened(published: Published, cache: Cache) -> Iterator[Image.Image]:
    """Everything that is published of a picture."""
    for renditions in published.files.values():
        for rendition in renditions:
            image = Image.open(io.BytesIO(cache.read(rendition.kept_as) or b""))
            image.load()
            yield image


@pytest.mark.parametrize(("width", "widths"), [(1000, [400, 800]), (1600, [400, 800, 1200, 1600])])
def test_a_picture_is_published_in_every_width_up_to_its_own(width: int, widths: list[int], made: Make) -> None:
    published, cache = made(picture(width, 700))
    assert {ending: [one.width for one in files] for ending, files in published.files.items()} == {
        "avif": widths, "webp": widths, "jpg": widths,
    }  # fmt: skip
    assert [image.width for image in opened(published, cache)] == 3 * widths


def test_a_large_picture_becomes_as_wide_as_the_site_uses(made: Make) -> None:
    published, _ = made(picture(2400, 1800))
    assert (published.width, published.height) == (1600, 1200)


def test_a_picture_stands_upright(made: Make) -> None:
    published, cache = made(picture(1200, 900, exif=exif(6)))
    assert (published.width, published.height) == (900, 1200)
    for image in opened(published, cache):
        red = image.convert("RGB").getchannel("R").reduce(image.width)
        assert red.tobytes()[0] > red.tobytes()[-1]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_a_picture_tells_nothing_of_where_and_with_what_it_was_taken(kind: str, made: Make) -> None:
    options: dict[str, Any] = {"comment": b"a secret"} if kind == "JPEG" else {}
    file = FILE.replace("jpg", "heic") if kind == "HEIF" else FILE
    published, cache = made(picture(kind=kind, exif=exif(1), **options), file=file)
    for image in opened(published, cache):
        assert not image.getexif()
        assert set(image.info) & {"exif", "xmp", "comment", "icc_profile", "photoshop"} == set()
    for path in cache.folder.iterdir():
        assert b"A make of camera" not in path.read_bytes()
        assert b"a secret" not in path.read_bytes()


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "P"), ("PNG", "I;16")])
def test_a_picture_of_any_kind_becomes_one_for_screens(kind: str, mode: str, made: Make) -> None:
    published, cache = made(picture(kind=kind, mode=mode))
    assert {image.mode for image in opened(published, cache)} == {"RGB"}


def test_what_is_transparent_becomes_paper(made: Make) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (900, 600), (0, 0, 0, 0)).save(buffer, "PNG")
    published, cache = made(buffer.getvalue())
    assert published.hue == "chalk"
    assert all(min(image.convert("L").tobytes()) > 240 for image in opened(published, cache))


def test_the_place_of_a_picture_has_the_nearest_colour(made: Make) -> None:
    image, buffer = Image.new("RGB", (900, 600), "#d04030"), io.BytesIO()
    image.save(buffer, "PNG")
    assert made(buffer.getvalue())[0].hue == "brick"


def test_a_file_that_breaks_off_is_named(made: Make) -> None:
    with pytest.raises(ContentError) as refused:
        made(picture(1600, 1200)[:-9000])
    assert str(refused.value) == f"{ENTRY}:1: {FILE} breaks off or is damaged. Copy or save it again."


def test_the_same_picture_gives_the_same_bytes(made: Make) -> None:
    contents = []
    for folder in ("one", "another"):
        _, cache = made(picture(1200, 800), folder)
        contents.append({path.name: path.read_bytes() for path in cache.folder.iterdir()})
    assert contents[0] == contents[1]


def test_a_picture_that_no_page_shows_is_not_published(project: Project, tmp_path: Path) -> None:
    site = read_site(project({ENTRY: TEXT, FILE: picture()}))
    assert publish(site, Cache(tmp_path / "cache"), palette(), None) == {}


def test_a_picture_is_made_once(made: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = made(picture())
    monkeypatch.setattr(pictures, "pixels", None)
    assert made(picture())[0].files == first.files


def test_what_is_lost_from_the_cache_is_made_again(made: Make) -> None:
    first, cache = made(picture())
    (cache.folder / first.files["avif"][0].kept_as).unlink()
    second, _ = made(picture())
    assert second.files == first.files
    assert len(list(opened(second, cache))) == 6


def drawn(arguments: str) -> LexborHTMLParser:
    """The component on an English page in a folder."""
    entry, problems = validate(Picture, yaml.safe_load(TEXT), Place(PurePosixPath(ENTRY)), SITE.languages)
    assert entry, problems
    files = {
        ending: tuple(Rendition(f"assets/pictures/{width}.{ending}", width, "") for width in (400, 800))
        for ending in ("avif", "webp", "jpg")
    }
    environment = prepare(jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides")))  # noqa: S701 - prepare sets autoescape
    text = '{% from "components/picture.html" import picture with context %}{{ picture(' + arguments + ") }}"
    here = SimpleNamespace(kind="page", address="/en/about/")
    published = Published(entry, 1000, 700, "brick", files)
    return LexborHTMLParser(environment.from_string(text).render(p=published, here=here, locale="en"))


def test_a_picture_below_the_fold_waits() -> None:
    (image,) = drawn('p, "50vw"').css("img")
    assert image.attributes == {
        "class": "placeholder placeholder--brick",
        "src": "../../assets/pictures/800.jpg",
        "srcset": "../../assets/pictures/400.jpg 400w, ../../assets/pictures/800.jpg 800w",
        "sizes": "50vw",
        "width": "1000",
        "height": "700",
        "alt": "A bridge.",
        "loading": "lazy",
        "decoding": "async",
    }


def test_a_picture_in_view_comes_first() -> None:
    (image,) = drawn('p, "100vw", eager=true').css("img")
    assert image.attributes["fetchpriority"] == "high"
    assert {"loading", "decoding"} & set(image.attributes) == set()


def test_a_browser_takes_the_best_format_it_knows() -> None:
    sources = drawn('p, "100vw"').css("picture > source")
    assert [source.attributes["type"] for source in sources] == ["image/avif", "image/webp"]


def test_a_picture_names_its_maker() -> None:
    (credit,) = drawn('p, "100vw"').css("figcaption")
    assert credit.text(strip=True) == "Photo: A. Maker, CC BY 4.0"


Times = dict[str, int]


def _times(root: Path) -> Times:
    return {path.name: path.stat().st_mtime_ns for path in (root / ".cache").rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Times]]:
    """A site with a picture, built twice, and when each file of its cache was written."""
    stories = {**story("nl", "picture: bridge"), **story("en", "picture: bridge")}
    files: Files = {**stories, ENTRY: TEXT, FILE: picture()}
    root = make_project(tmp_path_factory.mktemp("twice"), files)
    times = []
    for _ in range(2):
        result = portal("build", cwd=root)
        assert (result.returncode, result.stderr) == (0, "")
        times.append(_times(root))
    return root, times


def test_a_second_build_makes_nothing_again(twice: tuple[Path, list[Times]]) -> None:
    _, (first, second) = twice
    assert first == second
    kinds = {Path(name).suffix for name in first}
    assert kinds == {".json", ".avif", ".webp", ".jpg", ".png", ".ico", ".woff2", ""}  # the last: compiled templates


def test_only_what_was_made_of_a_picture_is_published(twice: tuple[Path, list[Times]]) -> None:
    names = [path.name for path in (twice[0] / "site").rglob("*bridge*")]
    assert sorted(re.sub(r"[0-9a-f]{10}", "#", name) for name in names) == sorted(
        f"bridge-{width}.#.{ending}" for width in (400, 800) for ending in ("avif", "webp", "jpg")
    )


def test_the_entry_that_is_asked_for_has_a_name_that_is_allowed(project: Project) -> None:
    (message,) = problems(project({"content/assets/pictures/De Waal 1.JPG": picture()}))
    assert message.endswith(" Add content/data/pictures/de-waal-1.yml.")
