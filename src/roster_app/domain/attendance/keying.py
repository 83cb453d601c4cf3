"""A finished paper sheet keyed by its exceptions: `3 缺`, `5 17:50`, `7 代 王五`, `9 迟 20`, `+ 赵六 08:00-12:00`.

Pure reading: rows are numbers, times are minutes of a day. What the texts mean on a sheet, `settling` decides.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """Why a line was not understood; the words for it name the remedy."""

    NO_ROW = "no_row"
    NOTHING_SAID = "nothing_said"
    NOT_UNDERSTOOD = "not_understood"
    BAD_TIME = "bad_time"
    NO_NAME = "no_name"
    UNKNOWN_ROW = "unknown_row"
    VACANT_ROW = "vacant_row"
    CAME_OR_LEFT = "came_or_left"
    NOT_FORWARD = "not_forward"
    CONTRADICTS = "contradicts"
    SEVERAL_PEOPLE = "several_people"


class Said(StrEnum):
    """缺 / 来 / 走 / 来或走 / 几点到几点 / 迟 / 早退 / 代 / 另加."""

    ABSENT = "absent"
    CAME = "came"
    LEFT = "left"
    AT = "at"
    SPANS = "spans"
    LATE = "late"
    EARLY = "early"
    INSTEAD = "instead"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Keyed:
    """One exception; `row` is None of a person added. Clock times and lengths are in minutes."""

    line: int
    text: str
    row: int | None
    said: Said
    words: str = ""
    """The reason of an absence, or the name of a stand-in or of somebody added."""
    minute: int = 0
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that could not be taken, and why; `line` counts from 1."""

    line: int
    text: str
    trouble: Trouble


_CLOCK = r"(?:(?:[01]?\d|2[0-4])[:点][0-5]\d|(?:[01]\d|2[0-4])[0-5]\d|(?:[01]?\d|2[0-4])点)"
_TO = r"\s*(?:-|–|—|~|到|至)\s*"
_SPAN = rf"{_CLOCK}{_TO}{_CLOCK}"
_ROW = re.compile(r"(?:#|第)?(\d{1,3})(?:号|行)?(?:\s*[.,、)]\s*|\s+|(?=\D))(.*)", re.DOTALL)
_FORMS: tuple[tuple[Said, re.Pattern[str]], ...] = tuple(
    (said, re.compile(form, re.IGNORECASE))
    for said, form in (
        (Said.ABSENT, r"(?:缺勤|缺席|缺|未到|没来|absent\b|-$)\s*[,:]?\s*(?P<words>.*)"),
        (Said.INSTEAD, r"(?:代班|代|替|sub\b)\s*[:]?\s*(?P<words>.*)"),
        (Said.LATE, r"(?:迟到|迟|late\b)\s*(?P<minutes>\d{1,3})\s*(?:分钟|分|min)?"),
        (Said.EARLY, r"(?:早退|早|early\b)\s*(?P<minutes>\d{1,3})\s*(?:分钟|分|min)?"),
        (Said.CAME, rf"(?:签到|来|到|in\b|迟到|迟|late\b)\s*(?P<at>{_CLOCK})"),
        (Said.LEFT, rf"(?:签退|走|离|out\b|早退|早|early\b)\s*(?P<at>{_CLOCK})"),
        (Said.SPANS, rf"(?P<spans>{_SPAN}(?:\s*[,、;]?\s*{_SPAN})*)"),
        (Said.AT, rf"(?P<at>{_CLOCK})"),
    )
)
_ADDED = re.compile(rf"\+\s*(?P<words>[^\d]*?)\s*(?P<spans>{_SPAN}(?:\s*[,、;]?\s*{_SPAN})*)?")
_LIKE_A_TIME = re.compile(r"\d{1,4}[:点]?\d*")


def keyed_exceptions(text: str) -> tuple[tuple[Keyed, ...], tuple[Unread, ...]]:
    """The exceptions in order, and the lines that are none; empty lines are nothing. Full-width signs are as good."""
    read: list[Keyed] = []
    unread: list[Unread] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        line = " ".join(unicodedata.normalize("NFKC", raw).split())
        if line:
            found = _line(number, line)
            (read if isinstance(found, Keyed) else unread).append(found)  # type: ignore[arg-type]
    return tuple(read), tuple(unread)


def _line(number: int, line: str) -> Keyed | Unread:
    if line.startswith("+"):
        return _added(number, line)
    if line.isdecimal():
        return Unread(number, line, Trouble.NOTHING_SAID)
    found = _ROW.fullmatch(line)
    if found is None or re.match(r"\d+[:点]\d", line):
        return Unread(number, line, Trouble.NO_ROW)
    return _exception(number, line, int(found[1]), found[2].strip())


def _exception(number: int, line: str, row: int, rest: str) -> Keyed | Unread:
    if not rest:
        return Unread(number, line, Trouble.NOTHING_SAID)
    for said, form in _FORMS:
        found = form.fullmatch(rest)
        if found is None:
            continue
        groups = found.groupdict()
        words = (groups.get("words") or "").strip()
        if said is Said.INSTEAD and not words:
            return Unread(number, line, Trouble.NO_NAME)
        clock = groups.get("at")
        minute = _minute(clock) if clock else int(groups.get("minutes") or 0)
        return Keyed(number, line, row, said, words, minute, _spans(groups.get("spans") or ""))
    trouble = Trouble.BAD_TIME if _LIKE_A_TIME.match(rest) else Trouble.NOT_UNDERSTOOD
    return Unread(number, line, trouble)


def _added(number: int, line: str) -> Keyed | Unread:
    found = _ADDED.fullmatch(line)
    if found is None:
        return Unread(number, line, Trouble.BAD_TIME)
    if not found["words"]:
        return Unread(number, line, Trouble.NO_NAME)
    return Keyed(number, line, None, Said.ADDED, found["words"], spans=_spans(found["spans"] or ""))


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    clocks = [_minute(clock) for clock in re.findall(_CLOCK, text)]
    return tuple(zip(clocks[::2], clocks[1::2], strict=True))


def _minute(clock: str) -> int:
    digits = re.findall(r"\d+", clock)
    if len(digits) == 1 and "点" not in clock:
        digits = [clock[:-2], clock[-2:]]
    return int(digits[0]) * 60 + (int(digits[1]) if len(digits) > 1 else 0)
