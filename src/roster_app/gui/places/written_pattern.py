"""What stands in the form of a pattern, comparable with what is stored and with what a colleague stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from roster_app.domain.ids import PatternId, ShiftTypeId, TeamId, new_id
from roster_app.domain.places import PATTERN_TEMPLATES, Hue, ShiftPattern, ShiftType
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.places.edits import Tiling
from roster_app.gui.places.merging import merged
from roster_app.gui.places.tiling import joined_gaps, settled
from roster_app.services.words.templates import shift_code, shift_type_name, template_name

LONGEST = 2 * DAY_MINUTES
_EIGHT_HOURS = 480


@dataclass(frozen=True, slots=True)
class WrittenShift:
    """A shift type as written; its times may still be impossible."""

    id: ShiftTypeId
    name: str = ""
    code: str = ""
    start: int = 0
    end: int = _EIGHT_HOURS
    hue: Hue = Hue.OTHER

    def shift_type(self, team_id: TeamId) -> ShiftType | None:
        """The shift type it means; none where it would last longer than two days."""
        times = settled(self.start, self.end, LONGEST)
        return ShiftType(self.id, team_id, self.name.strip(), self.code.strip(), *times, self.hue) if times else None


@dataclass(frozen=True, slots=True)
class WrittenPattern:
    """A pattern as written."""

    name: str = ""
    shifts: tuple[WrittenShift, ...] = ()

    @classmethod
    def of(cls, tiling: Tiling) -> WrittenPattern:
        """What the form shows of a stored pattern."""
        shifts = (WrittenShift(s.id, s.name, s.code, s.start, s.end, s.hue) for s in tiling.shift_types)
        return cls(tiling.pattern.name, tuple(shifts))

    @classmethod
    def of_template(cls, key: str) -> WrittenPattern:
        """One of the patterns found in the field, to be stored or changed first."""
        shifts = (
            WrittenShift(ShiftTypeId(new_id()), shift_type_name(t), shift_code(t), t.start, t.end, t.hue)
            for t in PATTERN_TEMPLATES[key]
        )
        return cls(template_name(key), tuple(shifts))

    def shift_types(self, team_id: TeamId) -> tuple[ShiftType, ...]:
        """The shift types it means, in the order written; impossible ones are left out."""
        return tuple(shift_type for s in self.shifts if (shift_type := s.shift_type(team_id)) is not None)

    def tiling(self, pattern_id: PatternId, team_id: TeamId) -> Tiling:
        """The pattern it means; raises DomainError (PATTERN_EMPTY) without a shift."""
        shift_types = self.shift_types(team_id)
        pattern = ShiftPattern(pattern_id, team_id, self.name.strip(), tuple(s.id for s in shift_types))
        return Tiling(pattern, shift_types)

    def rebased(self, base: WrittenPattern, theirs: WrittenPattern) -> WrittenPattern:
        """What a colleague stored meanwhile, with one's own changes laid over it, shift by shift."""
        name = self.name if self.name != base.name else theirs.name
        return WrittenPattern(name, merged(self.shifts, base.shifts, theirs.shifts))

    def with_another_shift(self, team_id: TeamId) -> WrittenPattern:
        """One shift more: it fills the first time that none reaches, or follows the last one for eight hours."""
        start, end = _next_times(self.shift_types(team_id))
        hue = next((h for h in Hue if h not in {s.hue for s in self.shifts}), Hue.OTHER)
        return replace(self, shifts=(*self.shifts, WrittenShift(ShiftTypeId(new_id()), "", "", start, end, hue)))


def _next_times(shift_types: Sequence[ShiftType]) -> tuple[int, int]:
    gaps = joined_gaps(shift_types)
    if not shift_types or not gaps:
        start = shift_types[-1].end % DAY_MINUTES if shift_types else _EIGHT_HOURS
        return start, start + _EIGHT_HOURS
    return gaps[0]
