"""A list of volunteers taken in is one step: taken back, and taken in again, unless a colleague went on from there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from roster_app.domain.book.mentions import mentions
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import PeriodId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.list_writer import Written
from roster_app.storage import UnitOfWork

_AT_ONCE = 1000
"""People removed by one statement; databases limit how many values one may hold."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking something in changed, and the way back and forth; each way is one transaction.

    Both raise StaleEdit and write nothing where a colleague went on from there: changed one of the people, gave
    somebody new times, a leave or a crew to lead, or uses what the list made. Who stands in a roster by now keeps
    the list from being taken back (IN_USE).
    """

    changes: Changes = field(default_factory=Changes)
    undo: Callable[[], Changes] = Changes
    redo: Callable[[], Changes] = Changes
    period_id: PeriodId | None = None
    """The roster that was taken in, or into."""

    def __bool__(self) -> bool:
        return bool(self.changes)


def taken_in(desk: Desk, written: Written) -> Taken:
    """What was written, with its way back."""
    return Taken(changes_of(written), partial(_take_back, desk, written), partial(_take_again, desk, written))


def _take_back(desk: Desk, written: Written) -> Changes:
    with desk.database.work() as work:
        return take_back(work, written)


def _take_again(desk: Desk, written: Written) -> Changes:
    with desk.database.work() as work:
        return take_again(work, written)


def take_back(work: UnitOfWork, written: Written) -> Changes:
    """The way back as part of a larger transaction."""
    directory = work.directory(written.team_id)
    apart = frozenset[VolunteerId]().union(*work.apart.all(written.team_id))
    for name in chain(_gone_on(written, directory, apart), _used_by_others(written, directory)):
        raise StaleEdit(ErrorCode.STALE_RECORD, name=name)
    _put(work, directory, written.before)
    made = [person.id for person in written.made]
    for start in range(0, len(made), _AT_ONCE):
        work.people.remove(*made[start : start + _AT_ONCE])
    for crew in written.crews:
        work.people.remove_crew(crew.id)
    for qualification in written.qualifications:
        work.people.remove_qualification(qualification.id)
    for area in written.areas:
        work.places.remove_area(area.id)
    return changes_of(written)


def take_again(work: UnitOfWork, written: Written) -> Changes:
    """The way forth as part of a larger transaction."""
    directory = work.directory(written.team_id)
    for name in chain(_changed(written.before, directory), _there_already(written, directory)):
        raise StaleEdit(ErrorCode.STALE_RECORD, name=name)
    work.places.add_area(*written.areas)
    work.people.add_crew(*written.crews)
    work.people.add_qualification(*written.qualifications)
    work.people.add(*written.made)
    _put(work, directory, written.after)
    return changes_of(written)


def _put(work: UnitOfWork, directory: Directory, people: Iterable[Volunteer]) -> None:
    for person in people:
        work.people.update(replace(person, version=directory.volunteer[person.id].version))


def _changed(people: Iterable[Volunteer], directory: Directory) -> Iterable[str]:
    """Names of those who are no longer stored as given."""
    stored = directory.volunteer
    return (p.name for p in people if p.id not in stored or _content(stored[p.id]) != _content(p))


def _gone_on(written: Written, directory: Directory, apart: frozenset[VolunteerId]) -> Iterable[str]:
    """Names of those a colleague changed, told apart, or gave something that would be lost with them."""
    yield from _changed((*written.made, *written.after), directory)
    given: set[int] = {stated.volunteer_id for stated in directory.availabilities}
    given |= {leave.volunteer_id for leave in directory.leaves}
    given |= {crew.leader_id for crew in directory.crews if crew.leader_id is not None}
    given |= apart | _ruled(directory)
    yield from (person.name for person in written.made if person.id in given)


def _used_by_others(written: Written, directory: Directory) -> Iterable[str]:
    """Names of made areas, crews and qualifications that are changed, or used by what the list does not name."""
    ours = {person.id for person in (*written.made, *written.after)}
    others = [person for person in directory.volunteers if person.id not in ours]
    places = {checkpoint.area_id for checkpoint in directory.checkpoints} | {person.area_id for person in others}
    yield from (a.name for a in written.areas if directory.area.get(a.id) != a or a.id in places)
    crews = {person.crew_id for person in others} | _ruled(directory)
    yield from (c.name for c in written.crews if directory.crew.get(c.id) != c or c.id in crews)
    asked = {one for post in directory.posts for one in post.requires}
    asked |= {one for person in others for one in person.qualifications}
    asked |= {one for qualification in directory.qualifications for one in qualification.includes}
    known = directory.qualification
    yield from (q.name for q in written.qualifications if known.get(q.id) != q or q.id in asked)


def _there_already(written: Written, directory: Directory) -> Iterable[str]:
    """Names of what is to be made again and stands there by now."""
    yield from (person.name for person in written.made if person.id in directory.volunteer)
    for wanted, there in (
        (written.areas, directory.areas),
        (written.crews, directory.crews),
        (written.qualifications, directory.qualifications),
    ):
        names = {one.name for one in there}
        yield from (one.name for one in wanted if one.name in names)


def _ruled(directory: Directory) -> set[int]:
    """Ids of whom and what a rule names."""
    return {one for entry in directory.rules.entries for _kind, one in mentions(entry)}


def _content(volunteer: Volunteer) -> Volunteer:
    """Everything a coordinator can change: not the version, not the pinyin worked out of the name."""
    return replace(volunteer, version=1, pinyin="")


def changes_of(written: Written) -> Changes:
    return Changes(
        volunteers=frozenset(person.id for person in (*written.made, *written.after)),
        places=bool(written.areas),
        team=bool(written.qualifications or written.crews),
    )
