"""Days in chains: 4月7日, 7-9号, 周二至周四, 下周三, 周末, 明天, 4.8, 7 March; years by the day of pasting."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from roster_app.exchange.chain.numbers import HAN_DIGITS, number_of
from roster_app.exchange.chain.rest import Rest

DAY = timedelta(days=1)
_N = rf"(?:\d{{1,2}}|[{HAN_DIGITS}]{{1,3}})"
_TO = r"\s*(?:-+|至|到)\s*"
_AND = r"\s*[、,和及与&/]\s*"
_WEEK = "一二三四五六日天"
_W = rf"(?:周|星期|礼拜)\s*(?:末|[{_WEEK}](?:[、,]?[{_WEEK}](?![{_WEEK}]*[月班点]))*)"
_WHICH = r"(?:(?P<which>上上?|下下?|本|这)个?)?"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_EN_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_EN_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

_ISO = re.compile(r"(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*日?")
_MONTH_DAYS = re.compile(
    rf"(?P<month>{_N})\s*月\s*(?P<days>{_N}\s*[日号]?(?:(?:{_TO}|{_AND})(?:{_N}\s*月)?\s*{_N}(?=\s*[日号、,\s(¦)周]|$)\s*[日号]?)*)"
)
_BARE_DAYS = re.compile(
    rf"(?<![\d:.月周期拜-])(?P<days>{_N}\s*[日号]?(?:(?:{_TO}|{_AND}){_N}\s*[日号]?)*[日号])(?![楼栋门岗卡院])"
)
_SLASHED = re.compile(
    r"(?<![\d/.:-])(?P<m>\d{1,2})/(?P<d>\d{1,2})(?:-(?:(?P<m2>\d{1,2})/)?(?P<d2>\d{1,2}))?(?![\d/.:])"
)
_DOTTED = re.compile(
    r"(?<![\d/.:-])(?P<m>\d{1,2})\.(?P<d>\d{1,2})(?:-(?:(?P<m2>\d{1,2})\.)?(?P<d2>\d{1,2}))?(?![\d/.:]|\s*[点小])"
)
_WEEKDAYS = re.compile(
    rf"{_WHICH}(?P<one>{_W})(?:{_TO}(?:(?:上|下|本|这)个?)?(?P<two>(?:周|星期|礼拜)?[{_WEEK}](?![{_WEEK}月班点])))?"
)
_WHOLE_WEEK = re.compile(r"(?P<which>上上?|下下?|本|这)个?(?:周|星期|礼拜)(?![一二三四五六日天末])")
_RELATIVE = re.compile(
    r"大后[天日]|今[天日]?(?=[早晚夜天日])[天日]?|明[天日]?(?=[早晚夜天日])[天日]?|后[天日]|昨[天日]|tomorrow|today|tonight",
    re.I,
)
_EVERY = re.compile(r"每[天日]|天天|每(?=晚)|(?:[两二三四五六七几]|每)天(?=[都均])|every\s*day|daily", re.IGNORECASE)
_WORKDAYS = re.compile(r"工作日|weekdays?\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"(?P<month>{_N})\s*月(?!\s*{_N}\s*[日号])(?:份)?")
_EN_DATE = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_EN_MONTH})|(?P<m2>{_EN_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b)",
    re.IGNORECASE,
)
_EN_WEEKDAY = re.compile(
    r"\b(?:(?P<next>next)\s+)?(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|nes|rs|r)?s?\b"
    r"(?:\s*(?:-|to)\s*(?P<last>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|nes|rs|r)?\b)?",
    re.IGNORECASE,
)
_EN_WEEKEND = re.compile(r"\bweekend\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What days are reckoned from: the day of pasting, and the days and the month of the chain's heading."""

    on: date
    days: tuple[date, ...] = ()
    month: date | None = None
    """Any day of the month spoken of."""
    week: date | None = None
    """The Monday of the week spoken of."""

    @property
    def all_days(self) -> tuple[date, ...]:
        """The heading's days, or its whole week."""
        return self.days or (tuple(self.week + DAY * i for i in range(7)) if self.week else ())


@dataclass(frozen=True, slots=True)
class DaySet:
    """The days of one expression, where it stood."""

    days: tuple[date, ...]


@dataclass
class Days:
    """What was found; `contrary` are dates whose weekday is another than the one beside them."""

    days: list[date] = field(default_factory=list)
    month: date | None = None
    week: date | None = None
    contrary: list[str] = field(default_factory=list)
    odd: list[str] = field(default_factory=list)
    """Days that no calendar has (4月31日)."""

    @property
    def ordered(self) -> tuple[date, ...]:
        return tuple(sorted(set(self.days)))


def take_days(rest: Rest, frame: Frame) -> Days:
    """Take out every day spoken of."""
    return _Taker(rest, frame).found()


_Readers = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...]


class _Taker:
    def __init__(self, rest: Rest, frame: Frame) -> None:
        self._rest, self._frame, self._found = rest, frame, Days()
        self._dated: list[date] = []

    def found(self) -> Days:
        readers: _Readers = (
            (_ISO, self._iso),
            (_EN_DATE, self._english),
            (_MONTH_DAYS, self._month_days),
            (_SLASHED, self._slashed),
            (_DOTTED, self._dotted),
            (_BARE_DAYS, self._bare_days),
        )
        for pattern, read in readers:
            self._take(pattern, read)
        self._month_alone()
        self._dated = list(self._found.days)
        readers = (
            (_WEEKDAYS, self._weekdays),
            (_EN_WEEKEND, self._weekend),
            (_EN_WEEKDAY, self._english_weekdays),
            (_WHOLE_WEEK, self._whole_week),
            (_RELATIVE, self._relative),
            (_EVERY, self._every),
            (_WORKDAYS, self._workdays),
        )
        for pattern, read in readers:
            self._take(pattern, read)
        return self._found

    def _take(self, pattern: re.Pattern[str], read: Callable[[re.Match[str]], bool]) -> None:
        def sign(said: re.Match[str]) -> str | bool:
            before = len(self._found.days)
            return self._rest.sign(DaySet(tuple(self._found.days[before:]))) if read(said) else False

        self._rest.take(pattern, sign)

    def _add(self, *days: date) -> bool:
        self._found.days.extend(days)
        return bool(days)

    def _day(self, month: int, day: int, written: str) -> date | None:
        found = near(self._frame.on, month, day)
        if found is None:
            self._found.odd.append(written)
        return found

    def _iso(self, said: re.Match[str]) -> bool:
        try:
            return self._add(date(*(int(group) for group in said.groups())))
        except ValueError:
            self._found.odd.append(said[0])
            return True

    def _english(self, said: re.Match[str]) -> bool:
        month = _MONTHS.index((said["m"] or said["m2"])[:3].lower()) + 1
        found = self._day(month, int(said["d"] or said["d2"]), said[0])
        if found:
            self._add(found)
        return True

    def _month_days(self, said: re.Match[str]) -> bool:
        month = _number(said["month"])
        if not 1 <= month <= 12:
            return False
        self._list(said["days"], month)
        return True

    def _bare_days(self, said: re.Match[str]) -> bool:
        near_day = self._frame.month or next(iter(self._frame.days), None) or self._frame.week or self._frame.on
        if any(not 1 <= _number(n) <= 31 for n in re.findall(_N, said["days"])):
            return False
        self._list(said["days"], near_day.month, upcoming=self._frame.month is None and not self._frame.days, bare=True)
        return True

    def _list(self, text: str, month: int, upcoming: bool = False, bare: bool = False) -> None:
        """4月7、8、9日, 7-9号, 4月29日至5月2日."""
        last: date | None = None
        for joint, other, number in re.findall(rf"({_TO}|{_AND})?(?:({_N})\s*月)?\s*({_N})\s*[日号]?", text):
            month = _number(other) if other else month
            inside = [d for d in self._frame.days if d.day == _number(number)] if bare and not other else []
            day = inside[0] if inside else self._day(month, _number(number), f"{month}-{number}")
            if day and upcoming and day < self._frame.on - 14 * DAY:
                day = near(self._frame.on + 20 * DAY, day.month % 12 + 1, day.day) or day
            if day is None:
                continue
            if last and re.search("-|至|到", joint):
                if day < last:
                    day = near(self._frame.on, month % 12 + 1, day.day) or day
                self._add(*between(last, day))
            else:
                self._add(day)
            last = day

    def _slashed(self, said: re.Match[str]) -> bool:
        return self._span(said)

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
            return self._add(first)
        last = near(self._frame.on, int(said["m2"] or said["m"]), int(said["d2"]))
        return last is not None and self._add(*between(first, last))

    def _month_alone(self) -> None:
        def read(said: re.Match[str]) -> bool:
            month = _number(said["month"])
            if 1 <= month <= 12:
                self._found.month = near(self._frame.on, month, 1)
            return 1 <= month <= 12

        self._rest.take(_MONTH_ONLY, read)

    def _weekdays(self, said: re.Match[str]) -> bool:
        days = _weekdays_in(said["one"])
        if said["two"]:
            first, last = days[-1], _weekdays_in("周" + said["two"].lstrip("周星期礼拜"))[0]
            days = [*days[:-1], *((first + i) % 7 for i in range((last - first) % 7 + 1))]
        for weekday in dict.fromkeys(days):
            self._add(*self._weekday(weekday, said["which"]))
        return True

    def _weekday(self, weekday: int, which: str | None) -> Iterator[date]:
        frame = self._frame
        if which:
            yield _monday(frame.on, which) + DAY * weekday
        elif frame.week or self._found.week:
            yield (self._found.week or frame.week or frame.on) + DAY * weekday
        elif inside := [day for day in self._dated or frame.days if day.weekday() == weekday]:
            yield from inside
        elif self._dated:
            self._found.contrary.append(str(self._dated[0]))
        else:
            yield frame.on + DAY * ((weekday - frame.on.weekday()) % 7)

    def _weekend(self, said: re.Match[str]) -> bool:
        return self._add(*(day for weekday in (5, 6) for day in self._weekday(weekday, None)))

    def _english_weekdays(self, said: re.Match[str]) -> bool:
        first = _EN_DAYS.index(said["day"].lower())
        last = _EN_DAYS.index(said["last"].lower()) if said["last"] else first
        which = "下" if said["next"] else None
        for weekday in ((first + i) % 7 for i in range((last - first) % 7 + 1)):
            self._add(*self._weekday(weekday, which))
        return True

    def _whole_week(self, said: re.Match[str]) -> bool:
        self._found.week = _monday(self._frame.on, said["which"])
        return True

    def _relative(self, said: re.Match[str]) -> bool:
        word = said[0].lower()
        ahead = {"大": 3, "后": 2, "明": 1, "昨": -1}.get(word[0], 1 if word == "tomorrow" else 0)
        if ahead == 0 and (self._frame.days or self._found.days):
            return True
        return self._add(self._frame.on + DAY * ahead)

    def _every(self, said: re.Match[str]) -> bool:
        self._add(*self._frame.all_days)
        return True

    def _workdays(self, said: re.Match[str]) -> bool:
        self._add(*(day for day in self._frame.all_days if day.weekday() < 5))
        return True


def near(on: date, month: int, day: int) -> date | None:
    """The day of this month and day that is nearest to `on`; nothing where no year has it."""
    found = []
    for year in range(on.year - 4, on.year + 5):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda each: abs(each - on), default=None)


def between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, at most 62."""
    return [first + DAY * i for i in range(min(62, max(0, (last - first).days) + 1))]


def _monday(on: date, which: str) -> date:
    weeks = {"下": 1, "下下": 2, "上": -1, "上上": -2}.get(which, 0)
    return on - DAY * on.weekday() + 7 * DAY * weeks


def _weekdays_in(text: str) -> list[int]:
    if text.endswith("末"):
        return [5, 6]
    return [min(_WEEK.index(c), 6) for c in text if c in _WEEK]


def _number(text: str) -> int:
    try:
        return number_of(text)
    except ValueError:
        return 0
