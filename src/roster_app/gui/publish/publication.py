"""Where an open roster stands against what was published: for each checkpoint, and as one obvious next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from roster_app.domain.differences import SeatDifference, by_checkpoint, differences
from roster_app.domain.editions import in_force_since, newest
from roster_app.domain.ids import CheckpointId, DutyId
from roster_app.domain.posting_ledger import PostingLedger
from roster_app.domain.roster import Edition, PeriodState
from roster_app.domain.rules import Violation
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.services import OpenRoster
from roster_app.services.sheets import COUNTED, SheetKind, edition_hanging, edition_shown

Differences = Mapping[CheckpointId, tuple[SeatDifference, ...]]


class SheetState(Enum):
    """现行: as it was published; 已变: no longer so; 草稿: never published."""

    CURRENT = "current"
    CHANGED = "changed"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Publication:
    """The figures of the page. `changes` are those since the newest edition, by checkpoint, in order of the sheets.

    `revised` are those of the newest edition since the one `before` it; `in_force_since` is the edition since which
    what hangs at a checkpoint is as the newest has it. `ledger` says what is known to hang.
    """

    opened: OpenRoster
    newest: Edition | None
    before: Edition | None
    all_current: bool
    current: frozenset[CheckpointId]
    changes: Differences
    revised: Differences
    in_force_since: Mapping[CheckpointId, int]
    hard: tuple[Violation, ...]
    unannounced: tuple[int, ...]
    ledger: PostingLedger

    @property
    def is_archived(self) -> bool:
        """Whether nothing can be changed or published any more."""
        return self.opened.period.state is PeriodState.ARCHIVED

    @property
    def next_number(self) -> int:
        """What the next edition would be called."""
        return self.newest.number + 1 if self.newest else 1

    @property
    def can_publish(self) -> bool:
        """Whether another edition would say anything new."""
        return not self.is_archived and not self.all_current

    @property
    def should_publish(self) -> bool:
        """Whether publishing is the obvious next step."""
        return self.can_publish and self.opened.proof.complete

    @property
    def blank_lines(self) -> tuple[DutyId, ...]:
        """The duties nobody holds: each is printed as a line to write on."""
        return tuple(duty.id for duty in self.opened.roster.vacancies)

    @property
    def changed_checkpoints(self) -> tuple[CheckpointId, ...]:
        """Those whose sheets on the wall are out of date, in the coordinator's order."""
        if self.newest is None:
            return ()
        return tuple(c.id for c in self.opened.directory.checkpoints_in_order if c.id not in self.current)

    @property
    def told(self) -> Differences:
        """What change sheets tell of all checkpoints: what they show otherwise than what is known to hang there; else
        the changes to be published, or those published last."""
        usual, known = self.revised if self.all_current else self.changes, self._told_by_the_wall()
        places = (c.id for c in self.opened.directory.checkpoints_in_order)
        found = ((c, known[c] if c in known else usual.get(c, ())) for c in places)
        return {checkpoint_id: own for checkpoint_id, own in found if own}

    def unchanged_since(self, choice: SheetChoice) -> int | None:
        """The edition since which one sheet is as the newest has it; None where no edition shows it."""
        if choice.checkpoint_id is not None:
            return self.in_force_since.get(choice.checkpoint_id)
        return max(self.in_force_since.values(), default=None)

    def state(self, choice: SheetChoice) -> SheetState:
        """Of one sheet of the list; what was stood is counted from the newest edition, whatever has changed since."""
        if self.newest is None:
            return SheetState.DRAFT
        if choice.kind in COUNTED:
            return SheetState.CURRENT
        same = self.all_current if choice.checkpoint_id is None else choice.checkpoint_id in self.current
        return SheetState.CURRENT if same else SheetState.CHANGED

    def compared_with(self, choice: SheetChoice, since: int | None = None) -> Edition | None:
        """The edition a sheet's changes are told of: the one asked for, else the newest; for a change sheet of what has
        not changed since, the one before it."""
        if since is None and choice.kind is SheetKind.CHANGE:
            since = self._known_to_hang(choice)
        if since is not None:
            return self._edition(since)
        told_before = choice.kind is SheetKind.CHANGE and self.state(choice) is SheetState.CURRENT
        return self.before if told_before and self.before else self.newest

    def comparable(self, choice: SheetChoice) -> tuple[Edition, ...]:
        """The editions a change sheet may stand beside: those before the newest, and that one where it no longer holds
        or is the only one."""
        editions, newest = self.opened.editions, self.newest
        if newest is None or self.before is None or self.state(choice) is SheetState.CHANGED:
            return editions
        return tuple(e for e in editions if e.number < newest.number)

    def changes_on(self, choice: SheetChoice, since: int | None = None) -> tuple[SeatDifference, ...]:
        """What differs on one sheet from the edition it is compared with, in order of the sheets."""
        edition = self.compared_with(choice, since)
        if choice.kind in COUNTED:
            return ()
        if edition is None or edition is self.newest:
            return _on(choice, self.changes)
        if edition is self.before and self.state(choice) is SheetState.CURRENT:
            return _on(choice, self.revised)
        return _on(choice, by_checkpoint(differences(edition, self.opened.roster), self.opened.directory))

    def _known_to_hang(self, choice: SheetChoice) -> int | None:
        """The edition a change sheet belongs beside, where the ledger knows it."""
        if self.newest is None:
            return None
        shown = self.newest if self.state(choice) is SheetState.CURRENT else None
        ids = choice.checkpoint_ids or tuple(self.newest.check_codes)
        return edition_hanging(self.ledger, self.opened.period.id, ids, shown)

    def _told_by_the_wall(self) -> Differences:
        """Of each checkpoint whose roster is known to hang, what differs from what the wall tells in the end."""
        entries = (self.ledger.told_at(c.id, self.opened.period.id) for c in self.opened.directory.checkpoints)
        hanging = {entry.checkpoint_id: entry.edition for entry in entries if entry is not None}
        now = self.newest if self.all_current and self.newest is not None else self.opened.roster
        by_edition: dict[int, Differences] = {}
        for number in {*hanging.values()}:
            edition = self._edition(number)
            if edition is not None:
                by_edition[number] = by_checkpoint(differences(edition, now), self.opened.directory)
        return {c: by_edition[n].get(c, ()) for c, n in hanging.items() if n in by_edition}

    def _edition(self, number: int) -> Edition | None:
        return next((e for e in self.opened.editions if e.number == number), None)

    def revised_on(self, choice: SheetChoice) -> tuple[SeatDifference, ...]:
        """What the newest edition shows otherwise on one sheet than the edition before it."""
        return _on(choice, self.revised)


def publication_of(opened: OpenRoster, ledger: PostingLedger | None = None) -> Publication:
    """Work the figures out; takes some ten milliseconds for a month of sixty people."""
    roster, editions, period = opened.roster, opened.editions, opened.period
    latest = newest(editions)
    before = newest(editions, before=latest.number) if latest else None
    places = [c.id for c in opened.directory.checkpoints]
    since = {c: number for c in places if (number := in_force_since(editions, c)) is not None}
    return Publication(
        opened=opened,
        newest=latest,
        before=before,
        all_current=edition_shown(roster, editions) is not None,
        current=frozenset(c for c in places if edition_shown(roster, editions, (c,)) is not None),
        changes=by_checkpoint(differences(latest, roster), opened.directory) if latest else {},
        revised=by_checkpoint(differences(before, latest), opened.directory) if latest and before else {},
        in_force_since=since,
        hard=opened.hard,
        unannounced=opened.directory.days.unannounced_years(period.first, period.last),
        ledger=ledger or PostingLedger(),
    )


def _on(choice: SheetChoice, found: Differences) -> tuple[SeatDifference, ...]:
    if choice.checkpoint_id is not None:
        return found.get(choice.checkpoint_id, ())
    return tuple(difference for own in found.values() for difference in own)
