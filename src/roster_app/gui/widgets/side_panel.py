"""The panel at the right: what is known about the thing selected, beside the page and never over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from roster_app.gui.widgets.labels import Hairline, TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of


class SidePanel(QWidget):
    """A title with a remark, a body that scrolls, and a foot for buttons that stays in sight."""

    def __init__(self, title: str = "", remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(title, "heading", wraps=True)
        self._remark = TextLabel(remark, "second", wraps=True)
        self._head = QVBoxLayout()
        self._body = QWidget()
        self._body.setProperty("scroll_body", True)
        self._body_column = QVBoxLayout(self._body)
        self._body_column.setContentsMargins(0, 0, 0, 0)
        self._body_column.setSpacing(0)
        self._foot_line = Hairline()
        self._foot = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self._measure()
        self.show_texts(title, remark)

    def show_texts(self, title: str, remark: str = "") -> None:
        """What the panel is about, in a bold line and a sentence or two."""
        self._title.setText(title)
        self.show_remark(remark)

    @property
    def accessible_title(self) -> str:
        """The bold line in sight."""
        return self._title.text()

    @property
    def accessible_remark(self) -> str:
        """The sentence below it."""
        return self._remark.text()

    def show_remark(self, remark: str) -> None:
        """The sentence below the title alone."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def add_to_head(self, widget: QWidget) -> None:
        """Put a field under the title; it does not scroll away."""
        self._head.addSpacing(measures_of(self).px(6))
        self._head.addWidget(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put something into the body; with a stretch it takes the height that is left."""
        self._body_column.insertWidget(self._body_column.count() - 1, widget, stretch)

    def show_foot(self, shown: bool) -> None:
        """Bring the foot back, or put it with its line out of sight."""
        self._foot_line.setVisible(shown)
        for place in range(self._foot.count()):
            item = self._foot.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(shown)
        self._measure(foot=shown)

    def add_to_foot(self, widget: QWidget) -> None:
        """Put a button at the foot."""
        self._foot.addWidget(widget, 1)
        self._foot_line.show()
        self._measure()

    def _build(self) -> None:
        self._head.addWidget(self._title)
        self._head.addWidget(self._remark)
        self._body_column.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidget(self._body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot_line.hide()
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(scroll, 1)
        self._column.addWidget(self._foot_line)
        self._column.addLayout(self._foot)

    def _measure(self, *, foot: bool = True) -> None:
        measures = measures_of(self)
        side = measures.px(16)
        self._head.setContentsMargins(side, measures.px(12), side, measures.px(12))
        self._head.setSpacing(measures.px(5))
        self._foot.setSpacing(measures.near)
        edge = measures.px(14) if self._foot.count() and foot else 0
        self._foot.setContentsMargins(side if edge else 0, edge, side if edge else 0, edge)
        self.setMinimumWidth(measures.px(230))

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.side_panel, measures.px(400))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(meanings_of(self).panel))


class PanelSplitter(QSplitter):
    """A page with its side panel: the panel keeps its width when the window grows, and can be dragged and hidden."""

    panel_shown = Signal(bool)  # whether the panel is in sight now

    def __init__(self, page: QWidget, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panel = panel
        self.addWidget(page)
        self.addWidget(panel)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setCollapsible(0, False)
        self.setCollapsible(1, False)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes([10_000, panel.sizeHint().width()])

    @property
    def is_panel_shown(self) -> bool:
        return not self._panel.isHidden()

    def show_panel(self, shown: bool) -> None:
        """Bring the panel back, as wide as it was, or put it out of sight."""
        if shown != self.is_panel_shown:
            self._panel.setVisible(shown)
            self.panel_shown.emit(shown)
