"""One file on its way in: what was corrected and answered so far, the plan that follows, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from roster_app.domain.ids import PeriodId
from roster_app.domain.inspected import AS_WRITTEN, Corrections
from roster_app.domain.taking_in import NO_ANSWERS, TakingAnswers, TakingPlan
from roster_app.domain.team import Directory
from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.shell import Shell

if TYPE_CHECKING:
    from roster_app.services.sheet_cells import SheetCells
    from roster_app.services.taking_in import Source


@dataclass(frozen=True, slots=True)
class Looked:
    """A plan with what it is shown beside."""

    plan: TakingPlan
    sheets: tuple[SheetCells, ...]
    directory: Directory


class Taking(QObject):
    """Every correction and answer leads to another look, beside the window; only the last one is shown."""

    looked = Signal(object)  # the Looked
    edits_found = Signal(object)  # the Path of a roster's workbook that this program wrote
    failed = Signal(object)  # the exception
    busy_changed = Signal(bool)

    def __init__(self, shell: Shell, period_id: PeriodId | None, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._period_id = shell, period_id
        self.source: Source | None = None
        self.latest: Looked | None = None
        self.remembered = False
        """Whether what was said of an earlier file of this form is in force."""
        self._corrections: Corrections | None = None
        self._answers = NO_ANSWERS
        self._before: list[tuple[Corrections | None, TakingAnswers]] = []
        self._asking = LatestWish(shell.tasks, self)
        self._asking.answered.connect(self._on_looked)
        self._asking.failed.connect(self.failed)
        self._asking.busy_changed.connect(self.busy_changed)

    @property
    def corrections(self) -> Corrections:
        """What is said against the guess now."""
        return self._corrections if self._corrections is not None else AS_WRITTEN

    @property
    def answers(self) -> TakingAnswers:
        return self._answers

    @property
    def is_busy(self) -> bool:
        """Whether a look is under way."""
        return self._asking.is_busy

    def begin(self, source: Source) -> None:
        """Look into another file."""
        self.source, self.latest = source, None
        self._corrections, self._answers, self._before = None, NO_ANSWERS, []
        self.remembered = False
        self._look()

    def correct(self, corrections: Corrections) -> None:
        """Read it with these corrections."""
        self._keep()
        self._corrections = corrections
        self._look()

    def mend(self, cell: str, text: str) -> None:
        """Read this instead of what the cell holds; answers about the cell are answered anew."""
        self._keep()
        self._corrections = replace(self.corrections, mends={**self.corrections.mends, cell: text})
        self._answers = replace(
            self._answers, counted=self._answers.counted - {cell}, left_out=self._answers.left_out - {cell}
        )
        self._look()

    def answer(self, answers: TakingAnswers) -> None:
        """Plan it with these answers."""
        self._keep()
        self._answers = answers
        self._look()

    def step_back(self) -> None:
        """As before the last correction or answer."""
        if self._before:
            self._corrections, self._answers = self._before.pop()
            self._look()

    def forget(self) -> None:
        """Files of this form are read as they are written, this one too."""
        if self.latest is None or self.source is None:
            return
        taking_in, plan, source = self._shell.services.taking_in, self.latest.plan, self.source

        def begin_anew(_nothing: object) -> None:
            self.begin(source)

        self._shell.tasks.run(
            partial(taking_in.forget, self._shell.team_id, plan),
            on_success=begin_anew,
            on_failure=self.failed.emit,
            owner=self,
        )

    def _keep(self) -> None:
        self._before.append((self._corrections, self._answers))

    def _look(self) -> None:
        assert self.source is not None
        self._asking.ask(partial(self._work, self.source, self._corrections, self._answers, self.latest))

    def _work(
        self, source: Source, corrections: Corrections | None, answers: TakingAnswers, latest: Looked | None
    ) -> Looked | Path:
        """On a worker: the cells are read once a file; a roster's own workbook is handed on as its path."""
        from roster_app.services.sheet_cells import cells_of

        services, team_id = self._shell.services, self._shell.team_id
        if latest is None and source.path is not None and services.taking_in.edited_roster(source) is not None:
            return source.path
        plan = services.taking_in.look(team_id, source, corrections, answers, self._period_id)
        sheets = latest.sheets if latest is not None else cells_of(source)
        return Looked(plan, sheets, services.teams.directory(team_id))

    def _on_looked(self, looked: Looked | Path) -> None:
        if isinstance(looked, Path):
            self.edits_found.emit(looked)
            return
        if self._corrections is None:
            self.remembered = looked.plan.remembered
            self._corrections, self._answers = looked.plan.corrections, looked.plan.answers
        self.latest = looked
        self.looked.emit(looked)
