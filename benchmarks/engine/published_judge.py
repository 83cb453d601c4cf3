"""An independent judge of published instances: it knows the rules as written and nothing of the engine or the domain.

A roster tells for each person one shift type or "" a day. The rules are those of doi 10.1016/j.ejor.2014.01.039;
a run of work or of days off that touches the first or the last day is never too short.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from benchmarks.engine.published import SATURDAY, WEEK, Person, Published

Line = Sequence[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard rule that is not kept: whose, where (the day it shows, or -1), the number found and the limit."""

    rule: str
    person: str
    day: int = -1
    found: object = None
    limit: object = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is broken, and the parts of the cost in the instance's own points."""

    broken: tuple[Broken, ...]
    on: int
    off: int
    under: int
    over: int

    @property
    def cost(self) -> int:
        """The whole cost."""
        return self.on + self.off + self.under + self.over


def judge(instance: Published, roster: Mapping[str, Line]) -> Judgement:
    """Hard violations and cost of a roster; who is not in it works on no day."""
    known = {person.id for person in instance.people}
    broken = [Broken("unknown person", who) for who in roster if who not in known]
    lines = {person.id: roster.get(person.id, ("",) * instance.days) for person in instance.people}
    for person in instance.people:
        broken += _wrong(instance, person, lines[person.id])
    staffed = Counter((day, kind) for line in lines.values() for day, kind in enumerate(line) if kind)
    short = [(c, c.wanted - staffed[c.day, c.kind]) for c in instance.cover]
    return Judgement(
        tuple(broken),
        on=sum(r.weight for r in instance.on if _works(lines[r.person], r.day) != r.kind),
        off=sum(r.weight for r in instance.off if _works(lines[r.person], r.day) == r.kind),
        under=sum(c.under * missing for c, missing in short if missing > 0),
        over=sum(c.over * -missing for c, missing in short if missing < 0),
    )


def _works(line: Line, day: int) -> str:
    return line[day] if day < len(line) else ""


def _wrong(instance: Published, person: Person, line: Line) -> Iterator[Broken]:
    kinds = {kind.id: kind for kind in instance.kinds}
    if len(line) != instance.days:
        yield Broken("days", person.id, found=len(line), limit=instance.days)
    if strange := [(day, kind) for day, kind in enumerate(line) if kind and kind not in kinds]:
        yield from (Broken("unknown shift", person.id, day, kind) for day, kind in strange)
        return
    for day in sorted(instance.days_off.get(person.id, ())):
        if _works(line, day):
            yield Broken("day off", person.id, day, line[day])
    for day, (here, there) in enumerate(pairwise(line)):
        if here and there in kinds[here].never_before:
            yield Broken("succession", person.id, day, there, here)
    yield from _amounts(person, line, {kind.id: kind.minutes for kind in instance.kinds})
    yield from _runs(person, line)


def _amounts(person: Person, line: Line, minutes_of: Mapping[str, int]) -> Iterator[Broken]:
    minutes = sum(minutes_of[kind] for kind in line if kind)
    if minutes > person.max_minutes:
        yield Broken("maximum minutes", person.id, found=minutes, limit=person.max_minutes)
    if minutes < person.min_minutes:
        yield Broken("minimum minutes", person.id, found=minutes, limit=person.min_minutes)
    for kind, most in person.max_shifts.items():
        if (times := line.count(kind)) > most:
            yield Broken("shifts of a type", person.id, found=(kind, times), limit=most)
    weekends = len({day // WEEK for day, kind in enumerate(line) if kind and day % WEEK >= SATURDAY})
    if weekends > person.max_weekends:
        yield Broken("weekends", person.id, found=weekends, limit=person.max_weekends)


def _runs(person: Person, line: Line) -> Iterator[Broken]:
    first = 0
    for works, stretch in groupby(line, key=bool):
        length = len(list(stretch))
        inside = first > 0 and first + length < len(line)
        if works and length > person.max_work_run:
            yield Broken("longest run of work", person.id, first, length, person.max_work_run)
        if works and inside and length < person.min_work_run:
            yield Broken("shortest run of work", person.id, first, length, person.min_work_run)
        if not works and inside and length < person.min_free_run:
            yield Broken("shortest run of days off", person.id, first, length, person.min_free_run)
        first += length
