"""Which words of a table came out smaller than they can be read where it is posted."""

from collections.abc import Iterable, Iterator

from roster_app.printing.notices import READABLE_AT_A_TABLE, SmallTable
from roster_app.printing.table_layout import Setter, TablePage, cell_frame, face_of, size_of


def small_words(pages: Iterable[TablePage], setter: Setter) -> Iterator[SmallTable]:
    """One notice at the most: the smallest first, words of the same size in order; a namesake's mark may be small."""
    found: dict[str, float] = {}
    for words, points in _sizes(pages, setter):
        if points < READABLE_AT_A_TABLE:
            found[words] = min(points, found.get(words, points))
    if found:
        yield SmallTable(tuple(sorted(found, key=lambda words: found[words])), min(found.values()))


def _sizes(pages: Iterable[TablePage], setter: Setter) -> Iterator[tuple[str, float]]:
    for page in pages:
        for row, height in page.rows:
            for cell, (column, width) in zip(row.cells, page.columns, strict=True):
                if cell:
                    frame, size = cell_frame(column, width, height, cell, page.measures), size_of(column, page)
                    for entry in cell:
                        if entry.name and entry.name.text:
                            yield str(entry.name), setter(entry, frame, size, face_of(entry, column)).size
