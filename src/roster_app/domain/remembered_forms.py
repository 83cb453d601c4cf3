"""What was corrected and answered about a form of sheet, by its header, so that next month's file is read at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId, TeamId
from roster_app.domain.inspected import ColumnUse, Corrections, LayoutKind
from roster_app.domain.taking_in import NO_ANSWERS, TakingAnswers
from roster_app.domain.team import Directory


@dataclass(frozen=True, slots=True)
class RememberedForm:
    """The corrections of one form, and what its words mean. Neither mended cells nor days are remembered, nor who is
    meant: those are of one file."""

    team_id: TeamId
    fingerprint: str
    noted_at: datetime
    layout: LayoutKind | None = None
    header_row: int | None = None
    columns: Mapping[int, ColumnUse] = field(default_factory=dict)
    skipped: bool = False
    shifts: Mapping[str, ShiftTypeId] = field(default_factory=dict)
    """As in TakingAnswers; the ids may be of shifts that are gone since."""
    places: Mapping[str, CheckpointId] = field(default_factory=dict)
    post_id: PostId | None = None
    as_wishes: bool = False

    @property
    def says_something(self) -> bool:
        """Whether anything of the form is corrected or answered."""
        corrected = self.layout or self.header_row is not None or self.columns or self.skipped
        return bool(corrected or self.shifts or self.places or self.post_id is not None or self.as_wishes)


def forms_of(
    corrections: Corrections,
    fingerprints: Mapping[str, str],
    team_id: TeamId,
    at: datetime,
    answers: TakingAnswers = NO_ANSWERS,
) -> tuple[RememberedForm, ...]:
    """A form for each sheet with a fingerprint, also where nothing is said of it; of two sheets alike the first."""
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
            dict(answers.shifts),
            dict(answers.places),
            answers.post_id,
            answers.as_wishes,
        )
        known = forms.get(fingerprint)
        if known is None or not known.says_something:
            forms[fingerprint] = form
    return tuple(forms.values())


def remembered_corrections(forms: Iterable[RememberedForm], fingerprints: Mapping[str, str]) -> Corrections:
    """What the forms say of the sheets of a file."""
    known = _known(forms, fingerprints)
    return Corrections(
        skipped_sheets=frozenset(sheet for sheet, form in known.items() if form.skipped),
        layouts={sheet: form.layout for sheet, form in known.items() if form.layout},
        header_rows={sheet: form.header_row for sheet, form in known.items() if form.header_row is not None},
        columns={sheet: form.columns for sheet, form in known.items() if form.columns},
    )


def remembered_answers(
    forms: Iterable[RememberedForm], fingerprints: Mapping[str, str], directory: Directory
) -> TakingAnswers:
    """What words of these forms mean, as far as the shifts and places are still there."""
    answers = NO_ANSWERS
    shifts = {shift.id for shift in directory.shift_types}
    places = {place.id for place in directory.checkpoints}
    for form in _known(forms, fingerprints).values():
        answers = replace(
            answers,
            shifts={**answers.shifts, **{word: s for word, s in form.shifts.items() if s in shifts}},
            places={**answers.places, **{word: c for word, c in form.places.items() if c in places}},
            post_id=form.post_id if form.post_id in directory.post else answers.post_id,
            as_wishes=answers.as_wishes or form.as_wishes,
        )
    return answers


def with_remembered(answers: TakingAnswers, remembered: TakingAnswers) -> TakingAnswers:
    """The answers, and what is remembered where they say nothing."""
    return replace(
        answers,
        shifts={**remembered.shifts, **answers.shifts},
        places={**remembered.places, **answers.places},
        post_id=remembered.post_id if answers.post_id is None else answers.post_id,
        as_wishes=answers.as_wishes or remembered.as_wishes,
    )


def _known(forms: Iterable[RememberedForm], fingerprints: Mapping[str, str]) -> dict[str, RememberedForm]:
    """The forms by the sheets of a file."""
    by_print = {form.fingerprint: form for form in forms}
    return {sheet: by_print[told] for sheet, told in fingerprints.items() if told in by_print}
