"""What was corrected about forms of files."""

from collections.abc import Collection

from sqlalchemy import and_, delete, select

from roster_app.domain.ids import TeamId
from roster_app.domain.remembered_forms import RememberedForm
from roster_app.storage.mapping import forms as mapping
from roster_app.storage.rows import RememberedFormRow
from roster_app.storage.store import Store


class FormStore(Store):
    """The forms of all teams."""

    def all(self, team_id: TeamId) -> tuple[RememberedForm, ...]:
        """The team's forms, by their fingerprints."""
        ours = select(RememberedFormRow).where(RememberedFormRow.team_id == team_id)
        return tuple(map(mapping.remembered_form, self._rows(ours.order_by(RememberedFormRow.fingerprint))))

    def put(self, form: RememberedForm) -> None:
        """Remember the form, in the place of what was remembered of it."""
        known = and_(RememberedFormRow.team_id == form.team_id, RememberedFormRow.fingerprint == form.fingerprint)
        self._put(RememberedFormRow, known, mapping.remembered_form_columns(form))

    def forget(self, team_id: TeamId, fingerprints: Collection[str]) -> None:
        """Remember nothing of these forms."""
        ours = delete(RememberedFormRow).where(RememberedFormRow.team_id == team_id)
        for fingerprint in sorted(fingerprints):
            self._run(ours.where(RememberedFormRow.fingerprint == fingerprint))
