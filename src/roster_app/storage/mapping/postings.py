"""Entries of the posting ledger, as values and as rows."""

from roster_app.domain.posting_ledger import PostingEntry
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import PostingRow


def posting(row: PostingRow) -> PostingEntry:
    """The value of a row."""
    return PostingEntry(
        id=row.id,
        team_id=row.team_id,
        period_id=row.period_id,
        checkpoint_id=row.checkpoint_id,
        kind=row.kind,
        edition=row.edition,
        code=row.code,
        posted_at=row.posted_at,
        author=row.author,
        taken_down_at=row.taken_down_at,
        ends=row.ends,
        note=row.note,
    )


def posting_columns(value: PostingEntry) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "period_id": value.period_id,
        "checkpoint_id": value.checkpoint_id,
        "kind": value.kind,
        "edition": value.edition,
        "code": value.code,
        "posted_at": value.posted_at,
        "author": value.author,
        "taken_down_at": value.taken_down_at,
        "ends": value.ends,
        "note": value.note,
    }
