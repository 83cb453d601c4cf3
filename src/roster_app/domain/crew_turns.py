"""How four crews take turns: 四班三运转 and 四班两运转, as a cycle of shifts that each crew enters elsewhere."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from roster_app.domain.book import FixedRotation
from roster_app.domain.ids import CrewId, ShiftTypeId
from roster_app.domain.places import PATTERN_TEMPLATES, ShiftType

CREWS = 4


@dataclass(frozen=True, slots=True)
class CrewTurns:
    """A cycle of days, each the key of a shift of the pattern template or None for a day off."""

    pattern: str
    cycle: tuple[str | None, ...]

    @property
    def step(self) -> int:
        """By so many days each crew is ahead of the one before; every day all shifts are then held by one crew each."""
        return len(self.cycle) // CREWS

    def shift_type_ids(self, shift_types: Iterable[ShiftType]) -> Mapping[str, ShiftTypeId] | None:
        """The shift types of a pattern by the template's keys; None where its times are others than the template's."""
        known = {(s.start, s.end): s.id for s in shift_types}
        template = PATTERN_TEMPLATES[self.pattern]
        if known.keys() != {(t.start, t.end) for t in template}:
            return None
        return {t.key: known[t.start, t.end] for t in template}

    def rotations(
        self, crews: Sequence[CrewId], shift_type_ids: Mapping[str, ShiftTypeId], first: date
    ) -> tuple[FixedRotation, ...]:
        """The rule of each of the four crews; the first begins the cycle on the day `first`."""
        whole = [None if key is None else shift_type_ids[key] for key in self.cycle]
        turned = (whole[n * self.step :] + whole[: n * self.step] for n in range(len(crews)))
        return tuple(FixedRotation(crew_id=c, cycle=tuple(t), first=first) for c, t in zip(crews, turned, strict=True))


CREW_TURNS: dict[str, CrewTurns] = {
    "four_crews_three_shifts": CrewTurns(
        "three_by_eight", ("night", "night", "early", "early", "middle", "middle", None, None)
    ),
    "four_crews_two_shifts": CrewTurns("two_by_twelve", ("day", "night", None, None)),
}
"""Turns found in the field (DOMAIN: 四班三运转, 四班两运转); names are worded by the caller.

The night of the three shifts begins at midnight, so it comes before the early shift: after the middle one, which ends
at midnight, it would leave no rest at all.
"""
