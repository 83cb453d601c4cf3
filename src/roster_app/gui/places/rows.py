"""What the list says of a checkpoint, stored or only written so far."""

from __future__ import annotations

from roster_app.domain.ids import CheckpointId, PatternId, ShiftTypeId
from roster_app.domain.places import PATTERN_TEMPLATES, ShiftType
from roster_app.domain.team import Directory
from roster_app.gui.places.strip import spans_of_day, spans_of_pattern
from roster_app.gui.places.strip_row import StripRow
from roster_app.gui.places.tiling import joined_gaps
from roster_app.gui.places.words import (
    people_words,
    state_of_pattern,
    state_of_place,
    time_words,
    used_by_words,
)
from roster_app.gui.places.written import WrittenPlace, WrittenPost
from roster_app.gui.places.written_pattern import WrittenPattern
from roster_app.i18n import _, ngettext
from roster_app.services.words import kind_name
from roster_app.services.words.templates import shift_code, shift_type_name, template_name


def row_of(checkpoint_id: CheckpointId, written: WrittenPlace, directory: Directory, *, unsaved: bool) -> StripRow:
    """The row of a checkpoint as it is written now."""
    shift_types = shift_types_of(written.pattern, directory)
    posts = written.posts_of(checkpoint_id)
    area = directory.area[written.area].name if isinstance(written.area, int) else written.area or ""
    facts = (kind_name(written.kind), area, pattern_name(written.pattern, directory))
    state, tone = state_of_place(posts, shift_types, bool(shift_types))
    return StripRow(
        checkpoint_id,
        written.name.strip() or _("New checkpoint"),
        " · ".join(fact for fact in facts if fact),
        people_words(posts, shift_types),
        spans_of_day(posts, shift_types),
        " · ".join(f"{post.name.strip()} {_headcounts(post)}" for post in written.posts),
        state,
        tone,
        unsaved,
    )


def row_of_pattern(pattern_id: PatternId, written: WrittenPattern, directory: Directory, *, unsaved: bool) -> StripRow:
    """The row of a pattern as it is written now."""
    shift_types = written.shift_types(directory.team.id)
    state, tone = state_of_pattern(shift_types)
    count = len(written.shifts)
    return StripRow(
        pattern_id,
        written.name.strip() or _("New pattern"),
        used_by_words(pattern_id, directory),
        ngettext("{count} shift", "{count} shifts", count).format(count=count),
        spans_of_pattern(shift_types, joined_gaps(shift_types)),
        " · ".join(time_words(s.start, s.end) for s in shift_types),
        state,
        tone,
        unsaved,
    )


def row_of_template(number: int, key: str, directory: Directory) -> StripRow:
    """The row of a template; one that the team has already says so."""
    shift_types = shift_types_of(key, directory)
    known = any(p.name == template_name(key) for p in directory.patterns)
    times = " · ".join(time_words(s.start, s.end) for s in shift_types)
    return StripRow(
        number,
        template_name(key),
        _("the team has it already") if known else "",
        "",
        spans_of_pattern(shift_types, []),
        times,
    )


def shift_types_of(pattern: PatternId | str | None, directory: Directory) -> tuple[ShiftType, ...]:
    """The shift types of a pattern, also of one that so far is only a template, by their start."""
    if isinstance(pattern, str):
        team_id = directory.team.id
        return tuple(
            ShiftType(ShiftTypeId(0), team_id, shift_type_name(t), shift_code(t), t.start, t.end, t.hue)
            for t in sorted(PATTERN_TEMPLATES[pattern], key=lambda t: t.start)
        )
    found = directory.pattern.get(pattern) if pattern is not None else None
    return tuple(sorted((directory.shift_type[s] for s in found.shift_type_ids), key=_start)) if found else ()


def pattern_name(pattern: PatternId | str | None, directory: Directory) -> str:
    """The pattern's name; empty for none."""
    if isinstance(pattern, str):
        return template_name(pattern)
    found = directory.pattern.get(pattern) if pattern is not None else None
    return found.name if found else ""


def _headcounts(post: WrittenPost) -> str:
    """2, or 0–2 where it depends on the time."""
    wanted = {post.headcount, *(window.headcount for window in post.windows)}
    return str(post.headcount) if len(wanted) == 1 else f"{min(wanted)}–{max(wanted)}"


def _start(shift_type: ShiftType) -> int:
    return shift_type.start
