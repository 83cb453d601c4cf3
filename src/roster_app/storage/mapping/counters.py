"""Counters and their entries, to and from their rows."""

from roster_app.domain.counters import Counter, CounterEntry, EntrySource, Occasion, Subject
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import CounterEntryRow, CounterRow


def counter(row: CounterRow) -> Counter:
    """The value of a row."""
    return Counter(
        id=row.id,
        team_id=row.team_id,
        name=row.name,
        unit=row.unit,
        order=row.position,
        checkpoint_ids=frozenset(row.checkpoints),
        post_ids=frozenset(row.posts),
        also=tuple(row.also),
        archived=row.archived,
    )


def counter_columns(value: Counter) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "name": value.name,
        "unit": value.unit,
        "position": value.order,
        "checkpoints": sorted(value.checkpoint_ids),
        "posts": sorted(value.post_ids),
        "also": list(value.also),
        "archived": value.archived,
    }


def counter_entry(row: CounterEntryRow) -> CounterEntry:
    """The value of a row."""
    return CounterEntry(
        id=row.id,
        counter_id=row.counter_id,
        occasion=Occasion(row.checkpoint_id, row.day, row.shift_type_id, row.duty_id, row.told_by),
        value=row.value,
        author=row.author,
        at=row.at,
        source=EntrySource(row.source),
        corrects=row.corrects,
        reason=row.reason,
    )


def counter_entry_columns(value: CounterEntry) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        **subject_columns(value.subject),
        "value": value.value,
        "author": value.author,
        "at": value.at,
        "source": value.source.value,
        "corrects": value.corrects,
        "reason": value.reason,
    }


def subject_columns(subject: Subject) -> Columns:
    """The part of the row that says what the value is of."""
    counter_id, occasion = subject
    return {
        "counter_id": counter_id,
        "checkpoint_id": occasion.checkpoint_id,
        "day": occasion.day,
        "shift_type_id": occasion.shift_type_id,
        "duty_id": occasion.duty_id,
        "told_by": occasion.told_by,
    }
