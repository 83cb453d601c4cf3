"""How people are named on paper: namesakes, and names that are easily mistaken for another, carry a mark."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from roster_app.domain.ids import VolunteerId
from roster_app.domain.names import one_apart
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory
from roster_app.printing.fitting import Name, spread


def printed_names(directory: Directory, *, spread_short: bool = False) -> Mapping[VolunteerId, Name]:
    """Everybody's name with the mark that tells people apart: 张伟(颐和), and 许煜竣(横岗) because of 许煜焌.

    `spread_short` sets names of two characters as wide as those of three.
    """
    alike = set(_sounding_alike(directory.volunteers))
    set_as = spread if spread_short else str
    return {
        volunteer.id: Name(set_as(volunteer.name), _mark(directory, volunteer, volunteer.id in alike))
        for volunteer in directory.volunteers
    }


def _mark(directory: Directory, volunteer: Volunteer, alike: bool) -> str:
    mark = directory.name[volunteer.id].removeprefix(volunteer.name)
    return mark or (f"({volunteer.affiliation})" if alike and volunteer.affiliation else "")


def _sounding_alike(volunteers: Iterable[Volunteer]) -> Iterator[VolunteerId]:
    """People whose names are read the same and differ in one character, as 竣 and 焌 do."""
    of_sound: dict[str, list[Volunteer]] = defaultdict(list)
    for volunteer in volunteers:
        if volunteer.pinyin:
            of_sound[volunteer.pinyin].append(volunteer)
    for group in of_sound.values():
        for one, other in combinations(group, 2):
            if one_apart(one.name, other.name):
                yield from (one.id, other.id)
