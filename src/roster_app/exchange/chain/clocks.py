"""Spoken hours in chains: 8:00-12:00, 7.50-9.20, 早六点半到九点半, 22点到次日6点, 晚10点-早6点, 8am-12pm."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from roster_app.domain.timespan import DAY_MINUTES
from roster_app.exchange.chain.numbers import HAN_DIGITS, number_of
from roster_app.exchange.chain.rest import Rest

NOON = DAY_MINUTES // 2

_EARLY = "凌晨|清晨|清早|早晨|早上|上午|早"
_NOON = "中午|正午|午"
_LATE = "下午|午后|傍晚"
_EVENING = "晚上|晚间|当晚|晚"
_NIGHT = "深夜|夜里|夜间|半夜|午夜|夜"
_PART = f"(?:{_EARLY}|{_LATE}|{_NOON}|{_EVENING}|{_NIGHT})?"
_NEXT = "(?:次日|第二天|翌日|隔天|明天|明(?=[早晨凌])|当天|同日)?"
_N = rf"(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})"


def _one_end(which: int) -> str:
    """The pattern of one end; its groups are numbered, as a range has two."""
    return (
        rf"(?P<part{which}>{_NEXT if which == 2 else ''}{_PART})\s*(?:"
        rf"(?P<hour{which}>{_N})\s*[点时](?!间|段)"
        rf"\s*(?:(?P<half{which}>半|整|一刻|三刻)|(?P<spoken{which}>{_N})(?:分|(?![\d{HAN_DIGITS}号栋幢座单楼个人位名月日门岗])))?钟?"
        rf"|(?P<h{which}>[01]?\d|2[0-4])\s*[:.]\s*(?P<m{which}>[0-5]\d)(?!\d)(?!\s*[ap]m)"
        rf"|(?P<four{which}>(?:[01]\d|2[0-4])[0-5]\d)(?=\D|$)"
        rf"|(?P<en{which}>\d{{1,2}})\s*(?:[:.]\s*(?P<enm{which}>[0-5]\d))?\s*(?P<ap{which}>[ap])\.?m\b\.?"
        rf"|(?P<bare{which}>\d{{1,2}})(?![\d.:]|\s*[月号日/栋楼])"
        rf")"
    )


_TO = r"\s*(?:-+|至|到|直到|\bto\b|\buntil\b)\s*"
_RANGE = re.compile(rf"(?<![\d:./])(?<!\d-){_one_end(1)}{_TO}{_one_end(2)}(?![\d:]|-\d)", re.IGNORECASE)
_SINGLE = re.compile(
    r"(?<![\d:./])(?<!\d-)(?:\b(?:after|before|from|until|till)\s+\d{1,2}(?::\d\d)?\s*(?:[ap]m)?\b"
    rf"|{_PART}\s*(?:{_N}\s*[点时](?!间|段)(?:半|整|一刻|三刻|{_N}分?)?|(?:[01]?\d|2[0-3]):[0-5]\d)\s*(?:钟)?"
    r"(?:之?[前后]|以[前后]|开始|起)?)",
    re.IGNORECASE,
)
_SOME_HOUR = re.compile("[\\d点时]")
"""Every expression of an hour has one of these."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes from a day's midnight; `unsure` where the text may mean the other half of the day."""

    start: int
    end: int
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """One end as spoken: `minute` within its half day where `half` is unknown."""

    minute: int
    part: str = ""
    exact: bool = False
    """In digits of the 24-hour clock (8:00), or with am and pm."""
    next_day: bool = False
    bare: bool = False


def take_hours(
    rest: Rest, bare_meant: bool, known: Callable[[int, int], bool] = lambda _start, _end: False
) -> list[Hours]:
    """Take out every range of hours; a sign for the `Hours` stands there.

    `bare_meant` tells whether 8-12 without any sign of the hour is one; `known` whether some shift has just these
    minutes, which settles a range that could be of either half of the day.
    """
    found: list[Hours] = []
    if not _SOME_HOUR.search(rest.text):
        return found

    def accept(said: re.Match[str]) -> str | bool:
        one, two = _point(said, 1), _point(said, 2)
        if one is None or two is None or (_is_bare(one) and _is_bare(two) and not bare_meant):
            return False
        if said["h1"] and said["h2"] and "." in said[0] and ":" not in said[0] and _is_dates(said):
            return False
        found.append(_hours(one, two, known))
        return rest.sign(found[-1])

    rest.take(_RANGE, accept)
    return found


def take_single_hours(rest: Rest) -> list[str]:
    """Take out hours that lack the other end (8点后, after 10), as written."""
    return [said[0].strip() for said in rest.take_all(_SINGLE)] if _SOME_HOUR.search(rest.text) else []


def clock(minute: int) -> str:
    """HH:MM with +1 for the next day."""
    day, minute = divmod(minute, 24 * 60)
    return f"{minute // 60:02d}:{minute % 60:02d}" + (f"+{day}" if day else "")


def clock_text(hours: Hours) -> str:
    """08:00-12:00; +1 marks the following day."""
    return f"{clock(hours.start)}-{clock(hours.end)}"


def speaks_of_hours(text: str) -> bool:
    """Whether a heading or an example tells that hours are asked for."""
    return bool(re.search(r"[点时](?!报|交)|\d:\d\d|时段|时间|[ap]m\b", text, re.IGNORECASE))


def _is_bare(point: _Point) -> bool:
    return point.bare and not point.part and not point.next_day


def _is_dates(said: re.Match[str]) -> bool:
    """4.10-4.12 are days, 7.50-9.20 are hours."""
    month, day, other, last = (int(said[name]) for name in ("h1", "m1", "h2", "m2"))
    if not (1 <= month <= 12 and 1 <= other <= 12 and 1 <= day <= 31 and 1 <= last <= 31):
        return False
    return (month == other and day < last) or (other - month == 1 and day > last and bool(day % 5 or last % 5))


def _point(said: re.Match[str], which: int) -> _Point | None:
    part = said[f"part{which}"] or ""
    next_day = bool(re.match("次日|第二天|翌日|隔天|明", part))
    part = re.sub("^(次日|第二天|翌日|隔天|明天?|当天|同日)", "", part)
    hour, minute, exact, bare = _numbers(said, which)
    if hour is None or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if said[f"ap{which}"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if said[f"ap{which}"].lower() == "p" else 0)
    return _Point(hour * 60 + minute, part, exact or hour > 12 or hour == 0, next_day, bare)


def _numbers(said: re.Match[str], which: int) -> tuple[int | None, int, bool, bool]:
    if (text := said[f"hour{which}"]) is not None:
        return _or_none(text), _spoken_minutes(said, which), False, False
    if (text := said[f"h{which}"]) is not None:
        exact = ":" in said[0]
        return int(text), int(said[f"m{which}"]), exact, False
    if (text := said[f"four{which}"]) is not None:
        return int(text[:2]), int(text[2:]), True, False
    if (text := said[f"en{which}"]) is not None:
        return int(text), int(said[f"enm{which}"] or 0), True, False
    return int(said[f"bare{which}"]), 0, False, True


def _or_none(text: str) -> int | None:
    try:
        return number_of(text)
    except ValueError:
        return None


def _spoken_minutes(said: re.Match[str], which: int) -> int:
    half = {"半": 30, "一刻": 15, "三刻": 45}.get(said[f"half{which}"] or "", 0)
    spoken = said[f"spoken{which}"]
    return half or (_or_none(spoken) or 0 if spoken else 0)


def _hours(one: _Point, two: _Point, known: Callable[[int, int], bool]) -> Hours:
    start = _in_its_part(one)
    if start >= DAY_MINUTES:
        start -= DAY_MINUTES
    end, unsure = _end(one, two, start)
    loose = not (one.part or two.part or one.exact or two.exact)
    if loose and not known(start, end):
        later = (start + NOON, end + NOON)
        if known(*later):
            return Hours(*later)
        unsure = unsure or (0 < start < 6 * 60 and end <= NOON)
    return Hours(start, end, unsure and not known(start, end))


def _end(one: _Point, two: _Point, start: int) -> tuple[int, bool]:
    """The last minute, on a following day where it must be, and whether that is unsure."""
    end = _in_its_part(two)
    if two.next_day:
        return end % DAY_MINUTES + DAY_MINUTES, False
    if two.part or (two.exact and two.minute >= NOON):
        return (end if end > start else end + DAY_MINUTES), False
    if end > start:
        return end, False
    later = end + NOON
    if later > start and (one.part or not two.exact):
        return later, False
    unsure = two.exact and one.exact and start < NOON and later > start and later - start <= NOON
    return end + DAY_MINUTES, unsure


def _in_its_part(point: _Point) -> int:
    """The minute of the day under the part of day spoken before it; of a night's small hours, of the next day."""
    minute, part = point.minute, point.part
    if not part or minute > NOON + 59:
        return minute
    if re.fullmatch(_EARLY, part):
        return minute - NOON if part == "凌晨" and minute >= NOON else minute
    if re.fullmatch(_LATE, part):
        return minute if minute >= NOON else minute + NOON
    if re.fullmatch(_NOON, part):
        return minute + NOON if minute < 3 * 60 else minute
    if minute >= NOON:
        return minute + NOON
    return minute + NOON if minute >= 5 * 60 else minute + DAY_MINUTES
