"""Where the keys lead on the 24 hours of a day: along a lane, and to who stands at the same time on others."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from roster_app.gui.roster.day_lanes import Bar
from roster_app.gui.roster.lanes_model import LanesModel


def first_from(model: LanesModel, row: int) -> QModelIndex:
    """The first bar of that lane, or of the next one that has any; after the last lane comes the first."""
    count = model.rowCount()
    rows = (r % count for r in range(row, row + count))
    return next((model.index(r, 0) for r in rows if model.bars(r)), QModelIndex())


def along(model: LanesModel, index: QModelIndex, step: int) -> QModelIndex:
    """The next bar of the same lane; the bar itself at the end."""
    column = index.column() + step
    return model.index(index.row(), column) if 0 <= column < len(model.bars(index.row())) else index


def across(model: LanesModel, index: QModelIndex, step: int) -> QModelIndex:
    """The bar that stands at the same time on the next lane down, or up; the bar itself on the last one."""
    here = _middle(model.bars(index.row())[index.column()])
    row = index.row() + step
    while 0 <= row < model.rowCount():
        away = [abs(_middle(bar) - here) for bar in model.bars(row)]
        if away:
            return model.index(row, away.index(min(away)))
        row += step
    return index


def _middle(bar: Bar) -> float:
    return (bar.start + bar.end) / 2
