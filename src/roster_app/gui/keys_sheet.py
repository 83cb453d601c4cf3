"""The key sheet (F1): every command with its keys, by the page it belongs to."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.actions import COMMANDS, EVERYWHERE, Command
from roster_app.gui.widgets.buttons import PrimaryButton
from roster_app.gui.widgets.chip import KeyHint
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class KeysSheet(PanelDialog):
    """Commands that work everywhere at the left, those of the pages at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Keys"), parent, width=780)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = [(name, list(found)) for name, found in itertools.groupby(_with_keys(), lambda c: c.group)]
        sheet = QWidget()
        width = measures_of(self).px(116)
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(measures_of(self).px(36))
        columns.addLayout(_column([g for g in groups if g[0] in (EVERYWHERE, groups[-1][0])], width), 1)
        columns.addLayout(_column([g for g in groups if g[0] not in (EVERYWHERE, groups[-1][0])], width), 1)
        self.add(sheet)
        close = PrimaryButton(_("Close"))
        close.clicked.connect(self.accept)
        self.add_right(close)
        close.setFocus()


def _with_keys() -> list[Command]:
    return [command for command in COMMANDS if command.keys]


def _column(groups: list[tuple[str, list[Command]]], width: int) -> QVBoxLayout:
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
        grid.addWidget(TextLabel(_(command.text)), row, 1)
    return grid
