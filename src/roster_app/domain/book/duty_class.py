"""Which duties a rule speaks of: nights, shift types, day types, places; nothing named means every ordinary duty."""

from dataclasses import dataclass

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId


@dataclass(frozen=True, slots=True)
class DutyClass:
    """岗次类: a duty belongs to it when it has all that is named; an empty set names everything.

    Duties at reserve posts (备勤) belong to no class but those with `reserve`, and those hold nothing else.
    """

    nights: bool = False
    """Only night duties, as the team's rules count them."""
    shift_types: frozenset[ShiftTypeId] = frozenset()
    day_types: frozenset[DayType] = frozenset()
    checkpoints: frozenset[CheckpointId] = frozenset()
    posts: frozenset[PostId] = frozenset()
    reserve: bool = False

    @property
    def is_all(self) -> bool:
        """Whether it holds every ordinary duty."""
        return self == ALL


ALL = DutyClass()
NIGHTS = DutyClass(nights=True)
WEEKENDS = DutyClass(day_types=frozenset({DayType.REST_DAY}))
HOLIDAYS = DutyClass(day_types=frozenset({DayType.HOLIDAY}))
