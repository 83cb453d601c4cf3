"""Days written as dates in chains: 4月7日, 7-9号, 4.8, 3/8, 2020-4-7, 7 March, and a month alone."""

import re
from collections.abc import Callable
from datetime import date

from roster_app.exchange.chain.reckoning import DAY, NUMBER, TO, Days, DaySet, Frame, between, day_number, near
from roster_app.exchange.chain.rest import Rest

_AND = r"\s*[、,和及与&/]\s*"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_EN_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"

_ISO = re.compile(r"(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?")
_MONTH_DAYS = re.compile(
    rf"(?P<month>{NUMBER})\s*月\s*(?P<days>{NUMBER}\s*[日号]?(?:(?:{TO}|{_AND})(?:{NUMBER}\s*月)?\s*{NUMBER}(?=\s*[日号、,\s(¦)周]|$)\s*[日号]?)*)"
)
_BARE_DAYS = re.compile(
    rf"(?<![\d:.月周期拜-])(?P<days>{NUMBER}\s*[日号]?(?:(?:{TO}|{_AND}){NUMBER}\s*[日号]?)*[日号])(?![楼栋门岗卡院])"
)
_SLASHED = re.compile(
    r"(?<![\d/.:-])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:-(?:(?P<m2>\d{1,2})/)?(?P<d2>\d{1,2}))?(?![\d/.:])"
)
_DOTTED = re.compile(
    r"(?<![\d/.:-])(?P<m>\d{1,2})\.(?P<d>\d{1,2})(?:-(?:(?P<m2>\d{1,2})\.)?(?P<d2>\d{1,2}))?(?![\d/.:]|\s*[点小])"
)
_MONTH_ONLY = re.compile(rf"(?P<month>{NUMBER})\s*月(?!\s*{NUMBER}\s*[日号])(?:份)?")
_EN_DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_EN_MONTH})|(?P<m2>{_EN_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b)",
    re.IGNORECASE,
)

Reader = Callable[[re.Match[str]], bool]


class DateTaker:
    """Takes the dates out of a text and adds them to what was found."""

    def __init__(self, rest: Rest, frame: Frame, found: Days) -> None:
        self._rest, self._frame, self._found = rest, frame, found

    def take(self) -> None:
        """Every date, and then a month that stands alone."""
        readers: tuple[tuple[re.Pattern[str], Reader], ...] = (
            (_ISO, self._iso),
            (_EN_DATE, self._english),
            (_MONTH_DAYS, self._month_days),
            (_SLASHED, self._span),
            (_DOTTED, self._dotted),
            (_BARE_DAYS, self._bare_days),
        )
        for pattern, read in readers:
            take_found(self._rest, self._found, pattern, read)
        self._rest.take(_MONTH_ONLY, self._month_alone)

    def _day(self, month: int, day: int, written: str) -> date | None:
        found = near(self._frame.on, month, day)
        if found is None:
            self._found.odd.append(written)
        return found

    def _iso(self, said: re.Match[str]) -> bool:
        try:
            return self._found.add(date(*(int(group) for group in said.groups())))
        except ValueError:
            self._found.odd.append(said[0])
            return True

    def _english(self, said: re.Match[str]) -> bool:
        month = _MONTHS.index((said["m"] or said["m2"])[:3].lower()) + 1
        found = self._day(month, int(said["d"] or said["d2"]), said[0])
        if found:
            self._found.add(found)
        return True

    def _month_days(self, said: re.Match[str]) -> bool:
        month = day_number(said["month"])
        if not 1 <= month <= 12:
            return False
        self._list(said["days"], month)
        return True

    def _bare_days(self, said: re.Match[str]) -> bool:
        weekend = [day for day in self._frame.days if day.weekday() >= 5]
        if said[0] == "六日" and weekend:
            return self._found.add(*weekend)
        near_day = self._frame.month or next(iter(self._frame.days), None) or self._frame.week or self._frame.on
        if any(not 1 <= day_number(n) <= 31 for n in re.findall(NUMBER, said["days"])):
            return False
        self._list(said["days"], near_day.month, upcoming=self._frame.month is None and not self._frame.days, bare=True)
        return True

    def _list(self, text: str, month: int, upcoming: bool = False, bare: bool = False) -> None:
        """4月7、8、9日, 7-9号, 4月29日至5月2日."""
        last: date | None = None
        for joint, other, number in re.findall(rf"({TO}|{_AND})?(?:({NUMBER})\s*月)?\s*({NUMBER})\s*[日号]?", text):
            month = day_number(other) if other else month
            inside = [d for d in self._frame.days if d.day == day_number(number)] if bare and not other else []
            day = inside[0] if inside else self._day(month, day_number(number), f"{month}-{number}")
            if day and upcoming and day < self._frame.on - 14 * DAY:
                day = near(self._frame.on + 20 * DAY, day.month % 12 + 1, day.day) or day
            if day is None:
                continue
            if last and re.search("-|至|到", joint):
                if day < last:
                    day = near(self._frame.on, month % 12 + 1, day.day) or day
                self._found.add(*between(last, day))
            else:
                self._found.add(day)
            last = day

    def _dotted(self, said: re.Match[str]) -> bool:
        """4.8 is a day where its month is near; anything else may be hours."""
        months = {m.month for m in (self._frame.on, self._frame.on + 31 * DAY, *self._frame.days)}
        if self._frame.month:
            months.add(self._frame.month.month)
        return int(said["m"]) in months and self._span(said)

    def _span(self, said: re.Match[str]) -> bool:
        first = near(self._frame.on, int(said["m"]), int(said["d"]))
        if first is None:
            return False
        if not said["d2"]:
            return self._found.add(first)
        last = near(self._frame.on, int(said["m2"] or said["m"]), int(said["d2"]))
        return last is not None and self._found.add(*between(first, last))

    def _month_alone(self, said: re.Match[str]) -> bool:
        month = day_number(said["month"])
        if 1 <= month <= 12:
            self._found.month = near(self._frame.on, month, 1)
        return 1 <= month <= 12


def take_found(rest: Rest, found: Days, pattern: re.Pattern[str], read: Reader) -> None:
    """Take out what `read` adds to the days found; a sign for the `DaySet` stands there."""

    def sign(said: re.Match[str]) -> str | bool:
        before = len(found.days)
        return rest.sign(DaySet(tuple(found.days[before:]))) if read(said) else False

    rest.take(pattern, sign)
