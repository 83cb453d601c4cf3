"""Every rule about one person's line, entry by entry of the book."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from roster_app.domain.book import (
    AmountLimit,
    Continuity,
    Entry,
    FixedRotation,
    HomeArea,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    WeeklyRest,
    WholeWeekends,
)
from roster_app.domain.classes import Classes
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import DutyPlan, Stint
from roster_app.domain.rules.amounts import check_amounts
from roster_app.domain.rules.closeness import check_order, check_rest
from roster_app.domain.rules.free_time import check_rest_after_run, check_weekends, check_weekly_rest
from roster_app.domain.rules.leanings import check_home, check_place
from roster_app.domain.rules.line import Line
from roster_app.domain.rules.one_more import JudgedLine, OneMore, Part, part_for
from roster_app.domain.rules.rotation import check_rotation
from roster_app.domain.rules.runs import check_runs, check_succession
from roster_app.domain.rules.violation import Violation
from roster_app.domain.team import Directory

_ORDER: Mapping[type[Entry], Callable[..., Iterator[Violation]]] = {
    MinRest: check_rest,
    WeeklyRest: check_weekly_rest,
    RestAfterRun: check_rest_after_run,
    RunLimit: check_runs,
    Succession: check_succession,
    WholeWeekends: check_weekends,
    AmountLimit: check_amounts,
}


@dataclass(frozen=True, slots=True)
class _Question:
    """One check to be made for one stint more, and the part of the line it must see; None: all of it."""

    check: Callable[[Line], Iterator[Violation]]
    part: Part | None


class LineRules:
    """The entries that hold for each person, and what they say of the person's stints."""

    def __init__(self, plan: DutyPlan, directory: Directory, classes: Classes) -> None:
        self._plan, self._directory, self._classes = plan, directory, classes
        self._book = directory.rules.book
        self._farthest = timedelta(minutes=directory.rules.farthest)
        self._asked: tuple[DutyId | None, dict[VolunteerId, tuple[_Question, ...]]] = (None, {})

    def order(self, volunteer_id: VolunteerId, stints: Sequence[Stint]) -> Iterator[Violation]:
        """What is wrong with a line, stints in order of time, as far as it concerns this plan."""
        line = Line(volunteer_id, stints, self._plan.period, self._classes)
        for violation in self._order(line):
            if self._concerns(violation):
                yield violation

    def with_one_more(self, line: JudgedLine, taken: Stint) -> Iterator[Violation]:
        """What a duty of this plan newly breaks in the line of the person who takes it.

        What only is left of something too little before is not told.
        """
        more, who = OneMore(line, taken), taken.volunteer_id
        for question in self._questions(taken):
            stints = more.whole() if question.part is None else question.part(more)
            if not stints:
                continue
            for violation in question.check(Line(who, stints, self._plan.period, self._classes)):
                named = taken.duty_id in violation.duty_ids
                new = named or (question.part is None and self._concerns(violation) and violation not in line.found)
                if new and not any(known.covers(violation) for known in line.short):
                    yield violation

    def leanings(self, volunteer_id: VolunteerId, stints: Sequence[Stint]) -> Iterator[Violation]:
        """What slight wishes cost: duties away from home, changes of place."""
        line = Line(volunteer_id, stints, self._plan.period, self._classes)
        for violation in self._of_places(line, hard=False):
            if any(duty_id in self._plan.duty for duty_id in violation.duty_ids):
                yield violation

    def _of_places(self, line: Line, *, hard: bool) -> Iterator[Violation]:
        who = line.volunteer_id
        for home in self._book.of(HomeArea, who):
            if home.is_hard == hard and home.points != 0 and (volunteer := self._directory.volunteer.get(who)):
                yield from check_home(line, home, volunteer, self._directory)
        for place in self._book.of(Continuity, who):
            if place.is_hard == hard and place.points != 0:
                yield from check_place(line, place)

    def _concerns(self, violation: Violation) -> bool:
        """Whether it is about duties of this plan, or about none at all."""
        ids = violation.duty_ids
        return not ids or any(duty_id in self._plan.duty for duty_id in ids)

    def _order(self, line: Line) -> Iterator[Violation]:
        yield from self._in_time(line)
        for family, check in _ORDER.items():
            for entry in self._book.of(family, line.volunteer_id):
                yield from check(line, entry)
        for rotation in self._book.of(FixedRotation, line.volunteer_id):
            yield from self._in_rotation(line, rotation)
        yield from self._of_places(line, hard=True)

    def _in_time(self, line: Line) -> Iterator[Violation]:
        return check_order(line, self._directory.travel_minutes, self._directory.rules.farthest)

    def _in_rotation(self, line: Line, entry: FixedRotation) -> Iterator[Violation]:
        volunteer = self._directory.volunteer.get(line.volunteer_id)
        return iter(()) if volunteer is None else check_rotation(line, entry, volunteer)

    def _questions(self, taken: Stint) -> tuple[_Question, ...]:
        """What has to be asked about a duty; remembered of the last duty, because everybody is asked about it."""
        if self._asked[0] != taken.duty_id:
            self._asked = taken.duty_id, {}
        known, who = self._asked[1], self._book.named(taken.volunteer_id)
        if who not in known:
            known[who] = tuple(self._questions_of(taken))
        return known[who]

    def _questions_of(self, taken: Stint) -> Iterator[_Question]:
        who = taken.volunteer_id
        yield _Question(self._in_time, lambda more: more.close(self._farthest))
        for family, check in _ORDER.items():
            for entry in self._book.of(family, who):
                if self._can_break(entry, taken):
                    yield _Question(partial(_asked_of, check, entry), part_for(entry))
        for rotation in self._book.of(FixedRotation, who):
            yield _Question(partial(self._in_rotation, entry=rotation), OneMore.whole)
        if any(e.is_hard for family in (HomeArea, Continuity) for e in self._book.of(family, who)):
            yield _Question(partial(self._of_places, hard=True), OneMore.whole)

    def _can_break(self, entry: Entry, taken: Stint) -> bool:
        """Whether a duty has anything to do with the entry: a limit on other duties it leaves as it was."""
        if isinstance(entry, AmountLimit) or (isinstance(entry, RunLimit) and entry.least is None):
            return self._classes.belongs(entry.of)(taken)
        return True


def _asked_of(check: Callable[..., Iterator[Violation]], entry: Entry, line: Line) -> Iterator[Violation]:
    return check(line, entry)
