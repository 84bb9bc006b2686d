"""What is published as it is. Hook layer: small sites are read, nothing is built; messages are quoted to the letter."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import ExifTags, Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.checks.conftest import Problems
from tests.conftest import PDF, PNG

FOLDER = "content/assets"


def written(do: Callable[[PdfWriter], object] = lambda writer: None) -> bytes:
    """A PDF with something done to it."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    do(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def with_script(writer: PdfWriter) -> None:
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    # Not at the top, where one would look first: on a page, and by way of another object.
    writer.pages[0][NameObject("/A")] = writer._add_object(script)


def taken_somewhere(kind: str) -> bytes:
    """A picture that says where it was taken."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "A make of camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 50.0, 0.0)
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, kind, exif=exif)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("map.pdf", PDF),
        ("folder/map.pdf", written()),
        ("map.png", PNG),
        ("numbers.csv", b"\xef\xbb\xbfa;b\r\n1;2\r\n"),
        ("agenda.ics", "BEGIN:VCALENDAR\r\nSUMMARY:café\r\n".encode()),
    ],
)
def test_an_ordinary_download_is_in_order(problems: Problems, name: str, content: bytes) -> None:
    assert problems({f"{FOLDER}/{name}": content}) == []


@pytest.mark.parametrize(
    "name", ["evil.html", "drawing.svg", "sw.js", "index.php", "app.wasm", "x.xml", "README", "a.PDF", "feed.xhtml"]
)
def test_what_may_run_is_refused_with_what_is_allowed(problems: Problems, name: str) -> None:
    assert problems({f"{FOLDER}/{name}": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"}) == [
        f"{FOLDER}/{name}:1: A file of this kind is not published: it may run in the reader's browser. "
        "Use one of .pdf, .jpg, .jpeg, .png, .webp, .avif, .txt, .csv, .ics."
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"<html><script>alert(1)</script>"), ("a.png", b"<svg/>"), ("a.jpg", PNG), ("a.txt", b"a\0b")],
)
def test_a_file_that_is_not_what_its_ending_says_is_refused(problems: Problems, name: str, content: bytes) -> None:
    (line,) = problems({f"{FOLDER}/{name}": content})
    assert line.startswith(f"{FOLDER}/{name}:1: ")
    assert "is not what its ending says" in line or "is not a picture that can be read" in line


@pytest.mark.parametrize(
    "content",
    [
        written(with_script),
        written(lambda writer: writer.encrypt("secret", algorithm="RC4-128")),
        written(lambda writer: writer.add_attachment("evil.exe", b"MZ")),
    ],
    ids=["script", "password", "file in it"],
)
def test_a_pdf_with_something_in_it_is_refused(problems: Problems, content: bytes) -> None:
    assert problems({f"{FOLDER}/a.pdf": content}) == [
        f"{FOLDER}/a.pdf:1: The PDF holds a script, an action, another file or a password. "
        "Print it to a new PDF, and use that."
    ]


def test_a_pdf_that_breaks_off_is_refused(problems: Problems) -> None:
    assert problems({f"{FOLDER}/a.pdf": PDF[:20]}) == [f"{FOLDER}/a.pdf:1: The PDF cannot be read. Make it again."]


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_a_picture_that_tells_where_it_was_taken_is_refused(problems: Problems, name: str, kind: str) -> None:
    assert problems({f"{FOLDER}/{name}": taken_somewhere(kind)}) == [
        f"{FOLDER}/{name}:1: The picture tells where it was taken. "
        "Put it in content/assets/pictures with an entry, or save it without location."
    ]


@pytest.mark.parametrize(
    ("name", "better"),
    [("De Waal.pdf", "de-waal.pdf"), ("map.454cc9e8e5.pdf", "map-454cc9e8e5.pdf"), ("_headers.txt", "headers.txt")],
)
def test_a_name_that_cannot_stand_in_an_address_is_refused(problems: Problems, name: str, better: str) -> None:
    (line,) = problems({f"{FOLDER}/{name}": PDF if name.endswith("pdf") else b"x"})
    assert line.endswith(f"in the names of file and folders: '{better}'.")


def test_a_file_that_is_too_large_is_refused(problems: Problems) -> None:
    (line,) = problems({f"{FOLDER}/a.txt": b"x" * (10 * 1024 * 1024 + 1)})
    assert line.endswith("The file is larger than 10 MB. Save it smaller, or link to where it stands.")
