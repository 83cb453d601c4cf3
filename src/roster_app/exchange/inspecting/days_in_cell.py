"""The days that one cell names: one, several in a list, or from one to another."""

import re
from dataclasses import replace

from roster_app.exchange.days.day_texts import DayText, day_of_text
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.spans import days_between
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.shift_words import is_shift_word, mark_of

_FEAST = re.compile("节$|假期?$|元旦|清明|除夕|初[一二三四五六]|十五|holiday|festival", re.IGNORECASE)
_DIVIDES = re.compile(r"[,，;；、┋|\n&+]")
_BETWEEN_DAYS = re.compile(r"[,，;；、┋|\n&+]+|(?<=[日号])(?=\d)|\s+(?=\d{1,2}\s*[月日号/])")


def days_in_cell(view: SheetView, row: int, column: int) -> tuple[DayText, ...]:
    """Every day a cell names: one, or several in a list of days, or from one to another."""
    one = view.day(row, column)
    text = view.text(row, column)
    value = view.value(row, column)
    if value is not None or (one is not None and len(one.rest) <= 1):
        return (one,) if one else ()
    if one is not None and one.day is not None and one.month is not None and _is_occasion(one.rest):
        return (replace(one, rest=""),)
    if one is not None and one.day is not None and _is_slot(one.rest) and not _DIVIDES.search(text):
        return (one,)
    if len(text) > 600 or not re.search(r"\d|[一二三四五六日天]|day|mon|tue|wed|thu|fri|sat|sun", text.casefold()):
        return ()
    return _several_days(text)


def _is_occasion(rest: str) -> bool:
    """Whether what stands beside a day is the name of a feast or the like: 5月1日 劳动节."""
    short = len(rest) <= 6 and not any(c.isdigit() for c in rest)
    if short and _FEAST.search(rest):
        return True
    return short and not is_shift_word(rest) and not looks_like_a_name(rest) and not mark_of(rest)


def _is_slot(rest: str) -> bool:
    """Whether what stands beside a day tells a shift or nothing."""
    told = not rest or hours_in(rest) or is_shift_word(rest) or mark_of(rest)
    return bool(told) or (len(rest) <= 12 and bool(re.search("[早中晚夜白上下]|可|都", rest)))


def _several_days(text: str) -> tuple[DayText, ...]:
    found: list[DayText] = []
    month: int | None = None
    for piece in _BETWEEN_DAYS.split(text):
        if not piece.strip():
            continue
        between = days_between(piece)
        said = day_of_text(piece.strip())
        if between and _is_slot(between[-1].rest):
            found.extend(between)
            month = between[-1].month
            continue
        if said is None or (said.weak and said.day is not None and said.month is None and month is None):
            if found and (hours_in(piece) or is_shift_word(piece.strip())):
                found.append(replace(found[-1], rest=piece.strip()))
                continue
            return ()
        rest = said.rest
        if not _is_slot(rest):
            return ()
        month = said.month or month
        found.append(replace(said, month=month, weak=False) if said.day is not None and not said.month else said)
    return tuple(found)
