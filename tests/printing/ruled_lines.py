"""The lines of a page as they were drawn, and the letters they run through."""

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from paper_reading import Box, letters

GRAIN = 0.3
"""Points: half of a fine line and the grain of a letter's box."""


def letters_on_lines(path: Path) -> list[tuple[int, str, Box, Box]]:
    """Every letter a drawn line runs through, with its page, its box and the line; lines run across or upwards."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document):
            lines = list(ruled_lines(page))
            across = sorted((line for line in lines if line[3] - line[1] < GRAIN), key=lambda line: line[1])
            upwards = sorted((line for line in lines if line[2] - line[0] < GRAIN), key=lambda line: line[0])
            for letter, box in letters(page):
                near = [*_between(across, 1, box[1], box[3]), *_between(upwards, 0, box[0], box[2])]
                found += [(number, letter, box, line) for line in near if _meet(box, line)]
    return found


def _between(lines: Sequence[Box], axis: int, low: float, high: float) -> Sequence[Box]:
    """Those of lines sorted along an axis that lie between two places of it."""
    first = bisect_left(lines, low, key=lambda line: line[axis])
    return lines[first : bisect_right(lines, high, key=lambda line: line[axis])]


def ruled_lines(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Every stroke of a page: its lower left and its upper right end; the sides of a frame are four strokes."""
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        filled, stroked = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item.raw, filled, stroked)
        if stroked.value:
            ends = list(_points(item))
            for (x, y, _begins), (across, up, begins) in pairwise(ends):
                if not begins:
                    yield min(x, across), min(y, up), max(x, across), max(y, up)


def _points(item: pypdfium2.PdfObject) -> Iterator[tuple[float, float, bool]]:
    """The corners of a path, and whether the pen was lifted to go there."""
    matrix = item.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(pdfium.FPDFPath_CountSegments(item.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        begins = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        yield *matrix.on_point(x.value, y.value), begins


def _meet(letter: Box, line: Box) -> bool:
    left, bottom, right, top = letter
    return line[0] < right - GRAIN and line[2] > left + GRAIN and line[1] < top - GRAIN and line[3] > bottom + GRAIN
