"""Places: areas, checkpoints with their posts, shift types and patterns."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, exists, or_, select

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import AreaId, CheckpointId, PatternId, PostId, QualificationId, ShiftTypeId, TeamId
from roster_app.domain.places import Area, Checkpoint, Post, ShiftPattern, ShiftType
from roster_app.storage.mapping import places as mapping
from roster_app.storage.rows import (
    AreaRow,
    CheckpointRow,
    DutyRow,
    EditionHolderRow,
    EditionRow,
    PatternShiftTypeRow,
    PostQualificationRow,
    PostRow,
    ShiftPatternRow,
    ShiftRow,
    ShiftTypeRow,
    VolunteerRow,
)
from roster_app.storage.rule_store import RuleStore
from roster_app.storage.store import Store


class PlaceStore(Store):
    """The places of all teams."""

    def areas(self, team_id: TeamId) -> tuple[Area, ...]:
        """The team's areas, as the coordinator arranged them."""
        ours = select(AreaRow).where(AreaRow.team_id == team_id).order_by(AreaRow.position, AreaRow.id)
        return tuple(map(mapping.area, self._rows(ours)))

    def add_area(self, *areas: Area) -> None:
        """New areas."""
        self._insert(AreaRow, [mapping.area_columns(a) for a in areas])

    def update_area(self, area: Area) -> None:
        """Store a changed area; raises StaleEdit where it is gone."""
        self._update(AreaRow, mapping.area_columns(area))

    def remove_area(self, area_id: AreaId) -> None:
        """Refused (IN_USE) while a checkpoint lies in it or a volunteer lives there."""
        used = or_(exists().where(CheckpointRow.area_id == area_id), exists().where(VolunteerRow.area_id == area_id))
        self._refuse_in_use(select(AreaRow.name).where(AreaRow.id == area_id, used))
        self._delete(AreaRow, area_id)

    def checkpoints(self, team_id: TeamId) -> tuple[Checkpoint, ...]:
        """The team's checkpoints, as the coordinator arranged them."""
        ours = select(CheckpointRow).where(CheckpointRow.team_id == team_id)
        return tuple(map(mapping.checkpoint, self._rows(ours.order_by(CheckpointRow.position, CheckpointRow.id))))

    def get_checkpoint(self, checkpoint_id: CheckpointId) -> Checkpoint:
        """One checkpoint; raises DomainError (UNKNOWN_CHECKPOINT)."""
        rows = self._rows(select(CheckpointRow).where(CheckpointRow.id == checkpoint_id))
        if not rows:
            raise DomainError(ErrorCode.UNKNOWN_CHECKPOINT, checkpoint_id=checkpoint_id)
        return mapping.checkpoint(rows[0])

    def add_checkpoint(self, *checkpoints: Checkpoint) -> None:
        """New checkpoints."""
        self._insert(CheckpointRow, [mapping.checkpoint_columns(c) for c in checkpoints])

    def update_checkpoint(self, checkpoint: Checkpoint) -> Checkpoint:
        """Store a changed checkpoint and answer with it as stored; raises StaleEdit where a colleague was faster."""
        self._update_version(CheckpointRow, mapping.checkpoint_columns(checkpoint), checkpoint.version)
        return replace(checkpoint, version=checkpoint.version + 1)

    def remove_checkpoint(self, checkpoint_id: CheckpointId) -> None:
        """Remove a checkpoint with its posts, vacant duties and what rules say of it.

        Refused (IN_USE) where anybody stands or stood.
        """
        shifts = select(ShiftRow.id).where(ShiftRow.checkpoint_id == checkpoint_id).scalar_subquery()
        stood = _anybody_at(DutyRow.shift_id.in_(shifts))
        self._refuse_in_use(select(CheckpointRow.name).where(CheckpointRow.id == checkpoint_id, stood))
        self._forget_place(checkpoint_id)
        self._run(delete(ShiftRow).where(ShiftRow.checkpoint_id == checkpoint_id))
        self._delete(CheckpointRow, checkpoint_id)

    def posts(self, team_id: TeamId) -> tuple[Post, ...]:
        """The posts of all the team's checkpoints, as the coordinator arranged them."""
        ours = select(CheckpointRow.id).where(CheckpointRow.team_id == team_id)
        return self._posts(PostRow.checkpoint_id.in_(ours))

    def replace_posts(self, checkpoint_id: CheckpointId, posts: Iterable[Post]) -> None:
        """These are from now on all posts of the checkpoint: known ones are changed, the others are new.

        A post left out is removed with its vacant duties and what rules say of it; refused (IN_USE) where anybody
        stands or stood at it.
        """
        wanted = list(posts)
        known = set(self._session.scalars(select(PostRow.id).where(PostRow.checkpoint_id == checkpoint_id)))
        for post_id in sorted(known.difference(post.id for post in wanted)):
            self._remove_post(post_id, checkpoint_id)
        for post in wanted:
            if post.id in known:
                self._update(PostRow, mapping.post_columns(post))
        self._insert(PostRow, [mapping.post_columns(post) for post in wanted if post.id not in known])
        self._write_requirements(checkpoint_id, wanted)

    def shift_types(self, team_id: TeamId) -> tuple[ShiftType, ...]:
        """The team's shift types, the oldest first."""
        ours = select(ShiftTypeRow).where(ShiftTypeRow.team_id == team_id).order_by(ShiftTypeRow.id)
        return tuple(map(mapping.shift_type, self._rows(ours)))

    def add_shift_type(self, *shift_types: ShiftType) -> None:
        """New shift types."""
        self._insert(ShiftTypeRow, [mapping.shift_type_columns(s) for s in shift_types])

    def update_shift_type(self, shift_type: ShiftType) -> None:
        """Store a changed shift type; raises StaleEdit where it is gone."""
        self._update(ShiftTypeRow, mapping.shift_type_columns(shift_type))

    def remove_shift_type(self, shift_type_id: ShiftTypeId) -> None:
        """With the statements and rules about it; refused (IN_USE) while a pattern or a roster uses it."""
        used = or_(
            exists().where(PatternShiftTypeRow.shift_type_id == shift_type_id),
            exists().where(ShiftRow.shift_type_id == shift_type_id),
        )
        self._refuse_in_use(select(ShiftTypeRow.name).where(ShiftTypeRow.id == shift_type_id, used))
        team_id = self._session.scalar(select(ShiftTypeRow.team_id).where(ShiftTypeRow.id == shift_type_id))
        RuleStore(self._session).forget(team_id, {(ShiftTypeId, shift_type_id)})
        self._delete(ShiftTypeRow, shift_type_id)

    def patterns(self, team_id: TeamId) -> tuple[ShiftPattern, ...]:
        """The team's patterns, the oldest first."""
        ours = select(ShiftPatternRow).where(ShiftPatternRow.team_id == team_id).order_by(ShiftPatternRow.id)
        steps = (
            select(PatternShiftTypeRow)
            .join(ShiftPatternRow)
            .where(ShiftPatternRow.team_id == team_id)
            .order_by(PatternShiftTypeRow.position)
        )
        tiles: dict[PatternId, list[ShiftTypeId]] = {}
        for step in self._rows(steps):
            tiles.setdefault(step.pattern_id, []).append(step.shift_type_id)
        return tuple(mapping.pattern(row, tuple(tiles.get(row.id, ()))) for row in self._rows(ours))

    def add_pattern(self, *patterns: ShiftPattern) -> None:
        """New patterns."""
        self._insert(ShiftPatternRow, [mapping.pattern_columns(p) for p in patterns])
        self._write_tiles(patterns)

    def update_pattern(self, pattern: ShiftPattern) -> None:
        """Store a changed pattern; raises StaleEdit where it is gone."""
        self._update(ShiftPatternRow, mapping.pattern_columns(pattern))
        self._run(delete(PatternShiftTypeRow).where(PatternShiftTypeRow.pattern_id == pattern.id))
        self._write_tiles([pattern])

    def remove_pattern(self, pattern_id: PatternId) -> None:
        """Refused (IN_USE) while a checkpoint is staffed by it."""
        used = exists().where(CheckpointRow.pattern_id == pattern_id)
        self._refuse_in_use(select(ShiftPatternRow.name).where(ShiftPatternRow.id == pattern_id, used))
        self._delete(ShiftPatternRow, pattern_id)

    def _posts(self, which: ColumnElement[bool]) -> tuple[Post, ...]:
        requires: dict[PostId, set[QualificationId]] = {}
        for row in self._rows(select(PostQualificationRow).join(PostRow).where(which)):
            requires.setdefault(row.post_id, set()).add(row.qualification_id)
        found = self._rows(select(PostRow).where(which).order_by(PostRow.checkpoint_id, PostRow.position, PostRow.id))
        return tuple(mapping.post(row, frozenset(requires.get(row.id, ()))) for row in found)

    def _remove_post(self, post_id: PostId, checkpoint_id: CheckpointId) -> None:
        shifts = select(ShiftRow.id).where(ShiftRow.checkpoint_id == checkpoint_id).scalar_subquery()
        its_duties = DutyRow.shift_id.in_(shifts) & (DutyRow.post_id == post_id)
        self._refuse_in_use(select(PostRow.name).where(PostRow.id == post_id, _anybody_at(its_duties)))
        team_id = self._session.scalar(select(CheckpointRow.team_id).where(CheckpointRow.id == checkpoint_id))
        RuleStore(self._session).forget(team_id, {(PostId, post_id)})
        self._run(delete(DutyRow).where(its_duties))
        self._delete(PostRow, post_id)

    def _forget_place(self, checkpoint_id: CheckpointId) -> None:
        team_id = self._session.scalar(select(CheckpointRow.team_id).where(CheckpointRow.id == checkpoint_id))
        posts = self._session.scalars(select(PostRow.id).where(PostRow.checkpoint_id == checkpoint_id))
        gone = {(PostId, post_id) for post_id in posts} | {(CheckpointId, checkpoint_id)}
        RuleStore(self._session).forget(team_id, gone)

    def _write_requirements(self, checkpoint_id: CheckpointId, posts: list[Post]) -> None:
        ours = select(PostRow.id).where(PostRow.checkpoint_id == checkpoint_id).scalar_subquery()
        self._run(delete(PostQualificationRow).where(PostQualificationRow.post_id.in_(ours)))
        self._insert(
            PostQualificationRow,
            [{"post_id": post.id, "qualification_id": q} for post in posts for q in sorted(post.requires)],
        )

    def _write_tiles(self, patterns: Iterable[ShiftPattern]) -> None:
        self._insert(
            PatternShiftTypeRow,
            [
                {"pattern_id": pattern.id, "shift_type_id": shift_type_id, "position": position}
                for pattern in patterns
                for position, shift_type_id in enumerate(pattern.shift_type_ids)
            ],
        )


def _anybody_at(duties: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether anybody holds one of the duties, or held it in a published edition."""
    published = (
        select(EditionHolderRow.duty_id)
        .join(EditionRow, EditionRow.id == EditionHolderRow.edition_id)
        .where(EditionRow.period_id == ShiftRow.period_id, EditionHolderRow.volunteer_id.is_not(None))
    )
    held = or_(DutyRow.volunteer_id.is_not(None), DutyRow.id.in_(published))
    return select(DutyRow.id).join(ShiftRow).where(duties, held).exists()
