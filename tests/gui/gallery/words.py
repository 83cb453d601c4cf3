"""How the boards speak and line up."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.i18n import current_language


def say(chinese: str, english: str) -> str:
    """The gallery's own words, which belong to no catalogue."""
    return chinese if current_language() == "zh_CN" else english


def rows(*widgets: QWidget, margin: int = 18, surface: str = "panel") -> QWidget:
    """Widgets under one another on the panel ground."""
    board = QWidget()
    board.setProperty("surface", surface)
    column = QVBoxLayout(board)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return board


def line(*widgets: QWidget, shared: bool = False) -> QWidget:
    """Widgets beside one another; `shared` gives them equal parts of the width."""
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget, int(shared))
    if not shared:
        row.addStretch(1)
    return frame


def disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def checked(button: QAbstractButton) -> QAbstractButton:
    button.setCheckable(True)
    button.setChecked(True)
    return button


def named(widget: QWidget, name: str) -> QWidget:
    widget.setAccessibleName(name)
    return widget
