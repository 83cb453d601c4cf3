"""导入名单: choose a list, see what becomes of every row, take it in with one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.imports import Fate, ImportPlan
from roster_app.gui.people.drop_area import LIST_ENDINGS, DropArea
from roster_app.gui.people.import_model import ImportModel
from roster_app.gui.people.import_table import ImportTable
from roster_app.gui.people.import_words import balance, outcome
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import (
    BusyOverlay,
    ElidingLabel,
    MessageBar,
    PanelDialog,
    PillRow,
    PrimaryButton,
    QuietButton,
    measures_of,
)
from roster_app.gui.widgets.pill import Pill, PillKind
from roster_app.i18n import _, ngettext
from roster_app.services.words import fate_name, sentence_of_column

if TYPE_CHECKING:
    from roster_app.services.people import TakenIn

_KINDS: dict[Fate, PillKind] = {Fate.NEW: "good", Fate.WRONG: "act"}


class ImportDialog(PanelDialog):
    """Nothing is written before the person has seen what will be and pressed the button."""

    imported = Signal(object, str)  # what was TakenIn, and what was done in words

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(_("Import a list"), parent, width=1040, height=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._plan: ImportPlan | None = None
        self._model: ImportModel | None = None
        self._drop = DropArea()
        self._pills = PillRow()
        self._columns = ElidingLabel("", "second")
        self._table = ImportTable()
        self._steps = QStackedWidget()
        self._another = QuietButton(_("Another file …"), "folder-open")
        self._cancel = QuietButton(_("Cancel"))
        self._take_in = PrimaryButton("")
        self.messages = MessageBar(self)
        self._busy = BusyOverlay(self._steps)
        self._lay_out()
        self._listen()
        self._show_step()

    @property
    def model(self) -> ImportModel | None:
        """The rows shown, once a list has been read."""
        return self._model

    def read(self, path: Path) -> None:
        """Read a list, off the window's thread, and show the plan."""
        self._busy.begin(_("Reading {name} …").format(name=path.name))
        self._shell.tasks.run(
            partial(self._shell.services.people.preview_import, self._shell.team_id, path),
            on_success=partial(self._on_plan_ready, path),
            on_failure=partial(self._on_failed, partial(self.read, path)),
            owner=self,
        )

    def take_in(self) -> None:
        """Write the ticked rows in one transaction."""
        if self._plan is None or self._model is None or not self._model.ticked:
            return
        words = outcome(self._model.count(Fate.NEW), self._model.count(Fate.CHANGED))
        self._take_in.setEnabled(False)
        self._busy.begin(_("Taking the list in …"))
        carry_out = self._shell.services.people.carry_out
        self._shell.tasks.run(
            partial(carry_out, self._shell.team_id, self._plan, self._model.ticked),
            on_success=partial(self._on_taken_in, words),
            on_failure=partial(self._on_failed, self.take_in),
            owner=self,
        )

    def _on_plan_ready(self, path: Path, plan: ImportPlan) -> None:
        self._busy.end()
        self.messages.clear()
        self._plan = plan
        self._model = ImportModel(plan, self)
        self._model.ticked_changed.connect(self._show_button)
        self._table.show_plan(self._model)
        sheet = f" · {plan.found.sheet}" if plan.found.sheet else ""
        self.show_title(_("Import a list"), f"{path.name}{sheet}")
        self.show_facts(balance(plan))
        self._columns.setText(_("Columns: {columns}").format(columns=_columns(plan)))
        self._pills.show_pills(_pills(plan))
        self._show_step()
        self._table.setFocus()

    def _on_taken_in(self, words: str, taken: TakenIn) -> None:
        self._busy.end()
        self.imported.emit(taken, words)
        self.accept()

    def _on_failed(self, again: Callable[[], object], error: BaseException) -> None:
        self._busy.end()
        self._shell.errors.report(error, retry=again, messages=self.messages)
        self._show_button()

    def _lay_out(self) -> None:
        measures = measures_of(self)
        side = measures.px(22)
        choosing, looking = QWidget(), QWidget()
        column = QVBoxLayout(choosing)
        column.setContentsMargins(side, side, side, side)
        column.addWidget(self._drop)
        column = QVBoxLayout(looking)
        column.setContentsMargins(0, measures.apart, 0, 0)
        column.setSpacing(measures.near)
        for part in (self._pills, self._columns):
            part.setContentsMargins(side, 0, side, 0)
            column.addWidget(part)
        column.addWidget(self._table, 1)
        self._steps.addWidget(choosing)
        self._steps.addWidget(looking)
        self.add(self._steps, 1, padded=False)
        self.add_left(self._another)
        self.add_right(self._cancel)
        self.add_right(self._take_in)

    def _listen(self) -> None:
        self._drop.dropped.connect(self.read)
        self._drop.choice_wished.connect(self._choose)
        self._another.clicked.connect(self._choose)
        self._cancel.clicked.connect(self.reject)
        self._take_in.clicked.connect(self.take_in)

    def _choose(self) -> None:
        endings = " ".join(f"*{ending}" for ending in sorted(LIST_ENDINGS))
        folder = self._shell.view_state.text("people/folder")
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("A list of volunteers"), folder, _("Lists ({endings})").format(endings=endings)
        )
        if chosen:
            self._shell.view_state.keep("people/folder", str(Path(chosen).parent))
            self.read(Path(chosen))

    def _show_step(self) -> None:
        self._steps.setCurrentIndex(0 if self._plan is None else 1)
        self._another.setVisible(self._plan is not None)
        self._take_in.setVisible(self._plan is not None)
        self._show_button()
        if self._plan is None:
            self._drop.setFocus()

    def _show_button(self) -> None:
        count = len(self._model.ticked) if self._model else 0
        words = ngettext("Take in {count} row", "Take in {count} rows", count).format(count=count)
        self._take_in.setText(words if count else _("Nothing to take in"))
        self._take_in.setEnabled(count > 0)


def _columns(plan: ImportPlan) -> str:
    return " · ".join(sentence_of_column(column) for column in plan.found.columns)


def _pills(plan: ImportPlan) -> list[Pill]:
    counts = [(fate, plan.count(fate)) for fate in Fate]
    pills = [
        Pill(fate_name(fate), str(count), _KINDS.get(fate, "plain"), leads=False) for fate, count in counts if count
    ]
    doubtful = sum(bool(row.draft.problems) and not row.draft.wrong for row in plan.rows)
    if doubtful:
        pills.append(Pill(_("Look at"), str(doubtful), "look", leads=False))
    return pills
