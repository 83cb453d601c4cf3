"""Why duties stay vacant, and the smallest changes that would fill them: counted first, then found by solving."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from roster_app.domain.answers.causes import Diagnosis, diagnosis
from roster_app.domain.answers.reinforcing import Reinforcement
from roster_app.domain.answers.relaxing import relaxable
from roster_app.domain.ids import DutyId, QualificationId
from roster_app.engine.answers.remedy import Remedy, Workshop
from roster_app.engine.answers.resolver import Effort, Resolver
from roster_app.engine.answers.situation import Situation

_WORTH_TRYING = 4
"""More people of each group who fill nothing are a sign that people are not what lacks."""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """The answer: proven causes, and remedies in the order: nothing but planning anew, more people, milder rules.

    `fewest` is the least number of vacancies found without any change of team or rules, None before that was tried.
    """

    vacancies: tuple[DutyId, ...]
    diagnosis: Diagnosis
    remedies: tuple[Remedy, ...] = ()
    fewest: int | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class WhyEmpty:
    """Why are there vacancies in this roster, and what would help?"""

    asked: Situation
    effort: Effort = field(default_factory=lambda: Effort(seconds=2.5))

    def answers(self, resolver: Resolver) -> Iterator[Emptiness]:
        """The causes at once, then one remedy after the other."""
        roster = self.asked.roster
        vacant = tuple(duty.id for duty in roster.vacancies)
        answer = Emptiness(vacant, diagnosis(roster, self.asked.judge))
        if not vacant:
            yield replace(answer, fewest=0, complete=True)
            return
        yield answer
        workshop = Workshop(self.asked, resolver)
        anew = workshop.planned_anew()
        fewest = len(vacant) if anew is None else anew.left
        answer = replace(answer, fewest=fewest, remedies=(anew,) if anew else ())
        yield answer
        if fewest:
            for remedy in _changes(workshop, fewest):
                answer = replace(answer, remedies=(*answer.remedies, remedy))
                yield answer
        yield replace(answer, complete=not resolver.over)


def _changes(workshop: Workshop, fewest: int) -> Iterator[Remedy]:
    """What people and what milder rules bring beyond planning anew."""
    if people := _people(workshop, fewest):
        yield people
    for entry in relaxable(workshop.asked.directory.rules):
        if workshop.resolver.over:
            return
        if (milder := workshop.relaxed(entry, fewest)) and milder.left < fewest:
            yield milder


def _people(workshop: Workshop, fewest: int) -> Remedy | None:
    """The fewest more people, by the qualifications that vacancies ask for, that fill every vacancy."""
    for groups in _mixes(workshop):
        wanted = _enough(workshop, groups, fewest)
        if wanted is not None:
            return workshop.manned(_fewest(workshop, wanted))
        if workshop.resolver.over:
            return None
    return None


def _mixes(workshop: Workshop) -> Iterator[Counter[frozenset[QualificationId]]]:
    """What to ask for, with the most that can be of use: just what the vacancies ask for; if that does not help,
    because shifts lack more than their vacancies say, people who can do everything."""
    directory, roster = workshop.asked.directory, workshop.asked.roster
    asked = Counter(directory.post[duty.post_id].requires for duty in roster.vacancies)
    yield asked
    yield Counter({frozenset(q.id for q in directory.qualifications): asked.total()})


def _enough(
    workshop: Workshop, groups: Counter[frozenset[QualificationId]], fewest: int
) -> tuple[Reinforcement, ...] | None:
    """So many of each group, doubled until no vacancy is left; nothing where more people leave as many as before."""
    count = 1
    while not workshop.resolver.over:
        wanted = tuple(Reinforcement(min(count, most), requires) for requires, most in groups.items())
        left = workshop.left(wanted)
        if not left:
            return wanted
        if count >= max(groups.values()) or (count >= _WORTH_TRYING and left >= fewest):
            return None
        count *= 2
    return None


def _fewest(workshop: Workshop, wanted: tuple[Reinforcement, ...]) -> tuple[Reinforcement, ...]:
    """As many as are needed of each group, the others given; the best qualified are spared first."""
    found = wanted
    for n in sorted(range(len(found)), key=lambda n: -len(found[n].requires)):
        low, high = 0, found[n].count
        while low < high and not workshop.resolver.over:
            middle = (low + high) // 2
            fewer = (*found[:n], replace(found[n], count=middle), *found[n + 1 :])
            if workshop.fills(fewer):
                high, found = middle, fewer
            else:
                low = middle + 1
    return found
