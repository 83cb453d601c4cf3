"""Reads a drawn table back cell by cell: which letters stand in it, how far they reach, how large they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from paper_reading import Box, letters_with_index, type_case

from roster_app.printing.fonts import Face
from roster_app.printing.selection import Entry
from roster_app.printing.table_content import Cell, Column
from roster_app.printing.table_layout import TablePage
from roster_app.printing.table_sheet import TableSheet


@dataclass(frozen=True)
class Letter:
    """A letter where it was drawn, in points from the lower left corner."""

    text: str
    box: Box
    size: float

    def inside(self, room: Box) -> bool:
        """Whether its middle is in that room."""
        across, up = (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2
        return room[0] < across < room[2] and room[1] < up < room[3]

    def beyond(self, room: Box) -> float:
        """How far it reaches out of the room."""
        left, bottom, right, top = self.box
        return max(room[0] - left, room[1] - bottom, right - room[2], top - room[3])


@dataclass(frozen=True)
class DrawnCell:
    """What a cell should hold, its room, and what was drawn in it, in the order it was drawn."""

    column: Column
    cell: Cell
    room: Box
    letters: Sequence[Letter]

    @property
    def wanted(self) -> str:
        """What its entries say."""
        return "".join(map(set_in_type, self.cell))

    @property
    def drawn(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def entries(self) -> Iterator[tuple[Entry, Sequence[Letter]]]:
        """Each entry with its letters; they have to be those that are wanted."""
        begin = 0
        for entry in self.cell:
            end = begin + len(set_in_type(entry))
            yield entry, self.letters[begin:end]
            begin = end


def set_in_type(entry: Entry) -> str:
    """Its name and mark without blanks, 〓 for what the type lacks; of a line to write on its clock."""
    runs = type_case().runs(str(entry.words) if entry.name else entry.clock, Face.REGULAR)
    return "".join("".join(run.text for run in runs).split())


def drawn_cells(path: Path, sheets: Sequence[TableSheet]) -> Iterator[DrawnCell]:
    """Every cell of a document of these sheets."""
    with pypdfium2.PdfDocument(path) as document:
        for page, sheet in zip(document, sheets, strict=True):
            yield from _cells(sheet.page, _letters(page))


def _letters(page: pypdfium2.PdfPage) -> list[Letter]:
    text = page.get_textpage()
    return [
        Letter(letter, box, pdfium.FPDFText_GetFontSize(text, index)) for index, letter, box in letters_with_index(text)
    ]


def _cells(page: TablePage, letters: Sequence[Letter]) -> Iterator[DrawnCell]:
    measures = page.measures
    upper = measures.page.height - measures.body_top
    for row, height in page.rows:
        own = [letter for letter in letters if letter.inside((0.0, upper - height, measures.page.width, upper))]
        left = measures.margin
        for (column, width), cell in zip(page.columns, row.cells, strict=True):
            room = left, upper - height, left + width, upper
            yield DrawnCell(column, cell, room, [letter for letter in own if letter.inside(room)])
            left += width
        upper -= height
