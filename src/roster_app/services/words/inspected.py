"""Sentences for what an inspection asks."""

from datetime import date

from roster_app.domain.inspected import LayoutKind, Question, QuestionKind
from roster_app.domain.lists import CellProblem, Problem, Verdict
from roster_app.i18n import _
from roster_app.services.words.imports import what_is_wrong
from roster_app.services.words.times import day_words


def sentence_of_question(question: Question) -> str:
    """What has to be answered, with its remedy, without the cell's address."""
    if question.kind is QuestionKind.LIST_CELL:
        code, _blank, hint = question.hint.partition(" ")
        problem = Problem(question.cell, question.text, CellProblem(code), Verdict.DOUBTFUL, hint)
        return _("“{text}”: {what}").format(text=question.text, what=what_is_wrong(problem))
    return _sentences()[question.kind].format(text=question.text, hint=_hint(question))


def _hint(question: Question) -> str:
    try:
        return day_words(date.fromisoformat(question.hint))
    except ValueError:
        return question.hint


def _sentences() -> dict[QuestionKind, str]:
    return {
        QuestionKind.WEEKDAY: _("“{text}” was read as {hint}; the weekday beside it differs. Which is right?"),
        QuestionKind.YEAR: _("The year is told nowhere; {hint} was taken. Is it right?"),
        QuestionKind.MONTH: _("The month is told nowhere; the days begin with {hint}. Is it right?"),
        QuestionKind.DAY_ORDER: _("“{text}” was read as {hint}. Does the month stand first?"),
        QuestionKind.WEEK: _("Only weekdays are told; the week of {hint} was taken. Which week is meant?"),
        QuestionKind.NO_SUCH_DAY: _("“{text}” names no day. Which day is meant?"),
        QuestionKind.SHIFT_HOURS: _("The hours of “{text}” are told nowhere. When does it begin and end?"),
        QuestionKind.HOURS_OPEN: _("“{text}” leaves one end open. From when until when?"),
        QuestionKind.HOURS_OR_DAYS: _("“{text}” may be hours or days. Which is meant?"),
        QuestionKind.PERHAPS: _("“{text}” is neither yes nor no. Can this person come?"),
        QuestionKind.CELL_ODD: _("“{text}” could not be understood. What is meant?"),
        QuestionKind.NAME_ODD: _("“{text}” stands where a name is expected. Who is it?"),
        QuestionKind.NAME_MISSING: _("The row holds “{text}” and no name. Whose is it?"),
        QuestionKind.NAME_SEVERAL: _("“{text}” names {hint} people in one row. Does it count for each of them?"),
        QuestionKind.NAMES_GLUED: _("“{text}” was parted into {hint}. Is it right?"),
        QuestionKind.NAME_REMARK: _("Beside the name stands “{hint}”. Does it matter?"),
        QuestionKind.STANDS_IN: _("“{text}”: who stands in for whom?"),
        QuestionKind.NEAR_NAME: _("“{text}” and “{hint}” differ in one character. Are they the same person?"),
        QuestionKind.NOBODY: _("There are days, and nobody is named. Whose are they?"),
    }


def layout_name(kind: LayoutKind) -> str:
    """How a sheet is laid out, for people."""
    return {
        LayoutKind.VOLUNTEER_LIST: _("list of volunteers"),
        LayoutKind.ROSTER_LIST: _("roster as a list"),
        LayoutKind.ROSTER_MATRIX: _("roster of people by days"),
        LayoutKind.ROSTER_GRID: _("roster of shifts by days"),
        LayoutKind.ROSTER_STACKED: _("roster with several lines a day"),
        LayoutKind.AVAILABILITY_LIST: _("list of times people can come"),
        LayoutKind.AVAILABILITY_MATRIX: _("times people can come, people by days"),
        LayoutKind.AVAILABILITY_WIDE: _("times people can come, people by days and shifts"),
        LayoutKind.DATES: _("days without people"),
        LayoutKind.TEMPLATE: _("empty template"),
        LayoutKind.NONE: _("nothing to take in"),
    }[kind]
