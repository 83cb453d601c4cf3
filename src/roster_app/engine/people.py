"""The people of a problem: for each volunteer what is possible, wished and fair, and what stands already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from roster_app.domain.fairness import Burden
from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.places import Post
from roster_app.domain.roster import Roster, Stint
from roster_app.domain.rules import Judge
from roster_app.domain.rules.fitness import check_fitness
from roster_app.domain.rules.line import monday_of
from roster_app.engine.demand import Demand, Place, weeks_of
from roster_app.engine.facts import KINDS, Person
from roster_app.engine.weights import Weights


def margin_of(kept: Roster) -> int:
    """How many days before the period the first stint that matters lies."""
    return max((0, *((kept.period.first - line[0].day).days for line in kept.lines.values())))


@dataclass(frozen=True, slots=True)
class PeopleCompiler:
    """Turns volunteers into people; `kept` is the roster without the open duties."""

    kept: Roster
    judge: Judge
    demand: Demand
    weights: Weights
    margin: int

    def people(self) -> tuple[Person, ...]:
        """Everybody in the directory, in its order."""
        samples = self._samples()
        carried = self.judge.burdens(self.kept)
        return tuple(
            self._person(volunteer, carried.get(volunteer.id, Burden()), samples)
            for volunteer in self.judge.directory.volunteers
        )

    def _samples(self) -> list[tuple[Place, Stint, Post]]:
        """For each watch its place and one of its stints, at a post as if that asked for no qualification."""
        plan, samples = self.kept.plan, []
        for place, watch in zip(self.demand.places, self.demand.watches, strict=True):
            duty = plan.duties[self.demand.needs[watch.needs[0]].duties[0]]
            post = replace(self.judge.directory.post[duty.post_id], requires=frozenset())
            samples.append((place, plan.stint(duty.id, VolunteerId(0)), post))
        return samples

    def _person(self, volunteer: Volunteer, carried: Burden, samples: list[tuple[Place, Stint, Post]]) -> Person:
        directory, period = self.judge.directory, self.kept.period
        share = self.judge.shares[volunteer.id]
        line = self.kept.line(volunteer.id)
        nights = [stint for stint in line if directory.rules.is_night(stint.span)]
        areas = [area.id for area in directory.areas]
        return Person(
            home=None if volunteer.area_id is None else areas.index(volunteer.area_id),
            leads=bool(directory.skills[volunteer.id] & directory.leading),
            able=tuple(requires <= directory.skills[volunteer.id] for requires in self.demand.skills),
            wishes=tuple(
                None if self._taken(place, line) else self._wish(volunteer, stint, post)
                for place, stint, post in samples
            ),
            bands=tuple((share.band(kind).low, share.band(kind).high) for kind in KINDS),
            burden=tuple(carried.amount(kind) for kind in KINDS),
            work_days=self._days(line),
            night_days=self._days(nights),
            nights=sum(period.first <= stint.day <= period.last for stint in nights),
            week_minutes=self._weeks(line),
        )

    def _taken(self, place: Place, line: Iterable[Stint]) -> bool:
        """Whether what stands already leaves no room for the place."""
        held = (Place(s.day, s.span, s.checkpoint_id, (s.shift_id, s.post_id)) for s in line)
        return any(place.too_close(other, self.judge.directory) for other in held)

    def _wish(self, volunteer: Volunteer, stint: Stint, post: Post) -> int | None:
        """Points for the person's wishes about the time of a stint; None where a rule forbids it."""
        timetable = self.judge.timetables[volunteer.id]
        against = tuple(check_fitness(stint, volunteer, post, timetable, self.judge.directory.rules))
        if any(violation.is_hard for violation in against):
            return None
        return self.weights.unwanted * len(against) - self.weights.wanted * timetable.wants(stint.span)

    def _days(self, line: Iterable[Stint]) -> int:
        """The days the stints begin on, as a mask."""
        mask = 0
        for stint in line:
            mask |= 1 << ((stint.day - self.kept.period.first).days + self.margin)
        return mask

    def _weeks(self, line: Iterable[Stint]) -> tuple[int, ...]:
        """Minutes in each calendar week of the period."""
        minutes = dict.fromkeys(weeks_of(self.kept), 0)
        for stint in line:
            if monday_of(stint.day) in minutes:
                minutes[monday_of(stint.day)] += stint.span.minutes
        return tuple(minutes.values())
