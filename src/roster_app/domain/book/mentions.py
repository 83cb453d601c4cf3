"""What an entry names by its id, and what is left of it when some of that is gone."""

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeAlias, TypeVar, get_args, get_type_hints

from roster_app.domain.book.duty_class import DutyClass
from roster_app.domain.book.entry import Entry
from roster_app.domain.ids import CheckpointId, CrewId, PostId, ShiftTypeId, VolunteerId

T = TypeVar("T", bound=Entry | DutyClass)
Mention: TypeAlias = tuple[object, int]
"""A kind of id (`VolunteerId`, `CrewId`, `ShiftTypeId`, `CheckpointId`, `PostId`) and the id."""

KINDS = (VolunteerId, CrewId, ShiftTypeId, CheckpointId, PostId)
_AT_LEAST = {"group": 2}
"""Together and apart are only said of two or more."""


def mentions(value: Entry | DutyClass) -> Iterator[Mention]:
    """Everything it names, its classes of duties included."""
    for name, kind in _kinds_of(value):
        held = getattr(value, name)
        if isinstance(held, DutyClass):
            yield from mentions(held)
        elif kind is not None:
            ids = held if isinstance(held, frozenset | tuple) else (held,)
            yield from ((kind, one) for one in ids if one is not None)


def without(value: T, gone: Collection[Mention]) -> T | None:
    """The entry without what is gone.

    Nothing where it named people, places or shift types and none of them is left: it never comes to speak of
    everybody. Nothing either where a crew or a shift type of a rotation is gone.
    """
    left: dict[str, Any] = {}
    for name, kind in _kinds_of(value):
        held = getattr(value, name)
        kept = _kept(name, kind, held, gone)
        if kept is None and held is not None:
            return None
        if kept != held:
            left[name] = kept
    return replace(value, **left) if left else value


def renamed(value: T, old: Mention, new: int) -> T | None:
    """The entry with another id in the place of one; nothing where it said of two what is now one and the same."""
    left: dict[str, Any] = {}
    for name, kind in _kinds_of(value):
        held = getattr(value, name)
        if isinstance(held, DutyClass):
            left[name] = renamed(held, old, new)
        elif kind == old[0] and isinstance(held, frozenset | tuple):
            named = dict.fromkeys(new if one == old[1] else one for one in held)
            if named != dict.fromkeys(held) and len(named) < _AT_LEAST.get(name, 1):
                return None
            left[name] = type(held)(named)
        elif (kind, held) == old:
            left[name] = new
    return replace(value, **left) if left else value


def _kept(name: str, kind: object, held: Any, gone: Collection[Mention]) -> object:
    """What is left in a field; None where that is nothing."""
    if isinstance(held, DutyClass):
        return without(held, gone)
    if isinstance(held, frozenset) or name == "order":
        kept = type(held)(one for one in held if (kind, one) not in gone)
        return kept if kept == held or len(kept) >= _AT_LEAST.get(name, 1) else None
    ids = held if isinstance(held, tuple) else (held,)
    return None if any((kind, one) in gone for one in ids) else held


def kinds_of_fields(of: Any) -> tuple[tuple[str, object], ...]:
    """The fields of a family, or of a class of duties, with the kind of id each holds, if any."""
    return _kinds(of)


def _kinds_of(value: Entry | DutyClass) -> tuple[tuple[str, object], ...]:
    return kinds_of_fields(type(value))


@cache
def _kinds(of: Any) -> tuple[tuple[str, object], ...]:
    hints = get_type_hints(of)
    return tuple((f.name, _kind(hints[f.name])) for f in fields(of))


def _kind(hint: object) -> object:
    if hint in KINDS:
        return hint
    return next((kind for part in get_args(hint) if (kind := _kind(part)) is not None), None)
