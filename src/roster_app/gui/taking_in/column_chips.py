"""The columns of a sheet as chips, each with what it was taken for; a menu changes it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from roster_app.domain.inspected import ColumnUse, SeenColumn
from roster_app.gui.widgets import Chip, QuietButton, measures_of
from roster_app.i18n import _
from roster_app.services.words import use_name


class ColumnChips(QScrollArea):
    """In one row that scrolls, so that a month of days does not push the sheet away."""

    changed = Signal(int, object)  # the column, counted from 0, and its ColumnUse

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Columns"))
        self.chips: list[QuietButton] = []

    def show_columns(self, columns: tuple[SeenColumn, ...]) -> None:
        """Show these; nothing is in sight where none is told."""
        body = QWidget()
        body.setProperty("scroll_body", True)
        row = QHBoxLayout(body)
        measures = measures_of(self)
        row.setContentsMargins(measures.px(22), 0, measures.px(22), 0)
        row.setSpacing(measures.px(6))
        self.chips = []
        for column in columns:
            chip = QuietButton(_chip_words(column), small=True)
            chip.setToolTip(_("Column {letter}: change what it holds").format(letter=column.letter))
            chip.clicked.connect(partial(self._open_menu, column, chip))
            row.addWidget(chip)
            self.chips.append(chip)
        row.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # it may be what was just clicked
        self.setWidget(body)
        self.setVisible(bool(columns))
        self.setFixedHeight(measures.px(40))

    def show_words(self, words: list[str]) -> None:
        """Show how columns were read where that is not to be changed here."""
        self.show_columns(())
        body = self.widget()
        row = body.layout() if body is not None else None
        if isinstance(row, QHBoxLayout):
            for number, text in enumerate(words):
                chip = Chip(text)
                chip.setMinimumWidth(chip.sizeHint().width())
                row.insertWidget(number, chip)
        self.setVisible(bool(words))

    def menu_of(self, column: SeenColumn) -> QMenu:
        """What the column may hold, the present use ticked."""
        menu = QMenu(self)
        for use in ColumnUse:
            action = menu.addAction(use_name(use))
            action.setCheckable(True)
            action.setChecked(use is column.use)
            action.triggered.connect(partial(self._change, column, use))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_menu(self, column: SeenColumn, chip: QWidget, _checked: bool = False) -> None:
        self.menu_of(column).popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _change(self, column: SeenColumn, use: ColumnUse, _checked: bool = False) -> None:
        self.changed.emit(_number(column.letter), use)


def _chip_words(column: SeenColumn) -> str:
    heading = " ".join(column.heading.split())[:12]
    return " ".join(filter(None, (column.letter, heading))) + _(": {use}").format(use=use_name(column.use))


def _number(letters: str) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1
