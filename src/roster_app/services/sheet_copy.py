"""What goes to a printer: the very pages that were looked at, whatever becomes of their file meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_app.services.sheets import PrintedSheet

if TYPE_CHECKING:
    from roster_app.printing.preview import Picture


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """A written sheet with all its file holds; `sizes` are width × height of every page in points (1/72 inch)."""

    sheet: PrintedSheet
    content: bytes
    sizes: tuple[tuple[float, float], ...]

    def picture(self, page: int, width: int) -> Picture:
        """One page (counted from 0), so many pixels wide; any thread may ask."""
        from roster_app.printing.preview import picture

        return picture(self.content, page, width)


def copy_of(sheet: PrintedSheet) -> SheetCopy:
    """Take what lies in the file of a sheet now; raises OSError where it is gone."""
    from roster_app.printing.preview import page_sizes

    content = sheet.path.read_bytes()
    return SheetCopy(sheet, content, page_sizes(content))
