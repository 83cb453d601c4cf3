"""The third leaf of the panel: what one person has done, in figures, and the duties to come and past as a list."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from roster_app.domain.records import PersonRecord
from roster_app.domain.roster import Stint
from roster_app.domain.team import Directory
from roster_app.gui.people.record_words import over_words
from roster_app.gui.widgets import RowDelegate, RowRole, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words.times import duration, span_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST = 200
"""So many past duties are listed; the figures count all."""


class RecordView(QWidget):
    """Shows a record; Enter or a double click on a duty wishes to see it in its roster."""

    duty_wished = Signal(int)  # DutyId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RecordModel(self)
        self._figures = TextLabel("", "second", wraps=True)
        self._list = QListView()
        self._list.setModel(self.model)
        self._list.setItemDelegate(RowDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(_("Record"))
        self._list.setMouseTracking(True)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side, near = measures_of(self).px(16), measures_of(self).near
        self._figures.setContentsMargins(side, 0, side, near)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._figures)
        column.addWidget(self._list, 1)
        self._list.activated.connect(lambda index: self.duty_wished.emit(self.model.stint(index.row()).duty_id))
        self.setFocusProxy(self._list)

    def show_record(self, record: PersonRecord, directory: Directory) -> None:
        """Show what one person has done and will do."""
        self.model.show_record(record, directory)
        self._figures.setText("\n".join(figures(record)))
        self._list.setVisible(self.model.rowCount() > 0)


class RecordModel(QAbstractListModel):
    """Duties to come, the next first, then those that have begun, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record = PersonRecord((), (), 0, 0, 0, 0)
        self._stints: tuple[Stint, ...] = ()
        self._directory: Directory | None = None

    def show_record(self, record: PersonRecord, directory: Directory) -> None:
        """Show another record, or the same person's after a change."""
        self.beginResetModel()
        self._record, self._directory = record, directory
        self._stints = (*record.ahead, *record.over[:_MOST])
        self.endResetModel()

    def stint(self, row: int) -> Stint:
        return self._stints[row]

    def _place(self, stint: Stint) -> str:
        """横岗卡口 · 早班; what is gone from the team has no name any more."""
        if self._directory is None:
            return ""
        checkpoint = self._directory.checkpoint.get(stint.checkpoint_id)
        shift = self._directory.shift_type.get(stint.shift_type_id) if stint.shift_type_id else None
        return " · ".join(named.name for named in (checkpoint, shift) if named is not None)

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._stints)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        stint = self._stints[index.row()]
        to_come = index.row() < len(self._record.ahead)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return span_words(stint.span)
            case RowRole.SECOND_LINE:
                return self._place(stint)
            case RowRole.CHIP:
                return _("to come") if to_come else ""
            case RowRole.CHIP_TONE:
                return "accent" if index.row() == 0 else "plain"
            case Qt.ItemDataRole.AccessibleTextRole:
                return _(", ").join([span_words(stint.span), self._place(stint), *([_("to come")] if to_come else [])])
        return None


def figures(record: PersonRecord) -> list[str]:
    """The record in lines: up to now, the last four weeks, from now on."""
    if not record.over and not record.ahead:
        return [_("No duty yet.")]
    lines = [_("Up to now: {figures}").format(figures=over_words(record) or "—")]
    if record.recent_minutes:
        lines.append(_("Last four weeks: {hours}").format(hours=duration(record.recent_minutes)))
    if record.ahead:
        lines.append(_("From now on: {hours}").format(hours=duration(record.minutes_ahead)))
    return lines
