"""Draws change sheets: who stood there struck through, who stands there now in bold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from roster_app.i18n import _
from roster_app.printing.change_layout import (
    READ_AT_ARMS_LENGTH,
    WIDTHS,
    PlacedDay,
    PlacedPart,
    PlacedRow,
    gap_between,
    inner,
    stack_height,
)
from roster_app.printing.change_sheet import BODY, BODY_BOTTOM, BODY_TOP, HEAD, MARGIN, PAGE, ChangePage
from roster_app.printing.fitting import Frame, Setting
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher
from roster_app.printing.paper import MM
from roster_app.printing.surface import FRAME, HAIRLINE, RULE, Align, Surface, write
from roster_app.printing.wrapping import fit_line, fit_text

QR = 16 * MM

_UNIT = 9.0
_SIGNED = 8.5 * MM
"""From the middle of the line to sign on to the margin below."""


def draw(pages: Sequence[ChangePage], path: Path) -> int:
    """Write the sheets as one PDF document."""
    return write(path, pages[0].words.title, [(PAGE, partial(_draw, page)) for page in pages])


def _draw(page: ChangePage, paper: Surface) -> None:
    _Drawing(paper, page).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    surface: Surface
    page: ChangePage

    def draw(self) -> None:
        furnisher = Furnisher(PAGE, MARGIN, _UNIT)
        self._shades()
        furnisher.watermark(self.surface, self.page.words)
        self._header(furnisher)
        if self.page.days:
            self._table()
        else:
            self._nothing()
        self._foot(furnisher)

    @property
    def _bottom(self) -> float:
        """Where the table ends."""
        return BODY_TOP + sum(day.height for day in self.page.days)

    def _left(self, column: str) -> float:
        names = list(WIDTHS)
        return MARGIN + sum(WIDTHS[name] for name in names[: names.index(column)])

    def _middle(self, column: str) -> float:
        return self._left(column) + WIDTHS[column] / 2

    def _shades(self) -> None:
        """The dates of weekends and holidays; the head of the table."""
        top = BODY_TOP
        for day in self.page.days:
            if day.day.grey:
                self.surface.shade(MARGIN, top, WIDTHS["date"], day.height)
            top += day.height
        if self.page.days:
            self.surface.shade(MARGIN, BODY_TOP - HEAD, sum(WIDTHS.values()), HEAD)

    def _header(self, furnisher: Furnisher) -> None:
        words = self.page.words
        furnisher.title(self.surface, words, 17, 11 * MM)
        lead = fit_line(words.lead, furnisher.width, 13, self.surface.ems(Face.BOLD))
        self.surface.setting(MARGIN, MARGIN + 14.5 * MM, lead, Face.BOLD, Align.LEFT)
        middle = MARGIN + 21 * MM
        x = furnisher.phone(self.surface, words, middle, 14)
        period = fit_line(self.page.period, x - MARGIN - 3 * MM, READ_AT_ARMS_LENGTH, self.surface.ems())
        self.surface.setting(MARGIN, middle, period, align=Align.LEFT)
        middle = MARGIN + 27 * MM
        self.surface.text(MARGIN, middle, self.page.count, READ_AT_ARMS_LENGTH, Face.BOLD)
        if words.duty_leader:
            size = READ_AT_ARMS_LENGTH
            leader = fit_line(words.duty_leader, furnisher.width / 2, size, self.surface.ems(Face.BOLD))
            self.surface.setting(furnisher.right, middle, leader, Face.BOLD, Align.RIGHT)
            x = furnisher.right - self.surface.width(words.duty_leader, leader.size, Face.BOLD) - 1.5 * MM
            self.surface.text(x, middle, _("Leader on duty"), size, align=Align.RIGHT)

    def _table(self) -> None:
        head = BODY_TOP - HEAD
        for column, label in _labels().items():
            setting = fit_line(label, inner(column), READ_AT_ARMS_LENGTH, self.surface.ems(Face.BOLD))
            self.surface.setting(self._middle(column), head + HEAD / 2, setting, Face.BOLD)
        top = BODY_TOP
        for day in self.page.days:
            self._day(day, top)
            top += day.height
        for column in list(WIDTHS)[1:]:
            self.surface.line(self._left(column), head, self._left(column), self._bottom, HAIRLINE)
        self.surface.box(MARGIN, head, sum(WIDTHS.values()), self._bottom - head, FRAME)

    def _day(self, day: PlacedDay, top: float) -> None:
        self.surface.line(MARGIN, top, MARGIN + sum(WIDTHS.values()), top, RULE)
        self._date(day, top)
        for index, row in enumerate(day.rows):
            if index:
                self.surface.line(self._left("shift"), top, MARGIN + sum(WIDTHS.values()), top, HAIRLINE)
            self._row(row, top + row.height / 2)
            top += row.height

    def _date(self, placed: PlacedDay, top: float) -> None:
        """The date, its weekday, and the festival as far as there is room for it."""
        day, width = placed.day, inner("date")
        date = fit_line(day.day, width, 14, self.surface.ems(Face.BOLD))
        mark = _("{name} (continued)").format(name="").strip() if placed.continued else ""
        lines = [fit_line(text, width, READ_AT_ARMS_LENGTH, self.surface.ems()) for text in (day.weekday, mark) if text]
        room = placed.height - date.height - sum(line.height for line in lines)
        if day.occasion and room > READ_AT_ARMS_LENGTH:
            lines.append(fit_text(day.occasion, Frame(width, room), READ_AT_ARMS_LENGTH, self.surface.ems()))
        y = top + (placed.height - date.height - sum(line.height for line in lines)) / 2
        for setting, face in ((date, Face.BOLD), *((line, Face.REGULAR) for line in lines)):
            self.surface.setting(self._middle("date"), y + setting.height / 2, setting, face)
            y += setting.height

    def _row(self, placed: PlacedRow, middle: float) -> None:
        self._stack(self._middle("shift"), middle, ((placed.shift, Face.BOLD), (placed.clock, Face.REGULAR)))
        face = Face.BOLD if placed.row.leads else Face.REGULAR
        self.surface.setting(self._middle("post"), middle, placed.post, face)
        for column, parts in (("before", placed.before), ("after", placed.after)):
            top = middle - stack_height(parts) / 2
            for part in parts:
                self._part(part, column, top)
                top += part.height + gap_between()

    def _stack(self, x: float, middle: float, settings: Sequence[tuple[Setting, Face]]) -> None:
        top = middle - sum(setting.height for setting, _face in settings) / 2
        for setting, face in settings:
            self.surface.setting(x, top + setting.height / 2, setting, face)
            top += setting.height

    def _part(self, part: PlacedPart, column: str, top: float) -> None:
        x, now = self._middle(column), column == "after"
        middle = top + part.upper.height / 2
        if part.is_vacant and now:
            self._write_in(part.upper, column, middle)
        else:
            face = Face.BOLD if part.is_person and now else Face.REGULAR
            self.surface.setting(x, middle, part.upper, face, struck=part.is_person and not now)
        top += part.upper.height
        for setting in part.below:
            self.surface.setting(x, top + setting.height / 2, setting, struck=part.is_person and not now)
            top += setting.height

    def _write_in(self, label: Setting, column: str, middle: float) -> None:
        """空缺, and a line to write somebody on."""
        left = self._middle(column) - inner(column) / 2
        self.surface.setting(left, middle, label, align=Align.LEFT)
        begin = left + self.surface.width(_("vacant"), label.size) + 1 * MM
        self.surface.line(begin, middle + 2 * MM, left + inner(column), middle + 2 * MM, HAIRLINE)

    def _nothing(self) -> None:
        """So that an empty sheet is never taken for a forgotten one."""
        frame = Frame(sum(WIDTHS.values()) - 10 * MM, 30 * MM)
        words = fit_text(_("Nothing has changed"), frame, 24, self.surface.ems(Face.BOLD))
        below = fit_text(_("What hangs is in force as it is"), frame, 14, self.surface.ems())
        top = BODY_TOP - HEAD
        self.surface.box(MARGIN, top, sum(WIDTHS.values()), BODY_BOTTOM - top, FRAME)
        middle = BODY_TOP + BODY * 0.4
        self._stack(PAGE.width / 2, middle, ((words, Face.BOLD), (below, Face.REGULAR)))

    def _foot(self, furnisher: Furnisher) -> None:
        words, top = self.page.words, BODY_BOTTOM + 2 * MM
        room = furnisher.width - (QR + 4 * MM if self.page.token else 0)
        furnisher.rule_list(self.surface, words, top, room, 9 * MM)
        furnisher.symbol(self.surface, self.page.token, top, QR)
        signing = Furnisher(PAGE, MARGIN, READ_AT_ARMS_LENGTH)
        wanted = signing.signed_width(self.surface, words)
        signing = replace(signing, unit=signing.unit * min(1.0, signing.width / max(wanted, 1)))
        signing.signed(self.surface, words, PAGE.height - MARGIN - _SIGNED)
        furnisher.state(self.surface, words, MARGIN)


def _labels() -> dict[str, str]:
    return {
        "date": _("Date"),
        "shift": _("Shift"),
        "post": _("Post"),
        "before": _("Before"),
        "after": _("Changed to"),
    }
