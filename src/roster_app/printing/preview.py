"""Pictures of printed pages, for screen and printer: what is shown is the very file that is printed."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

_one_at_a_time = Lock()  # PDFium is not made for threads


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as width × height pixels, four bytes each (blue, green, red, unused), rows from the top."""

    width: int
    height: int
    pixels: bytes


def picture(file: Path | bytes, page: int, width: int) -> Picture:
    """The page (counted from 0) of a PDF file, or of what one holds, so many pixels wide; any thread may ask."""
    import pypdfium2

    with _one_at_a_time, pypdfium2.PdfDocument(file) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        return Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer))


def page_sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    """Width × height in points (1/72 inch) of every page of what a PDF file holds; any thread may ask."""
    import pypdfium2

    with _one_at_a_time, pypdfium2.PdfDocument(content) as document:
        return tuple(document.get_page_size(page) for page in range(len(document)))
