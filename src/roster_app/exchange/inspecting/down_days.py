"""The days of the rows of a table with its days down the side, resolved."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.resolving import resolve
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.column_uses import PERSON_HEADING, Columns
from roster_app.exchange.inspecting.day_lines import MeantDay, Reading, meant_days
from roster_app.exchange.inspecting.down_table import DownTable
from roster_app.exchange.inspecting.entering import Entering


class DownDays:
    """Resolves the days of one table."""

    def __init__(self, table: DownTable, columns: Columns, entering: Entering, reading: Reading) -> None:
        self._table, self._days, self._columns = table, table.days, columns
        self._enter, self._view, self._reading = entering, table.view, reading

    def resolve(self) -> dict[int, list[MeantDay]]:
        """The days of every row; several in a cell follow each other."""
        said: dict[tuple[int, int], DayText] = {}
        for row, days in self._days.days.items():
            for index, day in enumerate(days):
                said[row, index] = day
        places = {key: (key[0], self._days.column) for key in said}
        independent = any(len(days) > 1 for days in self._days.days.values()) or self._person_rows()
        meant = (
            self._resolve_each(said, places)
            if independent
            else meant_days(self._view, self._enter.tally, said, places, self._reading)
        )
        found: dict[int, list[MeantDay]] = {}
        for (row, _index), meant_day in meant.items():
            found.setdefault(row, []).append(meant_day)
        return self._with_spans(found)

    def _person_rows(self) -> bool:
        """Whether each row is a person, so that the days do not follow each other from row to row."""
        fulls = [d.full for days in self._days.days.values() for d in days if d.full]
        return (
            not fulls
            and self._days.weekdays_only
            and len(self._columns.names) == 1
            and len({self._view.text(r, self._columns.names[0]) for r in self._days.days}) == len(self._days.days)
            and self._heading_of_person(self._columns.names[0])
        )

    def _heading_of_person(self, column: int) -> bool:
        return bool(PERSON_HEADING.search(plain_heading(self._table.heading(column)))) and column < self._days.column

    def _resolve_each(
        self, said: Mapping[tuple[int, int], DayText], places: Mapping[tuple[int, int], tuple[int, int]]
    ) -> dict[tuple[int, int], MeantDay]:
        meant: dict[tuple[int, int], MeantDay] = {}
        rows = sorted({row for row, _index in said})
        for row in rows:
            of_row = {key: day for key, day in said.items() if key[0] == row}
            meant |= meant_days(self._view, self._enter.tally, of_row, {k: places[k] for k in of_row}, self._reading)
        return meant

    def _with_spans(self, found: dict[int, list[MeantDay]]) -> dict[int, list[MeantDay]]:
        """From the first to the last day, where a column of last days stands beside."""
        column = self._days.last_column
        if column is None:
            return found
        for row, days in found.items():
            last = self._view.day(row, column)
            if last is None or not days or days[0].day is None:
                continue
            end = (
                resolve([last], replace(self._reading.hints, year=last.year or days[0].day.year), days[0].day)
                .days[0]
                .day
            )
            if end and timedelta() < end - days[0].day <= timedelta(days=92):
                step = (end - days[0].day).days
                days.extend(MeantDay(days[0].day + timedelta(days=n + 1), days[0].verdict) for n in range(step))
        return found
