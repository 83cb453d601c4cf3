"""When one watch relieves another at a checkpoint: everybody who leaves at one moment, and who stays after them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Shift
from roster_app.domain.timespan import Span


@dataclass(frozen=True, slots=True)
class Relief:
    """交接班: the shifts of the watch that leaves, and of the one that comes; nobody after the last of a roster."""

    checkpoint_id: CheckpointId
    outgoing: tuple[Shift, ...]
    incoming: tuple[Shift, ...] = ()

    @property
    def moment(self) -> datetime:
        """When the watch is relieved."""
        return self.outgoing[0].span.end

    @property
    def day(self) -> date:
        """The day of the roster the outgoing watch belongs to."""
        return self.outgoing[0].day


def watches(shifts: Iterable[Shift], checkpoint_id: CheckpointId) -> tuple[tuple[Shift, ...], ...]:
    """The watches of a checkpoint in order of time; shifts of the same times are one."""
    own = sorted(
        (shift for shift in shifts if shift.checkpoint_id == checkpoint_id),
        key=lambda shift: (shift.span, shift.shift_type_id),
    )
    return tuple(tuple(group) for _span, group in groupby(own, key=lambda shift: shift.span))


def next_to_stay(spans: Sequence[Span], span: Span) -> int | None:
    """Which of the watches (in order of time) relieves the one of that span.

    The next that stays longer, though it may come before the other leaves.
    """
    found = (n for n, other in enumerate(spans) if other.start > span.start and other.end > span.end)
    return next(found, None)


def reliefs(shifts: Iterable[Shift], checkpoint_id: CheckpointId) -> tuple[Relief, ...]:
    """Every relief at a checkpoint, one at the end of each watch, in order of the watches."""
    every = watches(shifts, checkpoint_id)
    spans = [watch[0].span for watch in every]
    following = (next_to_stay(spans, span) for span in spans)
    return tuple(
        Relief(checkpoint_id, watch, () if then is None else every[then])
        for watch, then in zip(every, following, strict=True)
    )
