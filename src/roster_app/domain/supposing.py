"""What if: other demand, or people away, supposed for a while; the roster as far as it would still hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.domain.demand import plan_duties, replanned
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, DutyId, LeaveId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Leave
from roster_app.domain.places import Post
from roster_app.domain.roster import DutyPlan, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, at

Place = tuple[CheckpointId, ShiftTypeId, date, PostId, int, Span]
"""What a duty is whatever its number: the same in every plan of the same demand."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed from the day `since` on: checkpoints closed, posts with other headcounts, people away."""

    since: date
    closed: frozenset[CheckpointId] = frozenset()
    headcounts: Mapping[PostId, int] = field(default_factory=dict)
    away: frozenset[VolunteerId] = frozenset()

    @property
    def is_anything(self) -> bool:
        """Whether anything differs from how things are."""
        return bool(self.closed or self.headcounts or self.away)

    def leaves(self, period: RosterPeriod) -> tuple[Leave, ...]:
        """The absences as leave to the end of the period; numbered below zero, for nothing of it is stored."""
        span = Span(at(max(self.since, period.first), 0), period.span.end)
        return tuple(Leave(LeaveId(-n), who, span) for n, who in enumerate(sorted(self.away), start=1))

    def posts(self, directory: Directory) -> tuple[Post, ...]:
        """Everybody's posts with the headcounts supposed; least and most people go along."""
        return tuple(_with_headcount(p, self.headcounts.get(p.id, p.headcount)) for p in directory.posts)

    def directory(self, directory: Directory, period: RosterPeriod) -> Directory:
        """The team as supposed."""
        places = tuple(replace(c, pattern_id=None) if c.id in self.closed else c for c in directory.checkpoints)
        leaves = (*directory.leaves, *self.leaves(period))
        return replace(directory, checkpoints=places, posts=self.posts(directory), leaves=leaves)


def supposed(roster: Roster, directory: Directory, wanted: Supposition) -> tuple[Roster, Directory]:
    """The roster's demand as supposed, its people where they can stay, and the team to go with it.

    Days before `since` stay as they are. Whoever is away stands nothing from then on but what is locked, which then
    shows as a conflict.
    """
    changed = wanted.directory(directory, roster.period)
    plan = replanned(roster.plan, _planned(changed, roster.plan), wanted.since)
    kept = {
        duty_id: assignment
        for duty_id, assignment in roster.assignments.items()
        if duty_id in plan.duty
        and (assignment.locked or not _falls_away(assignment.volunteer_id, plan.shift_of(duty_id).day, wanted))
    }
    posted = {duty_id: who for duty_id, who in roster.posted.items() if duty_id in plan.duty}
    return replace(roster, plan=plan, assignments=kept, posted=posted), changed


def _falls_away(who: VolunteerId, day: date, wanted: Supposition) -> bool:
    return who in wanted.away and day >= wanted.since


def places_of(plan: DutyPlan) -> dict[DutyId, Place]:
    """What each duty is, whatever its number."""
    found = {}
    for duty in plan.duties:
        shift = plan.shift[duty.shift_id]
        found[duty.id] = (shift.checkpoint_id, shift.shift_type_id, shift.day, duty.post_id, duty.seat, duty.span)
    return found


def holders_elsewhere(supposed_roster: Roster, plan: DutyPlan) -> dict[DutyId, VolunteerId]:
    """Who would hold the duties of another plan of the same demand."""
    held = {
        place: who
        for duty_id, place in places_of(supposed_roster.plan).items()
        if (who := supposed_roster.holder(duty_id)) is not None
    }
    return {duty_id: held[place] for duty_id, place in places_of(plan).items() if place in held}


def _planned(directory: Directory, old: DutyPlan) -> DutyPlan:
    try:
        return plan_duties(directory, old.period, old=old)
    except DomainError as error:
        if error.code is not ErrorCode.NOTHING_TO_STAFF:
            raise
        return DutyPlan(old.period)


def _with_headcount(post: Post, headcount: int) -> Post:
    if headcount == post.headcount:
        return post
    minimum = None if post.minimum is None else min(post.minimum, headcount)
    maximum = None if post.maximum is None else max(post.maximum, headcount)
    return replace(post, headcount=headcount, minimum=minimum, maximum=maximum)
