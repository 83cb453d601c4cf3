"""The base of every dialog: a titled panel with a foot of buttons, laid over a dimmed window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.widgets.chip import Chip
from roster_app.gui.widgets.labels import ElidingLabel, Hairline, TextLabel
from roster_app.gui.widgets.meanings import ToneName, meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import rounded_box, smooth
from roster_app.gui.widgets.scrim import Scrim


class PanelDialog(QDialog):
    """Title and chip at the left of the head, quiet facts at its right; danger at the left of the foot.

    Size is given in pixels of the 13-pixel design and never exceeds the screen. Esc and the window's own close ask
    `may_close()` first, so that a dialog holding work can keep itself open. The head moves the dialog.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, width: float = 920, height: float = 0) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(title)
        self._shaped = QGuiApplication.platformName() == "xcb"  # there may be no compositor to blend corners
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._shaped)
        self._design = (width, height)
        self._title = TextLabel(title, "title")
        self._chip = Chip("")
        self._chip.hide()
        self._facts = ElidingLabel("", "quiet")
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._middle = QWidget()
        self._body = QVBoxLayout(self._middle)
        self._foot_line = Hairline()
        self._foot_left = QHBoxLayout()
        self._foot_right = QHBoxLayout()
        self._foot = QHBoxLayout()
        self._scrim: Scrim | None = None
        self._build()
        self._measure()

    def may_close(self) -> bool:
        """Whether Esc may close the dialog now: override where closing would lose something."""
        return True

    def show_title(self, title: str, chip: str = "", tone: ToneName = "plain") -> None:
        """The title, and a chip after it that says how things stand."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._chip.show_text(chip, tone)
        self._chip.setVisible(bool(chip))

    def show_facts(self, text: str) -> None:
        """Quiet facts at the right of the head."""
        self._facts.setText(text)

    def add(self, widget: QWidget, stretch: int = 0, *, padded: bool = True) -> None:
        """Put a section into the body, under a hairline when there is one above."""
        if self._body.count():
            self._body.addWidget(Hairline())
        if padded:
            measures = measures_of(self)
            side = measures.px(22)
            frame = QWidget()
            column = QVBoxLayout(frame)
            column.setContentsMargins(side, measures.px(14), side, measures.px(14))
            column.addWidget(widget)
            widget = frame
        self._body.addWidget(widget, stretch)

    def add_left(self, widget: QWidget) -> None:
        """Put the giving-up button, or a remark, at the left of the foot."""
        self._foot_left.addWidget(widget)
        self._foot_line.show()

    def add_right(self, widget: QWidget) -> None:
        """Put a button at the right of the foot; the filled one comes last."""
        self._foot_right.addWidget(widget)
        self._foot_line.show()

    def _build(self) -> None:
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._chip)
        self._head_row.addStretch(1)
        self._head_row.addWidget(self._facts)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._foot.addLayout(self._foot_left)
        self._foot.addStretch(1)
        self._foot.addLayout(self._foot_right)
        self._foot_line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Hairline())
        column.addWidget(self._middle, 1)
        column.addWidget(self._foot_line)
        column.addLayout(self._foot)
        self._body.setSpacing(0)
        self._body.setContentsMargins(0, 0, 0, 0)

    def _measure(self) -> None:
        measures = measures_of(self)
        side = measures.px(22)
        self._head_row.setContentsMargins(side, measures.px(15), side, measures.px(13))
        self._head_row.setSpacing(measures.px(10))
        self._foot.setContentsMargins(side, measures.px(12), side, measures.px(14))
        for row in (self._foot_left, self._foot_right):
            row.setSpacing(measures.px(10))

    def _fit(self) -> None:
        """Take the designed size, or what the screen has room for."""
        measures = measures_of(self)
        width, height = self._design
        wanted = self.sizeHint()
        wanted.setWidth(measures.px(width))
        if height:
            wanted.setHeight(measures.px(height))
        elif (layout := self.layout()) is not None and layout.hasHeightForWidth():
            wanted.setHeight(layout.totalHeightForWidth(wanted.width()))  # a hint knows nothing of lines that wrap
        room = self.screen().availableSize() - self.screen().availableSize() / 20
        self.resize(wanted.boundedTo(room))

    def _centre(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        window = parent.window()
        middle = window.mapToGlobal(window.rect().center())
        corner = middle - QPoint(self.width() // 2, self.height() // 2)
        screen = self.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - self.height())))
        self.move(corner)

    def _lay_scrim(self) -> None:
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(parent.window())
            self.destroyed.connect(self._scrim.deleteLater)

    def _focus_first(self) -> None:
        """Begin in the first field, or on the last button of the foot, never on the one that gives up."""
        reachable = [widget for widget in self._middle.findChildren(QWidget) if _takes_tab(widget)]
        if not reachable:
            last = self._foot_right.itemAt(self._foot_right.count() - 1)
            reachable = [widget] if last is not None and (widget := last.widget()) is not None else []
        if reachable:
            reachable[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self._fit()
            self._centre()
            self._lay_scrim()
        super().showEvent(event)
        if self.focusWidget() is None:
            self._focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._scrim is not None and not event.spontaneous():
            self._scrim.deleteLater()
            self._scrim = None
            parent = self.parentWidget()
            if parent is not None and parent.window().isVisible():
                parent.window().activateWindow()  # not every system has a window manager that gives the keyboard back

    def reject(self) -> None:
        if self.may_close():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the field or the button that has the focus, not to a default button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self.windowHandle().startSystemMove()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shaped:
            shape = QPainterPath()
            radius = measures_of(self).px(10)
            shape.addRoundedRect(QRectF(self.rect()), radius, radius)
            self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = smooth(QPainter(self))
        if self._shaped:
            painter.fillRect(self.rect(), QColor(meanings.panel))
        rounded_box(painter, QRectF(self.rect()), measures_of(self).px(10), meanings.panel, meanings.line)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
