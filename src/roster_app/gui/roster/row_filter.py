"""Which lines of the roster are in sight: those of some checkpoints, some crews, one person; all without a filter."""

from __future__ import annotations

from dataclasses import dataclass

from roster_app.domain.ids import CheckpointId, CrewId, DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Nothing named of a kind means all of it; people are those of the crews and the one person."""

    checkpoints: frozenset[CheckpointId] = frozenset()
    crews: frozenset[CrewId] = frozenset()
    person: VolunteerId | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return bool(self.checkpoints or self.crews or self.person is not None)

    def words(self, directory: Directory) -> str:
        """横岗卡口、一组 …"""
        crew = {c.id: c.name for c in directory.crews}
        return _(", ").join(
            [
                *(c.name for c in directory.checkpoints_in_order if c.id in self.checkpoints),
                *(crew[c] for c in crew if c in self.crews),
                *(v.name for v in directory.volunteers if v.id == self.person),
            ]
        )


class Sieve:
    """A filter held against one roster. A line is kept if anything on it is."""

    def __init__(self, wanted: RowFilter, roster: Roster, directory: Directory) -> None:
        self._wanted = wanted
        self._roster = roster
        self._people = self._people_meant(directory)

    def keeps_duty(self, duty_id: DutyId) -> bool:
        """Whether a duty lies at such a place and is held by such a person."""
        place = self._roster.plan.shift_of(duty_id).checkpoint_id
        if self._wanted.checkpoints and place not in self._wanted.checkpoints:
            return False
        return self._people is None or self._roster.holder(duty_id) in self._people

    def keeps_person(self, volunteer: Volunteer) -> bool:
        """Whether somebody is one of those people and stands anything at such a place."""
        if self._people is not None and volunteer.id not in self._people:
            return False
        places = self._wanted.checkpoints
        return not places or any(s.checkpoint_id in places for s in self._roster.line(volunteer.id))

    def _people_meant(self, directory: Directory) -> frozenset[VolunteerId] | None:
        wanted = self._wanted
        if not wanted.crews and wanted.person is None:
            return None
        members = {v.id for v in directory.volunteers if v.crew_id in wanted.crews}
        return frozenset(members | ({wanted.person} if wanted.person is not None else set()))
