"""The finished documents, read back: every name, every font, the QR symbol, nothing outside the margins."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import zxingcpp
from paper_reading import (
    letters_on_letters,
    letters_outside,
    page_sizes,
    picture,
    readers,
    type_case,
    unembedded_fonts,
    words_by_pdfium,
)
from paper_teams import MONDAY, NAMES, SUNDAY, Ground, almost_empty, directory, full, imprint, period, unplanned, vacant
from PIL import ImageFilter

from roster_app import i18n
from roster_app.domain.editions import CODE_LENGTH
from roster_app.domain.posting import codes_in
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing import (
    day_list,
    duty_drawing,
    duty_sheet,
    handover_drawing,
    handover_sheet,
    month_roster,
    people_roster,
    table_drawing,
    table_sheet,
    wall_drawing,
    wall_roster,
)
from roster_app.printing.duty_sheet import DutyRequest
from roster_app.printing.furniture import Imprint
from roster_app.printing.handover_sheet import HandOverRequest
from roster_app.printing.list_columns import ListColumn
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import source
from roster_app.printing.table_content import TableRequest
from roster_app.printing.wall_roster import WallRequest

THREE_POSTS = Ground(posts=(("负责人", 1), ("测温", 1), ("登记", 1)))
ENGLISH = Ground(
    checkpoints=("Song Wu Village checkpoint", "North gate"),
    shifts=(("Early", "E", 390, 690), ("Middle", "M", 690, 1050), ("Late", "L", 1050, 1500), ("Night", "N", 60, 390)),
    posts=(("Leader", 1), ("Temperature check", 1)),
)


@dataclass(frozen=True)
class Case:
    """A team with a roster to print."""

    team: Directory
    roster: Roster
    imprint: Imprint

    @property
    def published(self) -> bool:
        return self.imprint.edition is not None


def cases() -> dict[str, Case]:
    pairs, posts, crowd = directory(), directory(THREE_POSTS), directory(Ground(("大门",), posts=(("巡逻", 24),)))
    english = directory(ENGLISH, ["Anna Smith", "Christopher Montgomery-Smith", "Maria del Carmen Lopez", "Bo Li"])
    return {
        "pairs": published(pairs, full(pairs)),
        "three posts": published(posts, full(posts, stride=7)),
        "crowd": published(crowd, full(crowd)),
        "english": published(english, full(english)),
        "vacant": published(posts, vacant(posts)),
        "almost empty": Case(pairs, almost_empty(pairs), imprint()),
        "unplanned": Case(pairs, unplanned(), imprint()),
    }


def published(team: Directory, roster: Roster) -> Case:
    """The roster as its third edition."""
    return Case(team, roster, imprint(roster))


def month_of(team: Directory) -> Case:
    """All of April, published."""
    return published(team, full(team, period(date(2020, 4, 1), date(2020, 4, 30)), stride=7))


def wall(case: Case, path: Path, paper: Paper = Paper.A3) -> Path:
    request = WallRequest(case.roster.period.first, case.roster.period.last, paper=paper)
    wall_drawing.draw(wall_roster.paginate(case.roster, case.team, request, case.imprint, type_case()), path)
    return path


def daily(case: Case, path: Path, last: date = MONDAY) -> Path:
    request = DutyRequest(MONDAY, last)
    duty_drawing.draw(duty_sheet.paginate(case.roster, case.team, request, case.imprint, type_case()), path)
    return path


def wall_a4(case: Case, path: Path) -> Path:
    return wall(case, path, Paper.A4)


def table(printing: ModuleType, case: Case, path: Path, **wishes: Any) -> Path:
    request = TableRequest(case.roster.period.first, case.roster.period.last, **wishes)
    parts = printing.parts(source(case.roster, case.team), request)
    table_drawing.draw(table_sheet.paginate(case.team, parts, request, case.imprint, type_case()), path)
    return path


def monthly(case: Case, path: Path, paper: Paper = Paper.A4) -> Path:
    return table(month_roster, case, path, paper=paper)


def by_person(case: Case, path: Path) -> Path:
    return table(people_roster, case, path, paper=Paper.A3)


def listed(case: Case, path: Path) -> Path:
    return table(day_list, case, path, with_phones=True)


def handed(case: Case, path: Path, last: date = MONDAY) -> Path:
    request = HandOverRequest(MONDAY, last)
    handover_drawing.draw(handover_sheet.paginate(case.roster, case.team, request, case.imprint, type_case()), path)
    return path


EVERY_KIND = pytest.mark.parametrize("draw", [wall, wall_a4, daily, monthly, by_person, listed, handed])
EVERY_CASE = pytest.mark.parametrize("name", list(cases()))


@EVERY_KIND
@EVERY_CASE
@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_no_letter_leaves_the_margins_and_every_font_is_embedded(
    tmp_path: Path, draw: Callable[[Case, Path], Path], name: str, language: str
) -> None:
    i18n.install(language)
    path = draw(cases()[name], tmp_path / "sheet.pdf")
    assert letters_outside(path, 6.5 * MM) == []
    assert unembedded_fonts(path) == []


@EVERY_KIND
@pytest.mark.parametrize("name", [name for name, case in cases().items() if case.published])
@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_no_words_run_into_each_other(
    tmp_path: Path, draw: Callable[[Case, Path], Path], name: str, language: str
) -> None:
    i18n.install(language)
    assert letters_on_letters(draw(cases()[name], tmp_path / "sheet.pdf")) == []


@EVERY_KIND
@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_the_longest_words_around_the_table_keep_apart(
    tmp_path: Path, draw: Callable[[Case, Path], Path], language: str
) -> None:
    i18n.install(language)
    office = "广东省广州市白云区永平街道横三社区居民委员会疫情防控工作领导小组办公室"
    team = directory(Ground(("横岗经济合作社东侧临时体温监测点",), posts=(("出入登记与返穗登记", 2),)), office=office)
    team = replace(team, team=replace(team.team, duty_phone="020-8218 0110 / 020-8218 0120"))
    signed = replace(imprint(full(team)), duty_leader="阿卜杜热合曼·买买提", made_by="Christopher Montgomery-Smith")
    path = draw(Case(team, full(team), signed), tmp_path / "long.pdf")
    assert letters_on_letters(path) == []
    assert letters_outside(path, 6.5 * MM) == []


@EVERY_KIND
@EVERY_CASE
def test_the_same_roster_gives_the_same_bytes(tmp_path: Path, draw: Callable[[Case, Path], Path], name: str) -> None:
    first = draw(cases()[name], tmp_path / "first.pdf").read_bytes()
    assert draw(cases()[name], tmp_path / "second.pdf").read_bytes() == first


@pytest.mark.parametrize("read", readers())
@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
def test_every_name_is_copied_out_of_a_wall_roster(tmp_path: Path, paper: Paper, read: Callable[[Path], str]) -> None:
    copied = read(wall(cases()["pairs"], tmp_path / "wall.pdf", paper))
    unbroken = "".join(copied.split())
    for name in NAMES:
        parts = name.replace("·", "· ").split()
        assert all(part in unbroken for part in parts), name
    assert "黄𬀩" in copied
    assert "䶮㛃" in copied


@pytest.mark.parametrize("read", readers())
@pytest.mark.parametrize("draw", [monthly, by_person, listed])
def test_every_name_is_copied_out_of_the_tables_of_a_month(
    tmp_path: Path, draw: Callable[[Case, Path], Path], read: Callable[[Path], str]
) -> None:
    copied = "".join(read(draw(month_of(directory()), tmp_path / "month.pdf")).split())
    for name in NAMES:
        assert all(part in copied for part in name.replace("·", "· ").split()), name


@pytest.mark.parametrize("read", readers())
def test_every_name_is_copied_out_of_daily_sheets(tmp_path: Path, read: Callable[[Path], str]) -> None:
    copied = "".join(read(daily(cases()["pairs"], tmp_path / "daily.pdf", SUNDAY)).split())
    for name in NAMES:
        assert all(part in copied for part in name.replace("·", "· ").split()), name


def test_a_posted_sheet_holds_no_full_mobile_number(tmp_path: Path) -> None:
    case = cases()["pairs"]
    posted = replace(case, team=Privacy(case.team, Profile.POSTED).shown)
    copied = "".join(words_by_pdfium(daily(posted, tmp_path / "daily.pdf", SUNDAY)).split())
    assert "138****7919" in copied
    assert "82180110" in copied
    assert not any(v.phone in copied for v in case.team.volunteers)


def test_a_list_holds_full_mobile_numbers_on_the_internal_copy_alone(tmp_path: Path) -> None:
    case = cases()["pairs"]
    phones = [v.phone for v in case.team.volunteers]
    columns = tuple(ListColumn)
    posted = replace(case, team=Privacy(case.team, Profile.POSTED).shown)
    for printing, wishes in ((month_roster, {}), (people_roster, {}), (day_list, {}), (day_list, {"columns": columns})):
        copied = words_by_pdfium(table(printing, posted, tmp_path / "posted.pdf", **wishes))
        assert not any(phone in copied for phone in phones)
        assert ("138****7919" in copied) is bool(wishes)
    assert any(phone in words_by_pdfium(listed(case, tmp_path / "internal.pdf")) for phone in phones)


def test_pages_have_the_size_of_their_paper(tmp_path: Path) -> None:
    case = cases()["pairs"]
    a3, a4 = wall(case, tmp_path / "a3.pdf"), wall(case, tmp_path / "a4.pdf", Paper.A4)
    assert {(round(w / MM), round(h / MM)) for w, h in page_sizes(a3)} == {(420, 297)}
    assert {(round(w / MM), round(h / MM)) for w, h in page_sizes(a4)} == {(297, 210)}
    assert {(round(w / MM), round(h / MM)) for w, h in page_sizes(daily(case, tmp_path / "d.pdf"))} == {(210, 297)}


@pytest.mark.parametrize("dpi", [100, 150, 300])
@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
def test_the_symbol_on_a_monthly_roster_is_read_back(tmp_path: Path, paper: Paper, dpi: int) -> None:
    case = month_of(directory(ENGLISH, ["Bo Li"]))
    assert case.imprint.edition is not None
    (found,) = zxingcpp.read_barcodes(picture(monthly(case, tmp_path / "month.pdf", paper), dpi=dpi))
    assert found.text == f"R1:3:1:20200401:{case.imprint.edition.check_codes[case.team.checkpoints[0].id]}"


@pytest.mark.parametrize("dpi", [100, 150, 300])
def test_the_symbol_on_a_daily_sheet_is_read_back(tmp_path: Path, dpi: int) -> None:
    case = cases()["three posts"]
    (first, *_) = duty_sheet.paginate(case.roster, case.team, DutyRequest(MONDAY, MONDAY), case.imprint, type_case())
    (found,) = zxingcpp.read_barcodes(picture(daily(case, tmp_path / "daily.pdf"), dpi=dpi))
    assert found.text == first.token


@pytest.mark.parametrize("paper", [Paper.A3, Paper.A4])
@pytest.mark.parametrize("blur", [0, 0.8])
def test_the_symbol_on_a_wall_roster_is_read_back_and_names_every_checkpoint(
    tmp_path: Path, paper: Paper, blur: float
) -> None:
    case = cases()["three posts"]
    path = wall(case, tmp_path / "wall.pdf", paper)
    codes = []
    for number in range(len(page_sizes(path))):
        seen = picture(path, number, dpi=150).filter(ImageFilter.GaussianBlur(blur))
        (found,) = zxingcpp.read_barcodes(seen)
        codes += codes_in(found.text)
    assert case.imprint.edition is not None
    assert codes == list(case.imprint.edition.check_codes.values())


def test_the_symbol_of_one_checkpoint_names_it(tmp_path: Path) -> None:
    case = cases()["three posts"]
    request = WallRequest(MONDAY, SUNDAY, apart=True)
    pages = wall_roster.paginate(case.roster, case.team, request, case.imprint, type_case())
    assert [page.token.split(":")[2] for page in pages] == [str(c.id) for c in case.team.checkpoints]
    assert all(len(page.token.split(":")[4]) == CODE_LENGTH for page in pages)


def test_a_draft_carries_no_symbol_and_the_word_draft(tmp_path: Path, chinese: str) -> None:
    path = daily(cases()["almost empty"], tmp_path / "draft.pdf")
    assert zxingcpp.read_barcodes(picture(path)) == []
    assert words_by_pdfium(path).count("草稿") == 2 * len(page_sizes(path))


def test_every_page_says_edition_code_print_time_and_number(tmp_path: Path, chinese: str) -> None:
    case = cases()["three posts"]
    assert case.imprint.edition is not None
    for draw in (wall, daily, monthly, by_person, listed, handed):
        path = draw(case, tmp_path / "sheet.pdf")
        copied = "".join(words_by_pdfium(path).split())
        count = len(page_sizes(path))
        assert copied.count("第3版·校验码") == count
        assert copied.count("2020年4月5日18:00打印") == count
        assert all(code in copied for code in case.imprint.edition.check_codes.values())


def test_daily_sheets_repeat_their_head_and_carry_the_hand_over(tmp_path: Path, chinese: str) -> None:
    path = daily(cases()["crowd"], tmp_path / "crowd.pdf")
    copied = "".join(words_by_pdfium(path).split())
    assert copied.count("单位/电话") == len(page_sizes(path)) > 3
    assert copied.count("未办事项") == copied.count("交班人接班人") == 3
    for supply in ("口罩", "测温枪", "消毒液", "红马甲", "袖标"):
        assert copied.count(supply) == 3


def test_weekends_are_grey_enough_to_see_and_light_enough_to_copy(tmp_path: Path) -> None:
    case = cases()["vacant"]
    image = picture(wall(case, tmp_path / "wall.pdf"), dpi=50).convert("L")
    width, height = image.size
    saturday, tuesday = (
        image.getpixel((int(width * 0.80), int(height * 0.155))),
        image.getpixel((int(width * 0.33), int(height * 0.155))),
    )
    assert tuesday == 255
    assert 0.86 <= saturday / 255 <= 0.90


def test_a_month_of_sheets_is_one_small_document(tmp_path: Path) -> None:
    case = month_of(directory(THREE_POSTS))
    assert wall(case, tmp_path / "weeks.pdf").stat().st_size < 200_000
    assert monthly(case, tmp_path / "month.pdf").stat().st_size < 120_000
