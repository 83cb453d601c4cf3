"""导入: a file or a pasted table is looked at, mended where need be, and taken in as one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import PeriodId
from roster_app.gui.exporting import Exporting
from roster_app.gui.shell import Shell
from roster_app.gui.taking_in.asking import Ask, answered, asks_of
from roster_app.gui.taking_in.balance import balance_of
from roster_app.gui.taking_in.found_bar import FoundBar
from roster_app.gui.taking_in.new_shift import NewShiftDialog
from roster_app.gui.taking_in.preview import Preview
from roster_app.gui.taking_in.source_area import SourceArea
from roster_app.gui.taking_in.sources import ENDINGS
from roster_app.gui.taking_in.taking import Looked, Taking
from roster_app.gui.taking_in.words import balance_words, button_words, count_to_take, outcome_words, target_words
from roster_app.gui.widgets import (
    BusyOverlay,
    ElidingLabel,
    Hairline,
    MessageBar,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    measures_of,
)
from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services.taking_in import Source, Taken

_FOLDER = "taking_in/folder"


class TakingDialog(PanelDialog):
    """Nothing is written before the person has seen what will be and pressed the button."""

    taken = Signal(object, str)  # the Taken, and what was done in words
    edits_found = Signal(object)  # the Path of a roster's workbook that this program wrote; the dialog is closed
    looked = Signal()  # a plan is in sight

    def __init__(self, shell: Shell, period_id: PeriodId | None, parent: QWidget) -> None:
        super().__init__(_("Take in a file"), parent, width=1216, height=760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self.taking = Taking(shell, period_id, self)
        self.area = SourceArea()
        self.found, self.preview = FoundBar(self.taking), Preview(self.taking)
        self._steps = QStackedWidget()
        self.balance = ElidingLabel("", "second")
        self.save_rest = QuietButton(_("Save rejected rows …"), "download")
        self.another = QuietButton(_("Another file …"), "folder-open")
        self.cancel = QuietButton(_("Cancel"))
        self.take = PrimaryButton("")
        self.messages = MessageBar(self)
        self._busy = BusyOverlay(self._steps)
        self._exporting = Exporting(shell, self)
        self._lay_out()
        self._connect()
        self._show_step(False)

    def read(self, path: Path) -> None:
        """Look into a file."""
        from roster_app.services.taking_in import Source

        self._begin(Source(path=path), path.name)

    def paste(self) -> None:
        """Look into the table in the clipboard."""
        from roster_app.services.taking_in import Source

        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.messages.tell(_("The clipboard holds no text. Copy the cells of a table first."), "look")
            return
        self._begin(Source(text=text), _("the clipboard"))

    def take_in(self) -> None:
        """Write what can be written in one transaction; the rest stays out."""
        looked = self.taking.latest
        if looked is None or self.taking.is_busy or not count_to_take(looked.plan):
            return
        plan = looked.plan
        self.take.setEnabled(False)
        self._busy.begin(_("Taking it in …"))
        self._shell.tasks.run(
            partial(self._shell.services.taking_in.take, self._shell.team_id, plan),
            on_success=partial(self._on_taken, outcome_words(plan)),
            on_failure=partial(self._on_failed, self.take_in),
            owner=self,
        )

    def save_rejected(self) -> None:
        """Choose where the rows that stay out are written, with a column that says why."""
        looked, source = self.taking.latest, self.taking.source
        if looked is None or source is None:
            return
        write = partial(self._shell.services.taking_in.write_rejected, looked.plan, source)
        self._exporting.ask_file(_("Save rejected rows"), _("Rejected rows"), {_("Workbook"): ".xlsx"}, write)

    def _begin(self, source: Source, name: str) -> None:
        self.messages.clear()
        self._name = name
        self._busy.begin(_("Reading {name} …").format(name=name))
        self.taking.begin(source)

    def _on_looked(self, looked: Looked) -> None:
        self._busy.end()
        plan = looked.plan
        first = self._steps.currentIndex() == 0
        self.show_title(_("Take in a file"), target_words(plan), "accent")
        self.show_facts(self._name)
        self.preview.show_looked(looked)
        self.found.show_looked(looked, self.preview.sheet)
        balance = balance_of(plan)
        self.balance.setText(balance_words(balance))
        self.save_rest.setEnabled(balance.wrong > 0)
        self._show_step(True)
        if first:
            self.preview.table.setFocus()
            self.preview.go_on(1)
        self.looked.emit()

    def _on_edits_found(self, path: Path) -> None:
        self._busy.end()
        self.reject()
        self.edits_found.emit(path)

    def _on_taken(self, words: str, taken: Taken) -> None:
        self._busy.end()
        self.taken.emit(taken, words)
        self.accept()

    def _on_failed(self, again: Callable[[], object], error: BaseException) -> None:
        self._busy.end()
        self._shell.errors.report(error, retry=again, messages=self.messages)
        self._show_step(self.taking.latest is not None)

    def _look_again(self) -> None:
        if self.taking.source is not None:
            self.taking.begin(self.taking.source)

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._busy.begin(_("Reading …"))
            self.take.setEnabled(False)

    def _make_shift(self, ask: Ask) -> None:
        looked = self.taking.latest
        if looked is None:
            return
        self.preview.asks.ask(asks_of(looked.plan), looked.directory)  # the field stands on its question again
        dialog = NewShiftDialog(self._shell, ask, looked.directory, self)
        dialog.made.connect(lambda made: self.taking.answer(answered(self.taking.answers, ask, str(made))))
        dialog.open()

    def _on_sheet(self, name: str) -> None:
        self.preview.show_sheet(name)
        if self.taking.latest is not None:
            self.found.show_looked(self.taking.latest, name)

    def _choose(self) -> None:
        endings = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            _("A list or a roster"),
            self._shell.view_state.text(_FOLDER),
            _("Tables ({endings})").format(endings=endings),
        )
        if chosen:
            self._shell.view_state.keep(_FOLDER, str(Path(chosen).parent))
            self.read(Path(chosen))

    def _show_step(self, looked: bool) -> None:
        self._steps.setCurrentIndex(1 if looked else 0)
        for part in (self.balance, self.save_rest, self.another, self.take):
            part.setVisible(looked)
        if looked and self.taking.latest is not None:
            plan = self.taking.latest.plan
            self.take.setText(button_words(plan))
            self.take.setEnabled(count_to_take(plan) > 0)
            self.take.setToolTip(_("Ctrl+Enter"))
        elif not looked:
            self.area.setFocus()

    def _lay_out(self) -> None:
        side = measures_of(self).px(22)
        self._name = ""
        choosing, looking = QWidget(), QWidget()
        column = QVBoxLayout(choosing)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(self.area)
        column = QVBoxLayout(looking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.found)
        column.addWidget(Hairline(faint=True))
        column.addWidget(self.preview, 1)
        self._steps.addWidget(choosing)
        self._steps.addWidget(looking)
        self.add(self._steps, 1, padded=False)
        self.add_left(self.balance)
        for part in (self.save_rest, self.another, self.cancel, self.take):
            self.add_right(part)

    def _connect(self) -> None:
        self.area.dropped.connect(self.read)
        self.area.choice_wished.connect(self._choose)
        self.area.paste_wished.connect(self.paste)
        self.another.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        self.save_rest.clicked.connect(self.save_rejected)
        self.take.clicked.connect(lambda _checked=False: self.take_in())
        self.preview.shift_wished.connect(self._make_shift)
        self.found.sheet_chosen.connect(self._on_sheet)
        self.taking.looked.connect(self._on_looked)
        self.taking.edits_found.connect(self._on_edits_found)
        self.taking.failed.connect(partial(self._on_failed, self._look_again))
        self.taking.busy_changed.connect(self._on_busy)
        for keys, act in (
            ("Ctrl+V", self.paste),
            ("Ctrl+O", self._choose),
            ("Ctrl+Return", self.take_in),
            ("Ctrl+Enter", self.take_in),
            ("Ctrl+Z", self.taking.step_back),
            ("F8", partial(self.preview.go_on, 1)),
            ("Shift+F8", partial(self.preview.go_on, -1)),
        ):
            QShortcut(QKeySequence(keys), self, act)
