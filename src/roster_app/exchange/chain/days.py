"""Days in chains, written as dates or named by the week; years by the day of pasting."""

from roster_app.exchange.chain.dates import DateTaker
from roster_app.exchange.chain.reckoning import Days, Frame
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.weekdays import WeekdayTaker


def take_days(rest: Rest, frame: Frame) -> Days:
    """Take out every day spoken of."""
    found = Days()
    DateTaker(rest, frame, found).take()
    WeekdayTaker(rest, frame, found).take()
    return found
