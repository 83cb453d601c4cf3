"""Who could stand a duty at all, whatever else they do: fit by themselves, and free of what cannot be moved."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from roster_app.domain.book import MinRest
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Duty, Roster, Stint
from roster_app.domain.rules import Judge
from roster_app.domain.rules.fitness import check_fitness
from roster_app.domain.team import Directory
from roster_app.domain.timespan import MINUTE


@dataclass
class Fitness:
    """Asked about one roster, of which only locked duties and those of other periods are taken as given."""

    roster: Roster
    judge: Judge
    _fit: dict[tuple[object, ...], bool] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        locked = {d: a for d, a in self.roster.assignments.items() if a.locked}
        self.fixed = self.roster.with_assignments(locked)
        """The roster with nothing in it but what is locked."""
        self._reserve = {post.id for post in self.judge.directory.posts if post.reserve}
        self.rest = common_rest(self.judge.directory)
        """Minutes that everybody must rest between any two duties."""

    def people(self, duty_id: DutyId) -> tuple[VolunteerId, ...]:
        """Everybody who could hold the duty."""
        return tuple(v.id for v in self.judge.directory.volunteers if self.is_fit(v, duty_id))

    def is_fit(self, volunteer: Volunteer, duty_id: DutyId) -> bool:
        """Whether nothing but the duties that can be moved stands between the two."""
        stint = self.judge.plan.stint(duty_id, volunteer.id)
        return self._by_nature(volunteer, stint) and not any(self._hinders(s, stint) for s in self._near(stint))

    def is_reserve(self, duty: Stint | Duty) -> bool:
        """Whether it lies at a reserve post (备勤)."""
        return duty.post_id in self._reserve

    def _by_nature(self, volunteer: Volunteer, stint: Stint) -> bool:
        post = self.judge.directory.post[stint.post_id]
        key = (volunteer.id, stint.span, stint.day, stint.shift_type_id, post.requires)
        if key not in self._fit:
            table, directory = self.judge.timetables[volunteer.id], self.judge.directory
            skills = directory.skills[volunteer.id]
            against = check_fitness(stint, volunteer, post, table, directory.rules, skills)
            self._fit[key] = not any(violation.is_hard for violation in against)
        return self._fit[key]

    def _near(self, stint: Stint) -> Iterator[Stint]:
        return (s for s in self.fixed.line(stint.volunteer_id) if s.duty_id != stint.duty_id)

    def _hinders(self, given: Stint, stint: Stint) -> bool:
        """Whether what is given lies too close; reserve duties ask for no rest, nor does staying on at a post."""
        first, second = sorted((given, stint))
        if second.stays_on(first) or self.is_reserve(first) or self.is_reserve(second):
            return first.span.overlaps(second.span)
        return (second.span.start - first.span.end) // MINUTE < self.rest


def common_rest(directory: Directory) -> int:
    """Minutes of rest after each duty that a hard rule asks of everybody."""
    return min((_rest(directory, volunteer.id) for volunteer in directory.volunteers), default=0)


def _rest(directory: Directory, who: VolunteerId) -> int:
    entries = directory.rules.book.of(MinRest, who)
    return max((entry.minutes for entry in entries if entry.is_hard and entry.after.is_all), default=0)
