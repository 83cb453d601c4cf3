"""A paper sheet in lines: what was planned, and what is entered, or would be by the lines typed so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roster_app.domain.attendance.entries import Attendee, Entry, Mark, current
from roster_app.domain.attendance.settling import Settled, SheetRow
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _
from roster_app.services.attendance import DaySheet
from roster_app.services.words.times import clock_times


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One person on one row. `stored` are the entries that stand already; a tone says that it is not as planned."""

    number: str
    post: str
    planned: str
    name: str
    told: str
    tone: ToneName
    stored: tuple[Entry, ...]


def key_lines(sheet: DaySheet, settled: Settled, typed: bool) -> tuple[KeyLine, ...]:
    """Row after row, under each who stands in; people beside the rows at the end.

    As long as nothing is `typed` or stored of a row it is told as planned only.
    """
    return tuple(_Lines(sheet, settled, typed).all())


class _Lines:
    def __init__(self, sheet: DaySheet, settled: Settled, typed: bool) -> None:
        self._sheet = sheet
        self._new = {entry.id for entry in settled.entries}
        self._standing = current([*sheet.entries, *settled.entries])
        self._typed = typed

    def all(self) -> Iterable[KeyLine]:
        told: set[int] = set()
        for row in self._sheet.rows:
            own = [e for e in self._standing if e.facts.seat == row.seat and e.facts.planned.overlaps(row.planned)]
            told |= {e.id for e in own}
            holders = [e for e in own if e.facts.who == row.holder]
            yield self._line(str(row.number), row, row.holder, holders)
            for who in dict.fromkeys(e.facts.who for e in own if e.facts.who != row.holder):
                yield self._line("", row, who, [e for e in own if e.facts.who == who])
        beside = [e for e in self._standing if e.id not in told]
        for entry in beside:
            yield self._beside(entry)

    def _line(self, number: str, row: SheetRow, who: Attendee | None, entries: Sequence[Entry]) -> KeyLine:
        name = self._name(who) if who else _("nobody")
        if not number:
            name = _("in place: {name}").format(name=name)
        return KeyLine(
            number,
            self._sheet.directory.post[row.seat.post_id].name if number else "",
            clock_times(row.planned) if number else "",
            name,
            "; ".join(map(self._told, entries)),
            _tone(entries),
            self._stored(entries),
        )

    def _beside(self, entry: Entry) -> KeyLine:
        post = self._sheet.directory.post[entry.facts.seat.post_id].name
        name = self._name(entry.facts.who)
        return KeyLine("+", post, "", name, self._told(entry), "look", self._stored([entry]))

    def _name(self, who: Attendee) -> str:
        return who.name if who.volunteer_id is None else self._sheet.directory.name[who.volunteer_id]

    def _stored(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries if entry.id not in self._new)

    def _told(self, entry: Entry) -> str:
        facts = entry.facts
        if facts.mark is Mark.ABSENT:
            words = _("absent ({reason})").format(reason=entry.reason) if entry.reason else _("absent")
        else:
            end = facts.left or (facts.planned.end if facts.as_planned else None)
            times = f"{facts.came:%H:%M}–{end:%H:%M}" if end else _("since {clock}").format(clock=f"{facts.came:%H:%M}")
            words = _("as planned") if _is_as_planned(entry) else times
        if entry.id in self._new:
            return words if not _is_as_planned(entry) or self._typed else ""
        return _("{words} · entered").format(words=words)


def _is_as_planned(entry: Entry) -> bool:
    facts = entry.facts
    return facts.as_planned and facts.came == facts.planned.start and facts.stands_for is None


def _tone(entries: Sequence[Entry]) -> ToneName:
    if any(entry.facts.mark is Mark.ABSENT for entry in entries):
        return "act"
    return "plain" if all(map(_is_as_planned, entries)) else "look"
