"""Draws certificates: a double frame, a large title, a paragraph, the organiser with the day and room for the seal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from roster_app.printing.certificate import BEGIN, END, CertificatePage
from roster_app.printing.fitting import Ems, Frame
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher, Furniture
from roster_app.printing.paper import MM, Paper
from roster_app.printing.surface import HAIRLINE, Align, Surface, write
from roster_app.printing.wrapping import can_stack, fit_line, fit_text, wrap

PAGE = Paper.A4.portrait
_FRAMES = ((9 * MM, 2.4), (11.2 * MM, HAIRLINE))  # distance from the edge, and weight
_INSIDE = 27 * MM
"""Left and right of the words."""
_TITLE_TOP, _TITLE, _TITLE_SIZE = 40 * MM, 24 * MM, 40.0
_TEXT_TOP, _TEXT_BOTTOM = 82 * MM, 190 * MM
_LARGEST, _SMALLEST, _STEP = 18.0, 9.0, 0.5
_LINE = 1.95  # from one line to the next, in sizes
_INDENT = "〓〓"
"""Two characters stand for the indent while lines are filled, as wide as it is and never drawn."""
_SEAL = 48 * MM  # room at the right for the organiser and a seal over it
_UNIT = 9.0
_FOOT = PAGE.height - 17 * MM

_Run = tuple[str, Face]


def draw(pages: Sequence[CertificatePage], path: Path) -> int:
    """Write the certificates as one PDF document; answers with the full mobile numbers on it."""
    return write(path, pages[0].words.title, [(PAGE, partial(_draw, page)) for page in pages])


def _draw(page: CertificatePage, surface: Surface) -> None:
    furnisher = Furnisher(PAGE, _INSIDE, _UNIT)
    furnisher.watermark(surface, page.words)
    for distance, weight in _FRAMES:
        surface.box(distance, distance, PAGE.width - 2 * distance, PAGE.height - 2 * distance, weight)
    _title(surface, page.words)
    paragraph = set_paragraph(page.text, surface.ems(Face.BOLD))
    bottom = _paragraph(surface, paragraph)
    if page.closing:
        x = _INSIDE + 2 * paragraph.size
        closing = fit_line(page.closing, PAGE.width - _INSIDE - x, paragraph.size, surface.ems())
        surface.setting(x, bottom + paragraph.size * _LINE / 2, closing, align=Align.LEFT)
    _issued(surface, page)
    _signed(surface, furnisher, page.words)
    _foot(surface, page)


def _title(surface: Surface, words: Furniture) -> None:
    """In the middle, its characters apart; the logo at the upper left, in the corner of the frame."""
    if words.logo:
        surface.picture(14 * MM, 13.5 * MM, Frame(PAGE.width * 0.15, 10 * MM), words.logo)
    title = "  ".join(words.title) if can_stack(words.title) else words.title
    setting = fit_text(title, Frame(PAGE.width - 2 * _INSIDE, _TITLE), _TITLE_SIZE, surface.ems(Face.BOLD))
    surface.setting(PAGE.width / 2, _TITLE_TOP + _TITLE / 2, setting, Face.BOLD)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of runs of one face each, in one size; the first is indented by two sizes."""

    lines: tuple[tuple[_Run, ...], ...]
    size: float


def set_paragraph(text: str, ems: Ems) -> Paragraph:
    """As large as it fits between title and organiser; measured bold, which is the wider face."""
    plain, bold = _taken_apart(text)
    size = _LARGEST
    lines = _filled(plain, size, ems)
    while size > _SMALLEST and (len(lines) + 1) * size * _LINE > _TEXT_BOTTOM - _TEXT_TOP:
        size -= _STEP
        lines = _filled(plain, size, ems)
    return Paragraph(tuple(_runs(lines, plain, bold)), size)


def _filled(plain: str, size: float, ems: Ems) -> Sequence[str]:
    first, *others = wrap(_INDENT + plain, PAGE.width - 2 * _INSIDE, size, ems)
    return first.removeprefix(_INDENT), *others


def _taken_apart(text: str) -> tuple[str, frozenset[int]]:
    """The text without its marks, and the places of the characters between them."""
    plain, bold, within = "", set(), False
    for character in text:
        if character in (BEGIN, END):
            within = character == BEGIN
            continue
        if within:
            bold.add(len(plain))
        plain += character
    return plain, frozenset(bold)


def _runs(lines: Sequence[str], plain: str, bold: frozenset[int]) -> Iterator[tuple[_Run, ...]]:
    """Each line in runs; between lines nothing but blanks has been dropped."""
    place = 0
    for line in lines:
        place = plain.index(line, place)
        runs: list[_Run] = []
        for character in line:
            face = Face.BOLD if place in bold else Face.REGULAR
            if runs and runs[-1][1] is face:
                runs[-1] = runs[-1][0] + character, face
            else:
                runs.append((character, face))
            place += 1
        yield tuple(runs)


def _paragraph(surface: Surface, paragraph: Paragraph) -> float:
    """Answers with where it ends."""
    step = paragraph.size * _LINE
    middle = _TEXT_TOP + step / 2
    for number, line in enumerate(paragraph.lines):
        x = _INSIDE + 2 * paragraph.size * (not number)
        for text, face in line:
            x += surface.text(x, middle, text, paragraph.size, face)
        middle += step
    return middle - step / 2


def _issued(surface: Surface, page: CertificatePage) -> None:
    """The organiser and the day at the lower right, where the seal goes over them."""
    right, middle = PAGE.width - _INSIDE, _TEXT_BOTTOM + 14 * MM
    width = PAGE.width / 2
    lines = (*page.issuers, *([page.day] if page.day else []))
    settings = [fit_line(line, width, 15.0, surface.ems()) for line in lines]
    widest = max((surface.width(line, s.size) for line, s in zip(lines, settings, strict=True)), default=0.0)
    centre = right - max(widest, _SEAL) / 2
    for setting in settings:
        surface.setting(centre, middle, setting)
        middle += 9 * MM
    surface.setting(centre, middle, fit_line(page.seal, width, 10.5, surface.ems()))


def _signed(surface: Surface, furnisher: Furnisher, words: Furniture) -> None:
    """Who certifies it, with a line to sign on."""
    middle = PAGE.height - 34 * MM
    large = Furnisher(furnisher.page, furnisher.margin, min(12.0, 12.0 * furnisher.width / _wide(surface, words)))
    large.signed(surface, words, middle, dated=False)


def _wide(surface: Surface, words: Furniture) -> float:
    """How wide the signatures are in 12 points."""
    wide = (surface.width(label, 1) + 0.5 + (surface.width(n, 1) if n else 7) + 1.4 for label, n in words.signers)
    return max(12.0 * sum(wide), 1.0)


def _foot(surface: Surface, page: CertificatePage) -> None:
    """What it follows from, and when it was printed, small."""
    width = PAGE.width - 2 * _INSIDE
    remark = fit_text(page.remark, Frame(width, 9 * MM), _UNIT, surface.ems(), balanced=False)
    surface.setting(_INSIDE, _FOOT - 8 * MM, remark, align=Align.LEFT)
    surface.setting(
        PAGE.width - _INSIDE, _FOOT, fit_line(page.words.state, width, 8.0, surface.ems()), align=Align.RIGHT
    )
