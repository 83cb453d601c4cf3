"""Recognising people: which of those already known a name with a phone and an affiliation means, if any."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from roster_app.domain.ids import VolunteerId
from roster_app.domain.names import name_key
from roster_app.domain.people import Volunteer


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a source says that can tell one person from another; empty where it says nothing."""

    name: str
    phone: str = ""
    affiliation: str = ""

    def repeats(self, earlier: "Likeness") -> bool:
        """Whether two entries of one list are the same person: name and phone, or without phones the affiliation."""
        if name_key(self.name) != name_key(earlier.name) or self.phone != earlier.phone:
            return False
        return bool(self.phone) or self.affiliation == earlier.affiliation

    def contradicts(self, other: "Likeness") -> bool:
        """Whether two people of this name cannot be one: both state a phone or an affiliation, and not the same."""
        return bool(
            (self.phone and other.phone and self.phone != other.phone)
            or (self.affiliation and other.affiliation and self.affiliation != other.affiliation)
        )


@dataclass(frozen=True, slots=True)
class Recognition:
    """`person` where it is certain; otherwise how many it could be (0: somebody new)."""

    person: Volunteer | None = None
    candidates: int = 0


def recognise(entries: Sequence[Likeness], known: Sequence[Volunteer]) -> list[Recognition]:
    """Find each entry among the known; nobody is recognised twice.

    Name and phone together are certain, whatever the affiliation (people change units). Without that, the name must
    agree, nothing may contradict, and one of the two must lack a phone; the same affiliation then comes first, and
    after it whoever lacks a phone as the entry does.
    """
    namesakes: dict[str, list[Volunteer]] = defaultdict(list)
    for person in known:
        namesakes[name_key(person.name)].append(person)
    found: list[Recognition] = [Recognition()] * len(entries)
    taken: set[VolunteerId] = set()
    for certain in (True, False):
        for index, entry in enumerate(entries):
            if found[index].person or found[index].candidates:
                continue
            free = [v for v in namesakes[name_key(entry.name)] if v.id not in taken]
            found[index] = _chosen(_same_phone(entry, free) if certain else _unopposed(entry, free))
            if (person_found := found[index].person) is not None:
                taken.add(person_found.id)
    return found


def likeness(person: Volunteer) -> Likeness:
    """What is known of a volunteer, in the form of an entry."""
    return Likeness(person.name, person.phone, person.affiliation)


def _same_phone(entry: Likeness, people: list[Volunteer]) -> list[Volunteer]:
    matches = [v for v in people if entry.phone and v.phone == entry.phone]
    return [v for v in matches if v.affiliation == entry.affiliation] or matches


def _unopposed(entry: Likeness, people: list[Volunteer]) -> list[Volunteer]:
    matches = [v for v in people if not entry.contradicts(likeness(v))]
    if entry.affiliation:
        matches = [v for v in matches if v.affiliation == entry.affiliation] or matches
    return [v for v in matches if v.phone == entry.phone] or matches


def _chosen(matches: list[Volunteer]) -> Recognition:
    if len(matches) == 1:
        return Recognition(matches[0], 1)
    return Recognition(None, len(matches))
