"""What a roster costs: points by cause; one point is one minute outside somebody's fair band."""

from collections.abc import Mapping
from dataclasses import dataclass

from roster_app.domain.fairness import BurdenKind

CAUSE_OF: Mapping[BurdenKind, str] = {
    BurdenKind.MINUTES: "hours",
    BurdenKind.NIGHTS: "nights",
    BurdenKind.WEEKENDS: "weekends",
    BurdenKind.HOLIDAYS: "holidays",
}
"""The cause that each unfair burden is told under."""

CAUSES = ("vacancy", *CAUSE_OF.values(), "wishes", "away")
"""All causes in the order they are told; wishes granted count below 0."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Points by cause. A vacancy outweighs any unfairness that filling it could bring about."""

    vacancy: int = 10_000
    """Each vacant duty, and on top of it …"""
    vacancy_minute: int = 10
    """… each of its minutes."""
    hours: int = 1
    """Each minute outside the fair band of hours."""
    nights: int = 480
    """Each night duty outside the fair band; the next two likewise."""
    weekends: int = 300
    holidays: int = 480
    unwanted: int = 240
    """Each duty in a time the person would rather not stand."""
    wanted: int = 20
    """The reward of each duty that begins in a time the person asked for."""
    away: int = 10
    """Each duty outside the person's own area."""

    def of_vacancy(self, minutes: int) -> int:
        """What a vacant duty of so many minutes costs."""
        return self.vacancy + self.vacancy_minute * minutes

    def of_burden(self, kind: BurdenKind) -> int:
        """What each unit of a burden outside its fair band costs."""
        return int(getattr(self, CAUSE_OF[kind]))
