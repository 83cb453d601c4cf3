"""Stores the steps of the page: asks before what costs people their duties, tells what moved, takes steps back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import PeriodId
from roster_app.domain.people import Crew, Qualification
from roster_app.domain.places import Area
from roster_app.gui.messages import MessageAction
from roster_app.gui.places.edits import Arrangement, PlaceEdit, Turns, carry_out, wished
from roster_app.gui.places.moves_dialog import MovesDialog
from roster_app.gui.places.words import rosters_named
from roster_app.gui.shell import Shell
from roster_app.i18n import _, ngettext

if TYPE_CHECKING:
    from roster_app.domain.demand_moves import DutyMove
    from roster_app.domain.team import Directory
    from roster_app.services import Changes

_KEPT = 100
Refused = Callable[[DomainError], bool]


class Keeper(QObject):
    """Every step goes through `store`; what was stored can be undone and redone until the window closes."""

    stored = Signal(object)  # the Changes; the page reads the directory anew
    steps_changed = Signal()  # what can be undone and redone is another thing now

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._done: list[PlaceEdit] = []
        self._undone: list[PlaceEdit] = []
        self._moves: tuple[tuple[DutyMove, ...], tuple[Directory, Directory]] | None = None  # of the step under way

    @property
    def next_undo(self) -> PlaceEdit | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> PlaceEdit | None:
        return self._undone[-1] if self._undone else None

    def store(
        self, edit: PlaceEdit, *, then: Callable[[], object] | None = None, on_refused: Refused | None = None
    ) -> None:
        """Store a step; `then` is called when it is stored, `on_refused` is asked whether it deals with a refusal."""

        def done() -> None:
            self._done = [*self._done, edit][-_KEPT:]
            self._undone.clear()
            self._shell.messages.tell_step(edit.words)
            if then is not None:
                then()

        self._begin(edit, done, on_refused)

    def undo(self) -> None:
        """Take the last step back."""
        step = self.next_undo
        if step is not None:
            told = _("Undone: {step}").format(step=step.words)
            self._go(step.inverse(), self._done, self._undone, told)

    def redo(self) -> None:
        """Do the last step taken back again."""
        step = self.next_redo
        if step is not None:
            self._go(step, self._undone, self._done, step.words)

    def accept(self, changes: Changes) -> None:
        """Something was stored that is no step: tell everybody, and say which rosters follow."""
        if changes:
            self._moves = None
            self.stored.emit(changes)
            self._tell_moved(changes)

    def _tell_moved(self, changes: Changes) -> None:
        """Say which rosters follow the new demand, and lead there and to the list of the duties that moved."""
        moved, self._moves = self._moves, None
        if not changes.periods:
            return
        periods = self._shell.services.rostering.periods(self._shell.team_id)
        told = _("The roster of {periods} follows the new demand.").format(
            periods=rosters_named(periods, changes.periods)
        )
        first = next((p.id for p in periods if p.id in changes.periods), None)
        ways = [MessageAction(_("Show"), lambda: self._shell.go("roster", first))]
        if moved is not None and moved[0]:
            ways.append(MessageAction(_("Which duties …"), partial(self.show_moves, *moved)))
        self._shell.messages.tell(told, "good", *ways)

    def _go(self, edit: PlaceEdit, source: list[PlaceEdit], target: list[PlaceEdit], told: str) -> None:
        def done() -> None:
            target.append(source.pop())
            self._shell.messages.tell_step(told)

        def refused(error: DomainError) -> bool:
            if isinstance(error, StaleEdit):
                source.pop()
                self.steps_changed.emit()
            return False

        self._begin(edit, done, refused)

    def _begin(self, edit: PlaceEdit, done: Callable[[], object], on_refused: Refused | None) -> None:
        """Ask first where people would lose duties: what is cleared by a new demand no undo brings back."""
        finish = partial(self._finish, edit, done, on_refused)
        if edit.before is None or isinstance(edit.thing, (Area, Crew, Qualification, Arrangement, Turns)):
            self._moves = None
            finish()
        else:
            services = self._shell.services
            self.unless_lost(wished(edit, services.teams.directory(self._shell.team_id)), finish)

    def unless_lost(self, wanted: Directory, finish: Callable[[], object]) -> None:
        """Go on, after showing which duties move and asking where people would lose some under what is wanted."""
        services = self._shell.services
        moves = services.places.moved_duties(wanted)
        stored = services.teams.directory(self._shell.team_id)

        def go_on() -> None:
            self._moves = (moves, (stored, wanted))
            finish()

        lost = Counter(move.period_id for move in moves if move.is_loss)
        if not lost:
            go_on()
            return
        title, answer = _("People would lose duties"), _("Save all the same")
        question = MovesDialog(title, self._loss(lost), moves, (stored, wanted), self._page, answer)
        question.accepted.connect(go_on)
        question.open()

    def show_moves(self, moves: Sequence[DutyMove], directories: tuple[Directory, Directory]) -> None:
        """The duties that moved with the last step, for looking at."""
        told = _("These duties follow the new demand. What was added is vacant.")
        MovesDialog(_("Duties that moved"), told, moves, directories, self._page).open()

    def _loss(self, lost: Mapping[PeriodId, int]) -> str:
        count = sum(lost.values())
        periods = rosters_named(self._shell.services.rostering.periods(self._shell.team_id), lost)
        return ngettext(
            "In the roster of {periods}, {count} duty that somebody holds is no longer wanted then and goes. "
            "Undo does not bring its holder back.",
            "In the roster of {periods}, {count} duties that somebody holds are no longer wanted then and go. "
            "Undo does not bring their holders back.",
            count,
        ).format(periods=periods, count=count)

    def _finish(self, edit: PlaceEdit, done: Callable[[], object], on_refused: Refused | None) -> None:
        services, team_id = self._shell.services, self._shell.team_id

        def use_case() -> Changes:
            return carry_out(edit, services, services.teams.directory(team_id))

        def then(changes: Changes) -> None:
            done()
            self.steps_changed.emit()
            self.stored.emit(changes)
            self._tell_moved(changes)

        def refused(error: Exception) -> bool:
            return isinstance(error, DomainError) and on_refused is not None and on_refused(error)

        self._shell.errors.attempt(use_case, then, on_refused=refused)


def is_in_use(error: DomainError) -> bool:
    """Whether something cannot be removed because something else needs it."""
    return error.code is ErrorCode.IN_USE
