"""The checkpoints as they are written: what is stored, with what is not stored yet laid over it."""

from __future__ import annotations

from dataclasses import replace

from roster_app.domain.ids import CheckpointId, new_id
from roster_app.domain.team import Directory
from roster_app.gui.places.drafts import Draft, Drafts
from roster_app.gui.places.edits import StaffedPlace, place_of
from roster_app.gui.places.starter import usual_posts
from roster_app.gui.places.words import listed, place_field_name
from roster_app.gui.places.written import WrittenPlace, WrittenPost
from roster_app.i18n import _


class PlaceDrafts:
    """Holds the directory as it was read last; `rebase` takes a newer one."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._drafts: Drafts[WrittenPlace] = Drafts()
        self._begun_with: dict[CheckpointId, tuple[WrittenPost, ...]] = {}

    @property
    def ids(self) -> list[CheckpointId]:
        """Every checkpoint in the order of the list, the new ones last."""
        return [*self.order, *map(CheckpointId, self._drafts.new())]

    @property
    def order(self) -> list[CheckpointId]:
        """The stored checkpoints in their order."""
        return [c.id for c in self.directory.checkpoints_in_order]

    @property
    def begun(self) -> CheckpointId | None:
        """A new checkpoint that is being written."""
        new = self._drafts.new()
        return CheckpointId(new[-1]) if new else None

    def is_dirty(self, checkpoint_id: CheckpointId) -> bool:
        """Whether something is written of it that is not stored."""
        return checkpoint_id in self._drafts

    def stored(self, checkpoint_id: CheckpointId | None) -> StaffedPlace | None:
        """The checkpoint as it is stored."""
        return place_of(checkpoint_id, self.directory) if checkpoint_id is not None else None

    def written(self, checkpoint_id: CheckpointId) -> WrittenPlace:
        """The checkpoint as it is written; raises KeyError for one that is neither stored nor begun."""
        draft = self._drafts.get(checkpoint_id)
        if draft is not None:
            return draft.written
        place = self.stored(checkpoint_id)
        if place is None:
            raise KeyError(checkpoint_id)
        return WrittenPlace.of(place)

    def begin(self, written: WrittenPlace) -> CheckpointId:
        """A new checkpoint to write; its id."""
        checkpoint_id = CheckpointId(new_id())
        self._drafts.keep(checkpoint_id, None, written)
        self._begun_with[checkpoint_id] = written.posts
        return checkpoint_id

    def write(self, checkpoint_id: CheckpointId, written: WrittenPlace) -> bool:
        """Keep what is written; whether it was changed on the way, because another kind has other usual posts."""
        draft = self._drafts.get(checkpoint_id)
        before = self.written(checkpoint_id)
        kept = written
        if written.kind != before.kind and written.posts == self._begun_with.get(checkpoint_id):
            kept = replace(written, posts=usual_posts(written.kind, self.directory))
            self._begun_with[checkpoint_id] = kept.posts
        self._drafts.keep(checkpoint_id, draft.base if draft else before, kept)
        return kept != written

    def drop(self, checkpoint_id: CheckpointId) -> None:
        """Forget what is written of it."""
        self._drafts.drop(checkpoint_id)
        self._begun_with.pop(checkpoint_id, None)

    def rebase(self, directory: Directory) -> dict[CheckpointId, str]:
        """Take what is stored now; for each draft that it concerns, a sentence that says what happened."""
        self.directory = directory
        told = {}
        for key, draft in self._drafts.items():
            self._drafts.keep(key, draft.base, draft.written.without_lost(directory))
        for key, draft in self._drafts.items():
            if draft.base is not None and (sentence := self._laid_anew(CheckpointId(key), draft.base, draft)):
                told[CheckpointId(key)] = sentence
        return told

    def _laid_anew(self, checkpoint_id: CheckpointId, base: WrittenPlace, draft: Draft[WrittenPlace]) -> str:
        place = self.stored(checkpoint_id)
        if place is None:
            self._drafts.keep(checkpoint_id, None, draft.written)
            return _("A colleague removed {name}. Saving makes it anew; Discard lets it go.").format(name=base.name)
        theirs = WrittenPlace.of(place)
        if theirs == base:
            return ""
        self._drafts.keep(checkpoint_id, theirs, draft.written.rebased(base, theirs))
        told = _("A colleague changed {name} a moment ago. Your own changes are kept: look, and save again.")
        both = listed(place_field_name(field) for field in draft.written.contested(base, theirs))
        if both:
            told = _("A colleague changed {name} a moment ago. You both changed: {fields}. Look, and save again.")
        return told.format(name=base.name, fields=both)
