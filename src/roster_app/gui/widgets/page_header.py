"""The head of a page: title and tag at the left, what one can do at the right, and the state of things below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from roster_app.gui.widgets.chip import Chip
from roster_app.gui.widgets.labels import ElidingLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import hairline
from roster_app.gui.widgets.pill import Pill, PillRow


class PageHeader(QWidget):
    """Title, tag and actions in one row of controls; pills and one aside in a second row that may wrap.

    The title is never cut for the sake of the buttons: where both do not fit, the buttons go under it.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidingLabel(title, "title")
        self._tag = Chip("")
        self._tag.hide()
        self._pills = PillRow()
        self._actions = QHBoxLayout()
        self._beside_title = QHBoxLayout()
        self._name = QHBoxLayout()
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._second = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self._measure()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_title(self, title: str, tag: str = "") -> None:
        """The title and a quiet tag after it; no tag for an empty word."""
        self._title.setText(title)
        self._tag.show_text(tag)
        self._tag.setVisible(bool(tag))
        self._share_width()

    def add_beside_title(self, widget: QWidget) -> None:
        """Put something small right after the title: a clock, a switch between days."""
        self._beside_title.addWidget(widget)
        self._share_width()

    def add_action(self, widget: QWidget) -> None:
        """Put a switch or a button at the right end; the filled one comes last."""
        self._actions.addWidget(widget)
        self._share_width()

    def show_pills(self, pills: list[Pill]) -> None:
        """The state of things, in the second row."""
        self._pills.show_pills(pills)

    def set_aside(self, widget: QWidget) -> None:
        """Put a field at the right end of the second row."""
        self._second.addWidget(widget)

    def _build(self) -> None:
        self._name.addWidget(self._title)
        self._name.addWidget(self._tag)
        self._name.addLayout(self._beside_title)
        self._name.addStretch(1)
        self._actions.addStretch(1)
        self._first.addLayout(self._name, 1)
        self._first.addLayout(self._actions)
        self._second.addWidget(self._pills, 1)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)

    def _measure(self) -> None:
        measures = measures_of(self)
        self._column.setContentsMargins(measures.wide, measures.apart, measures.wide, measures.px(11))
        self._column.setSpacing(measures.px(10))
        self._first.setSpacing(measures.px(10))
        self._name.setSpacing(measures.px(10))
        self._beside_title.setSpacing(measures.px(10))
        self._actions.setSpacing(measures.px(10))
        self._second.setSpacing(measures.apart)
        self._title.setMinimumHeight(measures.control)
        self._share_width()

    def _share_width(self) -> None:
        """One row where the title, a stub of the tag and the buttons fit beside each other, otherwise two."""
        measures = measures_of(self)
        title = self._title.sizeHint().width()
        tag = min(self._tag.sizeHint().width(), measures.px(90)) if not self._tag.isHidden() else 0
        rest = self._beside_title.sizeHint().width() + self._actions.sizeHint().width()
        # all gaps are counted, also those of parts not shown: asking for a little more than the row needs at the
        # least lets a window be narrowed to where the row is given up
        gaps = 4 * measures.px(10) + 2 * measures.wide
        fits = title + tag + rest + gaps <= self.width()
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._first.setDirection(beside if fits else under)
        self._title.setMinimumWidth(title if fits else measures.px(60))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(meanings.ground))
        foot = self.height() - 1
        hairline(painter, QPointF(0, foot), QPointF(self.width(), foot), meanings.line)
