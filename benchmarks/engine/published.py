"""The published shift-scheduling format (Curtois and Qu, doi 10.1016/j.ejor.2014.01.039), read into plain values."""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
Cells = tuple[str, ...]
Lines = list[tuple[int, str]]
"""Numbered lines, comments and blanks left out."""

WEEK = 7
SATURDAY = 5


class BadInstance(ValueError):
    """The text is not of the published format; says where and why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A shift type: its length in minutes, and which shift types may not be worked on the day after it."""

    id: str
    minutes: int
    never_before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """One member of staff; minutes are of the whole horizon, runs are in days, a shift type not named has no limit."""

    id: str
    max_shifts: Mapping[str, int]
    max_minutes: int
    min_minutes: int
    max_work_run: int
    min_work_run: int
    min_free_run: int
    max_weekends: int


@dataclass(frozen=True, slots=True)
class Request:
    """To work a shift on a day, or not to; costs its weight where it is not met."""

    person: str
    day: int
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Cover:
    """How many people a shift wants on a day, and what one too few and one too many cost."""

    day: int
    kind: str
    wanted: int
    under: int
    over: int


@dataclass(frozen=True, slots=True)
class Published:
    """An instance; days count from 0, and day 0 is a Monday."""

    days: int
    kinds: tuple[Kind, ...]
    people: tuple[Person, ...]
    days_off: Mapping[str, frozenset[int]]
    on: tuple[Request, ...]
    off: tuple[Request, ...]
    cover: tuple[Cover, ...]


def read(path: Path) -> Published:
    """The instance of a file; raises BadInstance, or OSError where there is no such file."""
    try:
        return parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise BadInstance("not a text file") from None


def parse(text: str) -> Published:
    """The instance a text tells; raises BadInstance with the number of the line that cannot be read."""
    sections = _sections(text)
    days_off: dict[str, frozenset[int]] = defaultdict(frozenset)
    for who, days in _told(sections.get("DAYS_OFF", []), _days_off):
        days_off[who] |= days
    instance = Published(
        days=_horizon(_needed(sections, "HORIZON")),
        kinds=_told(_needed(sections, "SHIFTS"), _kind),
        people=_told(_needed(sections, "STAFF"), _person),
        days_off=dict(days_off),
        on=_told(sections.get("SHIFT_ON_REQUESTS", []), _request),
        off=_told(sections.get("SHIFT_OFF_REQUESTS", []), _request),
        cover=_told(_needed(sections, "COVER"), _cover),
    )
    _refuse_twice(instance)
    _refuse_unknown(instance)
    return instance


def _sections(text: str) -> dict[str, Lines]:
    sections: dict[str, Lines] = {}
    current: Lines | None = None
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        if written.startswith("SECTION_"):
            current = sections.setdefault(written.removeprefix("SECTION_"), [])
        elif current is None:
            raise BadInstance(f"line {number}: {written!r} stands before the first section")
        else:
            current.append((number, written))
    return sections


def _needed(sections: Mapping[str, Lines], name: str) -> Lines:
    if not sections.get(name):
        raise BadInstance(f"SECTION_{name} is missing or empty")
    return sections[name]


def _told(lines: Lines, reader: Callable[[Cells], T]) -> tuple[T, ...]:
    return tuple(_read(number, line, reader) for number, line in lines)


def _read(number: int, line: str, reader: Callable[[Cells], T]) -> T:
    try:
        return reader(tuple(cell.strip() for cell in line.split(",")))
    except (ValueError, IndexError) as reason:
        raise BadInstance(f"line {number}: {line!r} cannot be read ({reason})") from None


def _horizon(lines: Lines) -> int:
    number, line = lines[0]
    days = _read(number, line, lambda cells: int(cells[0]))
    if days < 1 or len(lines) > 1:
        raise BadInstance(f"line {number}: the horizon is one number of days, at least 1")
    return days


def _kind(cells: Cells) -> Kind:
    name, minutes, *never = cells
    return Kind(name, int(minutes), frozenset(filter(None, "|".join(never).split("|"))))


def _person(cells: Cells) -> Person:
    name, kinds, *numbers = cells
    limits = dict(part.split("=") for part in kinds.split("|") if part)
    most, least, *runs = map(int, numbers)
    max_run, min_run, min_free, weekends = runs
    return Person(name, {k: int(n) for k, n in limits.items()}, most, least, max_run, min_run, min_free, weekends)


def _days_off(cells: Cells) -> tuple[str, frozenset[int]]:
    name, *days = cells
    return name, frozenset(int(day) for day in days if day)


def _request(cells: Cells) -> Request:
    person, day, kind, weight = cells
    return Request(person, int(day), kind, int(weight))


def _cover(cells: Cells) -> Cover:
    day, kind, wanted, under, over = cells
    return Cover(int(day), kind, int(wanted), int(under), int(over))


def _refuse_twice(instance: Published) -> None:
    for what, names in (
        ("shift type", [k.id for k in instance.kinds]),
        ("person", [p.id for p in instance.people]),
        ("cover of day and shift type", [(c.day, c.kind) for c in instance.cover]),
    ):
        for name, times in Counter[object](names).items():
            if times > 1:
                raise BadInstance(f"{what} {name!r} is told twice")


def _refuse_unknown(instance: Published) -> None:
    kinds, people = {k.id for k in instance.kinds}, {p.id for p in instance.people}
    requests = (*instance.on, *instance.off)
    named_kinds = [*(r.kind for r in requests), *(c.kind for c in instance.cover)]
    named_kinds += [kind for k in instance.kinds for kind in k.never_before]
    named_kinds += [kind for p in instance.people for kind in p.max_shifts]
    _refuse(named_kinds, kinds, "shift type")
    _refuse([*(r.person for r in requests), *instance.days_off], people, "person")
    days = [
        *(r.day for r in requests),
        *(c.day for c in instance.cover),
        *frozenset().union(*instance.days_off.values()),
    ]
    _refuse(days, range(instance.days), "day")


def _refuse(named: Iterable[object], known: Container[object], what: str) -> None:
    for name in named:
        if name not in known:
            raise BadInstance(f"{what} {name!r} is not of this instance")
