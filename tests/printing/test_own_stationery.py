"""A team's own title, logo, signers and rules of duty, on every kind of sheet, as it comes from the database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))  # desk_cases

from desk_cases import FIRST, LAST, Office, small_office
from logos import emblem
from paper_reading import letters, letters_on_letters, letters_outside

from roster_app import i18n
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.errors import StaleEdit
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.domain.stationery import MOST_RULES, USUAL, Stationery
from roster_app.printing.logo import logo
from roster_app.printing.paper import MM
from roster_app.services import open_services
from roster_app.services.sheets import PaperSize, PrintedSheet, SheetKind, SheetOrder, Trial

OWN = Stationery(
    title="{team}◇{place}◇{sheet}",
    made_label="填表",
    reviewed_label="批准",
    date_label="年月日",
    rules=("值班电话保持畅通", "不得饮酒"),
    logo=logo(emblem()),
)
LONGEST = Stationery(
    title="{office}{team}（{place}）疫情防控工作{sheet}",
    made_label="疫情防控值班填表人员姓名",
    reviewed_label="疫情防控值班审核人员姓名",
    date_label="疫情防控值班填表具体日期",
    rules=tuple("值班电话保持畅通，不得擅自换班" for _ in range(10)),
    logo=logo(emblem(size=(900, 300))),
)
EVERY_KIND = pytest.mark.parametrize("kind", list(SheetKind))
EVERY_LANGUAGE = pytest.mark.parametrize("language", list(i18n.LANGUAGES))
FOR_DUTY = frozenset({SheetKind.WALL, SheetKind.DUTY, SheetKind.MONTH, SheetKind.PEOPLE, SheetKind.LIST})
"""The sheets that say what everybody on duty keeps to."""
UNSIGNED = frozenset({SheetKind.SLIPS})
UNDATED = frozenset({SheetKind.SLIPS, SheetKind.DUTY, SheetKind.HANDOVER, SheetKind.CERTIFICATE})
SIGNED_BY = {SheetKind.CERTIFICATE: ("经办人", "证明人")}
"""Who signs a sheet, where it is not 制表 and 审核."""
FEW_CHARACTERS = 4


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    services = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "desk one", lambda: datetime(2020, 4, 13, 9))
    yield small_office(services)
    services.close()


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A published week in which two people hold everything."""
    made = office.period()
    opened = office.open(made)
    holders = {
        duty.id: office.people[0 if duty.post_id == office.posts[0].id else 4].id for duty in opened.roster.plan.duties
    }
    edit = settle(opened.roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    office.services.rostering.apply_edit(made.id, edit)
    office.services.rostering.publish(made.id)
    return made


def dress(office: Office, stationery: Stationery) -> None:
    services = office.services
    services.teams.set_stationery(services.teams.directory(office.team_id).team, stationery)


def printed(
    office: Office, period: RosterPeriod, path: Path, kind: SheetKind, trial: Trial | None = None
) -> PrintedSheet:
    """One checkpoint's sheet on A4."""
    places = () if kind is SheetKind.CONTACTS else (office.checkpoint.id,)
    order = SheetOrder(kind, FIRST, LAST, places, PaperSize.A4)
    return office.services.sheets.print(period.id, order, path, trial)


def words_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def logos_on(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Where pictures stand: left, bottom, right, top in points."""
    return [found.get_bounds() for found in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])]


@EVERY_KIND
def test_every_sheet_wears_the_title_of_the_team(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind, chinese: str
) -> None:
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, kind)
    usual = words_of(path)
    dress(office, OWN)
    printed(office, period, path, kind)
    words, team = words_of(path), office.services.teams.directory(office.team_id).team
    place = "" if kind in (SheetKind.CONTACTS, SheetKind.SLIPS) else office.checkpoint.name
    assert "◇" not in usual
    assert f"{team.name}◇{place}◇".replace(" ", "") in words


def test_each_kind_of_sheet_says_in_the_title_what_it_is(
    office: Office, period: RosterPeriod, tmp_path: Path, chinese: str
) -> None:
    dress(office, OWN)
    titles = set()
    for kind in SheetKind:
        printed(office, period, tmp_path / "sheet.pdf", kind)
        titles.add(words_of(tmp_path / "sheet.pdf").split("◇")[2][:FEW_CHARACTERS])
    assert len(titles) == len(SheetKind) - 1  # a week by day is called as on the wall


@EVERY_KIND
def test_who_signs_is_called_as_the_team_calls_it(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind, chinese: str
) -> None:
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, kind)
    usual = words_of(path)
    dress(office, OWN)
    printed(office, period, path, kind)
    words = words_of(path)
    own = SIGNED_BY.get(kind, ("制表", "审核"))
    assert ("填表" in words and "批准" in words) == (kind not in UNSIGNED) == all(word in usual for word in own)
    assert not any(word in words for word in own)
    assert ("年月日" in words) == (kind not in UNDATED)


@EVERY_KIND
def test_what_has_no_name_at_the_foot_is_not_printed(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind, chinese: str
) -> None:
    dress(office, Stationery(made_label="", reviewed_label="", date_label=""))
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, kind)
    assert not any(word in words_of(path) for word in ("制表", "审核"))


@EVERY_KIND
def test_rules_of_duty_stand_where_the_usual_ones_do_and_sheets_still_explain_themselves(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind, chinese: str
) -> None:
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, kind)
    usual = words_of(path)
    dress(office, OWN)
    printed(office, period, path, kind)
    words = words_of(path)
    assert ("不得饮酒" in words) == (kind in FOR_DUTY) == ("未经批准" in usual)
    assert "未经批准" not in words
    explained = {SheetKind.WALL: "粗体", SheetKind.DUTY: "实际时间", SheetKind.CONTACTS: "不张贴"}.get(kind, "")
    assert all(explained in said for said in (usual, words))


def test_a_team_may_do_without_rules(office: Office, period: RosterPeriod, tmp_path: Path, chinese: str) -> None:
    dress(office, Stationery(rules=()))
    printed(office, period, tmp_path / "sheet.pdf", SheetKind.WALL)
    words = words_of(tmp_path / "sheet.pdf")
    assert "未经批准" not in words
    assert "粗体" in words


@EVERY_KIND
def test_the_logo_stands_on_every_page_but_slips_and_touches_no_letter(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind
) -> None:
    dress(office, LONGEST)
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, kind)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            found = logos_on(page)
            assert len(found) == (kind is not SheetKind.SLIPS)
            for left, bottom, right, top in found:
                assert 6 * MM < left < right < page.get_width() / 3
                assert page.get_height() - 25 * MM < bottom < top < page.get_height() - 6 * MM
                assert 2.5 < (right - left) / (top - bottom) < 3.5
                for letter, box in letters(page):
                    assert box[2] < left or box[0] > right or box[3] < bottom or box[1] > top, letter


@EVERY_KIND
@EVERY_LANGUAGE
def test_the_longest_words_keep_apart_and_inside_the_margins(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind, language: str
) -> None:
    i18n.install(language)
    assert sum(map(len, LONGEST.rules or ())) == MOST_RULES - 10
    dress(office, LONGEST)
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, kind)
    assert letters_on_letters(path) == []
    assert letters_outside(path, 4 * MM) == []


def test_rules_stay_legible_at_the_foot_of_the_smallest_wall_sheet(
    office: Office, period: RosterPeriod, tmp_path: Path, chinese: str
) -> None:
    dress(office, LONGEST)
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, SheetKind.WALL)
    with pypdfium2.PdfDocument(path) as document:
        heights = [box[3] - box[1] for letter, box in letters(document[0]) if letter == "擅"]
    assert min(heights) > 4.5  # a character is a little lower than its type: 5 pt and more


def test_the_logo_is_held_once_however_many_pages_there_are(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    one, week = tmp_path / "one.pdf", tmp_path / "week.pdf"
    order = SheetOrder(SheetKind.DUTY, FIRST, FIRST, (office.checkpoint.id,))
    sizes = {}
    for stationery in (USUAL, OWN):
        dress(office, stationery)
        for path, last in ((one, FIRST), (week, LAST)):
            office.services.sheets.print(period.id, replace(order, last=last), path)
            sizes[stationery is OWN, path] = path.stat().st_size
    first, all_of_them = (sizes[True, path] - sizes[False, path] for path in (one, week))
    assert first > len(OWN.logo or b"") / 2
    assert all_of_them < first + 2_000


def test_the_same_stationery_gives_the_same_bytes(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    dress(office, OWN)
    for path in (tmp_path / "a.pdf", tmp_path / "b.pdf"):
        printed(office, period, path, SheetKind.WALL)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_character_the_type_lacks_is_told_of_stationery_too(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    dress(office, Stationery(title="\U0002ebf0{sheet}", rules=("\U0002ebf0 keeps watch",)))
    sheet = printed(office, period, tmp_path / "sheet.pdf", SheetKind.WALL)
    assert len(sheet.unprintable) == 2


def test_check_codes_know_nothing_of_stationery(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    dress(office, OWN)
    assert printed(office, period, tmp_path / "sheet.pdf", SheetKind.WALL).edition == 1


def test_a_trial_is_printed_and_not_stored(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    services = office.services
    team = services.teams.directory(office.team_id).team
    path = tmp_path / "sheet.pdf"
    printed(office, period, path, SheetKind.WALL, Trial(OWN, replace(team, duty_phone="020-1234")))
    assert "◇" in words_of(path)
    assert "020-1234" in words_of(path)
    assert services.teams.stationery(office.team_id) == USUAL
    assert services.teams.directory(office.team_id).team == team


def test_whoever_comes_second_is_told_and_changes_nothing(office: Office) -> None:
    teams = office.services.teams
    seen = teams.directory(office.team_id).team
    stored = teams.set_stationery(replace(seen, duty_phone="1"), OWN)
    assert (stored.duty_phone, stored.version) == ("1", seen.version + 1)
    with pytest.raises(StaleEdit):
        teams.set_stationery(replace(seen, duty_phone="2"), USUAL)
    assert teams.stationery(office.team_id) == OWN
    assert teams.directory(office.team_id).team == stored
