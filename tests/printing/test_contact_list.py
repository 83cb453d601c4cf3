"""The internal contact list: everybody once, in full, and marked as internal on every page."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from paper_reading import letters_on_letters, letters_outside, page_sizes, type_case, words_by_pdfium
from paper_teams import LEADS, MONDAY, NAMES, SUNDAY, TEAM, directory, imprint

from roster_app import i18n
from roster_app.domain.ids import AreaId, CrewId
from roster_app.domain.people import Crew
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.printing.contact_list import Listed, sheets
from roster_app.printing.fitting import Name
from roster_app.printing.paper import MM
from roster_app.printing.table_content import TableRequest
from roster_app.printing.table_drawing import draw
from roster_app.printing.table_sheet import TableSheet

WEEK = TableRequest(MONDAY, SUNDAY)


def pages_of(team: Directory) -> tuple[TableSheet, ...]:
    return sheets(team, WEEK, imprint(), type_case())


def rows_of(team: Directory) -> list[list[Name | None]]:
    return [
        [cell[0].name if cell else None for cell in row.cells] for page in pages_of(team) for row, _ in page.page.rows
    ]


def test_a_row_says_number_name_phone_affiliation_area_crew_and_qualifications() -> None:
    team = directory(names=["王建国"])
    (person,) = team.volunteers
    area, crew = Area(AreaId(1), TEAM, "东片"), Crew(CrewId(1), TEAM, "一班")
    placed = replace(person, area_id=area.id, crew_id=crew.id, qualifications=frozenset({LEADS}))
    ((*cells,),) = rows_of(replace(team, volunteers=(placed,), areas=(area,), crews=(crew,)))
    assert [str(cell) for cell in cells] == ["1", "王建国", person.phone, person.affiliation, "东片", "一班", "负责人"]


def test_everybody_who_belongs_to_the_team_stands_there_once() -> None:
    team = directory()
    first, second, third, *others = team.volunteers
    gone, late = replace(first, left=date(2020, 3, 31)), replace(second, joined=date(2020, 4, 13))
    brief = replace(third, joined=date(2020, 4, 8), left=date(2020, 4, 9))
    told = [str(row[2]) for row in rows_of(replace(team, volunteers=(gone, late, brief, *others)))]
    assert sorted(told) == sorted(v.phone for v in (brief, *others))


def test_the_order_asked_for_is_kept_and_said() -> None:
    i18n.install("zh_CN")
    team = directory(names=["张伟", "王建国", "丁一"])
    backwards = Listed(lambda volunteer: (-volunteer.id,), "按姓氏笔画为序")
    pages = sheets(team, WEEK, imprint(), type_case(), backwards)
    assert [str(row.cells[1][0].name) for row, _ in pages[0].page.rows] == ["丁一", "王建国", "张伟"]
    assert "按姓氏笔画为序" in str(pages[0])
    assert "按姓氏笔画为序" not in str(pages_of(team)[0])


def test_a_team_without_anybody_gives_lines_to_write_on() -> None:
    rows = rows_of(directory(names=[]))
    assert len(rows) == 20
    assert [str(row[0]) for row in rows] == [str(n) for n in range(1, 21)]
    assert all(cell is None for row in rows for cell in row[1:])


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
@pytest.mark.parametrize("times", [1, 4])
def test_every_page_is_marked_and_nothing_runs_into_anything(tmp_path: Path, language: str, times: int) -> None:
    i18n.install(language)
    team = directory(names=NAMES * times)
    pages = pages_of(team)
    path = tmp_path / "contacts.pdf"
    full_phones = draw(pages, path)
    words = words_by_pdfium(path)
    mark = "内部资料，请勿张贴" if language == "zh_CN" else "Internal, do not post"
    assert words.count(mark) == 2 * len(page_sizes(path))
    assert all(v.phone in words for v in team.volunteers)
    assert full_phones == len(team.volunteers)
    assert "草稿" not in words
    assert letters_on_letters(path) == []
    assert letters_outside(path, 6.5 * MM) == []
