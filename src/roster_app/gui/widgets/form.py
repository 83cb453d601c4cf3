"""Forms: label, field, help and error of one row made together, so that none is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from roster_app.gui.widgets.icons import Glyph
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of

_BY_TAB = Qt.FocusPolicy.TabFocus


class InlineError(QWidget):
    """A sentence about what is wrong, beside the thing that is wrong; takes no room while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = TextLabel("", "error", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).px(5))
        row.addWidget(Glyph("triangle-alert", "act", 13), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty while all is well."""
        return self._text.text()

    def tell(self, text: str) -> None:
        """Say what is wrong, or with an empty word that all is well."""
        self._text.setText(text)
        self.setVisible(bool(text))


class FormRow:
    """One row of a form: the field, and what can be said about it."""

    def __init__(self, label: QLabel, field: QWidget, help_label: TextLabel, error: InlineError) -> None:
        self.label = label
        self.field = field
        self._help = help_label
        self._error = error
        self._help_text = help_label.text()

    @property
    def error(self) -> str:
        return self._error.text

    def show_error(self, text: str) -> None:
        """Mark the field and say why; an empty word takes the mark away. Help gives way to the error."""
        self._error.tell(text)
        self._help.setVisible(bool(self._help.text()) and not text)
        self.field.setProperty("wrong", bool(text))
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.field.setAccessibleDescription(text or self._help.text())

    def show_help(self, text: str) -> None:
        """Explain the field in other words from now on."""
        self._help_text = text
        self.show_hint("")

    def show_hint(self, text: str) -> None:
        """Say something striking under the field in the place of its help; an empty word brings the help back."""
        self._help.setText(text or self._help_text)
        self._help.set_tone("look" if text else "")
        self._help.setVisible(bool(self._help.text()) and not self.error)
        self.field.setAccessibleDescription(self.error or self._help.text())

    def set_visible(self, visible: bool) -> None:
        for part in (self.label, self.field):
            part.setVisible(visible)
        self._help.setVisible(visible and bool(self._help.text()) and not self.error)
        self._error.setVisible(visible and bool(self.error))


class Form(QWidget):
    """Rows of label and field; labels stand at the left in one column, or above the fields when `stacked`."""

    def __init__(self, *, stacked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacked = stacked
        self._next = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0 if stacked else 1, 1)
        self._measure()

    def add(self, words: str, field: QWidget, help_text: str = "") -> FormRow:
        """Add a row; `words` may hold a mnemonic (姓名(&N)) that leads to the field."""
        label = TextLabel(words, "quiet")
        parts = [field, *_parts(field)]
        label.setBuddy(next((part for part in parts if part.focusPolicy() & _BY_TAB or part.focusProxy()), field))
        for part in parts:
            if not part.accessibleName():
                part.setAccessibleName(_plain(words))
        help_label = TextLabel(help_text, "second", wraps=True)
        field.setAccessibleDescription(help_text)
        error = InlineError()
        self._place(label, field, help_label, error)
        help_label.setVisible(bool(help_text))  # now that it has a parent: before, it would be a window of its own
        return FormRow(label, field, help_label, error)

    def add_wide(self, widget: QWidget) -> None:
        """Add something over the whole width: a section title, a table."""
        self._grid.addWidget(widget, self._next, 0, 1, -1)
        self._next += 1

    def _place(self, label: QLabel, field: QWidget, *below: QWidget) -> None:
        column = 0 if self._stacked else 1
        label_height = measures_of(self).control
        if self._stacked:
            self._grid.addWidget(label, self._next, 0)
            self._next += 1
        else:
            label.setMinimumHeight(label_height)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(label, self._next, 0, Qt.AlignmentFlag.AlignTop)
        for widget in (field, *below):
            self._grid.addWidget(widget, self._next, column)
            self._next += 1
        self._grid.setRowMinimumHeight(self._next, measures_of(self).px(7))
        self._next += 1

    def _measure(self) -> None:
        measures = measures_of(self)
        self._grid.setHorizontalSpacing(measures.wide)
        self._grid.setVerticalSpacing(measures.px(3))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def _parts(field: QWidget) -> list[QWidget]:
    """What can be typed into or pressed inside a field made of several."""
    children = field.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    composed = field.focusPolicy() == Qt.FocusPolicy.NoFocus and not field.focusProxy()
    return [child for child in children if child.focusPolicy() & _BY_TAB] if composed else []


def _plain(words: str) -> str:
    """The words without their mnemonic: 姓名(&N) → 姓名."""
    head, _mark, tail = words.partition("(&")
    return head.strip() if tail else words.replace("&", "")
