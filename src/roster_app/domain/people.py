"""People: teams, crews, qualifications, volunteers, and when each of them can stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CrewId,
    LeaveId,
    QualificationId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.recurrence import occurrences
from roster_app.domain.search import Entry, means
from roster_app.domain.timespan import Span


@dataclass(frozen=True, slots=True)
class Team:
    """突击队: the people one coordinator rosters."""

    id: TeamId
    name: str
    office: str = ""
    """The subdistrict or community in a sheet's title: 永平街横三社区."""
    duty_phone: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Qualification:
    """资质: what a post may require; `leads` marks the one that makes a duty leader (负责人).

    Whoever has it also has all that it `includes`, and what those include: a doctor may stand where a nurse is asked.
    """

    id: QualificationId
    team_id: TeamId
    name: str
    leads: bool = False
    includes: frozenset[QualificationId] = frozenset()


@dataclass(frozen=True, slots=True)
class Crew:
    """班组: a fixed group rostered together."""

    id: CrewId
    team_id: TeamId
    name: str
    leader_id: VolunteerId | None = None


class Gender(StrEnum):
    """性别; unknown where nobody stated it."""

    UNKNOWN = "unknown"
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Volunteer:
    """队员: one person. `joined` and `left` are the first and the last day of membership, both inclusive."""

    id: VolunteerId
    team_id: TeamId
    name: str
    affiliation: str = ""
    area_id: AreaId | None = None
    crew_id: CrewId | None = None
    qualifications: frozenset[QualificationId] = frozenset()
    phone: str = ""
    title: str = ""
    """职务, as printed; not a qualification."""
    nights_allowed: bool = True
    joined: date | None = None
    left: date | None = None
    note: str = ""
    pinyin: str = ""
    """Syllables of the name in order, separated by blanks, ü as v ("ou yang shao dong"); orders and finds people."""
    gender: Gender = Gender.UNKNOWN
    new: bool = False
    """新队员: stands with somebody experienced."""
    name_consent: bool = False
    """同意公示姓名: has agreed to be named in full in a public notice; see `privacy`."""
    phone_consent: bool = False
    """同意公开电话: has agreed that the number in full is posted."""
    aliases: tuple[str, ...] = ()
    """别名、微信昵称: other names the person goes by, as a sign-up chain may give them."""
    version: int = 1

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise DomainError(ErrorCode.EMPTY_NAME, volunteer_id=self.id)

    @property
    def search_entry(self) -> Entry:
        """What the person is found by."""
        return Entry(self.name, self.affiliation, self.pinyin, self.phone, self.aliases)

    def matches(self, words: str) -> bool:
        """Whether the person is meant by the words typed; of many people at once a `SearchIndex` is quicker."""
        return means(words, self.search_entry)

    def member_on(self, day: date) -> bool:
        """Whether the person belongs to the team that day."""
        return (self.joined is None or self.joined <= day) and (self.left is None or day <= self.left)


class AvailabilityKind(StrEnum):
    """可值班 / 不可值班 / 不愿值班 / 希望值班; the first two are hard, the others are wishes."""

    AVAILABLE = "available"
    UNAVAILABLE = "unavailable"
    UNWANTED = "unwanted"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Availability:
    """A dated or recurring statement of one volunteer.

    `first` is the first (or only) occurrence; `rule` an RFC 5545 RRULE without DTSTART ("FREQ=WEEKLY;BYDAY=MO"),
    empty for once. A volunteer with no AVAILABLE entry can stand at any time not excluded; one with such entries
    only inside them. With a `shift_type_id` the statement speaks only of duties of that shift type.
    """

    id: AvailabilityId
    volunteer_id: VolunteerId
    kind: AvailabilityKind
    first: Span
    rule: str = ""
    except_on: tuple[date, ...] = ()
    note: str = ""
    points: int | None = None
    """Of a wish: what it weighs for each duty, instead of the team's weight; without meaning for the hard kinds."""
    shift_type_id: ShiftTypeId | None = None
    also_on: tuple[date, ...] = ()
    """Days beside the rule (RFC 5545 RDATE), at the hours of `first`; `except_on` (EXDATE) goes before them."""

    def within(self, window: Span) -> list[Span]:
        """Its occurrences that touch the window."""
        return occurrences(self.first, self.rule, window, self.except_on, self.also_on)


class LeaveKind(StrEnum):
    """公假 does not cost the turn, 私假 does."""

    OFFICIAL = "official"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Leave:
    """请假: unavailable with a reason."""

    id: LeaveId
    volunteer_id: VolunteerId
    span: Span
    kind: LeaveKind = LeaveKind.PRIVATE
    reason: str = ""


def display_names(volunteers: Iterable[Volunteer]) -> dict[VolunteerId, str]:
    """How each person is named on screen and paper: 张伟, but 张伟(颐和) where two share a name.

    Namesakes without an affiliation, or with the same one, are told apart by the phone's last four digits, and by
    a running number where that fails too.
    """
    everyone = list(volunteers)
    names = {v.id: v.name for v in everyone}
    for marks in ({v.id: v.affiliation for v in everyone}, {v.id: v.phone[-4:] for v in everyone}):
        for group in _namesakes(everyone, names):
            for v in group:
                if marks[v.id]:
                    names[v.id] = f"{v.name}({marks[v.id]})"
    for group in _namesakes(everyone, names):
        for number, v in enumerate(group, start=1):
            names[v.id] = f"{names[v.id]}#{number}"
    return names


def _namesakes(everyone: list[Volunteer], names: dict[VolunteerId, str]) -> list[list[Volunteer]]:
    groups: dict[str, list[Volunteer]] = {}
    for v in everyone:
        groups.setdefault(names[v.id], []).append(v)
    return [group for group in groups.values() if len(group) > 1]


def masked_phone(phone: str) -> str:
    """138****1234: first three and last four digits; a shorter number keeps only its last two."""
    digits = phone.strip()
    if len(digits) >= 11:
        return f"{digits[:3]}****{digits[-4:]}"
    return "*" * max(0, len(digits) - 2) + digits[-2:] if digits else ""
