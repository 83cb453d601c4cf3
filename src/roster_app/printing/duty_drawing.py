"""Draws daily duty and sign-in sheets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from roster_app.i18n import _
from roster_app.printing.duty_content import DutyRow, ShiftBlock
from roster_app.printing.duty_sheet import (
    BODY_BOTTOM,
    BODY_TOP,
    COUNT_LINE,
    COUNTS_ACROSS,
    HAND_OVER,
    HEAD,
    MARGIN,
    PAGE,
    DutyPage,
    end_height,
)
from roster_app.printing.fitting import Frame, Setting, fit_name
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher
from roster_app.printing.handover_content import supplies
from roster_app.printing.paper import MM
from roster_app.printing.surface import FRAME, HAIRLINE, RULE, Align, Surface, write
from roster_app.printing.wrapping import fit_line, fit_text

NAME_SIZE = 20.0
SIGNATURE = 34 * MM
QR = 22 * MM

_UNIT = 8.5
WIDTHS = {
    "number": 8 * MM,
    "shift": 22 * MM,
    "post": 16 * MM,
    "name": 37 * MM,
    "contact": 29 * MM,
    "sign_in": 14 * MM,
    "sign_out": 14 * MM,
    "signature": SIGNATURE,
    "remarks": 16 * MM,
}
_GAP = 1 * MM
_RULES = 16 * MM
"""Height of the rules, down to the line where the leader signs."""
_LEAST_LINE = 8 * MM
"""Enough to write a count on."""


def draw(pages: Sequence[DutyPage], path: Path) -> int:
    """Write the sheets as one PDF document."""
    return write(path, pages[0].words.title, [(PAGE, partial(_draw, page)) for page in pages])


def _draw(page: DutyPage, paper: Surface) -> None:
    _Drawing(paper, page).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    surface: Surface
    page: DutyPage

    def draw(self) -> None:
        furnisher, words = Furnisher(PAGE, MARGIN, _UNIT), self.page.words
        furnisher.watermark(self.surface, words)
        self.surface.repeated(
            ("title", words.title, words.logo), lambda: furnisher.title(self.surface, words, 21, 12 * MM)
        )
        self._header(furnisher)
        self.surface.repeated(("head", self.page.with_phones), self._table_head)
        top = BODY_TOP
        for block in self.page.blocks:
            top = self._block(block, top)
        count, height = self.page.write_in_rows, self.page.row_height
        self.surface.repeated(("bottom", top, count, height), lambda: self._frame(self._write_ins(top)))
        furnisher.symbol(self.surface, self.page.token, BODY_BOTTOM + 4 * MM, QR)
        self.surface.repeated(("foot", replace(words, lead=""), bool(self.page.token)), lambda: self._foot(furnisher))

    def _header(self, furnisher: Furnisher) -> None:
        words = self.page.words
        middle = MARGIN + 16.5 * MM
        x = MARGIN + self.surface.text(MARGIN, middle, self.page.day, 14, Face.BOLD) + 3 * MM
        self._day_type(x, middle)
        self.surface.repeated(("phone", words.phone), lambda: furnisher.phone(self.surface, words, middle, 16))
        self._leaders(furnisher, MARGIN + 24 * MM)

    def _day_type(self, x: float, middle: float) -> None:
        width = self.surface.width(self.page.day_type, 11) + 4 * MM
        if self.page.grey:
            self.surface.shade(x, middle - 3 * MM, width, 6 * MM)
        else:
            self.surface.box(x, middle - 3 * MM, width, 6 * MM, HAIRLINE)
        self.surface.text(x + width / 2, middle, self.page.day_type, 11, align=Align.MIDDLE)

    def _leaders(self, furnisher: Furnisher, middle: float) -> None:
        """带班领导 > 值班长 of each shift; names that are not known yet are lines to write on."""
        pairs = [(_("Leader on duty"), self.page.words.duty_leader), *self.page.leaders]
        if self.page.leaders:
            shift, name = pairs[1]
            pairs[1] = (_("Shift leaders") + "  " + shift, name)
        wanted = sum(self._pair_width(label, name) for label, name in pairs)
        shrink = min(1.0, furnisher.width / wanted)
        x = MARGIN
        for label, name in pairs:
            self.surface.text(x, middle, label, 10 * shrink)
            end = x + self._pair_width(label, name) * shrink
            after = x + (self.surface.width(label, 10) + 1.5 * MM) * shrink
            if name:
                self.surface.text(after, middle, name, 12 * shrink, Face.BOLD)
            else:
                self.surface.line(after, middle + 2 * MM, end - 5 * MM * shrink, middle + 2 * MM, HAIRLINE)
            x = end

    def _pair_width(self, label: str, name: str) -> float:
        """A label and a name, or a line of 20 mm, with the room after them."""
        named = self.surface.width(name, 12, Face.BOLD) if name else 20 * MM
        return self.surface.width(label, 10) + 1.5 * MM + named + 5 * MM

    def _left(self, column: str) -> float:
        names = list(WIDTHS)
        return MARGIN + sum(WIDTHS[name] for name in names[: names.index(column)])

    def _middle(self, column: str) -> float:
        return self._left(column) + WIDTHS[column] / 2

    def _table_head(self) -> None:
        top = BODY_TOP - HEAD
        self.surface.shade(MARGIN, top, sum(WIDTHS.values()), HEAD)
        for column, label in labels(with_phones=self.page.with_phones).items():
            room = WIDTHS[column] - _GAP
            setting = fit_line(label, room, 10.5, self.surface.ems(Face.BOLD))
            self.surface.setting(self._middle(column), top + HEAD / 2, setting, Face.BOLD)

    def _block(self, block: ShiftBlock, top: float) -> float:
        """One shift's rows and hand-over lines; answers with where they end."""
        height, end = self.page.row_height, self._end(block, top)
        alike = ("block", replace(block, rows=()), len(block.rows), height, top)
        self.surface.repeated((*alike, "rows"), lambda: self._rows(block, top))
        for index, row in enumerate(block.rows):
            self._row(row, top + (index + 0.5) * height)
        if block.hands_over and block.counters:
            self._counts(block, end - end_height(block), end - HAND_OVER)
        if block.hands_over:
            self.surface.repeated((*alike, "hand-over"), lambda: self._hand_over(block, end - HAND_OVER))
        return end

    def _end(self, block: ShiftBlock, top: float) -> float:
        return top + len(block.rows) * self.page.row_height + end_height(block) * block.hands_over

    def _rows(self, block: ShiftBlock, top: float) -> None:
        """The shift beside its rows, and all of its lines."""
        height, bottom = self.page.row_height, top + len(block.rows) * self.page.row_height
        for index in range(1, len(block.rows)):
            self._row_line(top + index * height)
        self._shift(block, top, bottom)
        if block.hands_over:
            self.surface.line(MARGIN, bottom, self._right, bottom, HAIRLINE)
        self.surface.line(MARGIN, self._end(block, top), self._right, self._end(block, top), RULE)

    @property
    def _right(self) -> float:
        return MARGIN + sum(WIDTHS.values())

    def _row_line(self, y: float) -> None:
        """Between two rows; the shift's own cell spans them."""
        self.surface.line(MARGIN, y, self._left("shift"), y, HAIRLINE)
        self.surface.line(self._left("post"), y, self._right, y, HAIRLINE)

    def _shift(self, block: ShiftBlock, top: float, bottom: float) -> None:
        name = _("{name} (continued)").format(name=block.name) if block.continued else block.name
        frame = Frame(WIDTHS["shift"] - _GAP, (bottom - top) / 2 - _GAP)
        setting = fit_text(name, frame, 14, self.surface.ems(Face.BOLD))
        clock = fit_line(block.clock, frame.width, 10, self.surface.ems())
        middle = (top + bottom) / 2
        self.surface.setting(self._middle("shift"), middle - clock.height / 2 - 0.5, setting, Face.BOLD)
        self.surface.setting(self._middle("shift"), middle + setting.height / 2 + 0.5, clock)
        self._verticals(top, bottom)

    def _verticals(self, top: float, bottom: float) -> None:
        for column in list(WIDTHS)[1:]:
            self.surface.line(self._left(column), top, self._left(column), bottom, HAIRLINE)

    def _row(self, row: DutyRow, middle: float) -> None:
        self.surface.text(self._middle("number"), middle, str(row.number), 10, align=Align.MIDDLE)
        self._two_lines("post", middle, row.post, row.clock, Face.BOLD if row.leads else Face.REGULAR)
        if row.name is None:
            self._blank_name(middle)
            return
        frame = Frame(WIDTHS["name"] - 3 * _GAP, self.page.row_height - _GAP)
        name = fit_name(row.name, frame, NAME_SIZE, self.surface.ems(Face.BOLD))
        self.surface.setting(self._middle("name"), middle, name, Face.BOLD)
        self._two_lines("contact", middle, row.affiliation, row.phone, Face.REGULAR)

    def _blank_name(self, middle: float) -> None:
        left, y = self._left("name"), middle + self.page.row_height * 0.24
        self.surface.line(left + 4 * MM, y, left + WIDTHS["name"] - 4 * MM, y, HAIRLINE)

    def _two_lines(self, column: str, middle: float, upper: str, lower: str, face: Face) -> None:
        """One text in the middle of the cell, or two below each other."""
        frame = Frame(WIDTHS[column] - _GAP, self.page.row_height - _GAP - 11 * bool(lower))
        first = fit_text(upper, frame, 10.5, self.surface.ems(face)) if upper else Setting(())
        second = fit_line(lower, frame.width, 10, self.surface.ems()) if lower else Setting(())
        apart = 0.75 * bool(upper and lower)
        self.surface.setting(self._middle(column), middle - second.height / 2 - apart, first, face)
        self.surface.setting(self._middle(column), middle + first.height / 2 + apart, second)

    def _counts(self, block: ShiftBlock, top: float, bottom: float) -> None:
        """What was counted of the shift, to be written in: above its hand-over."""
        left = self._left("post")
        label = fit_line(_("Counts"), left - MARGIN - _GAP, 10, self.surface.ems())
        self.surface.setting(MARGIN + (left - MARGIN) / 2, (top + bottom) / 2, label)
        self.surface.line(left, top, left, bottom, HAIRLINE)
        self.surface.line(MARGIN, bottom, self._right, bottom, HAIRLINE)
        for start in range(0, len(block.counters), COUNTS_ACROSS):
            middle = top + COUNT_LINE * (start // COUNTS_ACROSS + 0.45)
            own = block.counters[start : start + COUNTS_ACROSS]
            room = (self._right - left - 2 * MM) * len(own) / COUNTS_ACROSS
            self._fill_in(left + 2 * MM, left + room, middle, own)

    def _hand_over(self, block: ShiftBlock, top: float) -> None:
        """交接班: what is open and the supplies on the left, two signatures on the right."""
        left, split = self._left("post"), self._left("signature")
        upper, lower = top + HAND_OVER * 0.3, top + HAND_OVER * 0.74
        self.surface.text(MARGIN + (left - MARGIN) / 2, top + HAND_OVER * 0.34, _("Hand-over"), 10, align=Align.MIDDLE)
        self.surface.text(MARGIN + (left - MARGIN) / 2, top + HAND_OVER * 0.7, block.relief, 10, align=Align.MIDDLE)
        for x in (left, split):
            self.surface.line(x, top, x, top + HAND_OVER, HAIRLINE)
        self._fill_in(left + 2 * MM, split - 2 * MM, upper, (_("Open items"),))
        self._fill_in(left + 2 * MM, split - 2 * MM, lower, supplies())
        self._fill_in(split + 2 * MM, self._right - 2 * MM, upper, (_("Handed over by"),))
        self._fill_in(split + 2 * MM, self._right - 2 * MM, lower, (_("Taken over by"),))

    def _fill_in(self, left: float, right: float, middle: float, labels: Sequence[str]) -> None:
        """Labels from left to right, each with an equal share of the room as a line to write on."""
        gap = 1 * MM
        room = right - left - gap * (2 * len(labels) - 1) - _LEAST_LINE * len(labels)
        size = min(9.0, room / sum(self.surface.width(label, 1) for label in labels))
        line = _LEAST_LINE + (room - sum(self.surface.width(label, size) for label in labels)) / len(labels)
        for label in labels:
            left += self.surface.text(left, middle, label, size) + gap
            self.surface.line(left, middle + 1.9 * MM, left + line, middle + 1.9 * MM, HAIRLINE)
            left += line + gap

    def _write_ins(self, top: float) -> float:
        """Rows to write further people in; answers with where the table ends."""
        for index in range(self.page.write_in_rows):
            if index:
                self.surface.line(MARGIN, top, self._right, top, HAIRLINE)
            top += self.page.row_height
        self._verticals(top - self.page.write_in_rows * self.page.row_height, top)
        return top

    def _frame(self, bottom: float) -> None:
        top = BODY_TOP - HEAD
        self._verticals(top, BODY_TOP)
        self.surface.line(MARGIN, BODY_TOP, self._right, BODY_TOP, RULE)
        self.surface.box(MARGIN, top, self._right - MARGIN, bottom - top, FRAME)

    def _foot(self, furnisher: Furnisher) -> None:
        words = self.page.words
        top = BODY_BOTTOM + 3 * MM
        width = furnisher.width - (QR + 6 * MM if self.page.token else 0)
        furnisher.rule_list(self.surface, words, top, width, 9 * MM, room=_RULES)
        signature = BODY_BOTTOM + 23 * MM
        label = _("Signature of the leader on duty")
        x = furnisher.write_in(self.surface, MARGIN, signature, label, room=45 * MM)
        furnisher.write_in(self.surface, x + 5 * MM, signature, _("Date"), room=25 * MM)
        furnisher.foot(self.surface, words, dated=False)


def labels(*, with_phones: bool = True) -> dict[str, str]:
    """The heads of the columns; without a word of phones where they are withheld."""
    return {
        "number": _("No."),
        "shift": _("Shift"),
        "post": _("Post"),
        "name": _("Name"),
        "contact": _("Unit / phone") if with_phones else _("Unit"),
        "sign_in": _("Sign in"),
        "sign_out": _("Sign out"),
        "signature": _("Signature"),
        "remarks": _("Remarks"),
    }
