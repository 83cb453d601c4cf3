"""The two embedded faces: which of them draws which character, and how wide a text is."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from threading import Lock
from typing import Protocol

from roster_app.resources import resource

SUBSTITUTE = "〓"
"""Geta mark: what Chinese and Japanese printers set for a type that is not in the case."""

MIDDLE = 0.38
"""Height of the middle of a character above its baseline, in ems: the faces' em box reaches from -0.12 to 0.88."""

_BLOCK = 100  # most entries a `beginbfchar` block may hold (Adobe Technical Note 5411)
_REMEMBERED = 5_000  # texts, in each face: the names and labels of a document come again and again
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


@dataclass(frozen=True, slots=True)
class _Glyph:
    """What is drawn for one character: nothing where it has no shape, 〓 where no face has it."""

    face: Face
    text: str
    ems: float
    found: bool = True


class Fonts:
    """The faces as ReportLab holds them. Loading takes a quarter of a second and 46 MB: see `fonts()`."""

    def __init__(self) -> None:
        from reportlab import rl_config
        from reportlab.pdfbase import pdfmetrics, ttfonts

        # WORKAROUND: ReportLab 5.1 writes U+2C029 as <2C029>, which readers take for U+2C02 and a stray nibble, so
        # that 黄𬀩 is copied as 黄Ⰲ. A ToUnicode map holds UTF-16BE (PDF 32000-1, 9.10.3). The name is looked up
        # in the module at each save, so one assignment mends it for all documents.
        ttfonts.makeToUnicodeCMap = to_unicode_map
        rl_config.useA85 = 0  # streams as bytes: a fifth smaller, and drawn sooner
        self._faces = {
            face: ttfonts.TTFont(face.value, str(resource("fonts", f"{face}.ttf")), shapable=False) for face in Face
        }
        for font in self._faces.values():
            pdfmetrics.registerFont(font)
        self._glyph = cache(self._find_glyph)
        self._ems = lru_cache(_REMEMBERED)(self._add_up)
        self._runs = lru_cache(_REMEMBERED)(self._part)

    def ems(self, text: str, face: Face = Face.REGULAR) -> float:
        """Width of the text set at one point."""
        return self._ems(text, face)

    def missing(self, text: str) -> str:
        """The characters no face has, each once."""
        return "".join(dict.fromkeys(c for c in text if not self._glyph(c, Face.REGULAR).found))

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """The text in pieces that one face draws; what neither face has becomes 〓."""
        return self._runs(text, face)

    def _add_up(self, text: str, face: Face) -> float:
        return sum(self._glyph(character, face).ems for character in text)

    def _part(self, text: str, face: Face) -> tuple[Run, ...]:
        glyphs = (self._glyph(character, face) for character in text)
        pieces = groupby((glyph for glyph in glyphs if glyph.text), key=lambda glyph: glyph.face)
        return tuple(Run(own, "".join(glyph.text for glyph in together)) for own, together in pieces)

    def _find_glyph(self, character: str, wish: Face) -> _Glyph:
        if _shapeless(character):
            return _Glyph(wish, "", 0.0)
        if character.isspace() and character != "\u3000":
            character = " "
        faces: tuple[Face, ...] = (wish, *Face)
        for face in faces:
            if ord(character) in self._faces[face].face.charToGlyph:
                return _Glyph(face, character, self._width(character, face))
        return _Glyph(wish, SUBSTITUTE, self._width(SUBSTITUTE, wish), found=False)

    def _width(self, character: str, face: Face) -> float:
        return float(self._faces[face].face.charWidths[ord(character)]) / 1000


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


def _shapeless(character: str) -> bool:
    """Variation selectors, joiners, direction marks: they choose or arrange the shapes of other characters."""
    if character.isspace():
        return False
    selector = unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    return selector or unicodedata.category(character) in ("Cf", "Cc")
