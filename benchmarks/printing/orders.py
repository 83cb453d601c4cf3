"""What is printed in the comparison: the month of one checkpoint on a page, and its daily sheets, a page each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.printing.content import of_day, of_month
from benchmarks.printing.page import Page
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing import duty_drawing, duty_sheet, month_roster, table_drawing, table_sheet
from roster_app.printing.duty_sheet import DutyRequest
from roster_app.printing.fonts import fonts
from roster_app.printing.furniture import Imprint
from roster_app.printing.selection import source
from roster_app.printing.table_content import TableRequest


@dataclass(frozen=True, slots=True)
class Order:
    """Some sheets: `draw` is what the application does for them, from the roster to the file.

    `pages` are their words, laid out already: who is compared need not find them, nor fit names, nor part pages.
    """

    draw: Callable[[Path], object]
    pages: tuple[Page, ...]


MakeOrder = Callable[[Roster, Directory, CheckpointId, Imprint], Order]


def month_page(roster: Roster, directory: Directory, checkpoint_id: CheckpointId, imprint: Imprint) -> Order:
    """月值班表, A4, the way round that suits it."""
    request = TableRequest(roster.period.first, roster.period.last, (checkpoint_id,))

    def sheets() -> tuple[table_sheet.TableSheet, ...]:
        parts = month_roster.parts(source(roster, directory), request)
        return table_sheet.paginate(directory, parts, request, imprint, fonts())

    return Order(lambda path: table_drawing.draw(sheets(), path), tuple(map(of_month, sheets())))


def daily_sheets(roster: Roster, directory: Directory, checkpoint_id: CheckpointId, imprint: Imprint) -> Order:
    """每日值班签到表, A4, one for each day."""
    request = DutyRequest(roster.period.first, roster.period.last, (checkpoint_id,))

    def sheets() -> tuple[duty_sheet.DutyPage, ...]:
        return duty_sheet.paginate(roster, directory, request, imprint, fonts())

    return Order(lambda path: duty_drawing.draw(sheets(), path), tuple(map(of_day, sheets())))
