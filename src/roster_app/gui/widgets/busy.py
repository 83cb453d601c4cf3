"""Signs of work that takes long enough to be noticed: nothing at all within the first half second."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import smooth

_PATIENCE = 500  # milliseconds before anything shows
_FRAME = 33
_ROUND = 1_400  # milliseconds the light takes from end to end


class BusyStrip(QWidget):
    """A light that runs along the upper edge of `host`; begun twice, it has to be ended twice."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._begun = 0
        self._elapsed = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._appear)
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME)
        self._frames.timeout.connect(self._on_frame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        host.installEventFilter(self)
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._begun > 0

    def begin(self) -> None:
        """Something has begun; it shows only if it lasts."""
        self._begun += 1
        if self._begun == 1:
            self._patience.start()

    def end(self) -> None:
        """What was begun has ended; more ends than beginnings do no harm."""
        self._begun = max(0, self._begun - 1)
        if not self._begun:
            self._patience.stop()
            self._frames.stop()
            self.hide()

    def _appear(self) -> None:
        self._elapsed = 0
        self._take_place()
        self.show()
        self.raise_()
        self._frames.start()

    def _on_frame(self) -> None:
        self._elapsed = (self._elapsed + _FRAME) % _ROUND
        self.update()

    def _take_place(self) -> None:
        self.setGeometry(0, 0, self._host.width(), measures_of(self).px(3))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._take_place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), QColor(meanings.track))
        length = self.width() * 0.3
        left = (self.width() + length) * self._elapsed / _ROUND - length
        painter.fillRect(QRectF(left, 0, length, self.height()), QColor(meanings.accent.ink))


class BusyOverlay(QWidget):
    """A veil over `host` with a sentence, while what it shows is being made anew; it keeps the mouse out."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._text = TextLabel("", "quiet")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._strip = BusyStrip(self)
        column = QVBoxLayout(self)
        column.addWidget(self._text)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._appear)
        host.installEventFilter(self)
        self.hide()

    def begin(self, text: str) -> None:
        """Say what is being done, once it has lasted long enough to wonder."""
        self._text.setText(text)
        self._patience.start()
        self._strip.begin()

    def end(self) -> None:
        """Lift the veil."""
        self._patience.stop()
        self._strip.end()
        self.hide()

    def _appear(self) -> None:
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self.setGeometry(self._host.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(meanings_of(self).panel)
        veil.setAlphaF(0.86)
        QPainter(self).fillRect(self.rect(), veil)
