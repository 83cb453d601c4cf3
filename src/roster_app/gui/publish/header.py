"""The head of the page: period and state, what one can do with the sheets, and the one obvious next step filled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from roster_app.domain.ids import PeriodId
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.actions import CommandAction, bind
from roster_app.gui.publish.publication import Publication
from roster_app.gui.widgets import IconButton, PageHeader, PrimaryButton, QuietButton
from roster_app.i18n import _
from roster_app.services.words import period_title
from roster_app.services.words.names import state_name


class PublishHeader(PageHeader):
    """Each of the two great steps has a filled and a quiet button; which of them are in sight says what comes next."""

    period_chosen = Signal(object)  # a PeriodId
    closing_wanted = Signal()

    def __init__(
        self,
        publish: CommandAction,
        save: CommandAction,
        save_all: CommandAction,
        to_printer: CommandAction,
        check: CommandAction,
    ) -> None:
        super().__init__(_("Publish and print"))
        self._periods = QMenu(self)
        self._period_button = IconButton("chevron-down", _("Choose another period"))
        self._more = QMenu(self)
        self._more_button = IconButton("ellipsis", _("More"))
        self._more.addAction(check)
        self.close_period = self._more.addAction(_("Close the period…"))
        self.print = QuietButton(_("Print…"), "printer")
        self.save_all = QuietButton(_("Save all…"), "folder-open")
        self.save, self.publish = QuietButton(_("Save PDF…"), "save"), QuietButton("", "circle-check")
        self.save_next, self.publish_next = PrimaryButton(_("Save PDF…"), "save"), PrimaryButton("", "circle-check")
        for button, action in (
            (self.print, to_printer),
            (self.save_all, save_all),
            (self.save, save),
            (self.save_next, save),
            (self.publish, publish),
            (self.publish_next, publish),
        ):
            bind(button, action)
        self._lay_out()
        self._period_button.clicked.connect(lambda _checked=False: _open(self._periods, self._period_button))
        self._more_button.clicked.connect(lambda _checked=False: _open(self._more, self._more_button))
        self.close_period.triggered.connect(lambda _checked=False: self.closing_wanted.emit())

    def offer_periods(self, periods: tuple[RosterPeriod, ...], chosen: PeriodId) -> None:
        """The periods to choose among, latest first."""
        self._periods.clear()
        for period in reversed(periods):
            entry = self._periods.addAction(period_title(period.first, period.last))
            entry.setCheckable(True)
            entry.setChecked(period.id == chosen)
            entry.triggered.connect(lambda _checked=False, found=period.id: self.period_chosen.emit(found))

    def show_publication(self, publication: Publication) -> None:
        """Which roster it is, in which state, and what comes next."""
        period = publication.opened.period
        words = [period_title(period.first, period.last), state_name(period.state)]
        if publication.newest is not None:
            words.append(_("Edition {number}").format(number=publication.newest.number))
        self.show_title(_("Publish and print"), " · ".join(words))
        publish_words = _("Publish edition {number}").format(number=publication.next_number)
        for button in (self.publish, self.publish_next):
            button.setText(publish_words)
        comes_next = publication.should_publish
        self.publish_next.setVisible(comes_next)
        self.save.setVisible(comes_next)
        self.save_next.setVisible(not comes_next)
        self.publish.setVisible(publication.can_publish and not comes_next)
        self.close_period.setEnabled(not publication.is_archived)

    def set_open(self, is_open: bool) -> None:
        """Without a roster there is nothing to print."""
        for part in self._parts:
            part.setVisible(is_open)
        if not is_open:
            self.show_title(_("Publish and print"))
            self.show_pills([])

    def _lay_out(self) -> None:
        self.add_beside_title(self._period_button)
        actions: tuple[QWidget, ...] = (
            self._more_button, self.print, self.save_all, self.save, self.publish, self.save_next, self.publish_next,
        )  # fmt: skip
        for button in actions:
            self.add_action(button)
        self._parts = (self._period_button, *actions)


def _open(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
