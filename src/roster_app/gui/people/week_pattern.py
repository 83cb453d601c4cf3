"""A week as it is painted, in steps of five minutes, and the weekly statements that say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import AvailabilityId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.people.statement_times import Weekly, first_and_rule, times_of

STEP = 5
"""Minutes of a cell: the shifts of checkpoints begin on no finer time."""
PER_DAY = DAY_MINUTES // STEP
CELLS = 7 * PER_DAY
Cells = tuple[AvailabilityKind | None, ...]
"""Monday 00:00 first; after Sunday's last cell comes Monday's first again."""
_NOON = DAY_MINUTES // 2
EMPTY: Cells = (None,) * CELLS

_OVER = (
    AvailabilityKind.AVAILABLE, AvailabilityKind.UNWANTED, AvailabilityKind.WANTED, AvailabilityKind.UNAVAILABLE,
)  # fmt: skip
"""Where statements overlap, the later of these is shown."""


@dataclass(frozen=True, slots=True)
class Read:
    """What of a person's statements can be painted, and what stays as it is: dates, ends, remarks, single shifts."""

    cells: Cells
    painted: tuple[Availability, ...]
    kept: tuple[Availability, ...]


def read(entries: Iterable[Availability], today: date) -> Read:
    """The week that the endless weekly statements in force say."""
    painted: list[Availability] = []
    kept: list[Availability] = []
    for entry in entries:
        (painted if _paintable(entry, today) else kept).append(entry)
    cells = list(EMPTY)
    for entry in sorted(painted, key=lambda e: _OVER.index(e.kind)):
        times = times_of(entry)
        assert isinstance(times, Weekly)
        for day in times.weekdays:
            _fill(cells, day, times.start, times.end, entry.kind)
    return Read(tuple(cells), tuple(painted), tuple(kept))


def fill(cells: Cells, day: int, start: int, end: int, kind: AvailabilityKind | None) -> Cells:
    """The week with minutes [start, end) of a weekday painted; `end` may pass 1440."""
    changed = list(cells)
    _fill(changed, day, start, end, kind)
    return tuple(changed)


def kind_in(cells: Cells, day: int, start: int, end: int) -> AvailabilityKind | None:
    """What all of these minutes are; nothing where they differ."""
    kinds = {cells[place % CELLS] for place in _places(day, start, end)}
    return kinds.pop() if len(kinds) == 1 else None


def statements(
    week: Read, cells: Cells, volunteer_id: VolunteerId, today: date, make_id: Callable[[], int]
) -> tuple[Availability, ...]:
    """All of the person's statements with the week as painted: what says the same as before stays the very entry.

    Whoever can stand at some times only can stand where a wish is painted too, or the wish would be void.
    """
    before = {_said(entry): entry for entry in week.painted}
    made = []
    for kind in AvailabilityKind:
        for (start, end), days in _runs(cells, _kinds_under(kind, cells)).items():
            said = (kind, frozenset(days), start, end)
            made.append(before.get(said) or _entry(said, volunteer_id, today, make_id))
    return (*week.kept, *made)


def _kinds_under(kind: AvailabilityKind, cells: Cells) -> frozenset[AvailabilityKind]:
    """Which painted kinds a statement of this kind covers."""
    if kind is AvailabilityKind.AVAILABLE and kind in cells:
        return frozenset((kind, AvailabilityKind.WANTED, AvailabilityKind.UNWANTED))
    return frozenset((kind,))


def _runs(cells: Cells, kinds: frozenset[AvailabilityKind]) -> dict[tuple[int, int], list[int]]:
    """Stretches of a day in minutes, each with its weekdays; an evening joined to the morning it runs into."""
    runs = {day: _runs_of_day(cells[day * PER_DAY : (day + 1) * PER_DAY], kinds) for day in range(7)}
    evenings = {day: run for day in range(7) for run in runs[day] if run[0] >= _NOON and run[1] == DAY_MINUTES}
    for day, evening in evenings.items():
        following = runs[(day + 1) % 7]
        if following and following[0][0] == 0 and following[0][1] <= _NOON:
            _begin, end = following.pop(0)
            runs[day][-1] = (evening[0], DAY_MINUTES + end)
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for day in range(7):
        for run in runs[day]:
            found[run].append(day)
    return found


def _runs_of_day(cells: Cells, kinds: frozenset[AvailabilityKind]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place, kind in enumerate(cells):
        if kind in kinds:
            start = runs.pop()[0] if runs and runs[-1][1] == place * STEP else place * STEP
            runs.append((start, (place + 1) * STEP))
    return runs


def _entry(
    said: tuple[AvailabilityKind, frozenset[int], int, int],
    volunteer_id: VolunteerId,
    today: date,
    make_id: Callable[[], int],
) -> Availability:
    kind, days, start, end = said
    first, rule = first_and_rule(Weekly(days, start, end, today))
    return Availability(AvailabilityId(make_id()), volunteer_id, kind, first, rule)


def _said(entry: Availability) -> tuple[AvailabilityKind, frozenset[int], int, int]:
    times = times_of(entry)
    assert isinstance(times, Weekly)
    return entry.kind, times.weekdays, times.start, times.end


def _paintable(entry: Availability, today: date) -> bool:
    times = times_of(entry)
    return (
        isinstance(times, Weekly)
        and times.until is None
        and entry.first.start.date() <= _a_week_after(today)
        and not (
            entry.except_on
            or entry.also_on
            or entry.note
            or entry.shift_type_id is not None
            or entry.points is not None
        )
        and times.start % STEP == times.end % STEP == 0
        and times.end - times.start <= DAY_MINUTES
    )


def _a_week_after(day: date) -> date:
    """A weekly statement made today begins within the week."""
    return date.fromordinal(day.toordinal() + 6)


def _fill(cells: list[AvailabilityKind | None], day: int, start: int, end: int, kind: AvailabilityKind | None) -> None:
    for place in _places(day, start, end):
        cells[place % CELLS] = kind


def _places(day: int, start: int, end: int) -> range:
    return range(day * PER_DAY + start // STEP, day * PER_DAY + -(-end // STEP))
