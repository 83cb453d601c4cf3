"""The plan of a whole file for its purpose: entries held against a team and one of its rosters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from roster_app.domain.demand import plan_duties
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import PeriodId, new_id
from roster_app.domain.inspected import EntryVerdict, Inspection, SeenEntry
from roster_app.domain.roster import DutyPlan, PeriodState, Roster, RosterPeriod
from roster_app.domain.taking_in import (
    EntryFate,
    Obstacle,
    PlannedEntry,
    PlannedPerson,
    Purpose,
    TakingAnswers,
    TakingPlan,
)
from roster_app.domain.taking_in_duties import DutiesPlanner
from roster_app.domain.taking_in_entries import Counting, ShiftWords, of_other_sheets, sheet_of, stopped
from roster_app.domain.taking_in_people import only_needed, plan_people
from roster_app.domain.taking_in_times import TimesPlanner
from roster_app.domain.team import Directory

LONGEST_NEW_PERIOD = 100
"""Days; a file that spans more holds a day that was misread."""


def plan_times(found: Inspection, directory: Directory, answers: TakingAnswers) -> TakingPlan:
    """Times people can come."""
    counting, people = _counting(found, directory, answers, Purpose.AVAILABILITY)
    words = ShiftWords(directory.shift_types, answers)
    planner = TimesPlanner(counting, words, directory.availabilities, answers.as_wishes)
    entries = planner.plan(found.entries)
    return TakingPlan(
        found,
        Purpose.AVAILABILITY,
        only_needed(people, _fates(entries)),
        tuple(entries),
        statements=tuple(planner.statements),
        withdrawn=tuple(planner.withdrawn),
        answers=answers,
    )


def plan_roster(
    found: Inspection, directory: Directory, roster: Roster | None, new_period: bool, answers: TakingAnswers
) -> TakingPlan:
    """Duties of a roster; without one every entry that counts is outside of it."""
    counting, people = _counting(found, directory, answers, Purpose.ROSTER)
    if roster is None:
        outside = tuple(_outside(entry, counting) for entry in found.entries)
        return TakingPlan(found, Purpose.ROSTER, only_needed(people, _fates(outside)), outside, answers=answers)
    words = ShiftWords(directory.shift_types, answers)
    planner = DutiesPlanner(counting, words, directory, roster, answers)
    entries = planner.plan(found.entries)
    return TakingPlan(
        found,
        Purpose.ROSTER,
        only_needed(people, _fates(entries)),
        tuple(entries),
        period=roster.period,
        new_period=new_period,
        edit=planner.edit,
        answers=answers,
        roster=roster,
    )


def days_meant(found: Inspection, answers: TakingAnswers) -> tuple[date, ...]:
    """The days of a file that a roster is to hold, in order."""
    others = of_other_sheets(found, Purpose.ROSTER)
    counting = (EntryVerdict.OK, EntryVerdict.ASK)
    days = {
        entry.day
        for entry in found.entries
        if entry.day and entry.verdict in counting and entry.cell not in answers.left_out
        if sheet_of(entry.cell) not in others
    }
    return tuple(sorted(days))


def period_meant(days: Sequence[date], periods: Iterable[RosterPeriod]) -> RosterPeriod | None:
    """The open period that holds most of the days, the earlier of two alike; None where none holds any."""
    open_ones = [period for period in periods if period.state is not PeriodState.ARCHIVED]
    held = [(sum(p.first <= day <= p.last for day in days), p) for p in open_ones]
    most = max((count for count, _period in held), default=0)
    return next((period for count, period in held if count == most), None) if most else None


def new_roster(days: Sequence[date], directory: Directory, periods: Iterable[RosterPeriod]) -> Roster | None:
    """A draft over the days with every duty vacant; None where they are too many, taken, or want nobody."""
    if not days or (days[-1] - days[0]).days >= LONGEST_NEW_PERIOD:
        return None
    period = RosterPeriod(PeriodId(new_id()), directory.team.id, days[0], days[-1])
    if any(other.first <= period.last and period.first <= other.last for other in periods):
        return None
    try:
        return Roster(plan_duties(directory, period))
    except DomainError as error:
        if error.code is not ErrorCode.NOTHING_TO_STAFF:
            raise
        return Roster(DutyPlan(period))


def _counting(
    found: Inspection, directory: Directory, answers: TakingAnswers, purpose: Purpose
) -> tuple[Counting, list[PlannedPerson]]:
    people = plan_people(found, directory.volunteers, answers, directory.team.id)
    return Counting(people, answers, of_other_sheets(found, purpose)), people


def _outside(entry: SeenEntry, counting: Counting) -> PlannedEntry:
    if entry.verdict is EntryVerdict.OFF:
        return PlannedEntry(entry, EntryFate.SKIPPED)
    person = counting.person(entry)
    return person if isinstance(person, PlannedEntry) else stopped(entry, Obstacle.OUTSIDE_PERIOD, "", person)


def _fates(entries: Iterable[PlannedEntry]) -> dict[int, set[EntryFate]]:
    fates: dict[int, set[EntryFate]] = defaultdict(set)
    for entry in entries:
        if entry.volunteer_id is not None:
            fates[entry.volunteer_id].add(entry.fate)
    return fates
