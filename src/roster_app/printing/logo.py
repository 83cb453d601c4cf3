"""The logo of a team: a picture file is looked at once, made small enough for every page, and kept as PNG or JPEG."""

import io
import warnings
from typing import TYPE_CHECKING

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.stationery import MOST_LOGO_BYTES

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_FILE_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 40_000_000
"""What a telephone takes today; a file that claims more is not opened."""
KINDS = ("PNG", "JPEG")

_BOXES = ((800, 320), (560, 224), (360, 144), (200, 80))
"""Width × height in pixels, tried until the file is small enough: the first is 600 dots an inch at 13 mm."""
_QUALITY = 90


def logo(content: bytes) -> bytes:
    """A PNG or JPEG file of the same picture on white paper, of at most MOST_LOGO_BYTES and without remarks in it.

    Raises DomainError (BAD_LOGO; its `reason` is "file", "kind", "pixels" or "unreadable").
    """
    if len(content) > MOST_FILE_BYTES:
        raise DomainError(ErrorCode.BAD_LOGO, reason="file", limit=MOST_FILE_BYTES // 1024**2)
    picture, kind = _opened(content)
    for box in _BOXES:
        small = picture.copy()
        small.thumbnail(box)
        made = _written(small, kind)
        if len(made) <= MOST_LOGO_BYTES:
            return made
    raise DomainError(ErrorCode.BAD_LOGO, reason="unreadable")


def _opened(content: bytes) -> tuple["Image", str]:
    """The picture the right way up on white, and what kind of file it was."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a doubtful file is either refused below or drawn afresh
            with Image.open(io.BytesIO(content)) as found:
                _refuse(found)
                return _on_white(ImageOps.exif_transpose(found)), str(found.format)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise DomainError(ErrorCode.BAD_LOGO, reason="unreadable") from error


def _refuse(found: "Image") -> None:
    """Before anything of it is unpacked."""
    if found.format not in KINDS:
        raise DomainError(ErrorCode.BAD_LOGO, reason="kind")
    if found.width * found.height > MOST_PIXELS:
        raise DomainError(ErrorCode.BAD_LOGO, reason="pixels", width=found.width, height=found.height)


def _on_white(found: "Image") -> "Image":
    """Paper is white; ReportLab would draw a transparent ground black."""
    from PIL import Image

    with_alpha = found.convert("RGBA")
    ground = Image.new("RGBA", with_alpha.size, "white")
    return Image.alpha_composite(ground, with_alpha).convert("RGB")


def _written(picture: "Image", kind: str) -> bytes:
    target = io.BytesIO()
    if kind == "JPEG":
        picture.save(target, "JPEG", quality=_QUALITY)
    else:
        picture.save(target, "PNG", optimize=True)
    return target.getvalue()
