"""What many pages share is kept in the file once, and is on each of them all the same."""

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from paper_reading import type_case, words_by_pdfium
from paper_teams import MONDAY, Ground, directory, full, imprint, period

from roster_app.printing.duty_drawing import draw
from roster_app.printing.duty_sheet import DutyRequest, paginate
from roster_app.printing.fitting import Frame
from roster_app.printing.surface import Surface, write

A4 = Frame(595, 842)
DAYS = 31


def document(path: Path, pages: int) -> int:
    """Pages with a number of their own and a mobile number that they share; counts the mobile numbers."""

    def page(surface: Surface, own: str) -> None:
        surface.repeated("phone", lambda: surface.text(40, 40, "13812341234", 12))
        surface.line(40, 60, 200, 60)
        surface.text(40, 80, own, 12)

    return write(path, "字", [(A4, lambda surface, n=n: page(surface, f"第{n}张")) for n in range(pages)])


@pytest.mark.parametrize("pages", [1, 3])
def test_every_page_says_and_counts_what_they_share(tmp_path: Path, pages: int) -> None:
    assert document(tmp_path / "a.pdf", pages) == pages
    words = words_by_pdfium(tmp_path / "a.pdf")
    assert words.count("13812341234") == pages
    assert all(f"第{n}张" in words for n in range(pages))


def test_further_pages_hold_it_as_a_form(tmp_path: Path) -> None:
    document(tmp_path / "three.pdf", 3)
    document(tmp_path / "one.pdf", 1)
    assert (tmp_path / "three.pdf").read_bytes().count(b"/Subtype /Form") == 1
    assert b"/Subtype /Form" not in (tmp_path / "one.pdf").read_bytes()


def test_a_line_after_it_is_as_thin_as_one_before(tmp_path: Path) -> None:
    def page(surface: Surface) -> None:
        surface.line(40, 30, 200, 30, 3)
        surface.repeated("line", lambda: surface.line(40, 60, 200, 60, 1))
        surface.line(40, 90, 200, 90, 3)

    write(tmp_path / "a.pdf", "字", [(A4, page), (A4, page)])
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as drawn:
        for sheet in drawn:
            picture = sheet.render(scale=4).to_pil().convert("L")
            column = [picture.getpixel((400, y)) < 128 for y in range(480)]
            assert [sum(column[top : top + 80]) for top in (80, 200, 320)] == [12, 4, 12]


def test_a_month_of_daily_sheets_is_a_small_file(tmp_path: Path) -> None:
    team, days = directory(Ground(checkpoints=("东门",))), period(MONDAY, MONDAY + timedelta(days=DAYS - 1))
    roster = full(team, days)
    pages = paginate(roster, team, DutyRequest(days.first, days.last), imprint(roster), type_case())
    draw(pages, tmp_path / "month.pdf")
    draw(pages[:1], tmp_path / "day.pdf")
    month, day = ((tmp_path / name).stat().st_size for name in ("month.pdf", "day.pdf"))
    assert len(pages) == DAYS
    assert month < min(120_000, day + DAYS * 2_500)
