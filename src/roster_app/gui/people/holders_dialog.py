"""Who has a qualification: everybody of the team in one list, a tick for each who has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from roster_app.domain.people import Qualification, Volunteer
from roster_app.domain.team import Directory
from roster_app.gui.widgets import PanelDialog, PrimaryButton, QuietButton, SearchField
from roster_app.i18n import _, ngettext

_TICK = Qt.ItemDataRole.CheckStateRole


class HoldersDialog(PanelDialog):
    """A click or Space ticks a row; words in the field hide the rows they do not mean."""

    submitted = Signal(object)  # the volunteers that change, as they are to be

    def __init__(self, qualification: Qualification, directory: Directory, today: date, parent: QWidget) -> None:
        super().__init__(_("Who has “{name}”?").format(name=qualification.name), parent, width=560, height=620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._qualification = qualification
        self._members = _in_order(directory, qualification, today)
        self._search = SearchField(_("Name, pinyin, initials, phone's end"), _("Search volunteers"))
        self._rows = QStandardItemModel(self)
        self.list = _TickList()
        self._store = PrimaryButton(_("Save"))
        cancel = QuietButton(_("Cancel"))
        for person in self._members:
            self._rows.appendRow(_row(person, directory, qualification))
        self.list.setModel(self._rows)
        self.list.setAccessibleName(_("Volunteers"))
        self.add(self._search)
        self.add(self.list, 1, padded=False)
        self.add_right(cancel)
        self.add_right(self._store)
        self._search.textChanged.connect(self._narrow)
        self._search.walked.connect(lambda _rows: self.list.setFocus())
        self._search.returnPressed.connect(self._tick_only_one)
        self._rows.itemChanged.connect(lambda _item: self._show_count())
        self._store.clicked.connect(self._submit)
        cancel.clicked.connect(self.reject)
        self.list.setCurrentIndex(self._rows.index(0, 0))
        self.list.setFocus()
        self._show_count()

    @property
    def ticked(self) -> tuple[Volunteer, ...]:
        """Those who have a tick now."""
        return tuple(v for row, v in enumerate(self._members) if self._is_ticked(row))

    def _is_ticked(self, row: int) -> bool:
        return self._rows.item(row).checkState() == Qt.CheckState.Checked

    def _changed(self) -> tuple[Volunteer, ...]:
        one = frozenset({self._qualification.id})
        wanted = (
            replace(v, qualifications=v.qualifications | one if self._is_ticked(row) else v.qualifications - one)
            for row, v in enumerate(self._members)
        )
        return tuple(after for before, after in zip(self._members, wanted, strict=True) if before != after)

    def _narrow(self, words: str) -> None:
        for row, person in enumerate(self._members):
            self.list.setRowHidden(row, bool(words) and not person.matches(words))

    def _tick_only_one(self) -> None:
        """Enter after words that mean one person."""
        shown = [row for row in range(self._rows.rowCount()) if not self.list.isRowHidden(row)]
        if len(shown) == 1:
            toggle(self._rows.index(shown[0], 0))
            self._search.selectAll()

    def _show_count(self) -> None:
        count = len(self.ticked)
        self.show_facts(ngettext("{count} person", "{count} people", count).format(count=count))
        self._store.setEnabled(bool(self._changed()))

    def _submit(self) -> None:
        self.submitted.emit(self._changed())


class _TickList(QListView):
    """The whole row is the tick box."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(toggle)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()  # the rows were measured before the style sheet was worn

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)


def toggle(index: QModelIndex) -> None:
    """Set the tick of a row, or take it away."""
    on = Qt.CheckState(index.data(_TICK)) == Qt.CheckState.Checked
    index.model().setData(index, Qt.CheckState.Unchecked if on else Qt.CheckState.Checked, _TICK)


def _in_order(directory: Directory, qualification: Qualification, today: date) -> list[Volunteer]:
    """Those who have it, then those who have another one, then everybody else; by name."""
    members = [v for v in directory.volunteers if v.left is None or v.left >= today]
    return sorted(
        members, key=lambda v: (qualification.id not in v.qualifications, not v.qualifications, v.pinyin, v.name, v.id)
    )


def _row(person: Volunteer, directory: Directory, asked: Qualification) -> QStandardItem:
    """Name, affiliation, and whatever else the person is qualified for."""
    others = [q.name for q in directory.qualifications if q.id in person.qualifications and q.id != asked.id]
    item = QStandardItem(" · ".join(w for w in (directory.name[person.id], person.affiliation, *others) if w))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setData(Qt.CheckState.Checked if asked.id in person.qualifications else Qt.CheckState.Unchecked, _TICK)
    return item
