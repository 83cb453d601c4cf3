"""Stores what the page wishes, tells everybody, and remembers how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from roster_app.domain.errors import StaleEdit
from roster_app.domain.ids import QualificationId, VolunteerId, new_id
from roster_app.domain.people import Availability, Leave, Qualification, Volunteer
from roster_app.gui.people.steps import MergeStep, Step, Steps, add_leave, store_people, store_statements
from roster_app.gui.people.written import Written
from roster_app.gui.shell import Shell
from roster_app.i18n import _, ngettext

if TYPE_CHECKING:
    from roster_app.services import Changes
    from roster_app.services.taking_in import Taken

_MANY = 200
"""So many people are stored in the blink of an eye."""


class Keeper(QObject):
    """Each method is one step; refusals are told by the shell's errors, and nothing is stored then."""

    stored = Signal(object)  # the Changes; the page reads the directory anew
    work_began = Signal(str)  # many people are being stored: what is done
    work_ended = Signal()
    steps_changed = Signal()  # what can be undone and redone is another thing now

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._people = shell.services.people
        self.steps = Steps()

    def add(self, written: Written) -> VolunteerId | None:
        """Store somebody new; the id they got, or nothing if it was refused."""
        person = Volunteer(VolunteerId(new_id()), self._shell.team_id, written.name)

        def use_case() -> tuple[Changes, Volunteer]:
            made, changes = self._make_qualifications(written)
            added = written.laid_over(person, made)
            return changes | self._people.add(added), added

        def then(answer: tuple[Changes, Volunteer]) -> None:
            changes, added = answer
            step = Step(
                _("Added {name}").format(name=added.name),
                undo=partial(self._people.remove, added.id),
                redo=partial(self._people.add, added),
            )
            self._tell(step, changes)

        return person.id if self._shell.errors.attempt(use_case, then) else None

    def update(self, stored: Volunteer, written: Written, on_stale: Callable[[], object]) -> bool:
        """Store what the form says of somebody; where a colleague was faster, `on_stale` is called instead."""

        def use_case() -> tuple[Changes, Volunteer]:
            made, changes = self._make_qualifications(written)
            wanted = written.laid_over(stored, made)
            return changes | self._people.update(wanted), wanted

        def then(answer: tuple[Changes, Volunteer]) -> None:
            changes, wanted = answer
            self._tell(self._swap(_("Changed {name}").format(name=wanted.name), (stored,), (wanted,)), changes)

        def refused(error: Exception) -> bool:
            if isinstance(error, StaleEdit):
                on_stale()
            return isinstance(error, StaleEdit)

        return self._shell.errors.attempt(use_case, then, on_refused=refused)

    def update_all(
        self, before: tuple[Volunteer, ...], after: tuple[Volunteer, ...], then: Callable[[], object] = lambda: None
    ) -> None:
        """Store one change of several people as one step, of many on a worker; `then` is called when it is stored."""
        count = len(after)
        words = ngettext("Changed {count} volunteer", "Changed {count} volunteers", count).format(count=count)
        step = self._swap(words, before, after)

        def told(changes: Changes) -> None:
            self._tell(step, changes)
            then()

        self._carry_out(partial(self._people.update, *after), told, step)

    def remove(self, volunteer: Volunteer, on_refused: Callable[[], object]) -> None:
        """Remove somebody for good; `on_refused` is the way out where a roster still names them."""
        from roster_app.gui.messages import MessageAction

        def then(changes: Changes) -> None:
            self._shell.messages.tell_step(_("Removed {name}").format(name=volunteer.name))
            self._spread(changes)

        self._shell.errors.attempt(
            partial(self._people.remove, volunteer.id),
            then,
            way_out=MessageAction(_("Set the last day"), on_refused),
        )

    def merge(self, wanted: Volunteer, gone: Volunteer) -> bool:
        """Make one person of two, with everything that was theirs."""
        step = MergeStep(self._shell.services, wanted, gone)
        words = _("Made one person: {name}").format(name=wanted.name)
        told = Step(words, undo=step.undo, redo=step.redo)
        return self._shell.errors.attempt(step.redo, partial(self._tell, told))

    def tell_apart(self, pair: frozenset[VolunteerId], names: list[str]) -> bool:
        """Remember that two who look like one are two, for everybody."""
        redo = partial(self._people.tell_apart, pair)
        words = _("Two people: {names}").format(names=_(", ").join(names))
        step = Step(words, undo=partial(self._people.ask_again, pair), redo=redo)
        return self._shell.errors.attempt(redo, partial(self._tell, step))

    def set_statements(self, words: str, before: tuple[Availability, ...], after: tuple[Availability, ...]) -> None:
        """Store all statements of one person."""
        services, team_id = self._shell.services, self._shell.team_id
        volunteer_id = (*before, *after)[0].volunteer_id
        step = Step(
            words,
            undo=partial(store_statements, services, team_id, after, before),
            redo=partial(store_statements, services, team_id, before, after),
        )
        use_case = partial(self._people.set_availability, volunteer_id, after)
        self._shell.errors.attempt(use_case, partial(self._tell, step))

    def add_leave(self, words: str, leave: Leave) -> None:
        """Store a new leave."""
        add = partial(add_leave, self._shell.services, self._shell.team_id, leave)
        step = Step(words, undo=partial(self._people.remove_leave, leave), redo=add)
        self._shell.errors.attempt(partial(self._people.add_leave, leave), partial(self._tell, step))

    def remove_leave(self, words: str, leave: Leave) -> None:
        """Take a leave away."""
        add = partial(add_leave, self._shell.services, self._shell.team_id, leave)
        step = Step(words, undo=add, redo=partial(self._people.remove_leave, leave))
        self._shell.errors.attempt(partial(self._people.remove_leave, leave), partial(self._tell, step))

    def change_leave(self, words: str, before: Leave, after: Leave) -> None:
        """Put one leave in the place of another."""

        def put(old: Leave, new: Leave) -> Changes:
            return self._people.remove_leave(old) | self._people.add_leave(new)

        step = Step(words, undo=partial(put, after, before), redo=partial(put, before, after))
        self._shell.errors.attempt(partial(put, before, after), partial(self._tell, step))

    def undo(self) -> None:
        """Take the last step back."""
        step = self.steps.next_undo
        if step is not None:
            words = _("Undone: {step}").format(step=step.words)
            self._go(step, step.undo, words, self.steps.undone, self.steps.drop_undo)

    def redo(self) -> None:
        """Do the last step taken back again."""
        step = self.steps.next_redo
        if step is not None:
            self._go(step, step.redo, step.words, self.steps.redone, self.steps.drop_redo)

    def keep_taken(self, taken: Taken, words: str) -> None:
        """A file was taken in by its dialog: one step, however many people it touched."""
        self.remember(words, taken.undo, taken.redo)
        self._shell.messages.tell_step(words)

    def remember(self, words: str, undo: Callable[[], Changes], redo: Callable[[], Changes]) -> None:
        """Something about people was stored elsewhere, and is taken back here."""
        self.steps.add(Step(words, undo, redo))
        self.steps_changed.emit()

    def _go(
        self,
        step: Step,
        use_case: Callable[[], Changes],
        words: str,
        done: Callable[[], object],
        drop: Callable[[], object],
    ) -> None:
        def then(changes: Changes) -> None:
            done()
            self._shell.messages.tell_step(words)
            self._spread(changes)

        def refused(error: Exception) -> bool:
            if isinstance(error, StaleEdit):
                drop()
                self.steps_changed.emit()
            return False

        self._carry_out(use_case, then, step, refused)

    def _carry_out(
        self,
        use_case: Callable[[], Changes],
        then: Callable[[Changes], object],
        step: Step,
        refused: Callable[[Exception], bool] = lambda _error: False,
    ) -> None:
        """Here and now, or on a worker where the step is large; the window waits under a veil then."""
        if not step.large:
            self._shell.errors.attempt(use_case, then, on_refused=refused)
            return

        def done(changes: Changes) -> None:
            self.work_ended.emit()
            then(changes)

        def failed(error: Exception) -> None:
            self.work_ended.emit()
            if not refused(error):
                self._shell.errors.report(error)

        self.work_began.emit(step.words)
        self._shell.tasks.run(use_case, on_success=done, on_failure=failed, owner=self)

    def _swap(self, words: str, before: tuple[Volunteer, ...], after: tuple[Volunteer, ...]) -> Step:
        services = self._shell.services
        return Step(
            words,
            undo=partial(store_people, services, after, before),
            redo=partial(store_people, services, before, after),
            large=len(after) > _MANY,
        )

    def _make_qualifications(self, written: Written) -> tuple[list[QualificationId], Changes]:
        """Store the qualifications that the team does not have yet."""
        from roster_app.services import Changes

        made, changes = [], Changes()
        for words in written.new_qualifications:
            qualification = Qualification(QualificationId(new_id()), self._shell.team_id, words)
            changes |= self._people.add_qualification(qualification)
            made.append(qualification.id)
        return made, changes

    def _tell(self, step: Step, changes: Changes) -> None:
        self.steps.add(step)
        self._shell.messages.tell_step(step.words)
        self._spread(changes)

    def _spread(self, changes: Changes) -> None:
        self.steps_changed.emit()
        self.stored.emit(changes)
