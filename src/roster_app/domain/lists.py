"""What a list of volunteers says, as read: drafts with their cells in doubt, and how its columns were understood."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from roster_app.domain.people import Gender
from roster_app.domain.recognition import Likeness


class CellProblem(StrEnum):
    """What can be wrong with one cell; the screen words it and gives the remedy."""

    NAME_MISSING = "name_missing"
    NAME_ODD = "name_odd"
    NAME_SEVERAL = "name_several"
    """More than one person in the cell; `hint` is their number."""
    NAME_REMARK = "name_remark"
    """A remark in brackets behind the name, which goes into the note; `hint` is the remark."""
    PHONE_MISSING = "phone_missing"
    PHONE_LENGTH = "phone_length"
    """`hint` is the number of digits."""
    PHONE_ODD = "phone_odd"
    PHONE_SEVERAL = "phone_several"
    """More than one number in the cell; `hint` is the one taken."""
    PHONE_TWICE = "phone_twice"
    """`hint` names who else has the number."""
    ID_NUMBER_LENGTH = "id_number_length"
    """`hint` is the number of characters."""
    ID_NUMBER_ODD = "id_number_odd"
    """Signs that belong to no ID number; `hint` shows them."""
    ID_NUMBER_CHECKSUM = "id_number_checksum"
    YES_NO_ODD = "yes_no_odd"
    GENDER_ODD = "gender_odd"
    DATE_ODD = "date_odd"
    LEFT_BEFORE_JOINED = "left_before_joined"
    FORMULA_EMPTY = "formula_empty"
    """A formula whose result was never stored in the file."""
    REPEATED_IN_FILE = "repeated_in_file"
    """`hint` is the row that says it first."""
    AMBIGUOUS = "ambiguous"
    """`hint` is how many known people it could be."""
    NAMESAKE = "namesake"
    """Taken for another person than the known one of this name; `hint` tells that one's phone or affiliation."""
    NEAR_NAME = "near_name"
    """`hint` is the other name, one character apart."""


class Verdict(StrEnum):
    """DOUBTFUL is taken in unless the coordinator objects; WRONG is left out of the import, with its row kept."""

    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell in doubt: where it stands ("Sheet1!C9"), what it holds, what is wrong with it.

    Of an ID number `text` keeps the last four signs only.
    """

    address: str
    text: str
    code: CellProblem
    verdict: Verdict
    hint: str = ""
    """What it may have meant, or whom it collides with; a fact, not a sentence."""


@dataclass(frozen=True, slots=True)
class VolunteerDraft:
    """One row of a list as read: normal forms, with names of areas and qualifications still as text.

    `None` means the list has no such column (or an empty cell), so what is known stays as it is.
    """

    row: int
    address: str
    """Where its name stands ("Sheet1!B9")."""
    name: str
    raw_name: str
    affiliation: str | None = None
    area: str | None = None
    crew: str | None = None
    qualifications: tuple[str, ...] | None = None
    phone: str | None = None
    title: str | None = None
    nights_allowed: bool | None = None
    gender: Gender | None = None
    new: bool | None = None
    joined: date | None = None
    left: date | None = None
    name_consent: bool | None = None
    phone_consent: bool | None = None
    note: str | None = None
    phone_address: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether the row cannot be taken in as it is."""
        return any(p.verdict is Verdict.WRONG for p in self.problems)

    @property
    def likeness(self) -> Likeness:
        """By what the person is recognised."""
        return Likeness(self.name, self.phone or "", self.affiliation or "")

    def with_problem(self, problem: Problem) -> "VolunteerDraft":
        """The same row with one more cell in doubt."""
        return replace(self, problems=(*self.problems, problem))


class ListField(StrEnum):
    """What a column of a list can hold for us; `ID_NUMBER` is checked and forgotten."""

    NAME = "name"
    PHONE = "phone"
    AFFILIATION = "affiliation"
    AREA = "area"
    CREW = "crew"
    TITLE = "title"
    QUALIFICATIONS = "qualifications"
    PARTY_MEMBER = "party_member"
    NIGHTS_ALLOWED = "nights_allowed"
    GENDER = "gender"
    NEW = "new"
    JOINED = "joined"
    LEFT = "left"
    NAME_CONSENT = "name_consent"
    PHONE_CONSENT = "phone_consent"
    NOTE = "note"
    ID_NUMBER = "id_number"


class Ground(StrEnum):
    """Why a column was taken for what it was taken."""

    HEADING = "heading"
    CONTENT = "content"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the list, "C 联系电话 → phone", for the coordinator to check; no field: it is not read."""

    letter: str
    heading: str
    field: ListField | None = None
    ground: Ground = Ground.HEADING


class SkipReason(StrEnum):
    """Why a row that holds something is no person."""

    FOOT = "foot"
    """A total, a signature line, an explanation."""
    HEADING_AGAIN = "heading_again"
    EXAMPLE = "example"
    SECTION = "section"
    """A line over the people that follow: 第一小组."""
    CONTINUED = "continued"
    """A further line of the person above, whose name cell spans both."""
    NOTHING_READ = "nothing_read"
    """Holds something only where nothing is read: a prepared line with its number, a second line of headings."""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row below the header that is no person."""

    row: int
    address: str
    text: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class ReadList:
    """What a source of volunteers (a workbook, later a sign-up chain) said, before anybody is recognised in it."""

    source: str
    drafts: tuple[VolunteerDraft, ...] = ()
    columns: tuple[ListColumn, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    sheet: str = ""
    header_rows: tuple[int, ...] = ()
    """Which rows were taken for the header; none: the columns were told by their content."""
