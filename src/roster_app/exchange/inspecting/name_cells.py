"""Which cells name people, which say something of somebody's day, and names that stand alone."""

import re
from collections.abc import Mapping

from roster_app.domain.names import is_han, name_key
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.people_in_cells import people_in
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.shift_words import is_away, is_no_name, is_part_of_day, is_shift_word, mark_of


def known_names(
    view: SheetView, rows: "tuple[int, ...] | list[int]", columns: "Mapping[int, object] | list[int]"
) -> set[str]:
    """Keys of the names that stand alone in a cell."""
    names: set[str] = set()
    for row in list(rows)[:2000]:
        for column in columns:
            text = view.text(row, column)
            if text and len(text) <= 40:
                people = people_in(text)
                names.update(name_key(p.name) for p in people if not p.glued and (len(p.name) <= 3 or len(people) == 1))
    return names


def names_somebody(text: str) -> bool:
    """Whether the cell names people, sure by their characters."""
    people = people_in(text)
    return bool(people) and any(is_han(p.name) and (looks_like_a_name(p.name)) for p in people)


def may_be_a_name(text: str) -> bool:
    """Whether the cell of a column beside the days may be a name."""
    if mark_of(text) or is_away(text) or is_part_of_day(text) or is_no_name(text):
        return False
    people = people_in(text)
    if not people:
        return False
    name = people[0].name
    if is_han(name):
        return looks_like_a_name(name) or 2 <= len(name) <= 3
    return (len(name) >= 2 and not re.fullmatch(r"[A-Z]{1,3}\d*", name)) or len(name) >= 4


def is_said(text: str) -> bool:
    """Whether the text says something of a person's day."""
    return bool(mark_of(text) or is_away(text) or is_shift_word(text) or sure_hours(text)) or len(text) == 1


def sure_hours(text: str) -> bool:
    """Whether the cell tells hours beyond doubt."""
    hours = hours_in(text)
    return hours is not None and hours.sure
