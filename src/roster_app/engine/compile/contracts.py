"""Contracts: the rules about the order of a line, shared by all people for whom the same entries hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from roster_app.domain.book import (
    Book,
    Continuity,
    LineEntry,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    WeeklyRest,
    WholeWeekends,
    Window,
)
from roster_app.domain.ids import VolunteerId
from roster_app.domain.rules import Judge
from roster_app.engine.compile.closeness import Closeness
from roster_app.engine.compile.watches import classes_for_runs
from roster_app.engine.form import HARD, Numbers

_NO_MOST = 100_000


def points_of(points: int | None) -> int:
    """The points of an entry; a hard one costs more than anything."""
    return HARD if points is None else points


@dataclass(frozen=True)
class Contract:
    """The entries about the order of a line that hold for somebody."""

    rests: tuple[MinRest, ...] = ()
    successions: tuple[Succession, ...] = ()
    runs: tuple[RunLimit, ...] = ()
    after_runs: tuple[RestAfterRun, ...] = ()
    weekly: tuple[WeeklyRest, ...] = ()
    weekends: tuple[WholeWeekends, ...] = ()
    continuity: tuple[Continuity, ...] = ()


def contracts_of(judge: Judge) -> tuple[list[Contract], list[int]]:
    """The different contracts of a team, and the number of each person's."""
    numbers: dict[Contract, int] = {}
    book = judge.directory.rules.book
    found = [numbers.setdefault(_contract(book, v.id), len(numbers)) for v in judge.directory.volunteers]
    return list(numbers) or [Contract()], found


def _contract(book: Book, who: VolunteerId) -> Contract:
    return Contract(
        book.of(MinRest, who),
        book.of(Succession, who),
        book.of(RunLimit, who),
        book.of(RestAfterRun, who),
        book.of(WeeklyRest, who),
        book.of(WholeWeekends, who),
        book.of(Continuity, who),
    )


def contract_arrays(contracts: Sequence[Contract], closeness: Closeness, book: Book) -> dict[str, Numbers]:
    """The arrays of the form about contracts, by the names of its fields."""
    bits = classes_for_runs(book).index
    pairs = [closeness.table(c.rests, c.successions).ravel() for c in contracts]
    runs = [
        [(bits(e.of), int(e.off), e.least or 0, _or_no_most(e.most), points_of(e.points)) for e in c.runs]
        for c in contracts
    ]
    after = [[(bits(e.of), e.run, e.days_off, points_of(e.points)) for e in c.after_runs] for c in contracts]
    weekly = [[(e.minutes, int(e.window is not Window.WEEK), points_of(e.points)) for e in c.weekly] for c in contracts]
    return {
        "pair": np.concatenate(pairs).astype(np.int32),
        **_table("run_first", ("run_class", "run_off", "run_least", "run_most", "run_points"), runs),
        **_table("after_first", ("after_class", "after_run", "after_days", "after_points"), after),
        **_table("weekly_first", ("weekly_rest", "weekly_rolling", "weekly_points"), weekly),
        "half_weekend": row_of(_sum(c.weekends) for c in contracts),
        "step": row_of(_sum(c.continuity) for c in contracts),
    }


def row_of(values: Iterable[int]) -> Numbers:
    """The numbers as an array of the form."""
    return np.array(list(values), np.int32)


def _or_no_most(most: int | None) -> int:
    return _NO_MOST if most is None else most


def _sum(entries: Iterable[LineEntry]) -> int:
    return sum(points_of(entry.points) for entry in entries)


def _table(first: str, names: Sequence[str], rows: Sequence[Sequence[Sequence[int]]]) -> dict[str, Numbers]:
    """Rows grouped by contract as columns, with where each contract's begin."""
    flat = [row for group in rows for row in group]
    begins = np.cumsum([0, *(len(group) for group in rows)]).astype(np.int32)
    return {first: begins, **{name: row_of(row[n] for row in flat) for n, name in enumerate(names)}}
