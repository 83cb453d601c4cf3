"""A violation: which rule, who, which duties, and the numbers; the screen makes a sentence and a remedy of it."""

from dataclasses import dataclass
from enum import StrEnum

from roster_app.domain.ids import DutyId, QualificationId, ShiftId, VolunteerId
from roster_app.domain.timespan import Span


class Rule(StrEnum):
    """Every rule a roster is judged by; each is checked in one file of this package and nowhere else."""

    QUALIFICATION = "qualification"
    MEMBERSHIP = "membership"
    UNAVAILABLE = "unavailable"
    ON_LEAVE = "on_leave"
    NIGHTS_NOT_ALLOWED = "nights_not_allowed"
    OVERLAP = "overlap"
    TRAVEL = "travel"
    MIN_REST = "min_rest"
    CONSECUTIVE_DAYS = "consecutive_days"
    CONSECUTIVE_NIGHTS = "consecutive_nights"
    NIGHTS_IN_PERIOD = "nights_in_period"
    WEEK_MINUTES = "week_minutes"
    LEADER_MISSING = "leader_missing"
    UNWANTED = "unwanted"
    SHARE_OF_HOURS = "share_of_hours"
    SHARE_OF_NIGHTS = "share_of_nights"
    SHARE_OF_WEEKENDS = "share_of_weekends"
    SHARE_OF_HOLIDAYS = "share_of_holidays"


class Severity(StrEnum):
    """HARD must be mended; a WISH costs."""

    HARD = "hard"
    WISH = "wish"


WISHES = frozenset(
    {
        Rule.UNWANTED,
        Rule.SHARE_OF_HOURS,
        Rule.SHARE_OF_NIGHTS,
        Rule.SHARE_OF_WEEKENDS,
        Rule.SHARE_OF_HOLIDAYS,
    }
)


@dataclass(frozen=True, slots=True)
class Violation:
    """冲突: `actual` and `limit` are minutes, days or counts as the rule says; `span` is where it happens."""

    rule: Rule
    duty_ids: tuple[DutyId, ...]
    volunteer_id: VolunteerId | None = None
    actual: int = 0
    limit: int = 0
    span: Span | None = None
    shift_id: ShiftId | None = None
    lacking: frozenset[QualificationId] = frozenset()

    @property
    def severity(self) -> Severity:
        """Whether it must be mended."""
        return Severity.WISH if self.rule in WISHES else Severity.HARD

    @property
    def is_hard(self) -> bool:
        """Whether it must be mended."""
        return self.severity is Severity.HARD
