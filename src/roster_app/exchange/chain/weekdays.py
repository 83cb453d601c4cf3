"""Days named by the week or by today in chains: 周二至周四, 下周三, 周末, 明天, 每天, 工作日, Mon to Wed."""

import re
from collections.abc import Iterator
from datetime import date

from roster_app.exchange.chain.dates import Reader, take_found
from roster_app.exchange.chain.reckoning import DAY, TO, Days, Frame, day_number, monday
from roster_app.exchange.chain.rest import Rest

_WEEK = "一二三四五六日天"
_W = rf"(?:周|星期|礼拜)\s*(?:末|[{_WEEK}](?:[、,]?[{_WEEK}](?![{_WEEK}]*[月班点]))*)"
_WHICH = r"(?:(?P<which>上上?|下下?|本|这|每)个?)?"
_EN_DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

_WEEKDAYS = re.compile(
    rf"{_WHICH}(?P<one>{_W})(?:{TO}(?:(?:上|下|本|这)个?)?(?P<two>(?:周|星期|礼拜)?[{_WEEK}](?![{_WEEK}月班点])))?"
)
_NEXT_DAYS = re.compile(r"((?:今天?[、和]?)?明天?[、和]?后|今天?[、和]?明)(?:[两三23]?[天日])")
_SOME_OF_THEM = re.compile(r"([前后])([一两二三四五六\d])[天日]|([单双])[号日]")
_WHOLE_WEEK = re.compile(r"(?P<which>上上?|下下?|本|这)个?(?:周|星期|礼拜)(?![一二三四五六日天末])")
_RELATIVE = re.compile(
    r"大后[天日]|今[天日]?(?=[早晚夜天日\ue000-\uf8ff])[天日]?|明[天日]?(?=[早晚夜天日\ue000-\uf8ff])[天日]?|后[天日]|昨[天日]|tomorrow|today|tonight",
    re.I,
)
_EVERY = re.compile(r"每[天日]|天天|每(?=晚)|(?:[两二三四五六七几]|每)天(?=[都均])|every\s*day|daily", re.IGNORECASE)
_WORKDAYS = re.compile(r"工作日|weekdays?\b", re.IGNORECASE)
_EN_WEEKDAY = re.compile(
    r"\b(?:(?P<next>next)\s+)?(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|nes|rs|r)?s?\b"
    r"(?:\s*(?:-|to)\s*(?P<last>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|nes|rs|r)?\b)?",
    re.IGNORECASE,
)
_EN_WEEKEND = re.compile(r"\bweekend\b", re.IGNORECASE)


class WeekdayTaker:
    """Takes weekdays and days told from today out of a text; a weekday beside a date must be that date's."""

    def __init__(self, rest: Rest, frame: Frame, found: Days) -> None:
        self._rest, self._frame, self._found = rest, frame, found
        self._dated = list(found.days)

    def take(self) -> None:
        """Every day that is named without a date."""
        readers: tuple[tuple[re.Pattern[str], Reader], ...] = (
            (_NEXT_DAYS, self._next_days),
            (_SOME_OF_THEM, self._some_of_them),
            (_WEEKDAYS, self._weekdays),
            (_EN_WEEKEND, self._weekend),
            (_EN_WEEKDAY, self._english_weekdays),
            (_WHOLE_WEEK, self._whole_week),
            (_RELATIVE, self._relative),
            (_EVERY, self._every),
            (_WORKDAYS, self._workdays),
        )
        for pattern, read in readers:
            take_found(self._rest, self._found, pattern, read)

    def _weekdays(self, said: re.Match[str]) -> bool:
        days = _weekdays_in(said["one"])
        if said["two"]:
            first, last = days[-1], _weekdays_in("周" + said["two"].lstrip("周星期礼拜"))[0]
            days = [*days[:-1], *((first + i) % 7 for i in range((last - first) % 7 + 1))]
        for weekday in dict.fromkeys(days):
            self._found.add(*self._weekday(weekday, said["which"]))
        return True

    def _next_days(self, said: re.Match[str]) -> bool:
        """今明两天, 明后天, 今明后三天."""
        return self._found.add(*(self._frame.on + DAY * "今明后".index(c) for c in said[1] if c in "今明后"))

    def _some_of_them(self, said: re.Match[str]) -> bool:
        """前三天, 后两天, 单号 and 双号 of the heading's days; nothing where it has none."""
        days = self._frame.all_days
        if said[3]:
            odd = said[3] == "单"
            return self._found.add(*(day for day in days or self._frame.rest_of_month if day.day % 2 == odd))
        many = day_number(said[2])
        return self._found.add(*(days[:many] if said[1] == "前" else days[-many:])) if many else False

    def _weekday(self, weekday: int, which: str | None) -> Iterator[date]:
        frame = self._frame
        if which == "每":
            yield from (day for day in frame.all_days or frame.rest_of_month if day.weekday() == weekday)
        elif which:
            yield monday(frame.on, which) + DAY * weekday
        elif frame.week or self._found.week:
            yield (self._found.week or frame.week or frame.on) + DAY * weekday
        elif inside := [day for day in self._dated or frame.days if day.weekday() == weekday]:
            yield from inside
        elif self._dated:
            self._found.contrary.append(str(self._dated[0]))
        else:
            yield frame.on + DAY * ((weekday - frame.on.weekday()) % 7)

    def _weekend(self, said: re.Match[str]) -> bool:
        return self._found.add(*(day for weekday in (5, 6) for day in self._weekday(weekday, None)))

    def _english_weekdays(self, said: re.Match[str]) -> bool:
        first = _EN_DAYS.index(said["day"].lower())
        last = _EN_DAYS.index(said["last"].lower()) if said["last"] else first
        which = "下" if said["next"] else None
        for weekday in ((first + i) % 7 for i in range((last - first) % 7 + 1)):
            self._found.add(*self._weekday(weekday, which))
        return True

    def _whole_week(self, said: re.Match[str]) -> bool:
        self._found.week = monday(self._frame.on, said["which"])
        return True

    def _relative(self, said: re.Match[str]) -> bool:
        word = said[0].lower()
        ahead = {"大": 3, "后": 2, "明": 1, "昨": -1}.get(word[0], 1 if word == "tomorrow" else 0)
        if ahead == 0 and (self._frame.days or self._found.days):
            return True
        return self._found.add(self._frame.on + DAY * ahead)

    def _every(self, said: re.Match[str]) -> bool:
        self._found.add(*self._frame.all_days)
        return True

    def _workdays(self, said: re.Match[str]) -> bool:
        self._found.add(*(day for day in self._frame.all_days if day.weekday() < 5))
        return True


def _weekdays_in(text: str) -> list[int]:
    if text.endswith("末"):
        return [5, 6]
    return [min(_WEEK.index(c), 6) for c in text if c in _WEEK]
