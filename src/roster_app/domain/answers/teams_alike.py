"""Teams of people like the ones there: how many of each kind, and the directory of such a team."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from roster_app.domain.book import Apart, Entry, FixedRotation, Squad, Together, TurnQueue
from roster_app.domain.ids import AvailabilityId, QualificationId, VolunteerId
from roster_app.domain.people import Availability, Volunteer
from roster_app.domain.team import Directory

_NAMES_PEOPLE = (Together, Apart, Squad, FixedRotation, TurnQueue)


@dataclass(frozen=True, slots=True)
class Kind:
    """What makes people exchangeable for cover: their qualifications, and whether they do nights."""

    qualifications: frozenset[QualificationId] = frozenset()
    nights: bool = True


Mix = Mapping[Kind, int]
"""How many people of each kind."""


def kind_of(volunteer: Volunteer, directory: Directory) -> Kind:
    """The kind somebody is of; only qualifications count that some post, or the leading of a shift, may ask for."""
    asked = frozenset(q for post in directory.posts for q in post.requires) | directory.leading
    return Kind(directory.skills[volunteer.id] & asked, volunteer.nights_allowed)


def mix_of(directory: Directory) -> Counter[Kind]:
    """The kinds of a team as it is."""
    return Counter(kind_of(volunteer, directory) for volunteer in directory.volunteers)


def in_proportion(mix: Mix, size: int) -> Counter[Kind]:
    """So many people mixed as these are, each kind rounded by the largest remainder; none without any to go by."""
    whole = sum(mix.values())
    if not whole:
        return Counter()
    shares = {kind: size * count / whole for kind, count in mix.items()}
    found = Counter({kind: int(share) for kind, share in shares.items()})
    rest = sorted(shares, key=lambda kind: (int(shares[kind]) - shares[kind], -len(kind.qualifications)))
    found.update(rest[: size - found.total()])
    return found


def team_alike(directory: Directory, mix: Mix) -> Directory:
    """The team with such people: those there first, then others with the same recurring statements.

    Leaves, dated statements and crews are left out, and so are rules that name people: it stands for any such team.
    """
    people: list[Volunteer] = []
    statements: list[Availability] = []
    for kind, count in mix.items():
        for person, model in _people(directory, kind, count, -len(people)):
            people.append(person)
            own = (a for a in directory.availabilities_of(model.id) if a.rule)
            statements.extend(
                replace(a, id=AvailabilityId(len(statements) + n), volunteer_id=person.id)
                for n, a in enumerate(own, start=1)
            )
    entries = tuple(entry for entry in directory.rules.entries if not _names_people(entry))
    return replace(
        directory,
        volunteers=tuple(people),
        availabilities=tuple(statements),
        leaves=(),
        crews=(),
        rules=replace(directory.rules, entries=entries),
    )


def _people(directory: Directory, kind: Kind, count: int, number: int) -> Iterator[tuple[Volunteer, Volunteer]]:
    """People of a kind, each with the one there that it is like."""
    there = [volunteer for volunteer in directory.volunteers if kind_of(volunteer, directory) == kind]
    plain = Volunteer(
        VolunteerId(0), directory.team.id, "+", qualifications=kind.qualifications, nights_allowed=kind.nights
    )
    models = there or [plain]
    for n in range(count):
        number -= 1
        model = models[n % len(models)]
        yield replace(model, id=VolunteerId(number), crew_id=None, joined=None, left=None), model


def _names_people(entry: Entry) -> bool:
    return bool(entry.people) or isinstance(entry, _NAMES_PEOPLE)
