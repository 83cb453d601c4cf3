"""The roster of one period: shifts and duties (the demand), and who holds which duty (the answer)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import (
    CheckpointId,
    DutyId,
    EditionId,
    PeriodId,
    PostId,
    ShiftId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.timespan import DAY, Span, whole_days


class PeriodState(StrEnum):
    """草稿 → 已发布 → 已归档; an archived period no longer changes."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class RosterPeriod:
    """The days one roster is made for, both inclusive; a shift belongs to the day it begins."""

    id: PeriodId
    team_id: TeamId
    first: date
    last: date
    state: PeriodState = PeriodState.DRAFT

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise DomainError(ErrorCode.EMPTY_PERIOD, first=self.first, last=self.last)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(self.first + DAY * n for n in range((self.last - self.first).days + 1))

    @property
    def span(self) -> Span:
        """From the first midnight to the last."""
        return whole_days(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Shift:
    """班: one dated occurrence of a shift type at a checkpoint."""

    id: ShiftId
    period_id: PeriodId
    checkpoint_id: CheckpointId
    shift_type_id: ShiftTypeId
    day: date
    span: Span


class SeatLevel(StrEnum):
    """Whether a seat must be filled, should be, or may be. An empty EXTRA seat is no vacancy."""

    NEEDED = "needed"
    WANTED = "wanted"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Duty:
    """岗次: one seat of one post in one shift; it exists whether or not anyone fills it.

    `span` is the part of the shift the seat is wanted for; seats are numbered from 1 within post and shift.
    """

    id: DutyId
    shift_id: ShiftId
    post_id: PostId
    seat: int
    span: Span
    level: SeatLevel = SeatLevel.NEEDED


class DatedSeat(NamedTuple):
    """One seat of a post in one shift of a day: what keeps its identity however it is cut in time."""

    checkpoint_id: CheckpointId
    shift_type_id: ShiftTypeId
    day: date
    post_id: PostId
    seat: int


_Seat = tuple[ShiftId, PostId, int]


def _seat(duty: Duty) -> _Seat:
    return duty.shift_id, duty.post_id, duty.seat


class Origin(StrEnum):
    """Where an assignment comes from: 手排 / 自动 / 代班 / 导入."""

    HAND = "hand"
    PROPOSAL = "proposal"
    SUBSTITUTION = "substitution"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Assignment:
    """排班: who holds a duty; a locked one (锁定) the engine may not move."""

    volunteer_id: VolunteerId
    origin: Origin = Origin.HAND
    locked: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Stint:
    """What one person does once: a held duty with its place and its day, ready for the rules."""

    span: Span
    day: date
    duty_id: DutyId
    volunteer_id: VolunteerId
    checkpoint_id: CheckpointId
    post_id: PostId
    shift_id: ShiftId
    shift_type_id: ShiftTypeId | None = None
    """None where the shift type of another period's duty is not known."""
    cut: bool = False
    """Whether it is a part of a seat cut by hand; of another period's duty that is not known."""

    def stays_on(self, earlier: "Stint") -> bool:
        """Whether the person stays at the post: parts of one shift, with a pause or without, or a shift made longer
        by a part of the next or the one before. Two whole shifts in a row are two duties, with rest between them.
        """
        if self.post_id != earlier.post_id:
            return False
        at_once = earlier.span.end == self.span.start
        return earlier.shift_id == self.shift_id or (at_once and (earlier.cut or self.cut))


def when(stint: Stint) -> tuple[datetime, datetime, date, DutyId]:
    """What stints are ordered by, as their own comparison would, only sooner."""
    return stint.span.start, stint.span.end, stint.day, stint.duty_id


@dataclass(frozen=True)
class DutyPlan:
    """The demand of one period: its shifts and duties with their look-ups; shared by all rosters of the period."""

    period: RosterPeriod
    shifts: tuple[Shift, ...] = ()
    duties: tuple[Duty, ...] = ()

    @cached_property
    def shift(self) -> Mapping[ShiftId, Shift]:
        return {s.id: s for s in self.shifts}

    @cached_property
    def duty(self) -> Mapping[DutyId, Duty]:
        return {d.id: d for d in self.duties}

    @cached_property
    def duties_of(self) -> Mapping[ShiftId, tuple[Duty, ...]]:
        """Each shift's duties in the order of the plan."""
        groups: dict[ShiftId, list[Duty]] = defaultdict(list)
        for duty in self.duties:
            groups[duty.shift_id].append(duty)
        return {shift: tuple(duties) for shift, duties in groups.items()}

    @cached_property
    def duties_at(self) -> Mapping[PostId, tuple[Duty, ...]]:
        """Each post's duties in the order of the plan."""
        groups: dict[PostId, list[Duty]] = defaultdict(list)
        for duty in self.duties:
            groups[duty.post_id].append(duty)
        return {post: tuple(duties) for post, duties in groups.items()}

    def parts(self, duty: Duty) -> tuple[Duty, ...]:
        """All duties of the same seat in the same shift, in order of time."""
        same = (d for d in self.duties_of[duty.shift_id] if _seat(d) == _seat(duty))
        return tuple(sorted(same, key=lambda d: d.span))

    @cached_property
    def cut(self) -> frozenset[DutyId]:
        """The duties that touch another part of their own seat: of itself a seat has no two parts that touch."""
        ends = {(_seat(d), d.span.end): d.id for d in self.duties}
        pairs = ((ends.get((_seat(d), d.span.start)), d.id) for d in self.duties)
        return frozenset(duty_id for pair in pairs if pair[0] is not None for duty_id in pair if duty_id is not None)

    def dated_seat(self, duty: Duty) -> DatedSeat:
        """The seat of a duty of this plan."""
        shift = self.shift[duty.shift_id]
        return DatedSeat(shift.checkpoint_id, shift.shift_type_id, shift.day, duty.post_id, duty.seat)

    def with_seats(self, changes: Mapping[DutyId, Duty | None]) -> "DutyPlan":
        """The plan with some duties of seats it has cut otherwise (None: no such duty any more), in its own order."""
        touched = {_seat(d) for duty_id, after in changes.items() for d in (self.duty.get(duty_id), after) if d}
        parts: dict[_Seat, list[Duty]] = {seat: [] for seat in touched}
        for duty in self.duties:
            if _seat(duty) in touched and duty.id not in changes:
                parts[_seat(duty)].append(duty)
        for after in changes.values():
            if after is not None:
                parts[_seat(after)].append(after)
        duties: list[Duty] = []
        for duty in self.duties:
            if _seat(duty) not in touched:
                duties.append(duty)
            else:
                duties += sorted(parts.pop(_seat(duty), ()), key=lambda d: d.span)
        return replace(self, duties=tuple(duties))

    def shift_of(self, duty_id: DutyId) -> Shift:
        """The shift a duty belongs to; refuses a duty of another period."""
        if duty_id not in self.duty:
            raise DomainError(ErrorCode.UNKNOWN_DUTY, duty_id=duty_id)
        return self.shift[self.duty[duty_id].shift_id]

    def stint(self, duty_id: DutyId, volunteer_id: VolunteerId) -> Stint:
        """What the person would do by holding the duty."""
        shift, duty = self.shift_of(duty_id), self.duty[duty_id]
        return Stint(
            duty.span,
            shift.day,
            duty_id,
            volunteer_id,
            shift.checkpoint_id,
            duty.post_id,
            shift.id,
            shift.shift_type_id,
            duty_id in self.cut,
        )


@dataclass(frozen=True)
class Roster:
    """值班表: a plan and its answer. `earlier` are stints of other periods near enough to matter for rest and runs.

    `posted` is who holds what in the last published edition, `posted_from` the moment from which changes of it are
    near; empty and None where they do not matter.
    """

    plan: DutyPlan
    assignments: Mapping[DutyId, Assignment] = field(default_factory=dict)
    earlier: tuple[Stint, ...] = ()
    posted: Mapping[DutyId, VolunteerId] = field(default_factory=dict)
    posted_from: datetime | None = None

    @property
    def period(self) -> RosterPeriod:
        return self.plan.period

    def holder(self, duty_id: DutyId) -> VolunteerId | None:
        """Who holds the duty, or nobody."""
        assignment = self.assignments.get(duty_id)
        return assignment.volunteer_id if assignment else None

    @cached_property
    def vacancies(self) -> tuple[Duty, ...]:
        """空缺: the needed and wanted duties nobody holds, in the order of the plan."""
        return tuple(d for d in self.plan.duties if d.id not in self.assignments and d.level is not SeatLevel.EXTRA)

    @cached_property
    def stints(self) -> tuple[Stint, ...]:
        """Every held duty of this period, in order of time."""
        held = (self.plan.stint(d, a.volunteer_id) for d, a in self.assignments.items())
        return tuple(sorted(held, key=when))

    @cached_property
    def lines(self) -> Mapping[VolunteerId, tuple[Stint, ...]]:
        """Each person's stints in order of time, those of neighbouring periods included."""
        groups: dict[VolunteerId, list[Stint]] = defaultdict(list)
        for stint in self.earlier:
            groups[stint.volunteer_id].append(stint)
        for duty_id, assignment in self.assignments.items():
            groups[assignment.volunteer_id].append(self.plan.stint(duty_id, assignment.volunteer_id))
        return {volunteer: tuple(sorted(line, key=when)) for volunteer, line in groups.items()}

    def line(self, volunteer_id: VolunteerId) -> tuple[Stint, ...]:
        """One person's stints in order of time."""
        return self.lines.get(volunteer_id, ())

    def with_assignments(self, assignments: Mapping[DutyId, Assignment]) -> "Roster":
        """The same plan with another answer."""
        return replace(self, assignments=assignments)

    def with_changes(self, changes: Mapping[DutyId, Assignment | None]) -> "Roster":
        """The same plan with some duties held by others, or by nobody (None).

        Lines worked out already are carried over, only those of the people concerned are made anew: an edit of one
        duty costs the same in a team of sixty and of a thousand.
        """
        assignments = {**self.assignments, **changes}
        changed = self.with_assignments({d: a for d, a in assignments.items() if a is not None})
        if "lines" in self.__dict__:
            changed.__dict__["lines"] = self._lines_with(changes)
        return changed

    def _lines_with(self, changes: Mapping[DutyId, Assignment | None]) -> Mapping[VolunteerId, tuple[Stint, ...]]:
        taken: dict[VolunteerId, list[Stint]] = {who: [] for d in changes if (who := self.holder(d)) is not None}
        for duty_id, assignment in changes.items():
            if assignment is not None:
                stint = self.plan.stint(duty_id, assignment.volunteer_id)
                taken.setdefault(assignment.volunteer_id, []).append(stint)
        lines = dict(self.lines)
        for who, stints in taken.items():
            kept = [s for s in self.line(who) if s.duty_id not in changes]
            lines[who] = tuple(sorted([*kept, *stints], key=when))
            if not lines[who]:
                del lines[who]
        return lines


class VacancyCause(StrEnum):
    """Why nobody could be found, in the few forms that matter."""

    NOBODY_QUALIFIED = "nobody_qualified"
    ALL_BLOCKED = "all_blocked"
    NOT_SOLVED_YET = "not_solved_yet"


@dataclass(frozen=True, slots=True)
class Proposal:
    """排班方案: what the engine offers; becomes part of the roster only when accepted.

    `cost` and `bound` are in the engine's points (lower is better; no roster can cost less than `bound`).
    """

    period_id: PeriodId
    assignments: Mapping[DutyId, VolunteerId]
    vacancies: tuple[DutyId, ...] = ()
    cost: int = 0
    bound: int | None = None
    optimal: bool = False
    stopped: bool = False
    seconds: float = 0.0
    seed: int = 0
    parts: Mapping[str, int] = field(default_factory=dict)
    """Points by cause: vacancy, hours, nights, weekends, holidays, unwanted, …"""

    @property
    def gap(self) -> int | None:
        """How many points the optimum may at most be better; nothing where no bound is known."""
        return None if self.bound is None else max(0, self.cost - self.bound)


class PostedDuty(NamedTuple):
    """A duty as an edition remembers it, whatever has become of it since. (A tuple: there are tens of thousands.)"""

    seat: DatedSeat
    span: Span


@dataclass(frozen=True, slots=True)
class Edition:
    """第N版: an immutable published snapshot; `check_codes` are the short codes printed on its sheets.

    `duties` is everything that was planned, `holders` who held what of it. Editions of the first releases do not know
    the duties that were gone before they could be remembered.
    """

    id: EditionId
    period_id: PeriodId
    number: int
    published_at: datetime
    published_by: str
    holders: Mapping[DutyId, VolunteerId]
    check_codes: Mapping[CheckpointId, str] = field(default_factory=dict)
    duties: Mapping[DutyId, PostedDuty] = field(default_factory=dict)
