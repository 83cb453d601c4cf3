"""What attendance entered after a period was closed means for the fairness ledger: correction entries, no changes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from roster_app.domain.attendance.entries import Attendee, Entry
from roster_app.domain.attendance.presence import presences
from roster_app.domain.fairness import Burden, BurdenKind, Ledger, LedgerEntry, burden_of, total
from roster_app.domain.ids import LedgerEntryId, VolunteerId, new_id
from roster_app.domain.roster import DatedSeat, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, merged


def ledger_corrections(
    roster: Roster, directory: Directory, before: Iterable[Entry], after: Iterable[Entry], ledger: Ledger, at: datetime
) -> tuple[LedgerEntry, ...]:
    """By how much each person's burden in the period differs after some entries, in hundredths, zeroes left out.

    A duty nothing was recorded of counts as planned. Each names the first entry of its person and kind, if any.
    """
    was, now = _carried(roster, directory, tuple(before), at), _carried(roster, directory, tuple(after), at)
    first: dict[tuple[VolunteerId, BurdenKind], LedgerEntryId] = {}
    for entry in ledger.entries:
        if entry.period_id == roster.period.id:
            first.setdefault((entry.volunteer_id, entry.kind), entry.id)
    made = []
    for who in sorted(was.keys() | now.keys()):
        for kind in BurdenKind:
            amount = (now.get(who, Burden()).amount(kind) - was.get(who, Burden()).amount(kind)) * 100
            if amount:
                new = LedgerEntryId(new_id())
                corrects = first.get((who, kind))
                made.append(LedgerEntry(new, who, roster.period.id, kind, amount, at, corrects=corrects))
    return tuple(made)


def _carried(
    roster: Roster, directory: Directory, entries: tuple[Entry, ...], at: datetime
) -> dict[VolunteerId, Burden]:
    """What each volunteer carried: what was stood where anything is recorded, what was planned elsewhere."""
    first, last = roster.period.first, roster.period.last
    recorded = {(e.facts.seat, e.facts.who) for e in entries}
    stood: dict[tuple[DatedSeat, Attendee], list[Span]] = defaultdict(list)
    for one in presences(entries, at):
        if first <= one.seat.day <= last:
            stood[one.seat, one.who].append(one.span)
    for duty_id, held in roster.assignments.items():
        duty = roster.plan.duty[duty_id]
        key = roster.plan.dated_seat(duty), Attendee(held.volunteer_id)
        if key not in recorded:
            stood[key].append(duty.span)
    burdens: dict[VolunteerId, list[Burden]] = defaultdict(list)
    for (seat, who), spans in stood.items():
        post = directory.post.get(seat.post_id)
        if who.volunteer_id is not None and not (post and post.reserve):
            burdens[who.volunteer_id].append(_of_one_duty(merged(spans), seat, directory))
    return {who: total(every) for who, every in burdens.items()}


def _of_one_duty(spans: list[Span], seat: DatedSeat, directory: Directory) -> Burden:
    """Spans of one duty weigh as one: a night where their night minutes together make one."""
    day_type = directory.days.type_of(seat.day)
    every = [burden_of(span, day_type, directory) for span in spans]
    night_minutes = sum(one.night_minutes for one in every)
    return Burden(
        minutes=sum(one.minutes for one in every),
        nights=int(night_minutes >= directory.rules.night_counts_from),
        weekends=every[0].weekends,
        holidays=every[0].holidays,
        night_minutes=night_minutes,
        duties=1,
    )
