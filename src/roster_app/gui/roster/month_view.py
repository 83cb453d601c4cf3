"""The calendar of one volunteer on the screen: the figures above, a week a line, each duty with its place and hours."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.gui.roster.day_grid import DELEGATES_PAINT_THE_SELECTION
from roster_app.gui.roster.duty_view import DutyView
from roster_app.gui.roster.month_delegate import MonthDelegate
from roster_app.gui.roster.month_model import MonthModel
from roster_app.gui.roster.totals import kind_title
from roster_app.gui.widgets.buttons import IconButton
from roster_app.gui.widgets.caption_header import CaptionHeader
from roster_app.gui.widgets.labels import ElidingLabel, TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.meter_bar import MeterBar
from roster_app.i18n import _


class MonthGrid(DutyView, QTableView):
    """Arrows go from day to day; a page is a volunteer."""

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._month = model
        self._delegate = MonthDelegate(model, self)
        self.setAccessibleName(_("The calendar of one volunteer"))
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(DELEGATES_PAINT_THE_SELECTION)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(CaptionHeader())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.show_model()

    @property
    def day(self) -> date | None:
        """The current day."""
        index = self.currentIndex()
        look = self._month.day_at(index.row(), index.column()) if index.isValid() else None
        return look.date if look else None

    def go_to_day(self, day: date, person: VolunteerId | None = None) -> None:
        """Make a day current, in that person's calendar."""
        self._month.show_person(person)
        index = self._month.index_on(day)
        if index.isValid():
            self.show_at(index)

    def turn(self, steps: int) -> None:
        """The next volunteer or the one before, at the same day."""
        index = self.currentIndex()
        row, column = index.row(), index.column()
        self._month.turn(steps)
        self.show_at(self.model().index(row, column))

    def tell_days(self) -> None:
        """Say which days are in sight: all of them."""
        if days := self._month.days:
            self.days_in_sight.emit((days[0], days[-1]))

    def arrange(self) -> None:
        """Give the weeks the height that is there, down to what a day with two duties needs."""
        rows = self._month.rowCount()
        least = measures_of(self).px(84)
        height = max(least, self.viewport().height() // rows) if rows else least
        self.verticalHeader().setDefaultSectionSize(height)
        for row in range(rows):
            self.setRowHeight(row, height)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class MonthView(QWidget):
    """Name and figures over the grid; the arrows beside the name go to the next volunteer."""

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = model
        self.grid = MonthGrid(model)
        self._name, self._remark = TextLabel("", "heading"), ElidingLabel("", "quiet")
        self._figures = QWidget()
        self._row = QHBoxLayout(self._figures)
        self._bars: list[tuple[TextLabel, MeterBar]] = []
        self._build()
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(lambda *_where: self._tell())
        self._tell()

    def _build(self) -> None:
        measures = measures_of(self)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(measures.px(11), measures.near, measures.apart, measures.near)
        row.setSpacing(measures.near)
        back = IconButton("chevron-left", _("Volunteer before (Page Up)"), small=True)
        on = IconButton("chevron-right", _("Next volunteer (Page Down)"), small=True)
        back.clicked.connect(lambda _checked=False: self.grid.turn(-1))
        on.clicked.connect(lambda _checked=False: self.grid.turn(1))
        for part in (back, self._name, on):
            row.addWidget(part)
        row.addWidget(self._remark, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(measures.wide)
        row.addWidget(self._figures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.grid, 1)

    def _tell(self) -> None:
        totals = self._month.totals
        self._name.setText(self._month.name)
        self._remark.setText(self._month.remark)
        while len(self._bars) < len(totals):
            self._add_figure(kind_title(totals[len(self._bars)].kind))
        for (words, bar), look in zip(self._bars, totals, strict=False):
            words.setText(f"{kind_title(look.kind)} {look.figure}")
            bar.show_value(look.part, 1.0, fair=look.fair)
            bar.setToolTip(look.phrase)

    def _add_figure(self, title: str) -> None:
        measures = measures_of(self)
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.tight)
        words, bar = TextLabel("", "second"), MeterBar(title)
        bar.setFixedWidth(measures.px(92))
        column.addWidget(words)
        column.addWidget(bar)
        self._row.addWidget(one)
        self._bars.append((words, bar))
