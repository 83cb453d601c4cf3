"""What a workbook says, as read before anything is stored: people, entries of rosters and availability, questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LayoutKind(StrEnum):
    """How a sheet is laid out; other programs read these words."""

    VOLUNTEER_LIST = "volunteer_list"
    ROSTER_LIST = "roster_list"
    """A row for each day, shift or duty, names in the cells."""
    ROSTER_MATRIX = "roster_matrix"
    """People × days, codes or hours in the cells."""
    ROSTER_GRID = "roster_grid"
    """Periods × days or weekdays, names in the cells."""
    ROSTER_STACKED = "roster_stacked"
    """Several lines a day: hours over names, or days over names as in a calendar."""
    AVAILABILITY_LIST = "availability_list"
    """A row for each person, the days in one cell."""
    AVAILABILITY_MATRIX = "availability_matrix"
    AVAILABILITY_WIDE = "availability_wide"
    """People × (days × slots), in two header rows or in one of both."""
    DATES = "dates"
    """Days and nobody."""
    TEMPLATE = "template"
    """Headings and no rows."""
    NONE = "none"
    """Nothing that an import could use: a dashboard, a page of notes."""


class EntryVerdict(StrEnum):
    """OK: on duty, or available. OFF: at rest, on leave, or not available. ASK needs an answer, WRONG stays out."""

    OK = "ok"
    OFF = "off"
    ASK = "ask"
    WRONG = "wrong"


class QuestionKind(StrEnum):
    """What has to be asked before the import."""

    WEEKDAY = "weekday"
    """The day's weekday is another than the one beside it; `hint` is the day as read."""
    YEAR = "year"
    MONTH = "month"
    DAY_ORDER = "day_order"
    WEEK = "week"
    """Only weekdays are told; `hint` is the first day of the week supposed."""
    NO_SUCH_DAY = "no_such_day"
    SHIFT_HOURS = "shift_hours"
    """A code whose hours are told nowhere."""
    HOURS_OPEN = "hours_open"
    HOURS_OR_DAYS = "hours_or_days"
    PERHAPS = "perhaps"
    CELL_ODD = "cell_odd"
    NAME_ODD = "name_odd"
    NAME_MISSING = "name_missing"
    NAME_SEVERAL = "name_several"
    NAMES_GLUED = "names_glued"
    """Names without anything between them; `hint` is how they were parted."""
    NAME_REMARK = "name_remark"
    STANDS_IN = "stands_in"
    NEAR_NAME = "near_name"
    """`hint` is the other name, one character apart."""
    NOBODY = "nobody"
    """Days without a person."""
    LIST_CELL = "list_cell"
    """A cell of a list of volunteers; `hint` is the problem's code and what it collides with."""


@dataclass(frozen=True, slots=True)
class SheetReport:
    """One sheet: rows in = imported + unchanged + skipped + wrong; header rows counted from 1, and not among these."""

    name: str
    layout: LayoutKind
    header_rows: tuple[int, ...] = ()
    imported: int = 0
    unchanged: int = 0
    skipped: int = 0
    wrong: int = 0

    @property
    def rows_in(self) -> int:
        """Every row that holds anything, from the header on; without a header all of them."""
        return self.imported + self.unchanged + self.skipped + self.wrong


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """Somebody the workbook names, and where."""

    name: str
    phone: str = ""
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenEntry:
    """One person on one day; minutes from that day's midnight, past 1440 on the next, nothing where not told."""

    person: str
    day: date | None
    shift: str
    start: int | None
    end: int | None
    cell: str
    verdict: EntryVerdict


@dataclass(frozen=True, slots=True)
class Question:
    """What one cell asks; `text` is what it holds."""

    cell: str
    kind: QuestionKind
    text: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything one file says."""

    sheets: tuple[SheetReport, ...] = ()
    people: tuple[SeenPerson, ...] = ()
    entries: tuple[SeenEntry, ...] = ()
    questions: tuple[Question, ...] = ()
