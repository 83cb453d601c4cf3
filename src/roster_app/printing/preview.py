"""Pictures of printed pages, for the screen: what is shown is the very file that is printed."""

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


def picture(path: Path, page: int, width: int) -> Picture:
    """The page (counted from 0) of a PDF file, so many pixels wide; any thread may ask."""
    import pypdfium2

    with _one_at_a_time, pypdfium2.PdfDocument(path) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
        return Picture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
