"""Draws tables: monthly rosters and the list form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from roster_app.printing.fitting import Frame, Name, fit_name
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher
from roster_app.printing.selection import Entry
from roster_app.printing.surface import FRAME, HAIRLINE, RULE, Align, Surface, write
from roster_app.printing.table_content import Cell, Column
from roster_app.printing.table_layout import HEAD, QR, SEAL, Setter, TableMeasures, cell_frame, face_of, size_of
from roster_app.printing.table_sheet import TableSheet
from roster_app.printing.wrapping import fit_line, fit_text


def draw(sheets: Sequence[TableSheet], path: Path) -> int:
    """Write the sheets as one PDF document."""
    return write(path, sheets[0].words.title, [(sheet.page.measures.page, partial(_draw, sheet)) for sheet in sheets])


def _draw(sheet: TableSheet, paper: Surface) -> None:
    _Drawing(paper, sheet, Setter(paper.type_case)).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    surface: Surface
    sheet: TableSheet
    setter: Setter

    def draw(self) -> None:
        m, words = self._measures, self.sheet.words
        furnisher = Furnisher(m.page, m.margin, m.unit)
        bottom = m.body_top + sum(height for _, height in self.sheet.page.rows)
        self._shades(bottom)
        furnisher.watermark(self.surface, words)
        furnisher.title(self.surface, words, m.unit * 2.8, m.unit * 3.2)
        middle = m.margin + m.unit * 4.7
        room = furnisher.contacts(self.surface, words, middle) - m.margin - m.unit * 2
        left = self._who(middle, room * 0.6)
        lead = fit_line(words.lead, room - left, m.unit * 1.35, self.surface.ems())
        self.surface.setting(m.margin + left, middle, lead, align=Align.LEFT)
        self._heads()
        self._rows()
        self._grid(bottom)
        self._below(furnisher, bottom)
        symbol = m.unit * (QR + 1) if self.sheet.token else 0.0
        furnisher.rules(self.surface, words, m.foot_top, m.unit * QR, furnisher.width - symbol)
        furnisher.symbol(self.surface, self.sheet.token, m.foot_top, m.unit * QR)
        furnisher.foot(self.surface, words)

    @property
    def _measures(self) -> TableMeasures:
        return self.sheet.page.measures

    def _who(self, middle: float, room: float) -> float:
        """The person it is all about, before the days; answers with what that takes of the line."""
        who, unit = self.sheet.page.part.who, self._measures.unit
        if who is None:
            return 0.0
        setting = fit_name(who, Frame(room, unit * 2.4), unit * 1.9, self.surface.ems(Face.BOLD))
        self.surface.setting(self._measures.margin, middle, setting, Face.BOLD, Align.LEFT)
        widths = (sum(self.surface.width(p.text, p.size, Face.BOLD) * p.scale for p in line) for line in setting.lines)
        return max(widths) + unit * 1.5

    def _below(self, furnisher: Furnisher, bottom: float) -> None:
        """The rest of the sheet: a field for notes, or what the part says."""
        m, label = self._measures, self.sheet.page.part.below
        end = m.body_top + m.body_height
        if label is None:
            furnisher.notes_below(self.surface, bottom, end)
        elif label and not self.sheet.continues:
            furnisher.notes_below(self.surface, bottom, min(end, bottom + m.unit * SEAL), label)

    def _columns(self) -> Iterator[tuple[Column, float, float]]:
        """Each column with its left edge and its width."""
        left = self._measures.margin
        for column, width in self.sheet.page.columns:
            yield column, left, width
            left += width

    def _shades(self, bottom: float) -> None:
        """Weekends and holidays: a column with its head, or a row."""
        m = self._measures
        for column, left, width in self._columns():
            if column.grey:
                top = m.body_top - m.head_height + m.group_height
                self.surface.shade(left, top, width, bottom - top)
        top = m.body_top
        for row, height in self.sheet.page.rows:
            if row.grey:
                self.surface.shade(m.margin, top, m.width, height)
            top += height

    def _heads(self) -> None:
        """Heads below their groups; a column of no group has the whole height."""
        m = self._measures
        top = m.body_top - m.head_height
        for (group, clock), members in groupby(self._columns(), key=lambda c: (c[0].group, c[0].clock)):
            columns = list(members)
            if group or clock:
                left, width = columns[0][1], sum(c[2] for c in columns)
                frame = Frame(width - 2 * m.gap, m.group_height)
                label = fit_name(Name(group, f" {clock}"), frame, m.unit * 1.4, self.surface.ems(Face.BOLD))
                self.surface.setting(left + width / 2, top + m.group_height / 2, label, Face.BOLD)
                self.surface.line(left, top + m.group_height, left + width, top + m.group_height, HAIRLINE)
            for column, left, width in columns:
                self._head(column, left, width, top + m.group_height * bool(group))

    def _head(self, column: Column, left: float, width: float, top: float) -> None:
        m = self._measures
        face = Face.BOLD if column.bold else Face.REGULAR
        frame = Frame(width - 2 * m.gap, m.body_top - top - m.gap)
        middle = (top + m.body_top) / 2
        if not column.below:
            head = fit_text(column.head, frame, m.unit * HEAD, self.surface.ems(face))
            self.surface.setting(left + width / 2, middle, head, face)
            return
        for text, shift in ((column.head, -0.6), (column.below, 0.6)):
            line = fit_line(text, frame.width, m.unit * HEAD, self.surface.ems(face))
            self.surface.setting(left + width / 2, middle + shift * m.unit, line, face)

    def _rows(self) -> None:
        top = self._measures.body_top
        for index, (row, height) in enumerate(self.sheet.page.rows):
            if index:
                m = self._measures
                self.surface.line(m.margin, top, m.margin + m.width, top, RULE if row.begins else HAIRLINE)
            for cell, (column, left, width) in zip(row.cells, self._columns(), strict=True):
                self._cell(cell, column, Frame(width, height), left, top)
            top += height

    def _cell(self, cell: Cell, column: Column, room: Frame, left: float, top: float) -> None:
        """Its entries from left to right and from top to bottom, each in a frame of its own."""
        frame = cell_frame(column, room.width, room.height, cell, self._measures)
        across = min(column.across, len(cell)) or 1
        lines = -(-len(cell) // across) or 1
        for n, entry in enumerate(cell):
            x = left + room.width / across * (n % across + 0.5)
            y = top + room.height / lines * (n // across + 0.5)
            self._entry(entry, column, frame, x, y)

    def _entry(self, entry: Entry, column: Column, frame: Frame, x: float, middle: float) -> None:
        face = face_of(entry, column)
        if entry.name:
            setting = self.setter(entry, frame, size_of(column, self.sheet.page), face)
            self.surface.setting(x, middle, setting, face)
            return
        line = middle + min(frame.height * 0.32, self._measures.unit * 1.2)
        half = frame.width * 0.45
        self.surface.line(x - half, line, x + half, line, HAIRLINE * 1.6)
        if entry.clock:
            size = min(self._measures.unit, frame.height * 0.5)
            clock = fit_line(entry.clock, frame.width * 0.85, size, self.surface.ems())
            self.surface.setting(x + half, line - size * 0.6, clock, align=Align.RIGHT)

    def _grid(self, bottom: float) -> None:
        m = self._measures
        top = m.body_top - m.head_height
        before: Column | None = None
        for column, left, _ in self._columns():
            if before is not None:
                inside = bool(column.group) and column.group == before.group
                begin, weight = (
                    (top + m.group_height, HAIRLINE) if inside else (top, RULE if column.group else HAIRLINE)
                )
                self.surface.line(left, begin, left, bottom, weight)
            before = column
        self.surface.line(m.margin, m.body_top, m.margin + m.width, m.body_top, RULE)
        self.surface.box(m.margin, top, m.width, bottom - top, FRAME)
