"""Needs: identical seats as one count, with what an empty or a surplus one costs; and what stands already."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from roster_app.domain.book import Continuity, Stability, TurnQueue
from roster_app.domain.ids import AreaId, CheckpointId, DutyId, QualificationId, VolunteerId
from roster_app.domain.roster import Duty, Roster, SeatLevel, Stint
from roster_app.domain.rules import Judge
from roster_app.domain.rules.duty_rules import SOON
from roster_app.engine.compile.contracts import points_of
from roster_app.engine.compile.crews import Crews, Group
from roster_app.engine.compile.watches import WatchKey


@dataclass(frozen=True, slots=True)
class Place:
    """What a seat asks of its holder: qualifications, and where it lies; `site` only where continuity is wished.

    A reserve duty lies nowhere: it is nobody's way from home.
    """

    requires: frozenset[QualificationId]
    area_id: AreaId | None
    site: CheckpointId | None = None


Turns = tuple[tuple[VolunteerId, int], ...]
"""Whose turn a duty is, and the points if somebody else holds it, for each queue it belongs to."""


@dataclass(frozen=True, slots=True)
class NeedKey:
    """Seats with the same key are one need; what stands already has a need of its own, with its holder.

    `empty` has the points of an empty needed seat, of an empty wanted one, and of a filled one beyond.
    """

    watch: WatchKey
    place: Place
    crews: tuple[Group, ...]
    empty: tuple[int, int, int]
    turns: Turns
    posted: tuple[SeatLevel, int] | None = None
    """Where the posted holder matters: the seat's level, and the points if somebody else holds it."""
    holder: VolunteerId | None = None
    number: int = 0


@dataclass
class Demand:
    """The needs of a problem: the open duties of each by their positions in the plan, fixed and posted holders."""

    duties: dict[NeedKey, list[int]] = field(default_factory=lambda: defaultdict(list))
    fixed: list[tuple[VolunteerId, NeedKey]] = field(default_factory=list)
    posted: list[tuple[VolunteerId, NeedKey]] = field(default_factory=list)


@dataclass
class DemandMaker:
    """Sorts duties into needs; `watch_of` answers for a stint."""

    roster: Roster
    judge: Judge
    crews: Crews
    watch_of: Callable[[Stint], WatchKey]

    def __post_init__(self) -> None:
        book = self.judge.directory.rules.book
        self._sites = any(entry.points != 0 for entry in book.every(Continuity))
        self._stability = book.every(Stability) if self.roster.posted else ()
        self._queues = [
            (queue, self.judge.expected(queue, self.roster)) for queue in book.every(TurnQueue) if queue.points != 0
        ]
        self._reserve = {post.id for post in self.judge.directory.posts if post.reserve}
        self._again = self._posted_again() if self._stability else frozenset()

    def demand(self, opened: Sequence[int], kept: Roster) -> Demand:
        """The open duties (positions in the plan) and everything that stands already."""
        found, plan = Demand(), self.roster.plan
        known: dict[tuple[object, ...], NeedKey] = {}
        for position in opened:
            duty = plan.duties[position]
            stint = plan.stint(duty.id, VolunteerId(0))
            told = self._told(duty, stint)
            key = known.get(told)
            if key is None:
                key = known[told] = self._key(duty, stint)
            found.duties[key].append(position)
            if key.posted is not None:
                found.posted.append((self.roster.posted[duty.id], key))
        for who, line in kept.lines.items():
            if who in self.judge.directory.volunteer:
                found.fixed += [(who, self._standing(stint, number)) for number, stint in enumerate(line)]
        return found

    def _told(self, duty: Duty, stint: Stint) -> tuple[object, ...]:
        """What makes two duties the same need, quickly told."""
        crews = tuple(self.crews.of_duty.get(duty.id, ()))
        return id(self.watch_of(stint)), duty.post_id, crews, self._turns(duty.id, stint), self._posted(duty, stint)

    def _key(self, duty: Duty, stint: Stint) -> NeedKey:
        return NeedKey(
            watch=self.watch_of(stint),
            place=self._place(stint),
            crews=tuple(self.crews.of_duty.get(duty.id, ())),
            empty=self._empty(duty, stint),
            turns=self._turns(duty.id, stint),
            posted=self._posted(duty, stint),
        )

    def _standing(self, stint: Stint, number: int) -> NeedKey:
        return NeedKey(
            watch=self.watch_of(stint),
            place=Place(frozenset(), None, self._site(stint)),
            crews=tuple(self.crews.of_duty.get(stint.duty_id, ())),
            empty=(0, 0, 0),
            turns=(),
            holder=stint.volunteer_id,
            number=number,
        )

    def _place(self, stint: Stint) -> Place:
        directory = self.judge.directory
        area = None if stint.post_id in self._reserve else directory.checkpoint[stint.checkpoint_id].area_id
        return Place(directory.post[stint.post_id].requires, area, self._site(stint))

    def _site(self, stint: Stint) -> CheckpointId | None:
        return stint.checkpoint_id if self._sites and stint.post_id not in self._reserve else None

    def _turns(self, duty_id: DutyId, stint: Stint) -> Turns:
        turns = tuple(
            (who, points_of(queue.points)) for queue, turns in self._queues if (who := turns.get(duty_id)) is not None
        )
        again = (self.roster.posted[duty_id], self._posted_points(stint)) if duty_id in self._again else None
        return turns if again is None else (*turns, again)

    def _empty(self, duty: Duty, stint: Stint) -> tuple[int, int, int]:
        short, below, over = self.judge.cover.points(duty)
        points = self._posted_points(stint) if duty.id in self._again else 0
        return short + points, below + points, over - points

    def _posted_again(self) -> frozenset[DutyId]:
        """Posted duties of somebody who is posted to another one that day: priced as turns are, since a line's slot
        holds one need; an empty seat is as bad as one that another person holds."""
        seen: set[tuple[VolunteerId, date]] = set()
        found = []
        for duty in self.roster.plan.duties:
            who = self.roster.posted.get(duty.id)
            if who is None or who not in self.judge.directory.volunteer:
                continue
            mark = who, self.roster.plan.shift[duty.shift_id].day
            if mark in seen:
                found.append(duty.id)
            seen.add(mark)
        return frozenset(found)

    def _posted(self, duty: Duty, stint: Stint) -> tuple[SeatLevel, int] | None:
        if duty.id not in self.roster.posted or duty.id in self._again:
            return None
        points = self._posted_points(stint)
        return (duty.level, points) if points else None

    def _posted_points(self, stint: Stint) -> int:
        moment, points = self.roster.posted_from, 0
        for entry in self._stability:
            soon = moment is not None and moment <= stint.span.start < moment + SOON
            points += entry.points_soon if soon and entry.points_soon is not None else entry.points
        return points


def levels(duties: Sequence[Duty]) -> tuple[int, int, int]:
    """How many of the seats are needed, wanted, and there at all."""
    needed = sum(duty.level is SeatLevel.NEEDED for duty in duties)
    extra = sum(duty.level is SeatLevel.EXTRA for duty in duties)
    return needed, len(duties) - extra, len(duties)
