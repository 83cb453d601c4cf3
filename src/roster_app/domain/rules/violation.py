"""A violation: which rule, who, which duties, and the numbers; the screen makes a sentence and a remedy of it."""

from dataclasses import dataclass
from enum import StrEnum

from roster_app.domain.book import Entry, RunLimit
from roster_app.domain.ids import DutyId, QualificationId, ShiftId, VolunteerId
from roster_app.domain.timespan import Span


class Rule(StrEnum):
    """Every rule a roster is judged by, the most fundamental first; each is checked in one file of this package."""

    QUALIFICATION = "qualification"
    MEMBERSHIP = "membership"
    UNAVAILABLE = "unavailable"
    ON_LEAVE = "on_leave"
    NIGHTS_NOT_ALLOWED = "nights_not_allowed"
    OVERLAP = "overlap"
    TRAVEL = "travel"
    MIN_REST = "min_rest"
    WEEKLY_REST = "weekly_rest"
    REST_AFTER_RUN = "rest_after_run"
    CONSECUTIVE_DAYS = "consecutive_days"
    CONSECUTIVE_NIGHTS = "consecutive_nights"
    RUN = "run"
    SUCCESSION = "succession"
    HALF_WEEKEND = "half_weekend"
    NIGHTS_IN_PERIOD = "nights_in_period"
    WEEK_MINUTES = "week_minutes"
    AMOUNT = "amount"
    ROTATION = "rotation"
    LEADER_MISSING = "leader_missing"
    ALONE = "alone"
    TOGETHER = "together"
    APART = "apart"
    NEW_PEOPLE = "new_people"
    MIX = "mix"
    SQUAD = "squad"
    TURN = "turn"
    CHANGED = "changed"
    UNWANTED = "unwanted"
    AWAY = "away"
    PLACE_CHANGE = "place_change"
    SHARE_OF_HOURS = "share_of_hours"
    SHARE_OF_NIGHTS = "share_of_nights"
    SHARE_OF_WEEKENDS = "share_of_weekends"
    SHARE_OF_HOLIDAYS = "share_of_holidays"
    SHARE = "share"


class Severity(StrEnum):
    """HARD must be mended; a WISH costs."""

    HARD = "hard"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Violation:
    """冲突: `actual` and `limit` are minutes, days or counts as the rule says; `span` is where it happens.

    `points` is what it costs in all, None where the rule is hard; `entry` is the entry of the book it comes from,
    None where no book can change the rule.
    """

    rule: Rule
    duty_ids: tuple[DutyId, ...]
    volunteer_id: VolunteerId | None = None
    actual: int = 0
    limit: int = 0
    span: Span | None = None
    shift_id: ShiftId | None = None
    lacking: frozenset[QualificationId] = frozenset()
    points: int | None = None
    others: tuple[VolunteerId, ...] = ()
    """The other people it is about: who is missing, who may not be there, whose turn it is."""
    entry: Entry | None = None

    @property
    def severity(self) -> Severity:
        """Whether it must be mended."""
        return Severity.HARD if self.points is None else Severity.WISH

    @property
    def is_hard(self) -> bool:
        """Whether it must be mended."""
        return self.points is None

    @property
    def deviation(self) -> int:
        """How far the number lies from its limit."""
        return abs(self.actual - self.limit)

    @property
    def is_lack(self) -> bool:
        """Whether it is too little in some days, which somebody who stands nothing has too; `span` are the days."""
        if isinstance(self.entry, RunLimit):
            return self.entry.off and self.actual > self.limit
        return self.rule is Rule.AMOUNT and self.actual < self.limit

    def covers(self, other: "Violation") -> bool:
        """Whether the other only is what is left of this one, or the same still: something too little before, or a
        shift's people wrong together before, that one more duty does not make worse."""
        return self == other or (
            self.rule is other.rule
            and self.entry == other.entry
            and self.deviation >= other.deviation
            and (self.volunteer_id, self.shift_id) == (other.volunteer_id, other.shift_id)
            and self._holds(other)
        )

    def _holds(self, other: "Violation") -> bool:
        """Whether what is wrong lies where it lay: too little in the same days or duties, the same people too many."""
        if self.is_lack and other.is_lack and self.span is not None and other.span is not None:
            return self.span.contains(other.span)
        if other.actual >= other.limit:
            return self.shift_id is not None and set(self.others) <= set(other.others)
        return set(self.duty_ids) <= set(other.duty_ids)


def priced(points: int | None, units: int) -> int | None:
    """What so many units beyond a limit cost; None where the limit is hard."""
    return None if points is None else points * units
