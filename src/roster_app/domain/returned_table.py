"""What the table of people and days of a workbook that came back asks for: codes in cells, seats worked out of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from roster_app.domain.duty_codes import code_key, codes_in
from roster_app.domain.ids import VolunteerId
from roster_app.domain.returned import CellText, PersonLine, Reading, Returned, ReturnProblem, Wish, WrittenDuty
from roster_app.domain.returned_names import NamesThen

_Place = tuple[date, str]
"""A day and a code: all the seats that differ in nothing else."""


def read_table(returned: Returned, names: NamesThen) -> Reading:
    """Every cell that says otherwise than it was written; rows and columns may stand in any order.

    Who stays keeps the seat; who comes takes those of the ones who go, then vacant ones. Where more come than there
    are seats, nobody comes and nobody goes.
    """
    return _TableReader(returned, names).read() if returned.table_name else Reading()


class _TableReader:
    def __init__(self, returned: Returned, names: NamesThen) -> None:
        self._returned, self._names = returned, names
        self._reading = Reading()
        self._seats: dict[_Place, list[WrittenDuty]] = defaultdict(list)
        self._said: dict[_Place, dict[VolunteerId, CellText]] = defaultdict(dict)
        self._goes: dict[_Place, dict[VolunteerId, CellText]] = defaultdict(dict)
        for duty in returned.written.duties:
            self._seats[duty.day, code_key(duty.code)].append(duty)
        self._stood: dict[tuple[VolunteerId, date], set[str]] = defaultdict(set)
        for place, seats in self._seats.items():
            for who in _holders(seats):
                self._stood[who, place[0]].add(place[1])

    def read(self) -> Reading:
        """All rows, then each day and code."""
        days = sorted({day for day, _code in self._seats})
        present = {day for line in self._returned.people for day in line.days}
        for day in days:
            if self._returned.people and day not in present:
                gone = CellText(self._returned.table_name, day.isoformat())
                self._reading.remark(gone, ReturnProblem.COLUMN_REMOVED)
        for who, line in self._people():
            for day, cell in line.days.items():
                self._read_cell(who, day, cell)
        for place in sorted(self._said.keys() | self._goes.keys()):
            self._settle(place)
        return self._reading

    def _people(self) -> Iterator[tuple[VolunteerId, PersonLine]]:
        """Each row with its person; rows that are gone, twice there or not to be trusted are told."""
        seen: dict[VolunteerId, PersonLine] = {}
        told: set[VolunteerId] = set()
        for line in self._returned.people:
            who = self._person(line)
            if who is None:
                told |= {line.volunteer_id} if line.volunteer_id is not None else set()
            elif who in seen:
                if any(cell.text.strip() for cell in line.days.values()):
                    self._reading.remark(line.name, ReturnProblem.ROW_REPEATED, seen[who].name.address)
            else:
                seen[who] = line
                yield who, line
        for who in sorted({who for who, _day in self._stood} - seen.keys() - told):
            name = self._returned.written.names.get(who, "")
            self._reading.remark(CellText(self._returned.table_name, name), ReturnProblem.ROW_REMOVED)

    def _person(self, line: PersonLine) -> VolunteerId | None:
        if line.volunteer_id is not None:
            then = self._returned.written.names.get(line.volunteer_id, "")
            if self._names.is_still(line.volunteer_id, then, line.name.text):
                return line.volunteer_id
            self._reading.remark(line.name, ReturnProblem.ROW_MIXED, then)
            return None
        found = self._names.who(line.name.text)
        if isinstance(found, tuple):
            self._reading.remark(line.name, *found)
            return None
        return found

    def _read_cell(self, who: VolunteerId, day: date, cell: CellText) -> None:
        """A cell with anything unknown in it is not read at all: who stands stays."""
        codes, stood = codes_in(cell.text), self._stood[who, day]
        unknown = next((code for code in codes if (day, code) not in self._seats), None)
        if unknown is not None:
            self._reading.remark(cell, ReturnProblem.UNKNOWN_CODE, unknown.upper())
        elif len(set(codes)) < len(codes):
            self._reading.remark(cell, ReturnProblem.CODE_TWICE)
        else:
            for code in set(codes) - stood:
                self._said[day, code][who] = cell
            for code in stood - set(codes):
                self._goes[day, code][who] = cell

    def _settle(self, place: _Place) -> None:
        seats, comes, goes = self._seats[place], self._said.get(place, {}), self._goes.get(place, {})
        free = [seat for seat in seats if seat.holder in goes] + [seat for seat in seats if seat.holder is None]
        if len(comes) > len(free):
            for cell in dict.fromkeys((*comes.values(), *goes.values())):
                self._reading.remark(cell, ReturnProblem.TOO_MANY, str(len(seats)))
            return
        for seat, (who, cell) in zip(free, comes.items(), strict=False):
            self._reading.wishes.append(Wish(seat.duty_id, who, cell))
        for seat in free[len(comes) :]:
            if seat.holder is not None:
                self._reading.wishes.append(Wish(seat.duty_id, None, goes[seat.holder]))


def _holders(seats: Iterable[WrittenDuty]) -> set[VolunteerId]:
    return {seat.holder for seat in seats if seat.holder is not None}
