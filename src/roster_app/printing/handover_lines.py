"""Draws the lines of a hand-over record: open items, supplies with their counts, anomalies, and both signatures."""

from collections.abc import Sequence
from dataclasses import dataclass

from roster_app.i18n import _
from roster_app.printing.fitting import LEADING, Frame, Piece, Setting
from roster_app.printing.fonts import Face
from roster_app.printing.handover_content import HandOver
from roster_app.printing.handover_log import ItemLine, SupplyLine
from roster_app.printing.handover_sheet import (
    COLUMNS,
    COUNT_LINE,
    COUNTS_ACROSS,
    GAP,
    MARGIN,
    SIGNED,
    SMALLEST,
    counts_height,
    lines_of,
    remarks_of,
)
from roster_app.printing.paper import MM
from roster_app.printing.surface import HAIRLINE, RULE, Align, Surface
from roster_app.printing.wrapping import fit_line, fit_text, wrap

_RIGHT = COLUMNS[-1]
_SUPPLIES = 3
"""The column in which the supplies begin."""
_LARGEST = 9.5
_BOX = 3.6 * MM
_TIME = 30 * MM


@dataclass(frozen=True, slots=True)
class HandOverLines:
    """What stands below the names, from `top` on, in lines of one height."""

    surface: Surface
    handover: HandOver
    top: float
    line: float

    def draw(self) -> None:
        """Everything down to the signatures, where this part has them."""
        bottom = self.top + lines_of(self.handover) * self.line
        self._heads(bottom)
        self._items(bottom)
        self._supplies(bottom)
        self._across(self.top, RULE)
        if self.handover.last:
            signed = bottom + remarks_of(self.handover) * self.line
            self._remarks(bottom, signed)
            self._counts(signed)
            self._signatures(signed + counts_height(self.handover))
            self._across(bottom, RULE)
            self._across(signed, RULE)
            self._across(signed + counts_height(self.handover), RULE)

    def _across(self, height: float, width: float = HAIRLINE, left: float = MARGIN, right: float = _RIGHT) -> None:
        self.surface.line(left, height, right, height, width)

    def _heads(self, bottom: float) -> None:
        self.surface.shade(MARGIN, self.top, _RIGHT - MARGIN, self.line)
        for index, label in enumerate(_heads()):
            left, right = COLUMNS[index], COLUMNS[index + 1]
            setting = fit_line(label, right - left - 2 * GAP, 10, self.surface.ems(Face.BOLD))
            self.surface.setting((left + right) / 2, self.top + self.line / 2, setting, Face.BOLD)
            if index:
                self.surface.line(left, self.top, left, bottom, RULE if index == _SUPPLIES else HAIRLINE)

    def _items(self, bottom: float) -> None:
        """Those carried over, each with a box to tick, and lines to write on down to the bottom."""
        height = self.top + self.line
        for item in self.handover.items:
            self._item_rule(height)
            self._tick_box(height + self.line / 2)
            self._item(item, height)
            height += item.rows * self.line
        while height < bottom - self.line / 2:
            self._item_rule(height)
            self._tick_box(height + self.line / 2)
            height += self.line

    def _item_rule(self, height: float) -> None:
        self._across(height, right=COLUMNS[_SUPPLIES])

    def _item(self, item: ItemLine, top: float) -> None:
        tall = item.rows * self.line
        for text, index in ((item.words, 1), (item.owner, 2)):
            left, right = COLUMNS[index], COLUMNS[index + 1]
            setting = self._set(text, Frame(right - left - 2 * GAP, tall - GAP))
            self.surface.setting(left + GAP, top + tall / 2, setting, align=Align.LEFT)

    def _set(self, text: str, frame: Frame) -> Setting:
        """In the largest size at which all of it fits; rows were counted by the smallest."""
        size = _LARGEST
        while True:
            lines = wrap(text, frame.width, size, self.surface.ems())
            if size <= SMALLEST or len(lines) * size * LEADING <= frame.height:
                return Setting(tuple((Piece(line, size),) for line in lines))
            size -= 0.5

    def _tick_box(self, middle: float) -> None:
        left = (COLUMNS[0] + COLUMNS[1] - _BOX) / 2
        self.surface.box(left, middle - _BOX / 2, _BOX, _BOX)

    def _supplies(self, bottom: float) -> None:
        """The kinds that are counted, and lines for others down to the bottom."""
        height = self.top + self.line
        for supply in self.handover.supplies:
            self._supply(supply, height + self.line / 2)
            height += self.line
        height = self.top + self.line
        while height < bottom - self.line / 2:
            self._across(height, left=COLUMNS[_SUPPLIES])
            height += self.line

    def _supply(self, supply: SupplyLine, middle: float) -> None:
        """Its name; its last count with the day of it, small."""
        left, right = COLUMNS[_SUPPLIES], COLUMNS[_SUPPLIES + 1]
        name = fit_line(supply.words, right - left - 2 * GAP, 10.5, self.surface.ems())
        self.surface.setting(left + GAP, middle, name, align=Align.LEFT)
        if not supply.last:
            return
        left, right = right + GAP, COLUMNS[_SUPPLIES + 2] - GAP
        when = fit_line(supply.when, (right - left) * 0.5, 6.5, self.surface.ems())
        self.surface.setting(right, middle, when, align=Align.RIGHT)
        room = right - left - self.surface.width(supply.when, when.size) - GAP / 2
        self.surface.setting(left, middle, fit_line(supply.last, room, 10, self.surface.ems()), align=Align.LEFT)

    def _remarks(self, top: float, bottom: float) -> None:
        room = COLUMNS[1] - MARGIN + 16 * MM
        frame = Frame(room - 2 * GAP, min(bottom - top, 2 * self.line) - GAP)
        setting = fit_text(_("Anomalies, instructions"), frame, 10, self.surface.ems())
        self.surface.setting(MARGIN + room / 2, (top + bottom) / 2, setting)
        left = MARGIN + room
        self.surface.line(left, top, left, bottom, HAIRLINE)
        if self.handover.noted.anomalies:
            words = self._set(self.handover.noted.anomalies, Frame(_RIGHT - left - 2 * GAP, bottom - top - GAP))
            self.surface.setting(left + GAP, (top + bottom) / 2, words, align=Align.LEFT)

    def _counts(self, top: float) -> None:
        """What is counted of the watch that leaves, with lines to write on."""
        counters = self.handover.counters
        for start in range(0, len(counters), COUNTS_ACROSS):
            own = counters[start : start + COUNTS_ACROSS]
            room = (_RIGHT - MARGIN - 2 * GAP) * len(own) / COUNTS_ACROSS
            middle = top + COUNT_LINE * (start // COUNTS_ACROSS + 0.45)
            fill_in(self.surface, MARGIN + 2 * GAP, MARGIN + room, middle, own)

    def _signatures(self, top: float) -> None:
        """Lines to sign on; what was signed in the log stands on them."""
        middle, half = top + SIGNED / 2, (_RIGHT - MARGIN) / 2
        noted = self.handover.noted
        signs = ((_("Handed over by"), MARGIN, noted.outgoing), (_("Taken over by"), MARGIN + half, noted.incoming))
        for label, left, (name, time) in signs:
            right = left + half - 2 * GAP
            fill_in(self.surface, left + 2 * GAP, right - _TIME - 2 * GAP, middle, (label,), (name,))
            fill_in(self.surface, right - _TIME, right, middle, (_("Time"),), (time,))
        self.surface.line(MARGIN + half, top, MARGIN + half, top + SIGNED, HAIRLINE)


def fill_in(
    surface: Surface, left: float, right: float, middle: float, labels: Sequence[str], filled: Sequence[str] = ()
) -> None:
    """Labels from left to right, each with an equal share of the room, as much of it as is left to write on.

    What is `filled` in already stands above its line.
    """
    share = (right - left) / len(labels)
    for index, label in enumerate(labels):
        setting = fit_line(label, share * 0.5, 10, surface.ems())
        surface.setting(left, middle, setting, align=Align.LEFT)
        begin = left + surface.width(label, setting.size) + GAP
        surface.line(begin, middle + 2 * MM, left + share - 2 * GAP, middle + 2 * MM, HAIRLINE)
        if words := "".join(filled[index : index + 1]):
            name = fit_line(words, left + share - 3 * GAP - begin, 10, surface.ems(Face.BOLD))
            surface.setting(begin + GAP / 2, middle, name, Face.BOLD, Align.LEFT)
        left += share


def _heads() -> tuple[str, ...]:
    return (
        _("Done"),
        _("Open items"),
        _("Who sees to it"),
        _("Supplies"),
        _("Last count"),
        _("Taken over"),
        _("Handed over"),
    )
