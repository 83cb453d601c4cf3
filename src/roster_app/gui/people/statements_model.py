"""One person's leaves and statements as a list: leaves first, each with its kind as a chip."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from roster_app.domain.people import Availability, Leave
from roster_app.gui.people.statement_words import ShiftNames, days_beside, leave_days, rule_stated, tone_of, when_stated
from roster_app.gui.widgets import RowRole
from roster_app.i18n import _
from roster_app.services.words.names import availability_name, leave_kind_name

Statement = Availability | Leave

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class StatementsModel(QAbstractListModel):
    """Answers the roles of `RowDelegate`; what is over is struck through."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._statements: tuple[Statement, ...] = ()
        self._shifts: ShiftNames = {}

    def show_statements(
        self, leaves: tuple[Leave, ...], availabilities: tuple[Availability, ...], shifts: ShiftNames
    ) -> None:
        """Show these, leaves in order of time."""
        statements: tuple[Statement, ...] = (*sorted(leaves, key=lambda leave: leave.span), *availabilities)
        if (statements, shifts) != (self._statements, self._shifts):
            self.beginResetModel()
            self._statements, self._shifts = statements, shifts
            self.endResetModel()

    def statement(self, row: int) -> Statement:
        return self._statements[row]

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._statements)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        statement = self._statements[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _headline(statement, self._shifts)
            case RowRole.SECOND_LINE:
                return _second_line(statement)
            case RowRole.CHIP:
                return kind_of_statement(statement)
            case RowRole.CHIP_TONE:
                return "look" if isinstance(statement, Leave) else tone_of(statement.kind)
            case RowRole.STRUCK:
                return isinstance(statement, Leave) and statement.span.end.date() < self._today
            case Qt.ItemDataRole.AccessibleTextRole:
                return _("{when}: {kind}").format(
                    when=when_of(statement, self._shifts), kind=kind_of_statement(statement)
                )
        return None


def when_of(statement: Statement, shifts: ShiftNames) -> str:
    """The time it holds."""
    return leave_days(statement.span) if isinstance(statement, Leave) else when_stated(statement, shifts)


def _headline(statement: Statement, shifts: ShiftNames) -> str:
    return leave_days(statement.span) if isinstance(statement, Leave) else rule_stated(statement, shifts)


def _second_line(statement: Statement) -> str:
    if isinstance(statement, Leave):
        return statement.reason
    return _("; ").join(part for part in (*days_beside(statement), statement.note) if part)


def kind_of_statement(statement: Statement) -> str:
    """What it says."""
    return leave_kind_name(statement.kind) if isinstance(statement, Leave) else availability_name(statement.kind)
