"""The rows of a list with what will become of each: what must be looked at first, the rest in the order of the file."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from roster_app.domain.imports import Fate, ImportPlan, PlannedRow
from roster_app.domain.lists import SkippedRow, Verdict
from roster_app.domain.people import masked_phone
from roster_app.gui.people.import_words import TONES
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _
from roster_app.services.words import fate_name, sentence_of_fate, sentence_of_problem, sentence_of_skipped

LINE_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(enum.IntEnum):
    """The columns from left to right."""

    TICK = 0
    ROW = 1
    NAME = 2
    AFFILIATION = 3
    PHONE = 4
    FATE = 5
    REMARKS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the list, ready to be shown."""

    row: int
    fate: Fate
    texts: tuple[str, ...]
    """By column; the tick's is empty."""
    chip: str
    tone: ToneName
    remarks: tuple[tuple[str, bool], ...]
    """Each sentence, and whether it keeps the row out."""

    @property
    def can_be_taken(self) -> bool:
        """Whether there is anything to write for it."""
        return self.fate in (Fate.NEW, Fate.CHANGED)

    @property
    def phrase(self) -> str:
        """The row for a screen reader."""
        return _(", ").join(text for text in (self.texts[Column.NAME], self.chip, self.texts[Column.REMARKS]) if text)


class ImportModel(QAbstractTableModel):
    """Every row that can be taken in begins with its tick set."""

    ticked_changed = Signal()  # other rows are ticked now

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines_of(plan)
        self._ticked = {line.row for line in self._lines if line.can_be_taken}

    @property
    def ticked(self) -> frozenset[int]:
        """The row numbers to take in."""
        return frozenset(self._ticked)

    def count(self, fate: Fate) -> int:
        """How many ticked rows have this fate."""
        return sum(line.fate is fate and line.row in self._ticked for line in self._lines)

    def line(self, row: int) -> Line:
        return self._lines[row]

    def is_ticked(self, row: int) -> bool:
        return self._lines[row].row in self._ticked

    def toggle(self, rows: list[int]) -> None:
        """Tick these rows of the table, or untick them if all of them are ticked."""
        lines = [self._lines[row] for row in rows if self._lines[row].can_be_taken]
        numbers = {line.row for line in lines}
        self._ticked = self._ticked - numbers if numbers <= self._ticked else self._ticked | numbers
        if numbers:
            last = len(self._lines) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, len(Column) - 1))
            self.ticked_changed.emit()

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.TICK and self._lines[index.row()].can_be_taken:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.texts[column]
            case Qt.ItemDataRole.ToolTipRole:
                return line.texts[column] if column == Column.REMARKS else None
            case Qt.ItemDataRole.CheckStateRole if column == Column.TICK and line.can_be_taken:
                return Qt.CheckState.Checked if line.row in self._ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.phrase
            case _ if role == LINE_ROLE:
                return line
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        if wanted != self.is_ticked(index.row()):
            self.toggle([index.row()])
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return headers()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def headers() -> tuple[str, ...]:
    """The words over the columns."""
    return "", _("Row"), _("Name"), _("Affiliation"), _("Phone"), _("What becomes of it"), _("Look at")


def lines_of(plan: ImportPlan) -> list[Line]:
    """Wrong rows first, then those with something to look at, then the others; each group in the order of the file."""
    lines = [_line(row) for row in plan.rows] + [_skipped(row) for row in plan.found.skipped]
    return sorted(lines, key=lambda line: (_urgency(line), line.row))


def _urgency(line: Line) -> int:
    if line.fate is Fate.WRONG:
        return 0
    return 1 if line.remarks and line.fate is not Fate.SKIPPED else 2


def _line(row: PlannedRow) -> Line:
    draft = row.draft
    remarks = tuple((sentence_of_problem(p), p.verdict is Verdict.WRONG) for p in draft.problems)
    name = draft.name or draft.raw_name
    fate = sentence_of_fate(row) if row.fate is Fate.CHANGED else ""
    texts = ("", str(draft.row), name, draft.affiliation or "", masked_phone(draft.phone or ""), fate)
    return Line(
        draft.row,
        row.fate,
        (*texts, "\n".join(sentence for sentence, _grave in remarks)),
        fate_name(row.fate),
        TONES[row.fate],
        remarks,
    )


def _skipped(row: SkippedRow) -> Line:
    text = " ".join(row.text.split())
    texts = ("", str(row.row), text, "", "", "", sentence_of_skipped(row))
    return Line(row.row, Fate.SKIPPED, texts, fate_name(Fate.SKIPPED), TONES[Fate.SKIPPED], ())
