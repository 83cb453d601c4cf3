"""What an import found in a list, cell by cell."""

from roster_app.domain.imports import Fate, PlannedRow
from roster_app.domain.lists import CellProblem, Ground, ListColumn, ListField, Problem, SkippedRow, SkipReason
from roster_app.i18n import _
from roster_app.services.words.names import fate_name, field_name

_LONGEST = 24


def sentence_of_problem(problem: Problem) -> str:
    """Sheet1!C9 “138000000012”: 12 digits, a mobile number has 11."""
    if not problem.text.strip():
        return _("{address}: {what}").format(address=problem.address, what=_what(problem))
    return _("{address} “{text}”: {what}").format(address=problem.address, text=problem.text, what=_what(problem))


def sentence_of_fate(row: PlannedRow) -> str:
    """What will happen to one row."""
    if row.fate is Fate.CHANGED:
        return _("Changed: {fields}").format(fields=_(", ").join(field_name(f) for f in row.changes))
    return fate_name(row.fate)


def sentence_of_column(column: ListColumn) -> str:
    """C “联系电话”: Phone; told by its content, or not read."""
    place = _("{letter} “{heading}”").format(letter=column.letter, heading=column.heading)
    if not column.heading:
        place = column.letter
    if column.field is None:
        return _("{column}: not read").format(column=place)
    field = field_name(column.field)
    if column.field is ListField.ID_NUMBER:
        return _("{column}: {field}, checked and never stored").format(column=place, field=field)
    if column.ground is Ground.CONTENT:
        return _("{column}: {field}, told by its content").format(column=place, field=field)
    return _("{column}: {field}").format(column=place, field=field)


def sentence_of_skipped(row: SkippedRow) -> str:
    """Sheet1!A64 “合计”: a total or a note, no person."""
    reasons = {
        SkipReason.FOOT: _("a total or a note, no person"),
        SkipReason.HEADING_AGAIN: _("the header once more"),
        SkipReason.EXAMPLE: _("an example, no person"),
        SkipReason.SECTION: _("a line over the people that follow"),
        SkipReason.CONTINUED: _("a further line of the person above"),
        SkipReason.NOTHING_READ: _("nothing in the columns that are read"),
    }
    text = row.text if len(row.text) <= _LONGEST else row.text[: _LONGEST - 1] + "…"
    return _("{address} “{text}”: {what}").format(address=row.address, text=text, what=reasons[row.reason])


def what_is_wrong(problem: Problem) -> str:
    """What is wrong with a cell, without its address, and the remedy."""
    return _what(problem)


def _what(problem: Problem) -> str:
    texts = {
        CellProblem.NAME_MISSING: _("no name; add one, or leave the row out"),
        CellProblem.NAME_ODD: _("hardly a name; check it"),
        CellProblem.NAME_SEVERAL: _("{hint} people in one cell; give each a row"),
        CellProblem.NAME_REMARK: _("“{hint}” behind the name goes into the note"),
        CellProblem.PHONE_MISSING: _("no phone number; add one when it is known"),
        CellProblem.PHONE_LENGTH: _("{hint} digits, a mobile number has 11; check it"),
        CellProblem.PHONE_ODD: _("not a phone number; check it"),
        CellProblem.PHONE_SEVERAL: _("several numbers; {hint} is taken"),
        CellProblem.PHONE_TWICE: _("the same number as {hint}; check it"),
        CellProblem.ID_NUMBER_LENGTH: _("an ID number has 18 characters, this one {hint}; it is not stored"),
        CellProblem.ID_NUMBER_ODD: _("“{hint}” belongs to no ID number; it is not stored"),
        CellProblem.ID_NUMBER_CHECKSUM: _("the ID number's last character does not fit; it is not stored"),
        CellProblem.YES_NO_ODD: _("neither yes nor no; write 是 or 否"),
        CellProblem.GENDER_ODD: _("neither a man nor a woman; write 男 or 女"),
        CellProblem.DATE_ODD: _("no full date; write it as 2020-04-06"),
        CellProblem.LEFT_BEFORE_JOINED: _("the last day is before the first, {hint}; check both"),
        CellProblem.FORMULA_EMPTY: _("a formula without a result; open the file, save it and read it again"),
        CellProblem.REPEATED_IN_FILE: _("the same person as in row {hint}; taken once"),
        CellProblem.AMBIGUOUS: _("could be any of {hint} people of this name; add a phone number or the affiliation"),
        CellProblem.NAMESAKE: _("the name is known with {hint}; taken for another person, check it"),
        CellProblem.NEAR_NAME: _("close to {hint}; check whether it is the same person"),
    }
    return texts[problem.code].format(hint=problem.hint)
