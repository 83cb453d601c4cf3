"""What a cell means: nothing, a failed formula, yes or no, words, several qualifications."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from roster_app.domain.lists import CellProblem, Verdict
from roster_app.domain.names import is_han
from roster_app.domain.people import Gender

_REMEMBERED = 1 << 13
"""Cells of one list say the same few things over and over."""
_NOTHING = frozenset(
    ["", "无", "没有", "暂无", "不详", "未填", "空", "-", "--", "—", "——", "/", "\\", "n/a", "na", "none"]
)
_ERRORS = frozenset(["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"])


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a cell; the place is known to the caller."""

    code: CellProblem
    verdict: Verdict = Verdict.DOUBTFUL
    hint: str = ""


@lru_cache(maxsize=_REMEMBERED)
def is_nothing(text: str) -> bool:
    """Whether the cell says that there is nothing to say."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in _NOTHING


def is_error(text: str) -> bool:
    """Whether a formula failed in the cell."""
    return text.strip() in _ERRORS


_YES = frozenset(["是", "可", "能", "行", "有", "对", "会", *"√✓✔☑○⭕", "o", "y", "yes", "1", "true", "ok"])
_NO = frozenset(["否", "无", "没有", *"×✗✘✕╳☒", "x", "n", "no", "0", "false", "-", "--"])


@lru_cache(maxsize=_REMEMBERED)
def read_yes_no(text: str) -> tuple[bool | None, Doubt | None]:
    """Marks and words for yes and no; an empty cell says neither."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold().strip("。.;")
    if not plain:
        return None, None
    if plain in _YES:
        return True, None
    if plain in _NO or re.search("不|否|免|勿|禁", plain):
        return False, None
    if re.match("可|能|愿|同意|会", plain):
        return True, None
    return None, Doubt(CellProblem.YES_NO_ODD)


_FEMALE = frozenset(["女", "女性", "女士", "f", "female", "woman"])
_MALE = frozenset(["男", "男性", "先生", "m", "male", "man"])


@lru_cache(maxsize=_REMEMBERED)
def read_gender(text: str) -> tuple[Gender | None, Doubt | None]:
    """男 or 女, also in English; an empty cell says neither."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    if is_nothing(plain):
        return None, None
    if plain in _FEMALE | _MALE:
        return (Gender.FEMALE if plain in _FEMALE else Gender.MALE), None
    return None, Doubt(CellProblem.GENDER_ODD)


@lru_cache(maxsize=_REMEMBERED)
def read_day(text: str) -> tuple[date | None, Doubt | None]:
    """A day with its year, as people write it; an empty cell says none, and a day without its year is in doubt."""
    from roster_app.exchange.days.day_texts import day_of_text

    if is_nothing(text):
        return None, None
    said = day_of_text(text)
    day = said.full if said is not None and not said.rest and not said.weak and not said.swapped else None
    return day, None if day else Doubt(CellProblem.DATE_ODD)


@lru_cache(maxsize=_REMEMBERED)
def read_membership(text: str) -> tuple[bool | None, Doubt | None]:
    """Whether somebody is a Party member, from 政治面貌 or a plain yes or no; candidates (预备) are not yet."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if re.fullmatch("(中共|共产)?党员(（.*）|\\(.*\\))?", plain):
        return True, None
    if re.search("预备|群众|团员|民主|无党派|入党积极|民革|民盟|民建|民进|农工|致公|九三|台盟", plain):
        return False, None
    return read_yes_no(text)


_FULL_WIDTH = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SAME_WORD = {"中共党员": "党员", "共产党员": "党员"}


@lru_cache(maxsize=_REMEMBERED)
def read_words(text: str) -> str | None:
    """A text in its normal form, punctuation as written; nothing where it says nothing."""
    words = " ".join(text.translate(_FULL_WIDTH).replace("\u200b", "").replace("\ufeff", "").split())
    words = words.replace(" ", "") if is_han(words.replace(" ", "")) else words
    return None if is_nothing(words) or is_error(words) else words


@lru_cache(maxsize=_REMEMBERED)
def read_qualifications(text: str) -> tuple[str, ...] | None:
    """The qualifications of a cell, divided by 、 , / ; + or a line break, and between Chinese words by a blank."""
    found: list[str] = []
    for part in re.split(r"[、,，/;；|+＋\n]", text):
        blanks = is_han("".join(part.split()))
        found.extend(word for piece in (part.split() if blanks else [part]) if (word := read_words(piece)))
    return tuple(dict.fromkeys(_SAME_WORD.get(word, word) for word in found)) or None
