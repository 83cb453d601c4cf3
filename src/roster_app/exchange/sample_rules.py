"""Rules of a sample team from its team.toml: people, places and shifts by their names, all else as it is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from roster_app.domain.book import DutyClass, Entry
from roster_app.domain.book.families import FAMILIES
from roster_app.domain.book.mentions import kinds_of_fields
from roster_app.domain.book.written import WrittenEntry, read_entry
from roster_app.domain.ids import CheckpointId, CrewId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.team import Directory

Names = Mapping[object, Mapping[str, list[int]]]
"""By kind of id, what bears each name."""

_APART = ("family", "whom")


def entries_of(rules: Iterable[Mapping[str, Any]], directory: Directory) -> tuple[Entry, ...]:
    """The entries; raises LookupError for a name nobody and nothing bears, or two people do."""
    names = _names(directory)
    return tuple(_entry(told, names) for told in rules)


def _entry(told: Mapping[str, Any], names: Names) -> Entry:
    whom = [_only(names[VolunteerId], name) for name in told.get("whom", ())]
    fields = {name: value for name, value in told.items() if name not in _APART}
    return read_entry(WrittenEntry(told["family"], whom, _by_id(FAMILIES[told["family"]], fields, names)))


def _by_id(of: type[Any], fields: Mapping[str, Any], names: Names) -> dict[str, Any]:
    kinds = dict(kinds_of_fields(of))
    return {name: _value(name, kinds.get(name), value, names) for name, value in fields.items()}


def _value(field: str, kind: object, told: Any, names: Names) -> Any:
    if isinstance(told, Mapping):
        return _by_id(DutyClass, told, names)
    if kind is None:
        return told
    if isinstance(told, str):
        return _only(names[kind], told)
    if field == "cycle":
        return [names[kind][name][0] if name else None for name in told]
    return sorted(found for name in told for found in _all(names[kind], name))


def _names(directory: Directory) -> Names:
    told = {
        VolunteerId: ((v.id, v.name) for v in directory.volunteers),
        CrewId: ((c.id, c.name) for c in directory.crews),
        ShiftTypeId: ((s.id, s.name) for s in directory.shift_types),
        CheckpointId: ((c.id, c.name) for c in directory.checkpoints),
        PostId: ((p.id, p.name) for p in directory.posts),
    }
    return {kind: _grouped(pairs) for kind, pairs in told.items()}


def _grouped(pairs: Iterable[tuple[int, str]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for value_id, name in pairs:
        found[name].append(value_id)
    return dict(found)


def _all(names: Mapping[str, list[int]], name: str) -> list[int]:
    if name not in names:
        raise LookupError(name)
    return names[name]


def _only(names: Mapping[str, list[int]], name: str) -> int:
    found = _all(names, name)
    if len(found) != 1:
        raise LookupError(f"{name}: {len(found)}")
    return found[0]
