"""What was corrected about a form of sheet, remembered by its header, so that next month's file is read at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from roster_app.domain.ids import TeamId
from roster_app.domain.inspected import ColumnUse, Corrections, LayoutKind


@dataclass(frozen=True, slots=True)
class RememberedForm:
    """The corrections of one form. Neither mended cells nor days are remembered: those are of one file."""

    team_id: TeamId
    fingerprint: str
    noted_at: datetime
    layout: LayoutKind | None = None
    header_row: int | None = None
    columns: Mapping[int, ColumnUse] = field(default_factory=dict)
    skipped: bool = False

    @property
    def says_something(self) -> bool:
        """Whether anything of the form is corrected."""
        return bool(self.layout or self.header_row is not None or self.columns or self.skipped)


def forms_of(
    corrections: Corrections, fingerprints: Mapping[str, str], team_id: TeamId, at: datetime
) -> tuple[RememberedForm, ...]:
    """A form for each sheet with a fingerprint, also where nothing is corrected; of two sheets alike the first."""
    forms: dict[str, RememberedForm] = {}
    for sheet, fingerprint in fingerprints.items():
        form = RememberedForm(
            team_id,
            fingerprint,
            at,
            corrections.layouts.get(sheet),
            corrections.header_rows.get(sheet),
            dict(corrections.columns.get(sheet, {})),
            sheet in corrections.skipped_sheets,
        )
        known = forms.get(fingerprint)
        if known is None or not known.says_something:
            forms[fingerprint] = form
    return tuple(forms.values())


def remembered_corrections(forms: Iterable[RememberedForm], fingerprints: Mapping[str, str]) -> Corrections:
    """What the forms say of the sheets of a file."""
    by_print = {form.fingerprint: form for form in forms}
    known = {sheet: by_print[told] for sheet, told in fingerprints.items() if told in by_print}
    return Corrections(
        skipped_sheets=frozenset(sheet for sheet, form in known.items() if form.skipped),
        layouts={sheet: form.layout for sheet, form in known.items() if form.layout},
        header_rows={sheet: form.header_row for sheet, form in known.items() if form.header_row is not None},
        columns={sheet: form.columns for sheet, form in known.items() if form.columns},
    )
