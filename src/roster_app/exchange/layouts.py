"""How a sheet is laid out: which rows are its header, which column holds what, and on what ground."""

from collections.abc import Mapping
from dataclasses import dataclass

from roster_app.domain.lists import Ground, ListColumn, ListField
from roster_app.exchange.column_contents import fields_by_content, plausible_names
from roster_app.exchange.grids import Grid, column_letter
from roster_app.exchange.headings import about_somebody_else, field_of, forbids_nights
from roster_app.exchange.id_numbers import is_id_number
from roster_app.exchange.phones import is_mobile

_HEADER_WITHIN = 30
_REPEATED = 0.2
_DIVIDED = " / "
_TOLD_IN_SPITE_OF_A_HEADING = {ListField.NAME, ListField.PHONE, ListField.ID_NUMBER}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a list stands in a sheet; rows and columns from 0. No header rows: the columns told by content alone."""

    columns: Mapping[ListField, int]
    described: tuple[ListColumn, ...]
    header_rows: tuple[int, ...] = ()
    nights_forbidden: bool = False
    """Whether a yes in the column of nights means that there are to be none."""

    @property
    def first_row(self) -> int:
        """The first row that can be a person."""
        return self.header_rows[-1] + 1 if self.header_rows else 0


def find_layout(grid: Grid) -> Layout | None:
    """The layout of a list of people, or nothing where no column holds names."""
    header_rows = _header_rows(grid)
    first_row = header_rows[-1] + 1 if header_rows else 0
    headings = {column: _heading(grid, header_rows, column) for column in range(grid.width)}
    by_heading = _fields_by_heading(headings)
    columns = by_heading | _fields_by_content(grid, first_row, headings, by_heading)
    if ListField.NAME not in columns:
        return None
    described = tuple(_described(grid, headings, columns, by_heading))
    nights = columns.get(ListField.NIGHTS_ALLOWED)
    return Layout(columns, described, header_rows, nights is not None and forbids_nights(headings[nights]))


def _header_rows(grid: Grid) -> tuple[int, ...]:
    """The row where most cells head a column, and the row below it where the header goes on there."""
    best, row = 0, None
    for candidate in range(min(len(grid.rows), _HEADER_WITHIN)):
        strength = _strength(grid, candidate)
        if strength > best:
            best, row = strength, candidate
    if row is None:
        return ()
    return (row, row + 1) if _goes_on(grid, row) else (row,)


def _strength(grid: Grid, row: int) -> int:
    """How many different things the row's cells head; a lone name column must also hold names, or nothing yet."""
    if any(is_mobile(text) or is_id_number(text) for text in grid.rows[row]):
        return 0
    heads: dict[ListField, int] = {}
    for column, text in enumerate(grid.rows[row]):
        found = field_of(text)
        if found and not _recurs(grid, row, column):
            heads.setdefault(found[0], column)
    if set(heads) == {ListField.NAME}:
        column = heads[ListField.NAME]
        below = sum(bool(grid.text(r, column).strip()) for r in range(row + 1, len(grid.rows)))
        return 1 if plausible_names(grid, row + 1, column) * 2 >= below else 0
    return len(heads) if len(heads) > 1 else 0


def _recurs(grid: Grid, row: int, column: int) -> bool:
    """Whether the word stands so often in its column that it is content (队员 under an unheaded 职务).

    Rows that repeat the whole row, as a header is on every page, do not count.
    """
    word = grid.text(row, column).strip()
    others = [other[column].strip() for other in grid.rows if other != grid.rows[row] and column < len(other)]
    others = [text for text in others if text]
    return bool(others) and others.count(word) / len(others) > _REPEATED


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether the next row divides the headings of this one: no name in it, texts mostly under blanks or merges."""
    name = next((c for c, text in enumerate(grid.rows[row]) if (f := field_of(text)) and f[0] is ListField.NAME), None)
    if name is None or grid.text(row + 1, name).strip():
        return False
    texts = {c: t for c in range(grid.width) if (t := grid.text(row + 1, c).strip())}
    divided = sum(not grid.text(row, c).strip() or _merged_across(grid, row, c) for c in texts)
    return (
        bool(texts) and divided * 2 >= len(texts) and not any(is_mobile(t) or is_id_number(t) for t in texts.values())
    )


def _merged_across(grid: Grid, row: int, column: int) -> bool:
    merge = grid.merge_at(row, column)
    return merge is not None and merge.right > merge.left


def _heading(grid: Grid, header_rows: tuple[int, ...], column: int) -> str:
    texts = [" ".join(grid.spread(row, column).split()) for row in header_rows]
    return _DIVIDED.join(dict.fromkeys(text for text in texts if text))


def _fields_by_heading(headings: Mapping[int, str]) -> dict[ListField, int]:
    """Each field's surest column, the leftmost of equals. Of a divided heading (联系方式 / 手机) the lower counts."""
    ranked = []
    for column, heading in headings.items():
        found = None if about_somebody_else(heading) else field_of(heading.split(_DIVIDED)[-1])
        if found:
            ranked.append((found[1], column, found[0]))
    fields: dict[ListField, int] = {}
    for _rank, column, field in sorted(ranked):
        fields.setdefault(field, column)
    return fields


def _fields_by_content(
    grid: Grid, first_row: int, headings: Mapping[int, str], known: Mapping[ListField, int]
) -> dict[ListField, int]:
    """What content tells beyond the headings: of any unknown column who it is, of one without heading the rest."""
    unknown = [c for c in headings if c not in known.values() and not about_somebody_else(headings[c])]
    told = fields_by_content(grid, first_row, unknown)
    return {
        field: column
        for field, column in told.items()
        if field not in known and (field in _TOLD_IN_SPITE_OF_A_HEADING or not headings[column])
    }


def _described(
    grid: Grid, headings: Mapping[int, str], columns: Mapping[ListField, int], by_heading: Mapping[ListField, int]
) -> list[ListColumn]:
    fields = {column: field for field, column in columns.items()}
    described = []
    for column, heading in headings.items():
        field = fields.get(column)
        if field or heading or any(grid.text(row, column).strip() for row in range(len(grid.rows))):
            ground = Ground.HEADING if field is None or field in by_heading else Ground.CONTENT
            described.append(ListColumn(column_letter(column), heading, field, ground))
    return described
