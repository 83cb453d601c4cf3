"""Annealing in cycles: each cools the best draft down more slowly than the one before, on two threads where it can."""

from collections.abc import Callable

import numpy as np

from roster_app.engine.draft import Draft, Room, dearest_vacancy, largest_unit, smallest_unit, vacant_seats
from roster_app.engine.form import HARD, Form, Numbers
from roster_app.engine.record import Record

HOT, COLD, REHEATED = 0.12, 0.03, 0.07
"""From and to this part of the smallest thing that counts, and where later cycles begin: the draft is good, and heat
that breaks it up costs more time than it brings, the more so the larger the roster."""
BURST_SECONDS = 0.04
"""What threads do between two meetings takes about so long."""
CELLS_A_SECOND = 750
"""People times slots that a second of the first cycle is enough for."""
SHORTEST, LONGEST = 0.05, 8.0
"""Seconds of the first cycle."""
LONGER = 4.0
"""Each cycle takes so many times as long as the one before."""
PROPOSALS_A_SECOND = 4_000_000
"""Of a thread, where work is counted instead of time; the first guess otherwise."""
_THREADS = 2
_PEOPLE_A_THREAD = 8
"""Fewer make exchanges within a group too rare."""
_FIRST_BURST = 10_000


class Annealing:
    """Improves a draft from cycle to cycle; the record hears of everything better."""

    def __init__(self, form: Form, draft: Draft, record: Record, seed: int, *, timed: bool) -> None:
        self._form, self._draft, self._record = form, draft, record
        self._rooms = [Room(form, seed * _THREADS + n) for n in range(_THREADS)]
        self._shuffle = np.random.default_rng(seed)
        self._everyone = np.arange(form.people, dtype=np.int32)
        self._unit, self._large = smallest_unit(form), max(smallest_unit(form), largest_unit(form))
        self._links = bool(form.crews)
        self._link = HARD
        self._binding = self._links and not _leaders_only(form)
        self._elastic = bool((form.need_wanted < form.need_most).any() or (form.need_least < form.need_wanted).any())
        self._burst, self._timed = _FIRST_BURST, timed
        self.proposals = 0
        """Made so far, by all threads together."""

    def fill(self, over: Callable[[], bool], proposals: int) -> None:
        """Look for the last seats before anything else is improved."""
        if self._links:
            self._link = min(HARD, 3 * dearest_vacancy(self._form) + 1)
            self._draft.price_links(self._link)
        done = 0
        while done < proposals and not over() and vacant_seats(self._form, self._draft.lines()):
            self._draft.anneal(self._rooms[0], self._everyone, self._burst, self._large * HOT, elastic=True)
            self._draft.settle(self._rooms[:1])
            done += self._burst
            self._offer()
        self.proposals += done

    def cycle(self, part_done: Callable[[], float], over: Callable[[], bool], *, first: bool) -> None:
        """Cool down once; `part_done` goes from 0 to 1."""
        if not first:
            self._draft.set_lines(self._record.best)
        top = self._unit * (HOT if first else REHEATED)
        hot = max(top, self._large * HOT / 4) if first else top
        while not over():
            done = part_done()
            if done >= 1:
                break
            self._round(hot * (self._unit * COLD / hot) ** done)
            self._offer()
        self._offer()

    def _round(self, heat: float) -> None:
        """A burst on each thread, or on one alone where the threads would get into each other's way."""
        started = self._record.seconds
        vacant = self._elastic or self._record.vacant or self._draft.cost >= HARD // 2
        if self._binding or vacant or self._form.people < _THREADS * _PEOPLE_A_THREAD:
            self._draft.anneal(self._rooms[0], self._everyone, self._burst, heat, elastic=True)
            self._draft.settle(self._rooms[:1])
            self.proposals += self._burst
        else:
            if self._links:
                self._draft.weigh_crews(False)
            self._draft.anneal_apart(self._rooms, self._groups(), self._burst, heat)
            self._draft.settle(self._rooms)
            if self._links:
                self._draft.weigh_crews(True)
            self.proposals += self._burst * _THREADS
        if self._timed:
            self._burst = _adapted(self._burst, self._record.seconds - started)

    def _groups(self) -> list[Numbers]:
        shuffled = self._shuffle.permutation(self._everyone)
        return [np.ascontiguousarray(part) for part in np.array_split(shuffled, _THREADS)]

    def _offer(self) -> None:
        """The draft at the full price of what crews break."""
        cost = self._draft.cost + (HARD - self._link) * self._draft.broken_crews
        if self._record.cost is None or cost < self._record.cost:
            self._record.offer(self._draft.lines(), cost)


def first_cycle(form: Form) -> float:
    """Seconds that the first cycle of a form takes."""
    return min(LONGEST, max(SHORTEST, form.people * form.slots / CELLS_A_SECOND))


def _leaders_only(form: Form) -> bool:
    """Whether crews ask for leaders alone and each has a seat for one: exchanges of filled seats then keep the rule."""
    if form.bands or form.crew_alone.any() or form.crew_new.any() or form.crew_gender.any() or form.crew_kin.any():
        return False
    leads = (form.marks & 1).astype(bool)
    table = form.place_points.reshape(form.person_places, form.places)[form.place]
    only_leaders = [bool((leads | (table[:, place] >= 1_000_000_000)).all()) for place in range(form.places)]
    for crew in range(form.crews):
        needs = form.crew_need[form.crew_needs[crew] : form.crew_needs[crew + 1]]
        if form.crew_leader[crew] and not any(only_leaders[form.need_place[n]] and form.need_least[n] for n in needs):
            return False
    return True


def _adapted(burst: int, seconds: float) -> int:
    """A burst that takes the time meant, never far from the last one."""
    return max(2_000, min(4 * burst, int(burst * BURST_SECONDS / max(seconds, 1e-4))))
