"""What a workbook that came back would change in the roster as it stands now: an edit, and all that is not taken."""

from dataclasses import dataclass

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.ids import DutyId, PeriodId
from roster_app.domain.returned import (
    Reading,
    Returned,
    ReturnProblem,
    ReturnRemark,
    Wish,
    Written,
)
from roster_app.domain.returned_list import read_list
from roster_app.domain.returned_names import NamesThen
from roster_app.domain.returned_table import read_table
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.domain.team import Directory


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """One change that would be taken, and the cell that asks for it."""

    address: str
    change: AssignmentChange


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    """All that a workbook asks for: what would be taken, what is so already, and what is not taken and why."""

    source: str
    period_id: PeriodId
    changes: tuple[ReturnedChange, ...]
    already: int
    """How many edited cells say what the roster says now."""
    remarks: tuple[ReturnRemark, ...]

    @property
    def edit(self) -> RosterEdit | None:
        """The one step that takes all changes; nothing where there are none."""
        changes = tuple(found.change for found in self.changes)
        return RosterEdit(EditKind.IMPORT, changes) if changes else None


def plan_return(returned: Returned, roster: Roster, directory: Directory) -> ReturnPlan:
    """Hold what was edited in the workbook against the roster as it stands; nothing is written.

    Only what differs from the workbook as it was written counts as edited, so that what colleagues have changed
    meanwhile stays; where both changed the same duty, the workbook's wish is told and not taken.
    """
    names = NamesThen(returned.written, directory)
    in_list, in_table = read_list(returned, names), read_table(returned, names)
    wishes, contradictions = _joined(in_list, in_table)
    judge = _Judge(returned.written, roster, directory)
    for wish in wishes:
        judge.judge(wish)
    unread = [ReturnRemark(cell.address, cell.text, ReturnProblem.NOT_READ) for cell in returned.unread]
    remarks = (*in_list.remarks, *in_table.remarks, *unread, *contradictions, *judge.remarks)
    return ReturnPlan(returned.source, roster.period.id, tuple(judge.changes), judge.already, remarks)


def _joined(in_list: Reading, in_table: Reading) -> tuple[list[Wish], list[ReturnRemark]]:
    """The wishes of both sheets; of two that contradict each other neither."""
    by_duty = {wish.duty_id: wish for wish in in_list.wishes}
    remarks = []
    for wish in in_table.wishes:
        other = by_duty.setdefault(wish.duty_id, wish)
        if other.holder != wish.holder:
            del by_duty[wish.duty_id]
            code = ReturnProblem.CONTRADICTION
            remarks.append(ReturnRemark(wish.cell.address, wish.cell.text, code, other.cell.address))
    return list(by_duty.values()), remarks


class _Judge:
    """Decides of each wish whether it can be taken now."""

    def __init__(self, written: Written, roster: Roster, directory: Directory) -> None:
        self._then = {duty.duty_id: duty.holder for duty in written.duties}
        self._roster, self._directory = roster, directory
        self.changes: list[ReturnedChange] = []
        self.remarks: list[ReturnRemark] = []
        self.already = 0

    def judge(self, wish: Wish) -> None:
        """Into the changes, the remarks, or the count of what is so already."""
        roster, before = self._roster, self._roster.assignments.get(wish.duty_id)
        if wish.duty_id not in roster.plan.duty:
            self._refuse(wish, ReturnProblem.DUTY_GONE)
        elif roster.holder(wish.duty_id) == wish.holder:
            self.already += 1
        elif roster.holder(wish.duty_id) != self._then[wish.duty_id]:
            self._refuse(wish, ReturnProblem.CHANGED_MEANWHILE, self._holder_now(wish.duty_id))
        elif before is not None and before.locked:
            self._refuse(wish, ReturnProblem.LOCKED)
        elif wish.holder is not None and wish.holder not in self._directory.volunteer:
            self._refuse(wish, ReturnProblem.UNKNOWN_NAME)
        else:
            after = None if wish.holder is None else Assignment(wish.holder, Origin.IMPORT)
            self.changes.append(ReturnedChange(wish.cell.address, AssignmentChange(wish.duty_id, before, after)))

    def _refuse(self, wish: Wish, code: ReturnProblem, hint: str = "") -> None:
        self.remarks.append(ReturnRemark(wish.cell.address, wish.cell.text, code, hint))

    def _holder_now(self, duty_id: DutyId) -> str:
        holder = self._roster.holder(duty_id)
        return "" if holder is None else self._directory.name.get(holder, "")
