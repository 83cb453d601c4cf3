"""One row of a list: a person with the cells in doubt, or a line that is no person."""

import re
import unicodedata
from datetime import date

from roster_app.domain.lists import CellProblem, ListField, Problem, SkippedRow, SkipReason, Verdict, VolunteerDraft
from roster_app.domain.people import Gender
from roster_app.exchange.cells import (
    Doubt,
    is_error,
    is_nothing,
    read_day,
    read_gender,
    read_membership,
    read_qualifications,
    read_words,
    read_yes_no,
)
from roster_app.exchange.grids import MAX_COLUMNS, Grid
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.id_numbers import check_id_number, masked_id_number
from roster_app.exchange.layouts import Layout
from roster_app.exchange.person_names import NameCell, looks_like_a_name, read_name
from roster_app.exchange.phones import is_mobile, read_phone

PARTY_MEMBER = "党员"
"""The qualification that a column of Party membership gives."""

_FOOT = re.compile(
    "合计|总计|小计|共计|总数|总人数|人数[:：]|制表|填表|填报|审核|审批|说明|附注|注[:：]|注意|备注[:：]|日期[:：]|截止|截至|打印|以上"
    "|\\w{1,4}[人者员长][:：]|(grand |sub)?totals?\\b|sums?\\b|notes?\\b|prepared|approved",
    re.IGNORECASE,
)
_EXAMPLE = re.compile("例$|例[:：如]|示例|样例|范例|example\\b", re.IGNORECASE)
_SECTION = re.compile("(组|支部|队|班|片区?|村|社区|单位|部|科|街道|居委|卡口|岗)[:：]?$|[:：]|.{13}")
_LONG_TEXT = 12


def read_row(grid: Grid, layout: Layout, row: int) -> VolunteerDraft | SkippedRow | None:
    """What the row says; nothing where it is empty."""
    cells = {column: text.strip() for column, text in enumerate(grid.rows[row]) if text.strip()}
    if grid.unfinished:
        cells |= {c: grid.unfinished[row, c] for c in range(MAX_COLUMNS) if (row, c) in grid.unfinished}
    if not cells:
        return None
    if reason := _skip_reason(grid, layout, row, cells):
        first = min(cells)
        return SkippedRow(row + 1, grid.address(row, first), " ".join(cells[first].split()), reason)
    return _RowReader(grid, layout, row).draft()


def _skip_reason(grid: Grid, layout: Layout, row: int, cells: dict[int, str]) -> SkipReason | None:
    at = layout.columns[ListField.NAME]
    merge = grid.merge_at(row, at)
    name, first = cells.get(at, ""), cells[min(cells)]
    if merge and merge.top < row and merge.left == merge.right:
        return SkipReason.CONTINUED
    if name and any(plain_heading(name) == plain_heading(grid.text(header, at)) for header in layout.header_rows):
        return SkipReason.HEADING_AGAIN
    if _EXAMPLE.match(first) or _EXAMPLE.match(name):
        return SkipReason.EXAMPLE
    if _is_foot(first, name) and not any(map(is_mobile, cells.values())):
        return SkipReason.FOOT
    if len(cells) == 1 and _is_section(layout, min(cells), first, across=bool(merge and merge.right > merge.left)):
        return SkipReason.FOOT if len(first) > _LONG_TEXT else SkipReason.SECTION
    return None if name or _tells_of_somebody(layout, cells) else SkipReason.NOTHING_READ


def is_foot(text: str) -> bool:
    """Whether the text begins as lines at the foot of a table do: 合计, 制表人, 备注：."""
    return bool(_FOOT.match(unicodedata.normalize("NFKC", text).strip()))


def _is_foot(first: str, name: str) -> bool:
    return bool(_FOOT.match(name) or (_FOOT.match(first) and not looks_like_a_name(name)))


def _is_section(layout: Layout, column: int, text: str, across: bool) -> bool:
    """Whether a row's only text stands over people. In a list of names alone, 李建村 is somebody."""
    name_column = layout.columns[ListField.NAME]
    if column > name_column or text.isdecimal():
        return False
    names_alone = len(layout.columns) == 1 and looks_like_a_name(text)
    return column < name_column or across or (bool(_SECTION.search(text)) and not names_alone)


def _tells_of_somebody(layout: Layout, cells: dict[int, str]) -> bool:
    """Whether a row without a name is a person all the same: a phone, an ID number, or two other things said."""
    read = {field for field, column in layout.columns.items() if column in cells and not is_nothing(cells[column])}
    return bool(read & {ListField.PHONE, ListField.ID_NUMBER}) or len(read) > 1


class _RowReader:
    """Reads the cells of one person, collecting what is doubtful."""

    def __init__(self, grid: Grid, layout: Layout, row: int) -> None:
        self._grid, self._layout, self._row = grid, layout, row
        self._doubts: dict[int, Problem] = {}

    def draft(self) -> VolunteerDraft:
        who = self._name()
        at = self._layout.columns[ListField.NAME]
        nights = self._yes_no(ListField.NIGHTS_ALLOWED)
        joined = self._day(ListField.JOINED)
        return VolunteerDraft(
            row=self._row + 1,
            address=self._address(at),
            name=who.name,
            raw_name=self._grid.text(self._row, at),
            affiliation=self._words(ListField.AFFILIATION),
            area=self._words(ListField.AREA),
            crew=self._words(ListField.CREW),
            qualifications=self._qualifications(),
            phone=self._phone(who.phone),
            title=self._words(ListField.TITLE),
            nights_allowed=nights if nights is None else nights is not self._layout.nights_forbidden,
            gender=self._gender(),
            new=self._yes_no(ListField.NEW),
            joined=joined,
            left=self._left(joined),
            name_consent=self._yes_no(ListField.NAME_CONSENT),
            phone_consent=self._yes_no(ListField.PHONE_CONSENT),
            note="；".join(filter(None, (self._words(ListField.NOTE), who.remark))) or None,
            phone_address=self._address(self._layout.columns.get(ListField.PHONE, at)),
            problems=self._problems(),
        )

    def _name(self) -> NameCell:
        text = self._text(ListField.NAME, Verdict.WRONG)
        cell = read_name(text)
        self._doubt(ListField.NAME, text, cell.doubt)
        return cell

    def _phone(self, beside_name: str | None) -> str | None:
        if ListField.PHONE not in self._layout.columns:
            return beside_name
        text = self._text(ListField.PHONE)
        if beside_name and is_nothing(text):
            return beside_name
        phone, doubt = read_phone(text)
        self._doubt(ListField.PHONE, text, doubt)
        return phone

    def _words(self, field: ListField) -> str | None:
        return read_words(self._text(field))

    def _yes_no(self, field: ListField) -> bool | None:
        text = self._text(field)
        answer, doubt = read_membership(text) if field is ListField.PARTY_MEMBER else read_yes_no(text)
        self._doubt(field, text, doubt)
        return answer

    def _gender(self) -> Gender | None:
        text = self._text(ListField.GENDER)
        gender, doubt = read_gender(text)
        self._doubt(ListField.GENDER, text, doubt)
        return gender

    def _day(self, field: ListField) -> date | None:
        text = self._text(field)
        day, doubt = read_day(text)
        self._doubt(field, text, doubt)
        return day

    def _left(self, joined: date | None) -> date | None:
        """The last day; one before the first is told and not taken."""
        left = self._day(ListField.LEFT)
        if left is None or joined is None or joined <= left:
            return left
        doubt = Doubt(CellProblem.LEFT_BEFORE_JOINED, hint=joined.isoformat())
        self._doubt(ListField.LEFT, self._text(ListField.LEFT), doubt)
        return None

    def _qualifications(self) -> tuple[str, ...] | None:
        found = read_qualifications(self._text(ListField.QUALIFICATIONS)) or ()
        if self._yes_no(ListField.PARTY_MEMBER):
            found = (*found, PARTY_MEMBER)
        return tuple(dict.fromkeys(found)) or None

    def _problems(self) -> tuple[Problem, ...]:
        """Every cell in doubt, by column; the ID number is looked at here and nowhere kept."""
        text = self._text(ListField.ID_NUMBER)
        self._doubt(ListField.ID_NUMBER, masked_id_number(text), check_id_number(text))
        return tuple(self._doubts[column] for column in sorted(self._doubts))

    def _text(self, field: ListField, verdict: Verdict = Verdict.DOUBTFUL) -> str:
        """The field's cell, empty where the list has no such column; of cells merged downwards, what they share."""
        column = self._layout.columns.get(field)
        if column is None:
            return ""
        merge = self._grid.merge_at(self._row, column)
        down = merge is not None and merge.left == merge.right and field is not ListField.NAME
        text = self._grid.spread(self._row, column) if down else self._grid.text(self._row, column)
        formula = self._grid.unfinished.get((self._row, column))
        if formula is not None or is_error(text):
            self._doubt(field, formula or text, Doubt(CellProblem.FORMULA_EMPTY, verdict))
            return ""
        return text

    def _doubt(self, field: ListField, text: str, doubt: Doubt | None) -> None:
        column = self._layout.columns.get(field)
        if doubt is not None and column is not None:
            problem = Problem(self._address(column), text, doubt.code, doubt.verdict, doubt.hint)
            self._doubts.setdefault(column, problem)

    def _address(self, column: int) -> str:
        return self._grid.address(self._row, column)
