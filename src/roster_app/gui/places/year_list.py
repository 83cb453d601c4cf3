"""The festivals of a year and the days set by hand, as a list that leads to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from roster_app.domain.calendar import DayTable
from roster_app.gui.places.words import listed
from roster_app.gui.places.year_words import YearLine, festival_lines, own_lines
from roster_app.gui.widgets import RowDelegate, RowRole, SectionTitle, measures_of
from roster_app.i18n import _

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class YearModel(QAbstractListModel):
    """The lines of one year."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[YearLine, ...] = ()

    @property
    def lines(self) -> tuple[YearLine, ...]:
        return self._lines

    def show_lines(self, lines: Sequence[YearLine]) -> None:
        """These, unless they are shown already."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed([line.title, line.remark])
            case RowRole.SECOND_LINE:
                return line.remark
            case RowRole.CHIP if line.own:
                return _("by hand")
            case RowRole.CHIP_TONE:
                return "accent"
        return None


class YearList(QWidget):
    """A title with the year, and its lines; Enter or a click goes to the day."""

    day_chosen = Signal(object)  # the first day of the line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = YearModel(self)
        self._title = SectionTitle("")
        self._list = QListView()
        self._list.setModel(self.model)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.setAccessibleName(_("Festivals and days set by hand"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        measures = measures_of(self)
        self._title.setContentsMargins(measures.px(16), measures.apart, measures.px(16), measures.near)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._list, 1)
        self.setMinimumHeight(measures.px(180))
        self._list.clicked.connect(self._on_taken)
        self._list.activated.connect(self._on_taken)

    def show_year(self, table: DayTable, year: int) -> None:
        """The lines of a year, in order of their days."""
        lines = sorted((*festival_lines(table, year), *own_lines(table, year)), key=lambda line: line.day)
        remark = "" if lines else _("no holiday known")
        self._title.set_texts(_("Festivals of {year}").format(year=year), remark)
        self.model.show_lines(lines)

    def _on_taken(self, index: QModelIndex) -> None:
        day: date = self.model.lines[index.row()].day
        self.day_chosen.emit(day)
