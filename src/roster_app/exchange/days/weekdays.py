"""Weekdays as people write them: 周四, 星期日, (四), 礼拜天, Thu, Saturday, and single letters of a row of them."""

import re
from functools import lru_cache

_HAN = {sign: index for index, sign in enumerate("一二三四五六日")} | {"天": 6, "末": 5}
_HAN |= {str(index + 1): index for index in range(7)}
_LATIN = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
WEEKDAY = re.compile(
    r"(?:星期|周|週|礼拜|禮拜|曜日)\s*([一二三四五六日天1-7])|[(\[【]\s*([一二三四五六日])\s*[)\]】]"
    r"|\b(mon|tue|wed|thu|fri|sat|sun)(?:s|day|nesday|sday|rsday|urday|r|rs|n|ues)?\b\.?",
    re.IGNORECASE,
)
_ALONE = re.compile("[一二三四五六日天]")


def weekday_in(text: str) -> tuple[int | None, str]:
    """The weekday that the text names (0 is Monday), and the text without it."""
    found = WEEKDAY.search(text)
    if not found:
        return None, text
    rest = text[: found.start()] + " " + text[found.end() :]
    return _index(found), rest


@lru_cache(maxsize=1 << 14)
def weekday_of(text: str) -> int | None:
    """The weekday that is all the text says, 一 alone too."""
    plain = text.strip()
    if _ALONE.fullmatch(plain):
        return _HAN[plain]
    weekday, rest = weekday_in(plain)
    return weekday if weekday is not None and not rest.strip(" ()（）[]【】.") else None


def _index(found: "re.Match[str]") -> int:
    han = found[1] or found[2]
    return _HAN[han] if han else _LATIN[found[3].casefold()[:3]]
