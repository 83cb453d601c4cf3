"""What was written into the form of somebody and left there unstored; it waits until they are chosen again."""

from __future__ import annotations

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory
from roster_app.gui.people.written import Written
from roster_app.i18n import _


class Drafts:
    """At most one draft a person, and one for somebody new."""

    def __init__(self) -> None:
        self._of: dict[VolunteerId, tuple[Written, Written]] = {}
        self._new: Written | None = None

    def keep(self, person: Volunteer | None, base: Written, written: Written) -> None:
        """Remember what was written over `base`, if it says anything new."""
        if written == base:
            return
        if person is None:
            self._new = written
        else:
            self._of[person.id] = (base, written)

    def take(self, person: Volunteer) -> Written | None:
        """What waits for the person, laid over what is stored of them now; it waits no longer."""
        if person.id not in self._of:
            return None
        base, written = self._of.pop(person.id)
        return written.rebased(base, Written.of(person))

    def take_new(self) -> Written | None:
        """What waits for somebody new."""
        written, self._new = self._new, None
        return written

    def ids(self, directory: Directory) -> frozenset[VolunteerId]:
        """Whose drafts wait, of those who are still there."""
        return frozenset(v for v in self._of if v in directory.volunteer)

    def names(self, directory: Directory) -> list[str]:
        """How they are called; somebody new by the name written so far."""
        names = [directory.name[v] for v in self._of if v in directory.volunteer]
        if self._new is not None:
            names.append(self._new.name or _("New volunteer"))
        return names

    @property
    def waits_for_new(self) -> bool:
        return self._new is not None
