"""Hand-over records: who hands over to whom, which hand-overs stand on which page, and all of it on the paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from paper_reading import (
    letters,
    letters_on_letters,
    letters_outside,
    page_sizes,
    picture,
    readers,
    type_case,
    words_by_pdfium,
)
from paper_teams import MONDAY, NAMES, SUNDAY, Ground, almost_empty, directory, full, imprint, unplanned, vacant
from PIL import ImageFilter

from roster_app.domain.calendar import DayTable
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing import handover_drawing
from roster_app.printing.fitting import Name
from roster_app.printing.handover_content import HandOver, Watch, end_of, starts_later
from roster_app.printing.handover_drawing import LABEL
from roster_app.printing.handover_sheet import (
    APART,
    BAR,
    BODY,
    BODY_TOP,
    LOWEST,
    MARGIN,
    NAME_ROW,
    PAGE,
    TALL,
    HandOverPage,
    HandOverRequest,
    arrange,
    height_of,
    name_grid,
    paginate,
)
from roster_app.printing.notices import MissingCharacter, UnannouncedYear
from roster_app.printing.paper import MM
from roster_app.printing.selection import Entry

TODAY = HandOverRequest(MONDAY, MONDAY)
ONE_PLACE = Ground(checkpoints=("东门",))


def pages_of(team: Directory, roster: Roster, request: HandOverRequest = TODAY) -> tuple[HandOverPage, ...]:
    return paginate(roster, team, request, imprint(roster), type_case())


def hand_overs_of(ground: Ground, request: HandOverRequest = TODAY) -> list[HandOver]:
    team = directory(ground)
    return [handover for page in pages_of(team, full(team), request) for handover in page.hand_overs]


def both(handover: HandOver) -> tuple[Watch, Watch]:
    """Of a hand-over that is known on both sides."""
    assert handover.outgoing is not None
    assert handover.incoming is not None
    return handover.outgoing, handover.incoming


def relieved(ground: Ground, request: HandOverRequest = TODAY) -> list[tuple[str, str]]:
    return [(out.clock, come.clock) for out, come in map(both, hand_overs_of(ground, request))]


def drawn(pages: tuple[HandOverPage, ...], path: Path) -> Path:
    handover_drawing.draw(pages, path)
    return path


@cache
def first_hand_over() -> HandOver:
    """Any that is known on both sides."""
    return hand_overs_of(ONE_PLACE)[0]


def crowd(people: int) -> HandOver:
    """A hand-over between watches of so many people."""
    out, come = both(first_hand_over())
    return HandOver(replace(out, entries=(Entry(Name("何平")),) * people), come)


def taken(page: tuple[HandOver, ...], line: float) -> float:
    return sum(height_of(handover, line) for handover in page) + APART * (len(page) - 1)


def fewest(day: tuple[HandOver, ...]) -> int:
    """Pages filled one after the other with the lowest lines: in order there is no way to take fewer."""
    pages: list[tuple[HandOver, ...]] = [()]
    for handover in day:
        fuller = (*pages[-1], handover)
        if taken(fuller, LOWEST) > BODY and pages[-1]:
            pages.append((handover,))
        else:
            pages[-1] = fuller
    return len(pages)


def test_each_watch_hands_over_to_the_next_with_the_names_of_both() -> None:
    first, second, third = map(both, hand_overs_of(ONE_PLACE))
    assert [watch.name for watch in (*first, *second, *third)] == ["夜班", "早班", "早班", "中班", "中班", "夜班"]
    assert first[0].entries == (Entry(Name("王建国"), leads=True), Entry(Name("李秀英")))
    assert first[1] == second[0]
    assert third[1].day == date(2020, 4, 7)


def test_the_last_watch_of_a_roster_hands_over_to_somebody_who_is_written_in() -> None:
    *_, last = hand_overs_of(ONE_PLACE, HandOverRequest(SUNDAY, SUNDAY))
    assert last.outgoing is not None
    assert last.incoming is None


def test_relief_may_come_before_the_watch_ends() -> None:
    early = Ground(("东门",), (("早", "早", 480, 975), ("中", "中", 960, 1455), ("夜", "夜", 1425, 1935)))
    assert relieved(early) == [("08:00–16:15", "16:00–00:15"), ("16:00–00:15", "23:45–08:15"),
                               ("23:45–08:15", "08:00–16:15")]  # fmt: skip


def test_a_long_watch_hands_over_to_who_stays_longer() -> None:
    long = Ground(("东门",), (("长", "长", 480, 1200), ("早", "早", 480, 960), ("中", "中", 960, 1440)))
    assert relieved(long) == [("08:00–16:00", "16:00–24:00"), ("08:00–20:00", "16:00–24:00"),
                              ("16:00–24:00", "08:00–16:00")]  # fmt: skip


def test_shifts_of_the_same_times_hand_over_together() -> None:
    twin = Ground(("东门",), (("内勤", "内", 480, 1200), ("外勤", "外", 480, 1200), ("夜班", "夜", 1200, 1920)))
    day, night = map(both, hand_overs_of(twin))
    assert day[0].name == "内勤 / 外勤"
    assert [entry.leads for entry in day[0].entries] == [True, True, False, False]
    assert day[1] == night[0]


def test_where_the_place_is_closed_the_day_of_the_next_watch_is_told(tmp_path: Path) -> None:
    daily = Ground(("东门",), (("Day", "D", 480, 1200),))
    (known,) = hand_overs_of(daily)
    assert starts_later(known)
    team = directory(daily)
    words = words_by_pdfium(drawn(pages_of(team, full(team)), tmp_path / "day.pdf"))
    assert "Mon 6 Apr 20:00" in words
    assert "Day 08:00–20:00 → Day 08:00–20:00 (7 Apr)" in words


def test_midnight_belongs_to_the_day_that_ends() -> None:
    *_, last = hand_overs_of(ONE_PLACE)
    out, _come = both(last)
    assert end_of(out) == (MONDAY, "24:00")
    late = replace(out, span=replace(out.span, end=out.span.end + timedelta(minutes=90)))
    assert end_of(late) == (date(2020, 4, 7), "01:30")


@given(st.lists(st.integers(1, 120), min_size=1, max_size=8))
def test_no_page_is_overfull_no_hand_over_is_lost_and_the_fewest_pages_are_taken(counts: list[int]) -> None:
    day = tuple(crowd(count) for count in counts)
    line, pages = arrange(day)
    assert tuple(handover for page in pages for handover in page) == day
    assert LOWEST <= line <= TALL
    assert all(taken(page, line) <= BODY + 0.01 for page in pages)
    assert len(pages) == fewest(day)


@given(st.integers(0, 500))
def test_the_names_of_any_watch_have_a_place_on_one_page(people: int) -> None:
    across, rows = name_grid(people)
    assert across * rows >= people
    assert height_of(crowd(people), LOWEST) <= BODY


@pytest.mark.parametrize("people", [1, 2, 5])
def test_three_shifts_take_one_page(people: int) -> None:
    team = directory(Ground(("东门",), posts=(("负责人", 1), ("测温", people))))
    assert [len(page.hand_overs) for page in pages_of(team, full(team))] == [3]


def test_a_fuller_day_goes_on_with_whole_hand_overs_under_a_repeated_head(tmp_path: Path, chinese: str) -> None:
    team = directory(Ground(("东门",), posts=(("负责人", 1), ("测温", 8))))
    pages = pages_of(team, full(team, stride=7))
    assert [len(page.hand_overs) for page in pages] == [2, 1]
    assert [page.words.title for page in pages] == [
        "永平街横三社区（东门）交接班记录",
        "永平街横三社区（东门）交接班记录（续）",
    ]
    assert [page.words.page for page in pages] == ["第 1 / 2 页", "第 2 / 2 页"]
    words = "".join(words_by_pdfium(drawn(pages, tmp_path / "full.pdf")).split())
    assert words.count("24小时值班电话8218") == words.count("带班领导陈志坚") == 2


def test_every_hand_over_has_open_items_supplies_anomalies_and_two_signatures(tmp_path: Path, chinese: str) -> None:
    team = directory(ONE_PLACE)
    words = "".join(words_by_pdfium(drawn(pages_of(team, full(team)), tmp_path / "one.pdf")).split())
    for label in ("办结", "责任人", "口罩", "测温枪", "消毒液", "红马甲", "袖标", "接班数", "交班数", "异常情况及"):
        expected = 4 if label == "责任人" else 3  # the rules name who sees to an item, too
        assert words.count(label) == expected, label
    assert words.count("交班人") == 3
    assert words.count("接班人") == 4
    assert words.count("时间") == 6


def test_a_vacancy_is_a_line_to_write_on() -> None:
    team = directory(ONE_PLACE)
    (page,) = pages_of(team, almost_empty(team))
    out, come = both(page.hand_overs[0])
    assert [entry.name for entry in (*out.entries, *come.entries)] == [Name("王建国"), None, None, None]


def test_an_unplanned_period_gives_the_watches_without_names() -> None:
    team = directory(ONE_PLACE)
    (page,) = pages_of(team, unplanned())
    assert [both(h)[0].name for h in page.hand_overs] == ["夜班", "早班", "中班"]
    assert all(entry.name is None for h in page.hand_overs for entry in both(h)[0].entries)


def test_a_place_that_wants_nobody_gives_a_page_to_fill_in(tmp_path: Path) -> None:
    team = directory(Ground(("热线",), posts=()))
    (page,) = pages_of(team, unplanned())
    assert [(h.outgoing, h.incoming, h.items) for h in page.hand_overs] == [(None, None, ())] * 3
    words = words_by_pdfium(drawn((page,), tmp_path / "blank.pdf"))
    assert words.count("From shift") == words.count("To shift") == 3


def test_days_and_places_follow_each_other() -> None:
    team = directory()
    pages = pages_of(team, full(team), HandOverRequest(MONDAY, date(2020, 4, 7)))
    assert [page.words.title.split("(")[1].split(")")[0] for page in pages] == [
        "宋屋村卡口",
        "横岗卡口",
        "官路村卡口",
    ] * 2
    assert [page.day for page in pages[::3]] == ["Mon 6 Apr 2020 · Qingming Festival", "Tue 7 Apr 2020 · Workday"]
    (alone,) = pages_of(team, full(team), replace(TODAY, checkpoint_ids=(team.checkpoints[1].id,)))
    assert alone == pages[1]


@pytest.mark.parametrize("people", [1, 2, 8, 40, 100])
def test_names_keep_inside_their_cells(tmp_path: Path, people: int) -> None:
    team = directory(Ground(("东门",), posts=(("负责人", people),)))
    path = drawn(pages_of(team, full(team), HandOverRequest(MONDAY, date(2020, 4, 8))), tmp_path / "crowd.pdf")
    assert letters_on_letters(path) == []
    assert letters_outside(path, 6.5 * MM) == []
    _across, rows = name_grid(people)
    top, bottom = PAGE.height - BODY_TOP - BAR, PAGE.height - BODY_TOP - BAR - rows * NAME_ROW
    half = PAGE.width / 2
    sides = (MARGIN, MARGIN + LABEL, half, half + LABEL, PAGE.width - MARGIN)
    with pypdfium2.PdfDocument(path) as document:
        boxes = [box for _letter, box in letters(document[0])]
    names = [box for box in boxes if box[1] < top and box[3] > bottom]
    assert len(names) > 2 * people
    assert all(bottom <= box[1] and box[3] <= top for box in names)
    assert not [box for box in names for side in sides if box[0] < side < box[2]]


@pytest.mark.parametrize("read", readers())
def test_every_name_is_copied_out_and_no_mobile_number(tmp_path: Path, read: Callable[[Path], str]) -> None:
    team = directory()
    copied = "".join(
        read(drawn(pages_of(team, full(team), HandOverRequest(MONDAY, SUNDAY)), tmp_path / "w.pdf")).split()
    )
    for name in NAMES:
        assert all(part in copied for part in name.replace("·", "· ").split()), name
    assert not any(v.phone in copied for v in team.volunteers)
    assert "82180110" in copied


@pytest.mark.parametrize("dpi", [100, 150, 300])
@pytest.mark.parametrize("blur", [0, 0.8])
def test_the_symbol_is_read_back(tmp_path: Path, dpi: int, blur: float) -> None:
    team = directory(ONE_PLACE)
    pages = pages_of(team, full(team))
    seen = picture(drawn(pages, tmp_path / "one.pdf"), dpi=dpi).filter(ImageFilter.GaussianBlur(blur))
    (found,) = zxingcpp.read_barcodes(seen)
    assert found.text == pages[0].token
    assert found.text.startswith("R1:3:1:20200406:")


def test_a_draft_says_so_and_carries_no_symbol(tmp_path: Path, chinese: str) -> None:
    team = directory()
    path = drawn(paginate(vacant(team), team, TODAY, imprint(), type_case()), tmp_path / "draft.pdf")
    assert words_by_pdfium(path).count("草稿") == 2 * len(page_sizes(path)) == 6
    assert zxingcpp.read_barcodes(picture(path)) == []
    assert {(round(width / MM), round(height / MM)) for width, height in page_sizes(path)} == {(210, 297)}


def test_notices_name_missing_characters_and_unannounced_years() -> None:
    team = replace(directory(ONE_PLACE, ["张𡃁", "王建国"]), days=DayTable())
    (page,) = pages_of(team, full(team))
    assert page.notices == (UnannouncedYear(2020), MissingCharacter("张𡃁", "𡃁"))


def test_days_in_the_wrong_order_are_refused() -> None:
    team = directory()
    with pytest.raises(DomainError) as refused:
        pages_of(team, full(team), HandOverRequest(SUNDAY, MONDAY))
    assert refused.value.code is ErrorCode.EMPTY_PERIOD
