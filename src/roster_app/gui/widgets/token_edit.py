"""Choosing several of a few things, each shown as a chip that can be taken away again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

from roster_app.gui.widgets.flow_layout import FlowLayout
from roster_app.gui.widgets.icons import paint_icon
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import paint_text, rounded_box, smooth, text_width
from roster_app.i18n import _


class TokenEdit(QWidget):
    """Typing narrows what may still be chosen; Enter takes the first, Backspace gives back the last.

    Choices are (key, words). With `allow_new`, words nobody offered become a token whose key is the words.
    """

    changed = Signal(object)  # the keys chosen now, as a tuple, whenever the person changed them

    def __init__(
        self,
        choices: Iterable[tuple[str, str]],
        name: str,
        *,
        placeholder: str = "",
        allow_new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = dict(choices)
        self._chosen: dict[str, _Token] = {}
        self._allow_new = allow_new
        self._placeholder = placeholder
        self._offers = QStringListModel(self)
        self._input = _TokenInput(self)
        self._input.setAccessibleName(name)
        self._flow = FlowLayout(self, gap=measures_of(self).tight, row_gap=measures_of(self).tight)
        self._flow.addWidget(self._input)
        self.setFocusProxy(self._input)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._listen()
        self._measure()
        self._offer()

    def _listen(self) -> None:
        completer = QCompleter(self._offers, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(self._on_offer_taken, Qt.ConnectionType.QueuedConnection)
        popup = QListView()
        popup.setProperty("popup", True)
        popup.setMinimumWidth(measures_of(self).px(180))
        completer.setPopup(popup)
        self._input.setCompleter(completer)
        self._input.installEventFilter(self)

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these from now on; what was chosen stays chosen."""
        self._choices = dict(choices)
        self._offer()

    def take_pending(self) -> None:
        """Take what was typed and not yet confirmed, as Enter would."""
        if self._input.text().strip():
            self._take(self._input.text())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys chosen now, in the order they were chosen."""
        return tuple(self._chosen)

    def choose(self, keys: Sequence[str]) -> None:
        """Show these as chosen, without telling anyone."""
        for key in list(self._chosen):
            self._drop(key)
        for key in keys:
            self._add(key)
        self._offer()

    def _add(self, key: str) -> None:
        words = self._choices.get(key, key)
        token = _Token(words, self)
        token.clicked.connect(lambda _checked=False: self._take_away(key))
        self._chosen[key] = token
        self._flow.insert_widget(self._flow.count() - 1, token)
        token.show()

    def _drop(self, key: str) -> None:
        token = self._chosen.pop(key)
        self._flow.removeWidget(token)
        token.hide()
        token.deleteLater()

    def _offer(self) -> None:
        """What may still be chosen, for the list under the field."""
        left = [words for key, words in self._choices.items() if key not in self._chosen]
        self._offers.setStringList(left)
        self._input.setPlaceholderText("" if self._chosen else self._placeholder)
        self.updateGeometry()
        self.update()

    def _take(self, words: str) -> bool:
        """Take the choice these words name, or the only one they are part of."""
        words = words.strip()
        left = {choice: key for key, choice in self._choices.items() if key not in self._chosen}
        key = left.get(words) or next((k for choice, k in left.items() if words and words in choice), None)
        if key is None and self._allow_new and words and words not in self._chosen:
            key = words
        if key is None:
            return False
        self._add(key)
        self._input.clear()
        self._tell()
        return True

    def _take_away(self, key: str) -> None:
        self._drop(key)
        self._input.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        self._offer()
        self.changed.emit(self.chosen)

    def _on_offer_taken(self, words: str) -> None:
        self._take(words)
        self._input.clear()

    def _show_offers(self) -> None:
        completer = self._input.completer()
        completer.setCompletionPrefix(self._input.text())
        completer.complete()

    def _measure(self) -> None:
        measures = measures_of(self)
        side = measures.px(5)
        self._flow.setContentsMargins(side, side, side, side)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.MouseButtonPress and not self._input.text():
            self._show_offers()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key, words = event.key(), self._input.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma) and words:
            self._take(words)
            return True
        if key == Qt.Key.Key_Backspace and not words and self._chosen:
            self._take_away(self.chosen[-1])
            return True
        if key == Qt.Key.Key_Down and not words:
            self._show_offers()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._input.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_offers()

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings = meanings_of(self)
        line = meanings.accent.ink if self._input.hasFocus() else meanings.firm_line
        ground = meanings.panel if self.isEnabled() else meanings.ground
        rounded_box(smooth(QPainter(self)), QRectF(self.rect()), measures_of(self).radius, ground, line)


class _TokenInput(QLineEdit):
    """The bare place to type in, after the last token."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setProperty("bare", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        words = self.placeholderText()
        width = max(self.fontMetrics().horizontalAdvance(words) + measures.px(12), measures.px(70))
        return QSize(width, measures.px(22))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(50), measures.px(22))


class _Token(QAbstractButton):
    """One thing chosen; a click or the Delete key takes it away."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(_("Remove {name}").format(name=words))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(round(text_width(self.text(), text_font(self.font(), 12))) + measures.px(32), measures.px(22))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(40), measures.px(22))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures, meanings = measures_of(self), meanings_of(self)
        lively = self.underMouse() or self.hasFocus()
        line = meanings.accent.ink if self.hasFocus() else None
        rounded_box(painter, QRectF(self.rect()), measures.chip_radius, meanings.accent.ground, line)
        room = QRectF(self.rect()).adjusted(measures.px(8), 0, -measures.px(22), 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, room, self.text(), text_font(self.font(), 12), meanings.ink, left)
        cross = QRectF(self.width() - measures.px(19), (self.height() - measures.px(12)) / 2, *[measures.px(12)] * 2)
        paint_icon(painter, "x", meanings.act.ink if lively else meanings.second, cross)
