"""How tall the rows of a change sheet are: every name, post and time as it will be set in its cell."""

from dataclasses import dataclass

from roster_app.i18n import _
from roster_app.printing.change_content import ChangeDay, ChangePart, ChangeRow
from roster_app.printing.fitting import LEADING, Frame, Piece, Setting, fit_name
from roster_app.printing.fitting import Name as PersonName
from roster_app.printing.fonts import Face, TypeCase
from roster_app.printing.paper import MM
from roster_app.printing.wrapping import fit_line, fit_text, wrap_evenly

WIDTHS = {"date": 21 * MM, "shift": 24 * MM, "post": 23 * MM, "before": 31 * MM, "after": 33 * MM}
READ_AT_ARMS_LENGTH = 11.0
"""Points: nothing in the table is meant to be smaller."""
BEFORE_SIZE, AFTER_SIZE = 14.0, 17.0
LABEL_SIZE = 12.0

_SIDE = 1.2 * MM
"""Room between a text and the lines beside it."""
_LEAST_ROW = 11 * MM
_ABOVE = 3.0
_BETWEEN = 4.0
_CUTS_OFF = 3
"""Lines of a post's name."""


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """One person of a seat, or words in place of one, as they will be set; `below` is regular type.

    `is_person` is struck through before and bold after; `is_vacant` leaves a line to write on.
    """

    upper: Setting
    below: tuple[Setting, ...] = ()
    is_person: bool = False
    is_vacant: bool = False

    @property
    def height(self) -> float:
        return self.upper.height + sum(setting.height for setting in self.below)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """One row, set."""

    row: ChangeRow
    shift: Setting
    clock: Setting
    post: Setting
    before: tuple[PlacedPart, ...]
    after: tuple[PlacedPart, ...]
    height: float


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """One day's rows on a page; `continued` where its first rows are on the page before."""

    day: ChangeDay
    rows: tuple[PlacedRow, ...]
    continued: bool = False

    @property
    def height(self) -> float:
        return sum(row.height for row in self.rows)


def inner(column: str) -> float:
    """The width a text may take in a column."""
    return WIDTHS[column] - 2 * _SIDE


def stack_height(parts: tuple[PlacedPart, ...]) -> float:
    """Of the people of a cell below each other."""
    return sum(part.height for part in parts) + _BETWEEN * (len(parts) - 1)


def gap_between() -> float:
    """Between two people of a cell."""
    return _BETWEEN


def place(day: ChangeDay, type_case: TypeCase) -> PlacedDay:
    """Every row of the day with its height."""
    return PlacedDay(day, tuple(_row(row, type_case) for row in day.rows))


def _row(row: ChangeRow, type_case: TypeCase) -> PlacedRow:
    def bold(text: str) -> float:
        return type_case.ems(text, Face.BOLD)

    shift = fit_text(row.shift, Frame(inner("shift"), 2 * LEADING * LABEL_SIZE), LABEL_SIZE, bold)
    clock = fit_line(row.clock, inner("shift"), READ_AT_ARMS_LENGTH, type_case.ems) if row.clock else Setting(())
    ems = bold if row.leads else type_case.ems
    post = fit_text(row.post, Frame(inner("post"), _CUTS_OFF * LEADING * LABEL_SIZE), LABEL_SIZE, ems)
    before = tuple(_part(part, "before", BEFORE_SIZE, Face.REGULAR, type_case) for part in row.before)
    after = tuple(_part(part, "after", AFTER_SIZE, Face.BOLD, type_case) for part in row.after)
    before = before or (_label(_("new duty"), "before", type_case),)
    after = after or (_label(_("no longer wanted"), "after", type_case),)
    tallest = max(shift.height + clock.height, post.height, stack_height(before), stack_height(after))
    return PlacedRow(row, shift, clock, post, before, after, max(tallest + 2 * _ABOVE, _LEAST_ROW))


def _part(part: ChangePart, column: str, size: float, face: Face, type_case: TypeCase) -> PlacedPart:
    """The name as large as fits, broken into two lines if need be; the mark of a namesake and the times below it."""
    below = _lines(part.clock, column, type_case)
    if part.name is None:
        label = fit_line(_("vacant"), inner(column), LABEL_SIZE, type_case.ems)
        return PlacedPart(label, below, is_vacant=True)
    frame = Frame(inner(column), 2 * LEADING * size)
    name = fit_name(PersonName(part.name.text), frame, size, lambda text: type_case.ems(text, face))
    return PlacedPart(name, (*_lines(part.name.mark, column, type_case), *below), is_person=True)


def _label(words: str, column: str, type_case: TypeCase) -> PlacedPart:
    frame = Frame(inner(column), 2 * LEADING * LABEL_SIZE)
    return PlacedPart(fit_text(words, frame, LABEL_SIZE, type_case.ems))


def _lines(text: str, column: str, type_case: TypeCase) -> tuple[Setting, ...]:
    """The text in as many lines as it needs in the smallest type; nothing of no text."""
    if not text:
        return ()
    size = READ_AT_ARMS_LENGTH
    lines = wrap_evenly(text, inner(column), size, type_case.ems)
    return (Setting(tuple((Piece(line, size),) for line in lines)),)
