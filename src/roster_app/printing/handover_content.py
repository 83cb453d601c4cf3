"""What a hand-over record says: who leaves a checkpoint and who comes, watch after watch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from roster_app.domain import reliefs
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Shift
from roster_app.domain.timespan import Span, minute_of
from roster_app.i18n import _
from roster_app.printing.dates import clock_words
from roster_app.printing.handover_log import UNNOTED, ItemLine, Noted, SheetLog, SupplyLine
from roster_app.printing.selection import Entry, Source


@dataclass(frozen=True, slots=True)
class Watch:
    """Everybody who stands at one checkpoint from one moment to another; `day` is that of the roster."""

    name: str
    day: date
    span: Span
    entries: tuple[Entry, ...]

    @property
    def clock(self) -> str:
        """22:30–06:30."""
        midnight = self.span.start.date()
        return clock_words(minute_of(self.span.start, midnight), minute_of(self.span.end, midnight))


@dataclass(frozen=True, slots=True)
class HandOver:
    """From one watch to the next; None is a watch to be written in by hand.

    Where it is longer than a page it is parted: names and supplies stand on the `first` part, anomalies and signatures
    on the `last`.

    `counters` are what is counted of the outgoing watch, to be written in above the signatures.
    """

    outgoing: Watch | None = None
    incoming: Watch | None = None
    items: tuple[ItemLine, ...] = ()
    supplies: tuple[SupplyLine, ...] = ()
    noted: Noted = UNNOTED
    first: bool = True
    last: bool = True
    counters: tuple[str, ...] = ()

    @property
    def most_people(self) -> int:
        """Of the two watches, the larger."""
        return max((len(watch.entries) for watch in (self.outgoing, self.incoming) if watch), default=0)


def watches(source: Source, checkpoint_id: CheckpointId) -> tuple[Watch, ...]:
    """All watches of a checkpoint in order of time; shifts of the same times are one."""
    return tuple(_watch(source, shifts) for shifts in reliefs.watches(source.roster.plan.shifts, checkpoint_id))


def hand_overs(every: Sequence[Watch], day: date) -> tuple[HandOver, ...]:
    """Those at the end of the watches of a day; `every` is what `watches` answers."""
    return tuple(HandOver(watch, _relief(every, watch)) for watch in every if watch.day == day)


def end_of(watch: Watch) -> tuple[date, str]:
    """The day and the time of the hand-over; midnight belongs to the day before, as 24:00."""
    end = watch.span.end
    if end == datetime.combine(end.date(), datetime.min.time()):
        return end.date() - timedelta(days=1), "24:00"
    return end.date(), f"{end:%H:%M}"


def supplies() -> tuple[str, ...]:
    """What is counted at a hand-over."""
    return (_("Masks"), _("Thermometers"), _("Disinfectant"), _("Red vests"), _("Armbands"))


def with_log(day: Sequence[HandOver], log: SheetLog) -> tuple[HandOver, ...]:
    """The hand-overs of a day with what the log tells of each."""
    moments = [handover.outgoing.span.end for handover in day if handover.outgoing]
    items = dict(zip(moments, log.items(moments), strict=True))
    return tuple(_logged(handover, log, items) for handover in day)


def _logged(handover: HandOver, log: SheetLog, items: dict[datetime, tuple[ItemLine, ...]]) -> HandOver:
    moment = handover.outgoing.span.end if handover.outgoing else None
    if moment is None:
        return replace(handover, supplies=log.supplies(None))
    return replace(handover, items=items.pop(moment, ()), supplies=log.supplies(moment), noted=log.noted(moment))


def _relief(every: Sequence[Watch], watch: Watch) -> Watch | None:
    following = reliefs.next_to_stay([other.span for other in every], watch.span)
    return None if following is None else every[following]


def _watch(source: Source, shifts: Sequence[Shift]) -> Watch:
    kinds = (source.directory.shift_type[shift.shift_type_id].name for shift in shifts)
    entries = sorted(_entries(source, shifts), key=lambda entry: not entry.leads)
    return Watch(" / ".join(dict.fromkeys(kinds)), shifts[0].day, shifts[0].span, tuple(entries))


def _entries(source: Source, shifts: Sequence[Shift]) -> Iterator[Entry]:
    for shift in shifts:
        for duty in source.duties(shift):
            yield source.entry(shift, duty)


def starts_later(handover: HandOver) -> bool:
    """Whether the next watch comes on a later day than this one leaves."""
    if handover.outgoing is None or handover.incoming is None:
        return False
    return handover.incoming.span.start.date() > handover.outgoing.span.end.date()
