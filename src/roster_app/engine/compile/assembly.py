"""The assembly of a problem form: watches, slots, needs and people put in order and written down as arrays."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from roster_app.domain.book import HomeArea
from roster_app.domain.ids import QualificationId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
from roster_app.domain.timespan import DAY, DAY_MINUTES, Span, at, span_on
from roster_app.engine.compile.amounts import CounterMaker, Counters
from roster_app.engine.compile.closeness import Closeness
from roster_app.engine.compile.contracts import contract_arrays, contracts_of, points_of, row_of
from roster_app.engine.compile.crews import Crews, bands_of, free_for_squads, kin_of, marks_of
from roster_app.engine.compile.needs import Demand, Place, levels
from roster_app.engine.compile.slots import Slot, slots_of
from roster_app.engine.compile.statements import Statements
from roster_app.engine.compile.watches import WatchKey, classes_for_runs, classes_of
from roster_app.engine.form import HARD, NEVER, UNLIMITED, Form, Numbers

_MOST_DAYS, _MOST_CLASSES = 512, 32
"""As in kernel/line.h."""


@dataclass(frozen=True)
class Written:
    """A form, and what its needs stand for: the open duties of each, by their positions in the plan."""

    form: Form
    seats: tuple[tuple[int, ...], ...]


def written(kept: Roster, judge: Judge, demand: Demand, crews: Crews) -> Written:
    """The form of a demand; `kept` is the roster without the open duties."""
    return _Assembly(kept, judge, demand, crews).written()


class _Assembly:
    """One form in the making; its parts are worked out in the order of their use."""

    def __init__(self, kept: Roster, judge: Judge, demand: Demand, crews: Crews) -> None:
        self.kept, self.judge, self.demand, self.crews = kept, judge, demand, crews
        self.directory, self.book = judge.directory, judge.directory.rules.book
        self.people = self.directory.volunteers
        self.number = {v.id: n for n, v in enumerate(self.people)}
        self.contracts, self.contract = contracts_of(judge)
        self._order_watches()
        self._order_needs()

    def _order_watches(self) -> None:
        """Kinds, slots and watches; what one person holds twice in a slot already gets a copy of the slot."""
        keys = dict.fromkeys(key.watch for key in self.demand.duties)
        keys.update(dict.fromkeys(key.watch for _, key in self.demand.fixed))
        kinds = list(dict.fromkeys(key.kind for key in keys))
        self.closeness = Closeness(kinds, self.directory)
        never = np.ones((len(kinds), len(kinds)), bool)
        for contract in self.contracts:
            never &= self.closeness.table(contract.rests, contract.successions)[:, :, 0] >= HARD
        kind_of = _indices(keys, kinds)
        slot_of = dict(zip(keys, slots_of(list(keys), kind_of, never), strict=True))
        self._copy_what_clashes(slot_of, kind_of)
        self.watches = sorted(slot_of, key=lambda w: (*slot_of[w], w.kind.start, w.kind.end, kind_of[w], str(w)))
        self.kind_of = [kind_of[watch] for watch in self.watches]
        self.slots: list[Slot] = list(dict.fromkeys(slot_of[watch] for watch in self.watches))
        numbers = {slot: n for n, slot in enumerate(self.slots)}
        self.slot_of = [numbers[slot_of[watch]] for watch in self.watches]
        self.watch_number = {watch: n for n, watch in enumerate(self.watches)}
        period = self.kept.period
        days = [watch.day for watch in self.watches]
        self.day0, self.last_known = min((period.first, *days)), max((period.last, *days))
        if (self.last_known - self.day0).days >= _MOST_DAYS or len(classes_for_runs(self.book)) > _MOST_CLASSES:
            raise ValueError(
                f"from {self.day0} to {self.last_known} is more than the kernel holds, or too many classes"
            )

    def _copy_what_clashes(self, slot_of: dict[WatchKey, Slot], kind_of: dict[WatchKey, int]) -> None:
        taken: Counter[tuple[VolunteerId, Slot]] = Counter()
        fixed = []
        for who, key in self.demand.fixed:
            slot = slot_of[key.watch]
            copy = taken[who, slot]
            taken[who, slot] += 1
            if copy:
                watch = replace(key.watch, copy=copy)
                kind_of[watch] = kind_of[key.watch]
                slot_of[watch] = (slot[0], slot[1], copy)
                key = replace(key, watch=watch)
            fixed.append((who, key))
        self.demand.fixed = fixed

    def _order_needs(self) -> None:
        fixed = dict.fromkeys(key for _, key in self.demand.fixed)
        keys = (*self.demand.duties, *fixed)
        self.needs = sorted(keys, key=lambda key: self.watch_number[key.watch])
        self.needs.sort(key=lambda key: self.slot_of[self.watch_number[key.watch]])
        self.need_number = {key: n for n, key in enumerate(self.needs)}

    def written(self) -> Written:
        """Everything as arrays."""
        period = self.kept.period
        slot_day = [(day - self.day0).days for day, _, _ in self.slots]
        arrays: dict[str, int | Numbers | NDArray[np.uint32]] = {
            "people": len(self.people),
            "slots": len(self.slots),
            "days": (self.last_known - self.day0).days + 1,
            "first": (period.first - self.day0).days,
            "last": (period.last - self.day0).days,
            "kinds": len(self.closeness.kinds),
            "reach": self.closeness.reach,
            "contracts": len(self.contracts),
            "classes": len(classes_for_runs(self.book)),
            "sunday": (period.first - self.day0).days + (6 - period.first.weekday()),
            "slot_day": row_of(slot_day),
            **self._weekends(),
            **self._watch_arrays(),
            **self._need_arrays(),
            **self._people_arrays(),
            **contract_arrays(self.contracts, self.closeness, self.book),
            **self._crew_arrays(),
        }
        seats = tuple(tuple(self.demand.duties.get(key, ())) for key in self.needs)
        return Written(Form(**arrays), seats)  # type: ignore[arg-type]

    def _weekends(self) -> dict[str, int | Numbers]:
        period = self.kept.period
        saturdays = [d for d in period.days if d.weekday() == 5 and d + DAY <= period.last]
        return {"weekends": len(saturdays), "weekend_day": row_of((d - self.day0).days for d in saturdays)}

    def _watch_arrays(self) -> dict[str, int | Numbers | NDArray[np.uint32]]:
        offsets = [(watch.day - self.day0).days * DAY_MINUTES for watch in self.watches]
        self.starts = np.array([o + w.kind.start for o, w in zip(offsets, self.watches, strict=True)], np.int64)
        self.ends = np.array([o + w.kind.end for o, w in zip(offsets, self.watches, strict=True)], np.int64)
        runs, every = classes_for_runs(self.book), classes_of(self.book)
        places = [every.index(of) for of in runs]
        bits = [sum(1 << bit for bit, place in enumerate(places) if w.classes[place]) for w in self.watches]
        several = len({day for day, _, _ in self.slots}) < len(self.slots)
        minutes = self.ends - self.starts
        maker = CounterMaker(self.kept, self.judge, self.watches, minutes, self.day0, self.last_known, several)
        self.counters = maker.counters()
        return {
            "watches": len(self.watches),
            "watch_slot": row_of(self.slot_of),
            "watch_kind": row_of(self.kind_of),
            "watch_start": self.starts.astype(np.int32),
            "watch_end": self.ends.astype(np.int32),
            "watch_classes": np.array(bits, np.uint32),
            **_counter_arrays(self.counters, len(self.watches)),
        }

    def _need_arrays(self) -> dict[str, int | Numbers]:
        plan = self.kept.plan
        self.places = list(dict.fromkeys(key.place for key in self.needs))
        place_number = {place: n for n, place in enumerate(self.places)}
        sites = {site: n for n, site in enumerate(dict.fromkeys(place.site for place in self.places)) if site}
        holders = Counter(key for _, key in self.demand.fixed)
        counts = []
        for key in self.needs:
            open_seats = levels([plan.duties[n] for n in self.demand.duties.get(key, ())])
            counts.append(open_seats if key.holder is None else (0, 0, holders[key]))
        slots = np.array([self.slot_of[self.watch_number[key.watch]] for key in self.needs], np.int64)
        turns = [[turn for turn in key.turns if turn[0] in self.number] for key in self.needs]
        return {
            "needs": len(self.needs),
            "places": len(self.places),
            "slot_needs": np.searchsorted(slots, np.arange(len(self.slots) + 1)).astype(np.int32),
            "need_watch": row_of(self.watch_number[key.watch] for key in self.needs),
            "need_place": row_of(place_number[key.place] for key in self.needs),
            "need_site": row_of(-1 if key.place.site is None else sites[key.place.site] for key in self.needs),
            "need_open": row_of(int(key.holder is None) for key in self.needs),
            "need_least": row_of(c[0] for c in counts),
            "need_wanted": row_of(c[1] for c in counts),
            "need_most": row_of(c[2] for c in counts),
            "need_short": row_of(key.empty[0] for key in self.needs),
            "need_below": row_of(key.empty[1] for key in self.needs),
            "need_over": row_of(key.empty[2] for key in self.needs),
            "need_turns": _begins(turns),
            "turn_person": row_of(self.number[who] for group in turns for who, _ in group),
            "turn_points": row_of(points for group in turns for _, points in group),
            "need_prior_points": row_of(0 if key.posted is None else key.posted[1] for key in self.needs),
        }

    def _people_arrays(self) -> dict[str, int | Numbers | NDArray[np.uint32]]:
        people, slots = len(self.people), len(self.slots)
        fixed = np.full((people, slots), -1, np.int32)
        for who, key in self.demand.fixed:
            fixed[self.number[who], self.slot_of[self.watch_number[key.watch]]] = self.need_number[key]
        prior = np.full((people, slots), -1, np.int32)
        for who, key in self.demand.posted:
            if who in self.number:
                prior[self.number[who], self.slot_of[self.watch_number[key.watch]]] = self.need_number[key]
        return {
            "contract": row_of(self.contract),
            **self._places_of_people(),
            "marks": np.array([marks_of(v, self.judge) for v in self.people], np.uint32),
            "kin": row_of(kin_of(self.people)),
            "wish": self._wishes().ravel(),
            "prior": prior.ravel(),
            "fixed": fixed.ravel(),
            "since": row_of(self._since(v.id) for v in self.people),
            **_limit_arrays(self.counters, people),
        }

    def _since(self, who: VolunteerId) -> int:
        line, first = self.kept.line(who), self.kept.period.first
        return (min((first, *(stint.day for stint in line))) - self.day0).days

    def _wishes(self) -> Numbers:
        rules = self.directory.rules
        spans: dict[tuple[date, int, int], WatchKey] = {}
        for watch in self.watches:
            spans.setdefault((watch.day, watch.kind.start, watch.kind.end), watch)
        night = {key: rules.is_night(_span(watch)) for key, watch in spans.items()}
        is_night = np.array([night[w.day, w.kind.start, w.kind.end] for w in self.watches], bool)
        is_work = np.array([w.kind.classes[0] for w in self.watches], bool)
        origin = at(self.day0, 0)
        statements = Statements(self.judge, self.watches, origin, self.starts, self.ends, is_night, is_work)
        rows = [statements.row(volunteer) for volunteer in self.people]
        return np.array(rows, np.int32).reshape(len(self.people), len(self.watches))

    def _places_of_people(self) -> dict[str, int | Numbers]:
        asked = frozenset(q for place in self.places for q in place.requires)
        numbers: dict[tuple[object, ...], int] = {}
        examples: list[tuple[Volunteer, frozenset[QualificationId], int]] = []
        found = []
        for volunteer in self.people:
            homes = self.book.of(HomeArea, volunteer.id)
            away = min(NEVER, sum(points_of(entry.points) for entry in homes))
            away = NEVER if away >= HARD else away
            skills = self.directory.skills[volunteer.id]
            key = (skills & asked, volunteer.area_id, away)
            if key not in numbers:
                numbers[key] = len(numbers)
                examples.append((volunteer, skills, away))
            found.append(numbers[key])
        table = [_place_points(*example, place) for example in examples for place in self.places]
        return {"person_places": len(numbers), "place": row_of(found), "place_points": row_of(table)}

    def _crew_arrays(self) -> dict[str, int | Numbers]:
        groups = list(self.crews.asked)
        numbers = {group: n for n, group in enumerate(groups)}
        own = [[numbers[group] for group in key.crews] for key in self.needs]
        members: dict[int, list[int]] = defaultdict(list)
        for need, crews in enumerate(own):
            for crew in crews:
                members[crew].append(need)
        inside = [members[crew] for crew in range(len(groups))]
        asked = list(self.crews.asked.values())
        return {
            "crews": len(groups),
            "need_crews": _begins(own),
            "crew_of": row_of(crew for group in own for crew in group),
            "crew_needs": _begins(inside),
            "crew_need": row_of(need for group in inside for need in group),
            "crew_leader": row_of(a.leader for a in asked),
            "crew_alone": row_of(a.alone for a in asked),
            "crew_new": row_of(a.new for a in asked),
            "crew_gender": row_of(a.gender for a in asked),
            "crew_kin": row_of(a.kin for a in asked),
            "crew_bands": row_of(int(a.bands) for a in asked),
            "squad_free": row_of(int(free) for free in free_for_squads(self.crews, self.judge)),
            **self._band_arrays(),
        }

    def _band_arrays(self) -> dict[str, int | Numbers]:
        bands = bands_of(self.judge, self.number)
        of_person: list[list[int]] = [[] for _ in self.people]
        for band, (_, _, people) in enumerate(bands):
            for person in people:
                of_person[person].append(band)
        return {
            "bands": len(bands),
            "person_bands": _begins(of_person),
            "person_band": row_of(band for own in of_person for band in own),
            "band_people": _begins([people for _, _, people in bands]),
            "band_person": row_of(person for _, _, people in bands for person in people),
            "band_kind": row_of(kind for kind, _, _ in bands),
            "band_points": row_of(points for _, points, _ in bands),
        }


def _indices(keys: Iterable[WatchKey], kinds: Sequence[object]) -> dict[WatchKey, int]:
    number = {kind: n for n, kind in enumerate(kinds)}
    return {key: number[key.kind] for key in keys}


def _place_points(volunteer: Volunteer, skills: frozenset[QualificationId], away: int, place: Place) -> int:
    if not place.requires <= skills:
        return NEVER
    known = volunteer.area_id is not None and place.area_id is not None
    return away if known and volunteer.area_id != place.area_id else 0


def _span(watch: WatchKey) -> Span:
    return span_on(watch.day, watch.kind.start, watch.kind.end)


def _begins(groups: Iterable[Sequence[object]]) -> Numbers:
    """Where each group begins in the row of all."""
    return np.cumsum([0, *(len(group) for group in groups)]).astype(np.int32)


def _counter_arrays(counters: Counters, watches: int) -> dict[str, int | Numbers]:
    amounts = np.array(counters.amounts, np.int64).reshape(len(counters.amounts), watches).T
    at_watch, counter = np.nonzero(amounts)
    of_watch: list[list[int]] = [[] for _ in range(watches)]
    for group, (_, members) in enumerate(counters.groups):
        for watch in np.flatnonzero(members).tolist():
            of_watch[watch].append(group)
    return {
        "counters": len(counters.limits),
        "groups": len(counters.groups),
        "watch_counters": np.searchsorted(at_watch, np.arange(watches + 1)).astype(np.int32),
        "counter_of": counter.astype(np.int32),
        "counter_amount": amounts[at_watch, counter].astype(np.int32),
        "watch_groups": _begins(of_watch),
        "group_of": row_of(group for own in of_watch for group in own),
        "group_counter": row_of(counter for counter, _ in counters.groups),
        "counter_lack": row_of(counters.lacks()),
    }


def _limit_arrays(counters: Counters, people: int) -> dict[str, int | Numbers]:
    def table(name: str) -> Numbers:
        columns = [getattr(limits, name) for limits in counters.limits]
        flat = np.array(columns, np.int64).reshape(len(columns), people).T.ravel()
        return np.clip(flat, -UNLIMITED, UNLIMITED).astype(np.int32)

    return {
        "counter_base": np.zeros(people * len(counters.limits), np.int32),
        "counter_least": table("least"),
        "counter_most": table("most"),
        "counter_low": table("low"),
        "counter_high": table("high"),
        "counter_under": table("points"),
        "counter_over": table("points"),
    }
