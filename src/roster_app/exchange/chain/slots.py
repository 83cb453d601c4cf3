"""When somebody signs up for: days, shifts and hours of one text, each shift with the days it was said with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.exchange.chain.clocks import Hours, take_hours, take_single_hours
from roster_app.exchange.chain.days import take_days
from roster_app.exchange.chain.reckoning import Days, DaySet, Frame, near
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.shift_words import AnyShift, ShiftSet, ShiftWords

_EXCEPT = re.compile(
    "除(?:了|开|去|掉)?([^¦\ue000-\uf8ff]{1,12}?)(?:之外|以外|外)?\\s*,?\\s*(?=[都均其全哪可行随]|$|[\\s,;。)¦])"
    "|(?:不上|不值|不要|不能上|不排|不接)((?:早|中|晚|夜|白|大夜|小夜)班?)"
    "|([^\\s,;。()¦\ue000-\uf8ff]{1,8}?)(?:不行|不可以|除外|没空|没时间|不方便|来不了)"
)
_BARE = re.compile(r"(?<![\d.:/-])(\d{1,2})-(\d{1,2})(?![\d.:/-]|\s*[月日号栋楼单])")
_DAY_LIMIT = 31


@dataclass(frozen=True, slots=True)
class Slot:
    """Some days with the shifts, or the hours, offered on them; empty where nothing was said."""

    days: tuple[date, ...] = ()
    shifts: tuple[str, ...] = ()
    hours: Hours | None = None
    anything: bool = False
    """Whatever is offered, until it is known what is."""

    @property
    def told(self) -> bool:
        """Whether it says more than days."""
        return bool(self.shifts) or self.hours is not None or self.anything


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A shift or a day left out (除夜班)."""

    days: tuple[date, ...]
    shifts: tuple[str, ...]
    gone: bool = False
    """Whether somebody cannot come then (没空), and did not only leave it out."""


@dataclass
class Said:
    """All that a text says of when; `bare` are ranges that are hours or days (7-8), `single` hours without an end."""

    slots: list[Slot] = field(default_factory=list)
    days: Days = field(default_factory=Days)
    odd_shifts: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    single: list[str] = field(default_factory=list)
    anything: bool = False
    no_day_left: bool = False
    """Every day in question was excluded."""
    gone: bool = False
    """Whether somebody cannot come on the days that were excluded."""
    left_out: frozenset[str] = frozenset()
    """The shifts that were excluded."""


def read_slots(rest: Rest, frame: Frame, words: ShiftWords, bare_hours: bool, settled: bool = False) -> Said:
    """Take out everything that says when. Where the shift is `settled` by the heading, 都行 means the days."""
    said = Said()
    rest.take(_EXCEPT, lambda found: _excepted(rest, found, frame, words))
    if not bare_hours:
        said.bare = _bare_ranges(rest, frame, words)
    take_hours(rest, True, lambda start, end: words.at(start, end) is not None)
    said.days = take_days(rest, frame)
    said.single = take_single_hours(rest)
    words.take(rest)
    meant = [m for m in rest.meanings() if not (settled and isinstance(m, AnyShift) and not m.whole)]
    _group(said, meant, words, frame)
    return said


def _excepted(rest: Rest, found: re.Match[str], frame: Frame, words: ShiftWords) -> str | bool:
    inner = Rest(next(group for group in found.groups() if group))
    days = take_days(inner, frame).ordered
    words.take(inner)
    names = tuple(name for meant in inner.meanings() if isinstance(meant, ShiftSet) for name in meant.names)
    gone = found[3] is not None
    return rest.sign(Unsaid(days, () if gone and days else names, gone)) if days or names else False


def _bare_ranges(rest: Rest, frame: Frame, words: ShiftWords) -> list[str]:
    """Ranges that nothing tells to be hours: of days where no clock has such an hour, otherwise to be asked about."""
    if re.search("[\ue000-\uf8ff]|周|星期|礼拜|[日号]|明|今", rest.text) and take_days(Rest(rest.text), frame).days:
        return []
    asked: list[str] = []

    def read(found: re.Match[str]) -> str | bool:
        first, last = int(found[1]), int(found[2])
        if not 1 <= first < last <= _DAY_LIMIT:
            return False
        if words.at(first * 60, last * 60) or (last <= 24 and frame.days and not _may_be_days(first, last, frame)):
            return False
        if last <= 24:
            asked.append(found[0])
            return True
        month = (frame.month or frame.on).month
        days = [near(frame.on, month, day) for day in range(first, last + 1)]
        return rest.sign(DaySet(tuple(day for day in days if day)))

    rest.take(_BARE, read)
    return asked


def _may_be_days(first: int, last: int, frame: Frame) -> bool:
    """Whether a range under a heading of days may be of days: two or three, from the heading's day, or all inside."""
    named = {day.day for day in frame.days}
    return last - first <= 2 or first in named or named >= set(range(first, last + 1))


def _group(said: Said, meanings: list[object], words: ShiftWords, frame: Frame) -> None:
    """周三晚、周五早 are two slots, 周三、周五晚 and 早班周三、周五 are one."""
    slots: list[Slot] = []
    now, unsaid = Slot(), Unsaid((), ())
    for meant in meanings:
        if isinstance(meant, DaySet):
            if now.days and now.told:
                slots.append(now)
                now = Slot()
            now = replace(now, days=(*now.days, *meant.days))
        elif isinstance(meant, ShiftSet):
            now = replace(now, shifts=(*now.shifts, *meant.names))
            said.odd_shifts += [meant.odd] if meant.odd else []
        elif isinstance(meant, Hours):
            if now.hours:
                slots.append(now)
                now = Slot(now.days)
            now = replace(now, hours=meant)
        elif isinstance(meant, AnyShift):
            said.anything = True
            now = now if now.told else replace(now, anything=True)
        elif isinstance(meant, Unsaid):
            unsaid = Unsaid((*unsaid.days, *meant.days), (*unsaid.shifts, *meant.shifts), unsaid.gone or meant.gone)
    slots += [now] if now != Slot() else []
    said.gone = unsaid.gone
    said.left_out = frozenset(unsaid.shifts)
    said.slots = _with_all(_shared(slots), unsaid, words, frame)
    said.no_day_left = bool(unsaid.days) and not any(slot.days for slot in said.slots)


def _shared(slots: Iterable[Slot]) -> list[Slot]:
    """A slot with days alone is for the shift said before; the same shift on several days is one slot."""
    together: dict[Slot, tuple[date, ...]] = {}
    last = Slot()
    for slot in slots:
        key = replace(slot, days=(), shifts=tuple(dict.fromkeys(slot.shifts))) if slot.told else last
        together[key] = (*together.get(key, ()), *slot.days)
        last = key
    return [replace(key, days=tuple(sorted(set(days)))) for key, days in together.items()]


def _with_all(slots: list[Slot], unsaid: Unsaid, words: ShiftWords, frame: Frame) -> list[Slot]:
    """全天 and 除夜班 made the shifts that are offered; days excluded are left out."""
    offered = words.names or ("早班", "中班", "晚班", "夜班")
    if unsaid.shifts:
        slots = [
            replace(slot, shifts=tuple(n for n in slot.shifts or offered if n not in unsaid.shifts), anything=False)
            for slot in slots or [Slot()]
        ]
    slots = [replace(slot, shifts=slot.shifts or offered, anything=False) if slot.anything else slot for slot in slots]
    if unsaid.days:
        days = [slot.days or frame.all_days for slot in slots or [Slot()]]
        slots = [
            replace(slot, days=tuple(d for d in those if d not in unsaid.days))
            for slot, those in zip(slots or [Slot()], days, strict=True)
        ]
    return slots
