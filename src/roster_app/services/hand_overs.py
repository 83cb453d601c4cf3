"""Use cases of the hand-over log: what it tells around a moment, and one change of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.hand_over import HandOver, Log, LogEdit, SupplyKind, unsigned
from roster_app.domain.ids import CheckpointId, TeamId
from roster_app.domain.reliefs import Relief, reliefs
from roster_app.domain.roster import Roster, RosterPeriod, Shift
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk

LOOKS_BACK = timedelta(days=14)
"""How far back unsigned hand-overs are looked for, and hand-overs are offered."""
_LOOKS_AHEAD = timedelta(days=2)


@dataclass(frozen=True)
class OpenLog:
    """What is known around a moment; `leaders` are the names of who leads both watches, as far as the roster says."""

    directory: Directory
    log: Log
    reliefs: tuple[Relief, ...]
    leaders: Mapping[tuple[CheckpointId, datetime], tuple[str, str]]
    now: datetime

    @cached_property
    def kinds(self) -> tuple[SupplyKind, ...]:
        """What the team counts: its own list, or the usual."""
        return usual_supplies() if self.log.kinds is None else self.log.kinds

    @cached_property
    def unsigned(self) -> tuple[Relief, ...]:
        """Of the last fourteen days, the latest first; a checkpoint signs from its first noted hand-over on."""
        since = {place: max(first, self.now - LOOKS_BACK) for place, first in self.log.begun.items()}
        return unsigned(self.reliefs, self.log.hand_overs, since, self.now)

    def reliefs_of(self, checkpoint_id: CheckpointId) -> tuple[Relief, ...]:
        """Those of one checkpoint in order of time."""
        return tuple(relief for relief in self.reliefs if relief.checkpoint_id == checkpoint_id)

    def noted(self, relief: Relief) -> HandOver | None:
        """What has been noted of a hand-over, if anything."""
        own = relief.checkpoint_id, relief.moment
        return next((h for h in self.log.hand_overs if (h.checkpoint_id, h.moment) == own), None)

    def shift_name(self, shifts: Sequence[Shift]) -> str:
        """早班, or of several of the same times all of them."""
        known = self.directory.shift_type
        names = (known[shift.shift_type_id].name for shift in shifts if shift.shift_type_id in known)
        return " / ".join(dict.fromkeys(names))

    def present(self, checkpoint_id: CheckpointId) -> Relief | None:
        """The hand-over that comes next at a checkpoint, or where none does, the last."""
        own = self.reliefs_of(checkpoint_id)
        return next((relief for relief in own if relief.moment >= self.now), own[-1] if own else None)

    def relief_near(self, checkpoint_id: CheckpointId, moment: datetime) -> Relief:
        """The hand-over in which something of that moment is noted: the next, or the last there is.

        Raises DomainError (NO_HAND_OVER) where no roster has one within these days.
        """
        own = self.reliefs_of(checkpoint_id)
        found = next((relief for relief in own if relief.moment >= moment), own[-1] if own else None)
        if found is None:
            place = self.directory.checkpoint[checkpoint_id].name
            raise DomainError(ErrorCode.NO_HAND_OVER, place=place, moment=moment)
        return found


@dataclass(frozen=True, slots=True)
class HandOvers:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def open(self, team_id: TeamId, around: datetime | None = None) -> OpenLog:
        """The log, and the hand-overs around a moment (otherwise now) and of the days before now."""
        now = self.desk.minute()
        middle = around or now
        windows = ((middle - LOOKS_BACK, middle + _LOOKS_AHEAD), (now - LOOKS_BACK, now))
        with self.desk.database.reading() as work:
            directory = work.directory(team_id)
            periods = [period for period in work.rosters.periods(team_id) if _touches(period, windows)]
            rosters = [work.rosters.load(period.id) for period in periods]
            log = work.hand_overs.log(team_id, min(start for start, _end in windows) - DAY)
        shifts = [shift for roster in rosters for shift in roster.plan.shifts]
        known = tuple(
            relief
            for place in directory.checkpoints_in_order
            for relief in reliefs(shifts, place.id)
            if any(start <= relief.moment <= end for start, end in windows)
        )
        leading = _Leading(directory, rosters)
        leaders = {(r.checkpoint_id, r.moment): (leading.of(r.outgoing), leading.of(r.incoming)) for r in known}
        return OpenLog(directory, log, known, leaders, now)

    def apply(self, *edits: LogEdit) -> Changes:
        """Carry changes out, all or none; raises StaleEdit where a colleague was faster."""
        with self.desk.database.work() as work:
            for edit in edits:
                work.hand_overs.apply(edit)
        return Changes(hand_overs=True)


def usual_supplies() -> tuple[SupplyKind, ...]:
    """What a team counts as long as it has no list of its own, in the language of the sheets."""
    from roster_app.printing.handover_content import supplies

    return tuple(map(SupplyKind, supplies()))


class _Leading:
    """Who leads a watch: the holder of its leading post, or whoever else stands there first."""

    def __init__(self, directory: Directory, rosters: Sequence[Roster]) -> None:
        self._directory = directory
        self._roster_of = {shift.id: roster for roster in rosters for shift in roster.plan.shifts}

    def of(self, shifts: Sequence[Shift]) -> str:
        """The name, or an empty word where nobody stands."""
        return min(self._names(shifts), key=lambda found: found[0], default=(True, ""))[1]

    def _names(self, shifts: Sequence[Shift]) -> Iterator[tuple[bool, str]]:
        posts = self._directory.post
        for shift in shifts:
            roster = self._roster_of[shift.id]
            for duty in roster.plan.duties_of.get(shift.id, ()):
                holder = roster.holder(duty.id)
                if holder is not None and holder in self._directory.name:
                    leads = duty.post_id in posts and posts[duty.post_id].leads
                    yield not leads, self._directory.name[holder]


def _touches(period: RosterPeriod, windows: Sequence[tuple[datetime, datetime]]) -> bool:
    """Whether a watch of the period may end within one of the windows; the last ends a day or two after it."""
    return any(period.first <= end.date() and start.date() <= period.last + 2 * DAY for start, end in windows)
