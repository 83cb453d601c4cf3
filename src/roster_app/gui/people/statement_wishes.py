"""Leaves and times: from a wish in the list over its dialog to the keeper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Availability, Leave
from roster_app.domain.team import Directory
from roster_app.gui.people.keeper import Keeper
from roster_app.gui.people.leave_dialog import LeaveDialog
from roster_app.gui.people.statements_model import Statement, kind_of_statement
from roster_app.gui.people.statements_view import StatementsView
from roster_app.gui.people.times_dialog import TimesDialog
from roster_app.gui.people.week_dialog import WeekDialog
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose statements are shown."""

    volunteer_id: VolunteerId
    directory: Directory

    @property
    def name(self) -> str:
        return self.directory.name[self.volunteer_id]

    @property
    def statements(self) -> tuple[Availability, ...]:
        return self.directory.availabilities_of(self.volunteer_id)


class StatementWishes(QObject):
    """Asks `subject` whose they are at the moment of the wish."""

    def __init__(
        self, view: StatementsView, keeper: Keeper, subject: Callable[[], Subject | None], today: date, page: QWidget
    ) -> None:
        super().__init__(page)
        self._keeper = keeper
        self._subject = subject
        self._today = today
        self._page = page
        view.leave_wished.connect(lambda: self._open_leave(None))
        view.times_wished.connect(lambda: self._open_times(None))
        view.week_wished.connect(self.open_week)
        view.change_wished.connect(self._change)
        view.removal_wished.connect(self._remove)

    def open_week(self) -> None:
        """The usual week of whoever is shown, to be painted."""
        subject = self._subject()
        if subject is None:
            return
        dialog = WeekDialog(
            subject.volunteer_id,
            subject.name,
            subject.statements,
            self._today,
            self._page,
            subject.directory.shift_types,
        )
        dialog.submitted.connect(lambda after: self._store_week(subject, after))
        dialog.open()

    def _store_week(self, subject: Subject, after: tuple[Availability, ...]) -> None:
        if set(after) != set(subject.statements):
            words = _("Usual week of {name}").format(name=subject.name)
            self._keeper.set_statements(words, subject.statements, after)

    def _change(self, statement: Statement) -> None:
        if isinstance(statement, Leave):
            self._open_leave(statement)
        else:
            self._open_times(statement)

    def _open_leave(self, before: Leave | None) -> None:
        subject = self._subject()
        if subject is None:
            return
        dialog = LeaveDialog(subject.volunteer_id, subject.name, before, self._today, self._page)
        dialog.submitted.connect(lambda leave: self._store_leave(subject, before, leave))
        dialog.open()

    def _open_times(self, before: Availability | None) -> None:
        subject = self._subject()
        if subject is None:
            return
        dialog = TimesDialog(
            subject.volunteer_id, subject.name, before, self._today, self._page, subject.directory.shift_types
        )
        dialog.submitted.connect(lambda entry: self._store_times(subject, before, entry))
        dialog.open()

    def _store_leave(self, subject: Subject, before: Leave | None, leave: Leave) -> None:
        words = _words(subject, leave)
        if before is None:
            self._keeper.add_leave(words, leave)
        elif before != leave:
            self._keeper.change_leave(words, before, leave)

    def _store_times(self, subject: Subject, before: Availability | None, entry: Availability) -> None:
        if before is None:
            after = (*subject.statements, entry)
        else:
            after = tuple(entry if kept.id == before.id else kept for kept in subject.statements)
        if after != subject.statements:
            self._keeper.set_statements(_words(subject, entry), subject.statements, after)

    def _remove(self, statement: Statement) -> None:
        subject = self._subject()
        if subject is None:
            return
        words = _("Removed: {step}").format(step=_words(subject, statement))
        if isinstance(statement, Leave):
            self._keeper.remove_leave(words, statement)
        else:
            after = tuple(kept for kept in subject.statements if kept.id != statement.id)
            self._keeper.set_statements(words, subject.statements, after)


def _words(subject: Subject, statement: Statement) -> str:
    return _("{kind} of {name}").format(name=subject.name, kind=kind_of_statement(statement))
