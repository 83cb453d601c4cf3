"""What can be printed and how it is asked for: kinds of sheets, paper, days, checkpoints, and for whose eyes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roster_app.domain.ids import CheckpointId
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.privacy import Profile
from roster_app.printing.list_columns import ListColumn


class SheetKind(StrEnum):
    """一周值班表 (on the wall) / 每日值班签到表 / 变更单 (beside what hangs on the wall) / 月值班表 (by day) /
    人员值班表 (by person) / 值班一览表 (the list form of offices) / 个人值班单 (a strip for each volunteer) /
    交接班记录 (filled in from shift to shift) / 内部通讯录 (with full mobile numbers, never posted)."""

    WALL = "wall"
    DUTY = "duty"
    CHANGE = "change"
    MONTH = "month"
    PEOPLE = "people"
    LIST = "list"
    SLIPS = "slips"
    HANDOVER = "handover"
    CONTACTS = "contacts"


class PaperSize(StrEnum):
    """Of wall and monthly rosters and lists; daily sheets, records and slips are always A4, change sheets A5."""

    A3 = "A3"
    A4 = "A4"


class Turned(StrEnum):
    """How the paper of a monthly roster or a list lies; AUTO: as it takes the fewest sheets, then the larger names."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


MONTHLY = frozenset({SheetKind.MONTH, SheetKind.PEOPLE, SheetKind.LIST})
"""The tables of a whole month, whose paper may lie either way."""
WHOLE_PERIOD = MONTHLY | {SheetKind.CHANGE, SheetKind.CONTACTS}
"""The sheets that show all days of a roster unless asked otherwise."""
WITH_PHONES = frozenset({SheetKind.DUTY, SheetKind.LIST, SheetKind.CONTACTS})
"""The sheets that hold numbers of people, in full on the internal copy."""


def usual_profile(kind: SheetKind) -> Profile:
    """For whose eyes a sheet is made unless something else is said."""
    return Profile.INTERNAL if kind is SheetKind.CONTACTS else Profile.POSTED


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """What to print: days (both included) and checkpoints, none of them meaning all.

    `apart` gives each checkpoint wall sheets of its own; `profile` says what may be told of people, None meaning the
    usual of the kind: see `shown_as`.
    `columns` are those of a list after the date, none meaning the usual ones.
    `in_order` is that of the people of a contact list.
    `since` is the number of the edition a change sheet stands beside; see `compared_with` where it is left out.
    """

    kind: SheetKind
    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()
    paper: PaperSize = PaperSize.A3
    apart: bool = False
    profile: Profile | None = None
    duty_leader: str = ""
    made_by: str = ""
    reviewed_by: str = ""
    since: int | None = None
    turned: Turned = Turned.AUTO
    columns: tuple[ListColumn, ...] = ()
    in_order: PeopleOrder = PeopleOrder.PINYIN

    @property
    def shown_as(self) -> Profile:
        """What may be told of people: as asked for, or as is usual."""
        return self.profile or usual_profile(self.kind)
