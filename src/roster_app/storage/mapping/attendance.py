"""Entries of attendance, to and from their rows."""

from roster_app.domain.attendance.entries import Attendee, Entry, Facts
from roster_app.domain.ids import TeamId
from roster_app.domain.roster import DatedSeat
from roster_app.domain.timespan import Span
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import AttendanceRow


def entry(row: AttendanceRow) -> Entry:
    """The value of a row."""
    facts = Facts(
        seat=DatedSeat(row.checkpoint_id, row.shift_type_id, row.day, row.post_id, row.seat),
        planned=Span(row.begins, row.ends),
        who=Attendee(row.volunteer_id, row.name),
        mark=row.mark,
        came=row.came_at,
        left=row.left_at,
        as_planned=row.as_planned,
        stands_for=row.stands_for,
    )
    return Entry(
        id=row.id,
        step=row.step,
        facts=facts,
        source=row.source,
        author=row.author,
        at=row.entered_at,
        reason=row.reason,
        supersedes=row.supersedes,
        undoes=row.undoes,
    )


def entry_columns(value: Entry, team_id: TeamId) -> Columns:
    """The row of a value."""
    facts = value.facts
    return {
        "id": value.id,
        "team_id": team_id,
        "step": value.step,
        **facts.seat._asdict(),
        "begins": facts.planned.start,
        "ends": facts.planned.end,
        "volunteer_id": facts.who.volunteer_id,
        "name": facts.who.name,
        "mark": facts.mark,
        "came_at": facts.came,
        "left_at": facts.left,
        "as_planned": facts.as_planned,
        "stands_for": facts.stands_for,
        "source": value.source,
        "author": value.author,
        "entered_at": value.at,
        "reason": value.reason,
        "supersedes": value.supersedes,
        "undoes": value.undoes,
    }
