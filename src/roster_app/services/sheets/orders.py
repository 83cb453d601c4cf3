"""What can be printed and how it is asked for: kinds of sheets, paper, days, checkpoints, and for whose eyes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.privacy import Profile
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.printing.list_columns import ListColumn


class PaperSize(StrEnum):
    """Of wall and monthly rosters and lists; daily sheets, records and slips are always A4, change sheets A5."""

    A3 = "A3"
    A4 = "A4"


class Turned(StrEnum):
    """How the paper of a wall or monthly roster or a list lies; AUTO: as it takes the fewest sheets, then the larger
    names."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


MONTHLY = frozenset({SheetKind.MONTH, SheetKind.PEOPLE, SheetKind.LIST})
"""The tables of a whole month, whose paper may lie either way."""
WHOLE_PERIOD = MONTHLY | {SheetKind.CHANGE, SheetKind.CONTACTS}
"""The sheets that show all days of a roster unless asked otherwise."""
LUNAR = frozenset({SheetKind.WALL, SheetKind.MONTH, SheetKind.LIST})
"""The sheets that may say of a day which one of the lunar calendar it is."""
COUNTED = frozenset({SheetKind.HOURS, SheetKind.CERTIFICATE, SheetKind.STATISTICS})
"""The sheets of what was stood, counted from what was published; of no edition in force, and never on the wall."""
WITH_PHONES = frozenset({SheetKind.DUTY, SheetKind.LIST, SheetKind.CONTACTS})
"""The sheets that hold numbers of people, in full on the internal copy."""


_FOR_ONES_OWN_HANDS = frozenset({SheetKind.CONTACTS, SheetKind.HOURS, SheetKind.CERTIFICATE})


def usual_profile(kind: SheetKind) -> Profile:
    """For whose eyes a sheet is made unless something else is said."""
    return Profile.INTERNAL if kind in _FOR_ONES_OWN_HANDS else Profile.POSTED


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """What to print: days (both included) and checkpoints, none of them meaning all.

    `apart` gives each checkpoint wall sheets of its own; `profile` says what may be told of people, None meaning the
    usual of the kind: see `shown_as`.
    `lunar` adds the lunar date, or its festival, to the days of the kinds in LUNAR.
    `columns` are those of a list after the date, none meaning the usual ones.
    `people` are those whose hours are told, none meaning everybody who stood; their days may reach beyond the roster.
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
    lunar: bool = False
    people: tuple[VolunteerId, ...] = ()
    in_order: PeopleOrder = PeopleOrder.PINYIN

    @property
    def shown_as(self) -> Profile:
        """What may be told of people: as asked for, or as is usual."""
        return self.profile or usual_profile(self.kind)
