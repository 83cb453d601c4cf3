"""Any entry of any family: every field drawn, people and places from those given."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from roster_app.domain.book import Entry
from roster_app.domain.book.families import FAMILIES
from roster_app.domain.errors import DomainError
from roster_app.domain.ids import CheckpointId, CrewId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.team import Directory


@dataclass(frozen=True)
class Named:
    """What entries may name."""

    volunteers: Sequence[int]
    crews: Sequence[int]
    shift_types: Sequence[int]
    checkpoints: Sequence[int]
    posts: Sequence[int]
    most: int = 2**31 - 1
    """The largest number of any field."""
    first: date = date(1950, 1, 1)
    last: date = date(2200, 12, 31)

    @classmethod
    def of(cls, directory: Directory) -> "Named":
        """Everything the team has."""
        return cls(
            *([value.id for value in getattr(directory, what)] for what in ("volunteers", "crews", "shift_types")),
            *([value.id for value in getattr(directory, what)] for what in ("checkpoints", "posts")),
        )

    def entries(self) -> st.SearchStrategy[Entry]:
        """Entries of all families; where there is nothing of a kind, families that need it are left out."""
        families = [f for f in FAMILIES.values() if self.crews or "crew_id" not in get_type_hints(f)]
        return st.sampled_from(families).flatmap(self.of_family)

    def of_family(self, family: type[Any]) -> st.SearchStrategy[Any]:
        """Entries of one family."""
        hints = get_type_hints(family)
        told = st.fixed_dictionaries({f.name: self._of_hint(hints[f.name], f.name) for f in fields(family)})
        return told.map(lambda drawn: _made(family, drawn)).filter(lambda made: made is not None)

    def _of_hint(self, hint: Any, name: str) -> st.SearchStrategy[Any]:
        if NoneType in get_args(hint):
            return st.none() | self._of_hint(next(a for a in get_args(hint) if a is not NoneType), name)
        if get_origin(hint) is frozenset:
            one = self._of_hint(get_args(hint)[0], name)
            return st.frozensets(one, min_size=2 if name == "group" else 0, max_size=4)
        if get_origin(hint) is tuple:
            return st.lists(self._of_hint(get_args(hint)[0], name), min_size=1, max_size=4).map(tuple)
        if is_dataclass(hint):
            return self.of_family(hint)  # type: ignore[arg-type]
        return self._single(hint)

    def _single(self, hint: Any) -> st.SearchStrategy[Any]:
        ids = {
            VolunteerId: self.volunteers,
            CrewId: self.crews,
            ShiftTypeId: self.shift_types,
            CheckpointId: self.checkpoints,
            PostId: self.posts,
        }
        if hint in ids:
            return st.sampled_from(ids[hint])
        if hint is bool:
            return st.booleans()
        if hint is int:
            return st.integers(1, self.most)
        if hint is date:
            return st.dates(self.first, self.last)
        assert issubclass(hint, StrEnum)
        return st.sampled_from(hint)


def _made(family: type[Any], drawn: dict[str, Any]) -> Any:
    """The value, its limits the right way round; nothing where the family refuses it."""
    if drawn.get("least") is not None and drawn.get("most") is not None:
        drawn = {**drawn, "least": min(drawn["least"], drawn["most"]), "most": max(drawn["least"], drawn["most"])}
    try:
        return family(**drawn)
    except DomainError:
        return None
