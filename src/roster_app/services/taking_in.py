"""Use cases of taking in a file or a pasted table: looked into, corrected, taken in as one step, taken back as one."""

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.inspected import AS_WRITTEN, Corrections, Inspection, LayoutKind
from roster_app.domain.remembered_forms import remembered_answers, remembered_corrections, with_remembered
from roster_app.domain.roster import PeriodState, Roster
from roster_app.domain.taking_in import NO_ANSWERS, Purpose, TakingAnswers, TakingPlan
from roster_app.domain.taking_in_entries import purpose_of
from roster_app.domain.taking_in_list import drafts_of, people_of_list, plan_list
from roster_app.domain.taking_in_plan import days_meant, new_roster, period_meant, plan_roster, plan_times
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.files import write_whole
from roster_app.services.people import listed_names
from roster_app.services.taking_back import Taken
from roster_app.services.taking_in_writing import Step, take_again, take_back, write
from roster_app.storage import UnitOfWork

if TYPE_CHECKING:
    from roster_app.domain.lists import ReadList
    from roster_app.exchange.grids import Grid

_WORKBOOKS = frozenset({".xlsx", ".xls", ".et"})
_WEEK = 7
"""Days; into a roster no longer than that, what names weekdays alone can only mean its week."""


@dataclass(frozen=True)
class Source:
    """A file, or a table as text from the clipboard; one of both is given. It is read once, however often it is asked.

    `grids` are the sheets of the file, or the pasted table as one; raises DomainError for what cannot be read.
    """

    path: Path | None = None
    text: str = ""

    @cached_property
    def grids(self) -> "list[Grid]":
        from roster_app.exchange.spreadsheets import read_grids
        from roster_app.exchange.text_tables import read_pasted_table

        return [read_pasted_table(self.text)] if self.path is None else read_grids(self.path)


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
        """What taking it in would do; nothing is written. Without corrections, those and the answers that are
        remembered of its form count.

        Raises DomainError for a file that cannot be read, and PERIOD_CLOSED for an archived period.
        """
        grids = source.grids
        with self.desk.database.reading() as work:
            reading = _Reading(self.desk, work, team_id, source, grids, period_id)
            return reading.plan(corrections, answers)

    def edited_roster(self, source: Source) -> PeriodId | None:
        """The roster of this database whose workbook, written by this program, the source is; nothing for others."""
        from roster_app.exchange.roster_in import read_roster_book

        if source.path is None or source.path.suffix.lower() not in _WORKBOOKS:
            return None
        try:
            written = read_roster_book(source.path).written
            with self.desk.database.reading() as work:
                return work.rosters.get_period(written.period_id).id
        except DomainError:
            return None  # what is wrong with the file is told when it is looked into

    def take(self, team_id: TeamId, plan: TakingPlan) -> Taken:
        """Write what is new or changed in one transaction, and remember for this form of header what was
        corrected and what its words mean.

        Raises StaleEdit where a colleague went on since the plan was made, and then writes nothing.
        """
        with self.desk.database.work() as work:
            step = write(work, self.desk, team_id, plan)
        return Taken(step.changes, partial(self._take_back, step), partial(self._take_again, step), step.period_id)

    def forget(self, team_id: TeamId, plan: TakingPlan) -> None:
        """Read files of this form as they are from now on."""
        with self.desk.database.work() as work:
            work.forms.forget(team_id, frozenset(plan.forms.values()))

    def write_rejected(self, plan: TakingPlan, source: Source, path: Path) -> int:
        """The rows that are wrong or asked about, as they were, with a column 错误; says how many."""
        from roster_app.services.rejected import rejected_workbook

        content, count = rejected_workbook(plan, source.grids, self.desk.minute())
        write_whole(path, [content])
        return count

    def _take_back(self, step: Step) -> Changes:
        with self.desk.database.work() as work:
            return take_back(work, self.desk, step)

    def _take_again(self, step: Step) -> Changes:
        with self.desk.database.work() as work:
            return take_again(work, self.desk, step)


@dataclass
class _Reading:
    """One look into one source for one team."""

    desk: Desk
    work: UnitOfWork
    team_id: TeamId
    source: Source
    grids: "list[Grid]"
    period_id: PeriodId | None
    directory: Directory = field(init=False)

    def __post_init__(self) -> None:
        self.directory = self.work.directory(self.team_id)

    def plan(self, corrections: Corrections | None, answers: TakingAnswers) -> TakingPlan:
        """The plan with what was corrected, or what is remembered of the form."""
        written = self._inspected(AS_WRITTEN)
        forms = {sheet.name: sheet.fingerprint for sheet in written.sheets if sheet.fingerprint}
        stored = self.work.forms.all(self.team_id)
        answered, wanted = NO_ANSWERS, corrections
        if wanted is None:
            wanted = remembered_corrections(stored, forms)
            answered = remembered_answers(stored, forms, self.directory)
            answers = with_remembered(answers, answered)
        found = written if wanted == AS_WRITTEN else self._inspected(wanted)
        purpose = answers.purpose or purpose_of(found)
        plan = self._for(purpose, found, wanted, answers)
        remembered = corrections is None and (wanted != AS_WRITTEN or answered != NO_ANSWERS)
        return replace(plan, corrections=wanted, forms=forms, remembered=remembered)

    def _inspected(self, corrections: Corrections) -> Inspection:
        from roster_app.exchange.inspecting.inspection import inspect_grids

        period = self.work.rosters.get_period(self.period_id) if self.period_id is not None else None
        today = self.desk.today()
        day = period.first if period and not period.first <= today <= period.last else today
        a_week = period is not None and len(period.days) <= _WEEK
        return inspect_grids(self.grids, self._name.rpartition(".")[0], day, a_week, corrections)

    @property
    def _name(self) -> str:
        return self.source.path.name if self.source.path else ""

    def _for(self, purpose: Purpose, found: Inspection, corrections: Corrections, answers: TakingAnswers) -> TakingPlan:
        if purpose is Purpose.PEOPLE:
            return self._people(found, corrections, answers)
        if purpose is Purpose.AVAILABILITY:
            return plan_times(found, self.directory, answers)
        roster, new = self._roster(found, answers)
        return plan_roster(found, self.directory, roster, new, answers)

    def _people(self, found: Inspection, corrections: Corrections, answers: TakingAnswers) -> TakingPlan:
        from roster_app.exchange.volunteers_in import as_one

        known = self.directory.volunteers
        read = self._lists(found, corrections)
        whole = as_one(self._name, read) if read else drafts_of(found, self._name)
        listed = plan_list(whole, known, listed_names(self.directory), answers)
        people = people_of_list(listed, known, self.team_id)
        columns = {one.sheet: one.columns for one in read}
        return TakingPlan(found, Purpose.PEOPLE, people, answers=answers, listed=listed, list_columns=columns)

    def _lists(self, found: Inspection, corrections: Corrections) -> "list[ReadList]":
        """All sheets that list people, read as imports of volunteers read them."""
        from roster_app.exchange.inspecting.people_lists import listed_people

        lists = {sheet.name for sheet in found.sheets if sheet.layout is LayoutKind.VOLUNTEER_LIST}
        read = (listed_people(grid, self._name, corrections) for grid in self.grids if grid.name in lists)
        return [one for one in read if one is not None]

    def _roster(self, found: Inspection, answers: TakingAnswers) -> tuple[Roster | None, bool]:
        """The roster that is asked for, or that holds most days, or a new one, and whether it is new."""
        if self.period_id is not None:
            return self._opened(self.period_id), False
        periods, days = self.work.rosters.periods(self.team_id), days_meant(found, answers)
        if period := period_meant(days, periods):
            return self._opened(period.id), False
        made = new_roster(days, self.directory, periods)
        return made, made is not None

    def _opened(self, period_id: PeriodId) -> Roster:
        roster = self.work.rosters.load(period_id)
        if roster.period.state is PeriodState.ARCHIVED:
            raise DomainError(ErrorCode.PERIOD_CLOSED)
        return roster


__all__ = ["AS_WRITTEN", "Source", "Taken", "TakingIn"]
