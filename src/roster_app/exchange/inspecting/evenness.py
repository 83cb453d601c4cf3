"""Whether days follow each other as those of a roster do, and which headings are of other days."""

import re
from itertools import pairwise

from roster_app.exchange.days.day_texts import DayText, day_or_none

_LEAP_YEAR = 2020
NO_ROSTER_DAYS = re.compile(
    "出生|生日|入队|入党|加入|入职|注册|登记|提交|填写|填表|创建|开始答题|答题|制表|更新|审核|birth|joined|timestamp|created|submit"
)


def evenly(days: list[DayText]) -> bool:
    """Whether most of the days follow each other by a day or a week, over the end of a month too."""
    steps = [_follows(a, b) for a, b in pairwise(days) if a.day is not None and b.day is not None]
    return bool(steps) and sum(steps) * 4 >= len(steps) * 3


def _follows(a: DayText, b: DayText) -> bool:
    if a.day is None or b.day is None:
        return False
    one, other = day_or_none(_LEAP_YEAR, a.month, a.day), day_or_none(_LEAP_YEAR, b.month, b.day)
    if one and other and not b.tenth:
        return (other - one).days % 366 in (1, 7) or (one == other and not a.weak)
    step = b.day - a.day
    return step == 1 or (b.day == 1 and a.day >= 28) or (step != 0 and step % 7 == 0) or _tenth_after(a, b)


def _tenth_after(a: DayText, b: DayText) -> bool:
    return b.tenth and a.day is not None and b.day is not None and b.day * 10 == a.day + 1
