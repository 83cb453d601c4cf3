"""The cells of one sheet with what became of each, ready to be shown; a cell is mended in its place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roster_app.domain.inspected import SheetReport
from roster_app.gui.taking_in.cell_fates import CellFate
from roster_app.gui.taking_in.verdicts import verdict_name
from roster_app.i18n import _
from roster_app.services.sheet_cells import SheetCells, letter

FATE_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2
MENDED_ROLE = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SheetModel(QAbstractTableModel):
    """Rows and columns are those of the sheet; where narrowed, only the rows with something to answer are there."""

    mended = Signal(str, str)  # the cell's address and what to read instead

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = SheetCells("", "", ())
        self._fates: Mapping[str, CellFate] = {}
        self._mends: Mapping[str, str] = {}
        self._head: frozenset[int] = frozenset()
        self._rows: list[int] = []
        self._narrowed = False

    @property
    def sheet(self) -> SheetCells:
        return self._sheet

    def show_sheet(
        self, sheet: SheetCells, report: SheetReport | None, fates: Mapping[str, CellFate], mends: Mapping[str, str]
    ) -> None:
        """Show a sheet; the same one once more is changed in place, so that nothing jumps."""
        self._fates, self._mends = fates, mends
        self._head = frozenset(row - 1 for row in report.header_rows) if report is not None else frozenset()
        if sheet is self._sheet and self._rows == self._rows_wanted(sheet):
            self._tell_all()
            return
        self.beginResetModel()
        self._sheet, self._rows = sheet, self._rows_wanted(sheet)
        self.endResetModel()

    def narrow(self, narrowed: bool) -> None:
        """Keep only the header and the rows in which something needs an answer."""
        self._narrowed = narrowed
        self.beginResetModel()
        self._rows = self._rows_wanted(self._sheet)
        self.endResetModel()

    def address(self, index: _Index) -> str:
        """How the cell is named: Sheet1!C9."""
        return self._sheet.cell(self._rows[index.row()], index.column())

    def index_of(self, cell: str) -> QModelIndex:
        """Where the cell of that address stands; nowhere if it is not in sight."""
        sheet, _mark, place = cell.rpartition("!")
        if sheet != self._sheet.address:
            return QModelIndex()
        letters = place.rstrip("0123456789")
        row = int(place[len(letters) :] or 0) - 1
        if row not in self._rows:
            return QModelIndex()
        return self.index(self._rows.index(row), _column(letters))

    def fate(self, index: _Index) -> CellFate | None:
        """What became of the cell; nothing where nothing was read."""
        return self._fates.get(self.address(index)) if index.isValid() else None

    def text(self, index: _Index) -> str:
        """What is read in the cell: what it was mended to, else what it holds."""
        mend = self._mends.get(self.address(index))
        return mend if mend is not None else self._sheet.text(self._rows[index.row()], index.column())

    def as_written(self, index: _Index) -> str:
        """What the file holds there."""
        return self._sheet.text(self._rows[index.row()], index.column())

    @property
    def first_head(self) -> int:
        """The row in sight, from 0, in which the header begins; the first one without a header."""
        return next((at for at, row in enumerate(self._rows) if row in self._head), 0)

    def cells_to_answer(self) -> list[str]:
        """The addresses in this sheet that need an answer, row by row."""
        own = [cell for cell, fate in self._fates.items() if fate.verdict.needs_answer and self._is_own(cell)]
        return sorted(own, key=_place)

    def _is_own(self, cell: str) -> bool:
        return cell.rpartition("!")[0] == self._sheet.address

    def _rows_wanted(self, sheet: SheetCells) -> list[int]:
        if not self._narrowed:
            return list(range(len(sheet.rows)))
        asked = {_place(c)[0] for c, f in self._fates.items() if f.verdict.needs_answer and c.startswith(sheet.address)}
        return sorted(row for row in asked | self._head if row < len(sheet.rows))

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _spoken(self, index: _Index) -> str:
        fate = self.fate(index)
        place = f"{letter(index.column())}{self._rows[index.row()] + 1}"
        parts = [place, self.text(index) or _("empty")]
        if fate is not None:
            parts += [verdict_name(fate.verdict), *fate.sentences]
        return _(", ").join(parts)

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._sheet.rows else self._sheet.width

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(self.text(index).split())
            case Qt.ItemDataRole.EditRole:
                return self.text(index)
            case Qt.ItemDataRole.ToolTipRole:
                fate = self.fate(index)
                return "\n".join(fate.sentences) if fate is not None and fate.sentences else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
        return self._own_data(index, role)

    def _own_data(self, index: _Index, role: int) -> object:
        if role == FATE_ROLE:
            fate = self.fate(index)
            return fate.verdict if fate is not None else None
        if role == HEAD_ROLE:
            return self._rows[index.row()] in self._head
        if role == MENDED_ROLE:
            return self.address(index) in self._mends
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or str(value) == self.text(index):
            return False
        self._mends = {**self._mends, self.address(index): str(value)}
        self.dataChanged.emit(index, index)
        self.mended.emit(self.address(index), str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return letter(section)
        return str(self._rows[section] + 1) if section < len(self._rows) else None


def _column(letters: str) -> int:
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1


def _place(cell: str) -> tuple[int, int]:
    """Row and column of an address, from 0."""
    place = cell.rpartition("!")[2]
    letters = place.rstrip("0123456789")
    return int(place[len(letters) :] or 1) - 1, _column(letters)
