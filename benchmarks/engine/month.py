"""An invented month: three checkpoints round the clock and a hotline, staffed by a team of any size."""

import random
from datetime import date, timedelta

from benchmarks.engine.instances import TEAM, empty_roster
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CheckpointId,
    PatternId,
    PostId,
    QualificationId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind, Qualification, Team, Volunteer
from roster_app.domain.places import Area, Checkpoint, CheckpointKind, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.problem import build
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits, solve
from roster_app.engine.serving import load_solvers

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
    availabilities: list[Availability] = []
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
    return empty_roster(directory, days, date(2020, 4, 1)), directory


def measure(people: int, seconds: float) -> str:
    """How soon the engine has a complete roster of the month, and what it costs in the end, in a line of words."""
    load_solvers()
    roster, directory = month_of(people)
    told: list[Progress] = []
    proposal = solve(build(roster, directory, Ledger()), Limits(seconds), told.append, lambda: False)
    complete = next((f"{progress.seconds:.2f} s" for progress in told if not progress.vacancies), "never")
    end = f"cost {proposal.cost}, bound {proposal.bound}, {'proven' if proposal.optimal else 'not proven'}"
    return f"{people} people, {len(roster.plan.duties)} duties: complete {complete}, {proposal.seconds:.1f} s: {end}"
