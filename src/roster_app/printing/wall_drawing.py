"""Draws weekly wall rosters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from roster_app.i18n import _
from roster_app.printing.fitting import Frame
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher
from roster_app.printing.occasions import DayHead
from roster_app.printing.surface import FRAME, HAIRLINE, RULE, Align, Surface, write
from roster_app.printing.wall_measures import POST_SIZE
from roster_app.printing.wall_packing import PlacedBlock, PlacedEntry, PlacedSeat, PlacedShift
from roster_app.printing.wall_roster import WallPage
from roster_app.printing.wrapping import can_stack, fit_line, fit_text, stacked

_SYMBOL = 3.4
"""Width of the symbol beside the title, in units: 12.6 mm on A3, 9.6 mm on A4."""


def draw(pages: Sequence[WallPage], path: Path) -> int:
    """Write the sheets as one PDF document."""
    return write(path, pages[0].words.title, [(page.measures.page, partial(_draw, page)) for page in pages])


def _draw(page: WallPage, paper: Surface) -> None:
    _Drawing(paper, page).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    surface: Surface
    page: WallPage

    def draw(self) -> None:
        furnisher, words = self._furnisher, self.page.words
        self._shades()
        furnisher.watermark(self.surface, words)
        self._header()
        top = self.page.measures.body_top
        for block in self.page.sheet:
            self._block(block, top)
            top += block.height
        self._grid(top)
        self._notes(top)
        self._foot()

    @property
    def _furnisher(self) -> Furnisher:
        m = self.page.measures
        return Furnisher(m.page, m.margin, m.unit)

    @property
    def _days_right(self) -> float:
        m = self.page.measures
        return m.days_left + m.day_width * len(self.page.days)

    @property
    def _table_bottom(self) -> float:
        return self.page.measures.body_top + sum(block.height for block in self.page.sheet)

    def _day_left(self, index: int) -> float:
        return self.page.measures.days_left + self.page.measures.day_width * index

    def _shades(self) -> None:
        m = self.page.measures
        top = m.body_top - m.header_height
        for index, day in enumerate(self.page.days):
            if day.grey:
                self.surface.shade(self._day_left(index), top, m.day_width, self._table_bottom - top)

    def _header(self) -> None:
        m, words, furnisher = self.page.measures, self.page.words, self._furnisher
        symbol = m.unit * _SYMBOL
        aside = symbol + m.unit if self.page.token else 0
        furnisher.title(self.surface, words, m.unit * 2.8, m.unit * 3.2, aside=aside)
        furnisher.symbol(self.surface, self.page.token, m.margin, symbol)
        middle = m.margin + m.unit * 4.7
        self.surface.text(m.margin, middle, words.lead, m.unit * 1.35)
        furnisher.contacts(self.surface, words, middle)
        head = m.body_top - m.header_height / 2
        self._head_label(m.margin + m.checkpoint_width, m.shift_width, head, _("Shift"))
        self._head_label(m.days_left - m.post_width, m.post_width, head, _("Post"))
        for index, day in enumerate(self.page.days):
            self._day_head(day, self._day_left(index), head)

    def _day_head(self, day: DayHead, left: float, middle: float) -> None:
        """The date with the lunar one beside it, both smaller where the column is narrow; weekday and holiday below."""
        m = self.page.measures
        room, upper = m.day_width - 2 * m.gap, middle - m.unit * 0.72
        date = self.surface.width(day.day, m.unit * 1.65, Face.BOLD)
        beside = self.surface.width(day.beside, m.unit * 1.15) + m.unit * 0.5 if day.beside else 0.0
        share = min(1.0, room / (date + beside))
        x = left + (m.day_width - (date + beside) * share) / 2
        self.surface.text(x, upper, day.day, m.unit * 1.65 * share, Face.BOLD)
        if day.beside:
            self.surface.text(x + (date + m.unit * 0.5) * share, upper, day.beside, m.unit * 1.15 * share)
        line = fit_line(day.below, room, m.unit * 1.15, self.surface.ems())
        self.surface.setting(left + m.day_width / 2, middle + m.unit * 0.92, line)

    def _head_label(self, left: float, width: float, middle: float, label: str) -> None:
        unit = self.page.measures.unit
        self.surface.text(left + width / 2, middle, label, unit * 1.15, align=Align.MIDDLE)

    def _block(self, block: PlacedBlock, top: float) -> None:
        m = self.page.measures
        self._checkpoint_name(block, top)
        for index, shift in enumerate(block.shifts):
            if index:
                self.surface.line(m.margin + m.checkpoint_width, top, self._days_right, top, HAIRLINE * 1.4)
            self._shift(shift, top)
            top += shift.height

    def _checkpoint_name(self, block: PlacedBlock, top: float) -> None:
        """Chinese names from the top to the bottom, others turned; a name goes on where the sheet before ended."""
        m = self.page.measures
        x, middle = m.margin + m.checkpoint_width / 2, top + block.height / 2
        size, room = m.unit * 2.1, block.height - m.unit
        mark = _("{name} (continued)").format(name="").strip() if block.continued else ""
        if can_stack(block.name):
            name = stacked(block.name, room - m.unit * 2, size)
            self.surface.setting(x, middle, name, Face.BOLD)
            below = fit_line(mark, m.checkpoint_width - m.gap, m.unit, self.surface.ems())
            self.surface.setting(x, middle + name.height / 2 + m.unit, below)
        else:
            line = fit_line(f"{block.name} {mark}".strip(), room, size, self.surface.ems(Face.BOLD))
            self.surface.upwards(x, middle, line.lines[0][0].text, line.size, Face.BOLD)

    def _shift(self, shift: PlacedShift, top: float) -> None:
        m = self.page.measures
        middle, x = top + shift.height / 2, m.margin + m.checkpoint_width + m.shift_width / 2
        name = _("{name} (continued)").format(name=shift.name) if shift.continued else shift.name
        frame = Frame(m.shift_width - m.unit * 0.6, max(shift.height / 2 - m.unit * 0.4, m.unit))
        setting = fit_text(name, frame, m.unit * 1.6, self.surface.ems(Face.BOLD))
        clock = fit_line(shift.clock, frame.width, m.unit * 1.15, self.surface.ems())
        whole = setting.height + m.unit * 0.25 + clock.height
        self.surface.setting(x, middle - whole / 2 + setting.height / 2, setting, Face.BOLD)
        self.surface.setting(x, middle + whole / 2 - clock.height / 2, clock)
        self._closed_days(shift, top)
        top += shift.padding
        for seat in shift.seats:
            self._seat(seat, top + seat.height / 2)
            top += seat.height

    def _closed_days(self, shift: PlacedShift, top: float) -> None:
        """A dash where nobody is wanted all shift, so that an empty cell is never a forgotten one."""
        for index in range(len(self.page.days)):
            if not any(seat.cells[index] for seat in shift.seats):
                x = self._day_left(index) + self.page.measures.day_width / 2
                self.surface.text(x, top + shift.height / 2, "—", self.page.size / 2, align=Align.MIDDLE)

    def _seat(self, seat: PlacedSeat, middle: float) -> None:
        m = self.page.measures
        face = Face.BOLD if seat.leads else Face.REGULAR
        frame = Frame(m.post_width - m.unit * 0.5, seat.height)
        post = fit_text(seat.post, frame, m.unit * POST_SIZE, self.surface.ems(face))
        self.surface.setting(m.days_left - m.post_width / 2, middle, post, face)
        for index, cell in enumerate(seat.cells):
            top = middle - sum(entry.height for entry in cell) / 2
            for entry in cell:
                self._entry(entry, self._day_left(index), top + entry.height / 2, face)
                top += entry.height

    def _entry(self, entry: PlacedEntry, left: float, middle: float, face: Face) -> None:
        m = self.page.measures
        if entry.setting is not None:
            self.surface.setting(left + m.day_width / 2, middle, entry.setting, face)
            return
        line = middle + self.page.size * 0.36
        share = 0.05 if entry.clock else 0.14
        begin, end = left + m.day_width * share, left + m.day_width * (1 - share)
        if entry.clock:
            end -= self.surface.text(end, line - m.unit * 0.35, entry.clock, m.unit, align=Align.RIGHT) + m.unit * 0.4
        self.surface.line(begin, line, end, line, HAIRLINE * 1.6)

    def _grid(self, bottom: float) -> None:
        m = self.page.measures
        top = m.body_top - m.header_height
        for x in (m.margin + m.checkpoint_width, m.days_left):
            self.surface.line(x, m.body_top, x, bottom, HAIRLINE)
        for index in range(len(self.page.days)):
            x = self._day_left(index)
            self.surface.line(x, top, x, bottom, HAIRLINE)
        self.surface.line(m.margin, m.body_top, self._days_right, m.body_top, RULE)
        edge = m.body_top
        for block in self.page.sheet[:-1]:
            edge += block.height
            self.surface.line(m.margin, edge, self._days_right, edge, FRAME)
        self.surface.box(m.margin, top, self._days_right - m.margin, bottom - top, FRAME)

    def _notes(self, bottom: float) -> None:
        """Where the table leaves room, at its right or below it, a field to write notes into."""
        m, furnisher = self.page.measures, self._furnisher
        top = m.body_top - m.header_height
        if furnisher.right - self._days_right > m.unit:
            furnisher.notes(self.surface, self._days_right, top, furnisher.right - self._days_right, bottom - top)
        furnisher.notes_below(self.surface, bottom, m.body_top + m.body_height)

    def _foot(self) -> None:
        m, furnisher, words = self.page.measures, self._furnisher, self.page.words
        furnisher.rules(self.surface, words, m.body_top + m.body_height + m.unit * 0.6, m.unit * 2.2)
        furnisher.foot(self.surface, words)
