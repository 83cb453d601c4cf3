"""Prints every kind of sheet of a stored roster, in both languages and on every paper."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from roster_app import i18n
from roster_app.domain.ids import PeriodId
from roster_app.services import Services, open_services
from roster_app.services.sheets import WITH_PHONES, PaperSize, Profile, SheetKind, SheetOrder

FIRST, LAST = date(2020, 4, 6), date(2020, 4, 7)
PRINTED = datetime(2020, 4, 8, 18, 0)


def print_every_sheet(database: Path, period: int, folder: Path, *, printed: datetime = PRINTED) -> None:
    """A file for each; when they say they were printed is told, as it is by the clock of the desk."""
    services = open_services(f"sqlite:///{database}", "desk", lambda: printed)
    try:
        for language in i18n.LANGUAGES:
            i18n.install(language)
            _print(services, PeriodId(period), folder / language)
    finally:
        services.close()


def _print(services: Services, period: PeriodId, folder: Path) -> None:
    for order in every_order():
        services.sheets.print(period, order, folder / f"{order.kind}-{order.paper}.pdf")


def every_order() -> Iterator[SheetOrder]:
    """Two days of every kind on every paper, phones in full where the kind has them."""
    for kind in SheetKind:
        for paper in PaperSize:
            profile = Profile.INTERNAL if kind in WITH_PHONES else None
            yield SheetOrder(kind, FIRST, LAST, paper=paper, profile=profile, duty_leader="张伟", made_by="黄𬀩")
