"""What all workbooks we write share: text stays text, the same content gives the same bytes."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

FONT = "宋体"
"""Which every Chinese office has; LibreOffice takes the font of the system in its place."""

_NARROWEST, _WIDEST = 6, 40


def new_book(stream: BytesIO, title: str, at: datetime) -> "Workbook":
    """An empty workbook written to the stream when it is closed; no text in it becomes a formula, number or link."""
    from xlsxwriter import Workbook

    book = Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": 11},
        },
    )
    book.set_properties({"title": title, "created": at})
    return book


def widths_of(rows: Iterable[Sequence[str]]) -> list[float]:
    """Of each column, what its longest text takes, in characters of the workbook's font and within reason."""
    longest = (max(map(width, column)) for column in zip_longest(*rows, fillvalue=""))
    return [min(max(longest_text + 2, _NARROWEST), _WIDEST) for longest_text in longest]


def width(text: str) -> int:
    """How many Latin letters a text is wide: a Chinese character counts two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
