"""A day as one cell writes it: 3月5日(周四), 2018-3-5, 3.6 周五, 21st, 6.20, 43895, 109年3月5日."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from roster_app.exchange.days.weekdays import weekday_in, weekday_of
from roster_app.exchange.grids import CellValue

ROC_BEGINS = 1911
_MONTHS = {
    word: index + 1
    for index, word in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}
_MONTH_WORD = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_NUMERALS = {sign: index for index, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_HAN_NUMBER = r"[一二三四五六七八九十廿卅〇零]{1,3}"
_ORDINAL = r"(?:st|nd|rd|th)"
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 70_000
_EPOCH = date(1899, 12, 30)
_SERIAL = re.compile("4[0-9]{4}")
"""Numbers of the days from July 2009 to 2036."""


@dataclass(frozen=True, slots=True)
class DayText:
    """What a cell says of a day, as far as it says it; `rest` is whatever else stands there."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    rest: str = ""
    weak: bool = False
    """A bare number, which may be anything unless its neighbours say otherwise."""
    swapped: bool = False
    """Month and day may also be meant the other way round: 3/8."""
    tenth: bool = False
    """A day of one digit may have lost its nought: 6.2 for 6.20."""
    minute: int | None = None
    """The time of day beside it, in minutes from midnight."""

    @property
    def full(self) -> date | None:
        """The day, where nothing lacks and there is such a day."""
        return day_or_none(self.year, self.month, self.day)


def day_or_none(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day of these numbers, where there is one in the centuries that rosters are of."""
    if year is None or month is None or day is None or not 1900 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of_value(cell: CellValue) -> DayText | None:
    """What a cell that is no text says of a day."""
    value = cell.value
    if isinstance(value, datetime):
        minute = value.hour * 60 + value.minute
        return DayText(value.year, value.month, value.day, minute=minute or None)
    if isinstance(value, date):
        return DayText(value.year, value.month, value.day)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return _day_of_number(value, cell.shown_as)


def _day_of_number(value: float, shown_as: str) -> DayText | None:
    if not abs(value) < 1e9:
        return None
    if value == int(value):
        number = int(value)
        if 1 <= number <= 31:
            return DayText(day=number, weak=True)
        if _FIRST_SERIAL <= number <= _LAST_SERIAL:
            return _of_date(_EPOCH + timedelta(days=number), weak=True)
        return _compact(str(number))
    month, hundredths = int(value), round((value - int(value)) * 100)
    if abs(value * 100 - round(value * 100)) > 1e-6 or not 1 <= month <= 12:
        return None
    if re.search(r"0\.00", shown_as) or hundredths % 10:
        return DayText(month=month, day=hundredths, weak=True) if 1 <= hundredths <= 31 else None
    return DayText(month=month, day=hundredths // 10, weak=True, tenth=hundredths <= 30)


def _of_date(day: date, weak: bool = False) -> DayText:
    return DayText(day.year, day.month, day.day, weak=weak)


@lru_cache(maxsize=1 << 14)
def day_of_text(text: str) -> DayText | None:
    """What a text says of one day; `rest` holds what else it says. Nothing where no day is told."""
    plain = " ".join(unicodedata.normalize("NFKC", text).replace("\n", " ").split())
    if not plain or len(plain) > 120:
        return None
    alone = weekday_of(plain)
    if alone is not None:
        return DayText(weekday=alone)
    if _SERIAL.fullmatch(plain):
        return _of_date(_EPOCH + timedelta(days=int(plain)), weak=True)
    weekday, without = weekday_in(plain)
    without = without.strip()
    for read in _READERS:
        found = read(without)
        if found:
            said, start, end = found
            rest = _rest(without[:start] + " " + without[end:])
            weak = said.weak and weekday is None
            return replace(said, weekday=weekday, rest=rest, weak=weak)
    return DayText(weekday=weekday, rest=_rest(without)) if weekday is not None else None


def _rest(text: str) -> str:
    return re.sub(r"[(\[【]\s*[)\]】]", " ", text).strip(" ,，、;；:：-—~_/|.。\\").strip()


Found = tuple[DayText, int, int]


def _by(pattern: str, *names: str, **marks: bool) -> "Callable[[str], Found | None]":
    compiled = re.compile(pattern, re.IGNORECASE)

    def read(text: str) -> Found | None:
        for found in compiled.finditer(text):
            said = _said(dict(zip(names, found.groups(), strict=True)), **marks)
            if said:
                return said, found.start(), found.end()
        return None

    return read


def _said(parts: dict[str, str | None], weak: bool = False, swap: bool = False) -> DayText | None:
    year = _year(parts.get("y"), roc=bool(parts.get("roc")))
    month, day = _number(parts.get("m")), _number(parts.get("d"))
    if parts.get("month"):
        month = _MONTHS[str(parts["month"]).casefold()[:3]]
    if swap and month and day and month > 12 >= day:
        month, day, swap = day, month, False
    if (month is not None and not 1 <= month <= 12) or day is None or not 1 <= day <= 31:
        return None
    one_digit = bool(parts.get("tenth")) and len(str(parts["d"])) == 1 and day <= 3
    return DayText(year, month, day, weak=weak, swapped=swap and day <= 12 and month != day, tenth=one_digit)


def _year(text: str | None, roc: bool) -> int | None:
    if not text:
        return None
    number = _number(text)
    if number is None or number >= 1000:
        return number
    return number + ROC_BEGINS if roc or number >= 100 else number + 2000


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if len(text) == 4 and all(sign in _NUMERALS for sign in text):
        return int("".join(str(_NUMERALS[sign]) for sign in text))
    return _han_number(text)


def _han_number(text: str) -> int | None:
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    if not ten:
        return _NUMERALS.get(text)
    if (tens and tens not in _NUMERALS) or (ones and ones not in _NUMERALS):
        return None
    return (_NUMERALS[tens] if tens else 1) * 10 + (_NUMERALS[ones] if ones else 0)


def _compact(text: str) -> DayText | None:
    found = re.fullmatch(r"(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", text)
    return DayText(int(found[1]), int(found[2]), int(found[3])) if found else None


_READERS = (
    _by(
        rf"(民[国國])?\s*(?<!\d)(\d{{2,4}}|[二一][〇零一二三四五六七八九]{{3}})\s*年\s*(\d{{1,2}}|{_HAN_NUMBER})\s*月\s*"
        rf"(\d{{1,2}}|{_HAN_NUMBER})(?!\d)\s*[日号號]?",
        "roc",
        "y",
        "m",
        "d",
    ),
    _by(r"(?<!\d)(20\d{2}|19\d{2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)(?:\s*[日号T])?", "y", "sign", "m", "d"),
    _by(r"(?<!\d)(1[01]\d)\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)", "y", "sign", "m", "d"),
    _by(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)", "y", "m", "d"),
    _by(r"(?<!\d)(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(20\d{2})(?!\d)", "m", "sign", "d", "y", swap=True),
    _by(r"(?<!\d)(2\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)", "y", "sign", "m", "d"),
    _by(r"(?<!\d)(\d{1,2})(/)(\d{1,2})/(\d{2})(?!\d)", "m", "sign", "d", "y", swap=True),
    _by(rf"(?<!\d)(\d{{1,2}}|{_HAN_NUMBER})\s*月(?:份)?\s*(\d{{1,2}}|{_HAN_NUMBER})(?!\d)\s*[日号號]?", "m", "d"),
    _by(rf"\b{_MONTH_WORD}\b\.?\s*(\d{{1,2}}){_ORDINAL}?(?!\d)(?:\s*,?\s*(20\d{{2}}))?", "month", "d", "y"),
    _by(
        rf"(?<!\d)(\d{{1,2}}){_ORDINAL}?(?:\s+of)?[\s\-]*{_MONTH_WORD}\b\.?(?:[\s,\-]*(20\d{{2}}|\d{{2}}(?!\d)))?",
        "d",
        "month",
        "y",
    ),
    _by(r"(?<![\d:.])(\d{1,2})/(\d{1,2})(?![\d:/])", "m", "d", swap=True),
    _by(r"(?<![\d:.-])(\d{1,2})(\.)(\d{1,2})(?![\d:.-])\s*[日号]?", "m", "tenth", "d", weak=True),
    _by(r"^(\d{1,2})-(\d{1,2})$", "m", "d", weak=True),
    _by(rf"(?<!\d)(\d{{1,2}})\s*(?:[日号號]|{_ORDINAL}\b)", "d"),
    _by(r"^(\d{1,2})$", "d", weak=True),
)
