"""Over the roster, and over the days of the next one: the year whose holidays are not announced, loudly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets import Banner, measures_of
from roster_app.i18n import _
from roster_app.services.words import unannounced_sentence


class YearBanner(QWidget):
    """Takes no room while every year is announced."""

    day_wanted = Signal(object)  # the first day of the first such year, to look at in the calendar

    def __init__(self, parent: QWidget | None = None, *, framed: bool = True) -> None:
        super().__init__(parent)
        self._years: tuple[int, ...] = ()
        self.banner = Banner(_("Open the calendar"), "calendar-days")
        self.banner.answered.connect(lambda: self.day_wanted.emit(date(self._years[0], 1, 1)))
        measures = measures_of(self)
        column = QVBoxLayout(self)
        side = measures.wide if framed else 0
        column.setContentsMargins(side, measures.near, side, measures.near)
        column.addWidget(self.banner)
        self.hide()

    def tell(self, years: Sequence[int]) -> None:
        """These years are not announced; none takes the banner away."""
        self._years = tuple(years)
        self.banner.tell(unannounced_sentence(self._years))
        self.setVisible(bool(self._years))
