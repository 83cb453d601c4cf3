"""What a workbook says, as read before anything is stored: people, entries of rosters and availability, questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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


class ColumnUse(StrEnum):
    """What a column holds."""

    NAME = "name"
    PHONE = "phone"
    DATE = "date"
    LAST_DATE = "last_date"
    """The day until which a row counts, where DATE is the first."""
    WEEKDAY = "weekday"
    """Proof of the days beside or below it."""
    DAY = "day"
    """Headed by a day; its cells say who is on duty then, or what the row's person does."""
    SHIFT = "shift"
    START = "start"
    END = "end"
    PLACE = "place"
    ROLE = "role"
    MARK = "mark"
    """Whether somebody can come: of the row's person, or of the person that heads the column."""
    AFFILIATION = "affiliation"
    """Of a list of volunteers, as the three below; there PLACE is their area and ROLE their title."""
    CREW = "crew"
    QUALIFICATIONS = "qualifications"
    NOTE = "note"
    IGNORE = "ignore"
    """Nothing that is read: numbering, remarks, signatures."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column by its letter, what heads it as written, and what it was taken for."""

    letter: str
    heading: str
    use: ColumnUse


class LayoutGround(StrEnum):
    """Why a sheet was read as it was."""

    DAYS_ACROSS = "days_across"
    """Days stand side by side in `rows`."""
    DAYS_DOWN = "days_down"
    """Days stand below each other in `column`."""
    DAYS_IN_CELLS = "days_in_cells"
    """Each cell holds a day and its people."""
    DAY_IN_TITLE = "day_in_title"
    """The title names the only day."""
    PEOPLE_HEADED = "people_headed"
    """A heading in `rows` says that `column` holds names."""
    PEOPLE_BY_CONTENT = "people_by_content"
    """Most of `column` are names; nothing heads it."""
    HEADINGS_ONLY = "headings_only"
    NOTHING_FOUND = "nothing_found"
    LEFT_OUT = "left_out"
    """The person said that the sheet holds nothing to read."""


@dataclass(frozen=True, slots=True)
class LayoutReason:
    """The ground of a guess in facts; rows are counted from 1, columns are letters."""

    ground: LayoutGround = LayoutGround.NOTHING_FOUND
    rows: tuple[int, ...] = ()
    column: str = ""
    days: int = 0
    """How many days were found there."""
    proven: int = 0
    """How many of them a weekday proves."""
    contradicted: int = 0
    proof_rows: tuple[int, ...] = ()
    """The rows of these weekdays, where they stand in rows."""
    proof_column: str = ""
    """Their column, where they stand in one."""
    told: bool = False
    """Whether the person said which layout it is, which row heads it or what a column holds."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the person says against the guess; sheets by their names, nothing said of others."""

    mends: Mapping[str, str] = field(default_factory=dict)
    """What to read instead, by the cell's address as in Question.cell."""
    skipped_sheets: frozenset[str] = frozenset()
    layouts: Mapping[str, LayoutKind] = field(default_factory=dict)
    header_rows: Mapping[str, int] = field(default_factory=dict)
    """The row, counted from 1, in which the header stands; nothing above it is read as a row."""
    columns: Mapping[str, Mapping[int, ColumnUse]] = field(default_factory=dict)
    """What columns, counted from 0, hold."""
    days_from: Mapping[str, date] = field(default_factory=dict)
    """The first day of the week or month, where year, month or week are told nowhere."""


AS_WRITTEN = Corrections()
"""Nothing corrected."""


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
    columns: tuple[SeenColumn, ...] = ()
    reason: LayoutReason = LayoutReason()
    first_day: date | None = None
    """Of the days that anything was read of."""
    last_day: date | None = None
    fingerprint: str = ""
    """Equal for the same form with other days and people: of its headings and its layout."""

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
    place: str = ""
    """Where, as written; nothing where not told."""
    role: str = ""
    """As what, as written."""


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
