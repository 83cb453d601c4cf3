"""Sheets with days across the top: people × days, periods × days, two header rows, stacked blocks, calendars."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from roster_app.domain.inspected import EntryVerdict, LayoutKind, QuestionKind
from roster_app.domain.lists import ListField
from roster_app.domain.names import is_han, name_key, tidy_name
from roster_app.exchange.cells import is_nothing
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.headings import field_of
from roster_app.exchange.inspecting.axes import DayRow
from roster_app.exchange.inspecting.day_lines import MeantDay, Reading, meant_days
from roster_app.exchange.inspecting.entering import Entering, Slot, slot_of
from roster_app.exchange.inspecting.said import codes_among_marks
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.people_in_cells import NamedPerson, people_in
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.phones import is_mobile, read_phone
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import is_away, is_no_name, is_part_of_day, is_shift_word, mark_of

_LOOKED_AT = 80
_INDEX = re.compile(r"[A-Za-z]?|\d+")
_LONGEST_SLOT = 24
_WIDEST_GROUP = 40
_LAST_NAME_FIRST = re.compile(r"[^\W\d_][\w'-]*, ?[^\W\d_][\w'. -]*")
_TAKES_IN = re.compile("[（(\\[【]([^()（）\\[\\]【】]+)[)）\\]】]")


@dataclass(frozen=True)
class Block:
    """A header with days and the rows below it."""

    header: DayRow
    body: tuple[int, ...]
    days: Mapping[int, DayText]
    """By column; columns of a group share the day that stands over the first of them."""
    slots: Mapping[int, str]
    slot_row: int | None
    labels: tuple[int, ...]
    """The other columns that hold anything."""


def blocks_of(view: SheetView, headers: list[DayRow]) -> Iterator[Block]:
    """The blocks in the order of the sheet."""
    for at, header in enumerate(headers):
        top = max(row for row in header.header_rows if row <= header.row + 2)
        nexts = [min(h.header_rows - ({h.weekday_header_far} - {None})) for h in headers[at + 1 :]]
        bottom = nexts[0] if nexts else view.filled[-1] + 1
        body = view.filled[bisect_right(view.filled, top) : bisect_left(view.filled, bottom)]
        yield _block(view, header, body)


def _block(view: SheetView, header: DayRow, body: list[int]) -> Block:
    while body and _says_the_same_days(view, body[0], header):
        header = replace(header, weekday_row=body[0])
        body = body[1:]
    slot_row = body[0] if body and _is_slot_row(view, header, body) else None
    days = _merged_right(view, header)
    slots = {c: _slot_in_heading(view, header, c) for c in header.days}
    if slot_row is not None:
        days, slots = _grouped(view, header, slot_row)
        body = body[1:]
    used = {c for row in body[:_LOOKED_AT] for c in view.cells(row)}
    labels = tuple(sorted(used - set(days)))
    return Block(header, tuple(body), days, slots, slot_row, labels)


def _merged_right(view: SheetView, header: DayRow) -> dict[int, DayText]:
    """The days by column; a day in merged cells counts for each of their columns."""
    days: dict[int, DayText] = {}
    for column, day in sorted(header.days.items()):
        merge = view.grid.merge_at(header.row, column)
        last = merge.right if merge and merge.right - column <= _WIDEST_GROUP else column
        for covered in range(column, last + 1):
            days.setdefault(covered, day)
    return days


def _says_the_same_days(view: SheetView, row: int, header: DayRow) -> bool:
    said = [view.day(row, c) for c in header.days]
    same = [d for d, h in zip(said, header.days.values(), strict=True) if d and _alike(d, h)]
    return len(same) * 3 > len(header.days) * 2


def _alike(one: DayText, other: DayText) -> bool:
    if one.day is not None:
        return (one.month or other.month, one.day) == (other.month, other.day)
    return one.weekday is not None and not one.rest and other.day is not None


def _slot_in_heading(view: SheetView, header: DayRow, column: int) -> str:
    """The shift that stands with the day, in the cell (3月5日 上午) or over it."""
    rest = header.days[column].rest
    if rest:
        inside = _TAKES_IN.findall(rest)
        return " ".join((inside[-1] if inside else rest).split()).strip("[]【】()（） ")[:_LONGEST_SLOT]
    return _slot_above(view, header, column)


def _slot_above(view: SheetView, header: DayRow, column: int) -> str:
    """The shift that stands over the day, in cells merged over its group."""
    above = view.label(header.row - 1, column) if header.row > 0 and header.row - 1 not in header.header_rows else ""
    return above if above and len(above) <= _LONGEST_SLOT and (is_part_of_day(above) or _sure_hours(above)) else ""


def _sure_hours(text: str) -> bool:
    hours = hours_in(text)
    return hours is not None and hours.sure


def _is_slot_row(view: SheetView, header: DayRow, body: list[int]) -> bool:
    """Whether the first row below the days divides them: no person before it, and short words that recur."""
    row, first = body[0], min(header.days)
    cells = {c: t for c, t in view.cells(row).items() if c >= first}
    before = [c for c in view.cells(row) if c < first and not _merged_from_header(view, row, c, header)]
    if len(cells) < 2 or before or len(body) < 2:
        return False
    texts = list(cells.values())
    words = sum(is_part_of_day(t) or is_shift_word(t) or _sure_hours(t) for t in texts)
    grouped = any(c not in header.days for c in cells) and len(cells) > len(header.days)
    han_names = sum(is_han(tidy_name(t)) and looks_like_a_name(t) and not is_no_name(t) for t in texts)
    labelled = any(c < first for r in body[1:6] for c in view.cells(r))
    if not labelled or han_names * 2 > len(texts) or sum(bool(mark_of(t)) for t in texts) * 2 > len(texts):
        return False
    return words * 2 > len(texts) or (grouped and all(len(t) <= _LONGEST_SLOT for t in texts))


def _merged_from_header(view: SheetView, row: int, column: int, header: DayRow) -> bool:
    merge = view.grid.merge_at(row, column)
    return merge is not None and merge.top <= header.row


def _grouped(view: SheetView, header: DayRow, slot_row: int) -> tuple[dict[int, DayText], dict[int, str]]:
    """Days and slots by column: a day counts for the columns to its right as far as the next day or heading."""
    days: dict[int, DayText] = {}
    slots: dict[int, str] = {}
    current: DayText | None = None
    for column in range(min(header.days), view.width):
        if column in header.days:
            current = header.days[column]
        elif view.text(header.row, column):
            current = None
        slot = view.label(slot_row, column)
        if current is not None and (slot or column in header.days):
            days[column] = current
            slots[column] = slot[:_LONGEST_SLOT] or _slot_in_heading(view, header, column)
    return days, slots


class AcrossReader:
    """Reads the blocks of one sheet."""

    def __init__(self, entering: Entering, reading: Reading) -> None:
        self._enter, self._reading = entering, reading
        self._view = entering.view

    def read(self, headers: list[DayRow]) -> LayoutKind:
        """Every block; says which layout it is."""
        kinds: list[LayoutKind] = []
        for block in blocks_of(self._view, headers):
            rows = block.header.header_rows | ({block.slot_row} - {None})
            self._enter.fates.header_rows |= {row for row in rows if row is not None}
            if any(_slot_above(self._view, block.header, column) for column in block.header.days):
                self._enter.fates.header_rows.add(block.header.row - 1)
            if block.body:
                kinds.append(self._read_block(block))
        return self._kind(kinds, headers)

    def _kind(self, kinds: list[LayoutKind], headers: list[DayRow]) -> LayoutKind:
        if not kinds or not self._enter.entries:
            return kinds[0] if kinds else LayoutKind.TEMPLATE
        return max(kinds, key=kinds.count)

    def _read_block(self, block: Block) -> LayoutKind:
        columns = list(block.days)
        places = {c: (block.header.row, c) for c in columns}
        once = {c: block.days[c] for c in columns if c in block.header.days}
        meant = meant_days(self._view, self._enter.tally, once, places, self._reading)
        by_column: dict[int, MeantDay] = {}
        for column in columns:
            by_column[column] = meant[max(c for c in once if c <= column)]
        person_column = self._person_column(block)
        if self._names_in_body(block, person_column):
            self._read_names(block, by_column)
            calendar = not block.labels or not any(self._view.text(r, c) for r in block.body for c in block.labels)
            return LayoutKind.ROSTER_STACKED if calendar else LayoutKind.ROSTER_GRID
        if person_column is None:
            return LayoutKind.NONE
        marks, codes = self._enter.marks, self._enter.codes
        self._read_people(block, by_column, person_column)
        return self._matrix_kind(block, self._enter.marks - marks, self._enter.codes - codes)

    def _matrix_kind(self, block: Block, marks: int, codes: int) -> LayoutKind:
        if any(block.slots.values()) and marks * 2 > codes:
            return LayoutKind.AVAILABILITY_WIDE
        title = " ".join(t for r in self._view.filled[:4] for t in list(self._view.cells(r).values())[:2])
        if re.search("可值班|可上班|空闲|有空|意愿|availab|可用|能否|报名", title):
            return LayoutKind.AVAILABILITY_MATRIX
        duty = re.search("排班|值班|轮值|考勤|roster|rota|schedule", title, re.IGNORECASE)
        return LayoutKind.AVAILABILITY_MATRIX if marks > codes and not duty else LayoutKind.ROSTER_MATRIX

    def _person_column(self, block: Block) -> int | None:
        """The label column that holds names; headed 姓名, or most of it names."""
        best: tuple[float, int] | None = None
        for column in block.labels:
            texts = [t for r in block.body[:_LOOKED_AT] if (t := self._view.text(r, column)) and not is_foot(t)]
            if not texts:
                continue
            headed = any(self._heads_names(row, column) for row in self._header_rows(block))
            likely = sum(_may_be_a_name(text) for text in texts) / len(texts)
            if likely >= 0.5 or (headed and likely > 0.2):
                rank = likely + headed - 0.001 * column - 0.5 * (column > max(block.days))
                best = max(best, (rank, column)) if best else (rank, column)
        return best[1] if best else None

    def _header_rows(self, block: Block) -> list[int]:
        return sorted(r for r in (*block.header.header_rows, block.slot_row) if r is not None)

    def _heads_names(self, row: int, column: int) -> bool:
        heading = self._view.label(row, column)
        found = field_of(heading) or field_of(re.split(r"[\\/|]", heading)[0])
        return bool(found and found[0] is ListField.NAME)

    def _names_in_body(self, block: Block, person_column: int | None) -> bool:
        """Whether the cells under the days name people rather than say something of the row's person."""
        texts = [t for r in block.body[:_LOOKED_AT] for c in block.days if (t := self._view.text(r, c))][:1500]
        han = latin = others = 0
        for text in texts:
            if _names_somebody(text):
                han += 1
            elif person_column is None and looks_like_a_name(text) and not _is_said(text):
                latin += 1
            elif not _is_said(text) or person_column is not None:
                others += 1
        if han * 2 > han + others and han * 4 >= len(texts):
            return True
        return person_column is None and (han + latin) * 5 >= len(texts) and bool(han + latin)

    def _read_people(self, block: Block, days: Mapping[int, MeantDay], person_column: int) -> None:
        said = (self._view.text(r, c) for r in block.body[:_LOOKED_AT] for c in block.days)
        self._enter.code_words = codes_among_marks(said)
        phones = [c for c in block.labels if self._is_phone_column(block, c)]
        last = max(block.days)
        parts = [c for c in block.labels if c != person_column and c < last and self._is_slot_column(block, c)]
        for row in block.body:
            text = self._view.down(row, person_column)
            heading = text and any(text == self._view.text(r, person_column) for r in self._header_rows(block))
            if heading or self._is_no_person(block, row, text):
                continue
            if not text:
                self._nameless(block, row, person_column)
                continue
            people = self._person(text)
            if not people:
                continue
            label = Slot()
            for column in parts:
                label = label.or_else(slot_of(self._view.label(row, column), self._enter.legend))
            self._read_person(block, days, row, person_column, people, phones, label)

    def _is_no_person(self, block: Block, row: int, text: str) -> bool:
        cells = self._view.cells(row)
        first = next(iter(cells.values()), "")
        if is_foot(text) or (is_foot(first) and not _may_be_a_name(text)):
            return True
        if text and (len(text) > 30 or (is_no_name(text) and not is_han(text)) or (is_no_name(text) and len(text) > 1)):
            return True
        return not text and not any(c in block.days for c in cells)

    def _person(self, text: str) -> tuple[NamedPerson, ...]:
        if _LAST_NAME_FIRST.fullmatch(text) and text.isascii():
            return (NamedPerson(" ".join(text.split())),)
        return people_in(text) or self._odd_person(text)

    def _odd_person(self, text: str) -> tuple[NamedPerson, ...]:
        name = tidy_name(text)
        return (NamedPerson(name),) if name and len(name) <= 30 and any(c.isalpha() for c in name) else ()

    def _nameless(self, block: Block, row: int, person_column: int) -> None:
        said = [t for c in block.days if (t := self._view.text(row, c)) and not t.replace(".", "").isdecimal()]
        if len(said) * 3 >= len(block.days) and any(_is_said(t) for t in said):
            self._enter.tally.ask(self._view.address(row, person_column), QuestionKind.NAME_MISSING, said[0])
            self._enter.fates.fail(row)

    def _read_person(
        self,
        block: Block,
        days: Mapping[int, MeantDay],
        row: int,
        person_column: int,
        people: tuple[NamedPerson, ...],
        phones: list[int],
        label: Slot,
    ) -> None:
        cell = (row, person_column)
        merge = self._view.grid.merge_at(*cell)
        top = merge.top if merge and merge.left == merge.right else row
        person = people[0]
        if len(people) > 1:
            self._enter.tally.ask(
                self._view.address(*cell), QuestionKind.NAME_SEVERAL, self._view.text(*cell), str(len(people))
            )
        elif self._enter.doubts(person, cell, people) is not EntryVerdict.OK and person.glued:
            return
        for person in people:
            phone = person.phone or self._phone(row, phones)
            name = self._enter.tally.see(replace(person, phone=phone), self._view.address(top, person_column))
            before = self._enter.entries
            self._read_days(replace(person, name=name), block, days, row, label)
            if self._enter.entries == before:
                self._enter.fates.imported(row)

    def _read_days(
        self, person: NamedPerson, block: Block, days: Mapping[int, MeantDay], row: int, label: Slot
    ) -> None:
        for column, day in days.items():
            text, at = self._view.across(row, column)
            if (row, at) in self._view.grid.unfinished or not text:
                continue
            slot = slot_of(block.slots.get(column, ""), self._enter.legend).or_else(label)
            self._enter.of_person(person, text, (row, at), day, slot, row)

    def _phone(self, row: int, phones: list[int]) -> str | None:
        for column in phones:
            text = self._view.down(row, column)
            phone, doubt = read_phone(text)
            if doubt is not None and text:
                self._enter.tally.ask(self._view.address(row, column), QuestionKind.LIST_CELL, text, doubt.code.value)
            if phone:
                return phone
        return None

    def _is_phone_column(self, block: Block, column: int) -> bool:
        texts = [t for r in block.body[:_LOOKED_AT] if (t := self._view.text(r, column))]
        return bool(texts) and sum(map(is_mobile, texts)) * 2 > len(texts)

    def _is_slot_column(self, block: Block, column: int) -> bool:
        texts = [t for r in block.body[:_LOOKED_AT] if (t := self._view.text(r, column))]
        return bool(texts) and sum(is_part_of_day(t) or _sure_hours(t) for t in texts) * 2 > len(texts)

    def _read_names(self, block: Block, days: Mapping[int, MeantDay]) -> None:
        """Names under the days: the row's labels tell the shift, hours in the cell above count for the one below."""
        known = known_names(self._view, block.body, block.days)
        label_columns = self._shift_columns(block)
        pending: dict[int, Slot] = {}
        shift_before = Slot()
        for row in block.body:
            first = next(iter(self._view.cells(row).values()), "")
            if is_foot(first) and not _names_somebody(first):
                continue
            label = self._row_label(row, label_columns)
            if label.shift or label.start is not None:
                shift_before = label
            elif not any(self._view.text(row, c) for c in label_columns):
                label = shift_before
            for column, day in days.items():
                self._read_named(block, row, column, day, label, known, pending)

    def _row_label(self, row: int, columns: list[int]) -> Slot:
        label = Slot()
        for column in columns:
            text = self._view.label(row, column)
            if not (found := field_of(text)) or found[0] is not ListField.NAME:
                label = label.or_else(slot_of(text, self._enter.legend))
        return label

    def _shift_columns(self, block: Block) -> list[int]:
        """The label columns that tell shifts; where none does, the last one before the days."""
        telling = [c for c in block.labels if self._is_slot_column(block, c) and c < max(block.days)]
        if telling:
            return telling
        rows = block.body[:_LOOKED_AT]
        left = [c for c in block.labels if c < min(block.days)]
        words = [c for c in left if any(not _INDEX.fullmatch(self._view.text(r, c)) for r in rows)]
        return words[-1:]

    def _read_named(
        self,
        block: Block,
        row: int,
        column: int,
        day: MeantDay,
        label: Slot,
        known: set[str],
        pending: dict[int, Slot],
    ) -> None:
        text, at = self._view.across(row, column)
        if not text:
            return
        hours = hours_in(text)
        people = people_in(_without_hours(text) if hours else text, known)
        if not people:
            if hours and hours.sure:
                pending[column] = slot_of(text, self._enter.legend)
                self._enter.fates.imported(row)
            elif not (is_nothing(text) or is_away(text) or mark_of(text) or is_no_name(text) or text.isdecimal()):
                self._enter.tally.ask(self._view.address(row, at), QuestionKind.NAME_ODD, text)
                self._enter.fates.wrong(row)
            return
        own = slot_of(_hours_alone(text), self._enter.legend) if hours else Slot()
        slot = own.or_else(pending.get(column, Slot()))
        heading = slot_of(block.slots.get(column, ""), self._enter.legend)
        self._enter.of_names(people, (row, at), [day], slot.or_else(label).or_else(heading), row)


def known_names(
    view: SheetView, rows: "tuple[int, ...] | list[int]", columns: "Mapping[int, object] | list[int]"
) -> set[str]:
    """Keys of the names that stand alone in a cell."""
    names: set[str] = set()
    for row in list(rows)[:2000]:
        for column in columns:
            text = view.text(row, column)
            if text and len(text) <= 40:
                people = people_in(text)
                names.update(name_key(p.name) for p in people if not p.glued and (len(p.name) <= 3 or len(people) == 1))
    return names


def _without_hours(text: str) -> str:
    hours = hours_in(text)
    return hours.rest if hours else text


def _hours_alone(text: str) -> str:
    hours = hours_in(text)
    return text.replace(hours.rest, " ").strip() if hours and hours.rest else text


def _names_somebody(text: str) -> bool:
    people = people_in(text)
    return bool(people) and any(is_han(p.name) and (looks_like_a_name(p.name)) for p in people)


def _may_be_a_name(text: str) -> bool:
    if mark_of(text) or is_away(text) or is_part_of_day(text) or is_no_name(text):
        return False
    people = people_in(text)
    if not people:
        return False
    name = people[0].name
    if is_han(name):
        return looks_like_a_name(name) or 2 <= len(name) <= 3
    return (len(name) >= 2 and not re.fullmatch(r"[A-Z]{1,3}\d*", name)) or len(name) >= 4


def _is_said(text: str) -> bool:
    """Whether the text says something of a person's day."""
    return bool(mark_of(text) or is_away(text) or is_shift_word(text) or _sure_hours(text)) or len(text) == 1
