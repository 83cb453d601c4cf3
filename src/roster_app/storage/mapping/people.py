"""Volunteers, qualifications, crews, availabilities and leaves, to and from their rows."""

from datetime import date

from roster_app.domain.ids import CrewId, QualificationId
from roster_app.domain.people import Availability, Crew, Leave, Qualification, Volunteer
from roster_app.domain.timespan import Span
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import AvailabilityRow, CrewRow, LeaveRow, QualificationRow, VolunteerRow


def volunteer(row: VolunteerRow, crew_id: CrewId | None, qualifications: frozenset[QualificationId]) -> Volunteer:
    """The value of a row, with what stands in rows of its own."""
    return Volunteer(
        id=row.id,
        team_id=row.team_id,
        name=row.name,
        affiliation=row.affiliation,
        area_id=row.area_id,
        crew_id=crew_id,
        qualifications=qualifications,
        phone=row.phone,
        title=row.title,
        nights_allowed=row.nights_allowed,
        joined=row.joined,
        left=row.left,
        note=row.note,
        pinyin=row.pinyin,
        gender=row.gender,
        new=row.new,
        name_consent=row.name_consent,
        phone_consent=row.phone_consent,
        aliases=tuple(row.aliases),
        version=row.version,
    )


def volunteer_columns(value: Volunteer) -> Columns:
    """The row of a value, crew and qualifications left out."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "name": value.name,
        "affiliation": value.affiliation,
        "area_id": value.area_id,
        "phone": value.phone,
        "title": value.title,
        "nights_allowed": value.nights_allowed,
        "joined": value.joined,
        "left": value.left,
        "note": value.note,
        "pinyin": value.pinyin,
        "gender": value.gender,
        "new": value.new,
        "name_consent": value.name_consent,
        "phone_consent": value.phone_consent,
        "aliases": list(value.aliases),
        "version": value.version,
    }


def qualification(row: QualificationRow, includes: frozenset[QualificationId]) -> Qualification:
    """The value of a row, with the qualifications it includes."""
    return Qualification(id=row.id, team_id=row.team_id, name=row.name, leads=row.leads, includes=includes)


def qualification_columns(value: Qualification) -> Columns:
    """The row of a value, what it includes left out."""
    return {"id": value.id, "team_id": value.team_id, "name": value.name, "leads": value.leads}


def crew(row: CrewRow) -> Crew:
    """The value of a row."""
    return Crew(id=row.id, team_id=row.team_id, name=row.name, leader_id=row.leader_id)


def crew_columns(value: Crew) -> Columns:
    """The row of a value."""
    return {"id": value.id, "team_id": value.team_id, "name": value.name, "leader_id": value.leader_id}


def availability(row: AvailabilityRow) -> Availability:
    """The value of a row."""
    return Availability(
        id=row.id,
        volunteer_id=row.volunteer_id,
        kind=row.kind,
        first=Span(row.begins, row.ends),
        rule=row.rule,
        except_on=tuple(date.fromisoformat(day) for day in row.except_on),
        note=row.note,
        points=row.points,
        shift_type_id=row.shift_type_id,
        also_on=tuple(date.fromisoformat(day) for day in row.also_on),
    )


def availability_columns(value: Availability) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "volunteer_id": value.volunteer_id,
        "kind": value.kind,
        "begins": value.first.start,
        "ends": value.first.end,
        "rule": value.rule,
        "except_on": [day.isoformat() for day in value.except_on],
        "also_on": [day.isoformat() for day in value.also_on],
        "note": value.note,
        "points": value.points,
        "shift_type_id": value.shift_type_id,
    }


def leave(row: LeaveRow) -> Leave:
    """The value of a row."""
    return Leave(
        id=row.id,
        volunteer_id=row.volunteer_id,
        span=Span(row.begins, row.ends),
        kind=row.kind,
        reason=row.reason,
    )


def leave_columns(value: Leave) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "volunteer_id": value.volunteer_id,
        "kind": value.kind,
        "begins": value.span.start,
        "ends": value.span.end,
        "reason": value.reason,
    }
