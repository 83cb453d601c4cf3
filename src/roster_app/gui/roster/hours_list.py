"""Everybody's hours before and after a proposal, as bars with the fair band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.ids import VolunteerId
from roster_app.gui.roster.totals import Totals, figure_of
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.meter_bar import paint_meter
from roster_app.gui.widgets.painting import LEFT, RIGHT, hairline, paint_text, text_width
from roster_app.i18n import _

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One person; parts are of the longest bar."""

    name: str
    before: str
    after: str
    before_part: float
    after_part: float
    fair: tuple[float, float]


def hours_rows(names: dict[VolunteerId, str], before: Totals, after: Totals) -> list[HoursRow]:
    """The widest change first, then by name as the team is ordered."""
    kind = BurdenKind.MINUTES
    amounts = {who: (before.burden(who).amount(kind), after.burden(who).amount(kind)) for who in names}
    longest = max([1, *(max(pair) for pair in amounts.values()), *(after.band(w, kind).high for w in names)]) * 1.06
    ordered = sorted(names, key=lambda who: -abs(amounts[who][1] - amounts[who][0]))
    return [
        HoursRow(
            name=names[who],
            before=figure_of(kind, amounts[who][0]),
            after=figure_of(kind, amounts[who][1]),
            before_part=amounts[who][0] / longest,
            after_part=amounts[who][1] / longest,
            fair=(after.band(who, kind).low / longest, after.band(who, kind).high / longest),
        )
        for who in ordered
    ]


class HoursModel(QAbstractListModel):
    """The rows; replaced as a whole, with scroll and order kept where they can be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[HoursRow] = ()

    def row(self, row: int) -> HoursRow:
        return self._rows[row]

    def show(self, rows: Sequence[HoursRow]) -> None:
        """Other figures; the number of people seldom changes."""
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _Role.DisplayRole:
            return row.name
        if role == _Role.AccessibleTextRole:
            return _("{name}: {before} → {after} h").format(name=row.name, before=row.before, after=row.after)
        return None


class HoursList(QListView):
    """Only looked at."""

    def __init__(self, rows: HoursModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Hours of each person"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setModel(rows)
        self.setItemDelegate(_HoursDelegate(rows, self))


class _HoursDelegate(QStyledItemDelegate):
    """Name, two bars, and the figures."""

    def __init__(self, rows: HoursModel, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(120), measures.px(31))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._rows.row(index.row())
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        box = QRectF(option.rect)
        hairline(painter, QPointF(box.left(), box.top()), QPointF(box.right(), box.top()), meanings.faint_line)
        name = QRectF(box.left(), box.top(), measures.px(82), box.height())
        paint_text(painter, name, row.name, text_font(option.font, bold=True), meanings.ink, LEFT)
        bold, plain = text_font(option.font, bold=True), text_font(option.font)
        figures = measures.px(78)
        after = QRectF(box.right() - figures, box.top(), figures - measures.tight, box.height())
        paint_text(painter, after, row.after, bold, meanings.ink, RIGHT)
        before = after.adjusted(0, 0, -text_width(row.after, bold) - 1, 0)
        paint_text(painter, before, f"{row.before} → ", plain, meanings.second, RIGHT)
        height = measures.px(11)
        bar = QRectF(name.right(), 0, after.left() - name.right() - measures.tight, height)
        bar.moveTop(box.center().y() - height / 2)
        paint_meter(
            painter,
            bar.toAlignedRect().toRectF(),
            meanings,
            value=row.after_part,
            fair=row.fair,
            before=row.before_part,
            strong=True,
        )
