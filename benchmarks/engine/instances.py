"""Instances for the engine: an invented month of a sixty-person team, and the published duty instances."""

import json
import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from roster_app.domain.demand import plan_duties
from roster_app.domain.fairness import Band, BurdenKind, FairShare, Ledger
from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CheckpointId,
    PatternId,
    PeriodId,
    PostId,
    QualificationId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind, Qualification, Team, Volunteer
from roster_app.domain.places import Area, Checkpoint, CheckpointKind, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Proposal, Roster, RosterPeriod
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import whole_days
from roster_app.engine.facts import KINDS, RosterProblem
from roster_app.engine.problem import build
from roster_app.engine.weights import Weights

TEAM = TeamId(1)
LEADER = QualificationId(1)


def month_of(people: int = 60, checkpoints: int = 3, days: int = 30, seed: int = 1) -> tuple[Roster, Directory]:
    """Three posts at each checkpoint round the clock and a hotline, three shifts of eight hours, from 1 April 2020."""
    dice = random.Random(seed)
    areas = [Area(AreaId(n), TEAM, f"area {n}", n) for n in range(1, checkpoints + 1)]
    pattern = ShiftPattern(PatternId(1), TEAM, "3×8", tuple(ShiftTypeId(n) for n in (1, 2, 3)))
    shift_types = [
        ShiftType(ShiftTypeId(n), TEAM, name, name[0], start, start + 480)
        for n, (name, start) in enumerate((("early", 480), ("middle", 960), ("night", 0)), start=1)
    ]
    places = [
        Checkpoint(CheckpointId(n), TEAM, f"checkpoint {n}", area_id=AreaId(n), pattern_id=PatternId(1), order=n)
        for n in range(1, checkpoints + 1)
    ]
    hotline = Checkpoint(CheckpointId(99), TEAM, "hotline", CheckpointKind.HOTLINE, pattern_id=PatternId(1), order=99)
    posts = [
        Post(PostId(10 * n + k), CheckpointId(n), name, requires=frozenset(needs), leads=bool(needs), order=k)
        for n in range(1, checkpoints + 1)
        for k, (name, needs) in enumerate((("leader", (LEADER,)), ("temperature", ()), ("registration", ())))
    ]
    volunteers = []
    availabilities = []
    for n in range(1, people + 1):
        volunteers.append(
            Volunteer(
                VolunteerId(n),
                TEAM,
                f"volunteer {n}",
                area_id=AreaId(dice.randint(1, checkpoints)),
                qualifications=frozenset({LEADER}) if n % 5 in (0, 2) else frozenset(),
                nights_allowed=dice.random() > 0.15,
            )
        )
        for kind, chance in ((AvailabilityKind.UNAVAILABLE, 0.1), (AvailabilityKind.WANTED, 0.08)):
            for day in range(days):
                if dice.random() < chance:
                    on = date(2020, 4, 1) + timedelta(day)
                    number = AvailabilityId(len(availabilities) + 1)
                    availabilities.append(Availability(number, VolunteerId(n), kind, whole_days(on, on)))
    directory = Directory(
        Team(TEAM, "team"),
        volunteers=tuple(volunteers),
        qualifications=(Qualification(LEADER, TEAM, "leader", leads=True),),
        areas=tuple(areas),
        checkpoints=(*places, hotline),
        posts=(*posts, Post(PostId(990), hotline.id, "operator")),
        shift_types=tuple(shift_types),
        patterns=(pattern,),
        availabilities=tuple(availabilities),
    )
    return _empty(directory, days, date(2020, 4, 1)), directory


def _empty(directory: Directory, days: int, first: date) -> Roster:
    period = RosterPeriod(PeriodId(1), TEAM, first, first + timedelta(days - 1))
    numbers = iter(range(1, 10**9))
    return Roster(plan_duties(directory, period, make_id=lambda: next(numbers)))


SCALE = 96
"""Points here for one point of the published instances: their 50 for a shift is 10 for each of its 480 minutes."""


def duty_instance(path: Path) -> RosterProblem:
    """A published duty instance of equal shifts, with its own weights times SCALE.

    Times are moved so that a day's shifts lie between its midnights, which keeps every rule as published. Weekends
    are shared out there by all free days, here by free weekend days: the published bands are put in, so that costs
    can be held against the published anchors.
    """
    told: dict[str, Any] = json.loads(path.read_text())
    roster = _empty(_directory(told), told["days"], date.fromisoformat(told["start"]))
    weights = Weights(
        vacancy=told["weights"]["vacancy"] * SCALE,
        vacancy_minute=0,
        hours=told["weights"]["unfair_total"] * SCALE // _length(told),
        nights=told["weights"]["unfair_nights"] * SCALE,
        weekends=told["weights"]["unfair_weekends"] * SCALE,
        wanted=-told["weights"]["wanted_day_worked"] * SCALE,
        away=told["weights"]["away_from_home_area"] * SCALE,
    )
    return _with_published_bands(build(roster, _directory(told), Ledger(), weights=weights), told)


def rows_of(proposal: Proposal, problem: RosterProblem) -> list[tuple[str, int, str, str, str]]:
    """The roster as the published judge reads it: volunteer, day, shift type, checkpoint, post."""
    plan, directory = problem.roster.plan, problem.judge.directory
    rows = []
    for duty_id, who in proposal.assignments.items():
        shift, post = plan.shift_of(duty_id), directory.post[plan.duty[duty_id].post_id]
        day = (shift.day - plan.period.first).days
        place, kind = directory.checkpoint[shift.checkpoint_id].name, directory.shift_type[shift.shift_type_id].name
        rows.append((directory.volunteer[who].name, day, kind, place, post.name))
    return rows


def _length(told: dict[str, Any]) -> int:
    return int(told["shift_types"][0]["end"] - told["shift_types"][0]["start"])


def _directory(told: dict[str, Any]) -> Directory:
    move = min(s["start"] for s in told["shift_types"])
    shift_types = [
        ShiftType(ShiftTypeId(n), TEAM, s["id"], s["id"], s["start"] - move, s["end"] - move)
        for n, s in enumerate(told["shift_types"], start=1)
    ]
    names = sorted({q for v in told["volunteers"] for q in v["qualifications"]})
    areas = sorted({c["area"] for c in told["checkpoints"]} | {v["area"] for v in told["volunteers"]})
    return Directory(
        Team(TEAM, "instance"),
        volunteers=tuple(_volunteers(told, names, areas)),
        qualifications=tuple(Qualification(QualificationId(1 + n), TEAM, name) for n, name in enumerate(names)),
        areas=tuple(Area(AreaId(1 + n), TEAM, str(area), n) for n, area in enumerate(areas)),
        checkpoints=tuple(
            Checkpoint(
                CheckpointId(n),
                TEAM,
                c["id"],
                area_id=AreaId(1 + areas.index(c["area"])),
                pattern_id=PatternId(1),
                order=n,
            )
            for n, c in enumerate(told["checkpoints"], start=1)
        ),
        posts=tuple(_posts(told, names)),
        shift_types=tuple(shift_types),
        patterns=(ShiftPattern(PatternId(1), TEAM, "all", tuple(s.id for s in shift_types)),),
        availabilities=tuple(_statements(told)),
        rules=_rules(told, next(s for s in shift_types if s.name in told["night_shift_types"])),
    )


def _volunteers(told: dict[str, Any], names: list[str], areas: list[int]) -> Iterable[Volunteer]:
    for n, v in enumerate(told["volunteers"], start=1):
        yield Volunteer(
            VolunteerId(n),
            TEAM,
            v["id"],
            area_id=AreaId(1 + areas.index(v["area"])),
            qualifications=frozenset(QualificationId(1 + names.index(q)) for q in v["qualifications"]),
            nights_allowed=not v["no_nights"],
        )


def _posts(told: dict[str, Any], names: list[str]) -> Iterable[Post]:
    for n, c in enumerate(told["checkpoints"], start=1):
        for k, p in enumerate(c["posts"]):
            requires = frozenset(QualificationId(1 + names.index(q)) for q in p["requires"])
            yield Post(PostId(100 * n + k), CheckpointId(n), p["id"], p["seats"], requires, order=k)


def _rules(told: dict[str, Any], night: ShiftType) -> TeamRules:
    rules = told["rules"]
    return TeamRules(
        min_rest_minutes=rules["min_rest_minutes"],
        max_consecutive_days=rules["max_consecutive_days"],
        max_consecutive_nights=rules["max_consecutive_nights"],
        max_week_minutes=rules["max_shifts_a_week"] * _length(told),
        night_start=night.start,
        night_end=night.end,
        night_counts_from=_length(told),
        leader_each_shift=False,
        travel_within_area=0,
        travel_between_areas=0,
    )


def _statements(told: dict[str, Any]) -> Iterable[Availability]:
    first, number = date.fromisoformat(told["start"]), 0
    for n, v in enumerate(told["volunteers"], start=1):
        for kind, days in (
            (AvailabilityKind.UNAVAILABLE, v["unavailable_days"]),
            (AvailabilityKind.WANTED, v["wanted_days"]),
        ):
            for day in days:
                number += 1
                on = first + timedelta(day)
                yield Availability(AvailabilityId(number), VolunteerId(n), kind, whole_days(on, on))


def _with_published_bands(problem: RosterProblem, told: dict[str, Any]) -> RosterProblem:
    free = [told["days"] - len(set(v["unavailable_days"])) for v in told["volunteers"]]
    seats = sum(p["seats"] for c in told["checkpoints"] for p in c["posts"]) * len(told["shift_types"])
    weekend_days = sum(day % 7 >= 5 for day in range(told["days"]))
    people = []
    for volunteer, person, days in zip(problem.judge.directory.volunteers, problem.people, free, strict=True):
        share = weekend_days * seats * days / sum(free)
        low = int(share + 1e-9)
        band = Band(low, low if abs(share - low) < 1e-9 else low + 1, share)
        bands = {**problem.judge.shares[volunteer.id].bands, BurdenKind.WEEKENDS: band}
        problem.judge.shares[volunteer.id] = FairShare(bands)
        people.append(replace(person, bands=tuple((bands[kind].low, bands[kind].high) for kind in KINDS)))
    return replace(problem, people=tuple(people))
