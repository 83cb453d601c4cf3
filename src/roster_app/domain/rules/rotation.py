"""轮转: whether the members of a crew stand what their cycle says, and the usual cycles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roster_app.domain.book import FixedRotation
from roster_app.domain.ids import CrewId, ShiftTypeId
from roster_app.domain.people import Volunteer
from roster_app.domain.rules.line import Line
from roster_app.domain.rules.violation import Rule, Violation, priced


def check_rotation(line: Line, entry: FixedRotation, volunteer: Volunteer) -> Iterator[Violation]:
    """Each duty of a member of the crew on a day on which the cycle says another shift type, or none."""
    if volunteer.crew_id != entry.crew_id:
        return
    for stint in line.own(line.work):
        if stint.shift_type_id != due(entry, stint.day):
            yield Violation(
                Rule.ROTATION,
                (stint.duty_id,),
                volunteer.id,
                span=stint.span,
                points=priced(entry.points, 1),
                entry=entry,
            )


def due(entry: FixedRotation, day: date) -> ShiftTypeId | None:
    """What the cycle says of a day; None: off."""
    return entry.cycle[(day - entry.first).days % len(entry.cycle)]


@dataclass(frozen=True, slots=True)
class RotationTemplate:
    """A usual cycle in the keys of a pattern's shift times (None: off), and how many days crew follows crew."""

    pattern: str
    cycle: tuple[str | None, ...]
    stagger: int

    @property
    def crews(self) -> int:
        """How many crews it takes."""
        return len(self.cycle) // self.stagger


ROTATION_TEMPLATES: Mapping[str, RotationTemplate] = {
    "four_crews_three_shifts": RotationTemplate(
        "three_by_eight_0630", ("early", "early", "middle", "middle", "night", "night", None, None), 2
    ),
    "four_crews_three_shifts_midnight": RotationTemplate(
        "three_by_eight", ("early", "early", "middle", "middle", None, "night", "night", None), 2
    ),
    "four_crews_two_shifts": RotationTemplate("two_by_twelve", ("day", "night", None, None), 1),
    "three_crews_whole_day": RotationTemplate("whole_day", ("whole_day", None, None), 1),
}
"""四班三运转 with nights from the evening or from midnight, 四班两运转, and whole days in three crews."""


def rotation_entries(
    template: RotationTemplate, crews: Sequence[CrewId], shift_types: Mapping[str, ShiftTypeId], first: date
) -> tuple[FixedRotation, ...]:
    """An entry for each crew, so that every shift of every day has one of them.

    On `first` the first crew begins its cycle; each next one begins `stagger` days later. Raises ValueError unless
    there are as many crews as the template takes.
    """
    if len(crews) != template.crews:
        raise ValueError(f"{template.crews} crews, not {len(crews)}")
    cycle = tuple(shift_types[key] if key is not None else None for key in template.cycle)
    stagger = timedelta(days=template.stagger)
    return tuple(FixedRotation(crew, cycle, first + stagger * n) for n, crew in enumerate(crews))
