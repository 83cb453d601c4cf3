"""A table of named things — areas, qualifications — renamed in place, with what uses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roster_app.gui.places.words import listed

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A thing, what uses it by column, and a tick where the table has one."""

    key: int
    name: str
    counts: tuple[str, ...]
    ticked: bool | None = None


class NamesModel(QAbstractTableModel):
    """The name, a tick if `tick` names one, then the counts. It stores nothing: wishes go out as signals."""

    rename_wished = Signal(object, str)  # the key, the new name
    tick_wished = Signal(object, bool)  # the key, whether it is to be ticked

    def __init__(self, name: str, counts: Sequence[str], tick: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NamedRow] = []
        self._headers = (name, *((tick,) if tick else ()), *counts)
        self._ticks = bool(tick)

    @property
    def rows(self) -> tuple[NamedRow, ...]:
        return tuple(self._rows)

    def row_of(self, key: int | None) -> int:
        """The row of that thing, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def show_rows(self, rows: Sequence[NamedRow]) -> None:
        """These, in this order; those that stay keep their place in the selection."""
        wanted = {row.key for row in rows}
        for n in range(len(self._rows) - 1, -1, -1):
            if self._rows[n].key not in wanted:
                self.beginRemoveRows(_NOWHERE, n, n)
                del self._rows[n]
                self.endRemoveRows()
        if [row.key for row in self._rows] != [row.key for row in rows[: len(self._rows)]]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for n, row in enumerate(rows):
            self._put(n, row)

    def _put(self, n: int, row: NamedRow) -> None:
        if n == len(self._rows):
            self.beginInsertRows(_NOWHERE, n, n)
            self._rows.append(row)
            self.endInsertRows()
        elif self._rows[n] != row:
            self._rows[n] = row
            self.dataChanged.emit(self.index(n, 0), self.index(n, len(self._headers) - 1))

    def _is_tick(self, column: int) -> bool:
        return self._ticks and column == 1

    def _text(self, row: NamedRow, column: int) -> str:
        if column == 0:
            return row.name
        return "" if self._is_tick(column) else row.counts[column - 1 - self._ticks]

    def _phrase(self, row: NamedRow) -> str:
        """The whole row for a screen reader."""
        ticked = [self._headers[1]] if row.ticked else []
        counts = (f"{head} {count}" for head, count in zip(self._headers[1 + self._ticks :], row.counts, strict=True))
        return listed([row.name, *ticked, *counts])

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.isValid() and self._is_tick(index.column()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._phrase(row) if column == 0 else self._headers[column]
            case Qt.ItemDataRole.CheckStateRole if self._is_tick(column):
                return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if column <= self._ticks else _RIGHT
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and self._is_tick(index.column()):
            self.tick_wished.emit(row.key, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == row.name:
            return False
        self.rename_wished.emit(row.key, name)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section <= self._ticks else _RIGHT
        return None
