"""Checkpoint × day on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from roster_app.gui.roster.corner import Caption, Corner
from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.places_header import PlacesHeader, padding
from roster_app.gui.roster.places_model import PlacesModel
from roster_app.gui.roster.seat_delegate import SeatDelegate
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _


class PlacesView(DayGrid):
    """A line a seat; the lines of a shift stand together, those of a checkpoint under one name."""

    def __init__(self, model: PlacesModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent=parent)
        self._places = model
        self._delegate = SeatDelegate(model, self, self)
        self.setAccessibleName(_("Roster by checkpoint and day"))
        self.setItemDelegate(self._delegate)
        self._rows = PlacesHeader(model)
        self.setVerticalHeader(self._rows)
        self._corner = Corner(self, self._captions)
        self.show_model()

    def arrange(self) -> None:
        """Give every line its height, and the left edge its width."""
        measures = measures_of(self)
        for row in range(self._places.rowCount()):
            self._rows.resizeSection(row, measures.px(21) + sum(padding(self._places.row(row), measures)))
        self._rows.setFixedWidth(self._rows.sizeHint().width())
        self.updateGeometries()
        self.fit()

    def _captions(self) -> list[Caption]:
        place, shift, post = self._rows.columns()
        return [(_("Checkpoint"), place, False), (_("Shift"), shift, False), (_("Post"), post, True)]

    def line_colour(self, row: int, meanings: Meanings) -> str | None:
        line = self._places.row(row)
        if line.ends_checkpoint:
            return meanings.line
        return meanings.faint_line if line.ends_shift else None
