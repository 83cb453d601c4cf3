"""The navigation at the left: whose team this is, the pages, and the settings at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.widgets.labels import ElidingLabel, Hairline
from roster_app.gui.widgets.meanings import ToneName, meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.navigation_entry import NavigationEntry
from roster_app.gui.widgets.painting import hairline


class NavigationBar(QWidget):
    """Entries by key; the arrow keys go from page to page. Narrow or collapsed it shows the icons alone."""

    chosen = Signal(str)  # the key of the entry the person chose; not emitted by `choose`

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._entries: dict[str, NavigationEntry] = {}
        self._pages = QButtonGroup(self)
        self._collapsed = False
        self._team = ElidingLabel("", "heading")
        self._remark = ElidingLabel("", "second")
        self._line = Hairline()
        self._beside_team: list[QWidget] = []
        self._body = QVBoxLayout()
        self._foot = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._team, 1)
        self._column.addLayout(self._head)
        for row in (self._remark, self._line):
            self._column.addWidget(row)
        self._column.addLayout(self._body)
        self._column.addStretch(1)
        self._column.addLayout(self._foot)
        self._measure()

    def show_team(self, name: str, remark: str = "") -> None:
        """The team's name and one line about it."""
        self._team.setText(name)
        self._remark.setText(remark)

    def add_beside_team(self, widget: QWidget) -> None:
        """Put something small after the team's name: the menu of teams."""
        self._head.addWidget(widget)
        self._beside_team.append(widget)

    def add_page(self, key: str, words: str, icon_name: str) -> None:
        """An entry that stays chosen while its page is open."""
        entry = self._add(key, words, icon_name, self._body)
        entry.setCheckable(True)
        self._pages.addButton(entry)

    def add_foot(self, key: str, words: str, icon_name: str) -> None:
        """An entry at the foot that opens something and does not stay chosen."""
        self._add(key, words, icon_name, self._foot)

    def _add(self, key: str, words: str, icon_name: str, column: QVBoxLayout) -> NavigationEntry:
        entry = NavigationEntry(words, icon_name, self)
        entry.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        entry.set_collapsed(self._collapsed)
        self._entries[key] = entry
        column.addWidget(entry)
        return entry

    @property
    def choice(self) -> str:
        """The key of the page chosen now."""
        return next((key for key, entry in self._entries.items() if entry.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show this page as chosen, without telling anyone."""
        self._entries[key].setChecked(True)

    def show_badge(self, key: str, count: str, tone: ToneName = "act") -> None:
        """A small count at the right of an entry; an empty word takes it away."""
        self._entries[key].show_badge(count, tone)

    def rename(self, key: str, words: str) -> None:
        """Other words for an entry, after a change of language."""
        self._entries[key].rename(words)

    @property
    def is_collapsed(self) -> bool:
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons alone, or icons with words."""
        measures = measures_of(self)
        if collapsed:
            self.setFixedWidth(measures.px(56))
        else:
            self.setMinimumWidth(measures.px(56))
            self.setMaximumWidth(measures.px(320))
            self.resize(measures.navigation, self.height())
        self._show_collapsed(collapsed)
        self.updateGeometry()

    def _show_collapsed(self, collapsed: bool) -> None:
        self._collapsed = collapsed
        for row in (self._team, self._remark, self._line, *self._beside_team):
            row.setVisible(not collapsed)
        for entry in self._entries.values():
            entry.set_collapsed(collapsed)

    def _measure(self) -> None:
        measures = measures_of(self)
        side = measures.px(10)
        self._column.setContentsMargins(side, measures.px(20), side, measures.px(14))
        self._column.setSpacing(0)
        for label in (self._team, self._remark):
            label.setContentsMargins(measures.px(10), 0, measures.px(6), 0)
        self._remark.setContentsMargins(measures.px(10), measures.px(1), measures.px(6), measures.px(14))
        for column in (self._body, self._foot):
            column.setSpacing(measures.px(1))
        self._body.setContentsMargins(0, measures.px(13), 0, 0)
        self.set_collapsed(self._collapsed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(56) if self._collapsed else measures.navigation, measures.px(400))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < measures_of(self).px(120)
        if narrow != self._collapsed:
            self._show_collapsed(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(meanings.panel))
        edge = self.width() - 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else 0
        hairline(painter, QPointF(edge, 0), QPointF(edge, self.height()), meanings.line)
