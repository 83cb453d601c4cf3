"""Two entries of one person made one, everything that names the second naming the first; and taken back again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Executable, bindparam, select, update

from roster_app.domain.book import Entry
from roster_app.domain.book.mentions import mentions, renamed
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import DutyId, RuleEntryId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.storage.mapping import Columns
from roster_app.storage.mapping import team as mapping
from roster_app.storage.people_store import PeopleStore
from roster_app.storage.rows import (
    AcceptanceRow,
    AttendanceRow,
    AvailabilityRow,
    CrewRow,
    DutyRow,
    EditionHolderRow,
    EditRow,
    LeaveRow,
    LedgerEntryRow,
    PeriodRow,
    Row,
    RuleEntryRow,
    VolunteerRow,
)

_NAMING = (DutyRow, AttendanceRow, AcceptanceRow, LedgerEntryRow, AvailabilityRow, LeaveRow)
"""Rows with an `id` of their own that name a volunteer in `volunteer_id`."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What was moved from one person to the other, and how both were before: all that it takes to undo it."""

    kept: Volunteer
    gone: Volunteer
    wanted: Volunteer
    """The one person made of them."""
    moved: tuple[tuple[type[Row], tuple[int, ...]], ...]
    held: tuple[tuple[int, int], ...]
    """Editions and duties, as published."""
    led: tuple[int, ...]
    rules: tuple[tuple[RuleEntryId, Entry], ...]
    steps: tuple[tuple[int, list[Any]], ...]
    """Of the logs, as they read before."""
    apart: frozenset[frozenset[VolunteerId]] = frozenset()
    """Pairs of whom the one who goes was told apart."""

    @property
    def duty_ids(self) -> frozenset[DutyId]:
        """Whose holder changed."""
        return frozenset(DutyId(i) for row, ids in self.moved if row is DutyRow for i in ids)


class MergeStore(PeopleStore):
    """Whoever reads afterwards finds one person; whoever undoes finds both again, and what came since with the kept."""

    def merge(self, wanted: Volunteer, gone: Volunteer) -> Merge:
        """`gone` becomes `wanted`, who is stored as given; raises StaleEdit where a colleague changed either."""
        kept, stored = self.get(wanted.id), self.get(gone.id)
        if (kept.version, stored.version) != (wanted.version, gone.version):
            raise StaleEdit(ErrorCode.STALE_RECORD, name=wanted.name)
        merge = Merge(
            kept=kept,
            gone=stored,
            wanted=wanted,
            moved=tuple((row, self._naming(row, gone.id)) for row in _NAMING),
            held=self._held(gone.id),
            led=tuple(self._session.scalars(select(CrewRow.id).where(CrewRow.leader_id == gone.id))),
            rules=self._rules_naming(gone),
            steps=self._steps_naming(gone),
        )
        self._point(merge, gone.id, kept.id)
        for entry_id, entry in merge.rules:
            self._rename_rule(entry_id, entry, merge)
        for step_id, changes in merge.steps:
            self._write_step(step_id, changes, _other_holder(changes, gone.id, kept.id))
        self._delete(VolunteerRow, gone.id)
        self.update(wanted)
        return merge

    def unmerge(self, merge: Merge) -> None:
        """Both people again, each with what was theirs; what has come since stays with the one who was kept.

        Raises StaleEdit where somebody changed that one meanwhile.
        """
        kept = self.get(merge.kept.id)
        if replace(kept, version=1) != replace(merge.wanted, version=1):
            raise StaleEdit(ErrorCode.STALE_RECORD, name=kept.name)
        self.add(merge.gone)
        self._point(merge, kept.id, merge.gone.id)
        for entry_id, entry in merge.rules:
            columns = mapping.entry_columns(entry_id, merge.gone.team_id, entry)
            self._put(RuleEntryRow, RuleEntryRow.id == entry_id, columns)
        for step_id, changes in merge.steps:
            self._write_step(step_id, _other_holder(changes, merge.gone.id, kept.id), changes)
        self.update(replace(merge.kept, version=kept.version))

    def _naming(self, row: Any, volunteer_id: VolunteerId) -> tuple[int, ...]:
        return tuple(self._session.scalars(select(row.id).where(row.volunteer_id == volunteer_id).order_by(row.id)))

    def _held(self, volunteer_id: VolunteerId) -> tuple[tuple[int, int], ...]:
        row = EditionHolderRow
        found = self._session.execute(select(row.edition_id, row.duty_id).where(row.volunteer_id == volunteer_id))
        return tuple((edition_id, duty_id) for edition_id, duty_id in found)

    def _rules_naming(self, person: Volunteer) -> tuple[tuple[RuleEntryId, Entry], ...]:
        rows = self._rows(select(RuleEntryRow).where(RuleEntryRow.team_id == person.team_id))
        entries = ((row.id, mapping.entry(row)) for row in rows)
        return tuple((i, entry) for i, entry in entries if (VolunteerId, person.id) in set(mentions(entry)))

    def _steps_naming(self, person: Volunteer) -> tuple[tuple[int, list[Any]], ...]:
        steps = select(EditRow.id, EditRow.changes).join(PeriodRow, PeriodRow.id == EditRow.period_id)
        found = self._session.execute(steps.where(PeriodRow.team_id == person.team_id))
        return tuple((i, changes) for i, changes in found if _other_holder(changes, person.id, 0) != changes)

    def _point(self, merge: Merge, old: VolunteerId, new: VolunteerId) -> None:
        """Of the rows noted, those that still name `old` name `new` from now on."""
        for row, ids in merge.moved:
            table: Any = row
            known = update(table).where(table.id == bindparam("known"), table.volunteer_id == old)
            self._each(known.values(volunteer_id=new), [{"known": one} for one in ids])
        holder = EditionHolderRow
        posted = update(holder).where(
            holder.edition_id == bindparam("edition"), holder.duty_id == bindparam("duty"), holder.volunteer_id == old
        )
        self._each(posted.values(volunteer_id=new), [{"edition": e, "duty": d} for e, d in merge.held])
        led = update(CrewRow).where(CrewRow.id == bindparam("known"), CrewRow.leader_id == old)
        self._each(led.values(leader_id=new), [{"known": one} for one in merge.led])

    def _each(self, statement: Executable, sets: Sequence[Columns]) -> None:
        if sets:
            self._run(statement, sets)

    def _rename_rule(self, entry_id: RuleEntryId, entry: Entry, merge: Merge) -> None:
        left = renamed(entry, (VolunteerId, merge.gone.id), merge.kept.id)
        if left is None:
            self._delete(RuleEntryRow, entry_id)
        else:
            self._update(RuleEntryRow, mapping.entry_columns(entry_id, merge.kept.team_id, left))

    def _write_step(self, step_id: int, before: list[Any], after: list[Any]) -> None:
        """The log of a period, so that its steps can still be undone; left alone where it reads otherwise."""
        if self._session.scalar(select(EditRow.changes).where(EditRow.id == step_id)) == before:
            self._run(update(EditRow).where(EditRow.id == step_id).values(changes=after))


def _other_holder(changes: list[Any], old: int, new: int) -> list[Any]:
    """Changes of a step as stored (duty, before, after) with one person in the place of another."""
    return [[d, *([new, *h[1:]] if h and h[0] == old else h for h in held)] for d, *held in changes]
