"""What is wrong, or merely striking, about a checkpoint or a pattern as written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from roster_app.gui.places.written import WrittenPlace, WrittenPost
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence beside one field; a grave one keeps the form from being stored. `part` is the post or shift meant."""

    field: str
    sentence: str
    grave: bool = False
    part: int = 0


def check_place(written: WrittenPlace, other_names: Collection[str]) -> list[Remark]:
    """All remarks, in the order of the form."""
    remarks = []
    if not written.name.strip():
        remarks.append(Remark("name", _("A name is missing. Write one."), grave=True))
    elif written.name.strip() in other_names:
        remarks.append(Remark("name", _("Another checkpoint has this name too.")))
    names = Counter(post.name.strip() for post in written.posts)
    for post in written.posts:
        remarks.extend(_check_post(post, names))
    return remarks


def _check_post(post: WrittenPost, names: Counter[str]) -> list[Remark]:
    remarks = []
    name = post.name.strip()
    if not name:
        remarks.append(Remark("name", _("A post needs a name, such as: Leader, Registration."), True, post.id))
    elif names[name] > 1:
        remarks.append(Remark("name", _("Two posts here have this name."), part=post.id))
    if any(window.window is None for window in post.windows):
        remarks.append(Remark("windows", _("A time of demand lasts at most 24 hours."), True, post.id))
    return remarks


def first_grave(remarks: Sequence[Remark]) -> Remark | None:
    """The first that keeps the form from being stored."""
    return next((remark for remark in remarks if remark.grave), None)
