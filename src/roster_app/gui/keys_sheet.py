"""The key sheet (F1): every command with its keys, by the page it belongs to."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.gui.actions import COMMANDS, Command
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.chip import KeyHint
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _

Group = tuple[str, list[Command]]

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class KeysSheet(PanelDialog):
    """Groups in their order over three columns of about the same height; a small screen scrolls."""

    guide_wished = Signal()  # the sheet has closed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), parent, width=1080, height=740)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        measures = measures_of(self)
        groups = [(name, list(found)) for name, found in itertools.groupby(_with_keys(), lambda c: c.group)]
        sheet = QWidget()
        sheet.setProperty("scroll_body", True)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(*[measures.px(22)] * 4)
        columns.setSpacing(measures.px(28))
        for column in _columns(groups, 3):
            columns.addLayout(_column(column, measures.px(104)), 1)
        scroll = QScrollArea()
        scroll.setWidget(sheet)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("Keys"))
        self.add(scroll, 1, padded=False)
        guide = QuietButton(_("User guide"), "info")
        guide.clicked.connect(self._on_guide)
        self.add_left(guide)
        close = PrimaryButton(_("Close"))
        close.clicked.connect(self.accept)
        self.add_right(close)
        close.setFocus()

    def _on_guide(self) -> None:
        self.accept()
        self.guide_wished.emit()


def _columns(groups: list[Group], count: int) -> list[list[Group]]:
    """The groups in so many columns, each next one into the column that is shortest so far."""
    columns: list[list[Group]] = [[] for _column in range(count)]
    for group in groups:
        min(columns, key=lambda column: sum(len(commands) + 2 for _name, commands in column)).append(group)
    return columns


def _with_keys() -> list[Command]:
    return [command for command in COMMANDS if command.keys]


def _column(groups: list[Group], width: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for name, commands in groups:
        column.addLayout(_group(name, commands, width))
    column.addStretch(1)
    return column


def _group(name: str, commands: list[Command], width: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, width)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    grid.addWidget(TextLabel(_(name), "heading"), 0, 0, 1, 2)
    for row, command in enumerate(commands, start=1):
        keys = " / ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys)
        cap = KeyHint(keys, "")
        cap.setAccessibleName(f"{keys} {_(command.text)}")
        grid.addWidget(cap, row, 0, _LEFT)
        grid.addWidget(TextLabel(_(command.text), wraps=True), row, 1)
    return grid
