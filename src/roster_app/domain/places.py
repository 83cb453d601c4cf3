"""Places: areas, checkpoints, their posts, the shift types and patterns they are staffed by, and the demand."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from roster_app.domain.calendar import DayType
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import (
    AreaId,
    CheckpointId,
    PatternId,
    PostId,
    QualificationId,
    ShiftTypeId,
    TeamId,
)
from roster_app.domain.timespan import DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Area:
    """片区: part of the ground."""

    id: AreaId
    team_id: TeamId
    name: str
    order: int = 0


class CheckpointKind(StrEnum):
    """What kind of place is staffed."""

    CHECKPOINT = "checkpoint"
    HOTLINE = "hotline"
    SUPPLIES = "supplies"
    PUBLICITY = "publicity"
    DATA_DESK = "data_desk"
    DOOR_TO_DOOR = "door_to_door"


class DutyTag(StrEnum):
    """The five duties an hour can be reported under, and the rest of the work."""

    ENTRY_CONTROL = "entry_control"
    TEMPERATURE = "temperature"
    REGISTRATION = "registration"
    PUBLICITY = "publicity"
    RESUMPTION = "resumption"
    HOTLINE = "hotline"
    SUPPLIES = "supplies"
    STATISTICS = "statistics"
    DOOR_TO_DOOR = "door_to_door"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """卡口 / 值守点: a place to be staffed; also the hotline, the store, the data desk."""

    id: CheckpointId
    team_id: TeamId
    name: str
    kind: CheckpointKind = CheckpointKind.CHECKPOINT
    area_id: AreaId | None = None
    pattern_id: PatternId | None = None
    phone: str = ""
    address: str = ""
    order: int = 0
    version: int = 1

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise DomainError(ErrorCode.EMPTY_NAME, checkpoint_id=self.id)


@dataclass(frozen=True, slots=True)
class Seats:
    """How many people are needed at least, wanted, and welcome at most; each at least as many as the one before."""

    needed: int
    wanted: int
    most: int

    @classmethod
    def of(cls, minimum: int | None, headcount: int, maximum: int | None) -> "Seats":
        """From a headcount, all of it needed and nobody welcome beyond it unless something else is stated."""
        return cls(headcount if minimum is None else minimum, headcount, headcount if maximum is None else maximum)


def _check_headcounts(minimum: int | None, headcount: int, maximum: int | None) -> None:
    seats = Seats.of(minimum, headcount, maximum)
    if not 0 <= seats.needed <= seats.wanted <= seats.most:
        raise DomainError(ErrorCode.BAD_HEADCOUNT, headcount=headcount)


@dataclass(frozen=True, slots=True)
class DemandWindow:
    """How many people a post needs at a time of day, where that differs from its headcount.

    `minimum` and `maximum` are as those of a post.

    `start` and `end` are minutes from midnight; `end` may pass 1440 and then reaches into the next day, which is
    judged by the day type of the day the window begins. No day types means every day.
    """

    start: int
    end: int
    headcount: int
    day_types: frozenset[DayType] = frozenset()
    minimum: int | None = None
    maximum: int | None = None

    def __post_init__(self) -> None:
        if not (0 <= self.start < DAY_MINUTES and self.start < self.end <= self.start + DAY_MINUTES):
            raise DomainError(ErrorCode.BAD_SHIFT_TIMES, start=self.start, end=self.end)
        _check_headcounts(self.minimum, self.headcount, self.maximum)

    @property
    def seats(self) -> Seats:
        """How many are needed, wanted and welcome."""
        return Seats.of(self.minimum, self.headcount, self.maximum)

    def applies_on(self, day_type: DayType) -> bool:
        """Whether days of this type have the window."""
        return not self.day_types or day_type in self.day_types


@dataclass(frozen=True, slots=True)
class Post:
    """岗位: a role at a checkpoint. `office_duty` tells 工作值班 from 志愿服务.

    `headcount` people are wanted. `minimum` of them are needed (None: all), up to `maximum` are welcome (None: no
    more than the headcount).
    """

    id: PostId
    checkpoint_id: CheckpointId
    name: str
    headcount: int = 1
    requires: frozenset[QualificationId] = frozenset()
    windows: tuple[DemandWindow, ...] = ()
    tags: frozenset[DutyTag] = frozenset()
    leads: bool = False
    """Whether its holder leads the shift; printed first and bold."""
    office_duty: bool = False
    order: int = 0
    minimum: int | None = None
    maximum: int | None = None
    reserve: bool = False
    """备勤: its duties exclude other duties at the same time, and count as no work and no rest broken."""

    def __post_init__(self) -> None:
        _check_headcounts(self.minimum, self.headcount, self.maximum)

    @property
    def seats(self) -> Seats:
        """How many are needed, wanted and welcome where no demand window says otherwise."""
        return Seats.of(self.minimum, self.headcount, self.maximum)

    @property
    def most(self) -> int:
        """The most people it ever has seats for."""
        return max((self.seats.most, *(w.seats.most for w in self.windows)))


class Hue(StrEnum):
    """The colour family a shift type is shown in; the window decides the colours."""

    EARLY = "early"
    MIDDLE = "middle"
    NIGHT = "night"
    DAY = "day"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ShiftType:
    """班次: `start` and `end` in minutes from the midnight of the day it begins; `end` may pass 1440."""

    id: ShiftTypeId
    team_id: TeamId
    name: str
    code: str
    start: int
    end: int
    hue: Hue = Hue.OTHER

    def __post_init__(self) -> None:
        if not (0 <= self.start < DAY_MINUTES and self.start < self.end <= self.start + 2 * DAY_MINUTES):
            raise DomainError(ErrorCode.BAD_SHIFT_TIMES, name=self.name, start=self.start, end=self.end)

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class ShiftPattern:
    """班制: the shift types that tile a day, in order of their start."""

    id: PatternId
    team_id: TeamId
    name: str
    shift_type_ids: tuple[ShiftTypeId, ...]

    def __post_init__(self) -> None:
        if not self.shift_type_ids:
            raise DomainError(ErrorCode.PATTERN_EMPTY, name=self.name)


def uncovered_minutes(shift_types: Iterable[ShiftType]) -> list[tuple[int, int]]:
    """The stretches of a recurring day (minutes from midnight, half-open) that none of the shift types reaches."""
    covered = [False] * DAY_MINUTES
    for shift_type in shift_types:
        for minute in range(shift_type.start, shift_type.end):
            covered[minute % DAY_MINUTES] = True
    edges = [m for m in range(DAY_MINUTES) if not covered[m] and (m == 0 or covered[m - 1])]
    return [(e, next((m for m in range(e, DAY_MINUTES) if covered[m]), DAY_MINUTES)) for e in edges]


@dataclass(frozen=True, slots=True)
class ShiftTimes:
    """One line of a pattern template: a key for its name, and its minutes."""

    key: str
    start: int
    end: int
    hue: Hue


THREE_BY_EIGHT = (
    ShiftTimes("early", 480, 960, Hue.EARLY),
    ShiftTimes("middle", 960, 1440, Hue.MIDDLE),
    ShiftTimes("night", 0, 480, Hue.NIGHT),
)
THREE_BY_EIGHT_FROM_0630 = (
    ShiftTimes("early", 390, 870, Hue.EARLY),
    ShiftTimes("middle", 870, 1350, Hue.MIDDLE),
    ShiftTimes("night", 1350, 1830, Hue.NIGHT),
)
TWO_BY_TWELVE = (
    ShiftTimes("day", 480, 1200, Hue.DAY),
    ShiftTimes("night", 1200, 1920, Hue.NIGHT),
)
UNEQUAL_FOUR = (
    ShiftTimes("early", 390, 690, Hue.EARLY),
    ShiftTimes("middle", 690, 1050, Hue.MIDDLE),
    ShiftTimes("late", 1050, 1500, Hue.OTHER),
    ShiftTimes("night", 60, 390, Hue.NIGHT),
)
WHOLE_DAY = (ShiftTimes("whole_day", 510, 1950, Hue.DAY),)

PATTERN_TEMPLATES: dict[str, tuple[ShiftTimes, ...]] = {
    "three_by_eight": THREE_BY_EIGHT,
    "three_by_eight_0630": THREE_BY_EIGHT_FROM_0630,
    "two_by_twelve": TWO_BY_TWELVE,
    "unequal_four": UNEQUAL_FOUR,
    "whole_day": WHOLE_DAY,
}
"""班制 found in the field (DOMAIN: 三班倒, 两班, four unequal shifts, 24 h); names are worded by the caller."""
