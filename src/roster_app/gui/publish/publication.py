"""Where an open roster stands against what was published: for each checkpoint, and as one obvious next step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from roster_app.domain.editions import differences
from roster_app.domain.edits import AssignmentChange
from roster_app.domain.ids import CheckpointId, DutyId
from roster_app.domain.roster import Edition, PeriodState
from roster_app.domain.rules import Violation
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.services import OpenRoster
from roster_app.services.sheets import edition_shown


class SheetState(Enum):
    """现行: as it was published; 已变: no longer so; 草稿: never published."""

    CURRENT = "current"
    CHANGED = "changed"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Publication:
    """The figures of the page. `changes` are those since the newest edition, by checkpoint, in order of the plan."""

    opened: OpenRoster
    newest: Edition | None
    all_current: bool
    current: frozenset[CheckpointId]
    changes: Mapping[CheckpointId, tuple[AssignmentChange, ...]]
    hard: tuple[Violation, ...]
    unannounced: tuple[int, ...]

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

    def state(self, choice: SheetChoice) -> SheetState:
        """Of one sheet of the list."""
        if self.newest is None:
            return SheetState.DRAFT
        same = self.all_current if choice.checkpoint_id is None else choice.checkpoint_id in self.current
        return SheetState.CURRENT if same else SheetState.CHANGED

    def changes_on(self, choice: SheetChoice) -> tuple[AssignmentChange, ...]:
        """What differs from the newest edition on one sheet, in order of the plan."""
        if choice.checkpoint_id is not None:
            return self.changes.get(choice.checkpoint_id, ())
        everywhere = {change.duty_id: change for changes in self.changes.values() for change in changes}
        return tuple(everywhere[d.id] for d in self.opened.roster.plan.duties if d.id in everywhere)


def publication_of(opened: OpenRoster) -> Publication:
    """Work the figures out; takes some ten milliseconds for a month of sixty people."""
    roster, editions, period = opened.roster, opened.editions, opened.period
    newest = max(editions, key=lambda e: e.number, default=None)
    places = [c.id for c in opened.directory.checkpoints]
    return Publication(
        opened=opened,
        newest=newest,
        all_current=edition_shown(roster, editions) is not None,
        current=frozenset(c for c in places if edition_shown(roster, editions, (c,)) is not None),
        changes=_by_checkpoint(opened, newest),
        hard=opened.hard,
        unannounced=opened.directory.days.unannounced_years(period.first, period.last),
    )


def _by_checkpoint(opened: OpenRoster, newest: Edition | None) -> Mapping[CheckpointId, tuple[AssignmentChange, ...]]:
    found: dict[CheckpointId, list[AssignmentChange]] = defaultdict(list)
    if newest is not None:
        for change in differences(newest, opened.roster):
            found[opened.roster.plan.shift_of(change.duty_id).checkpoint_id].append(change)
    return {checkpoint: tuple(changes) for checkpoint, changes in found.items()}
