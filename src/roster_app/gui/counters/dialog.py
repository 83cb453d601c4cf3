"""服务计数 laid over the window: enter what was counted, look at the sums, say what is counted."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.counters import Counter
from roster_app.domain.ids import CheckpointId
from roster_app.domain.timespan import DAY_MINUTES, at
from roster_app.gui.actions import make_action
from roster_app.gui.counters.entry_view import EntryView
from roster_app.gui.counters.keeper import Keeper
from roster_app.gui.counters.list_dialog import ListDialog
from roster_app.gui.counters.totals_view import TotalsView
from roster_app.gui.exporting import Exporting
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import (
    EmptyState,
    MessageBar,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services.changes import Changes
from roster_app.services.counters import CounterLine, OpenCounters
from roster_app.services.words.counters import usual_counters

ENTER, TOTALS = "enter", "totals"


@dataclass(frozen=True, slots=True)
class CountersPlace:
    """Which checkpoint, and near which moment; `until` is when the shift ended that is to be in sight."""

    checkpoint_id: CheckpointId | None = None
    around: datetime | None = None
    until: datetime | None = None


class CountersDialog(PanelDialog):
    """Everything is stored as it is written; closing gives nothing up."""

    shown = Signal()  # what is stored is in sight

    def __init__(self, shell: Shell, place: CountersPlace, parent: QWidget) -> None:
        super().__init__(_("Counters"), parent, width=1080, height=660)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell, self._place = shell, place
        self.opened: OpenCounters | None = None
        self._moment = place.until or _moment(place.around, shell.now())
        day = self._moment.date()
        self.messages = MessageBar(self)
        self.keeper = Keeper(shell, self.messages, self)
        self.exporting = Exporting(shell, self)
        self.views = SegmentedControl([(ENTER, _("Enter")), (TOTALS, _("Sums"))], _("Counters"))
        self.entry = EntryView(day)
        self.totals = TotalsView(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
        self.take_usual = PrimaryButton(_("Take the usual counters"), "plus")
        self.list, self.own = QuietButton(_("Counters…"), "settings"), QuietButton(_("Write my own"), "pencil")
        self.copy, self.export = QuietButton(_("Copy"), "copy"), QuietButton(_("Export"), "download")
        self.close_button = PrimaryButton(_("Close"))
        self._stack = QStackedWidget()
        self._begun = False
        self._lay_out()
        self._connect()
        self.read()

    def read(self) -> None:
        """Read the days in sight and show what is stored."""
        first, last = self.totals.days.range if self.views.choice == TOTALS else (self.entry.day.day,) * 2
        self._shell.tasks.run(
            partial(self._shell.services.counters.open, self._shell.team_id, first, last),
            on_success=self._on_read,
            on_failure=lambda error: self._shell.errors.report(error, messages=self.messages),
            owner=self,
        )

    def show_view(self, view: str) -> None:
        """Entering, or sums."""
        self.views.choose(view)
        self.read()

    def _on_read(self, opened: OpenCounters) -> None:
        self.opened = opened
        has_any = bool(opened.book.counters)
        sums = self.views.choice == TOTALS
        for part, seen in ((self.views, has_any), (self.list, has_any), (self.copy, sums), (self.export, sums)):
            part.setVisible(seen)
        self._stack.setCurrentIndex(2 if not has_any else int(sums))
        if sums:
            self.totals.show_counters(opened)
        elif not self._begun:
            self._begun = True
            self.entry.begin(opened, self._place.checkpoint_id, self._moment)
            self.entry.lines.table.setFocus()
        else:
            self.entry.show_counters(opened)
        self.shown.emit()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        """Somebody else has counted, or changed where and when it is done."""
        if origin is not self.keeper and (changes.counters or changes.team or changes.places):
            self.read()

    def _enter(self, line: CounterLine, value: int, reason: str) -> None:
        if self.opened is not None:
            words = _("{item}: {count}").format(item=line.counter.name, count=value)
            self.keeper.enter(words, line.subject, value, self.opened.book.latest.get(line.subject), reason)

    def _take_usual(self) -> None:
        if self.opened is not None:
            after = usual_counters(self._shell.team_id)
            self._begun = False
            self.keeper.arrange(_("The usual counters"), self.opened.book.counters, after)

    def _change_list(self) -> None:
        if self.opened is not None:
            dialog = ListDialog(self._shell.team_id, self.opened, self)
            dialog.submitted.connect(partial(self._store_list, self.opened.book.counters))
            dialog.open()

    def _store_list(self, before: tuple[Counter, ...], after: tuple[Counter, ...]) -> None:
        if before != after:
            self._begun = self._begun and bool(before)
            self.keeper.arrange(_("What is counted has changed"), before, after)

    def _export(self) -> None:
        table = self.totals.table
        if table is not None:
            kinds = {_("Workbook"): ".xlsx", _("Plain table"): ".csv"}
            write = partial(self._shell.services.counters.export, self._shell.team_id, table)
            self.exporting.ask_file(_("Export the sums"), table.title, kinds, write)

    def _copy(self) -> None:
        self.totals.copy()
        self.messages.tell(_("Copied. Paste it into a spreadsheet or a chat."), "good")

    def _lay_out(self) -> None:
        for view in (self.entry, self.totals):
            self._stack.addWidget(view)
        self._stack.addWidget(
            EmptyState(
                "chart-column",
                _("Nothing is counted yet"),
                _(
                    "Counters are filled in where a duty ends: people in and out, temperature checks, returnees, "
                    "leaflets, visits, calls, households. They stand apart from person-times and hours."
                ),
                self.take_usual,
                self.own,
            )
        )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).apart)
        column.addWidget(self.views)
        column.addWidget(self._stack, 1)
        self.add(body, 1)
        self.add_left(self.list)
        self.add_left(TextLabel(_("Stored as it is written · Ctrl+Z takes the last step back"), "second"))
        for button in (self.copy, self.export, self.close_button):
            self.add_right(button)

    def _connect(self) -> None:
        presses: tuple[tuple[QuietButton | PrimaryButton, Callable[[], object]], ...] = (
            (self.close_button, self.reject),
            (self.take_usual, self._take_usual),
            (self.own, self._change_list),
            (self.list, self._change_list),
            (self.copy, self._copy),
            (self.export, self._export),
        )
        for button, act in presses:
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.views.chosen.connect(lambda _key: self.read())
        self.entry.day_wished.connect(lambda _day: self.read())
        self.entry.lines.entered.connect(self._enter)
        self.totals.days_wished.connect(lambda _days: self.read())
        self.keeper.stored.connect(self.read)
        self._shell.events.changed.connect(self._on_changed)
        make_action("undo", self, self.keeper.undo)
        make_action("redo", self, self.keeper.redo)


def _moment(around: datetime | None, now: datetime) -> datetime:
    """Now, or where another day is in sight, the end of that day."""
    day: date = now.date() if around is None else around.date()
    return now if day == now.date() else at(day, DAY_MINUTES)
