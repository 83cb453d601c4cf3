"""Messages that do not interrupt: a strip near the foot of the page with words, a way out and a cross."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.gui.widgets.buttons import IconButton, QuietButton
from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import rounded_box, smooth
from roster_app.i18n import _

MessageKind = Literal["info", "good", "look", "act"]

_ICONS = {"info": "info", "good": "circle-check", "look": "triangle-alert", "act": "triangle-alert"}
_TONES = {"info": "accent", "good": "good", "look": "look", "act": "act"}
_SHOWN_FOR = 6_000  # milliseconds that good news and remarks stay; warnings stay until they are closed


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A way out of what the message says: a word for the button, and what it does."""

    words: str
    carry_out: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence, how serious it is, and what one can do about it."""

    text: str
    kind: MessageKind = "info"
    actions: tuple[MessageAction, ...] = ()


class MessageBar(QWidget):
    """Floats over the foot of `host` and never takes the focus; several messages wait their turn, newest first.

    Good news and remarks leave by themselves unless the pointer rests on them; warnings stay until closed.
    """

    emptied = Signal()  # nothing is left to say

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._waiting: list[Message] = []
        self._buttons: list[QuietButton] = []
        self._icon = Glyph("info", "accent")
        self._text = TextLabel("", wraps=True)
        self._more = TextLabel("", "second")
        self._cross = IconButton("x", _("Close the message"), small=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._more)
        self._row.addWidget(self._cross)
        self._cross.clicked.connect(self.close_message)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.close_message)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        host.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown now."""
        return self._waiting[-1] if self._waiting else None

    def tell(self, text: str, kind: MessageKind = "info", *actions: MessageAction) -> Message:
        """Show a message; what was shown before comes back afterwards, unless it said the same."""
        message = Message(text, kind, actions)
        self._waiting = [kept for kept in self._waiting if kept.text != text and not _leaves(kept)]
        self._waiting.append(message)
        self._show()
        return message

    def close_message(self) -> None:
        """Close the message shown now."""
        if self._waiting:
            self.take_back(self._waiting[-1])

    def take_back(self, message: Message) -> None:
        """Close this message, wherever it waits; does nothing when it is gone already."""
        self._waiting = [kept for kept in self._waiting if kept is not message]
        self._show()

    def clear(self) -> None:
        self._waiting = []
        self._show()

    def _show(self) -> None:
        self._clock.stop()
        message = self.message
        if message is None:
            if not self.isHidden():
                self.hide()
                self.emptied.emit()
            return
        self._icon.show_icon(_ICONS[message.kind], _TONES[message.kind])
        self._text.setText(message.text)
        self.setAccessibleName(message.text)
        rest = len(self._waiting) - 1
        self._more.setText(_("{count} more").format(count=rest) if rest else "")
        self._more.setVisible(bool(rest))
        self._show_actions(message)
        if _leaves(message):
            self._clock.start(_SHOWN_FOR)
        self.show()
        self._take_place()

    def _show_actions(self, message: Message) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for action in message.actions:
            button = QuietButton(action.words, small=True)
            button.clicked.connect(lambda _checked=False, action=action: self._carry_out(message, action))
            self._row.insertWidget(self._row.count() - 1, button)
            self._buttons.append(button)

    def _carry_out(self, message: Message, action: MessageAction) -> None:
        self.take_back(message)
        action.carry_out()

    def _take_place(self) -> None:
        measures = measures_of(self)
        self._row.setContentsMargins(measures.px(14), measures.px(7), measures.px(9), measures.px(7))
        self._row.setSpacing(measures.px(10))
        room = self._host.width() - 2 * measures.wide
        buttons = sum(button.sizeHint().width() + measures.px(10) for button in self._buttons)
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 4
        more = self._more.sizeHint().width() + measures.px(10) if not self._more.isHidden() else 0
        width = min(room, words + buttons + more + measures.px(90))
        height = max(self._row.totalHeightForWidth(width), measures.px(42))
        top = self._host.height() - height - measures.px(14)
        self.setGeometry((self._host.width() - width) // 2, top, width, height)
        self.raise_()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host and self._waiting:
            self._take_place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.message is not None and _leaves(self.message):
            self._clock.start(_SHOWN_FOR)

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        kind = self.message.kind if self.message else "info"
        tone = meanings.tone(_TONES[kind])
        painter = smooth(QPainter(self))
        radius = measures_of(self).px(9)
        rounded_box(painter, QRectF(self.rect()), radius, tone.ground, tone.ink)


def _leaves(message: Message) -> bool:
    """Good news and remarks without a question leave by themselves."""
    return message.kind in ("info", "good")
