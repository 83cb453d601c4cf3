"""What sheets are made from: a roster with its team, seats even where none are planned, everybody's printed name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from roster_app.domain.demand import plan_duties
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.roster import Duty, Roster, Shift
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY, minute_of
from roster_app.printing.dates import clock_words
from roster_app.printing.fitting import Name
from roster_app.printing.names import printed_names


@dataclass(frozen=True, slots=True)
class Entry:
    """One duty in a cell: a name, or a line to write one on; `clock` where it is only part of the shift."""

    name: Name | None = None
    clock: str = ""
    leads: bool = False

    @property
    def words(self) -> Name:
        """The name as it is set, the clock with its mark."""
        name = self.name or Name("")
        return replace(name, mark=f"{name.mark} {self.clock}".rstrip())


@dataclass(frozen=True, slots=True)
class Source:
    """A roster, its team, and how each of the people is named on paper."""

    roster: Roster
    directory: Directory
    names: Mapping[VolunteerId, Name]

    def holder(self, duty: Duty) -> Name | None:
        """The printed name of who holds the duty, or nobody."""
        volunteer_id = self.roster.holder(duty.id)
        return None if volunteer_id is None else self.names[volunteer_id]

    def entry(self, shift: Shift, duty: Duty) -> Entry:
        """What stands in a cell for the duty."""
        return Entry(self.holder(duty), part_clock(shift, duty), self.directory.post[duty.post_id].leads)

    def duties(self, shift: Shift) -> tuple[Duty, ...]:
        """The shift's duties in the order they are printed: the leading post first, then as the posts are arranged."""

        def rank(duty: Duty) -> tuple[object, ...]:
            post = self.directory.post[duty.post_id]
            return not post.leads, post.order, post.id, duty.seat, duty.span

        return tuple(sorted(self.roster.plan.duties_of.get(shift.id, ()), key=rank))


def source(roster: Roster, directory: Directory, *, spread_short: bool = False) -> Source:
    """What sheets are made from; where nothing is planned yet, every seat the team wants with nobody in it."""
    return Source(_filled_plan(roster, directory), directory, printed_names(directory, spread_short=spread_short))


def chosen_checkpoints(directory: Directory, asked: Sequence[CheckpointId]) -> tuple[CheckpointId, ...]:
    """The checkpoints asked for, or all in the coordinator's order; refuses a team without any."""
    chosen = tuple(asked) or tuple(c.id for c in directory.checkpoints_in_order)
    if not chosen:
        raise DomainError(ErrorCode.NOTHING_TO_STAFF, team=directory.team.name)
    return chosen


def printed_days(first: date, last: date) -> tuple[date, ...]:
    """Every day asked for, both ends included; refuses a period that ends before it begins."""
    if last < first:
        raise DomainError(ErrorCode.EMPTY_PERIOD, first=first, last=last)
    return tuple(first + DAY * n for n in range((last - first).days + 1))


def part_clock(shift: Shift, duty: Duty) -> str:
    """The times of a duty that is only part of its shift, else nothing."""
    if duty.span == shift.span:
        return ""
    return clock_words(minute_of(duty.span.start, shift.day), minute_of(duty.span.end, shift.day))


def _filled_plan(roster: Roster, directory: Directory) -> Roster:
    if roster.plan.duties:
        return roster
    ids = count(1)
    try:
        return Roster(plan_duties(directory, roster.period, lambda: next(ids)))
    except DomainError:  # nobody is wanted anywhere: what remains to print is the empty table
        return roster
