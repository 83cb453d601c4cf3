"""Use cases of taking in a file or a pasted table: looked into, corrected, taken in as one step, taken back as one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.inspected import AS_WRITTEN, Corrections
from roster_app.domain.taking_in import NO_ANSWERS, TakingAnswers, TakingPlan
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a table as text from the clipboard; one of both is given."""

    path: Path | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written, and the ways back and forth; both raise StaleEdit where a colleague went on since."""

    changes: Changes
    undo: Callable[[], Changes]
    redo: Callable[[], Changes]
    period_id: PeriodId | None = None


@dataclass(frozen=True, slots=True)
class TakingIn:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def look(
        self,
        team_id: TeamId,
        source: Source,
        corrections: Corrections | None = None,
        answers: TakingAnswers = NO_ANSWERS,
        period_id: PeriodId | None = None,
    ) -> TakingPlan:
        """What taking it in would do; nothing is written. Without corrections those remembered for its form count.

        Raises DomainError for a file that cannot be read.
        """
        raise NotImplementedError

    def take(self, team_id: TeamId, plan: TakingPlan) -> Taken:
        """Write what is new or changed in one transaction, and remember the corrections for this form of header."""
        raise NotImplementedError

    def forget(self, team_id: TeamId, plan: TakingPlan) -> None:
        """Read files of this form as they are from now on."""
        raise NotImplementedError

    def write_rejected(self, plan: TakingPlan, source: Source, path: Path) -> int:
        """The rows that are wrong or asked about, as they were, with a column 错误; says how many."""
        raise NotImplementedError


__all__ = ["AS_WRITTEN", "Source", "Taken", "TakingIn"]
