"""Counters as a list, changed by compare-and-set, and their entries: added, never changed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from roster_app.domain.counters import Counter, CounterBook, CounterEntry, Subject
from roster_app.domain.edits import CountChange
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import CounterEntryId, CounterId, TeamId, new_id
from roster_app.storage.mapping import counters as mapping
from roster_app.storage.rows import CounterEntryRow, CounterRow, TeamRow
from roster_app.storage.store import Store


class CounterStore(Store):
    """What all teams count."""

    def counters(self, team_id: TeamId) -> tuple[Counter, ...]:
        """Those of a team in its order, those laid aside included."""
        ours = select(CounterRow).where(CounterRow.team_id == team_id)
        return tuple(map(mapping.counter, self._rows(ours.order_by(CounterRow.position, CounterRow.id))))

    def book(self, team_id: TeamId, first: date | None = None, last: date | None = None) -> CounterBook:
        """The counters, and every entry of the days from `first` to `last` (both included), the oldest first."""
        ours = select(CounterEntryRow).join(CounterRow, CounterEntryRow.counter_id == CounterRow.id)
        ours = ours.where(CounterRow.team_id == team_id)
        if first is not None:
            ours = ours.where(CounterEntryRow.day >= first)
        if last is not None:
            ours = ours.where(CounterEntryRow.day <= last)
        entries = tuple(map(mapping.counter_entry, self._rows(ours.order_by(CounterEntryRow.id))))
        return CounterBook(self.counters(team_id), entries)

    def arrange(self, team_id: TeamId, before: Sequence[Counter], after: Sequence[Counter]) -> None:
        """Another list; raises StaleEdit where `before` is not what stands, COUNTER_IN_USE where what goes was counted.

        The team's row is held meanwhile, so that two lists are not written at once.
        """
        self._rows(self._locked(select(TeamRow).where(TeamRow.id == team_id)))
        if self.counters(team_id) != tuple(before):
            raise StaleEdit(ErrorCode.STALE_RECORD, name=", ".join(counter.name for counter in before))
        known, kept = {c.id for c in before}, {c.id for c in after}
        gone = [counter for counter in before if counter.id not in kept]
        self._refuse_counted(gone)
        self._delete_all(CounterRow, [counter.id for counter in gone])
        self._update_all(CounterRow, [mapping.counter_columns(c) for c in after if c.id in known])
        self._insert(CounterRow, [mapping.counter_columns(c) for c in after if c.id not in known])

    def add(self, entries: Iterable[CounterEntry]) -> None:
        """New entries, all or none; raises StaleEdit where a subject's latest entry is not the one that is corrected.

        The counters' rows are held meanwhile: of two who enter the same at once, the second is told.
        """
        entries = tuple(entries)
        self._hold({entry.counter_id for entry in entries})
        for entry in entries:
            if entry.corrects != self._latest(entry):
                raise StaleEdit(ErrorCode.STALE_RECORD, name=self._name_of(entry.counter_id))
            self._insert(CounterEntryRow, [mapping.counter_entry_columns(entry)])

    def change(self, changes: Iterable[CountChange], author: str, at: datetime) -> None:
        """Each value becomes the other by one more entry; raises StaleEdit where another value stands meanwhile."""
        changes = tuple(changes)
        self._hold({change.subject[0] for change in changes})
        for change in changes:
            before = self._latest_row(change.subject)
            if (None if before is None else before.value) != change.before:
                raise StaleEdit(ErrorCode.STALE_RECORD, name=self._name_of(change.subject[0]))
            entry = CounterEntry(
                CounterEntryId(new_id()),
                *change.subject,
                change.after,
                author,
                at,
                change.source,
                None if before is None else before.id,
                change.reason,
            )
            self._insert(CounterEntryRow, [mapping.counter_entry_columns(entry)])

    def _hold(self, counter_ids: set[CounterId]) -> None:
        held = select(CounterRow).where(CounterRow.id.in_(counter_ids)).order_by(CounterRow.id)
        self._rows(self._locked(held))

    def _latest(self, entry: CounterEntry) -> int | None:
        """The identity of the last entry of the same subject."""
        found = self._latest_row(entry.subject)
        return None if found is None else found.id

    def _latest_row(self, subject: Subject) -> CounterEntryRow | None:
        """The last entry of a subject."""
        columns = mapping.subject_columns(subject)
        same = [getattr(CounterEntryRow, name).is_not_distinct_from(value) for name, value in columns.items()]
        answer = aliased(CounterEntryRow)
        unanswered = ~exists().where(answer.corrects == CounterEntryRow.id)
        return self._session.scalar(select(CounterEntryRow).where(*same, unanswered))

    def _refuse_counted(self, gone: Sequence[Counter]) -> None:
        for counter in gone:
            entry = select(CounterEntryRow.id).where(CounterEntryRow.counter_id == counter.id).limit(1)
            if self._session.scalar(entry) is not None:
                raise DomainError(ErrorCode.COUNTER_IN_USE, name=counter.name)

    def _name_of(self, counter_id: CounterId) -> str:
        return self._session.scalar(select(CounterRow.name).where(CounterRow.id == counter_id)) or ""
