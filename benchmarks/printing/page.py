"""What a sheet says, as plain words with sizes: the same content for every maker of pages. All measures are points."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A text in one size, in a cell as wide as so many columns."""

    text: str
    size: float
    bold: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table."""

    cells: tuple[Words, ...]
    height: float
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Words in the middle above a table and at the left below it, and a QR symbol in the lower right corner."""

    width: float
    height: float
    margin: float
    above: tuple[Words, ...]
    widths: tuple[float, ...]
    lines: tuple[Line, ...]
    below: tuple[Words, ...]
    token: str
    symbol: float

    def placed(self, line: Line) -> Iterator[tuple[Words, float]]:
        """Its cells with their widths."""
        column = 0
        for words in line.cells:
            yield words, sum(self.widths[column : column + words.columns])
            column += words.columns


def names_on(pages: tuple[Page, ...]) -> set[str]:
    """All words of the tables that are no number and no clock: what a maker must not lose."""
    words = {part for page in pages for line in page.lines for cell in line.cells for part in cell.text.split()}
    return {word for word in words if not word.isascii()}
