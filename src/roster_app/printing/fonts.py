"""The two embedded faces: which of them draws which character, and how wide a text is."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from threading import Lock
from typing import Protocol

from roster_app.resources import resource

SUBSTITUTE = "〓"
"""Geta mark: what Chinese and Japanese printers set for a type that is not in the case."""

MIDDLE = 0.38
"""Height of the middle of a character above its baseline, in ems: the faces' em box reaches from -0.12 to 0.88."""

_BLOCK = 100  # most entries a `beginbfchar` block may hold (Adobe Technical Note 5411)
_loading = Lock()


class Face(StrEnum):
    """A weight of the bundled type; the value is its PostScript name and its file's name."""

    REGULAR = "NotoSansSC-Regular"
    BOLD = "NotoSansSC-Bold"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters that one face draws."""

    face: Face
    text: str


class TypeCase(Protocol):
    """What a layout asks of the type: widths, and whether a character exists at all."""

    def ems(self, text: str, face: Face = Face.REGULAR) -> float:
        """Width of the text set at one point."""
        ...

    def missing(self, text: str) -> str:
        """The characters no face has, each once."""
        ...


class Fonts:
    """The faces as ReportLab holds them. Loading takes a quarter of a second and 46 MB: see `fonts()`."""

    def __init__(self) -> None:
        from reportlab.pdfbase import pdfmetrics, ttfonts

        # WORKAROUND: ReportLab 5.1 writes U+2C029 as <2C029>, which readers take for U+2C02 and a stray nibble, so
        # that 黄𬀩 is copied as 黄Ⰲ. A ToUnicode map holds UTF-16BE (PDF 32000-1, 9.10.3). The name is looked up
        # in the module at each save, so one assignment mends it for all documents.
        ttfonts.makeToUnicodeCMap = to_unicode_map
        self._characters: dict[Face, dict[int, int]] = {}
        self._widths: dict[Face, dict[int, float]] = {}
        self._measured: dict[tuple[Face, str], float] = {}
        for face in Face:
            font = ttfonts.TTFont(face.value, str(resource("fonts", f"{face}.ttf")), shapable=False)
            pdfmetrics.registerFont(font)
            self._characters[face] = font.face.charToGlyph
            self._widths[face] = font.face.charWidths

    def ems(self, text: str, face: Face = Face.REGULAR) -> float:
        """Width of the text set at one point."""
        known = self._measured
        return sum(known[face, c] if (face, c) in known else self._measure(face, c) for c in text)

    def missing(self, text: str) -> str:
        """The characters no face has, each once."""
        return "".join(dict.fromkeys(c for c in _drawable(text) if self._face_of(c, Face.REGULAR) is None))

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """The text in pieces that one face draws; what neither face has becomes 〓."""
        drawn = ((own, c) if (own := self._face_of(c, face)) else (face, SUBSTITUTE) for c in _drawable(text))
        return tuple(Run(own, "".join(c for _, c in together)) for own, together in groupby(drawn, key=lambda d: d[0]))

    def _measure(self, face: Face, character: str) -> float:
        runs = self.runs(character, face)
        width = sum(self._widths[run.face].get(ord(c), 1000.0) for run in runs for c in run.text) / 1000
        self._measured[face, character] = width
        return width

    def _face_of(self, character: str, wish: Face) -> Face | None:
        faces: tuple[Face, ...] = (wish, *Face)
        for face in faces:
            if ord(character) in self._characters[face]:
                return face
        return None


def fonts() -> Fonts:
    """The faces, loaded at the first call and kept. Any thread may ask; keep it out of the window's thread."""
    with _loading:
        return _load()


@cache
def _load() -> Fonts:
    return Fonts()


def to_unicode_map(fontname: str, subset: Sequence[int]) -> str:
    """The map from character codes back to text, with UTF-16 surrogates where a character needs them."""
    codes = [(code, chr(point).encode("utf-16-be").hex().upper()) for code, point in enumerate(subset) if point]
    blocks = [codes[start : start + _BLOCK] for start in range(0, len(codes), _BLOCK)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({fontname}) /Ordering ({fontname}) /Supplement 0 >> def",
            f"/CMapName /{fontname} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(_block(block) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _block(codes: list[tuple[int, str]]) -> str:
    lines = (f"<{code:02X}> <{text}>" for code, text in codes)
    return "\n".join((f"{len(codes)} beginbfchar", *lines, "endbfchar"))


def _drawable(text: str) -> Iterable[str]:
    """Without what has no shape of its own; tabs, line ends and no-break spaces become blanks."""
    for character in text:
        if character.isspace() and character != "\u3000":
            yield " "
        elif not _shapeless(character):
            yield character


def _shapeless(character: str) -> bool:
    """Variation selectors, joiners, direction marks, control characters: they choose or arrange other shapes."""
    return unicodedata.category(character) in ("Cf", "Cc") or unicodedata.name(character, "").startswith(
        "VARIATION SELECTOR"
    )
