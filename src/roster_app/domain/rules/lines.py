"""Every rule about one person's line, entry by entry of the book."""

from collections.abc import Callable, Iterator, Mapping, Sequence

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
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import DutyPlan, Stint
from roster_app.domain.rules.amounts import check_amounts
from roster_app.domain.rules.closeness import check_order, check_rest
from roster_app.domain.rules.free_time import check_rest_after_run, check_weekends, check_weekly_rest
from roster_app.domain.rules.leanings import check_home, check_place
from roster_app.domain.rules.line import Line
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


class LineRules:
    """The entries that hold for each person, and what they say of the person's stints."""

    def __init__(self, plan: DutyPlan, directory: Directory, classes: Classes) -> None:
        self._plan, self._directory, self._classes = plan, directory, classes
        self._book = directory.rules.book

    def order(self, volunteer_id: VolunteerId, stints: Sequence[Stint]) -> Iterator[Violation]:
        """What is wrong with a line, stints in order of time, as far as it concerns this plan."""
        line = Line(volunteer_id, stints, self._plan.period, self._classes)
        for violation in self._order(line):
            ids = violation.duty_ids
            if not ids or any(duty_id in self._plan.duty for duty_id in ids):
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

    def _order(self, line: Line) -> Iterator[Violation]:
        yield from check_order(line, self._directory.travel_minutes, self._directory.rules.farthest)
        for family, check in _ORDER.items():
            for entry in self._book.of(family, line.volunteer_id):
                yield from check(line, entry)
        for rotation in self._book.of(FixedRotation, line.volunteer_id):
            if (volunteer := self._directory.volunteer.get(line.volunteer_id)) is not None:
                yield from check_rotation(line, rotation, volunteer)
        yield from self._of_places(line, hard=True)
