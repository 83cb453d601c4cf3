"""Every character a name may be written with goes through the sheets: it is drawn, and copied out as it was put in."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from national_table import names_of_the_table, national_table
from paper_reading import letters, type_case, words_by_pdfium, words_by_poppler
from paper_teams import Ground, directory, imprint, period, vacant

from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory
from roster_app.printing import contact_list, month_roster, people_roster, table_drawing
from roster_app.printing.duty_drawing import draw as draw_daily
from roster_app.printing.duty_sheet import DutyRequest
from roster_app.printing.duty_sheet import paginate as daily_sheets
from roster_app.printing.fonts import Face
from roster_app.printing.notices import MissingCharacter
from roster_app.printing.selection import source
from roster_app.printing.table_content import TableRequest
from roster_app.printing.table_sheet import TableSheet, paginate

MONTH = period(date(2020, 5, 1), date(2020, 5, 31))
REQUEST = TableRequest(MONTH.first, MONTH.last)
DPI = 100
INK = 160  # darker than the grey of weekends

poppler = pytest.param(
    words_by_poppler, marks=pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
)


@dataclass(frozen=True)
class Crowd:
    """As many people as it takes to bear every character, each with one duty in May: none of them leads."""

    team: Directory
    roster: Roster


def crowd() -> Crowd:
    names = names_of_the_table()
    team = directory(Ground(("大门",), posts=(("负责人", 1), ("巡逻", 30))), names)
    roster = vacant(team, MONTH)
    plain = [duty.id for duty in roster.plan.duties if not team.post[duty.post_id].leads]
    assert len(plain) >= len(names)
    held = zip(plain, team.volunteers, strict=False)
    return Crowd(team, roster.with_assignments({duty: Assignment(person.id) for duty, person in held}))


def by_day(people: Crowd, path: Path) -> None:
    """Names in regular type."""
    parts = month_roster.parts(source(people.roster, people.team), REQUEST)
    drawn(paginate(people.team, parts, REQUEST, imprint(people.roster), type_case()), path)


def by_person(people: Crowd, path: Path) -> None:
    """Names in bold type."""
    parts = people_roster.parts(source(people.roster, people.team), REQUEST)
    drawn(paginate(people.team, parts, REQUEST, imprint(people.roster), type_case()), path)


def contacts(people: Crowd, path: Path) -> None:
    drawn(contact_list.sheets(people.team, REQUEST, imprint(people.roster), type_case()), path)


def daily(people: Crowd, path: Path) -> None:
    request = DutyRequest(MONTH.first, MONTH.last)
    pages = daily_sheets(people.roster, people.team, request, imprint(people.roster), type_case())
    assert not any(isinstance(notice, MissingCharacter) for page in pages for notice in page.notices)
    draw_daily(pages, path)


def drawn(sheets: tuple[TableSheet, ...], path: Path) -> None:
    assert not any(isinstance(notice, MissingCharacter) for sheet in sheets for notice in sheet.notices)
    table_drawing.draw(sheets, path)


@pytest.fixture(scope="module", params=[by_day, by_person, contacts, daily])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "sheet.pdf"
    draw: Callable[[Crowd, Path], None] = request.param
    draw(crowd(), path)
    return path


def test_the_table_is_whole() -> None:
    table = national_table()
    assert (len(table), len(set(table))) == (8105, 8105)
    assert (table[:3], table[3499:3502], table[6499:6502], table[-3:]) == ("一乙二", "矗乂乜", "齉亍尢", "齇觿蠼")


@pytest.mark.parametrize("face", list(Face))
def test_both_faces_have_a_shape_of_their_own_for_every_character(face: Face) -> None:
    runs = type_case().runs(national_table(), face)
    assert [(run.face, run.text) for run in runs] == [(face, national_table())]


@pytest.mark.parametrize("read", [words_by_pdfium, poppler])
def test_every_name_of_the_table_is_copied_out_of_a_sheet(printed: Path, read: Callable[[Path], str]) -> None:
    copied = set(read(printed).split())
    assert [name for name in names_of_the_table() if name not in copied] == []


def test_every_character_of_the_table_is_drawn(printed: Path) -> None:
    """Where a reader finds the character, there is ink."""
    inked = {character for character, ink in inks(printed) if ink < INK}
    assert [character for character in national_table() if character not in inked] == []


def inks(path: Path) -> Iterator[tuple[str, int]]:
    """Each letter of a document and how dark its room is at its darkest: 0 is black, 255 white."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            picture = page.render(scale=DPI / 72).to_pil().convert("L")
            for letter, (left, bottom, right, top) in letters(page):
                upper, lower = page.get_height() - top, page.get_height() - bottom
                room = picture.crop(tuple(round(side * DPI / 72) for side in (left, upper, right, lower)))
                yield letter, room.getextrema()[0] if room.width and room.height else 255
