"""Who is meant by a name in a workbook that came back: by the names it was written with, then by those of today."""

import re
from collections import defaultdict
from collections.abc import Iterable

from roster_app.domain.ids import VolunteerId
from roster_app.domain.names import name_key, nearly_same
from roster_app.domain.returned import ReturnProblem, Written
from roster_app.domain.team import Directory

_BETWEEN = re.compile(r"[、,，/;；|\n]+")


class NamesThen:
    """Looks people up by name; somebody who was removed meanwhile is unknown."""

    def __init__(self, written: Written, directory: Directory) -> None:
        self._names = directory.name
        then = ((who, name) for who, name in written.names.items() if who in self._names)
        self._found = [_by_key(names) for names in (then, self._names.items(), _plain(directory))]

    def who(self, text: str) -> VolunteerId | tuple[ReturnProblem, str]:
        """The one person of this name, or why it is nobody, with a hint."""
        key = name_key(text)
        for names in self._found:
            if found := names.get(key):
                return next(iter(found)) if len(found) == 1 else (ReturnProblem.AMBIGUOUS_NAME, "")
        if self._is_several(text):
            return ReturnProblem.SEVERAL_NAMES, ""
        return ReturnProblem.UNKNOWN_NAME, self._near(text)

    def is_still(self, volunteer_id: VolunteerId, name_then: str, text: str) -> bool:
        """Whether a row's visible name is that of its hidden id, then or now."""
        return name_key(text) in (name_key(name_then), name_key(self._names.get(volunteer_id, name_then)))

    def _is_several(self, text: str) -> bool:
        """Whether names are divided by signs, one of them known, or by blanks, all of them known."""
        parts, words = [part for part in _BETWEEN.split(text) if part.strip()], text.split()
        by_signs = len(parts) > 1 and any(map(self._is_known, parts))
        return by_signs or (len(words) > 1 and all(map(self._is_known, words)))

    def _is_known(self, name: str) -> bool:
        return any(name_key(name) in names for names in self._found)

    def _near(self, text: str) -> str:
        return next((name for name in self._names.values() if nearly_same(name, text)), "")


def _plain(directory: Directory) -> Iterable[tuple[VolunteerId, str]]:
    return ((v.id, v.name) for v in directory.volunteers)


def _by_key(names: Iterable[tuple[VolunteerId, str]]) -> dict[str, set[VolunteerId]]:
    found: dict[str, set[VolunteerId]] = defaultdict(set)
    for who, name in names:
        found[name_key(name)].add(who)
    return found
