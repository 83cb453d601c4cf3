"""The demand of a problem: watches, needs, and the shifts that want a leader; identical seats become one count."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from roster_app.domain.fairness import burden_of
from roster_app.domain.ids import CheckpointId, PostId, QualificationId, ShiftId
from roster_app.domain.roster import DutyPlan, Roster
from roster_app.domain.rules.line import monday_of
from roster_app.domain.team import Directory
from roster_app.domain.timespan import MINUTE, Span, minute_of
from roster_app.engine.facts import KINDS, Need, Watch
from roster_app.engine.weights import Weights


@dataclass(frozen=True, slots=True)
class Place:
    """When and where somebody is; no checkpoint where the way between checkpoints cannot matter.

    `part` names shift and post where that post's seats in that shift are split in time: one person may hold several
    parts without the rest between two shifts.
    """

    day: date
    span: Span
    checkpoint_id: CheckpointId | None
    part: tuple[ShiftId, PostId] | None

    def too_close(self, other: "Place", directory: Directory) -> bool:
        """Whether one person cannot do both: they overlap, or lie nearer than rest and the way ask for."""
        earlier, later = (self, other) if self.span <= other.span else (other, self)
        between = (later.span.start - earlier.span.end) // MINUTE
        one_duty_in_parts = self.part is not None and self.part == other.part
        rest = 0 if one_duty_in_parts else directory.rules.min_rest_minutes
        return between < max(rest, self._way(other, directory))

    def _way(self, other: "Place", directory: Directory) -> int:
        if self.checkpoint_id is None or other.checkpoint_id is None:
            return 0
        return directory.travel_minutes(self.checkpoint_id, other.checkpoint_id)


@dataclass(frozen=True, slots=True)
class Demand:
    """Watches, needs, crews and conflicts as the problem has them, and what watches and skills stand for."""

    watches: tuple[Watch, ...]
    needs: tuple[Need, ...]
    crews: tuple[tuple[int, ...], ...]
    conflicts: tuple[int, ...]
    places: tuple[Place, ...]
    skills: tuple[frozenset[QualificationId], ...]


_Group = tuple[Place, ShiftId, frozenset[QualificationId]]


def demand_of(kept: Roster, directory: Directory, opened: Sequence[int], weights: Weights) -> Demand:
    """Merge the open duties (positions in the plan) where they are identical; `kept` is the roster without them."""
    groups = _groups(kept, directory, opened)
    places = sorted({place: None for place, _, _ in groups}, key=lambda place: (place.day, place.span))
    watch_of = {place: n for n, place in enumerate(places)}
    skills = tuple(dict.fromkeys(requires for _, _, requires in groups))
    crews = {shift_id: n for n, shift_id in enumerate(_wanting_leader(kept, directory, groups))}
    areas = {a.id: n for n, a in enumerate(directory.areas)}
    needs = []
    for (place, shift_id, requires), duties in sorted(groups.items(), key=lambda g: (watch_of[g[0][0]], g[1])):
        area_id = directory.checkpoint[kept.plan.shift[shift_id].checkpoint_id].area_id
        needs.append(
            Need(
                watch=watch_of[place],
                skill=skills.index(requires),
                area=None if area_id is None else areas[area_id],
                crew=crews.get(shift_id),
                duties=tuple(duties),
                vacancy=weights.of_vacancy(place.span.minutes),
            )
        )
    return Demand(
        watches=_watches(places, needs, kept, directory),
        needs=tuple(needs),
        crews=tuple(tuple(n for n, need in enumerate(needs) if need.crew == crew) for crew in crews.values()),
        conflicts=_conflicts(places, directory),
        places=tuple(places),
        skills=skills,
    )


def reach(directory: Directory) -> int:
    """How many minutes apart two duties may lie and still be too close for one person, at the most."""
    ways = (directory.travel_minutes(a.id, b.id) for a, b in combinations(directory.checkpoints, 2))
    return max((directory.rules.min_rest_minutes, *ways))


def _groups(kept: Roster, directory: Directory, opened: Sequence[int]) -> dict[_Group, list[int]]:
    groups: dict[_Group, list[int]] = defaultdict(list)
    plan, split = kept.plan, _split_posts(kept.plan)
    way_matters = reach(directory) > directory.rules.min_rest_minutes
    for n in opened:
        duty = plan.duties[n]
        shift, part = plan.shift[duty.shift_id], (duty.shift_id, duty.post_id)
        place = Place(
            shift.day, duty.span, shift.checkpoint_id if way_matters else None, part if part in split else None
        )
        groups[place, shift.id, directory.post[duty.post_id].requires].append(n)
    return groups


def _split_posts(plan: DutyPlan) -> set[tuple[ShiftId, PostId]]:
    """Where one person can hold two duties of the same post in one shift, one after the other."""
    first_end: dict[tuple[ShiftId, PostId], datetime] = {}
    last_start: dict[tuple[ShiftId, PostId], datetime] = {}
    for duty in plan.duties:
        part = duty.shift_id, duty.post_id
        first_end[part] = min(first_end.get(part, duty.span.end), duty.span.end)
        last_start[part] = max(last_start.get(part, duty.span.start), duty.span.start)
    return {part for part, end in first_end.items() if end <= last_start[part]}


def _wanting_leader(kept: Roster, directory: Directory, groups: dict[_Group, list[int]]) -> list[ShiftId]:
    """Shifts that nobody stands yet and that need a leader as soon as somebody does.

    A shift for one person alone needs none. Where somebody stands already, either a leader is there or the rule is
    broken beyond what open duties can worsen.
    """
    if not (directory.rules.leader_each_shift and directory.leading):
        return []
    shifts = dict.fromkeys(shift_id for _, shift_id, _ in groups)
    crews = {s: kept.plan.duties_of[s] for s in shifts}
    several = [s for s, crew in crews.items() if len({(d.post_id, d.seat) for d in crew}) > 1]
    return [s for s in several if all(kept.holder(d.id) is None for d in crews[s])]


def _watches(places: Sequence[Place], needs: Sequence[Need], kept: Roster, directory: Directory) -> tuple[Watch, ...]:
    first = kept.period.first
    weeks = {monday: n for n, monday in enumerate(weeks_of(kept))}
    own: dict[int, list[int]] = defaultdict(list)
    for n, need in enumerate(needs):
        own[need.watch].append(n)
    watches = []
    for n, place in enumerate(places):
        burden = burden_of(place.span, directory.days.type_of(place.day), directory)
        watches.append(
            Watch(
                day=(place.day - first).days,
                week=weeks[monday_of(place.day)],
                start=minute_of(place.span.start, first),
                end=minute_of(place.span.end, first),
                burden=tuple(burden.amount(kind) for kind in KINDS),
                needs=tuple(own[n]),
            )
        )
    return tuple(watches)


def weeks_of(roster: Roster) -> tuple[date, ...]:
    """The Mondays of the calendar weeks the period touches."""
    return tuple(dict.fromkeys(monday_of(day) for day in roster.period.days))


def _conflicts(places: Sequence[Place], directory: Directory) -> tuple[int, ...]:
    """For each watch the mask of watches too close to it, itself among them."""
    masks = [1 << n for n in range(len(places))]
    in_time = sorted(range(len(places)), key=lambda n: places[n].span)
    far = reach(directory)
    for position, n in enumerate(in_time):
        for m in in_time[position + 1 :]:
            if (places[m].span.start - places[n].span.end) // MINUTE >= far:
                break
            if places[n].too_close(places[m], directory):
                masks[n] |= 1 << m
                masks[m] |= 1 << n
    return tuple(masks)
