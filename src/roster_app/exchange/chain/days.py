"""Days in chains, written as dates or named by the week; years by the day of pasting."""

import re

from roster_app.exchange.chain.dates import DateTaker
from roster_app.exchange.chain.reckoning import Days, Frame
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.weekdays import WeekdayTaker

_SOME_DAY = re.compile("[\\dA-Za-z月日号周今明后昨每天期拜末]")
"""Every expression of a day has one of these."""


def take_days(rest: Rest, frame: Frame) -> Days:
    """Take out every day spoken of."""
    found = Days()
    if not _SOME_DAY.search(rest.text):
        return found
    DateTaker(rest, frame, found).take()
    WeekdayTaker(rest, frame, found).take()
    return found
