"""Where and as what the row of a block is, by the columns beside its days."""

import re

from roster_app.domain.inspected import ColumnUse
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.blocks import Block
from roster_app.exchange.inspecting.column_uses import PLACE_HEADING, ROLE_HEADING
from roster_app.exchange.inspecting.entering import Entering

_PLACE_IN_TITLE = re.compile(
    r"[一-鿿\d#]{1,14}?(?:卡口|检查点|检查站|执勤点|值守点|点位|门岗|岗亭)(?![排值轮表人员负安])|"
    r"[一-鿿\d#]{1,14}?(?:卡口|检查点|检查站|执勤点|值守点|门岗|岗亭)(?=值班表|排班表|轮值表|值守表)"
)


def place_in_title(text: str) -> str:
    """The one checkpoint that a title or the name of a sheet names, or nothing."""
    found = {match[0] for match in _PLACE_IN_TITLE.finditer(re.sub(r"^.*?月份?", "", "".join(text.split())))}
    return found.pop() if len(found) == 1 else ""


class RowPlaces:
    """Sets place and role of the entries that follow."""

    def __init__(self, entering: Entering, block: Block) -> None:
        self._enter, self._view = entering, entering.view
        self._of_sheet = entering.place
        self._places = self._columns(block, ColumnUse.PLACE)
        self._roles = self._columns(block, ColumnUse.ROLE)
        entering.findings.uses |= dict.fromkeys(self._places, ColumnUse.PLACE)
        entering.findings.uses |= dict.fromkeys(self._roles, ColumnUse.ROLE)

    def _columns(self, block: Block, use: ColumnUse) -> list[int]:
        pattern = PLACE_HEADING if use is ColumnUse.PLACE else ROLE_HEADING
        told = self._enter.told.columns
        return [
            c
            for c in block.labels
            if (told[c] is use if c in told else any(self._heads(r, c, pattern) for r in block.header_rows))
        ]

    def _heads(self, row: int, column: int, pattern: re.Pattern[str]) -> bool:
        heading = plain_heading(self._view.label(row, column))
        return len(heading) <= 8 and bool(pattern.search(heading)) and not re.search("姓名|人员|name", heading)

    def enter(self, row: int) -> None:
        """The row that is read next."""
        self._enter.place = self._first(row, self._places) or self._of_sheet
        self._enter.role = self._first(row, self._roles)

    def leave(self) -> None:
        """Back to what holds for the whole sheet."""
        self._enter.place, self._enter.role = self._of_sheet, ""

    def _first(self, row: int, columns: list[int]) -> str:
        return next((" ".join(t.split()) for c in columns if (t := self._view.down(row, c))), "")
