"""Telling columns by what stands in them, where no heading does."""

import re
from collections.abc import Callable, Collection

from roster_app.domain.lists import ListField
from roster_app.domain.names import tidy_name
from roster_app.exchange.grids import Grid
from roster_app.exchange.id_numbers import is_id_number
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.phones import is_mobile

_ROWS_LOOKED_AT = 200
_MOST = 0.6
_DIFFERENT = 0.5
_NAME_COLUMNS_OF_A_LIST = 2
_UNIT = re.compile(
    r".+(支部|党委|社区|居委会?|村委会?|街道办?|公司|学校|小学|中学|医院|中心|办公室|派出所|服务站|局|银行)"
)
_AREA = re.compile(r".+(片区?|网格|村|小区)")


def fields_by_content(grid: Grid, first_row: int, columns: Collection[int]) -> dict[ListField, int]:
    """Which of the columns hold names, phones, ID numbers, units and areas, as far as their content tells.

    Where many columns hold names it is no list but a roster, and none of them is the one.
    """
    found: dict[ListField, int] = {}
    left = list(columns)
    for field, fits in (
        (ListField.ID_NUMBER, is_id_number),
        (ListField.PHONE, is_mobile),
        (ListField.AREA, _matches(_AREA)),
        (ListField.AFFILIATION, _matches(_UNIT)),
    ):
        best = max(left, key=lambda column: _share(grid, first_row, column, fits), default=None)
        if best is not None and _share(grid, first_row, best, fits) >= _MOST:
            found[field] = best
            left.remove(best)
    if (name := _name_column(grid, first_row, left)) is not None:
        found[ListField.NAME] = name
    return found


def plausible_names(grid: Grid, first_row: int, column: int) -> int:
    """How many cells of the column hold what looks like a name."""
    return sum(looks_like_a_name(grid.text(row, column)) for row in range(first_row, len(grid.rows)))


def _name_column(grid: Grid, first_row: int, columns: Collection[int]) -> int | None:
    likely = []
    for column in columns:
        texts = [tidy_name(text) for text in _texts(grid, first_row, column)]
        names = _share(grid, first_row, column, looks_like_a_name)
        different = len(set(texts)) / len(texts) if texts else 0
        if names >= _MOST and different >= _DIFFERENT:
            likely.append((names * different, -column))
    return -max(likely)[1] if 0 < len(likely) <= _NAME_COLUMNS_OF_A_LIST else None


def _share(grid: Grid, first_row: int, column: int, fits: Callable[[str], bool]) -> float:
    texts = _texts(grid, first_row, column)
    return sum(map(fits, texts)) / len(texts) if texts else 0


def _texts(grid: Grid, first_row: int, column: int) -> list[str]:
    rows = range(first_row, min(len(grid.rows), first_row + _ROWS_LOOKED_AT))
    return [text for row in rows if (text := grid.text(row, column).strip())]


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: bool(pattern.fullmatch("".join(text.split())))
