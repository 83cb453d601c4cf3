"""A list of things with their days: a row is made once a change, `data()` only looks it up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roster_app.gui.places.strip_row import StripRow

ROW_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class StripModel(QAbstractListModel):
    """Rows that go, come and change are told one by one, so that selection and scroll survive."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[StripRow] = []

    @property
    def rows(self) -> tuple[StripRow, ...]:
        return tuple(self._rows)

    def row_of(self, key: int | None) -> int:
        """The row of that thing, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.key == key), -1)

    def show_rows(self, rows: Sequence[StripRow]) -> None:
        """These, in this order."""
        wanted = {row.key for row in rows}
        for n in range(len(self._rows) - 1, -1, -1):
            if self._rows[n].key not in wanted:
                self.beginRemoveRows(_NOWHERE, n, n)
                del self._rows[n]
                self.endRemoveRows()
        for n, row in enumerate(rows):
            self._put(n, row)

    def show_row(self, row: StripRow) -> None:
        """Another look of a thing that is listed."""
        n = self.row_of(row.key)
        if n >= 0 and self._rows[n] != row:
            self._rows[n] = row
            self.dataChanged.emit(self.index(n), self.index(n))

    def _put(self, n: int, row: StripRow) -> None:
        at = self.row_of(row.key)
        if at < 0:
            self.beginInsertRows(_NOWHERE, n, n)
            self._rows.insert(n, row)
            self.endInsertRows()
            return
        if at != n:
            self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, n)
            self._rows.insert(n, self._rows.pop(at))
            self.endMoveRows()
        self.show_row(row)

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.phrase
            case _ if role == ROW_ROLE:
                return row
        return None
