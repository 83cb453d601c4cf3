"""What can be done with a checkpoint as a whole: storing, removing, moving, taking out of service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.domain.errors import DomainError, StaleEdit
from roster_app.domain.ids import CheckpointId
from roster_app.gui.messages import MessageAction
from roster_app.gui.places.edits import Arrangement, PlaceEdit, StaffedPlace, place_of
from roster_app.gui.places.keeper import Keeper, is_in_use
from roster_app.gui.places.making import Made, make_missing
from roster_app.gui.places.place_drafts import PlaceDrafts
from roster_app.gui.places.written import WrittenPost, blank_checkpoint
from roster_app.gui.shell import Shell
from roster_app.i18n import _


class PlaceSteps(QObject):
    """Goes through the page's keeper; explains what is refused, with a way out."""

    reload_wished = Signal()  # a colleague was faster: what is shown is no longer what is stored
    store_wished = Signal(object)  # the CheckpointId of a draft changed here that is to be stored at once

    def __init__(self, shell: Shell, keeper: Keeper, drafts: PlaceDrafts, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._keeper = keeper
        self._drafts = drafts

    def store(self, checkpoint_id: CheckpointId) -> None:
        """Store what is written, and before it what it needs and the team does not have yet."""
        use_case = partial(
            make_missing, self._drafts.written(checkpoint_id), self._drafts.directory, self._shell.services
        )
        self._shell.errors.attempt(use_case, partial(self._store_with, checkpoint_id))

    def remove(self, checkpoint_id: CheckpointId) -> None:
        """Remove a stored checkpoint."""
        place = self._drafts.stored(checkpoint_id)
        if place is None:
            return
        name = place.checkpoint.name

        def then() -> None:
            self._drafts.drop(checkpoint_id)
            told = _("{name} has been removed.").format(name=name)
            self._shell.messages.tell(told, "info", MessageAction(_("Undo"), self._keeper.undo))

        edit = PlaceEdit(_("Removed {name}").format(name=name), place, None)
        self._keeper.store(edit, then=then, on_refused=self._refusal(partial(self._tell_stood_at, place)))

    def move(self, checkpoint_id: CheckpointId, step: int) -> None:
        """List it further up (-1) or down (1)."""
        order = self._drafts.order
        at = order.index(checkpoint_id) if checkpoint_id in order else -1
        to = at + step
        if at < 0 or not 0 <= to < len(order):
            return
        moved = order.copy()
        moved.insert(to, moved.pop(at))
        words = _("Moved {name} in the list").format(name=self._drafts.directory.checkpoint[checkpoint_id].name)
        self._keeper.store(
            PlaceEdit(words, Arrangement(tuple(order)), Arrangement(tuple(moved))), on_refused=self._refusal()
        )

    def _store_with(self, checkpoint_id: CheckpointId, made: Made) -> None:
        self._keeper.accept(made.changes)
        before = self._drafts.stored(checkpoint_id)
        directory = self._drafts.directory
        base = (
            before.checkpoint if before else blank_checkpoint(checkpoint_id, directory.team.id, len(self._drafts.order))
        )
        after = self._drafts.written(checkpoint_id).place(
            base, area_id=made.area_id, pattern_id=made.pattern_id, made=made.qualifications
        )
        words = _("Changed {name}") if before else _("Added {name}")
        self._keeper.store(
            PlaceEdit(words.format(name=after.checkpoint.name), before, after),
            then=partial(self._drafts.drop, checkpoint_id),
            on_refused=self._refusal(partial(self._tell_post_in_use, checkpoint_id, before), panel_tells=True),
        )

    def _refusal(
        self, explain: Callable[[DomainError], bool] | None = None, *, panel_tells: bool = False
    ) -> Callable[[DomainError], bool]:
        """Answers a refusal: what is in use is explained, a colleague's change is shown (and told by the panel)."""

        def refused(error: DomainError) -> bool:
            if isinstance(error, StaleEdit):
                self.reload_wished.emit()
                return panel_tells
            return is_in_use(error) and explain is not None and explain(error)

        return refused

    def _tell_stood_at(self, place: StaffedPlace, _error: DomainError) -> bool:
        told = _(
            "People stand or stood at {name}, so it stays for the record. Out of service, it asks for nobody any more."
        ).format(name=place.checkpoint.name)
        way_out = MessageAction(_("Take out of service"), partial(self._take_out_of_service, place.checkpoint.id))
        self._shell.messages.tell(told, "look", way_out)
        return True

    def _take_out_of_service(self, checkpoint_id: CheckpointId) -> None:
        place = place_of(checkpoint_id, self._drafts.directory)
        if place is not None:
            without = replace(place, checkpoint=replace(place.checkpoint, pattern_id=None))
            words = _("Took {name} out of service").format(name=place.checkpoint.name)
            self._keeper.store(PlaceEdit(words, place, without), on_refused=self._refusal())

    def _tell_post_in_use(self, checkpoint_id: CheckpointId, before: StaffedPlace | None, error: DomainError) -> bool:
        name = str(error.facts.get("name", ""))
        told = _(
            "People stand or stood at the post {name}, so it stays for the record. With 0 people it asks for nobody."
        ).format(name=name)
        way_out = MessageAction(_("Set it to 0 people"), partial(self._keep_post, checkpoint_id, before, name))
        self._shell.messages.tell(told, "look", way_out)
        return True

    def _keep_post(self, checkpoint_id: CheckpointId, before: StaffedPlace | None, name: str) -> None:
        """Put the removed posts of that name back with nobody in them, and store."""
        if before is None or not self._drafts.is_dirty(checkpoint_id):
            return
        written = self._drafts.written(checkpoint_id)
        known = {post.id for post in written.posts}
        back = [
            replace(WrittenPost.of(post), headcount=0, windows=())
            for post in before.posts
            if post.name == name and post.id not in known
        ]
        self._drafts.write(checkpoint_id, replace(written, posts=(*written.posts, *back)))
        self.store_wished.emit(checkpoint_id)
