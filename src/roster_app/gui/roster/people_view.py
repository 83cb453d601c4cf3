"""Volunteer × day on the screen: the grid, the totals beside it, the vacancies under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QHBoxLayout, QTableView, QWidget

from roster_app.domain.people import Volunteer
from roster_app.gui.roster.corner import Corner
from roster_app.gui.roster.day_foot import DayFoot
from roster_app.gui.roster.day_grid import WHOLE_PERIOD, DayGrid
from roster_app.gui.roster.grid_lines import columns_in_sight, rows_in_sight
from roster_app.gui.roster.people_delegates import DayCellDelegate, TotalDelegate
from roster_app.gui.roster.people_header import PeopleHeader
from roster_app.gui.roster.people_model import PeopleModel
from roster_app.gui.roster.totals import KINDS
from roster_app.gui.widgets.caption_header import CaptionHeader
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.search_field import SearchField
from roster_app.i18n import _


class PeopleGrid(DayGrid):
    """The days; the totals of the same model are hidden here and shown beside it."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(model, banded=True, parent=parent)
        self._people = model
        self._span = WHOLE_PERIOD
        self._delegate = DayCellDelegate(model, self, self)
        self.setAccessibleName(_("Roster by volunteer and day"))
        self.setItemDelegate(self._delegate)
        self._rows = PeopleHeader(model)
        self.setVerticalHeader(self._rows)
        self.moved.connect(self._on_moved)
        self.show_model()

    def arrange(self) -> None:
        """Hide what is shown elsewhere, give every line its height and the left edge its width."""
        self._rows.setDefaultSectionSize(measures_of(self).px(27))
        for column in range(len(self._people.days), self._people.columnCount()):
            self.setColumnHidden(column, True)
        self._rows.setFixedWidth(self._rows.sizeHint().width())
        self.updateGeometries()
        self.fit()

    def narrowest(self) -> int:
        return measures_of(self).px(23)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for a person's area and qualifications in full."""
        self._rows.roomy = roomy
        self._rows.setFixedWidth(self._rows.sizeHint().width())

    def _on_moved(self) -> None:
        self._rows.mark(self.currentIndex().row())


class TotalsTable(QTableView):
    """The columns behind the days, scrolling with the grid."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self.setAccessibleName(_("Totals"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self._figures = TotalDelegate(model, self)
        self.setItemDelegate(self._figures)
        self.setHorizontalHeader(CaptionHeader(with_bands=True))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        model.modelReset.connect(self.arrange)
        self.arrange()

    def arrange(self) -> None:
        """Show the totals only, as wide as they need."""
        measures = measures_of(self)
        self.verticalHeader().setDefaultSectionSize(measures.px(27))
        days = len(self._people.days)
        for column in range(self._people.columnCount()):
            self.setColumnHidden(column, column < days)
        self.take_width(self.width())

    def take_width(self, width: int) -> None:
        """As much as is offered, within reason."""
        measures = measures_of(self)
        each = max(measures.px(52), min(measures.px(80), (width - measures.px(10)) // len(KINDS)))
        for column in range(len(self._people.days), self._people.columnCount()):
            self.setColumnWidth(column, each)
        self.setFixedWidth(each * len(KINDS) + measures.px(10))

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._figures.begin(painter, self.font(), self.palette())
        columns = list(columns_in_sight(self, self._people.columnCount(), event.rect()))
        for row, top, height in rows_in_sight(self, event.rect()):
            for column, left, width in columns:
                self._figures.paint_cell(painter, QRectF(left, top, width, height), row, column)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.arrange()


class PeopleView(QWidget):
    """Grid, totals and foot as one; rows can be narrowed to the people a search means."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self.grid = PeopleGrid(model)
        self.totals = TotalsTable(model)
        self.foot = DayFoot(self.grid, model)
        self.search = SearchField(_("Name or initials"), _("Search the volunteers"))
        self._layout = QGridLayout(self)
        self._meant: Callable[[Volunteer], bool] | None = None
        self._kept: Callable[[Volunteer], bool] | None = None
        self._build()
        self.grid.verticalScrollBar().valueChanged.connect(self.totals.verticalScrollBar().setValue)
        self.totals.verticalScrollBar().valueChanged.connect(self.grid.verticalScrollBar().setValue)
        self.totals.verticalScrollBar().rangeChanged.connect(self._follow_scroll)
        self.search.textChanged.connect(self._on_searched)
        self.search.walked.connect(lambda _steps: self.grid.setFocus())
        self.search.returnPressed.connect(self.grid.setFocus)
        model.modelReset.connect(self._share_width)
        model.modelReset.connect(self._narrow)

    def _build(self) -> None:
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.grid, 0, 0)
        layout.addWidget(self.totals, 0, 1)
        layout.addWidget(self.foot, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        corner = Corner(self.grid, list, self)
        row = QHBoxLayout(corner)
        row.setContentsMargins(measures_of(self).near, 0, measures_of(self).near, 0)
        self.search.setFixedHeight(measures_of(self).small_control)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the foot, as wide as all."""
        self._layout.addWidget(widget, 2, 0, 1, 2)

    def _share_width(self) -> None:
        """The days first, down to their narrowest; what is left beyond that goes to the totals."""
        self.grid.set_roomy(self.width() > measures_of(self).px(1250))
        days = len(self._people.days) * (self.grid.narrowest() + measures_of(self).px(2))
        self.totals.take_width(self.width() - self.grid.verticalHeader().width() - days)

    def _follow_scroll(self) -> None:
        """Once there is room to scroll, stand where the grid stands."""
        self.totals.verticalScrollBar().setValue(self.grid.verticalScrollBar().value())

    def _on_searched(self, typed: str) -> None:
        """Only the lines of the people the words mean."""
        words = typed.strip()
        self._meant = (lambda person: person.matches(words)) if words else None
        self._narrow()

    def narrow_to(self, keeps: Callable[[Volunteer], bool] | None) -> None:
        """Only the lines of people a filter keeps; beside it the search goes on."""
        self._kept = keeps
        self._narrow()

    def _narrow(self) -> None:
        asked = [means for means in (self._meant, self._kept) if means is not None]
        for row, person in enumerate(self._people.people):
            hidden = not all(means(person) for means in asked)
            self.grid.setRowHidden(row, hidden)
            self.totals.setRowHidden(row, hidden)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
