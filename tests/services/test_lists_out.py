"""Lists that leave: volunteers and duties as workbook and CSV; taken in again they change nobody, and nothing runs."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from desk_cases import Office
from openpyxl import load_workbook

from roster_app import i18n
from roster_app.domain.edits import assign
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import TeamId, VolunteerId
from roster_app.domain.imports import Fate
from roster_app.domain.lists import CellProblem
from roster_app.domain.people import Crew, Gender, Volunteer
from roster_app.exchange.disguise import disguised, undisguised
from roster_app.exchange.text_out import csv_bytes
from roster_app.exchange.text_tables import read_text_table

DANGEROUS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\tx",
    "\rx",
    "＝1+1",
    "'=1",
    "''@x",
    "'plain",
    "plain",
    "",
)


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_is_disguised_comes_back_as_it_was(text: str) -> None:
    assert undisguised(disguised(text)) == text
    assert disguised(text)[:1] not in tuple("=+-@\t\r＝") or not text


def test_a_formula_in_csv_is_text_with_a_mark_before_it_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes([("姓名", "备注"), ("=cmd|' /C calc'!A0", 'a "b", c\nd')]))
    assert path.read_bytes().startswith("\ufeff姓名,备注\r\n'=cmd|".encode())
    grid = read_text_table(path, path.read_bytes())
    assert grid.rows[1] == ("=cmd|' /C calc'!A0", 'a "b", c\nd')


def dressed(office: Office) -> None:
    """Everybody with all that a list can say; two of one name; a note that looks like a formula."""
    directory = office.services.teams.directory(office.team_id)
    crew = Crew(77, office.team_id, "一组")  # type: ignore[arg-type]
    office.services.people.add_crew(crew)
    for number, person in enumerate(directory.volunteers):
        office.services.people.update(
            replace(
                person,
                affiliation=f"第{number % 3 + 1}支部",
                title="队员",
                gender=(Gender.FEMALE, Gender.MALE, Gender.UNKNOWN)[number % 3],
                crew_id=crew.id if number % 2 else None,
                nights_allowed=number % 4 != 0,
                name_consent=number % 2 == 0,
                phone_consent=number % 3 == 0,
                new=number % 3 == 1,
                joined=date(2020, 2, 29) if number % 2 else None,
                left=date(2020, 4, number + 1) if number % 4 == 1 else None,
                note="=1+1" if number == 3 else "会粤语",
                name="张伟" if number in (1, 2) else person.name,
            )
        )


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_volunteers_taken_in_again_change_nobody(office: Office, tmp_path: Path, ending: str, language: str) -> None:
    dressed(office)
    i18n.install(language)
    path = office.services.exports.volunteers(office.team_id, tmp_path / f"list.{ending}")
    plan = office.services.people.preview_import(office.team_id, path)
    assert [(row.fate, row.changes) for row in plan.rows] == [(Fate.SAME, ())] * len(office.people)
    fields = {column.field for column in plan.found.columns if column.field}
    assert len(fields) == 15


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_an_empty_team_filled_from_the_list_has_the_same_people(office: Office, tmp_path: Path, ending: str) -> None:
    def said(team_id: TeamId) -> set[Volunteer]:
        directory = office.services.teams.directory(team_id)
        return {
            replace(v, id=VolunteerId(0), team_id=TeamId(0), crew_id=None, qualifications=frozenset(), version=1)
            for v in directory.volunteers
        }

    dressed(office)
    path = office.services.exports.volunteers(office.team_id, tmp_path / f"list.{ending}")
    people, other = office.services.people, office.services.teams.create("other", "", "").id

    people.carry_out(other, people.preview_import(other, path))

    assert said(other) == said(office.team_id)


@pytest.mark.parametrize(
    ("first", "last", "taken", "in_doubt"),
    [
        ("2020年2月3日", "2020/4/30", (date(2020, 2, 3), date(2020, 4, 30)), []),
        ("2020-02-03", "", (date(2020, 2, 3), None), []),
        ("2月3日", "无", (None, None), [CellProblem.DATE_ODD]),
        ("soon", "31.2.2020", (None, None), [CellProblem.DATE_ODD, CellProblem.DATE_ODD]),
        ("2020-05-01", "2020-04-30", (date(2020, 5, 1), None), [CellProblem.LEFT_BEFORE_JOINED]),
    ],
)
def test_days_of_joining_and_leaving_are_read_as_people_write_them(
    office: Office,
    tmp_path: Path,
    first: str,
    last: str,
    taken: tuple[date | None, date | None],
    in_doubt: list[CellProblem],
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"姓名,电话,入队时间,离队日期,是否新人\n林小燕,13900000001,{first},{last},是\n", encoding="utf-8")
    (row,) = office.services.people.preview_import(office.team_id, path).rows
    assert (row.draft.joined, row.draft.left) == taken
    assert row.draft.new
    assert [problem.code for problem in row.draft.problems] == in_doubt
    assert row.fate is Fate.NEW


def test_an_edited_list_changes_exactly_that(office: Office, tmp_path: Path) -> None:
    path = office.services.exports.volunteers(office.team_id, tmp_path / "list.xlsx")
    book = load_workbook(path)
    cells = {cell.value: cell for row in book.active.iter_rows() for cell in row}
    cells["13000000002"].offset(column=1).value = "第九支部"
    book.save(path)
    plan = office.services.people.preview_import(office.team_id, path)
    changed = [row for row in plan.rows if row.fate is not Fate.SAME]
    assert [(row.draft.name, row.changes) for row in changed] == [("张伟", ("affiliation",))]


def test_a_list_of_volunteers_says_that_it_is_internal(office: Office, tmp_path: Path) -> None:
    path = office.services.exports.volunteers(office.team_id, tmp_path / "list.xlsx")
    sheet = load_workbook(path).active
    assert "Internal" in sheet["A2"].value
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "B4"


def test_a_roster_as_csv_has_a_row_a_duty(office: Office, tmp_path: Path) -> None:
    period = office.period()
    opened = office.open(period)
    duty = office.duty(opened, period.first, 16)
    office.services.rostering.apply_edit(period.id, assign(opened.roster, duty, office.people[0].id))
    path = office.services.exports.roster(period.id, tmp_path / "roster.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == len(opened.roster.plan.duties)
    assert [row["On duty"] for row in rows if row["On duty"]] == ["王建国"]
    (held,) = (row for row in rows if row["On duty"])
    assert (held["Date"], held["Checkpoint"], held["Start"], held["End"]) == (
        "2020-04-06", "north gate", "16:00", "00:00+1",
    )  # fmt: skip


def test_no_file_is_half_written(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "all.json"
    path.write_text("what was there before")

    def torn(_database: object) -> object:
        yield "{"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("roster_app.storage.everything.told", torn)
    with pytest.raises(DomainError, match=ErrorCode.FOLDER_NOT_WRITABLE):
        office.services.exports.everything(path)
    assert path.read_text() == "what was there before"
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*.part")) == []
