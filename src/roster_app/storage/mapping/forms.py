"""Remembered forms, as values and as rows."""

from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId
from roster_app.domain.inspected import ColumnUse, LayoutKind
from roster_app.domain.remembered_forms import RememberedForm
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import RememberedFormRow


def remembered_form(row: RememberedFormRow) -> RememberedForm:
    """The value of a row."""
    told = row.corrections
    layout = told.get("layout")
    return RememberedForm(
        team_id=row.team_id,
        fingerprint=row.fingerprint,
        noted_at=row.noted_at,
        layout=LayoutKind(layout) if layout else None,
        header_row=told.get("header_row"),
        columns={int(column): ColumnUse(use) for column, use in told.get("columns", {}).items()},
        skipped=bool(told.get("skipped")),
        shifts={word: ShiftTypeId(shift) for word, shift in told.get("shifts", {}).items()},
        places={word: CheckpointId(place) for word, place in told.get("places", {}).items()},
        post_id=None if told.get("post") is None else PostId(told["post"]),
        as_wishes=bool(told.get("as_wishes")),
    )


def remembered_form_columns(value: RememberedForm) -> Columns:
    """The row of a value."""
    return {
        "team_id": value.team_id,
        "fingerprint": value.fingerprint,
        "corrections": {
            "layout": value.layout.value if value.layout else None,
            "header_row": value.header_row,
            "columns": {str(column): use.value for column, use in sorted(value.columns.items())},
            "skipped": value.skipped,
            "shifts": dict(value.shifts),
            "places": dict(value.places),
            "post": value.post_id,
            "as_wishes": value.as_wishes,
        },
        "noted_at": value.noted_at,
    }
