"""Numbers in chains: spoken ones (十二, 两), and the number an entry begins with in any hand."""

import re

from roster_app.exchange.chain.plain import HAN

HAN_DIGITS = "零〇一二两三四五六七八九十廿"
_VALUES = {c: v for v, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNIT = "月日号点时栋幢座楼单室人名个年分班组卡门岗期天次车岁周"
_STRONG = re.compile(r"\s*(?:[(\[【]\s*(\d{1,4})\s*[)\]】]|(\d{1,4})\s*[.、),。:;](?!\d))")
_HAN = re.compile(r"\s*\(?([一二三四五六七八九十]{1,3})\)?\s*(?:[、.,)](?!\d)|(?<=\)))")
_WEAK = (
    re.compile(r"\s*(\d{1,3})\s*[.、),。:](?=\d)"),
    re.compile(r"\s*(\d{1,3})\s+(?=\D)(?!-)"),
    re.compile(rf"\s*(\d{{1,3}})-*(?=[{HAN}A-Za-z@])(?![{_UNIT}]|[ap]m)", re.IGNORECASE),
)
_ALONE = re.compile(r"\s*(\d{1,3})\s*")
_SHARP = re.compile(r"\s*(?:#|no\.?)\s*(\d{1,3})\s*[.、),。:]?\s*", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?<![\d.\-/年月])(?<!\d:)(?:\((\d{1,5})\)|(\d{1,5})\s?[.、)。](?=\s*[^\d\s.、)]))|(?<=\s)(\d{1,5})[.、](?=\d{1,4}-\d)"
)
"""A number inside a line, and one before a room."""


def number_of(text: str) -> int:
    """A number up to 99 in digits or in characters; raises ValueError where it is none."""
    if text.isdecimal():
        return int(text)
    if not text or set(text) - set(HAN_DIGITS):
        raise ValueError(text)
    tens, ten, ones = text.replace("廿", "二十").partition("十")
    if not ten:
        return int("".join(str(_VALUES[c]) for c in text))
    return (_VALUES[tens] if len(tens) == 1 else 1) * 10 + (_VALUES[ones] if len(ones) == 1 else 0)


def leading_number(text: str, expected: int) -> tuple[int, str] | None:
    """The number an entry begins with and what follows it.

    1. 2、 3) 4） 5． （5） count wherever they stand; `6 陶安`, `1张伟`, `1.295-909` and 七、 only as the next number.
    """
    for pattern in (_STRONG, _SHARP):
        if found := pattern.match(text):
            number = int(next(filter(None, found.groups())))
            return (number, text[found.end() :]) if number <= 999 or number == expected else None
    if (found := _HAN.match(text)) and number_of(found[1]) == expected:
        return expected, text[found.end() :]
    if (found := _ALONE.fullmatch(text)) and int(found[1]) == expected:
        return expected, ""
    for pattern in _WEAK:
        if (found := pattern.match(text)) and int(found[1]) == expected:
            return expected, text[found.end() :]
    return None


def inner_number(text: str, number: int) -> tuple[str, str] | None:
    """The text before and after an entry number that stands inside a line."""
    wanted = str(number)
    for found in _INSIDE.finditer(text):
        if wanted in found.groups():
            return text[: found.start()], text[found.end() :]
    return None
