"""The duties that another demand moves, a row each: when, where, which shift and post, and what becomes of it."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from roster_app.domain.demand_moves import DutyMove
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, minute_of
from roster_app.i18n import _
from roster_app.services.words.times import clock, date_words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(enum.IntEnum):
    """The columns from left to right."""

    DATE = 0
    CHECKPOINT = 1
    SHIFT = 2
    POST = 3
    BECOMES = 4


class MovesModel(QAbstractTableModel):
    """`stored` and `wished` are the team before and after: a name is found in either. Losses are in `alarm`."""

    def __init__(
        self,
        moves: Sequence[DutyMove],
        stored: Directory,
        wished: Directory,
        alarm: QColor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        names = _Names(stored, wished)
        self._rows = tuple(names.texts(move) for move in moves)
        self._losses = frozenset(row for row, move in enumerate(moves) if move.is_loss)
        self._alarm = alarm
        self._headers = (_("Date"), _("Checkpoint"), _("Shift"), _("Post"), _("What changes"))

    # Qt overrides

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        texts = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return texts[index.column()]
            case Qt.ItemDataRole.ForegroundRole if index.row() in self._losses:
                return self._alarm
            case Qt.ItemDataRole.AccessibleTextRole:
                return _(", ").join(text for text in texts if text)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None


class _Names:
    """What places, shifts, posts and people are called before or after."""

    def __init__(self, stored: Directory, wished: Directory) -> None:
        both = (stored, wished)
        self._checkpoints = {c.id: c.name for d in both for c in d.checkpoints}
        self._shifts = {s.id: s.name for d in both for s in d.shift_types}
        self._posts = {p.id: p.name for d in both for p in d.posts}
        self._people = stored.name

    def texts(self, move: DutyMove) -> tuple[str, ...]:
        """The row of one move, by column."""
        span = move.before or move.after
        assert span is not None
        shift = f"{self._shifts.get(move.shift_type_id, '')} {_hours(move, span)}".strip()
        return (
            date_words(move.day),
            self._checkpoints.get(move.checkpoint_id, ""),
            shift,
            self._posts.get(move.post_id, ""),
            self._becomes(move),
        )

    def _becomes(self, move: DutyMove) -> str:
        name = self._people.get(move.holder, "") if move.holder is not None else ""
        if move.before is None:
            return _("is added, vacant")
        if move.after is None:
            return _("{name} loses it").format(name=name) if name else _("goes, vacant")
        hours = _hours(move, move.after)
        if name:
            return _("{name} stands {hours} from then on").format(name=name, hours=hours)
        return _("is {hours} from then on").format(hours=hours)


def _hours(move: DutyMove, span: Span) -> str:
    """16:00–24:00, reckoned from the day of the shift."""
    return f"{clock(minute_of(span.start, move.day))}–{clock(minute_of(span.end, move.day))}"
