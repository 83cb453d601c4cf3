"""Areas, checkpoints, posts, shift types and patterns, to and from their rows."""

from typing import Any

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import QualificationId, ShiftTypeId
from roster_app.domain.places import Area, Checkpoint, DemandWindow, DutyTag, Post, ShiftPattern, ShiftType
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import AreaRow, CheckpointRow, PostRow, ShiftPatternRow, ShiftTypeRow


def area(row: AreaRow) -> Area:
    """The value of a row."""
    return Area(id=row.id, team_id=row.team_id, name=row.name, order=row.position)


def area_columns(value: Area) -> Columns:
    """The row of a value."""
    return {"id": value.id, "team_id": value.team_id, "name": value.name, "position": value.order}


def checkpoint(row: CheckpointRow) -> Checkpoint:
    """The value of a row."""
    return Checkpoint(
        id=row.id,
        team_id=row.team_id,
        name=row.name,
        kind=row.kind,
        area_id=row.area_id,
        pattern_id=row.pattern_id,
        phone=row.phone,
        address=row.address,
        order=row.position,
        version=row.version,
    )


def checkpoint_columns(value: Checkpoint) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "name": value.name,
        "kind": value.kind,
        "area_id": value.area_id,
        "pattern_id": value.pattern_id,
        "phone": value.phone,
        "address": value.address,
        "position": value.order,
        "version": value.version,
    }


def post(row: PostRow, requires: frozenset[QualificationId]) -> Post:
    """The value of a row, with the qualifications it requires."""
    return Post(
        id=row.id,
        checkpoint_id=row.checkpoint_id,
        name=row.name,
        headcount=row.headcount,
        requires=requires,
        windows=tuple(_window(stored) for stored in row.windows),
        tags=frozenset(DutyTag(tag) for tag in row.tags),
        leads=row.leads,
        office_duty=row.office_duty,
        order=row.position,
        minimum=row.minimum,
        maximum=row.maximum,
        reserve=row.reserve,
    )


def post_columns(value: Post) -> Columns:
    """The row of a value, required qualifications left out."""
    return {
        "id": value.id,
        "checkpoint_id": value.checkpoint_id,
        "name": value.name,
        "headcount": value.headcount,
        "windows": [_window_json(window) for window in value.windows],
        "tags": sorted(tag.value for tag in value.tags),
        "leads": value.leads,
        "office_duty": value.office_duty,
        "position": value.order,
        "minimum": value.minimum,
        "maximum": value.maximum,
        "reserve": value.reserve,
    }


def _window(stored: list[Any]) -> DemandWindow:
    start, end, headcount, day_types, minimum, maximum = stored
    return DemandWindow(start, end, headcount, frozenset(map(DayType, day_types)), minimum, maximum)


def _window_json(window: DemandWindow) -> list[Any]:
    day_types = sorted(day_type.value for day_type in window.day_types)
    return [window.start, window.end, window.headcount, day_types, window.minimum, window.maximum]


def shift_type(row: ShiftTypeRow) -> ShiftType:
    """The value of a row."""
    return ShiftType(
        id=row.id,
        team_id=row.team_id,
        name=row.name,
        code=row.code,
        start=row.start_minute,
        end=row.end_minute,
        hue=row.hue,
    )


def shift_type_columns(value: ShiftType) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "name": value.name,
        "code": value.code,
        "start_minute": value.start,
        "end_minute": value.end,
        "hue": value.hue,
    }


def pattern(row: ShiftPatternRow, shift_type_ids: tuple[ShiftTypeId, ...]) -> ShiftPattern:
    """The value of a row, with its shift types in order."""
    return ShiftPattern(id=row.id, team_id=row.team_id, name=row.name, shift_type_ids=shift_type_ids)


def pattern_columns(value: ShiftPattern) -> Columns:
    """The row of a value, shift types left out."""
    return {"id": value.id, "team_id": value.team_id, "name": value.name}
