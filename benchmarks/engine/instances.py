"""An instance as the application sees it: people, places, demand and rules, by public domain values alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from benchmarks.engine.subject import Roster as Answer
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import DutyId, PeriodId, TeamId, VolunteerId
from roster_app.domain.roster import Roster, RosterPeriod
from roster_app.domain.team import Directory

TEAM = TeamId(1)


@dataclass(frozen=True)
class Case:
    """What the engine is asked, and how its answer is read.

    The instance's own cost of a roster is the application's plus `offset`: what is the same for every roster there
    and no rule here.
    """

    roster: Roster
    directory: Directory
    offset: int
    answer: Callable[[Mapping[DutyId, VolunteerId]], Answer]
    """The roster as the instance's judge reads it."""


def empty_roster(directory: Directory, days: int, first: date) -> Roster:
    """All duties the directory's checkpoints want in so many days, nobody assigned yet."""
    period = RosterPeriod(PeriodId(1), TEAM, first, first + timedelta(days - 1))
    return Roster(plan_duties(directory, period, make_id=count(1).__next__))
