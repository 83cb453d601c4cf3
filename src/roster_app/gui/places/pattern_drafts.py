"""The patterns as they are written: what is stored, with what is not stored yet laid over it."""

from __future__ import annotations

from roster_app.domain.ids import PatternId, new_id
from roster_app.domain.team import Directory
from roster_app.gui.places.drafts import Draft, Drafts
from roster_app.gui.places.edits import Tiling, tiling_of
from roster_app.gui.places.written_pattern import WrittenPattern
from roster_app.i18n import _


class PatternDrafts:
    """Holds the directory as it was read last; `rebase` takes a newer one."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._drafts: Drafts[WrittenPattern] = Drafts()

    @property
    def ids(self) -> list[PatternId]:
        """Every pattern, the oldest first, the new ones last."""
        return [*(p.id for p in self.directory.patterns), *map(PatternId, self._drafts.new())]

    def is_dirty(self, pattern_id: PatternId) -> bool:
        """Whether something is written of it that is not stored."""
        return pattern_id in self._drafts

    def stored(self, pattern_id: PatternId | None) -> Tiling | None:
        """The pattern as it is stored."""
        pattern = self.directory.pattern.get(pattern_id) if pattern_id is not None else None
        return tiling_of(pattern, self.directory) if pattern else None

    def written(self, pattern_id: PatternId) -> WrittenPattern:
        """The pattern as it is written; raises KeyError for one that is neither stored nor begun."""
        draft = self._drafts.get(pattern_id)
        if draft is not None:
            return draft.written
        tiling = self.stored(pattern_id)
        if tiling is None:
            raise KeyError(pattern_id)
        return WrittenPattern.of(tiling)

    def begin(self, written: WrittenPattern) -> PatternId:
        """A new pattern to write; its id."""
        pattern_id = PatternId(new_id())
        self._drafts.keep(pattern_id, None, written)
        return pattern_id

    def write(self, pattern_id: PatternId, written: WrittenPattern) -> None:
        """Keep what is written."""
        draft = self._drafts.get(pattern_id)
        self._drafts.keep(pattern_id, draft.base if draft else self.written(pattern_id), written)

    def drop(self, pattern_id: PatternId) -> None:
        """Forget what is written of it."""
        self._drafts.drop(pattern_id)

    def rebase(self, directory: Directory) -> dict[PatternId, str]:
        """Take what is stored now; for each draft that it concerns, a sentence that says what happened."""
        self.directory = directory
        told = {}
        for key, draft in self._drafts.items():
            if draft.base is not None and (sentence := self._laid_anew(PatternId(key), draft.base, draft)):
                told[PatternId(key)] = sentence
        return told

    def _laid_anew(self, pattern_id: PatternId, base: WrittenPattern, draft: Draft[WrittenPattern]) -> str:
        tiling = self.stored(pattern_id)
        if tiling is None:
            self._drafts.keep(pattern_id, None, draft.written)
            return _("A colleague removed {name}. Saving makes it anew; Discard lets it go.").format(name=base.name)
        theirs = WrittenPattern.of(tiling)
        if theirs == base:
            return ""
        self._drafts.keep(pattern_id, theirs, draft.written.rebased(base, theirs))
        told = _("A colleague changed {name} a moment ago. Your own changes are kept: look, and save again.")
        return told.format(name=base.name)
