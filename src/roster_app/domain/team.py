"""The directory: everything a team is and has at one moment — people, places, rules, days — with its look-ups."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from roster_app.domain.book import (
    NIGHTS,
    AmountLimit,
    Book,
    LeaderEachShift,
    Measure,
    MinRest,
    RuleEntry,
    RunLimit,
    Window,
    rule_book,
)
from roster_app.domain.calendar import DayTable
from roster_app.domain.ids import (
    AreaId,
    CheckpointId,
    CrewId,
    PatternId,
    PostId,
    QualificationId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import (
    Availability,
    Crew,
    Leave,
    Qualification,
    Team,
    Volunteer,
    display_names,
)
from roster_app.domain.places import Area, Checkpoint, Post, ShiftPattern, ShiftType
from roster_app.domain.timespan import Span, daily_minutes
from roster_app.domain.timetable import Timetable, timetable

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class TeamRules:
    """The limits every roster of the team is judged by. Minutes throughout; `None` switches a limit off.

    Defaults follow the practice the glossary's sources describe: twelve hours between duties, forty-eight a week,
    six days in a row, three nights in a row.
    """

    min_rest_minutes: int = 12 * 60
    max_consecutive_days: int | None = 6
    max_week_minutes: int | None = 48 * 60
    max_consecutive_nights: int | None = 3
    max_nights: int | None = None
    """Night duties of one person in a period."""
    night_start: int = 22 * 60
    night_end: int = 30 * 60
    night_counts_from: int = 3 * 60
    """A duty with at least this many night minutes is a night duty."""
    leader_each_shift: bool = True
    travel_within_area: int = 15
    travel_between_areas: int = 30
    """Minutes from one checkpoint to another where no own travel time is stated."""
    travel: Mapping[frozenset[CheckpointId], int] = field(default_factory=dict)
    entries: tuple[RuleEntry, ...] = ()
    """The team's own entries of the rule book, beside the usual limits above."""

    @cached_property
    def book(self) -> Book:
        """All that a roster is judged by and costs: the usual limits and wishes, and the team's own entries."""
        return rule_book(self._usual(), self.entries)

    def _usual(self) -> Iterator[RuleEntry]:
        if self.min_rest_minutes:
            yield MinRest(self.min_rest_minutes)
        if self.max_consecutive_days is not None:
            yield RunLimit(most=self.max_consecutive_days)
        if self.max_consecutive_nights is not None:
            yield RunLimit(most=self.max_consecutive_nights, of=NIGHTS)
        if self.max_nights is not None:
            yield AmountLimit(Measure.DUTIES, Window.PERIOD, most=self.max_nights, of=NIGHTS)
        if self.max_week_minutes is not None:
            yield AmountLimit(Measure.MINUTES, Window.WEEK, most=self.max_week_minutes)
        if self.leader_each_shift:
            yield LeaderEachShift()

    @cached_property
    def farthest(self) -> int:
        """The longest way that is stated or usual, in minutes."""
        return max(self.travel_within_area, self.travel_between_areas, *self.travel.values())

    def night_minutes(self, span: Span) -> int:
        """Minutes inside the night window: the overlap, never the whole shift."""
        return daily_minutes(span, self.night_start, self.night_end)

    def is_night(self, span: Span) -> bool:
        """Whether a duty counts as a night duty."""
        return self.night_minutes(span) >= self.night_counts_from


@dataclass(frozen=True)
class Directory:
    """A snapshot of one team, looked things up in by id; raises KeyError for an id that is not of the team."""

    team: Team
    volunteers: tuple[Volunteer, ...] = ()
    crews: tuple[Crew, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    areas: tuple[Area, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    posts: tuple[Post, ...] = ()
    shift_types: tuple[ShiftType, ...] = ()
    patterns: tuple[ShiftPattern, ...] = ()
    availabilities: tuple[Availability, ...] = ()
    leaves: tuple[Leave, ...] = ()
    days: DayTable = field(default_factory=DayTable)
    rules: TeamRules = field(default_factory=TeamRules)

    @cached_property
    def volunteer(self) -> Mapping[VolunteerId, Volunteer]:
        return {v.id: v for v in self.volunteers}

    @cached_property
    def name(self) -> Mapping[VolunteerId, str]:
        """How each person is named where all are told apart."""
        return display_names(self.volunteers)

    @cached_property
    def crew(self) -> Mapping[CrewId, Crew]:
        return {c.id: c for c in self.crews}

    @cached_property
    def qualification(self) -> Mapping[QualificationId, Qualification]:
        return {q.id: q for q in self.qualifications}

    @cached_property
    def leading(self) -> frozenset[QualificationId]:
        """The qualifications that make a duty leader."""
        return frozenset(q.id for q in self.qualifications if q.leads)

    @cached_property
    def skills(self) -> Mapping[VolunteerId, frozenset[QualificationId]]:
        """What each person is qualified for: own qualifications and all that these include, however deep."""
        known: dict[frozenset[QualificationId], frozenset[QualificationId]] = {}
        for v in self.volunteers:
            if v.qualifications not in known:
                known[v.qualifications] = self._with_included(v.qualifications)
        return {v.id: known[v.qualifications] for v in self.volunteers}

    def _with_included(self, qualifications: frozenset[QualificationId]) -> frozenset[QualificationId]:
        found, waiting = set(qualifications), list(qualifications)
        while waiting:
            qualification = self.qualification.get(waiting.pop())
            new = qualification.includes - found if qualification is not None else frozenset()
            found |= new
            waiting += new
        return frozenset(found)

    @cached_property
    def area(self) -> Mapping[AreaId, Area]:
        return {a.id: a for a in self.areas}

    @cached_property
    def checkpoint(self) -> Mapping[CheckpointId, Checkpoint]:
        return {c.id: c for c in self.checkpoints}

    @cached_property
    def post(self) -> Mapping[PostId, Post]:
        return {p.id: p for p in self.posts}

    @cached_property
    def shift_type(self) -> Mapping[ShiftTypeId, ShiftType]:
        return {s.id: s for s in self.shift_types}

    @cached_property
    def pattern(self) -> Mapping[PatternId, ShiftPattern]:
        return {p.id: p for p in self.patterns}

    @cached_property
    def checkpoints_in_order(self) -> tuple[Checkpoint, ...]:
        """As the coordinator arranged them."""
        return tuple(sorted(self.checkpoints, key=lambda c: (c.order, c.id)))

    @cached_property
    def posts_of(self) -> Mapping[CheckpointId, tuple[Post, ...]]:
        """Each checkpoint's posts in their order, the leading one first."""
        return _grouped(sorted(self.posts, key=lambda p: (not p.leads, p.order, p.id)), lambda p: p.checkpoint_id)

    @cached_property
    def _availabilities_of(self) -> Mapping[VolunteerId, tuple[Availability, ...]]:
        return _grouped(self.availabilities, lambda a: a.volunteer_id)

    @cached_property
    def _leaves_of(self) -> Mapping[VolunteerId, tuple[Leave, ...]]:
        return _grouped(self.leaves, lambda leave: leave.volunteer_id)

    def availabilities_of(self, volunteer_id: VolunteerId) -> tuple[Availability, ...]:
        """What one person has stated."""
        return self._availabilities_of.get(volunteer_id, ())

    def leaves_of(self, volunteer_id: VolunteerId) -> tuple[Leave, ...]:
        """One person's leaves."""
        return self._leaves_of.get(volunteer_id, ())

    def timetables(self, window: Span) -> dict[VolunteerId, Timetable]:
        """Everybody's statements worked out for a window."""
        return {
            v.id: timetable(v.id, self.availabilities_of(v.id), self.leaves_of(v.id), window) for v in self.volunteers
        }

    def shift_types_of(self, checkpoint: Checkpoint) -> tuple[ShiftType, ...]:
        """The shift types a checkpoint is staffed by, by start; empty without a pattern."""
        if checkpoint.pattern_id is None:
            return ()
        pattern = self.pattern[checkpoint.pattern_id]
        return tuple(sorted((self.shift_type[s] for s in pattern.shift_type_ids), key=lambda s: s.start))

    def travel_minutes(self, here: CheckpointId, there: CheckpointId) -> int:
        """How long it takes from one checkpoint to another; 0 to the same."""
        if here == there:
            return 0
        own = self.rules.travel.get(frozenset((here, there)))
        if own is not None:
            return own
        same_area = self.checkpoint[here].area_id == self.checkpoint[there].area_id
        return self.rules.travel_within_area if same_area else self.rules.travel_between_areas


def _grouped(values: Iterable[V], key: Callable[[V], K]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for value in values:
        groups[key(value)].append(value)
    return {k: tuple(v) for k, v in groups.items()}
