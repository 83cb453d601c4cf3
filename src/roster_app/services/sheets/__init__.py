"""Paper: rosters for a week and a month, daily sheets and records, change sheets, lists, slips, hours, as PDF."""

from roster_app.domain.privacy import Profile
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.printing.list_columns import ListColumn
from roster_app.services.sheets.editions import compared_with, edition_shown
from roster_app.services.sheets.hanging import HUNG_UP, Hangable, edition_hanging
from roster_app.services.sheets.naming import file_name
from roster_app.services.sheets.orders import (
    COUNTED,
    LUNAR,
    MONTHLY,
    WHOLE_PERIOD,
    WITH_PHONES,
    PaperSize,
    SheetOrder,
    Turned,
    usual_profile,
)
from roster_app.services.sheets.printing import PrintedSheet, Sheets, Trial

__all__ = [
    "COUNTED",
    "HUNG_UP",
    "LUNAR",
    "MONTHLY",
    "WHOLE_PERIOD",
    "WITH_PHONES",
    "Hangable",
    "ListColumn",
    "PaperSize",
    "PrintedSheet",
    "Profile",
    "SheetKind",
    "SheetOrder",
    "Sheets",
    "Trial",
    "Turned",
    "compared_with",
    "edition_hanging",
    "edition_shown",
    "file_name",
    "usual_profile",
]
