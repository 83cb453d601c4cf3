"""A change of the places as a value that knows its inverse: what stood there before, and what stands there now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from roster_app.domain.book import FixedRotation
from roster_app.domain.book.mentions import mentions
from roster_app.domain.calendar import DayTable, SpecialDay
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import CheckpointId, CrewId, TeamId, VolunteerId
from roster_app.domain.people import Crew, Qualification
from roster_app.domain.places import Area, Checkpoint, Post, ShiftPattern, ShiftType
from roster_app.domain.team import Directory

if TYPE_CHECKING:
    from roster_app.services import Changes, Services


@dataclass(frozen=True, slots=True)
class StaffedPlace:
    """A checkpoint with its posts, in their order."""

    checkpoint: Checkpoint
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Tiling:
    """A pattern with its shift types, in its order."""

    pattern: ShiftPattern
    shift_types: tuple[ShiftType, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The order in which the checkpoints are listed."""

    order: tuple[CheckpointId, ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """Crews that take turns: those made for it, and the rules that say how; who is a member by now, once stored."""

    team_id: TeamId
    crews: tuple[Crew, ...]
    rotations: tuple[FixedRotation, ...]
    members: frozenset[VolunteerId] = frozenset()


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a coordinator says of a day; nothing where the official table holds."""

    day: date
    special: SpecialDay | None


@dataclass(frozen=True, slots=True)
class OfficialDays:
    """The official table of days, without the days a coordinator has set."""

    table: DayTable

    @classmethod
    def of(cls, table: DayTable) -> OfficialDays:
        """The official part of a table."""
        return cls(DayTable(table.announced_years, dict(table.special)))


Thing: TypeAlias = StaffedPlace | Tiling | Area | Crew | Qualification | Arrangement | DayMark | OfficialDays | Turns


@dataclass(frozen=True, slots=True)
class PlaceEdit:
    """One step: `before` is None for something new, `after` for something removed."""

    words: str
    before: Thing | None
    after: Thing | None

    @property
    def thing(self) -> Thing:
        """What it is about."""
        thing = self.after if self.after is not None else self.before
        assert thing is not None
        return thing

    def inverse(self) -> PlaceEdit:
        """The step that takes this one back."""
        return PlaceEdit(self.words, self.after, self.before)


def stored(thing: Thing, directory: Directory) -> Thing | None:
    """What the team has in the place of a thing."""
    match thing:
        case StaffedPlace():
            return place_of(thing.checkpoint.id, directory)
        case Tiling():
            pattern = directory.pattern.get(thing.pattern.id)
            return tiling_of(pattern, directory) if pattern else None
        case Area():
            return directory.area.get(thing.id)
        case Crew():
            return directory.crew.get(thing.id)
        case Qualification():
            return directory.qualification.get(thing.id)
        case Arrangement():
            return Arrangement(tuple(c.id for c in directory.checkpoints_in_order))
        case DayMark():
            return DayMark(thing.day, directory.days.overrides.get(thing.day))
        case OfficialDays():
            return OfficialDays.of(directory.days)
        case Turns():
            return _turns_of(thing, directory)


def _turns_of(thing: Turns, directory: Directory) -> Turns | None:
    """The crews with whoever has joined them, and every rule that names them; nothing where nothing is left."""
    made = {crew.id for crew in thing.crews}
    crews = tuple(crew for crew in directory.crews if crew.id in made)
    rotations = tuple(
        entry
        for entry in directory.rules.entries
        if entry in thing.rotations or any(kind is CrewId and one in made for kind, one in mentions(entry))
    )
    if not crews and not rotations:
        return None
    members = frozenset(v.id for v in directory.volunteers if v.crew_id in made)
    return Turns(thing.team_id, crews, rotations, members)  # type: ignore[arg-type]


def place_of(checkpoint_id: CheckpointId, directory: Directory) -> StaffedPlace | None:
    """A checkpoint with its posts as the team has it."""
    checkpoint = directory.checkpoint.get(checkpoint_id)
    if checkpoint is None:
        return None
    return StaffedPlace(checkpoint, directory.posts_of.get(checkpoint_id, ()))


def tiling_of(pattern: ShiftPattern, directory: Directory) -> Tiling:
    """A pattern with its shift types."""
    return Tiling(pattern, tuple(directory.shift_type[s] for s in pattern.shift_type_ids))


def same(one: Thing | None, other: Thing | None) -> bool:
    """Whether they say the same, whatever their versions; the place in the list is a matter of its own."""
    return _content(one) == _content(other)


def _content(thing: Thing | None) -> Thing | None:
    if isinstance(thing, StaffedPlace):
        posts = tuple(replace(post, order=0) for post in thing.posts)
        return StaffedPlace(replace(thing.checkpoint, version=1, order=0), posts)
    return thing


def carry_out(edit: PlaceEdit, services: Services, directory: Directory) -> Changes:
    """Store the step where what it knew of still stands; raises StaleEdit where a colleague was faster."""
    now = stored(edit.thing, directory)
    if not same(now, edit.before):
        raise StaleEdit(ErrorCode.STALE_RECORD, name=name_of(edit.before or edit.thing))
    if edit.after is None:
        return _remove(edit.thing, services)
    return _store(edit.after, now, services, directory)


def name_of(thing: Thing) -> str:
    """How the thing is called; empty for what has no name."""
    match thing:
        case StaffedPlace():
            return thing.checkpoint.name
        case Tiling():
            return thing.pattern.name
        case Area() | Crew() | Qualification():
            return thing.name
    return ""


def _store(thing: Thing, now: Thing | None, services: Services, directory: Directory) -> Changes:
    match thing:
        case StaffedPlace():
            checkpoint = thing.checkpoint
            if isinstance(now, StaffedPlace):
                checkpoint = replace(checkpoint, version=now.checkpoint.version, order=now.checkpoint.order)
            return services.places.save_checkpoint(checkpoint, thing.posts)
        case Tiling():
            return services.places.save_pattern(thing.pattern, thing.shift_types)
        case Area():
            return services.places.save_area(thing)
        case Crew() | Qualification():
            return _store_of_people(thing, now, services)
        case Turns():
            return services.places.add_turns(thing.team_id, thing.crews, thing.rotations)
        case Arrangement():
            return services.places.arrange_checkpoints(directory.team.id, thing.order)
        case DayMark():
            return services.teams.override_day(directory.team.id, thing.day, thing.special)
        case OfficialDays():
            return services.teams.take_official_days(directory.team.id, thing.table)
    raise AssertionError(thing)


def _store_of_people(thing: Crew | Qualification, now: Thing | None, services: Services) -> Changes:
    people = services.people
    if isinstance(thing, Crew):
        return people.add_crew(thing) if now is None else people.update_crew(thing)
    return people.add_qualification(thing) if now is None else people.update_qualification(thing)


def _remove(thing: Thing, services: Services) -> Changes:
    match thing:
        case StaffedPlace():
            return services.places.remove_checkpoint(thing.checkpoint)
        case Tiling():
            return services.places.remove_pattern(thing.pattern)
        case Area():
            return services.places.remove_area(thing.id)
        case Crew():
            return services.people.remove_crew(thing.id)
        case Turns():
            return services.places.remove_turns(thing.team_id, thing.crews, thing.rotations)
        case Qualification():
            return services.people.remove_qualification(thing.id)
    raise AssertionError(thing)


def wished(edit: PlaceEdit, directory: Directory) -> Directory:
    """The team as it would be after the step, where the step touches what the checkpoints ask for.

    A checkpoint or a post that is removed is still there: where somebody holds its duties, removing it is refused.
    """
    match edit.thing:
        case StaffedPlace():
            return _with_place(edit, directory)
        case Tiling():
            return _with_tiling(edit, directory)
        case DayMark(day, special):
            return replace(directory, days=directory.days.with_override(day, special))
        case OfficialDays(table):
            return replace(directory, days=replace(table, overrides=directory.days.overrides))
    return directory


def _with_place(edit: PlaceEdit, directory: Directory) -> Directory:
    place = edit.thing
    assert isinstance(place, StaffedPlace)
    known = place.checkpoint.id
    if not isinstance(edit.after, StaffedPlace):
        return directory
    wanted = {post.id for post in edit.after.posts}
    checkpoints = tuple(c for c in directory.checkpoints if c.id != known)
    posts = tuple(p for p in directory.posts if p.id not in wanted)
    return replace(directory, checkpoints=(*checkpoints, edit.after.checkpoint), posts=(*posts, *edit.after.posts))


def _with_tiling(edit: PlaceEdit, directory: Directory) -> Directory:
    if not isinstance(edit.after, Tiling):
        return directory
    after = edit.after
    others = tuple(p for p in directory.patterns if p.id != after.pattern.id)
    own = {s.id for s in after.shift_types}
    shift_types = (*(s for s in directory.shift_types if s.id not in own), *after.shift_types)
    return replace(directory, patterns=(*others, after.pattern), shift_types=shift_types)
