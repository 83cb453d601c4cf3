"""Pasted sign-up chains, as values and as rows."""

from roster_app.domain.chains import ChainPaste
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import ChainPasteRow


def chain_paste(row: ChainPasteRow) -> ChainPaste:
    """The value of a row."""
    return ChainPaste(
        id=row.id,
        team_id=row.team_id,
        period_id=row.period_id,
        title=row.title,
        text=row.text,
        digest=row.digest,
        read_as=row.read_as,
        day=row.day,
        pasted_at=row.pasted_at,
        author=row.author,
    )


def chain_paste_columns(value: ChainPaste) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "period_id": value.period_id,
        "title": value.title,
        "text": value.text,
        "digest": value.digest,
        "read_as": value.read_as,
        "day": value.day,
        "pasted_at": value.pasted_at,
        "author": value.author,
    }
