"""A chip that can be switched on and off, for narrowing a list; several of them make a filter."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roster_app.gui.widgets.flow_layout import FlowLayout
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import paint_text, rounded_box, smooth, text_width


class ToggleChip(QAbstractButton):
    """Words and a count; accent line and ground while it is on."""

    def __init__(self, words: str, count: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def show_count(self, count: int | None) -> None:
        """How many it would leave."""
        self._count = count
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()} {self._count}")

    def _font(self) -> QFont:
        return text_font(self.font(), 12)

    def _words_width(self) -> float:
        return text_width(self.text(), self._font())

    def _count_width(self) -> float:
        return 0 if self._count is None else text_width(str(self._count), self._font()) + measures_of(self).px(5)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(round(self._words_width() + self._count_width() + 2 * measures.px(8) + 1), measures.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        meanings, measures = meanings_of(self), measures_of(self)
        on = self.isChecked()
        ground = meanings.accent.ground if on else (meanings.hover if self.underMouse() else meanings.panel)
        line = meanings.accent.ink if on or self.hasFocus() else meanings.line
        box = QRectF(self.rect())
        rounded_box(painter, box, measures.px(12), ground, line, 1.5 if self.hasFocus() else 1.0)
        inner = box.adjusted(measures.px(8), 0, -measures.px(8), 0)
        ink = meanings.accent.ink if on else meanings.ink
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, inner, self.text(), self._font(), ink, left)
        if self._count is not None:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            colour = meanings.accent.ink if on else meanings.second
            paint_text(painter, inner, str(self._count), self._font(), colour, right)


class ChipFilter(QWidget):
    """Toggle chips by key in rows that wrap."""

    changed = Signal(object)  # the keys switched on now, as a frozenset, whenever the person changed them

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._chips: dict[str, ToggleChip] = {}
        self._captions: list[TextLabel] = []
        self._flow = FlowLayout(self, gap=measures_of(self).px(5))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys switched on now."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def offer(self, choices: Iterable[tuple[str, str, int | None]]) -> None:
        """Offer (key, words, count); an empty key is a caption. What was on stays on where it is still offered."""
        offered = list(choices)
        gone = [self._chips.pop(key) for key in set(self._chips) - {key for key, _words, _count in offered}]
        for widget in (*gone, *self._captions):
            widget.hide()
            widget.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self._captions = []
        for key, words, count in offered:
            self._flow.addWidget(self._shown(key, words, count) if key else self._caption(words))
        chips = [self._chips[key] for key, _words, _count in offered if key]
        for before, after in itertools.pairwise(chips):
            QWidget.setTabOrder(before, after)
        if not (offered and self.isWindow()):  # shown before it has a parent, it would be a window of its own
            self.setVisible(bool(offered))
        self.updateGeometry()

    def choose(self, keys: Iterable[str]) -> None:
        """Switch exactly these on, without telling anyone."""
        wanted = set(keys)
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)

    def _shown(self, key: str, words: str, count: int | None) -> ToggleChip:
        chip = self._chips.get(key) or self._made(key)
        chip.setText(words)
        chip.show_count(count)
        return chip

    def _caption(self, words: str) -> TextLabel:
        caption = TextLabel(words, "second", parent=self)
        caption.show()
        self._captions.append(caption)
        return caption

    def _made(self, key: str) -> ToggleChip:
        chip = ToggleChip("", parent=self)
        chip.clicked.connect(lambda: self.changed.emit(self.chosen))
        self._chips[key] = chip
        chip.show()
        return chip
