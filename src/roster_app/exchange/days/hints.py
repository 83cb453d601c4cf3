"""What titles, sheet and file names tell of the days below: 2025年3月21日至2025年4月20日, 2020年3月, 4月6日—12日."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from roster_app.exchange.days.day_texts import DayText, day_of_text, day_or_none

_JOIN = r"\s*(?:至|到|to|until|through|-+|–|—+|―|~|～)\s*"
_DAY = (
    r"(?:(?:民[国國])?(?:\d{2,4}|二[〇零一二三四五六七八九]{3})\s*年\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]?"
    r"|(?:20\d{2}\s*[-/.]\s*)\d{1,2}\s*[-/.]\s*\d{1,2}|(?<![\d.])\d{1,2}[./]\d{1,2}(?![\d.])"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?\s+)[A-Za-z]{3,9}\.?,?(?:\s+20\d{2})?"
    r"|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:\s*,?\s*20\d{2})?"
)
_WEEKDAY = r"(?:\s*[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?)?"
_RANGE = re.compile(
    rf"({_DAY}){_WEEKDAY}{_JOIN}({_DAY}|\d{{1,2}}(?:st|nd|rd|th)?\s*[日号]?(?![\d:点时]))", re.IGNORECASE
)
_ONE_DAY = re.compile(rf"({_DAY})", re.IGNORECASE)
_DAYS_THEN_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{_JOIN}(\d{{1,2}})(?:st|nd|rd|th)?\s+([A-Za-z]{{3,9}})\.?,?(?:\s+(20\d{{2}}))?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:(民[国國])?\s*(?<!\d)(\d{2,4}|二[〇零一二三四五六七八九]{3})\s*(?:年度?|[-/.])\s*)?"
    r"(?<!\d)(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月"
)
_YEAR_AND_MONTH = re.compile(r"(?<!\d)(20\d{2})\s*[-/._ ]?\s*(1[0-2]|0?[1-9])(?!\d)")
_ENGLISH = re.compile(
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?[\s,\-_']*(20\d{2})?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)|(?:民[国國])?\s*(?<!\d)(1[01]\d)\s*年")
_NEAR = timedelta(days=270)
_OF_PAPERS = re.compile("制表|制作|打印|填报|填表日|发布|更新|印发|通知|created|printed|updated|issued", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the days before they are read; a month may come without its year."""

    year: int | None = None
    month: int | None = None
    first: date | None = None
    last: date | None = None

    def or_else(self, other: "Hints") -> "Hints":
        """What the other knows beyond this."""
        if self.first or (other.first and self.month in (None, other.first.month) and self.year in (
            None, other.first.year)):  # fmt: skip
            first, last = (self.first, self.last) if self.first else (other.first, other.last)
        else:
            first = last = None
        return Hints(self.year or other.year, self.month or other.month, first, last)


def hints_in(texts: Iterable[str | date], on: date) -> Hints:
    """What the texts tell together, the earlier first; a range without a year is taken nearest to `on`."""
    hints = Hints()
    for text in texts:
        hints = hints.or_else(_of_date(text) if isinstance(text, date) else _of_text(text, hints, on))
    return hints


def _of_date(day: date) -> Hints:
    return Hints(day.year, day.month)


def _of_text(text: str, known: Hints, on: date) -> Hints:
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if not plain or len(plain) > 300 or _OF_PAPERS.search(plain):
        return Hints()
    year, month = _year_and_month(plain)
    span = _range(plain, year or known.year, on)
    if span:
        return Hints(year, span[0].month, *span) if year else Hints(None, span[0].month, *span)
    return Hints(year, month, *_single(plain, year or known.year, on))


def _single(plain: str, year: int | None, on: date) -> tuple[date | None, date | None]:
    found = _ONE_DAY.search(plain)
    said = day_of_text(found[1]) if found else None
    if said is None or said.month is None or said.day is None:
        return None, None
    day = day_or_none(said.year or year, said.month, said.day) or nearest(said.month, said.day, on)
    return day, day


def _range(plain: str, year: int | None, on: date) -> tuple[date, date] | None:
    if found := _DAYS_THEN_MONTH.search(plain):
        tail = f" {found[3]} {found[4] or ''}".rstrip()
        first, last = day_of_text(found[1] + tail), day_of_text(found[2] + tail)
    elif found := _RANGE.search(plain):
        first, last = day_of_text(found[1]), day_of_text(found[2])
    else:
        return None
    if first is None or last is None or first.month is None or first.day is None or last.day is None:
        return None
    return _filled(first, last, year, on)


def _filled(first: DayText, last: DayText, year: int | None, on: date) -> tuple[date, date] | None:
    year = first.year or last.year or year
    month, day = first.month, first.day
    if month is None or day is None or last.day is None:
        return None
    start = day_or_none(year, month, day) or nearest(month, day, on)
    if start is None:
        return None
    if first.year is None and last.year is not None and last.month is not None and last.month < month:
        start = day_or_none(start.year - 1, month, day) or start
    end = day_or_none(last.year or start.year, last.month or month, last.day)
    if end is not None and end < start:
        end = day_or_none(start.year + 1, last.month or month, last.day)
    return (start, end) if end and end - start <= timedelta(days=400) else None


def nearest(month: int, day: int, on: date) -> date | None:
    """The day of this month and number in the year of `on`, or in the next to it where that is far nearer."""
    days = [found for year in (on.year, on.year - 1, on.year + 1) if (found := day_or_none(year, month, day))]
    if days and days[0].year == on.year and abs(days[0] - on) <= _NEAR:
        return days[0]
    return min(days, key=lambda found: abs(found - on), default=None)


def _year_and_month(plain: str) -> tuple[int | None, int | None]:
    if found := _MONTH.search(plain):
        said = day_of_text(f"{found[1] or ''}{found[2]}年{found[3]}月1日" if found[2] else f"{found[3]}月1日")
        if said:
            return said.year or _year(plain), said.month
    if found := _YEAR_AND_MONTH.search(plain):
        return int(found[1]), int(found[2])
    for found in _ENGLISH.finditer(plain):
        said = day_of_text(f"1 {found[1]}")
        if said and (found[1].casefold() != "may" or found[2] or plain.casefold().strip() == "may"):
            return int(found[2]) if found[2] else _year(plain), said.month
    return _year(plain), None


def _year(plain: str) -> int | None:
    found = _YEAR.search(plain)
    if not found:
        return None
    return int(found[1]) if found[1] else int(found[2]) + 1911
