"""Legends: lines beside a roster that say what its codes mean: “早”表示早班; A1=08:00-16:00; D 白班 8:00-20:00."""

import re
import unicodedata
from collections.abc import Iterable

from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.shift_words import ShiftMeaning, is_away, is_shift_word, plain_word

_QUOTED = re.compile(
    r"[“\"'‘「『”]\s*([^“”\"'‘’「」『』]{1,6}?)\s*[”\"'’」』“]\s*(?:表示|代表|是指|为|是|指|=|:|-+|—+|→)?\s*([^;；,，。\n“”\"「」]{1,30})"
)
_EQUATED = re.compile(
    r"(?<![^\s(（])([^\s\d:=,，;；。、()（）“”\"'‘’「」][^\s:=,，;；。、()（）“”\"'‘’「」]{0,5})\s*(?:=|:|：|表示|代表|为|→|—+|-(?=\D))\s*([^;；,，。\n]{1,40})"
)
_SHIFT_WITH_HOURS = re.compile(r"([A-Za-z]\d?|[^\W\d_]{1,6}?[班岗]?)\s*[(（]?\s*(?=\d{1,2}[:：.点时]|\d{4}\s*-)")
_LONGEST = 600


def legend_in(texts: Iterable[str]) -> dict[str, ShiftMeaning]:
    """Codes (as `plain_word` writes them) with their meanings, from all texts outside the body of a roster."""
    meanings: dict[str, ShiftMeaning] = {}
    for text in texts:
        plain = unicodedata.normalize("NFKC", text)
        if len(plain) <= _LONGEST:
            for code, meaning in _pairs(plain):
                meanings.setdefault(plain_word(code), meaning)
    return meanings


def _pairs(plain: str) -> Iterable[tuple[str, ShiftMeaning]]:
    for quoted in _QUOTED.finditer(plain):
        yield quoted[1], _meaning(quoted[1], quoted[2])
    for piece in re.split(r"[;；\n,，。、]|\s{2,}|\s(?=[A-Za-z]\d?\s*[=:：])", plain):
        if (found := _EQUATED.search(piece)) and _tells_a_shift(found[1], found[2]):
            yield found[1], _meaning(found[1], found[2])
        elif (hours := hours_in(piece)) and hours.sure and hours.rest and len(hours.rest) <= 12:
            words = re.split(r"[\s():：（）]+", hours.rest.strip(" ()（）:：=-"))
            for word in words:
                if word and is_shift_word(word):
                    yield word, ShiftMeaning(words[-1] or word, hours.start, hours.end)


def _tells_a_shift(code: str, meaning: str) -> bool:
    hours = hours_in(meaning)
    return bool((hours and hours.sure and (is_shift_word(code) or len(code) <= 2)) or _short_for(code, meaning))


def _short_for(code: str, meaning: str) -> bool:
    return len(code) <= 3 and (is_shift_word(meaning.strip()) or is_away(meaning)) and len(meaning.strip()) <= 8


def _meaning(code: str, said: str) -> ShiftMeaning:
    hours = hours_in(said)
    name = (hours.rest if hours else said).strip(" ()（）:：=")
    away = is_away(name) or (is_away(code) and not hours)
    return ShiftMeaning(name or code, hours.start if hours else None, hours.end if hours else None, away)
