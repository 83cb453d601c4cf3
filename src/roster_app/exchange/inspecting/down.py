"""Sheets with days down the side: lists of duties, several names in a cell, hours over names, days × people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import islice

from roster_app.domain.inspected import EntryVerdict, LayoutKind, QuestionKind
from roster_app.domain.lists import ListField
from roster_app.domain.names import is_han, tidy_name
from roster_app.exchange.cells import is_nothing
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hours import clock_of, hours_in
from roster_app.exchange.days.resolving import resolve
from roster_app.exchange.headings import field_of, plain_heading
from roster_app.exchange.inspecting.across import known_names
from roster_app.exchange.inspecting.axes import DayColumn
from roster_app.exchange.inspecting.day_lines import MeantDay, Reading, meant_days
from roster_app.exchange.inspecting.entering import Entering, Slot, slot_of
from roster_app.exchange.inspecting.said import codes_among_marks
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.people_in_cells import NamedPerson, people_in
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.phones import is_mobile, read_phone
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import Mark, is_away, is_no_name, is_part_of_day, is_shift_word, mark_of

_LOOKED_AT = 80
_REMARKS = re.compile(
    "备注|说明|签字|签名|签到|签退|note|remark|comment|sign|地点|地址|单位|部门|职务|岗位|卡口|点位|性别|序号|编号|place|where|location"
)
_START = re.compile("开始|起始|上班|到岗|^起|start|from|begin", re.IGNORECASE)
_END = re.compile("结束|截止|下班|离岗|^止|end|finish|until", re.IGNORECASE)
_SHIFT = re.compile("班次|班别|时段|时间段|时间|班种|shift|period|slot|hours|time", re.IGNORECASE)
_PERSON = re.compile("姓名|名字|人员|志愿者|队员|值班人|值守人|值班员|name|person|volunteer|staff|who", re.IGNORECASE)


@dataclass
class Columns:
    """What the columns beside the days hold."""

    names: list[int] = field(default_factory=list)
    phones: list[int] = field(default_factory=list)
    shifts: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    status: list[int] = field(default_factory=list)


class DownReader:
    """Reads one sheet with its days down the side."""

    def __init__(self, entering: Entering, reading: Reading) -> None:
        self._enter, self._reading = entering, reading
        self._view = entering.view
        self._headings: dict[int, str] = {}
        self._heading_slots: dict[int, Slot] = {}

    def read(self, days: DayColumn) -> LayoutKind | None:
        """Everything below the header; nothing where no column names people."""
        self._days = days
        self._header_rows = self._find_header()
        self._rows = [r for r in self._view.filled if r >= days.first_row]
        self._columns = self._sort_columns()
        if not self._columns.names and not self._columns.marks:
            return None
        self._enter.fates.header_rows |= set(self._header_rows)
        self._known = known_names(self._view, self._rows, self._columns.names)
        self._meant = self._resolve()
        return self._read_marks() if not self._columns.names else self._read_names()

    def _find_header(self) -> list[int]:
        """The row above the first day, and the one above it where that is a header of two rows."""
        above = [r for r in self._view.filled if r < self._days.first_row]
        if not above or self._is_title(above[-1]):
            return []
        row = above[-1]
        if self._view.label(row, self._days.column) or len(above) == 1 or self._is_title(above[-2]):
            merged = self._view.grid.merge_at(row, self._days.column)
            two = merged is not None and merged.top < row
            return [merged.top, row] if two and merged else [row]
        return above[-2:]

    def _is_title(self, row: int) -> bool:
        cells = self._view.cells(row)
        if len(cells) > 1:
            return False
        column = next(iter(cells), 0)
        merge = self._view.grid.merge_at(row, column)
        return column != self._days.column or len(cells.get(column, "")) > 8 or bool(merge and merge.right > merge.left)

    def _heading(self, column: int) -> str:
        if column not in self._headings:
            self._headings[column] = self._read_heading(column)
        return self._headings[column]

    def _read_heading(self, column: int) -> str:
        texts = [self._view.label(row, column) for row in self._header_rows]
        return " ".join(dict.fromkeys(t for t in texts if t))

    def _sort_columns(self) -> Columns:
        columns = Columns()
        taken = {self._days.column, self._days.weekday_column, self._days.last_column}
        for column in range(self._days.left, min(self._days.right, self._view.width)):
            if column not in taken:
                self._sort_column(columns, column)
        if len(columns.names) > 1:
            self._keep_names(columns)
        return columns

    def _keep_names(self, columns: Columns) -> None:
        """A column of places or units beside columns of people is none of people."""
        columns.names = [
            c for c in columns.names if not _REMARKS.search(plain_heading(self._heading(c)))
        ] or columns.names

    def _sort_column(self, columns: Columns, column: int) -> None:
        filled = (r for r in self._rows if self._view.text(r, column) and not self._is_foot(r))
        rows = list(islice(filled, _LOOKED_AT))
        texts = [self._view.text(r, column) for r in rows]
        heading = plain_heading(self._heading(column))
        if not texts:
            return
        named = _most(texts, self._names_people, 0.4)
        if _most(texts, is_mobile) or (not named and re.search("电话|手机|phone|mobile|联系方式", heading)):
            columns.phones.append(column)
        elif _START.search(heading) and self._clocks(column, rows):
            columns.starts.append(column)
        elif _END.search(heading) and self._clocks(column, rows):
            columns.ends.append(column)
        elif _REMARKS.search(heading) and not _PERSON.search(heading):
            return
        elif self._tells_shifts(heading, texts) or _most(texts, is_away):
            columns.shifts.append(column)
        elif named and not self._rather_places(texts, heading):
            columns.names.append(column)
        elif _heads_a_person(self._heading(column)) and _most(
            texts, lambda t: bool(mark_of(t) or is_shift_word(t) or is_away(t))
        ):
            columns.marks.append(column)
        elif _most(texts, lambda t: mark_of(t) is not None):
            columns.status.append(column)

    def _tells_shifts(self, heading: str, texts: list[str]) -> bool:
        hours = _most(texts, lambda t: bool((h := hours_in(t)) and h.sure and not people_in(h.rest)))
        words = _most(texts, lambda t: is_part_of_day(t) or (bool(_SHIFT.search(heading)) and is_shift_word(t)))
        stacked = hours and self._hours_over_names
        return (hours and not stacked) or (words and not _heads_a_person(heading))

    @property
    def _hours_over_names(self) -> bool:
        """Whether rows of hours and rows of names alternate, so that a day takes two rows."""
        rows = self._rows[:_LOOKED_AT]
        days = sum(r in self._days.days for r in rows)
        pure = [sum(bool(hours_in(t)) for t in self._view.cells(r).values()) >= 2 for r in rows]
        return days * 3 <= len(rows) * 2 and sum(pure) * 4 >= len(rows)

    def _names_people(self, text: str) -> bool:
        if mark_of(text) or is_away(text):
            return False
        hours = hours_in(text)
        return bool(people_in(hours.rest if hours else text))

    def _rather_places(self, texts: list[str], heading: str) -> bool:
        """Latin words that recur much under a heading that is none of people are places or kinds."""
        if _PERSON.search(heading) or any(is_han(tidy_name(t)) for t in texts[:10]):
            return not _PERSON.search(heading) and not _most(texts, _sure_name, 0.3)
        return bool(re.search("team|place|post|role|status|type|area|site|frequency|event|task", heading)) or _most(
            texts, lambda t: bool(mark_of(t))
        )

    def _clocks(self, column: int, rows: list[int]) -> bool:
        return sum(self._clock(r, column) is not None for r in rows) * 2 > len(rows)

    def _clock(self, row: int, column: int) -> int | None:
        value = self._view.value(row, column)
        if value is not None:
            return _minute_of_value(value.value)
        text = self._view.text(row, column)
        found = re.search(r"\d{1,2}:\d{2}(?::\d{2})?$", text)
        return clock_of(found[0] if found else text)

    def _is_foot(self, row: int) -> bool:
        if row in self._days.days:
            return False
        first = next(iter(self._view.cells(row).values()), "")
        return is_foot(first) or len(first) > 60

    def _resolve(self) -> dict[int, list[MeantDay]]:
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
        return bool(_PERSON.search(plain_heading(self._heading(column)))) and column < self._days.column

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

    def _read_names(self) -> LayoutKind:
        pending: dict[int, Slot] = {}
        days: list[MeantDay] = []
        stacked = False
        said: tuple[DayText, ...] = ()
        for row in self._rows:
            if row in self._meant:
                days, pending, said = self._meant[row], {}, self._days.days[row]
            elif self._view.text(row, self._days.column) and not self._days_shared(row):
                self._odd_day(row)
                days, pending = [], {}
                continue
            if self._is_foot(row) or self._heads_again(row):
                continue
            stacked |= self._read_row(row, days, said, pending)
        if stacked:
            return LayoutKind.ROSTER_STACKED
        if self._about_availability():
            return LayoutKind.AVAILABILITY_LIST
        return (
            LayoutKind.ROSTER_GRID
            if self._days.weekdays_only and len(self._columns.names) > 1
            else LayoutKind.ROSTER_LIST
        )

    def _days_shared(self, row: int) -> bool:
        merge = self._view.grid.merge_at(row, self._days.column)
        return merge is not None and merge.top < row

    def _about_availability(self) -> bool:
        heading = self._heading(self._days.column)
        titles = " ".join(t for r in self._view.filled[:3] for t in list(self._view.cells(r).values())[:2])
        marked = any(re.search("可|能|有空|avail|free", self._heading(c)) for c in self._columns.status)
        return bool(
            marked
            or re.search("可|有空|空闲|意愿|avail|free", heading)
            or re.search("可值班|报名|意愿|availab", titles)
        )

    def _heads_again(self, row: int) -> bool:
        cells = self._view.cells(row)
        return any(cells == self._view.cells(header) for header in self._header_rows)

    def _odd_day(self, row: int) -> None:
        """A row that has people and something else than a day where the day should stand."""
        if self._is_foot(row) or self._heads_again(row):
            return
        text = self._view.text(row, self._days.column)
        if any(people_in(self._view.text(row, c)) for c in self._columns.names) and len(text) <= 30:
            self._enter.tally.ask(self._view.address(row, self._days.column), QuestionKind.NO_SUCH_DAY, text)
            for column in self._columns.names:
                for person in people_in(self._view.text(row, column), self._known):
                    self._enter.tally.see(person, self._view.address(row, column))
            self._enter.fates.fail(row)

    def _read_row(self, row: int, days: list[MeantDay], said: tuple[DayText, ...], pending: dict[int, Slot]) -> bool:
        own = self._row_slot(row)
        verdict = self._status(row)
        stacked = False
        for column in self._columns.names:
            text, at = self._view.across(row, column)
            if not text or text in (self._heading(column), ""):
                continue
            hours = hours_in(text)
            people = people_in(hours.rest if hours else text, self._known)
            if hours and not people:
                for other in range(column, self._last_merged(row, column) + 1):
                    pending[other] = slot_of(text, self._enter.legend)
                self._enter.fates.imported(row)
                stacked = True
                continue
            self._read_cell(row, column, at, text, people, days, said, own, pending, verdict)
        return stacked

    def _last_merged(self, row: int, column: int) -> int:
        merge = self._view.grid.merge_at(row, column)
        return merge.right if merge else column

    def _read_cell(
        self,
        row: int,
        column: int,
        at: int,
        text: str,
        people: tuple[NamedPerson, ...],
        days: list[MeantDay],
        said: tuple[DayText, ...],
        own: Slot,
        pending: Mapping[int, Slot],
        verdict: EntryVerdict,
    ) -> None:
        if at != column and at in self._columns.names:
            return
        if not people:
            self._no_people(row, column, text)
            return
        if not days:
            self._enter.tally.ask(self._view.address(row, column), QuestionKind.NO_SUCH_DAY, text)
            for person in people:
                self._enter.tally.see(person, self._view.address(row, column))
            self._enter.fates.fail(row)
            return
        hours = hours_in(text)
        slot = Slot("", hours.start, hours.end) if hours else Slot()
        slot = slot.or_else(pending.get(column, Slot())).or_else(own)
        heading = self._heading_slot(column)
        slot = slot.or_else(heading) if not slot.shift or slot.start is None else slot
        people = self._with_phones(row, column, people)
        for index, day in enumerate(days):
            of_day = slot_of(said[index].rest, self._enter.legend) if index < len(said) and said[index].rest else Slot()
            place = (row, self._days.column) if len(said) > 1 and len(self._columns.names) == 1 else (row, column)
            self._enter_people(people, place, day, of_day.or_else(slot), row, verdict)

    def _enter_people(
        self,
        people: tuple[NamedPerson, ...],
        cell: tuple[int, int],
        day: MeantDay,
        slot: Slot,
        row: int,
        verdict: EntryVerdict,
    ) -> None:
        if verdict is not EntryVerdict.OK and day.verdict is EntryVerdict.OK:
            day = MeantDay(day.day, verdict)
        if is_away(slot.shift) and slot.shift and not is_part_of_day(slot.shift) and day.verdict is EntryVerdict.OK:
            day = MeantDay(day.day, EntryVerdict.OFF)
        self._enter.of_names(people, cell, [day], slot, row)

    def _no_people(self, row: int, column: int, text: str) -> None:
        if is_nothing(text) or mark_of(text) or is_away(text) or is_no_name(text) or is_shift_word(text):
            return
        self._enter.tally.ask(self._view.address(row, column), QuestionKind.NAME_ODD, text)
        self._enter.fates.wrong(row)

    def _heading_slot(self, column: int) -> Slot:
        if column not in self._heading_slots:
            self._heading_slots[column] = self._read_heading_slot(column)
        return self._heading_slots[column]

    def _read_heading_slot(self, column: int) -> Slot:
        heading = self._heading(column)
        if _PERSON.search(plain_heading(heading)) and not re.search("班(?!人|员)|夜|早|晚", heading):
            return Slot()
        return slot_of(heading, self._enter.legend)

    def _row_slot(self, row: int) -> Slot:
        slot = Slot()
        for column in self._columns.shifts:
            slot = slot.or_else(slot_of(" ".join(self._view.down(row, column).split()), self._enter.legend))
        start = next((m for c in self._columns.starts if (m := self._clock(row, c)) is not None), None)
        end = next((m for c in self._columns.ends if (m := self._clock(row, c)) is not None), None)
        minute = next((d.minute for d in self._days.days.get(row, ()) if d.minute is not None), None)
        start = minute if start is None and slot.start is None and slot.end is None else start
        if start is not None and end is not None and end <= start:
            end += 1440
        return Slot("", start, end).or_else(slot) if start is not None else slot

    def _status(self, row: int) -> EntryVerdict:
        """Whether that person can come: by a column of marks, or by what the days are headed."""
        if re.search("不可|不能|无法|不便|没空|请假|unavailable|absent", self._heading(self._days.column)):
            return EntryVerdict.OFF
        for column in self._columns.status:
            mark = mark_of(self._view.text(row, column))
            if mark is Mark.NO:
                return EntryVerdict.OFF
            if mark is Mark.PERHAPS:
                return EntryVerdict.ASK
        return EntryVerdict.OK

    def _with_phones(self, row: int, column: int, people: tuple[NamedPerson, ...]) -> tuple[NamedPerson, ...]:
        """The phone in the next column to the right that is none of another name."""
        if len(people) != 1 or people[0].phone:
            return people
        after = [c for c in self._columns.phones if c > column] or (
            self._columns.phones if len(self._columns.names) == 1 else []
        )
        if not after or any(column < other < after[0] for other in self._columns.names):
            return people
        text = self._view.down(row, after[0])
        phone, doubt = read_phone(text)
        if doubt is not None and text:
            self._enter.tally.ask(self._view.address(row, after[0]), QuestionKind.LIST_CELL, text, doubt.code.value)
        return (replace(people[0], phone=phone),)

    def _read_marks(self) -> LayoutKind:
        """Days × people: names head the columns, codes or marks stand in the cells."""
        row = self._header_rows[-1] if self._header_rows else self._days.first_row
        people = {c: people_in(self._heading(c))[0] for c in self._columns.marks}
        names = {c: self._enter.tally.see(person, self._view.address(row, c)) for c, person in people.items()}
        said = (self._view.text(r, c) for r in self._rows[:_LOOKED_AT] for c in self._columns.marks)
        self._enter.code_words = codes_among_marks(said)
        marks, codes = self._enter.marks, self._enter.codes
        for at in self._rows:
            if at not in self._meant or self._is_foot(at):
                continue
            for column, name in names.items():
                person = replace(people[column], name=name)
                for day in self._meant[at]:
                    self._enter.of_person(
                        person, self._view.text(at, column), (at, column), day, self._row_slot(at), at
                    )
        if self._enter.marks - marks > self._enter.codes - codes:
            return LayoutKind.AVAILABILITY_MATRIX
        return LayoutKind.ROSTER_MATRIX


def day_of_sheet(view: SheetView, reading: Reading) -> DayColumn | None:
    """The one day of a sheet whose title names it and whose rows are shifts; every row below the header is its."""
    day = reading.hints.first
    header = next((r for r in view.filled if len(view.cells(r)) > 1), None)
    if day is None or reading.hints.last != day or header is None:
        return None
    rows = [r for r in view.filled if r > header]
    headings = [plain_heading(view.label(header, c)) for c in view.cells(header)]
    shifts = sum(any(is_part_of_day(t) or hours_in(t) for t in view.cells(r).values()) for r in rows)
    if not rows or not (shifts * 2 > len(rows) or any(is_part_of_day(heading) for heading in headings)):
        return None
    return DayColumn(-1, {row: (DayText(day.year, day.month, day.day),) for row in rows})


def _most(texts: list[str], fits: "object", share: float = 0.6) -> bool:
    return sum(bool(fits(t)) for t in texts) >= share * len(texts)  # type: ignore[operator]


def _sure_name(text: str) -> bool:
    people = people_in(text)
    return bool(people) and looks_like_a_name(people[0].name)


def _heads_a_person(heading: str) -> bool:
    found = field_of(heading)
    if found and found[0] is not ListField.NAME:
        return False
    people = people_in(heading)
    return bool(people) and not _PERSON.search(heading) and looks_like_a_name(people[0].name)


def _minute_of_value(value: object) -> int | None:
    if isinstance(value, time | datetime):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        return int(value.total_seconds()) // 60
    if isinstance(value, float) and 0 <= value < 1:
        return round(value * 1440)
    return None
