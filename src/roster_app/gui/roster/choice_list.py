"""A list to choose from, narrowed by typing: names (or duties) with reasons, the impossible ones struck through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.gui.roster.name_drag import NAME_TYPE, DraggedName, name_mime
from roster_app.gui.widgets.labels import SectionTitle
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.row_delegate import RowDelegate, RowRole

_Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One row; `key` is what choosing it means. `matches` says whether typed words mean it.

    `reasons` are put into words when the row comes into sight: of three hundred people seldom more than ten do.
    """

    key: object
    words: str
    reasons: Callable[[], str]
    chip: str
    tone: str
    struck: bool = False
    matches: Callable[[str], bool] = lambda _typed: True
    dot: str = ""
    person: VolunteerId | None = None
    """Whose name it is, where it can be dragged to a cell."""


class ChoiceModel(QAbstractListModel):
    """The rows that the typed words mean; the name of a person can be dragged to a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Choice] = ()
        self._rows: list[Choice] = []
        self._words = ""
        self._worded: dict[int, str] = {}

    @property
    def rows(self) -> list[Choice]:
        return self._rows

    def show(self, choices: Sequence[Choice]) -> None:
        """Offer others, narrowed as before."""
        self._all = choices
        self._narrow()

    def narrow(self, words: str) -> None:
        """Only those the words mean; all for none."""
        self._words = words.strip()
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._worded.clear()
        self._rows = [choice for choice in self._all if not self._words or choice.matches(self._words)]
        self.endResetModel()

    def _reasons(self, row: int) -> str:
        """Worded once."""
        if row not in self._worded:
            self._worded[row] = self._rows[row].reasons()
        return self._worded[row]

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return choice.words
        if role == RowRole.SECOND_LINE:
            return self._reasons(index.row())
        if role == RowRole.CHIP:
            return choice.chip
        if role == RowRole.CHIP_TONE:
            return choice.tone
        if role == RowRole.STRUCK:
            return choice.struck
        if role == RowRole.DOT_TONE:
            return choice.dot
        if role == _Role.AccessibleTextRole:
            return " ".join(words for words in (choice.words, choice.chip, self._reasons(index.row())) if words)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        is_person = index.isValid() and self._rows[index.row()].person is not None
        return usual | Qt.ItemFlag.ItemIsDragEnabled if is_person else usual

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [NAME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        people = [who for index in indexes if (who := self._rows[index.row()].person) is not None]
        return name_mime(DraggedName(people[0])) if people else QMimeData()


class ChoiceList(QWidget):
    """Title and rows. Keyboard stays in the search field: it walks here and takes the row it stands on."""

    chosen = Signal(object)  # the key of a row
    stood_at = Signal(object)  # the Choice that is current now, or None

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = SectionTitle(name)
        self.rows = ChoiceModel(self)
        self.view = _ChoiceView(self.rows)
        self.view.setAccessibleName(name)
        self.view.taken.connect(self.take)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self.stood_at.emit(self.current))
        self.view.clicked.connect(lambda index: self.chosen.emit(self.rows.rows[index.row()].key))
        column = QVBoxLayout(self)
        measures = measures_of(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.px(6))
        holder = QVBoxLayout()
        holder.setContentsMargins(measures.px(16), 0, measures.px(16), 0)
        holder.addWidget(self._title)
        column.addLayout(holder)
        column.addWidget(self.view, 1)

    @property
    def current(self) -> Choice | None:
        """The row stood at."""
        row = self.view.currentIndex().row()
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None

    def show_choices(self, title: str, remark: str, choices: Sequence[Choice]) -> None:
        """Offer these; the first row is the one Enter takes, and the scroll is at the top."""
        self._title.set_texts(title, remark)
        self.rows.show(choices)
        self._mark_first()

    def refresh(self, title: str, remark: str, choices: Sequence[Choice]) -> None:
        """The same list as it is now: row and scroll stay where they were as far as they still exist."""
        scroll, row = self.view.verticalScrollBar().value(), self.view.currentIndex().row()
        key = self.rows.rows[row].key if row >= 0 else None
        self._title.set_texts(title, remark)
        self.rows.show(choices)
        same = next((n for n, choice in enumerate(self.rows.rows) if choice.key == key), -1)
        self.view.setCurrentIndex(self.rows.index(same))
        self.view.verticalScrollBar().setValue(scroll)

    def narrow(self, words: str) -> None:
        """Only those the typed words mean."""
        self.rows.narrow(words)
        self._mark_first()

    def walk(self, steps: int) -> None:
        """Go rows down, or up for a negative number."""
        count = self.rows.rowCount()
        if count:
            row = max(0, min(count - 1, self.view.currentIndex().row() + steps))
            self.view.setCurrentIndex(self.rows.index(row))

    def take(self) -> None:
        """Choose the row stood on."""
        row = self.view.currentIndex().row()
        if row >= 0:
            self.chosen.emit(self.rows.rows[row].key)

    def _mark_first(self) -> None:
        self.view.setCurrentIndex(self.rows.index(0) if self.rows.rows else QModelIndex())
        self.view.scrollToTop()


class _ChoiceView(QListView):
    """Rows as high as their reasons; laid out in portions, so that three hundred do not take a noticeable time."""

    taken = Signal()  # Enter

    def __init__(self, rows: ChoiceModel) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(rows)
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(40)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)
