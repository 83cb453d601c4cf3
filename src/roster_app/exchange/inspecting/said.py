"""What one cell of a person's row says of a day: hours, marks, parts of the day, codes; several at once too."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from roster_app.domain.inspected import EntryVerdict, QuestionKind
from roster_app.exchange.cells import is_error
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.shift_words import (
    Mark,
    ShiftMeaning,
    is_away,
    is_part_of_day,
    is_shift_word,
    mark_of,
    plain_word,
)

_BETWEEN = re.compile(r"[、,，;；┋|\n&+]+|(?<=[一-鿿])\s+(?=[一-鿿])")
_LONGEST_CODE = 6
_VERDICTS = {Mark.YES: EntryVerdict.OK, Mark.ALWAYS: EntryVerdict.OK, Mark.NO: EntryVerdict.OFF}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said: minutes from midnight where hours are told; `question` is what has to be asked of it."""

    verdict: EntryVerdict
    shift: str = ""
    start: int | None = None
    end: int | None = None
    question: QuestionKind | None = None
    mark: bool = False
    """Whether it is a mark, which takes its shift and hours from the headings."""


def said_of_day(text: str, legend: Mapping[str, ShiftMeaning], codes: Collection[str] = ()) -> tuple[Said, ...]:
    """Everything the cell says; nothing where it is blank or a dash. `codes` are marks that are codes in this sheet."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split(" ")).strip()
    if not plain or plain in ("-", "--", "—", "——", "/", "\\", ".", "。"):
        return ()
    if is_error(plain):
        return (Said(EntryVerdict.WRONG, question=QuestionKind.CELL_ODD),)
    pieces = [piece.strip() for piece in _BETWEEN.split(plain) if piece.strip()]
    several = [_one(piece, legend, codes) for piece in pieces] if len(pieces) > 1 else []
    if several and all(said is not None and said.question is not QuestionKind.CELL_ODD for said in several):
        return tuple(said for said in several if said)
    whole = _one(plain, legend, codes)
    return (whole or Said(EntryVerdict.ASK, plain[:20], question=QuestionKind.CELL_ODD),)


def codes_among_marks(texts: Iterable[str]) -> frozenset[str]:
    """Marks that are codes here, as others of their kind that are none stand beside them: N beside D, 1 beside 2."""
    words = {plain_word(text) for text in texts if len(text) <= _LONGEST_CODE}
    letters = {word for word in words if re.fullmatch("[a-z]", word)}
    digits = {word for word in words if word.isdecimal() and len(word) <= 2}
    found = letters if letters - set("ynxo") and not {"y", "n"} <= letters else set()
    return frozenset(found | (digits if digits - {"0", "1"} else set()))


def _one(text: str, legend: Mapping[str, ShiftMeaning], codes: Collection[str]) -> Said | None:
    word = plain_word(text)
    mark = None if word in codes else mark_of(text)
    meaning = legend.get(word)
    if meaning and (mark is None or word.isalnum() or meaning.start is not None):
        verdict = EntryVerdict.OFF if meaning.away else EntryVerdict.OK
        unknown = meaning.start is None and not meaning.away
        question = QuestionKind.SHIFT_HOURS if unknown else None
        return Said(verdict, text, meaning.start, meaning.end, question)
    if mark:
        return _of_mark(mark, text)
    if hours := hours_in(text):
        return _of_hours(hours.start, hours.end, hours.rest)
    if is_away(text) and word not in codes:
        return Said(EntryVerdict.OFF, text)
    return _of_word(text)


def _of_mark(mark: Mark, text: str) -> Said:
    if mark is Mark.PERHAPS:
        return Said(EntryVerdict.ASK, question=QuestionKind.PERHAPS, mark=True)
    if mark is Mark.ALWAYS:
        return Said(EntryVerdict.OK, text, 0, 1440, mark=True)
    return Said(_VERDICTS[mark], mark=True)


def _of_hours(start: int | None, end: int | None, rest: str) -> Said:
    if mark_of(rest) is Mark.NO or re.search("不行|不可|没空|除", rest):
        return Said(EntryVerdict.ASK, rest, start, end, QuestionKind.CELL_ODD)
    shift = rest.strip("()（） ") if is_shift_word(rest.strip("()（） ")) else ""
    question = QuestionKind.HOURS_OPEN if start is None or end is None else None
    return Said(EntryVerdict.OK, shift, start, end, question)


def _of_word(text: str) -> Said | None:
    plain = re.sub(r"(?:都|均)?(?:可以?|有空|行|能)$", "", text).strip() or text
    if is_part_of_day(plain):
        return Said(EntryVerdict.OK, plain, question=QuestionKind.SHIFT_HOURS)
    if (is_shift_word(text) or len(text) <= _LONGEST_CODE) and len(text.split()) == 1:
        return Said(EntryVerdict.OK, text, question=QuestionKind.SHIFT_HOURS)
    return None
