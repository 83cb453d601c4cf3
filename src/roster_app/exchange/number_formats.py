"""How numbers are shown: the formats of a workbook's cells, and the Chinese built-in dates openpyxl does not know."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_CJK_DATES = frozenset((*range(27, 32), 36, *range(50, 55), 57, 58))
_CJK_TIMES = frozenset((32, 33, 34, 35, 55, 56))
"""ECMA-376 18.8.30, zh-cn: 27–31, 36, 50–54, 57 and 58 show days, the others hours (年月日 and 时分)."""


class ShownAs(NamedTuple):
    """A number format: its id among the built-in ones, and its code."""

    id: int
    code: str


class FormatsOf:
    """The formats of one sheet's cells, each looked up once."""

    def __init__(self, sheet: "ReadOnlyWorksheet") -> None:
        self._sheet = sheet
        self.epoch: datetime = sheet.parent.epoch
        self._known: dict[int, ShownAs] = {}

    def of(self, style: int) -> ShownAs:
        """The format of cells of a style, by its number in the workbook."""
        if style not in self._known:
            from openpyxl.cell.read_only import ReadOnlyCell

            cell: Any = ReadOnlyCell(self._sheet, 1, 1, None, "n", style)
            # WORKAROUND: openpyxl offers the code only, which for ids it does not know is General
            self._known[style] = ShownAs(cell.style_array.numFmtId, str(cell.number_format))
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
