"""A month of an invented team, as large as the one the design was measured on: 744 shifts, 2,976 duties."""

from datetime import date

from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import CheckpointId, PatternId, PeriodId, PostId, ShiftTypeId, TeamId, VolunteerId, new_id
from roster_app.domain.people import Team, Volunteer
from roster_app.domain.places import THREE_BY_EIGHT, Checkpoint, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import DutyPlan, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.storage import Database

CHECKPOINTS, SEATS, PEOPLE = 8, 4, 120


def team() -> Directory:
    """Eight checkpoints with four seats each, three shifts a day, 120 people."""
    of = TeamId(new_id())
    shift_types = tuple(
        ShiftType(ShiftTypeId(new_id()), of, t.key, t.key[0], t.start, t.end, t.hue) for t in THREE_BY_EIGHT
    )
    pattern = ShiftPattern(PatternId(new_id()), of, "three by eight", tuple(s.id for s in shift_types))
    checkpoints = tuple(
        Checkpoint(CheckpointId(new_id()), of, f"gate {n}", pattern_id=pattern.id, order=n) for n in range(CHECKPOINTS)
    )
    return Directory(
        Team(of, "team"),
        volunteers=tuple(Volunteer(VolunteerId(new_id()), of, f"volunteer {n}") for n in range(PEOPLE)),
        checkpoints=checkpoints,
        posts=tuple(Post(PostId(new_id()), c.id, "post", headcount=SEATS) for c in checkpoints),
        shift_types=shift_types,
        patterns=(pattern,),
    )


def stored(database: Database) -> tuple[Directory, DutyPlan]:
    """The team and a vacant January, written."""
    directory = team()
    period = RosterPeriod(PeriodId(new_id()), directory.team.id, date(2020, 1, 1), date(2020, 1, 31))
    plan = plan_duties(directory, period)
    with database.work() as work:
        work.teams.add(directory.team)
        work.places.add_shift_type(*directory.shift_types)
        work.places.add_pattern(*directory.patterns)
        work.places.add_checkpoint(*directory.checkpoints)
        for checkpoint in directory.checkpoints:
            work.places.replace_posts(checkpoint.id, directory.posts_of[checkpoint.id])
        work.people.add(*directory.volunteers)
        work.rosters.add(plan)
    return directory, plan
