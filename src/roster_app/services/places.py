"""Use cases about places: areas, checkpoints with their posts, shift types and patterns.

Whatever changes what the checkpoints ask for plans the open rosters anew in the same transaction.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from roster_app.domain.book import FixedRotation
from roster_app.domain.demand_moves import DutyMove
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import AreaId, CheckpointId, PatternId, ShiftTypeId, TeamId, new_id
from roster_app.domain.people import Crew
from roster_app.domain.places import (
    PATTERN_TEMPLATES,
    Area,
    Checkpoint,
    Post,
    ShiftPattern,
    ShiftType,
)
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.planning import moved_duties, replan
from roster_app.services.words.templates import shift_code, shift_type_name, template_name
from roster_app.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Places:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def save_checkpoint(self, checkpoint: Checkpoint, posts: Iterable[Post]) -> Changes:
        """Store a new or a changed checkpoint with all its posts; a post left out is removed."""

        def write(work: UnitOfWork) -> None:
            if any(c.id == checkpoint.id for c in work.places.checkpoints(checkpoint.team_id)):
                work.places.update_checkpoint(checkpoint)
            else:
                work.places.add_checkpoint(checkpoint)
            work.places.replace_posts(checkpoint.id, tuple(posts))

        return self._planned(checkpoint.team_id, write)

    def remove_checkpoint(self, checkpoint: Checkpoint) -> Changes:
        """Remove a checkpoint nobody ever stood at; refused (IN_USE) for others: they get no pattern instead."""
        return self._planned(checkpoint.team_id, lambda work: work.places.remove_checkpoint(checkpoint.id))

    def arrange_checkpoints(self, team_id: TeamId, order: Sequence[CheckpointId]) -> Changes:
        """List the checkpoints in this order from now on; what they ask for stays the same."""
        places = {checkpoint_id: number for number, checkpoint_id in enumerate(order)}
        with self.desk.database.work() as work:
            for checkpoint in work.places.checkpoints(team_id):
                place = places.get(checkpoint.id, len(places))
                if checkpoint.order != place:
                    work.places.update_checkpoint(replace(checkpoint, order=place))
        return Changes(places=True)

    def moved_duties(self, wished: Directory) -> tuple[DutyMove, ...]:
        """Every duty of the open rosters that would be another if the team were as wished, losses first.

        Writes nothing: it is for asking before a change of demand that undo cannot take back.
        """
        with self.desk.database.work() as work:
            return moved_duties(work, wished, self.desk)

    def save_area(self, area: Area) -> Changes:
        """Store a new or a renamed area."""
        with self.desk.database.work() as work:
            if any(a.id == area.id for a in work.places.areas(area.team_id)):
                work.places.update_area(area)
            else:
                work.places.add_area(area)
        return Changes(places=True)

    def remove_area(self, area_id: AreaId) -> Changes:
        """Refused (IN_USE) while a checkpoint lies in it or a volunteer lives there."""
        with self.desk.database.work() as work:
            work.places.remove_area(area_id)
        return Changes(places=True)

    def save_shift_type(self, shift_type: ShiftType) -> Changes:
        """Store a new or a changed shift type."""

        team_id = shift_type.team_id
        return self._planned(team_id, lambda work: _save_shift_types(work, team_id, [shift_type]))

    def remove_shift_type(self, shift_type: ShiftType) -> Changes:
        """Refused (IN_USE) while a pattern or a roster uses it."""
        return self._planned(shift_type.team_id, lambda work: work.places.remove_shift_type(shift_type.id))

    def save_pattern(self, pattern: ShiftPattern, shift_types: Iterable[ShiftType] = ()) -> Changes:
        """Store a new or a changed pattern with the shift types that came or changed with it.

        Shift types that neither a pattern nor a roster uses any more are removed.
        """

        def write(work: UnitOfWork) -> None:
            _save_shift_types(work, pattern.team_id, shift_types)
            if any(p.id == pattern.id for p in work.places.patterns(pattern.team_id)):
                work.places.update_pattern(pattern)
            else:
                work.places.add_pattern(pattern)

        return self._planned(pattern.team_id, write, afterwards=_remove_unused_shift_types)

    def remove_pattern(self, pattern: ShiftPattern) -> Changes:
        """Refused (IN_USE) while a checkpoint is staffed by it; shift types that nothing uses any more go with it."""
        return self._planned(
            pattern.team_id,
            lambda work: work.places.remove_pattern(pattern.id),
            afterwards=_remove_unused_shift_types,
        )

    def add_turns(self, team_id: TeamId, crews: Sequence[Crew], rotations: Sequence[FixedRotation]) -> Changes:
        """New crews and the rules by which crews take turns, in one transaction."""
        with self.desk.database.work() as work:
            work.people.add_crew(*crews)
            rules = work.teams.rules(team_id)
            work.teams.set_rules(team_id, replace(rules, entries=(*rules.entries, *rotations)))
        return Changes(team=True)

    def remove_turns(self, team_id: TeamId, crews: Sequence[Crew], rotations: Sequence[FixedRotation]) -> Changes:
        """These crews and rules are gone, in one transaction."""
        with self.desk.database.work() as work:
            rules = work.teams.rules(team_id)
            left = tuple(entry for entry in rules.entries if entry not in rotations)
            work.teams.set_rules(team_id, replace(rules, entries=left))
            for crew in crews:
                work.people.remove_crew(crew.id)
        return Changes(team=True)

    def add_from_template(self, team_id: TeamId, key: str) -> PatternId:
        """A pattern found in the field (`domain.places.PATTERN_TEMPLATES`) with its shift types; made once a team."""
        name = template_name(key)
        with self.desk.database.work() as work:
            for pattern in work.places.patterns(team_id):
                if pattern.name == name:
                    return pattern.id
            shift_types = [
                ShiftType(ShiftTypeId(new_id()), team_id, shift_type_name(t), shift_code(t), t.start, t.end, t.hue)
                for t in PATTERN_TEMPLATES[key]
            ]
            for shift_type in shift_types:
                work.places.add_shift_type(shift_type)
            made = ShiftPattern(PatternId(new_id()), team_id, name, tuple(s.id for s in shift_types))
            work.places.add_pattern(made)
        return made.id

    def new_checkpoint(self, team_id: TeamId, name: str, pattern_id: PatternId | None) -> Checkpoint:
        """A checkpoint not stored yet, last in the order."""
        with self.desk.database.reading() as work:
            last = max((c.order for c in work.places.checkpoints(team_id)), default=-1)
        return Checkpoint(CheckpointId(new_id()), team_id, name, pattern_id=pattern_id, order=last + 1)

    def _planned(
        self,
        team_id: TeamId,
        write: Callable[[UnitOfWork], None],
        afterwards: Callable[[UnitOfWork, TeamId], None] = lambda _work, _team_id: None,
    ) -> Changes:
        with self.desk.database.work() as work:
            write(work)
            changes = Changes(places=True) | replan(work, team_id, self.desk)
            afterwards(work, team_id)
            return changes


def _save_shift_types(work: UnitOfWork, team_id: TeamId, shift_types: Iterable[ShiftType]) -> None:
    known = {s.id for s in work.places.shift_types(team_id)}
    for shift_type in shift_types:
        if shift_type.id in known:
            work.places.update_shift_type(shift_type)
        else:
            work.places.add_shift_type(shift_type)


def _remove_unused_shift_types(work: UnitOfWork, team_id: TeamId) -> None:
    """Shift types belong to their patterns; those of earlier rosters stay, for the rosters' sake."""
    tiled = {s for pattern in work.places.patterns(team_id) for s in pattern.shift_type_ids}
    for shift_type in work.places.shift_types(team_id):
        if shift_type.id not in tiled:
            try:
                work.places.remove_shift_type(shift_type.id)
            except DomainError as error:
                if error.code is not ErrorCode.IN_USE:
                    raise
