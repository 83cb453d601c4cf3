"""Which rows the form of a rule has, by its family: a label, a field, and a line of help where it needs one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any, NamedTuple

from roster_app.domain.book import AmountLimit, Days, Entry, Fairness, Measure, MinRest, Succession, Trait, Window
from roster_app.domain.team import Directory
from roster_app.gui.team.class_field import ClassInput
from roster_app.gui.team.cycle_field import CycleInput
from roster_app.gui.team.rule_field import (
    MOST_POINTS,
    ChoiceInput,
    DayInput,
    LimitsInput,
    NumberInput,
    OptionalNumberInput,
    RuleField,
    WeightInput,
    WindowInput,
)
from roster_app.gui.team.whom_field import OrderInput, PeopleInput, WhomInput
from roster_app.gui.widgets import NumberField
from roster_app.gui.widgets.duration_field import DurationField
from roster_app.i18n import _
from roster_app.services.rule_weights import counted_in_minutes

_DAY = 1440
_LAST = ("people", "points", "points_soon")
"""What every form ends with."""


class Row(NamedTuple):
    """One row of a form."""

    label: str
    field: RuleField
    help: str = ""


def rows_of(entry: Entry, directory: Directory) -> list[Row]:
    """The rows for an entry: what it is about, its numbers, for whom, and how heavily."""
    names = [f.name for f in fields(entry)]
    told = [n for n in names if n not in _LAST and n != "most"] + [n for n in _LAST if n in names]
    return [_MAKERS[name](entry, directory) for name in sorted(told, key=_rank)]


def _rank(name: str) -> int:
    return _ORDER.index(name)


def _class_row(field: str, entry: Entry, directory: Directory) -> Row:
    labels = {
        "of": _("&Which duties"),
        "before": _("&On one day"),
        "after": _("&Not on the next day") if isinstance(entry, Succession) else _("After &which duties"),
    }
    return Row(labels[field], ClassInput(field, getattr(entry, field), directory))


def _measure(entry: Any, _directory: Directory) -> Row:
    words = {
        Measure.MINUTES: _("Hours on duty"),
        Measure.DUTIES: _("Duties"),
        Measure.DAYS: _("Days with a duty"),
        Measure.WEEKENDS: _("Weekends with a duty"),
    }
    offered = (Measure.MINUTES, Measure.DUTIES) if isinstance(entry, Fairness) else tuple(Measure)
    return Row(_("What is &counted"), ChoiceInput("measure", [(m, words[m]) for m in offered], entry.measure))


def _window(entry: Any, _directory: Directory) -> Row:
    words = {
        Window.DAY: _("A day"),
        Window.WEEK: _("A week, Monday to Sunday"),
        Window.SEVEN_DAYS: _("Any seven days in a row"),
        Window.PERIOD: _("A whole roster"),
    }
    offered = tuple(words) if isinstance(entry, AmountLimit) else (Window.WEEK, Window.SEVEN_DAYS)
    return Row(_("In which &time"), WindowInput([(w, words[w]) for w in offered], entry.window))


def _limits(entry: Any, _directory: Directory) -> Row:
    minutes = isinstance(entry, AmountLimit) and entry.measure is Measure.MINUTES
    return Row(_("&Limits"), LimitsInput(entry.least, entry.most, minutes=minutes))


def _minutes(entry: Any, _directory: Directory) -> Row:
    label = _("&Rest of at least") if isinstance(entry, MinRest) else _("&Free for at least")
    return Row(label, NumberInput("minutes", DurationField(entry.minutes, 1, 7 * _DAY)))


def _off(entry: Any, _directory: Directory) -> Row:
    choices = [(False, _("Days with such a duty")), (True, _("Days without such a duty"))]
    return Row(_("What is &counted"), ChoiceInput("off", choices, entry.off))


def _run(entry: Any, _directory: Directory) -> Row:
    return Row(_("&After days in a row"), NumberInput("run", NumberField(entry.run, 1, 60)))


def _days_off(entry: Any, _directory: Directory) -> Row:
    return Row(_("Days &off then"), NumberInput("days_off", NumberField(entry.days_off, 1, 60)))


def _crew(entry: Any, directory: Directory) -> Row:
    return Row(_("&Crew"), ChoiceInput("crew_id", [(c.id, c.name) for c in directory.crews], entry.crew_id))


def _cycle(entry: Any, directory: Directory) -> Row:
    return Row(_("C&ycle"), CycleInput(entry.cycle, directory))


def _first(entry: Any, _directory: Directory) -> Row:
    return Row(
        _("Cycle &begins on"),
        DayInput("first", entry.first),
        _("It goes on before and after. Give each crew a rule of its own that begins some days later."),
    )


def _group(entry: Any, directory: Directory) -> Row:
    return Row(_("W&ho"), PeopleInput("group", entry.group, directory))


def _by(entry: Any, _directory: Directory) -> Row:
    choices = [(Trait.GENDER, _("Gender")), (Trait.AFFILIATION, _("Affiliation"))]
    return Row(_("&Mixed by"), ChoiceInput("by", choices, entry.by))


def _in_proportion(entry: Any, _directory: Directory) -> Row:
    choices = [
        (Days.ALL_DAYS, _("All days of the roster")),
        (Days.OWN_DAYS, _("Only the days such duties fall on")),
    ]
    return Row(
        _("&Share by"),
        ChoiceInput("in_proportion", choices, entry.in_proportion),
        _("Who is free on more of these days is expected to stand more."),
    )


def _order(entry: Any, directory: Directory) -> Row:
    return Row(_("&Order"), OrderInput(entry.order, directory), _("The first in the list has the next turn."))


def _points_row(field: str, label: Callable[[], str]) -> Callable[[Any, Directory], Row]:
    def make(entry: Any, _directory: Directory) -> Row:
        number = NumberField(getattr(entry, field), 0, MOST_POINTS, unit=_("points"))
        return Row(label(), NumberInput(field, number))

    return make


def _whom(entry: Entry, directory: Directory) -> Row:
    return Row(
        _("&For whom"),
        WhomInput(entry.people, directory),
        _("For people who are named it takes the place of the same rule for everybody."),
    )


def _weight(entry: Entry, _directory: Directory) -> Row:
    each = _("A wish costs for each minute.") if counted_in_minutes(entry) else _("A wish costs each time.")
    return Row(_("&Weight"), WeightInput(entry), each)


def _soon(entry: Any, _directory: Directory) -> Row:
    number = NumberField(entry.points_soon or 960, 1, MOST_POINTS)
    return Row("", OptionalNumberInput("points_soon", _("within 48 hours {field} points"), number, entry.points_soon))


_MAKERS: dict[str, Callable[[Any, Directory], Row]] = {
    "measure": _measure,
    "of": lambda entry, directory: _class_row("of", entry, directory),
    "before": lambda entry, directory: _class_row("before", entry, directory),
    "after": lambda entry, directory: _class_row("after", entry, directory),
    "off": _off,
    "window": _window,
    "minutes": _minutes,
    "run": _run,
    "days_off": _days_off,
    "least": _limits,
    "crew_id": _crew,
    "cycle": _cycle,
    "first": _first,
    "group": _group,
    "by": _by,
    "in_proportion": _in_proportion,
    "order": _order,
    "shortage": _points_row("shortage", lambda: _("&Needed seat empty")),
    "shortage_minute": _points_row("shortage_minute", lambda: _("… and each &minute")),
    "below_wanted": _points_row("below_wanted", lambda: _("Wanted seat &empty")),
    "surplus": _points_row("surplus", lambda: _("Filled &beyond")),
    "unwanted": _points_row("unwanted", lambda: _("&Unwanted time")),
    "wanted": _points_row("wanted", lambda: _("Wanted &time, reward")),
    "people": _whom,
    "points": _weight,
    "points_soon": _soon,
}
_ORDER = tuple(_MAKERS)
