"""How numbers are shown: the formats of a workbook's cells, and the Chinese built-in dates openpyxl does not know."""

from datetime import date, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_CJK_DATES = frozenset((*range(27, 32), 36, *range(50, 55), 57, 58))
_CJK_TIMES = frozenset((32, 33, 34, 35, 55, 56))
"""ECMA-376 18.8.30, zh-cn: 27–31, 36, 50–54, 57 and 58 show days, the others hours (年月日 and 时分)."""
_FIRST_OF_THE_FILE = 164


class CellStyles:
    """The number formats by the styles of a workbook's cells, each looked up once."""

    def __init__(self, workbook: "Workbook") -> None:
        # WORKAROUND: openpyxl offers the code of a cell only, which for ids it does not know is General
        book: Any = workbook
        self._styles, self._own_codes = book._cell_styles, book._number_formats
        self._dates, self._spans = book._date_formats, book._timedelta_formats
        self._epoch = book.epoch
        self._codes: dict[int, str] = {}
        self._moments: dict[int, bool] = {}

    def _id(self, style: int) -> int:
        return int(self._styles[style].numFmtId)

    def code(self, style: int) -> str:
        """The code by which the style shows numbers; raises IndexError for a style that the workbook lacks."""
        if style not in self._codes:
            self._codes[style] = self._code(self._id(style))
        return self._codes[style]

    def _code(self, number: int) -> str:
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        own = number >= _FIRST_OF_THE_FILE
        return str(self._own_codes[number - _FIRST_OF_THE_FILE] if own else BUILTIN_FORMATS.get(number, "General"))

    def is_moment(self, style: int) -> bool:
        """Whether the style shows numbers as days or times."""
        if style not in self._moments:
            self._moments[style] = style in self._dates or self._id(style) in _CJK_DATES | _CJK_TIMES
        return self._moments[style]

    def moment(self, number: float, style: int) -> object:
        """The day, time or span that the number shows; beyond the calendar an error as spreadsheets show it."""
        from openpyxl.utils.datetime import from_excel

        known = style in self._dates
        try:
            shown: object = from_excel(number, self._epoch, timedelta=known and style in self._spans)
        except (ValueError, OverflowError):
            return "#VALUE!" if known else number
        return shown if known or isinstance(shown, date | time) else number
