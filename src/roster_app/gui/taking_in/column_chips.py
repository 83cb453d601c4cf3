"""The columns of a sheet as chips, each with what it was taken for; a menu changes it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from roster_app.domain.inspected import ColumnUse, SeenColumn
from roster_app.domain.lists import ListColumn, ListField
from roster_app.gui.widgets import QuietButton, measures_of
from roster_app.i18n import _
from roster_app.services.words import sentence_of_column, use_in_list, use_name

_FIELDS = {
    ListField.NAME: ColumnUse.NAME,
    ListField.PHONE: ColumnUse.PHONE,
    ListField.AFFILIATION: ColumnUse.AFFILIATION,
    ListField.AREA: ColumnUse.PLACE,
    ListField.CREW: ColumnUse.CREW,
    ListField.TITLE: ColumnUse.ROLE,
    ListField.QUALIFICATIONS: ColumnUse.QUALIFICATIONS,
    ListField.NOTE: ColumnUse.NOTE,
}
_OF_LISTS = (*_FIELDS.values(), ColumnUse.IGNORE)
_ONLY_OF_LISTS = (ColumnUse.AFFILIATION, ColumnUse.CREW, ColumnUse.QUALIFICATIONS, ColumnUse.NOTE)
_OF_DAYS = tuple(use for use in ColumnUse if use not in _ONLY_OF_LISTS)


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
        self._offered, self._name = _OF_DAYS, use_name

    def show_columns(self, columns: tuple[SeenColumn, ...]) -> None:
        """Show these; nothing is in sight where none is told."""
        self._offered, self._name = _OF_DAYS, use_name
        self._show([(column.letter, column.use, _chip_words(column)) for column in columns])

    def _show(self, columns: Sequence[tuple[str, ColumnUse | None, str]]) -> None:
        body = QWidget()
        body.setProperty("scroll_body", True)
        row = QHBoxLayout(body)
        measures = measures_of(self)
        row.setContentsMargins(measures.px(22), 0, measures.px(22), 0)
        row.setSpacing(measures.px(6))
        self.chips = []
        for letter, use, words in columns:
            chip = QuietButton(words, small=True)
            chip.setToolTip(_("Column {letter}: change what it holds").format(letter=letter))
            chip.clicked.connect(partial(self._open_menu, letter, use, chip))
            row.addWidget(chip)
            self.chips.append(chip)
        row.addStretch(1)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # it may be what was just clicked
        self.setWidget(body)
        self.setVisible(bool(columns))
        self.setFixedHeight(measures.px(40))

    def show_list(self, columns: tuple[ListColumn, ...]) -> None:
        """Show the columns of a list of volunteers, as its reader takes them."""
        self._offered, self._name = _OF_LISTS, use_in_list
        self._show([(column.letter, _use_of(column), sentence_of_column(column)) for column in columns])

    def menu_of(self, letter: str, present: ColumnUse | None) -> QMenu:
        """What the column may hold, the present use ticked where the menu holds it."""
        menu = QMenu(self)
        for use in self._offered:
            action = menu.addAction(self._name(use))
            action.setCheckable(True)
            action.setChecked(use is present)
            action.triggered.connect(partial(self._change, letter, use))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open_menu(self, letter: str, present: ColumnUse | None, chip: QWidget, _checked: bool = False) -> None:
        self.menu_of(letter, present).popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _change(self, letter: str, use: ColumnUse, _checked: bool = False) -> None:
        self.changed.emit(_number(letter), use)


def _use_of(column: ListColumn) -> ColumnUse | None:
    """Nothing where the column holds what the menu does not offer."""
    return ColumnUse.IGNORE if column.field is None else _FIELDS.get(column.field)


def _chip_words(column: SeenColumn) -> str:
    heading = " ".join(column.heading.split())[:12]
    return " ".join(filter(None, (column.letter, heading))) + _(": {use}").format(use=use_name(column.use))


def _number(letters: str) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1
