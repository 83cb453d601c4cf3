"""A key of names beside a roster that is written in initials: JS · John Smith."""

import re
from collections.abc import Mapping
from dataclasses import replace

from roster_app.exchange.grids import Grid, Place, trimmed

_INITIALS = re.compile(r"[A-Z]{2,3}")
_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’.-]*){1,3}")
_IN_A_LINE = re.compile(r"\b([A-Z]{2,3})\s*[=:–-]\s*([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,3})")
_PARTS = re.compile(r"[,;/、，；&\n]| and ")


def with_names(grid: Grid) -> Grid:
    """The sheet with names for their initials and without its key; unchanged where no key tells two names or more."""
    key, places = _key_of(grid)
    if len(key) < 2:
        return grid
    rows = (
        ["" if (row, column) in places else _named(text, key) for column, text in enumerate(cells)]
        for row, cells in enumerate(grid.rows)
    )
    return replace(grid, rows=trimmed(rows))


def _key_of(grid: Grid) -> tuple[dict[str, str], set[Place]]:
    """Names by initials, and the cells of the key; initials that stand for two names tell nothing."""
    found: dict[str, set[str]] = {}
    places: set[Place] = set()
    for row, cells in enumerate(grid.rows):
        for column, text in enumerate(cells):
            beside = cells[column + 1].strip() if column + 1 < len(cells) else ""
            pairs = _in_a_line(text)
            if _INITIALS.fullmatch(text.strip()) and _fits(text.strip(), beside):
                pairs = [(text.strip(), beside)]
                places.add((row, column + 1))
            if pairs:
                places.add((row, column))
            for initials, name in pairs:
                found.setdefault(initials, set()).add(name)
    return {initials: names.pop() for initials, names in found.items() if len(names) == 1}, places


def _in_a_line(text: str) -> list[tuple[str, str]]:
    if len(text) < 6 or not text.isascii():
        return []
    return [(initials, name) for initials, name in _IN_A_LINE.findall(text) if _fits(initials, name)]


def _fits(initials: str, name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and "".join(word[0] for word in name.split()).upper() == initials


def _named(text: str, key: Mapping[str, str]) -> str:
    """The names where the cell holds nothing but initials."""
    parts = [part.strip() for part in _PARTS.split(text)] if len(text) <= 40 else []
    if not parts or not all(part in key for part in parts):
        return text
    return ", ".join(key[part] for part in parts)
