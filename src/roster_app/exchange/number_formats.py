"""How numbers are shown: the formats of a workbook's cells, and the Chinese built-in dates openpyxl does not know."""

from datetime import date, datetime, time
from typing import Any, NamedTuple

_CJK_DATES = frozenset((*range(27, 32), 36, *range(50, 55), 57, 58))
_CJK_TIMES = frozenset((32, 33, 34, 35, 55, 56))
"""ECMA-376 18.8.30, zh-cn: 27–31, 36, 50–54, 57 and 58 show days, the others hours (年月日 and 时分)."""


class ShownAs(NamedTuple):
    """A number format: its id among the built-in ones, and its code."""

    id: int
    code: str


class FormatsOf:
    """The formats of one workbook's styles, each looked up once."""

    def __init__(self, workbook: Any) -> None:
        self._styles, self._own_codes = workbook._cell_styles, workbook._number_formats
        self.epoch: datetime = workbook.epoch
        self._known: dict[int, ShownAs] = {}

    def of(self, style: int) -> ShownAs:
        """The format of cells of a style, by its number in the workbook."""
        if style not in self._known:
            from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

            # WORKAROUND: openpyxl offers the code only, which for ids it does not know is General
            number = self._styles[style].numFmtId
            own = number >= BUILTIN_FORMATS_MAX_SIZE
            code = self._own_codes[number - BUILTIN_FORMATS_MAX_SIZE] if own else BUILTIN_FORMATS.get(number, "General")
            self._known[style] = ShownAs(number, str(code))
        return self._known[style]


def shown_value(value: Any, shown_as: ShownAs, epoch: datetime) -> object:
    """The value, a date where a Chinese built-in format shows it as one."""
    if shown_as.id not in _CJK_DATES | _CJK_TIMES or not isinstance(value, int | float) or isinstance(value, bool):
        return value
    from openpyxl.utils.datetime import from_excel

    try:
        moment = from_excel(value, epoch)
    except (ValueError, OverflowError):
        return value
    return moment if isinstance(moment, date | time) else value
