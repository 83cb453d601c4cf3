"""改回的值班表: a roster's workbook as it came back, with what it said when it was written beside what it says now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from roster_app.domain.ids import DutyId, PeriodId, VolunteerId


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell: where it stands ("值班表!C9") and what it holds."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class WrittenDuty:
    """One duty as the workbook was written: who held it, its code, and the words by which its row is known."""

    duty_id: DutyId
    holder: VolunteerId | None
    day: date
    code: str
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """All that the workbook said when it was written, kept in it out of sight."""

    period_id: PeriodId
    first: date
    duties: tuple[WrittenDuty, ...]
    names: Mapping[VolunteerId, str]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One row of the list; a row that somebody has added has no id."""

    duty_id: DutyId | None
    label: tuple[str, ...]
    holder: CellText
    first: CellText
    """The first cell of the row that holds anything, to name the row by."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One row of the table of people and days; a row that somebody has added has no id."""

    volunteer_id: VolunteerId | None
    name: CellText
    days: Mapping[date, CellText]


@dataclass(frozen=True, slots=True)
class Returned:
    """The workbook as it came back. A sheet that is gone says nothing and changes nothing."""

    source: str
    written: Written
    list_name: str = ""
    """The list's sheet; empty where it is gone."""
    duties: tuple[DutyLine, ...] = ()
    table_name: str = ""
    people: tuple[PersonLine, ...] = ()
    unread: tuple[CellText, ...] = ()
    """What stands where nothing belongs."""


class ReturnProblem(StrEnum):
    """Why something in the workbook is not taken; the roster stays there as it is."""

    UNKNOWN_NAME = "unknown_name"
    """`hint` is a known name one sign apart, if there is one: offered, never taken."""
    AMBIGUOUS_NAME = "ambiguous_name"
    SEVERAL_NAMES = "several_names"
    """More than one person for one seat."""
    UNKNOWN_CODE = "unknown_code"
    """`hint` is the code that no duty of the day has."""
    CODE_TWICE = "code_twice"
    """The same person twice at the same post in the same shift."""
    TOO_MANY = "too_many"
    """More people for one code than it has seats; `hint` is the number of seats."""
    ROW_REMOVED = "row_removed"
    COLUMN_REMOVED = "column_removed"
    ROW_REPEATED = "row_repeated"
    ROW_ADDED = "row_added"
    """A row of the list that belongs to no duty."""
    ROW_MIXED = "row_mixed"
    """The visible cells of the row do not belong to its hidden id: sorted or pasted in part; `hint` is what it was."""
    CONTRADICTION = "contradiction"
    """The two sheets say different things of one duty; `hint` is where the other one stands."""
    LOCKED = "locked"
    CHANGED_MEANWHILE = "changed_meanwhile"
    """Somebody changed the duty since the workbook was written; `hint` is who holds it now."""
    DUTY_GONE = "duty_gone"
    NOT_READ = "not_read"


@dataclass(frozen=True, slots=True)
class ReturnRemark:
    """One thing that is not taken, by its cell."""

    address: str
    text: str
    code: ReturnProblem
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """That a duty should be held by somebody, or by nobody, and the cell that says so."""

    duty_id: DutyId
    holder: VolunteerId | None
    cell: CellText


@dataclass
class Reading:
    """What one sheet asks for, collected on the way."""

    wishes: list[Wish] = field(default_factory=list)
    remarks: list[ReturnRemark] = field(default_factory=list)

    def remark(self, cell: CellText, code: ReturnProblem, hint: str = "") -> None:
        """Note what is not taken."""
        self.remarks.append(ReturnRemark(cell.address, cell.text, code, hint))
