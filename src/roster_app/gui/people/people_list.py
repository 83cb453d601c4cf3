"""The left of the page: chips over the table, and what stands in its place while there is nobody to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.team import Directory
from roster_app.gui.people.filter_bar import FilterBar
from roster_app.gui.people.model import PeopleModel
from roster_app.gui.people.rows import Column
from roster_app.gui.people.table import PeopleTable
from roster_app.gui.widgets import EmptyState, PrimaryButton, QuietButton, SearchField, measures_of
from roster_app.i18n import _


class PeopleList(QWidget):
    """Shows a directory, narrowed by words and chips, or only some people by their ids."""

    import_wished = Signal()
    new_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PeopleModel(self)
        self.table = PeopleTable(self.model)
        self.search = SearchField(_("Name, pinyin, initials, phone's end"), _("Search volunteers"))
        self.search.setMinimumWidth(measures_of(self).px(220))
        self._chips = FilterBar()
        self._only: frozenset[VolunteerId] | None = None
        self._nobody_yet = self._empty()
        self._nobody_found = self._not_found()
        self._stack = QStackedWidget()
        for part in (self.table, self._nobody_yet, self._nobody_found):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._chips)
        column.addWidget(self._stack, 1)
        self.search.textChanged.connect(self._on_narrowed)
        self.search.walked.connect(self.table.walk)
        self._chips.changed.connect(self._on_narrowed)
        self._chips.order_chosen.connect(self.show_order)

    def show_directory(self, directory: Directory, today: date) -> None:
        """Show the people of a team; chosen and scrolled is what was before."""
        self.model.show_people(directory, today)
        self._chips.offer(directory, self.model.people)
        self.search.setVisible(bool(directory.volunteers))
        self._narrow()
        self.table.fit_names_once_more()

    def show_everybody(self) -> None:
        """Give up words, chips and everything else that narrows the list."""
        self._only = None
        self.search.clear()
        self._chips.clear()
        self._narrow()

    def show_only(self, volunteer_ids: frozenset[VolunteerId]) -> None:
        """Show these people until somebody narrows the list in another way."""
        self.search.clear()
        self._chips.clear()
        self._only = volunteer_ids
        self._narrow()

    def show_order(self, order: PeopleOrder) -> None:
        """Sort by name, and let the name mean this."""
        self._chips.show_order(order)
        self.model.show_order(order)
        self.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)

    def focus(self) -> None:
        """Put the keyboard where work begins."""
        for part in (self.table, self._nobody_yet, self._nobody_found):
            if part is self._stack.currentWidget():
                part.setFocus()

    def choose(self, *volunteer_ids: VolunteerId) -> None:
        """Choose these; where the list hides one of them, it is widened first."""
        if any(self.model.row_of(v) < 0 for v in volunteer_ids):
            self.show_everybody()
        self.table.choose(volunteer_ids)

    def _on_narrowed(self) -> None:
        self._only = None
        self._narrow()

    def _narrow(self) -> None:
        self.model.show_wanted(replace(self._chips.wanted(self.search.text()), only=self._only))
        if not self.model.people:
            self._stack.setCurrentWidget(self._nobody_yet)
        else:
            self._stack.setCurrentWidget(self.table if self.model.rowCount() else self._nobody_found)

    def _empty(self) -> EmptyState:
        take_in = PrimaryButton(_("Import a list …"), "upload")
        take_in.clicked.connect(self.import_wished)
        write = QuietButton(_("Write somebody down"), "user-plus")
        write.clicked.connect(self.new_wished)
        told = _(
            "Take in the list you have: a workbook (.xlsx, .xls) or .csv with a column of names. "
            "You see what will be before anything is stored. Or drop the file here."
        )
        empty = EmptyState("users", _("Nobody in the team yet"), told, take_in, write)
        empty.setFocusProxy(take_in)
        return empty

    def _not_found(self) -> EmptyState:
        show_all = QuietButton(_("Show everybody"))
        show_all.clicked.connect(self.show_everybody)
        return EmptyState("search", _("Nobody found"), _("Nobody meets the words and chips above."), show_all)
