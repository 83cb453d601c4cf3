"""Entries as plain values (numbers, text, lists), as a file or a table keeps them; read back strictly."""

from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from roster_app.domain.book.entry import Entry
from roster_app.domain.book.families import FAMILIES
from roster_app.domain.errors import DomainError, ErrorCode

_WHOM = ("people", "group", "order")
"""The fields that name people: an entry has one of them at most."""


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry in words and numbers: its family, the people it names, and all its other fields by name."""

    family: str
    whom: list[int] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)


def written(entry: Entry) -> WrittenEntry:
    """Every field of the entry, also those that stand at their defaults."""
    told = {f.name: _plain(getattr(entry, f.name)) for f in fields(entry)}
    whom = [told.pop(name) for name in _WHOM if name in told]
    return WrittenEntry(type(entry).__name__, whom[0] if whom else [], told)


def read_entry(told: WrittenEntry) -> Entry:
    """The entry; a field left out stands at its default.

    Raises DomainError (RULE_UNREADABLE), naming the entry's family and the field, where the family is not known, a
    field is not one of the family or is missing, or its value is none the field can have.
    """
    family = FAMILIES.get(told.family)
    if family is None:
        raise DomainError(ErrorCode.RULE_UNREADABLE, family=told.family, field="family")
    names_people = [f.name for f in fields(family) if f.name in _WHOM]
    if told.whom and not names_people:
        raise DomainError(ErrorCode.RULE_UNREADABLE, family=told.family, field="whom")
    try:
        entry: Entry = _made(family, {**told.parameters, **dict.fromkeys(names_people, told.whom)})
    except _Unreadable as error:
        raise DomainError(ErrorCode.RULE_UNREADABLE, family=told.family, field=str(error)) from error
    return entry


class _Unreadable(Exception):
    """Holds the name of the field."""


def _plain(value: object) -> Any:
    match value:
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case frozenset():
            return sorted(_plain(one) for one in value)
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value):
            return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        case _:
            return value


def _made(kind: type[Any], told: object) -> Any:
    """The dataclass with these fields."""
    if not isinstance(told, dict):
        raise TypeError(told)
    known = {f.name: f for f in fields(kind)}
    for name in (*told, *(n for n, f in known.items() if _must_be_told(f))):
        if name not in known or name not in told:
            raise _Unreadable(name)
    return kind(**{name: _read(kind, name, value) for name, value in told.items()})


def _must_be_told(of: "Field[Any]") -> bool:
    return of.default is MISSING and of.default_factory is MISSING


def _read(kind: Any, name: str, told: object) -> object:
    try:
        return _value(_hints(kind)[name], told)
    except (TypeError, ValueError) as error:
        raise _Unreadable(name) from error


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(hint: Any, told: object) -> object:
    """What is told as a value of a type; raises TypeError or ValueError."""
    hint = getattr(hint, "__supertype__", hint)
    if get_origin(hint) in (Union, UnionType):
        return None if told is None else _value(next(a for a in get_args(hint) if a is not NoneType), told)
    if get_origin(hint) in (tuple, frozenset):
        return get_origin(hint)(_value(get_args(hint)[0], one) for one in _list(told))
    if is_dataclass(hint):
        return _made(hint, told)  # type: ignore[arg-type]
    return _single(hint, told)


def _single(hint: type[Any], told: object) -> object:
    """A number, a flag, a date, or one of an enumeration's words: nothing is taken for another."""
    if issubclass(hint, StrEnum | date):
        if not isinstance(told, str):
            raise TypeError(told)
        return hint(told) if issubclass(hint, StrEnum) else hint.fromisoformat(told)
    if type(told) is not hint:
        raise TypeError(told)
    return told


def _list(told: object) -> list[object]:
    if not isinstance(told, list):
        raise TypeError(told)
    return told
