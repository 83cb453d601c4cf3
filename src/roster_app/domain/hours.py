"""工时: what people stood by the rosters as they were published, line by line, and sums of lines by what they know.

A line here holds the planned times of a held duty; those of `attendance` hold the times somebody was really there.
Minutes stay whole; only what is shown of a sum is rounded.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol, TypedDict, TypeVar

from roster_app.domain.calendar import DayType
from roster_app.domain.editions import posted_duties
from roster_app.domain.ids import AreaId, CheckpointId, PostId, VolunteerId
from roster_app.domain.places import DutyTag
from roster_app.domain.roster import DatedSeat, Edition, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

K = TypeVar("K")


class Countable(Protocol):
    """What any line of hours is summed by, planned or actual."""

    @property
    def person(self) -> Hashable: ...
    @property
    def duty(self) -> Hashable: ...
    @property
    def minutes(self) -> int: ...
    @property
    def night_minutes(self) -> int: ...
    @property
    def office_duty(self) -> bool: ...


L = TypeVar("L", bound=Countable)


class HeldPart(NamedTuple):
    """One duty somebody holds: a whole seat of a shift, or a part of one. (A tuple: there are tens of thousands.)"""

    span: Span
    seat: DatedSeat
    volunteer_id: VolunteerId


@dataclass(frozen=True, slots=True)
class Basis:
    """What of a period is counted: the edition of that number, or the draft where nothing was published (None)."""

    period: RosterPeriod
    edition: int | None


@dataclass(frozen=True, slots=True)
class HoursRecord:
    """Everything held in one period; `forgotten` are held duties an early edition no longer knows the times of."""

    basis: Basis
    parts: tuple[HeldPart, ...]
    forgotten: int = 0


@dataclass(frozen=True, slots=True)
class HoursAsked:
    """The days (both included) on which duties begin, and the moment they must have ended by.

    No checkpoints mean all of them, no people everybody.
    """

    first: date
    last: date
    until: datetime
    checkpoint_ids: frozenset[CheckpointId] = frozenset()
    people: frozenset[VolunteerId] = frozenset()

    def covers(self, seat: DatedSeat, volunteer_id: VolunteerId | None) -> bool:
        """Whether a duty on the seat is asked for, ended or not; somebody in no list is nobody that is asked for."""
        return (
            self.first <= seat.day <= self.last
            and (not self.checkpoint_ids or seat.checkpoint_id in self.checkpoint_ids)
            and (not self.people or volunteer_id in self.people)
        )


@dataclass(frozen=True, slots=True)
class SeatLine:
    """Some time of one person on one seat with all it can be summed by, whoever it was and whether planned or actual.

    Night minutes are the overlap with the team's night window; the day type is that of the day the shift begins.
    """

    seat: DatedSeat
    span: Span
    night_minutes: int
    day_type: DayType
    area_id: AreaId | None
    tags: frozenset[DutyTag]
    affiliation: str
    office_duty: bool

    @property
    def minutes(self) -> int:
        """From the first minute to the last that belongs to it."""
        return self.span.minutes

    @property
    def checkpoint_id(self) -> CheckpointId:
        """Where it was; activities are places of their own."""
        return self.seat.checkpoint_id

    @property
    def post_id(self) -> PostId:
        """What it was."""
        return self.seat.post_id


@dataclass(frozen=True, slots=True)
class HoursLine(SeatLine):
    """One person and one held duty, or part of one; times as they were planned."""

    volunteer_id: VolunteerId

    @property
    def planned(self) -> Span:
        """When it was to be."""
        return self.span

    @property
    def person(self) -> VolunteerId:
        """Who it was."""
        return self.volunteer_id

    @property
    def duty(self) -> tuple[VolunteerId, DatedSeat]:
        """人次: the parts one person holds of one seat are one duty."""
        return self.volunteer_id, self.seat


@dataclass(frozen=True, slots=True)
class Hours:
    """人数 / 人次 / 小时 of some lines: distinct people, duties each counted for each person, whole minutes."""

    people: int = 0
    duties: int = 0
    minutes: int = 0
    night_minutes: int = 0


@dataclass(frozen=True, slots=True)
class HoursCount:
    """What was counted, from what. `pending` duties were asked for and had not ended."""

    asked: HoursAsked
    bases: tuple[Basis, ...]
    lines: tuple[HoursLine, ...]
    pending: int = 0
    forgotten: int = 0

    @property
    def draft(self) -> bool:
        """Whether any of it was never published."""
        return any(basis.edition is None for basis in self.bases)

    @property
    def edition(self) -> int | None:
        """The edition of the last period counted; None on a draft."""
        return None if self.draft or not self.bases else self.bases[-1].edition


def record(period: RosterPeriod, source: Edition | Roster) -> HoursRecord:
    """What is held by an edition, or by a roster nobody has published."""
    if isinstance(source, Edition):
        parts = [HeldPart(p.span, p.seat, who) for d, who in source.holders.items() if (p := source.duties.get(d))]
        return HoursRecord(Basis(period, source.number), tuple(parts), len(source.holders) - len(parts))
    duties = posted_duties(source.plan)
    held = source.assignments.items()
    return HoursRecord(
        Basis(period, None), tuple(HeldPart(duties[d].span, duties[d].seat, a.volunteer_id) for d, a in held)
    )


def count_hours(records: Iterable[HoursRecord], asked: HoursAsked, directory: Directory) -> HoursCount:
    """The lines of all that is asked for and has ended, in order of time; reserve duties are no work and no lines.

    The bases are the periods lines come from; where there is no line at all, every period.
    """
    reserve = {post.id for post in directory.posts if post.reserve}
    lines: list[HoursLine] = []
    used: list[Basis] = []
    every = tuple(records)
    pending = 0
    for one in every:
        wanted = [
            part
            for part in one.parts
            if asked.covers(part.seat, part.volunteer_id) and part.seat.post_id not in reserve
        ]
        ended = [part for part in wanted if part.span.end <= asked.until]
        pending += len(wanted) - len(ended)
        lines += (_line(part, directory) for part in ended)
        if ended:
            used.append(one.basis)
    bases = used or [one.basis for one in every]
    lines.sort(key=lambda line: (line.planned, line.seat, line.volunteer_id))
    return HoursCount(asked, tuple(bases), tuple(lines), pending, sum(one.forgotten for one in every))


def total(lines: Iterable[Countable]) -> Hours:
    """The sum of these lines."""
    every = tuple(lines)
    return Hours(
        people=len({line.person for line in every}),
        duties=len({line.duty for line in every}),
        minutes=sum(line.minutes for line in every),
        night_minutes=sum(line.night_minutes for line in every),
    )


def grouped(lines: Iterable[L], key: Callable[[L], K]) -> Mapping[K, tuple[L, ...]]:
    """The lines of each group, in order; every line is in exactly one of them."""
    groups: dict[K, list[L]] = defaultdict(list)
    for line in lines:
        groups[key(line)].append(line)
    return {k: tuple(own) for k, own in groups.items()}


def of_kind(lines: Iterable[L], *, office_duty: bool) -> Iterator[L]:
    """工作值班 alone, or 志愿服务 alone."""
    return (line for line in lines if line.office_duty is office_duty)


def _line(part: HeldPart, directory: Directory) -> HoursLine:
    facts = facts_of_line(part.seat, part.span, part.volunteer_id, directory)
    return HoursLine(**facts, volunteer_id=part.volunteer_id)


class LineFacts(TypedDict):
    """The fields of a `SeatLine`."""

    seat: DatedSeat
    span: Span
    night_minutes: int
    day_type: DayType
    area_id: AreaId | None
    tags: frozenset[DutyTag]
    affiliation: str
    office_duty: bool


def facts_of_line(seat: DatedSeat, span: Span, volunteer_id: VolunteerId | None, directory: Directory) -> LineFacts:
    """What the directory tells of some time of a person on a seat; of places, posts and people that are gone, less."""
    place, post = directory.checkpoint.get(seat.checkpoint_id), directory.post.get(seat.post_id)
    person = directory.volunteer.get(volunteer_id) if volunteer_id is not None else None
    return LineFacts(
        seat=seat,
        span=span,
        night_minutes=directory.rules.night_minutes(span),
        day_type=directory.days.type_of(seat.day),
        area_id=place.area_id if place else None,
        tags=post.tags if post else frozenset(),
        affiliation=person.affiliation if person else "",
        office_duty=post.office_duty if post else False,
    )
