"""Codes of duties for a table of people and days: shift, place and post in a few signs, with what they mean."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftTypeId
from roster_app.domain.roster import Duty, DutyPlan
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, minute_of

SEPARATOR = "/"
"""Between two codes in one cell."""

_BETWEEN = re.compile(r"[\s/、,，;；|\n]+")


@dataclass(frozen=True, slots=True, order=True)
class CodeMeaning:
    """What one code says; `minutes` from the midnight of the shift's day, where the seat takes a part of it."""

    checkpoint_id: CheckpointId
    shift_type_id: ShiftTypeId
    post_id: PostId
    minutes: tuple[int, int] | None = None


@dataclass(frozen=True)
class DutyCodes:
    """The codes of one plan. Duties that differ in nothing but their seat share one."""

    of_duty: Mapping[DutyId, str]
    meanings: Mapping[str, CodeMeaning]
    """Each code's meaning, in the order of places, shifts and posts."""


def duty_codes(plan: DutyPlan, directory: Directory) -> DutyCodes:
    """早A1: the shift's own code, a letter where there are several checkpoints, a number where several posts.

    A seat wanted for a part of its shift alone says so: 早A1(0800-1200).
    """
    meaning_of = {duty.id: _meaning(plan, duty) for duty in plan.duties}
    ordered = sorted(set(meaning_of.values()), key=lambda m: _rank(m, directory))
    words = _words(ordered, directory)
    return DutyCodes({d: words[m] for d, m in meaning_of.items()}, {words[m]: m for m in ordered})


def codes_in(text: str) -> tuple[str, ...]:
    """The codes of a cell, each in the form by which codes are compared."""
    return tuple(key for part in _BETWEEN.split(text) if (key := code_key(part)))


def code_key(code: str) -> str:
    """What two spellings of a code share: full-width signs, blanks and small letters do not matter."""
    return "".join(unicodedata.normalize("NFKC", code).split()).casefold()


def _meaning(plan: DutyPlan, duty: Duty) -> CodeMeaning:
    shift = plan.shift[duty.shift_id]
    part = None if duty.span == shift.span else _minutes(duty.span, shift.day)
    return CodeMeaning(shift.checkpoint_id, shift.shift_type_id, duty.post_id, part)


def _minutes(span: Span, day: date) -> tuple[int, int]:
    return minute_of(span.start, day), minute_of(span.end, day)


def _rank(meaning: CodeMeaning, directory: Directory) -> tuple[object, ...]:
    places = {c.id: n for n, c in enumerate(directory.checkpoints_in_order)}
    shift = directory.shift_type[meaning.shift_type_id]
    post = directory.post[meaning.post_id]
    place = places[meaning.checkpoint_id]
    return place, shift.start, shift.id, not post.leads, post.order, post.id, meaning.minutes or (0, 0)


def _words(meanings: list[CodeMeaning], directory: Directory) -> dict[CodeMeaning, str]:
    """Each meaning's code; with dashes, and at last with numbers, where they would not be told apart."""
    for dash in ("", "-"):
        words = {m: _word(m, meanings, directory, dash) for m in meanings}
        if len({code_key(word) for word in words.values()}) == len(words):
            return words
    return {m: f"{word}#{number}" for number, (m, word) in enumerate(words.items(), start=1)}


def _word(meaning: CodeMeaning, meanings: Iterable[CodeMeaning], directory: Directory, dash: str) -> str:
    everything = list(meanings)
    places = list(dict.fromkeys(m.checkpoint_id for m in everything))
    posts = list(dict.fromkeys(m.post_id for m in everything if m.checkpoint_id == meaning.checkpoint_id))
    parts = [_shift_word(meaning.shift_type_id, everything, directory)]
    if len(places) > 1:
        parts.append(_letters(places.index(meaning.checkpoint_id)))
    if len(posts) > 1:
        parts.append(str(sorted(posts, key=lambda p: _post_rank(p, directory)).index(meaning.post_id) + 1))
    return dash.join(parts) + _part(meaning)


def _post_rank(post_id: PostId, directory: Directory) -> tuple[object, ...]:
    post = directory.post[post_id]
    return not post.leads, post.order, post.id


def _shift_word(shift_type_id: ShiftTypeId, meanings: Iterable[CodeMeaning], directory: Directory) -> str:
    """The code of the shift type, or its name where another one on the sheet has the same code."""
    types = {m.shift_type_id for m in meanings}
    counts = Counter(code_key(directory.shift_type[t].code) for t in types)
    shift_type = directory.shift_type[shift_type_id]
    unique = shift_type.code.strip() and counts[code_key(shift_type.code)] == 1
    return _BETWEEN.sub("", shift_type.code if unique else shift_type.name)


def _letters(number: int) -> str:
    """A, B, … Z, AA, … for numbers from 0."""
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _part(meaning: CodeMeaning) -> str:
    if meaning.minutes is None:
        return ""
    start, end = (f"{minute // 60:02}{minute % 60:02}" for minute in meaning.minutes)
    return f"({start}-{end})"
