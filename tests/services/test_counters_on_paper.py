"""Lines to write counts on stand on sheets of checkpoints at which anything is counted, and on no others."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from desk_cases import Office

from roster_app.domain.sheet_kinds import SheetKind
from roster_app.services.sheets.orders import SheetOrder

DAY = date(2020, 4, 8)
KINDS = (SheetKind.DUTY, SheetKind.HANDOVER)


def words(office: Office, kind: SheetKind, path: Path) -> str:
    period = next(iter(office.services.rostering.periods(office.team_id)), None) or office.period()
    office.services.sheets.print(period.id, SheetOrder(kind, DAY, DAY), path)
    pages = pypdfium2.PdfDocument(path)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


@pytest.mark.parametrize("kind", KINDS)
def test_counts_are_written_in_once_a_shift(office: Office, kind: SheetKind, tmp_path: Path) -> None:
    assert "Leaflets" not in words(office, kind, tmp_path / "before.pdf")
    office.services.counters.take_usual(office.team_id)
    after = words(office, kind, tmp_path / "after.pdf")
    assert after.count("Leaflets (sheets)") == 3
    assert after.count("Households (households)") == 3


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_laid_aside_is_not_asked_on_paper(office: Office, kind: SheetKind, tmp_path: Path) -> None:
    from dataclasses import replace

    office.services.counters.take_usual(office.team_id)
    before = office.services.counters.open(office.team_id).book.counters
    office.services.counters.arrange(office.team_id, before, [replace(c, archived=True) for c in before])
    assert "Leaflets" not in words(office, kind, tmp_path / "sheet.pdf")


def test_a_day_of_three_shifts_with_the_usual_counters_stays_on_one_sheet(office: Office, tmp_path: Path) -> None:
    office.services.counters.take_usual(office.team_id)
    period = office.period()
    printed = office.services.sheets.print(period.id, SheetOrder(SheetKind.DUTY, DAY, DAY), tmp_path / "sheet.pdf")
    assert printed.pages == 1
