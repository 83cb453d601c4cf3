"""How many people keep the cover for some weeks, in which mix, and what one more of a kind would bring."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from roster_app.domain.answers.shortage import shortages
from roster_app.domain.answers.teams_alike import Kind, Mix, in_proportion, mix_of, team_alike
from roster_app.domain.demand import plan_duties
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import PeriodId, QualificationId
from roster_app.domain.roster import Proposal, Roster, RosterPeriod
from roster_app.domain.rules import Judge
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY
from roster_app.engine.answers.resolver import Effort, Resolver
from roster_app.engine.answers.situation import Situation
from roster_app.engine.search import Limits

_MOST_PEOPLE = 4_000


@dataclass(frozen=True, slots=True)
class Gain:
    """What one more person of a kind would bring to the team as it is: `vacancies` then, `points` saved of all that
    is not vacancy, and `spared`: how many others the smallest team could then do without."""

    kind: Kind
    vacancies: int
    points: int
    spared: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The answer. `vacancies` is what the team as it is would leave; `smallest` the smallest mix that was found to
    keep the cover (None: not yet found), `proven` where counting shows that one fewer cannot.

    `fewest` says for each qualification how many people of `smallest` must have it at the least.
    """

    first: date
    last: date
    people: int
    duties: int
    vacancies: int | None = None
    smallest: Mix | None = None
    proven: bool = False
    fewest: tuple[tuple[QualificationId, int], ...] = ()
    gains: tuple[Gain, ...] = ()
    complete: bool = False


@dataclass(frozen=True, slots=True)
class HowMany:
    """How small a team of people like these could keep the cover for so many weeks from a day on?"""

    directory: Directory
    first: date
    weeks: int
    effort: Effort = field(default_factory=lambda: Effort(seconds=60, each=Limits(seconds=1.2)))

    def answers(self, resolver: Resolver) -> Iterator[Forecast]:
        """The team as it is; the smallest; its mix; the gains. Refuses a team whose checkpoints want nobody."""
        period = RosterPeriod(PeriodId(0), self.directory.team.id, self.first, self.first + DAY * (7 * self.weeks - 1))
        trials = _Trials(self.directory, period, resolver)
        answer = Forecast(period.first, period.last, len(self.directory.volunteers), trials.duties)
        now = mix_of(self.directory)
        answer = replace(answer, vacancies=trials.vacancies(now))
        yield answer
        smallest = trials.smallest(now or Counter({Kind(): 1}))
        if smallest is not None:
            answer = replace(answer, smallest=smallest, proven=trials.is_proven(smallest))
            yield answer
            answer = replace(answer, fewest=tuple(trials.fewest(smallest)))
            yield answer
        for kind in trials.kinds():
            if resolver.over:
                break
            answer = replace(answer, gains=(*answer.gains, trials.gain(now, kind, smallest)))
            yield answer
        yield replace(answer, complete=not resolver.over)


class _Trials:
    """Teams tried on the same weeks."""

    def __init__(self, directory: Directory, period: RosterPeriod, resolver: Resolver) -> None:
        ids = count(1)
        self._directory, self._resolver = directory, resolver
        self._roster = Roster(plan_duties(directory, period, make_id=lambda: next(ids)))
        self._asked = sorted({post.requires for post in directory.posts}, key=lambda q: (-len(q), sorted(q)))
        self._known: dict[frozenset[tuple[Kind, int]], int] = {}

    @property
    def duties(self) -> int:
        """How many duties the weeks have."""
        return len(self._roster.plan.duties)

    def kinds(self) -> list[Kind]:
        """Who may be wished for: people with just what some post asks for, the most demanding first."""
        return [Kind(requires) for requires in self._asked]

    def vacancies(self, mix: Mix) -> int:
        """How many duties such a team leaves vacant, found by solving."""
        key = frozenset((kind, count) for kind, count in mix.items() if count)
        if key not in self._known:
            self._known[key] = len(self._resolver.cover(self._team(mix)).vacancies)
        return self._known[key]

    def smallest(self, mix: Mix) -> Counter[Kind] | None:
        """The fewest people found that leave nothing vacant, in about this proportion; nothing if none in time."""
        low, high = 0, max(1, sum(mix.values()))
        while self.vacancies(in_proportion(mix, high)):
            low, high = high, high + max(1, high // 3)
            if self._resolver.over or high > _MOST_PEOPLE:
                return None
        while high - low > 1 and not self._resolver.over:
            middle = (low + high) // 2
            if self.vacancies(in_proportion(mix, middle)):
                low = middle
            else:
                high = middle
        return self._trimmed(in_proportion(mix, high), lambda kind: True)

    def is_proven(self, mix: Mix) -> bool:
        """Whether counting alone shows that a team with one fewer leaves something vacant."""
        asked = self._team(in_proportion(mix, sum(mix.values()) - 1))
        return bool(shortages(asked.roster, Judge(asked.roster.plan, asked.directory)))

    def fewest(self, mix: Mix) -> Iterator[tuple[QualificationId, int]]:
        """For each qualification that posts ask for: how many people must have it, the number of people given."""
        for qualification in sorted({q for requires in self._asked for q in requires}):
            low, high = -1, sum(count for kind, count in mix.items() if qualification in kind.qualifications)
            while high - low > 1 and not self._resolver.over:
                middle = (low + high) // 2
                if self.vacancies(_with_fewer(mix, qualification, middle)):
                    low = middle
                else:
                    high = middle
            yield qualification, high

    def gain(self, now: Mix, kind: Kind, smallest: Mix | None) -> Gain:
        """What one more of the kind brings."""
        before, after = (self._resolver.best(self._team(mix)) for mix in (now, Counter(now) + Counter({kind: 1})))
        spared = 0
        if smallest is not None:
            more = Counter(smallest) + Counter({kind: 1})
            spared = more.total() - self._trimmed(more, lambda other: other != kind).total()
        return Gain(kind, len(after.vacancies), _beside_vacancies(before) - _beside_vacancies(after), spared)

    def _trimmed(self, mix: Counter[Kind], may_go: Callable[[Kind], bool]) -> Counter[Kind]:
        """The team without those it can do without, tried one by one, the least qualified first."""
        while not self._resolver.over:
            kinds = sorted((kind for kind in mix if may_go(kind)), key=lambda kind: len(kind.qualifications))
            fewer = next((m for kind in kinds if not self.vacancies(m := mix - Counter({kind: 1}))), None)
            if fewer is None:
                break
            mix = fewer
        return mix

    def _team(self, mix: Mix) -> Situation:
        return Situation(self._roster, team_alike(self._directory, mix), Ledger())


def _with_fewer(mix: Mix, qualification: QualificationId, most: int) -> Counter[Kind]:
    """The same number of people, of whom only so many keep the qualification."""
    found: Counter[Kind] = Counter()
    left = most
    for kind, number in sorted(mix.items(), key=lambda item: -len(item[0].qualifications)):
        kept = min(number, left) if qualification in kind.qualifications else number
        left -= kept if qualification in kind.qualifications else 0
        found[kind] += kept
        found[replace(kind, qualifications=kind.qualifications - {qualification})] += number - kept
    return +found


def _beside_vacancies(proposal: Proposal) -> int:
    return sum(points for cause, points in proposal.parts.items() if cause != "vacancy")
