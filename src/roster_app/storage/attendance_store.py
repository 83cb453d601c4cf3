"""Attendance: entries are added, never changed and never removed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from roster_app.domain.attendance.entries import Entry
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import AttendanceStep, TeamId
from roster_app.storage.mapping import attendance as mapping
from roster_app.storage.rows import AttendanceRow, TeamRow
from roster_app.storage.store import Store


class AttendanceStore(Store):
    """What all teams recorded."""

    def of_days(self, team_id: TeamId, first: date, last: date) -> tuple[Entry, ...]:
        """Every entry about shifts that begin on these days (both included), superseded ones too, as they were made."""
        row = AttendanceRow
        ours = select(row).where(row.team_id == team_id, row.day.between(first, last)).order_by(row.id)
        return tuple(map(mapping.entry, self._rows(ours)))

    def last_step(self, team_id: TeamId, author: str) -> tuple[Entry, ...]:
        """All the author entered last and has not taken back; nothing where there is nothing."""
        row = AttendanceRow
        undone = select(row.undoes).where(row.undoes.is_not(None))
        latest = (
            select(row.step)
            .where(row.team_id == team_id, row.author == author, row.undoes.is_(None), row.step.not_in(undone))
            .order_by(row.step.desc())
            .limit(1)
        )
        step: AttendanceStep | None = self._session.scalar(latest)
        if step is None:
            return ()
        return tuple(
            map(mapping.entry, self._rows(select(row).where(row.team_id == team_id, row.step == step).order_by(row.id)))
        )

    def hold(self, team_id: TeamId) -> None:
        """Let nobody else enter until this transaction ends: what is decided here rests on what was read here."""
        self._session.execute(self._locked(select(TeamRow).where(TeamRow.id == team_id)))

    def add(self, team_id: TeamId, entries: Sequence[Entry]) -> None:
        """New entries; raises StaleEdit where somebody has superseded the same before."""
        over = [entry.supersedes for entry in entries if entry.supersedes is not None]
        taken = select(AttendanceRow).where(AttendanceRow.supersedes.in_(over)).limit(1)
        found = self._rows(taken) if over else ()
        if found:
            raise StaleEdit(ErrorCode.STALE_RECORD, name=found[0].author)
        self._insert(AttendanceRow, [mapping.entry_columns(entry, team_id) for entry in entries])
