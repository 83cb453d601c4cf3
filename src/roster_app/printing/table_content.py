"""What a table on paper is: columns under groups, rows of days or people, cells of names; nothing about measures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.printing.fitting import Name
from roster_app.printing.list_columns import ListColumn
from roster_app.printing.paper import Paper
from roster_app.printing.selection import Entry
from roster_app.printing.titles import Heading

MOST_DAYS = 31
"""So many days stand on one sheet, whichever months they belong to; a longer stretch is parted by months."""

Cell = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A label column is as wide as its words and stands on every page; the others share the room that is left.

    `least` is the least width of one name in sizes of the small print, `across` how many names stand beside each
    other. `below` is the second line of a head of two, `clock` that of the group it stands under.
    """

    head: str
    below: str = ""
    group: str = ""
    clock: str = ""
    label: bool = False
    grey: bool = False
    bold: bool = False
    least: float = 4.4
    across: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A cell for each column; `begins` where a week begins, `keep` where the row is nothing without the next one."""

    cells: tuple[Cell, ...]
    grey: bool = False
    begins: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a new sheet: a table with what it is called and whose check codes it carries.

    `rules` say how to read it; the rules of duty follow them where it is `for_duty`. `who` is the person it is all
    about; `below` is what the rest of the sheet under the table is for: notes (None), nothing, or something else.
    `largest` is the most its names are set in, in sizes of the small print.
    """

    heading: Heading
    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rules: tuple[str, ...]
    legend: tuple[str, ...] = ()
    for_duty: bool = True
    who: Name | None = None
    below: str | None = None
    largest: float = 2.2


@dataclass(frozen=True, slots=True)
class TableRequest:
    """The days (both included) and checkpoints to print; no checkpoints means all of them.

    `landscape` None takes the way of the paper that needs fewer sheets, then the one that sets names larger.
    `columns` are those of a list form, none meaning the usual, among them phones where `with_phones` says so,
    and `duty_leader` is 带班领导 in it. With `lunar`, tables with a row a day have the lunar date, too.
    """

    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()
    paper: Paper = Paper.A4
    landscape: bool | None = None
    with_phones: bool = False
    columns: tuple[ListColumn, ...] = ()
    duty_leader: str = ""
    lunar: bool = False


def months(days: Sequence[date]) -> tuple[tuple[date, ...], ...]:
    """All days in one part while a sheet can hold them, else parted before the first of each month."""
    if len(days) <= MOST_DAYS:
        return (tuple(days),)
    parts: list[list[date]] = []
    for day in days:
        if not parts or day.day == 1:
            parts.append([])
        parts[-1].append(day)
    return tuple(tuple(part) for part in parts)


def words_cell(text: str, below: str = "", *, leads: bool = False) -> Cell:
    """A cell of words instead of names, a smaller word after them or below."""
    return (Entry(Name(text, below), leads=leads),) if text else ()


def names_in(parts: Iterable[Part]) -> Iterable[Name]:
    """Every name and word in the cells, in order."""
    for part in parts:
        for entry in (entry for row in part.rows for cell in row.cells for entry in cell):
            if entry.name:
                yield entry.name
