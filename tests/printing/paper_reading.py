"""Reads back what was printed: the words, the type and the picture of a PDF document."""

import ctypes
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL.Image import Image

from roster_app.printing.fonts import Fonts, fonts

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


def type_case() -> Fonts:
    """The bundled faces."""
    return fonts()


def words_by_pdfium(path: Path) -> str:
    """All text of a document as the library behind Chrome reads it."""
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def words_by_poppler(path: Path) -> str:
    """All text of a document as pdftotext reads it."""
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def readers() -> list[Callable[[Path], str]]:
    """The readers this machine has; pdfium comes with the project."""
    return [words_by_pdfium] + [words_by_poppler] * bool(shutil.which("pdftotext"))


def picture(path: Path, page: int = 0, dpi: int = 150) -> Image:
    """One page as a reader sees it."""
    with pypdfium2.PdfDocument(path) as document:
        return document[page].render(scale=dpi / 72).to_pil()


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_size() for page in document]


def letters_outside(path: Path, margin: float) -> list[str]:
    """Every letter that reaches into the margin of its page."""
    with pypdfium2.PdfDocument(path) as document:
        return [
            letter
            for page in document
            for letter, (left, bottom, right, top) in letters(page)
            if left < margin or bottom < margin or right > page.get_width() - margin or top > page.get_height() - margin
        ]


def letters_on_letters(path: Path) -> list[tuple[str, str]]:
    """Pairs of letters of which one covers a good part of the other."""
    with pypdfium2.PdfDocument(path) as document:
        return [pair for page in document for pair in _collisions(sorted(letters(page), key=lambda found: found[1][0]))]


def _collisions(letters: list[tuple[str, Box]]) -> Iterator[tuple[str, str]]:
    for index, (letter, box) in enumerate(letters):
        for other, beside in letters[index + 1 :]:
            if beside[0] >= box[2]:
                break
            if _shared(box, beside) > 0.2 * min(_area(box), _area(beside)):
                yield letter, other


def _shared(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def unembedded_fonts(path: Path) -> list[str]:
    """Names of the fonts a document uses without carrying them."""
    with pypdfium2.PdfDocument(path) as document:
        used = [(_font_name(font), pdfium.FPDFFont_GetIsEmbedded(font)) for page in document for font in _fonts(page)]
    assert used, "a document without text proves nothing"
    return [name for name, embedded in used if embedded != 1]


def letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    """Every letter of a page with the room its shape takes."""
    for _, letter, box in letters_with_index(page.get_textpage()):
        yield letter, box


def letters_with_index(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str, Box]]:
    """As `letters`, each with the number the text page knows it by."""
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, index))
        if "\ud800" <= letter < "\udc00":  # a character beyond the BMP counts twice, its halves are of one shape
            halves = letter + chr(pdfium.FPDFText_GetUnicode(text, index + 1))
            letter = halves.encode("utf-16", "surrogatepass").decode("utf-16")
        elif "\udc00" <= letter < "\ue000":
            continue
        if not letter.isspace():
            yield index, letter, text.get_charbox(index)


def _fonts(page: pypdfium2.PdfPage) -> Iterator[object]:
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        yield pdfium.FPDFTextObj_GetFont(item)


def _font_name(font: object) -> str:
    buffer = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    return buffer.value.decode()
