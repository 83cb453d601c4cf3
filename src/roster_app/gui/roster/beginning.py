"""What the page shows while there is no roster: what is missing first, and the one button that goes there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from roster_app.domain.team import Directory
from roster_app.gui.roster.new_period import Days
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.empty_state import EmptyState
from roster_app.i18n import _
from roster_app.services.words import period_title


class Beginning(QStackedWidget):
    """People first, then places, then a period."""

    people_wanted = Signal()
    places_wanted = Signal()
    period_wanted = Signal()  # create the suggested one
    other_days_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._create = PrimaryButton("", "calendar-days")
        self._create.clicked.connect(lambda _checked=False: self.period_wanted.emit())
        other = QuietButton(_("Other days…"))
        other.clicked.connect(lambda _checked=False: self.other_days_wanted.emit())
        people = PrimaryButton(_("Import a list"), "upload")
        people.clicked.connect(lambda _checked=False: self.people_wanted.emit())
        places = PrimaryButton(_("Set up checkpoints"), "map-pin")
        places.clicked.connect(lambda _checked=False: self.places_wanted.emit())
        self._buttons: list[QAbstractButton] = [people, places, self._create]
        self.addWidget(QWidget())  # while it is not known yet
        self.addWidget(
            EmptyState(
                "users",
                _("There is nobody to roster yet"),
                _("Take in the list of volunteers first; a workbook as it is will do."),
                people,
            )
        )
        self.addWidget(
            EmptyState(
                "map-pin",
                _("No checkpoint asks for anybody yet"),
                _("Say where people are wanted, in which shifts and at which posts."),
                places,
            )
        )
        self.addWidget(
            EmptyState(
                "calendar-days",
                _("No roster yet"),
                _("A roster holds every duty the checkpoints ask for in its days; people are put in afterwards."),
                self._create,
                other,
            )
        )

    def show_missing(self, directory: Directory, suggested: Days) -> None:
        """Say what is missing first."""
        if not directory.volunteers:
            self.setCurrentIndex(1)
        elif not any(directory.shift_types_of(c) and directory.posts_of.get(c.id) for c in directory.checkpoints):
            self.setCurrentIndex(2)
        else:
            self._create.setText(_("Create {period}").format(period=period_title(*suggested)))
            self.setCurrentIndex(3)

    def take_focus(self) -> None:
        """The button that goes on."""
        if self.currentIndex():
            self._buttons[self.currentIndex() - 1].setFocus()
