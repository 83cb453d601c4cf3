"""The history of edits: what was done, by whom, and what undo and redo would do next."""

from dataclasses import dataclass
from datetime import datetime

from roster_app.domain.edits import RosterEdit
from roster_app.domain.ids import EditId, PeriodId


@dataclass(frozen=True, slots=True)
class EditRecord:
    """One step of a period's log; `seq` counts the period's steps from 1.

    `edit` is what was last carried out, at `at`: of an undone step the inverse of what the author once did.
    """

    id: EditId
    period_id: PeriodId
    seq: int
    edit: RosterEdit
    author: str
    at: datetime
    undone: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """One author's next step each way in one period; nothing where there is none."""

    undo: EditRecord | None = None
    redo: EditRecord | None = None
