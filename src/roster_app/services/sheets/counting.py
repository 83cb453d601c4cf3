"""What sheets of hours are counted from: every roster of the team that has days asked for, as it was published last."""

from collections.abc import Sequence
from datetime import datetime

from roster_app.domain.editions import newest
from roster_app.domain.hours import HoursAsked, HoursRecord, record
from roster_app.domain.roster import Edition, Roster
from roster_app.services.sheets.orders import SheetOrder
from roster_app.storage import UnitOfWork


def hours_records(
    work: UnitOfWork, roster: Roster, editions: Sequence[Edition], order: SheetOrder
) -> tuple[HoursRecord, ...]:
    """In order of time; the roster that was opened is among them whatever days are asked for."""
    records = []
    for period in work.rosters.periods(roster.period.team_id):
        if period.id == roster.period.id:
            records.append(record(period, newest(editions) or roster))
        elif period.first <= order.last and order.first <= period.last:
            latest = newest(work.rosters.editions(period.id))
            records.append(record(period, latest or work.rosters.load(period.id)))
    return tuple(records)


def hours_asked(order: SheetOrder, until: datetime) -> HoursAsked:
    """The order as a question to the count."""
    return HoursAsked(order.first, order.last, until, frozenset(order.checkpoint_ids), frozenset(order.people))
