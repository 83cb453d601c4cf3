"""Hours as people write them: 08：00—12：00, 8-12, 0600-1400, 晚10点-早6点, 14点后, 9am–5pm, 22:00-次日6:00."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

DAY = 1440
_HAN = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_HAN |= {"十一": 11, "十二": 12}
_HALF = {"半": 30, "一刻": 15, "三刻": 45, "整": 0}
_EVENING = re.compile("晚上?|下午|傍晚|夜里|夜")
_POINT = (
    r"(?:(次日|第二天|翌日|隔天|明早)\s*)?((?:凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里|夜)?)\s*"
    r"(?:(\d{1,2})\s*(?::|\.|点钟|点|时|[hH])\s*(\d{2}|半|一刻|三刻|整)?(?:分)?|"
    r"([零一二两三四五六七八九十]{1,2})\s*[点时]钟?(半|一刻|三刻|整)?|(\d{2})(\d{2})(?!\d)|(\d{1,2}))"
    r"(?::00)?\s*([ap]\.?m\.?)?(\s*(?:\(?(?:次日|第二天|翌日|\+1)\)?))?"
)
_RANGE = re.compile(
    rf"(?<![\d.:/])(?<!\d-){_POINT}\s*(?:-+|–|—+|―|~|～|至|到|to)\s*{_POINT}(?![\d:/]|[-.]\d)", re.IGNORECASE
)
_AFTER = re.compile(rf"(?<![\d.:/])(?<!\d-){_POINT}\s*(?:以后|之后|后|起|onwards)", re.IGNORECASE)
_UNTIL = re.compile(rf"(?<![\d.:/])(?<!\d-){_POINT}\s*(?:以前|之前|前|止)", re.IGNORECASE)
_SINGLE = re.compile(rf"{_POINT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes from the day's midnight, past 1440 on the next day; one end may be open."""

    start: int | None
    end: int | None
    rest: str = ""
    """What else the text says."""
    sure: bool = True
    """Whether it can only be hours: 8-12 may be days."""


@lru_cache(maxsize=1 << 14)
def hours_in(text: str) -> Hours | None:
    """The hours that the text names, or nothing."""
    if not any(sign.isdigit() or sign in _HAN for sign in text):
        return None
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if len(plain) > 120:
        return None
    if found := _RANGE.search(plain):
        return _range(plain, found)
    if (found := _AFTER.search(plain)) and (point := _point(found.groups())) and point[1]:
        return Hours(point[0], None, _rest(plain, found))
    if (found := _UNTIL.search(plain)) and (point := _point(found.groups())) and point[1]:
        return Hours(None, point[0], _rest(plain, found))
    return None


def clock_of(text: str) -> int | None:
    """The one time of day that is all the text says, in minutes."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if re.fullmatch(r"([01]?\d|2[0-4]):[0-5]\d:00", plain):
        plain = plain[:-3]
    found = _SINGLE.fullmatch(plain)
    point = _point(found.groups()) if found else None
    return point[0] if point and point[1] else None


def _range(plain: str, found: "re.Match[str]") -> Hours | None:
    half = len(found.groups()) // 2
    first, last = _point(found.groups()[:half]), _point(found.groups()[half:])
    if first is None or last is None:
        return None
    start, end = first[0], last[0]
    half_said = (found.groups()[-2] or "").casefold()
    if not last[2] and not last[3] and _EVENING.fullmatch(found.groups()[1] or "") and end <= DAY // 2 < start:
        end += DAY // 2 if end + DAY // 2 > start else 0
    if half_said.startswith("p") and not first[3] and start + DAY // 2 < end:
        start += DAY // 2 if start * 2 < DAY and start < 8 * 60 else 0
    if last[2] or end <= start:
        end += DAY
    if not 0 <= start < DAY or not start < end <= 2 * DAY:
        return None
    return Hours(start, end, _rest(plain, found), sure=first[1] or last[1])


def _point(parts: "tuple[str | None, ...]") -> tuple[int, bool, bool, bool] | None:
    """Minutes, whether surely a time of day, whether on the next day, whether part of the day was said."""
    next_day, part, hour, minute, han_hour, han_minute, hh, mm, bare, half_day, behind = parts
    number, minutes = _numbers(hour, minute, han_hour, han_minute, hh, mm, bare)
    if number is None or not 0 <= number <= 24 or not 0 <= minutes <= 59 or number * 60 + minutes > DAY:
        return None
    number = _by_half(number, part or "", (half_day or "").casefold())
    sure = bool(hour or han_hour or hh or half_day)
    return number * 60 + minutes, sure, bool(next_day or behind), bool(part or half_day)


def _numbers(
    hour: str | None, minute: str | None, han_hour: str | None, han_minute: str | None,
    hh: str | None, mm: str | None, bare: str | None,
) -> tuple[int | None, int]:  # fmt: skip
    if hour:
        return int(hour), int(minute) if minute and minute.isdecimal() else _HALF.get(minute or "", 0)
    if han_hour:
        return _HAN.get(han_hour), _HALF.get(han_minute or "", 0)
    if hh and mm:
        return int(hh), int(mm)
    return (int(bare) if bare else None), 0


def _by_half(number: int, part: str, half_day: str) -> int:
    night = part in ("晚上", "晚", "夜里", "夜")
    if number < 12 and (half_day.startswith("p") or part in ("下午", "傍晚") or (night and number >= 5)):
        return number + 12
    if number == 12 and (half_day.startswith("a") or part in ("凌晨", "晚上", "晚", "夜里")):
        return 24 if part in ("晚上", "晚", "夜里") else 0
    if part == "中午" and number < 3:
        return number + 12
    return number


def _rest(plain: str, found: "re.Match[str]") -> str:
    rest = plain[: found.start()] + " " + plain[found.end() :]
    return re.sub(r"[(\[【]\s*[)\]】]", " ", rest).strip(" ,，、;；:：-—~|.。").strip()


def clock_text(minute: int) -> str:
    """08:00, 06:00+1 on the next day; the midnight that ends a day is 00:00+1."""
    days, rest = divmod(minute, DAY)
    return f"{rest // 60:02}:{rest % 60:02}" + (f"+{days}" if days else "")
