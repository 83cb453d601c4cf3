"""Counters in words: the usual set a team can take, and tables of sums as they are shown and written to files."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from roster_app.domain.counter_totals import Grouping, Totals, between, key_of, totals, totals_by
from roster_app.domain.counters import Counter, CounterBook, CounterEntry, EntrySource
from roster_app.domain.ids import CheckpointId, CounterId, TeamId, new_id
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services.counter_words import counter_words
from roster_app.services.words.times import date_words, moment, period_title


def usual_counters(team_id: TeamId) -> tuple[Counter, ...]:
    """五个全, the hotline, visits and calls, households: in the language of the sheets, with other words for each."""
    return tuple(
        Counter(CounterId(new_id()), team_id, name, unit, order, also=tuple(also.split("、")) if also else ())
        for order, (name, unit, also) in enumerate(_usual())
    )


def _usual() -> tuple[tuple[str, str, str], ...]:
    return (
        (_("People in and out"), _("times"), "进出、出入、出入人员、进出人员"),
        (_("Temperature checks"), _("times"), "测温、体温、量体温、测体温、体温监测"),
        (_("Returnees registered"), _("persons"), "返乡登记、返穗登记、返乡、返穗"),
        (_("Leaflets"), _("sheets"), "宣传单、传单、宣传、宣传资料"),
        (_("Resumption visits"), _("firms"), "复工走访、复工、复工复产、走访企业"),
        (_("Hotline calls"), _("calls"), "热线接听、热线、接听、接线、接电话"),
        (_("Telephone visits"), _("times"), "电访、电话、电话访问"),
        (_("Home visits"), _("times"), "入户、入探访、探访、上门"),
        (_("WeChat contacts"), _("times"), "微信、微信沟通"),
        (_("Households"), _("households"), "户数、户、帮扶户"),
    )


@dataclass(frozen=True, slots=True)
class CounterTable:
    """Sums ready to be shown: heads, rows of a label and values (None: nothing was counted), and the sums below."""

    title: str
    remark: str
    heads: tuple[str, ...]
    counters: tuple[Counter, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    sums: tuple[int | None, ...]

    @property
    def cells(self) -> tuple[tuple[str | int | None, ...], ...]:
        """Heads, rows and sums as one table; a row of everything is the sum by itself."""
        rows = self.rows if len(self.rows) > 1 or not self.sums else ()
        return (self.heads, *((label, *values) for label, values in rows), (_("Total"), *self.sums))

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """The same in text, for the clipboard and plain files."""
        return [tuple("" if cell is None else str(cell) for cell in row) for row in self.cells]


def counter_table(
    directory: Directory,
    book: CounterBook,
    periods: Sequence[RosterPeriod],
    grouping: Grouping,
    days: tuple[date, date],
    places: frozenset[CheckpointId] = frozenset(),
) -> CounterTable:
    """A column for each counter in use or counted in these days; a row for each group that has anything."""
    standing = between(book, *days, places)
    whole = totals(standing)
    counters = tuple(c for c in book.counters if not c.archived or c.id in whole)
    groups = totals_by(standing, key_of(grouping, directory, periods))
    labels = _Labels(directory, periods)
    ordered = sorted(groups.items(), key=lambda group: labels.place_of(grouping, group[0]))
    rows = tuple((labels.words(grouping, key), _values(counters, sums)) for key, sums in ordered)
    heads = (grouping_name(grouping), *map(counter_words, counters))
    title = _("{team}: what was counted").format(team=directory.team.name)
    remark = _("{first} to {last}").format(first=days[0].isoformat(), last=days[1].isoformat())
    note = _("services, not the person-times and hours of volunteers")
    return CounterTable(title, f"{remark} · {note}", heads, counters, rows, _values(counters, whole))


def _values(counters: Sequence[Counter], sums: Totals) -> tuple[int | None, ...]:
    return tuple(sums[counter.id].value if counter.id in sums else None for counter in counters)


class _Labels:
    """How groups are called, and in which order they stand; what has no such thing comes last."""

    def __init__(self, directory: Directory, periods: Sequence[RosterPeriod]) -> None:
        areas = sorted(directory.areas, key=lambda area: (area.order, area.id))
        shifts = sorted(directory.shift_types, key=lambda shift: (shift.start, shift.id))
        self._names: dict[Grouping, dict[Hashable, str]] = {
            Grouping.CHECKPOINT: {c.id: c.name for c in directory.checkpoints_in_order},
            Grouping.AREA: {area.id: area.name for area in areas},
            Grouping.SHIFT: {shift.id: shift.name for shift in shifts},
            Grouping.PERIOD: {p.id: period_title(p.first, p.last) for p in sorted(periods, key=lambda p: p.first)},
        }

    def words(self, grouping: Grouping, key: Hashable) -> str:
        if isinstance(key, date):
            return date_words(key)
        if grouping is Grouping.COUNTER:
            return _("All")
        none = {
            Grouping.CHECKPOINT: _("(removed)"),
            Grouping.AREA: _("no area"),
            Grouping.SHIFT: _("whole day"),
            Grouping.PERIOD: _("no roster"),
        }
        return self._names[grouping].get(key, none[grouping])

    def place_of(self, grouping: Grouping, key: Hashable) -> tuple[int, str]:
        if isinstance(key, date):
            return 0, key.isoformat()
        order = list(self._names.get(grouping, {}))
        return order.index(key) if key in order else len(order), str(key)


def grouping_name(grouping: Grouping) -> str:
    """日期, 卡口 …: the head of the first column."""
    return {
        Grouping.COUNTER: _("All"),
        Grouping.DAY: _("Date"),
        Grouping.CHECKPOINT: _("Checkpoint"),
        Grouping.AREA: _("Area"),
        Grouping.SHIFT: _("Shift"),
        Grouping.PERIOD: _("Roster"),
    }[grouping]


def entry_words(entry: CounterEntry) -> str:
    """何平 4月8日 16:05 · 接龙 · 数错了."""
    source = {
        EntrySource.KEYED: "",
        EntrySource.PASTED: _("from a chain"),
        EntrySource.TAKEN_BACK: _("taken back"),
    }[entry.source]
    return " · ".join(filter(None, (f"{entry.author} {_at(entry.at)}".strip(), source, entry.reason)))


def history_words(entries: Sequence[CounterEntry]) -> str:
    """30 (何平 …) → 32 (何平 …)."""
    told = (
        _("{value} ({entry})").format(value="–" if entry.value is None else entry.value, entry=entry_words(entry))
        for entry in entries
    )
    return " → ".join(told)


def _at(when: datetime) -> str:
    return moment(when)
