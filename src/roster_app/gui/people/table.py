"""The table of volunteers as a widget: sorted by a click, walked by keys, several chosen at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.gui.people.delegate import PersonDelegate
from roster_app.gui.people.model import PeopleModel
from roster_app.gui.people.rows import Column
from roster_app.gui.widgets import dress_table, measures_of, text_font
from roster_app.i18n import _

_WIDTHS = {
    Column.NAME: 116,
    Column.AFFILIATION: 104,
    Column.AREA: 66,
    Column.QUALIFICATIONS: 116,
    Column.PHONE: 100,
    Column.NIGHTS: 78,
}
_ROOM_FOR_NOTE = 860
_MEASURED = 60  # so many of the longest names; measuring ten thousand takes as long as a blink


class PeopleTable(QTableView):
    """Emits whom the person has chosen; what to do about it is the page's matter."""

    chosen = Signal(object)  # the volunteers chosen, as a tuple in the order shown
    form_wished = Signal()  # Enter or a double click: the keyboard goes into the form
    removal_wished = Signal()  # Delete
    menu_wished = Signal(object)  # the point at which a menu is asked for, in global coordinates

    def __init__(self, shown: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._fits_names = True
        self.setModel(shown)
        dress_table(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Volunteers"))
        self.setItemDelegate(PersonDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (Column.TIMES, Column.NOTE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._measure()
        self.use_default_widths()
        self.doubleClicked.connect(lambda _index: self.form_wished.emit())

    def keep_widths(self) -> None:
        """The person has chosen widths: names are not fitted any more."""
        self._fits_names = False

    def use_default_widths(self) -> None:
        """The columns as wide as they were drawn."""
        measures = measures_of(self)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, measures.px(width))

    def fit_names_once_more(self) -> None:
        """Other people are shown: fit the names again, unless the person has chosen widths."""
        if self._fits_names:
            self.fit_names()

    def fit_names(self) -> None:
        """The first column as wide as the longest name, within reason; less where the window is narrow."""
        measures = measures_of(self)
        font = QFontMetrics(text_font(self.font(), bold=True))
        names = sorted((p.texts[Column.NAME] for p in self._shown.people), key=len)[-_MEASURED:]
        wanted = max((font.horizontalAdvance(name) for name in names), default=0) + measures.px(26)
        most = measures.px(190 if self.width() >= measures.px(_ROOM_FOR_NOTE) else 132)
        self.setColumnWidth(Column.NAME, min(max(wanted, measures.px(92)), most))

    @property
    def people(self) -> tuple[Volunteer, ...]:
        """Whom the person has chosen, in the order shown."""
        chosen = self.selectionModel().selection()  # by ranges: all of ten thousand rows are one
        parts = (chosen.at(number) for number in range(chosen.size()))
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return tuple(self._shown.person(row).volunteer for row in rows)

    def choose(self, volunteer_ids: Iterable[VolunteerId]) -> None:
        """Choose these people where they are shown, and bring the first into sight."""
        rows = sorted(row for v in volunteer_ids if (row := self._shown.row_of(v)) >= 0)
        if not rows:
            self.clearSelection()
            return
        selection = QItemSelection()
        for row in rows:
            selection.select(self._shown.index(row, 0), self._shown.index(row, len(Column) - 1))
        first = self._shown.index(rows[0], 0)
        self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(first)

    def walk(self, rows: int) -> None:
        """Go down (or up) from the current row, as the search field's arrows do."""
        count = self._shown.rowCount()
        if count:
            current = self.currentIndex().row() if self.selectionModel().hasSelection() else -1 if rows > 0 else count
            self.selectRow(min(max(current + rows, 0), count - 1))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(measures_of(self).px(34))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note is the first to give way; it stands in the form too."""
        super().resizeEvent(event)
        self.fit_names_once_more()
        self.setColumnHidden(Column.NOTE, event.size().width() < measures_of(self).px(_ROOM_FOR_NOTE))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.people)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_wished.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wished.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()
