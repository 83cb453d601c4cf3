"""A coordinator who edits without a pause, in a process of their own, until it is killed."""

from datetime import datetime
from multiprocessing.connection import Connection
from random import Random

from roster_app.domain import edits
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.domain.roster import Assignment, Roster
from roster_app.storage import Database

AUTHOR = "李"
Held = dict[DutyId, Assignment]


def work_on(url: str, period_id: PeriodId, volunteers: list[VolunteerId], seed: int, told: Connection) -> None:
    """Carry out edits, undos and redos at random; tell before each (None), and once it is committed what is held."""
    chance = Random(seed)
    database = Database.open(url)
    with database.reading() as work:
        roster = work.rosters.load(period_id)
    told.send(dict(roster.assignments))
    while True:
        told.send(None)
        roster = edits.apply(roster, _step(database, roster, volunteers, chance))
        told.send(dict(roster.assignments))


def _step(database: Database, roster: Roster, volunteers: list[VolunteerId], chance: Random) -> RosterEdit:
    """What was carried out."""
    wish = chance.choices(("edit", "undo", "redo"), (6, 2, 1))[0]
    period_id, at = roster.period.id, datetime(2020, 4, 1)
    try:
        with database.work() as work:
            if wish == "undo":
                return work.rosters.undo(period_id, author=AUTHOR, at=at).edit
            if wish == "redo":
                return work.rosters.redo(period_id, author=AUTHOR, at=at).edit
            edit = _edit(roster, volunteers, chance)
            return work.rosters.apply(period_id, edit, author=AUTHOR, at=at).edit
    except DomainError:  # nothing to undo or redo
        return _step(database, roster, volunteers, chance)


def _edit(roster: Roster, volunteers: list[VolunteerId], chance: Random) -> RosterEdit:
    """From one seat to all of them."""
    duties = [duty.id for duty in roster.plan.duties]
    chosen = chance.sample(duties, min(len(duties), int(chance.paretovariate(0.7))))
    changes = [AssignmentChange(duty, roster.assignments.get(duty), _holder(volunteers, chance)) for duty in chosen]
    return RosterEdit(EditKind.ASSIGN, tuple(changes))


def _holder(volunteers: list[VolunteerId], chance: Random) -> Assignment | None:
    return Assignment(chance.choice(volunteers)) if chance.random() < 0.8 else None
