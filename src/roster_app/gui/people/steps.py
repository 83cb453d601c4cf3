"""What was done on this page, so that it can be undone and redone; kept until the window closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import TeamId, VolunteerId
from roster_app.domain.people import Availability, Leave, Volunteer

if TYPE_CHECKING:
    from roster_app.services import Changes, Services
    from roster_app.services.records import Merge

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was stored: how it is called, how it is taken back, how it is done again."""

    words: str
    undo: Callable[[], Changes]
    redo: Callable[[], Changes]
    large: bool = False
    """So many people that it is stored beside the window's work."""


class Steps:
    """The way back and the way forth."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def next_undo(self) -> Step | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def add(self, step: Step) -> None:
        """Something was done; what had been undone before cannot be redone any more."""
        self._done = [*self._done, step][-_KEPT:]
        self._undone.clear()

    def undone(self) -> None:
        """The last step has been taken back."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """The last step taken back has been done again."""
        self._done.append(self._undone.pop())

    def drop_undo(self) -> None:
        """The last step cannot be taken back any more, because a colleague went on from there."""
        self._done.pop()

    def drop_redo(self) -> None:
        self._undone.pop()


def store_people(services: Services, expected: tuple[Volunteer, ...], wanted: tuple[Volunteer, ...]) -> Changes:
    """Store `wanted` where `expected` still stands; raises StaleEdit where somebody changed one of them meanwhile."""
    stored = services.teams.directory(wanted[0].team_id).volunteer
    for person in expected:
        now = stored.get(person.id)
        if now is None or _content(now) != _content(person):
            raise StaleEdit(ErrorCode.STALE_RECORD, name=person.name)
    return services.people.update(*(replace(person, version=stored[person.id].version) for person in wanted))


def store_statements(
    services: Services, team_id: TeamId, expected: tuple[Availability, ...], wanted: tuple[Availability, ...]
) -> Changes:
    """Store one person's statements where the expected ones still stand; both name the same person."""
    volunteer_id = (*expected, *wanted)[0].volunteer_id
    _still(services, team_id, volunteer_id, set(expected), availabilities=True)
    return services.people.set_availability(volunteer_id, wanted)


def add_leave(services: Services, team_id: TeamId, leave: Leave) -> Changes:
    """Add a leave again, unless its person has gone."""
    if leave.volunteer_id not in services.teams.directory(team_id).volunteer:
        raise StaleEdit(ErrorCode.STALE_RECORD, name="")
    return services.people.add_leave(leave)


class MergeStep:
    """Two people made one, as often as it is done again; raises StaleEdit where a colleague went on from there."""

    def __init__(self, services: Services, wanted: Volunteer, gone: Volunteer) -> None:
        self._services = services
        self._wanted, self._gone = wanted, gone
        self._merge: Merge | None = None

    def redo(self) -> Changes:
        """Make one of them; the versions are those of now where it was undone before."""
        if self._merge is not None:
            stored = self._services.teams.directory(self._gone.team_id).volunteer
            for before in (self._merge.kept, self._merge.gone):
                if before.id not in stored or _content(stored[before.id]) != _content(before):
                    raise StaleEdit(ErrorCode.STALE_RECORD, name=before.name)
            self._wanted = replace(self._wanted, version=stored[self._wanted.id].version)
            self._gone = stored[self._gone.id]
        self._merge, changes = self._services.records.merge(self._wanted, self._gone)
        return changes

    def undo(self) -> Changes:
        """Both again."""
        assert self._merge is not None
        return self._services.records.unmerge(self._merge)


def _still(
    services: Services, team_id: TeamId, volunteer_id: VolunteerId, expected: set[Availability], *, availabilities: bool
) -> None:
    directory = services.teams.directory(team_id)
    if volunteer_id not in directory.volunteer or set(directory.availabilities_of(volunteer_id)) != expected:
        name = directory.name.get(volunteer_id, "")
        raise StaleEdit(ErrorCode.STALE_RECORD, name=name)


def _content(volunteer: Volunteer) -> Volunteer:
    """Everything a coordinator can change: not the version, not the pinyin worked out of the name."""
    return replace(volunteer, version=1, pinyin="")
