"""What the columns beside a column of days hold: names, phones, shifts, times, marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from roster_app.domain.inspected import ColumnUse
from roster_app.domain.lists import ListField
from roster_app.domain.names import is_han, tidy_name
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.headings import field_of, plain_heading
from roster_app.exchange.inspecting.down_table import DownTable
from roster_app.exchange.people_in_cells import people_in
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.phones import is_mobile
from roster_app.exchange.shift_words import is_away, is_part_of_day, is_shift_word, mark_of, parts_of_day

LOOKED_AT_DOWN = 80
_REMARKS = re.compile(
    "备注|说明|签字|签名|签到|签退|note|remark|comment|sign|地点|地址|单位|部门|职务|岗位|卡口|点位|性别|序号|编号|来源|来自ip|所用时间|place|where|location"
)
PLACE_HEADING = re.compile("地点|地址|卡口|点位|place|where|location")
ROLE_HEADING = re.compile("职务|岗位")
_START = re.compile("开始|起始|上班|到岗|^起|start|from|begin", re.IGNORECASE)
_END = re.compile("结束|截止|下班|离岗|^止|end|finish|until", re.IGNORECASE)
_SHIFT = re.compile("班次|班别|时段|时间段|时间|班种|shift|period|slot|hours|time", re.IGNORECASE)
PERSON_HEADING = re.compile(
    "姓名|名字|人员|志愿者|队员|值班人|值守人|值班员|name|person|volunteer|staff|who", re.IGNORECASE
)


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
    places: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)

    def uses(self) -> dict[int, ColumnUse]:
        """The columns with what they hold."""
        kinds = (
            (self.names, ColumnUse.NAME), (self.phones, ColumnUse.PHONE), (self.shifts, ColumnUse.SHIFT),
            (self.starts, ColumnUse.START), (self.ends, ColumnUse.END), (self.marks, ColumnUse.MARK),
            (self.status, ColumnUse.MARK), (self.places, ColumnUse.PLACE), (self.roles, ColumnUse.ROLE),
        )  # fmt: skip
        return {column: use for columns, use in kinds for column in columns}

    def of_use(self, use: ColumnUse) -> list[int] | None:
        """The columns of a use, nothing where it is none of those beside the days."""
        return {
            ColumnUse.NAME: self.names, ColumnUse.PHONE: self.phones, ColumnUse.SHIFT: self.shifts,
            ColumnUse.START: self.starts, ColumnUse.END: self.ends, ColumnUse.PLACE: self.places,
            ColumnUse.ROLE: self.roles,
        }.get(use)  # fmt: skip


class ColumnSorter:
    """Sorts the columns of one table by their headings and by what stands in them."""

    def __init__(self, table: DownTable, told: Mapping[int, ColumnUse]) -> None:
        self._told = told
        self._table, self._view, self._days, self._rows = table, table.view, table.days, table.rows

    def sort(self) -> Columns:
        """Every column but those of the days."""
        columns = Columns()
        taken = {self._days.column, self._days.weekday_column, self._days.last_column}
        for column in range(self._days.left, min(self._days.right, self._view.width)):
            if column not in taken:
                self._take_column(columns, column)
        if len(columns.names) > 1:
            self._keep_names(columns)
        return columns

    def _take_column(self, columns: Columns, column: int) -> None:
        """As told, otherwise by heading and content."""
        told = self._told.get(column)
        if told is None:
            self._sort_column(columns, column)
        elif told is ColumnUse.MARK:
            heads = _heads_a_person(self._table.heading(column))
            (columns.marks if heads else columns.status).append(column)
        elif (kept := columns.of_use(told)) is not None:
            kept.append(column)

    def _keep_names(self, columns: Columns) -> None:
        """A column of places or units beside columns of people is none of people."""
        columns.names = [
            c for c in columns.names if c in self._told or not _REMARKS.search(plain_heading(self._table.heading(c)))
        ] or columns.names

    def _sort_column(self, columns: Columns, column: int) -> None:
        filled = (r for r in self._rows if self._view.text(r, column) and not self._table.is_foot(r))
        rows = list(islice(filled, LOOKED_AT_DOWN))
        texts = [self._view.text(r, column) for r in rows]
        heading = plain_heading(self._table.heading(column))
        if not texts:
            return
        named = _most(texts, self._names_people, 0.4)
        if _most(texts, is_mobile) or (not named and re.search("电话|手机|phone|mobile|联系方式", heading)):
            columns.phones.append(column)
        elif _START.search(heading) and self._clocks(column, rows):
            columns.starts.append(column)
        elif _END.search(heading) and self._clocks(column, rows):
            columns.ends.append(column)
        elif _REMARKS.search(heading) and not PERSON_HEADING.search(heading):
            self._take_place_or_role(columns, column, heading)
        elif self._tells_shifts(heading, texts) or _most(texts, is_away):
            columns.shifts.append(column)
        elif named and not self._rather_places(texts, heading):
            columns.names.append(column)
        elif _heads_a_person(self._table.heading(column)) and _most(
            texts, lambda t: bool(mark_of(t) or is_shift_word(t) or is_away(t))
        ):
            columns.marks.append(column)
        elif _most(texts, lambda t: mark_of(t) is not None):
            columns.status.append(column)

    def _take_place_or_role(self, columns: Columns, column: int, heading: str) -> None:
        if PLACE_HEADING.search(heading):
            columns.places.append(column)
        elif ROLE_HEADING.search(heading):
            columns.roles.append(column)

    def _tells_shifts(self, heading: str, texts: list[str]) -> bool:
        hours = _most(texts, lambda t: bool((h := hours_in(t)) and h.sure and not people_in(h.rest)))
        words = _most(
            texts,
            lambda t: is_part_of_day(t) or bool(parts_of_day(t)) or (bool(_SHIFT.search(heading)) and is_shift_word(t)),
        )
        stacked = hours and self._hours_over_names
        return (hours and not stacked) or (words and not _heads_a_person(heading))

    @property
    def _hours_over_names(self) -> bool:
        """Whether rows of hours and rows of names alternate, so that a day takes two rows."""
        rows = self._rows[:LOOKED_AT_DOWN]
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
        if PERSON_HEADING.search(heading) or any(is_han(tidy_name(t)) for t in texts[:10]):
            return not PERSON_HEADING.search(heading) and not _most(texts, _sure_name, 0.3)
        return bool(re.search("team|place|post|role|status|type|area|site|frequency|event|task", heading)) or _most(
            texts, lambda t: bool(mark_of(t))
        )

    def _clocks(self, column: int, rows: list[int]) -> bool:
        return sum(self._table.clock(r, column) is not None for r in rows) * 2 > len(rows)


def _most(texts: list[str], fits: "object", share: float = 0.6) -> bool:
    return sum(bool(fits(t)) for t in texts) >= share * len(texts)  # type: ignore[operator]


def _sure_name(text: str) -> bool:
    people = people_in(text)
    return bool(people) and looks_like_a_name(people[0].name)


def _heads_a_person(heading: str) -> bool:
    found = field_of(heading)
    if (found and found[0] is not ListField.NAME) or _SHIFT.fullmatch(plain_heading(heading)):
        return False
    people = people_in(heading)
    return bool(people) and not PERSON_HEADING.search(heading) and looks_like_a_name(people[0].name)
