"""Entries about the people who stand one shift at one checkpoint together; reserve duties do not count as standing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from roster_app.domain.book.duty_class import ALL, NIGHTS, DutyClass
from roster_app.domain.book.entry import CrewEntry
from roster_app.domain.ids import CrewId, VolunteerId


class Trait(StrEnum):
    """What the people of a shift may be mixed by."""

    GENDER = "gender"
    AFFILIATION = "affiliation"


@dataclass(frozen=True, slots=True)
class LeaderEachShift(CrewEntry):
    """A shift that anyone stands has a leader; shifts planned for one seat only are excepted. Source: practice."""

    SUBJECT: ClassVar = ("of",)

    of: DutyClass = ALL


@dataclass(frozen=True, slots=True)
class NotAlone(CrewEntry):
    """A shift of the class that anyone stands is stood by two or more; those planned for one seat are excepted."""

    SUBJECT: ClassVar = ("of",)

    of: DutyClass = NIGHTS


@dataclass(frozen=True, slots=True)
class Together(CrewEntry):
    """Whenever one of them stands a shift, all of them in the team stand it; unit: somebody who is missing."""

    SUBJECT: ClassVar = ("group",)

    group: frozenset[VolunteerId]


@dataclass(frozen=True, slots=True)
class Apart(CrewEntry):
    """No two of them stand one shift; unit: everybody of the group beyond the first."""

    SUBJECT: ClassVar = ("group",)

    group: frozenset[VolunteerId]


@dataclass(frozen=True, slots=True)
class NewWithExperienced(CrewEntry):
    """传帮带: never more new people on a shift than others; unit: each new person beyond that."""

    SUBJECT: ClassVar = ("of",)

    of: DutyClass = ALL


@dataclass(frozen=True, slots=True)
class Mix(CrewEntry):
    """A shift of the class that two or more people stand is not stood by one gender, or one affiliation, alone.

    People whose trait is unknown neither break nor satisfy it: it is asked as soon as two are known.
    """

    SUBJECT: ClassVar = ("by", "of")

    by: Trait
    of: DutyClass = ALL


@dataclass(frozen=True, slots=True)
class Squad(CrewEntry):
    """A crew rostered as a unit: a shift is stood by nobody of it or by everybody who is free; unit: one missing.

    Free is a member of the team that day who is neither unavailable nor on leave at any minute of the shift and, for
    a night shift, may do nights. Standing elsewhere at that time does not excuse.
    """

    SUBJECT: ClassVar = ("crew_id",)

    crew_id: CrewId
