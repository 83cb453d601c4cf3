"""Draws personal slips: strips to be cut apart, each duty beside the symbol that brings it into a telephone."""

from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from roster_app.i18n import _, ngettext
from roster_app.printing.fitting import Frame, Piece, fit_name
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher
from roster_app.printing.paper import MM
from roster_app.printing.qr import Box, symbol
from roster_app.printing.slips import ACROSS, BODY, HEAD, MARGIN, PAGE, ROW, Slip, SlipDuty, SlipPage
from roster_app.printing.surface import HAIRLINE, RULE, Align, Surface, write
from roster_app.printing.wrapping import fit_line, fit_text

QR = 20.5 * MM
"""Width of a symbol without its quiet zone: 0.5 mm a module where the words are of the usual length."""

_UNIT, _SMALL = 8.0, 5.5
_CELL = (PAGE.width - 2 * MARGIN) / ACROSS
_GAP = 2.2 * MM
"""White between a symbol and the words beside it, and the next cell: four modules."""
_MARK, _AWAY = 5 * MM, 2 * MM
"""Length of a cut mark, and how far it stays from the edge of the paper."""


def draw(pages: Sequence[SlipPage], path: Path) -> int:
    """Write the slips as one PDF document."""
    return write(path, pages[0].words.title, [(PAGE, partial(_draw, page)) for page in pages])


def _draw(page: SlipPage, surface: Surface) -> None:
    furnisher = Furnisher(PAGE, MARGIN, _UNIT)
    furnisher.watermark(surface, page.words)
    top = MARGIN
    _cut(surface, top)
    for slip in page.slips:
        _strip(surface, furnisher, slip, top)
        top += slip.height
        _cut(surface, top)
    if not page.slips:
        _nothing(surface, furnisher, page)
    furnisher.state(surface, page.words, MARGIN)


def _cut(surface: Surface, height: float) -> None:
    """Where to cut: a fine line across, bold in both margins."""
    surface.line(MARGIN, height, PAGE.width - MARGIN, height, HAIRLINE)
    for left in (_AWAY, PAGE.width - _AWAY - _MARK):
        surface.line(left, height, left + _MARK, height, RULE)


def _strip(surface: Surface, furnisher: Furnisher, slip: Slip, top: float) -> None:
    _head(surface, furnisher, slip, top + HEAD / 2)
    for index, duty in enumerate(slip.duties):
        left, row = MARGIN + index % ACROSS * _CELL, index // ACROSS
        _duty(surface, duty, left, top + HEAD + row * ROW)
    state = fit_line(slip.words.state, furnisher.width, _SMALL, surface.ems())
    surface.setting(furnisher.right, top + slip.height - 1.5 * MM, state, align=Align.RIGHT)


def _head(surface: Surface, furnisher: Furnisher, slip: Slip, middle: float) -> None:
    """Whose it is, of which days, and whom to ring up."""
    setting = fit_name(slip.name, Frame(furnisher.width * 0.27, HEAD * 0.9), 14, surface.ems(Face.BOLD))
    surface.setting(MARGIN, middle, setting, Face.BOLD, Align.LEFT)
    left = MARGIN + max(_width(surface, line) for line in setting.lines) + 3 * MM
    right = furnisher.phone(surface, slip.words, middle, 10) - 3 * MM
    count = ngettext("{count} duty", "{count} duties", slip.count).format(count=slip.count)
    title = _("{name} (continued)").format(name=slip.words.title) if slip.continued else slip.words.title
    words = f"{title} · {slip.words.lead} · {count}"
    surface.setting(left, middle, fit_line(words, right - left, 9, surface.ems()), align=Align.LEFT)


def _width(surface: Surface, line: Sequence[Piece]) -> float:
    return sum(surface.width(piece.text, piece.size, Face.BOLD) * piece.scale for piece in line)


def _duty(surface: Surface, duty: SlipDuty, left: float, top: float) -> None:
    """The symbol, and beside it what it says; weekends and holidays with their date on grey."""
    width, boxes = _symbol(duty.event)
    unit, down = QR / width, top + (ROW - QR) / 2
    surface.modules(left, down, unit, boxes)
    begin, room = left + QR + _GAP, _CELL - QR - 2 * _GAP
    line = QR / 4
    if duty.grey:
        surface.shade(begin - 0.5 * MM, down, room + 1 * MM, line)
    for index, (text, size, face) in enumerate(
        (
            (duty.day, 9.5, Face.BOLD),
            (duty.clock, 10.5, Face.BOLD),
            (duty.place, 9, Face.REGULAR),
            (duty.post, 9, Face.REGULAR),
        )
    ):
        setting = fit_text(text, Frame(room, line), size, surface.ems(face))
        surface.setting(begin, down + line * (index + 0.5), setting, face, Align.LEFT)


@lru_cache(maxsize=2048)
def _symbol(event: str) -> tuple[int, tuple[Box, ...]]:
    """Colleagues of one shift and post have the same."""
    return symbol(event, error="l")


def _nothing(surface: Surface, furnisher: Furnisher, page: SlipPage) -> None:
    """So that an empty page is never taken for a forgotten one."""
    furnisher.title(surface, page.words, 17, 11 * MM)
    words = fit_text(_("Nobody stands on these days"), Frame(furnisher.width, 20 * MM), 20, surface.ems(Face.BOLD))
    surface.setting(PAGE.width / 2, MARGIN + BODY * 0.4, words, Face.BOLD)
    lead = fit_line(page.words.lead, furnisher.width, 12, surface.ems())
    surface.setting(PAGE.width / 2, MARGIN + 16 * MM, lead)
