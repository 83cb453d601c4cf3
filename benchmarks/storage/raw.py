"""The peer: the same work by the standard library's sqlite3 alone, in the same file with the same settings.

It checks less than the stores do: no archived period, no savepoint, no redo branch, nothing named when it fails.
"""

import json
import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

from roster_app.domain.edits import RosterEdit
from roster_app.domain.roster import Assignment, Duty, DutyPlan, Origin, Roster, RosterPeriod, Shift
from roster_app.domain.timespan import Span

_START = datetime(2000, 1, 1)
_SHIFTS = """
SELECT shift.id, period_id, checkpoint_id, shift_type_id, day, begins, ends
FROM shift JOIN checkpoint ON checkpoint.id = checkpoint_id
WHERE period_id = ? ORDER BY position, checkpoint.id, day, begins, shift.id
"""
_DUTIES = """
SELECT duty.id, shift_id, post_id, seat, duty.begins, duty.ends, volunteer_id, origin, locked
FROM duty
JOIN post ON post.id = post_id
JOIN shift ON shift.id = shift_id
JOIN checkpoint ON checkpoint.id = shift.checkpoint_id
WHERE period_id = ?
ORDER BY checkpoint.position, checkpoint.id, day, shift.begins, shift.id,
    leads DESC, post.position, post.id, seat, duty.begins
"""
_COMPARE_AND_SET = """
UPDATE duty SET volunteer_id = ?, origin = ?, locked = ?
WHERE id = ? AND volunteer_id IS ? AND origin IS ? AND locked = ?
"""
_LOG = "INSERT INTO edit (id, period_id, seq, author, at, kind, state, changes) VALUES (?, ?, ?, ?, ?, ?, 'done', ?)"


def connect(file: Path) -> sqlite3.Connection:
    """As safe as the application's own connections."""
    connection = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def rows(connection: sqlite3.Connection, period: RosterPeriod) -> int:
    """Fetch a month and make nothing of it."""
    shifts = connection.execute(_SHIFTS, (period.id,)).fetchall()
    return len(shifts) + len(connection.execute(_DUTIES, (period.id,)).fetchall())


def load(connection: sqlite3.Connection, period: RosterPeriod) -> Roster:
    """Fetch a month and make the same values of it."""
    shifts = tuple(
        Shift(shift, of, checkpoint, kind, date.fromisoformat(day), _span(begins, ends))
        for shift, of, checkpoint, kind, day, begins, ends in connection.execute(_SHIFTS, (period.id,))
    )
    duties, held = [], {}
    for duty, shift, post, seat, begins, ends, who, origin, locked in connection.execute(_DUTIES, (period.id,)):
        duties.append(Duty(duty, shift, post, seat, _span(begins, ends)))
        if who is not None:
            held[duty] = Assignment(who, Origin(origin), bool(locked))
    return Roster(DutyPlan(period, shifts, tuple(duties)), held)


def _span(begins: int, ends: int) -> Span:
    return Span(_START + timedelta(minutes=begins), _START + timedelta(minutes=ends))


def apply(connection: sqlite3.Connection, edit_id: int, period: RosterPeriod, seq: int, edit: RosterEdit) -> None:
    """One committed compare-and-set with its line in the log."""
    connection.execute("BEGIN IMMEDIATE")
    changes = [(*_holder(c.after), c.duty_id, *_holder(c.before)) for c in edit.changes]
    changed = connection.executemany(_COMPARE_AND_SET, changes).rowcount
    if changed != len(changes):
        connection.execute("ROLLBACK")
        raise RuntimeError("stale")
    logged = json.dumps([[c.duty_id, _holder(c.before), _holder(c.after)] for c in edit.changes])
    line = (edit_id, period.id, seq, "raw", "2020-01-01 00:00:00.000000", edit.kind.value, logged)
    connection.execute(_LOG, line)
    connection.execute("COMMIT")


def _holder(value: Assignment | None) -> tuple[int | None, str | None, bool]:
    return (value.volunteer_id, value.origin.value, value.locked) if value else (None, None, False)
