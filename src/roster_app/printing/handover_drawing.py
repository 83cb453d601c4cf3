"""Draws hand-over records: who leaves and who comes, and the lines they fill in together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from roster_app.i18n import _, pgettext
from roster_app.printing.dates import day_words, short_day_words
from roster_app.printing.fitting import Frame, Name, fit_name
from roster_app.printing.fonts import Face
from roster_app.printing.furniture import Furnisher
from roster_app.printing.handover_content import HandOver, Watch, end_of, starts_later
from roster_app.printing.handover_lines import HandOverLines, fill_in
from roster_app.printing.handover_sheet import (
    APART,
    BAR,
    BODY_BOTTOM,
    BODY_TOP,
    GAP,
    MARGIN,
    NAME_ROW,
    PAGE,
    HandOverPage,
    height_of,
    name_grid,
)
from roster_app.printing.paper import MM
from roster_app.printing.selection import Entry
from roster_app.printing.surface import FRAME, HAIRLINE, RULE, Align, Surface, write
from roster_app.printing.wrapping import fit_line

QR = 17.5 * MM
NAME_SIZE = 12.0
LEAST_MARK = 5.5
"""Points: a namesake's mark smaller than this stands below the name."""

LABEL = 14 * MM
"""Width of what stands before the names of a watch."""

_UNIT = 8.5
_RIGHT = PAGE.width - MARGIN
_HALF = (_RIGHT - MARGIN) / 2


def draw(pages: Sequence[HandOverPage], path: Path) -> int:
    """Write the records as one PDF document."""
    return write(path, pages[0].words.title, [(PAGE, partial(_draw, page)) for page in pages])


def _draw(page: HandOverPage, surface: Surface) -> None:
    furnisher = Furnisher(PAGE, MARGIN, _UNIT)
    furnisher.watermark(surface, page.words)
    furnisher.title(surface, page.words, 20, 12 * MM)
    middle = MARGIN + 17 * MM
    room = furnisher.contacts(surface, page.words, middle) - MARGIN - 3 * MM
    surface.setting(MARGIN, middle, fit_line(page.day, room, 13, surface.ems(Face.BOLD)), Face.BOLD, Align.LEFT)
    top = BODY_TOP
    for handover in page.hand_overs:
        _Block(surface, handover, top, page.line).draw()
        top += height_of(handover, page.line) + APART
    width = furnisher.width - (QR + 6 * MM if page.token else 0)
    furnisher.rules(surface, page.words, BODY_BOTTOM + 3 * MM, 14 * MM, width)
    furnisher.symbol(surface, page.token, BODY_BOTTOM + 2.5 * MM, QR)
    furnisher.foot(surface, page.words, dated=False)


@dataclass(frozen=True, slots=True)
class _Block:
    """One hand-over, from `top` on."""

    surface: Surface
    handover: HandOver
    top: float
    line: float

    def draw(self) -> None:
        _across, rows = name_grid(self.handover.most_people)
        names = self.top + BAR
        lines = names + rows * NAME_ROW if self.handover.first else names
        self._bar()
        if self.handover.first:
            self._names(_("Outgoing"), self.handover.outgoing, MARGIN, names, lines)
            self._names(_("Incoming"), self.handover.incoming, MARGIN + _HALF, names, lines)
            self._across(names, RULE)
        HandOverLines(self.surface, self.handover, lines, self.line).draw()
        self.surface.box(MARGIN, self.top, _RIGHT - MARGIN, height_of(self.handover, self.line), FRAME)

    def _across(self, height: float, width: float = HAIRLINE) -> None:
        self.surface.line(MARGIN, height, _RIGHT, height, width)

    def _bar(self) -> None:
        """When, from which shift to which."""
        self.surface.shade(MARGIN, self.top, _RIGHT - MARGIN, BAR)
        middle, left = self.top + BAR / 2, MARGIN + 2 * GAP
        outgoing = self.handover.outgoing
        if outgoing is None:
            fill_in(self.surface, left, _RIGHT - 2 * GAP, middle, _blank_labels())
            return
        day, time = end_of(outgoing)
        moment = fit_line(f"{day_words(day)} {time}", 56 * MM, 12, self.surface.ems(Face.BOLD))
        self.surface.setting(left, middle, moment, Face.BOLD, Align.LEFT)
        left += 60 * MM
        words = _("{outgoing} → {incoming}").format(outgoing=_watch_words(outgoing), incoming=self._incoming())
        if not self.handover.first:
            words = _("{title} (continued)").format(title=words)
        setting = fit_line(words, _RIGHT - left - 2 * GAP, 12, self.surface.ems(Face.BOLD))
        self.surface.setting(left, middle, setting, Face.BOLD, Align.LEFT)
        if self.handover.incoming is None:
            begin = left + self.surface.width(words, setting.size, Face.BOLD) + GAP
            self.surface.line(begin, middle + 2 * MM, _RIGHT - 2 * GAP, middle + 2 * MM, HAIRLINE)

    def _incoming(self) -> str:
        """The next shift with its times, and its day where that is a later one; nothing after the last of a roster."""
        incoming = self.handover.incoming
        if incoming is None:
            return ""
        words = _watch_words(incoming)
        if starts_later(self.handover):
            return _("{shift} ({day})").format(shift=words, day=short_day_words(incoming.span.start.date()))
        return words

    def _names(self, label: str, watch: Watch | None, left: float, top: float, bottom: float) -> None:
        """Everybody of one watch, its leader first; lines to write on where nobody is known."""
        if left > MARGIN:
            self.surface.line(left, top, left, bottom, RULE)
        setting = fit_line(label, LABEL - 2 * GAP, 9.5, self.surface.ems())
        self.surface.setting(left + LABEL / 2, (top + bottom) / 2, setting)
        self.surface.line(left + LABEL, top, left + LABEL, bottom, HAIRLINE)
        across, rows = name_grid(self.handover.most_people)
        width = (_HALF - LABEL) / across
        entries = watch.entries if watch else (Entry(leads=True), *(Entry(),) * (across * rows - 1))
        for index, entry in enumerate(entries):
            x, y = left + LABEL + index % across * width, top + (index // across + 0.5) * NAME_ROW
            self._entry(entry, x + GAP, x + width - GAP / 2, y)

    def _entry(self, entry: Entry, left: float, right: float, middle: float) -> None:
        face = Face.BOLD if entry.leads else Face.REGULAR
        if entry.leads:
            words = pgettext("before a name", "Lead")
            role = fit_line(words, (right - left) * 0.36, 7.5, self.surface.ems())
            self.surface.setting(left, middle, role, align=Align.LEFT)
            left += self.surface.width(words, role.size) + GAP
        if entry.name is None:
            self.surface.line(left, middle + 2 * MM, right - GAP, middle + 2 * MM, HAIRLINE)
            if entry.clock:
                clock = fit_line(entry.clock, right - left - GAP, 7, self.surface.ems())
                self.surface.setting(left, middle, clock, align=Align.LEFT)
            return
        self._name(entry.words, left, right, middle, face)

    def _name(self, name: Name, left: float, right: float, middle: float, face: Face) -> None:
        """The name with its mark beside it, or where that came out too small to read, below it."""
        frame = Frame(right - left, NAME_ROW - GAP / 2)
        setting = fit_name(name, frame, NAME_SIZE, self.surface.ems(face))
        if not name.mark or setting.lines[-1][-1].size >= LEAST_MARK:
            self.surface.setting(left, middle, setting, face, Align.LEFT)
            return
        mark = fit_line(name.mark, frame.width, LEAST_MARK, self.surface.ems(face))
        upper = Frame(frame.width, frame.height - mark.height)
        alone = fit_name(replace(name, mark=""), upper, NAME_SIZE, self.surface.ems(face))
        top = middle - frame.height / 2
        self.surface.setting(left, top + upper.height / 2, alone, face, Align.LEFT)
        self.surface.setting(left, top + upper.height + mark.height / 2, mark, face, Align.LEFT)


def _blank_labels() -> tuple[str, ...]:
    return (_("Date"), _("Time"), _("From shift"), _("To shift"))


def _watch_words(watch: Watch) -> str:
    return _("{shift} {clock}").format(shift=watch.name, clock=watch.clock)
