"""A photograph or a PDF of what hangs: the QR symbols on it are read, however it was held."""

import io
import warnings
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from roster_app.domain.errors import DomainError, ErrorCode

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_FILE_BYTES = 60 * 1024 * 1024
MOST_PIXELS = 120_000_000
"""More than any telephone takes; a file that claims more is not opened."""
MOST_PAGES = 40

_PDF_DPI = 200
_PDF_SIDE = 6000
_SIDES = (2400, 4200, 1500)
"""Longest side in pixels a picture is looked at with: quick first, then fine, then with its noise averaged out."""
_TILE, _TILE_STEP = 1400, 1000


def texts_on(content: bytes) -> tuple[str, ...]:
    """What the QR symbols say, each once, on a picture file of any usual kind or on the pages of a PDF file.

    Takes up to a few seconds for a picture without any: call it on a worker. Raises DomainError (BAD_PHOTO; its
    `reason` is "file", "pixels", "pages" or "unreadable").
    """
    if len(content) > MOST_FILE_BYTES:
        raise DomainError(ErrorCode.BAD_PHOTO, reason="file", limit=MOST_FILE_BYTES // 1024**2)
    pictures = _pages(content) if content[:1024].lstrip().startswith(b"%PDF-") else [_opened(content)]
    return tuple(dict.fromkeys(text for picture in pictures for text in _read(picture)))


def _opened(content: bytes) -> "Image":
    """In grey, the right way up as far as the camera knew."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a doubtful file is either refused below or read as far as it goes
            with Image.open(io.BytesIO(content)) as found:
                if found.width * found.height > MOST_PIXELS:
                    raise DomainError(ErrorCode.BAD_PHOTO, reason="pixels", width=found.width, height=found.height)
                found.draft("L", (max(_SIDES), max(_SIDES)))
                return _grey(ImageOps.exif_transpose(found))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise DomainError(ErrorCode.BAD_PHOTO, reason="unreadable") from error


def _grey(found: "Image") -> "Image":
    """What is transparent lies on white paper."""
    from PIL import Image

    if found.mode in ("RGBA", "LA", "PA", "P"):
        with_alpha = found.convert("RGBA")
        found = Image.alpha_composite(Image.new("RGBA", with_alpha.size, "white"), with_alpha)
    return found.convert("L")


def _pages(content: bytes) -> Iterator["Image"]:
    import pypdfium2

    from roster_app.printing.preview import page_sizes, picture

    try:
        sizes = page_sizes(content)
    except pypdfium2.PdfiumError as error:
        raise DomainError(ErrorCode.BAD_PHOTO, reason="unreadable") from error
    if len(sizes) > MOST_PAGES:
        raise DomainError(ErrorCode.BAD_PHOTO, reason="pages", limit=MOST_PAGES, actual=len(sizes))
    for number, (width, height) in enumerate(sizes):
        scale = min(_PDF_DPI / 72, _PDF_SIDE / max(width, height, 1))
        seen = picture(content, number, max(1, round(width * scale)))
        yield _from_bgrx(seen.width, seen.height, seen.pixels)


def _from_bgrx(width: int, height: int, pixels: bytes) -> "Image":
    from PIL import Image

    return Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX").convert("L")


def _read(picture: "Image") -> tuple[str, ...]:
    """All that is seen at a glance; where that is nothing, what the first closer look finds."""
    glanced = tuple(text for side in _SIDES for text in _symbols(_of_side(picture, side)))
    return glanced or next(filter(None, map(_symbols, _closer_looks(picture))), ())


def _closer_looks(picture: "Image") -> Iterator["Image"]:
    """With its contrast raised, in several sizes; sharpened; then piece by piece."""
    from PIL import ImageFilter, ImageOps

    for side in _SIDES:
        yield ImageOps.autocontrast(_of_side(picture, side), cutoff=2)
    fine = _of_side(picture, max(_SIDES))
    yield ImageOps.autocontrast(fine.filter(ImageFilter.UnsharpMask(4, 220, 0)), cutoff=2)
    yield from _pieces(fine)


def _pieces(picture: "Image") -> Iterator["Image"]:
    """Overlapping parts of the picture, each twice as large and sharpened."""
    from PIL import ImageFilter, ImageOps

    for top in range(0, max(1, picture.height - _TILE + _TILE_STEP), _TILE_STEP):
        for left in range(0, max(1, picture.width - _TILE + _TILE_STEP), _TILE_STEP):
            box = (left, top, min(left + _TILE, picture.width), min(top + _TILE, picture.height))
            part = ImageOps.autocontrast(picture.crop(box), cutoff=1)
            large = part.resize((part.width * 2, part.height * 2))
            yield large.filter(ImageFilter.UnsharpMask(5, 200, 0))


def _of_side(picture: "Image", longest: int) -> "Image":
    """At most so large; never larger than it is."""
    scale = longest / max(picture.size)
    if scale >= 1:
        return picture
    return picture.resize((max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), reducing_gap=3)


def _symbols(picture: "Image") -> tuple[str, ...]:
    import zxingcpp

    found: Iterable[zxingcpp.Barcode] = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return tuple(symbol.text for symbol in found if symbol.text)
