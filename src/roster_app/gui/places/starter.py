"""What a new checkpoint begins with, so that describing one is mostly a matter of naming it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from roster_app.domain.ids import PatternId, PostId, new_id
from roster_app.domain.places import CheckpointKind, DutyTag
from roster_app.domain.team import Directory
from roster_app.gui.places.written import WrittenPlace, WrittenPost
from roster_app.i18n import _, pgettext

SUGGESTED = "three_by_eight"


def new_place(directory: Directory) -> WrittenPlace:
    """A checkpoint with the pattern the team uses most, or three shifts of eight hours, and the ordinary posts."""
    kind = CheckpointKind.CHECKPOINT
    return WrittenPlace(kind=kind, pattern=usual_pattern(directory), posts=usual_posts(kind, directory))


def usual_pattern(directory: Directory) -> PatternId | str:
    """What most checkpoints are staffed by; else the team's first pattern; else a template."""
    used = Counter(c.pattern_id for c in directory.checkpoints if c.pattern_id is not None)
    if used:
        return used.most_common(1)[0][0]
    return directory.patterns[0].id if directory.patterns else SUGGESTED


def usual_posts(kind: CheckpointKind, directory: Directory) -> tuple[WrittenPost, ...]:
    """The posts that places of this kind usually have; a leader requires the qualification that makes one."""
    leading = next((q.id for q in directory.qualifications if q.leads), None)
    leader = WrittenPost(
        PostId(new_id()),
        _("Leader"),
        requires=frozenset() if leading is None else frozenset({leading}),
        leads=True,
    )
    match kind:
        case CheckpointKind.CHECKPOINT:
            temperature = _post(pgettext("post", "Temperature check"), DutyTag.TEMPERATURE)
            registration = _post(pgettext("post", "Registration"), DutyTag.REGISTRATION)
            return (replace(leader, tags=frozenset({DutyTag.ENTRY_CONTROL})), temperature, registration)
        case CheckpointKind.HOTLINE:
            return (_post(_("Operator"), DutyTag.HOTLINE),)
        case CheckpointKind.SUPPLIES:
            return (_post(_("Supplies"), DutyTag.SUPPLIES),)
        case CheckpointKind.PUBLICITY:
            return (_post(_("Publicity"), DutyTag.PUBLICITY),)
        case CheckpointKind.DATA_DESK:
            return (_post(_("Statistics"), DutyTag.STATISTICS),)
        case CheckpointKind.DOOR_TO_DOOR:
            return (replace(leader, tags=frozenset({DutyTag.DOOR_TO_DOOR})), _post(_("Visits"), DutyTag.DOOR_TO_DOOR))


def another_like(written: WrittenPlace) -> WrittenPlace:
    """The same place under a name still to be written, its posts with identities of their own."""
    posts = tuple(replace(post, id=PostId(new_id())) for post in written.posts)
    return replace(written, name="", phone="", address="", posts=posts)


def _post(name: str, tag: DutyTag) -> WrittenPost:
    return WrittenPost(PostId(new_id()), name, tags=frozenset({tag}))
