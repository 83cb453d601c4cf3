"""What every entry of a rule book has: a subject, whom it speaks of, and whether it is hard or costs points."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import ClassVar

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import VolunteerId


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule of a team's book. Two entries with the same `key` speak of the same thing."""

    SUBJECT: ClassVar[tuple[str, ...]] = ()
    """The fields that say what an entry of the family is about, apart from its limits and points."""

    @property
    def is_hard(self) -> bool:
        """Whether what it finds must be mended; otherwise it costs points."""
        return False

    @property
    def people(self) -> frozenset[VolunteerId]:
        """Whom it speaks of; empty: everybody."""
        return frozenset()

    @property
    def key(self) -> tuple[Hashable, ...]:
        """Family, hard or wish, and subject: a hard limit and a wish about the same thing stand side by side."""
        return (type(self).__name__, self.is_hard, *(getattr(self, name) for name in self.SUBJECT))

    def _refuse_unless(self, sensible: bool) -> None:
        if not sensible:
            raise DomainError(ErrorCode.BAD_RULE, family=type(self).__name__)

    def _refuse_limits(self, least: int | None, most: int | None) -> None:
        """Refuse limits below 0, and a least above the most."""
        self._refuse_unless(min(least or 0, most or 0) >= 0)
        self._refuse_unless(least is None or most is None or least <= most)


@dataclass(frozen=True, slots=True)
class CrewEntry(Entry):
    """An entry about the people of one shift together; `points` are paid per unit, None means hard."""

    points: int | None = field(default=None, kw_only=True)

    @property
    def is_hard(self) -> bool:
        return self.points is None


@dataclass(frozen=True, slots=True)
class PersonalEntry(Entry):
    """An entry that may speak of some people only: for them it takes the place of those that name nobody."""

    people: frozenset[VolunteerId] = field(default=frozenset(), kw_only=True)


@dataclass(frozen=True, slots=True)
class LineEntry(PersonalEntry):
    """An entry about one person's line of duties; `points` are paid per unit beyond the limit, None means hard."""

    points: int | None = field(default=None, kw_only=True)

    @property
    def is_hard(self) -> bool:
        return self.points is None
