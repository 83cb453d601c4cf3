"""A header of days and the rows below it, with the shifts that divide the days."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from roster_app.domain.names import is_han, tidy_name
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.inspecting.header_rows import DayRow
from roster_app.exchange.inspecting.name_cells import sure_hours
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.shift_words import is_no_name, is_part_of_day, is_shift_word, mark_of

LOOKED_AT = 80
_LONGEST_SLOT = 24
_WIDEST_GROUP = 40
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

    @property
    def header_rows(self) -> list[int]:
        """Every row above the body that belongs to it."""
        return sorted(r for r in (*self.header.header_rows, self.slot_row) if r is not None)


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
    used = {c for row in body[:LOOKED_AT] for c in view.cells(row)}
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
    return slot_above(view, header, column)


def slot_above(view: SheetView, header: DayRow, column: int) -> str:
    """The shift that stands over the day, in cells merged over its group."""
    above = view.label(header.row - 1, column) if header.row > 0 and header.row - 1 not in header.header_rows else ""
    return above if above and len(above) <= _LONGEST_SLOT and (is_part_of_day(above) or sure_hours(above)) else ""


def _is_slot_row(view: SheetView, header: DayRow, body: list[int]) -> bool:
    """Whether the first row below the days divides them: no person before it, and short words that recur."""
    row, first = body[0], min(header.days)
    cells = {c: t for c, t in view.cells(row).items() if c >= first}
    before = [c for c in view.cells(row) if c < first and not _merged_from_header(view, row, c, header)]
    if len(cells) < 2 or before or len(body) < 2:
        return False
    texts = list(cells.values())
    words = sum(is_part_of_day(t) or is_shift_word(t) or sure_hours(t) for t in texts)
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


def is_slot_column(view: SheetView, block: Block, column: int) -> bool:
    """Whether a column beside the days tells shifts or hours."""
    texts = [t for r in block.body[:LOOKED_AT] if (t := view.text(r, column))]
    return bool(texts) and sum(is_part_of_day(t) or sure_hours(t) for t in texts) * 2 > len(texts)
