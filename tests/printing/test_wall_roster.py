"""What stands on which sheet of a weekly wall roster, and how large."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_reading import type_case
from paper_teams import MONDAY, NAMES, SUNDAY, Ground, almost_empty, directory, full, imprint, period, unplanned, vacant

from roster_app.domain.calendar import DayTable
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.places import DemandWindow
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.stationery import Stationery
from roster_app.domain.team import Directory
from roster_app.printing import duty_sheet, wall_roster
from roster_app.printing.fitting import Name
from roster_app.printing.notices import MissingCharacter, SmallType, UnannouncedYear
from roster_app.printing.paper import Paper
from roster_app.printing.wall_content import weeks
from roster_app.printing.wall_packing import PlacedEntry, PlacedShift
from roster_app.printing.wall_roster import WallPage, WallRequest, paginate

WEEK = WallRequest(MONDAY, SUNDAY)
A4_WEEK = replace(WEEK, paper=Paper.A4)
SHORT_NAMES = [name for name in dict.fromkeys(NAMES) if len(name) <= 4]
THREE_POSTS = Ground(posts=(("负责人", 1), ("测温", 1), ("登记", 1)))


def pages_of(team: Directory, roster: Roster, request: WallRequest = WEEK) -> tuple[WallPage, ...]:
    return paginate(roster, team, request, imprint(roster), type_case())


def shifts_on(pages: Sequence[WallPage]) -> Iterator[tuple[str, PlacedShift]]:
    for page in pages:
        for block in page.sheet:
            for shift in block.shifts:
                yield block.name, shift


def entries_on(pages: Sequence[WallPage]) -> Iterator[PlacedEntry]:
    for _, shift in shifts_on(pages):
        for seat in shift.seats:
            for cell in seat.cells:
                yield from cell


def printed(pages: Sequence[WallPage]) -> Counter[str]:
    """How often each name stands on the sheets."""
    return Counter(entry.name.text for entry in entries_on(pages) if entry.name)


# How large


def test_three_checkpoints_with_pairs_fit_one_a3_sheet_at_28_points() -> None:
    team = directory(names=SHORT_NAMES)
    (page,) = pages_of(team, full(team))
    assert page.size >= 28


def test_the_same_fits_one_a4_sheet_at_20_points() -> None:
    team = directory(names=SHORT_NAMES)
    (page,) = pages_of(team, full(team), A4_WEEK)
    assert page.size >= 20


@pytest.mark.parametrize(("request_", "least"), [(WEEK, 28), (A4_WEEK, 20)])
def test_more_posts_take_more_sheets_and_never_smaller_type(request_: WallRequest, least: float) -> None:
    team = directory(THREE_POSTS, SHORT_NAMES)
    pages = pages_of(team, full(team), request_)
    assert len(pages) > 1
    assert all(page.size >= least for page in pages)


def test_upright_the_sheet_is_as_large_as_asked_for_and_names_are_still_28_points() -> None:
    team = directory(names=SHORT_NAMES[:6])
    (page,) = pages_of(team, full(team), replace(WEEK, landscape=False))
    assert page.measures.page == Paper.A3.portrait
    assert page.size >= 28


def test_a_sheet_stands_upright_of_itself_where_that_spares_a_sheet_and_no_name_is_smaller() -> None:
    names = ["王建国", "李秀英", "何平", "张伟"]
    four = directory(Ground(checkpoints=("东门", "南门", "西门", "北门")), names)
    assert len(pages_of(four, full(four), replace(WEEK, landscape=True))) == 2
    (page,) = pages_of(four, full(four))
    assert not page.measures.landscape
    assert page.size >= 28
    broken = directory(Ground(checkpoints=("东门", "南门", "西门", "北门")), [*names, "Christopher Montgomery"])
    assert {page.measures.landscape for page in pages_of(broken, full(broken))} == {True}


def test_fewer_posts_are_set_larger() -> None:
    one = directory(Ground(checkpoints=("东门",)), SHORT_NAMES)
    three = directory(names=SHORT_NAMES)
    assert pages_of(one, full(one))[0].size > pages_of(three, full(three))[0].size


def test_all_sheets_of_an_order_have_one_size() -> None:
    team = directory(THREE_POSTS)
    days = period(date(2020, 4, 1), date(2020, 4, 30))
    pages = pages_of(team, full(team, days), WallRequest(days.first, days.last))
    assert len({page.size for page in pages}) == 1


def test_a_name_below_20_points_is_announced() -> None:
    team = directory(names=["阿卜杜热合曼阿卜杜热合曼", "王建国"])
    (notice,) = {n for page in pages_of(team, full(team), A4_WEEK) for n in page.notices}
    assert isinstance(notice, SmallType)
    assert notice.name == "阿卜杜热合曼阿卜杜热合曼"
    assert notice.points < 20
    assert notice.name in notice.words()


def test_ordinary_names_raise_no_notice() -> None:
    team = directory(names=SHORT_NAMES)
    assert not any(page.notices for page in pages_of(team, full(team), A4_WEEK))


# What stands where


grounds = st.builds(
    Ground,
    checkpoints=st.integers(1, 5).map(lambda n: tuple(f"第{i}卡口" for i in range(1, n + 1))),
    shifts=st.sampled_from(
        [
            (("全天", "全", 510, 1950),),
            (("白班", "白", 480, 1200), ("夜班", "夜", 1200, 1920)),
            (("早班", "早", 390, 690), ("中班", "中", 690, 1050), ("晚班", "晚", 1050, 1500), ("夜班", "夜", 60, 390)),
        ]
    ),
    posts=st.lists(st.tuples(st.sampled_from(["测温", "登记", "宣传"]), st.integers(1, 9)), min_size=1, max_size=3).map(
        tuple
    ),
)


@st.composite
def rosters(draw: st.DrawFn) -> tuple[Directory, Roster]:
    """Any ground for one to nine days with some of the duties held."""
    team = directory(draw(grounds))
    days = period(MONDAY, date(2020, 4, 6 + draw(st.integers(0, 8))))
    roster = vacant(team, days)
    people = [v.id for v in team.volunteers]
    holders = draw(st.lists(st.sampled_from([None, *people]), min_size=1, max_size=40))
    turns = {duty.id: holders[n % len(holders)] for n, duty in enumerate(roster.plan.duties)}
    return team, roster.with_assignments({duty: Assignment(who) for duty, who in turns.items() if who})


many = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@many
@given(rosters(), st.sampled_from([Paper.A3, Paper.A4]), st.booleans())
def test_every_duty_stands_on_the_sheets_exactly_once(
    made: tuple[Directory, Roster], paper: Paper, apart: bool
) -> None:
    team, roster = made
    request = WallRequest(roster.period.first, roster.period.last, paper=paper, apart=apart)
    pages = pages_of(team, roster, request)
    held = Counter(team.volunteer[a.volunteer_id].name for a in roster.assignments.values())
    assert printed(pages) == held
    assert sum(entry.name is None for entry in entries_on(pages)) == len(roster.vacancies)


@many
@given(rosters(), st.sampled_from([Paper.A3, Paper.A4]))
def test_no_sheet_is_fuller_than_it_may_be(made: tuple[Directory, Roster], paper: Paper) -> None:
    team, roster = made
    for page in pages_of(team, roster, WallRequest(roster.period.first, roster.period.last, paper=paper)):
        assert sum(block.height for block in page.sheet) <= page.measures.body_height + 0.01
        assert page.measures.day_width * len(page.days) <= page.measures.page.width - page.measures.days_left


@many
@given(rosters())
def test_a_shift_is_parted_only_if_it_fills_a_sheet_alone(made: tuple[Directory, Roster]) -> None:
    team, roster = made
    pages = pages_of(team, roster, WallRequest(roster.period.first, roster.period.last))
    for page in pages:
        for block in page.sheet:
            for shift in block.shifts[1:]:
                assert not shift.continued


def test_each_name_stands_under_its_own_day_and_post() -> None:
    team = directory()
    roster = full(team)
    (first, *_) = pages_of(team, roster)
    shift = next(s for s in roster.plan.shifts if s.day == date(2020, 4, 9))
    leader = team.volunteer[roster.assignments[roster.plan.duties_of[shift.id][0].id].volunteer_id]
    seat = first.sheet[0].shifts[0].seats[0]
    (entry,) = seat.cells[3]
    assert (seat.post, seat.leads) == ("负责人", True)
    assert entry.name is not None
    assert entry.name.text == leader.name


def test_a_checkpoint_stays_on_one_sheet_while_a_sheet_can_hold_it() -> None:
    team = directory(THREE_POSTS)
    pages = pages_of(team, full(team))
    places = [block.checkpoint_id for page in pages for block in page.sheet]
    assert len(places) == len(set(places)) == 3


def test_a_checkpoint_larger_than_a_sheet_goes_on_with_a_mark() -> None:
    team = directory(Ground(checkpoints=("大门",), posts=(("巡逻", 12),)))
    first, *others = (block for page in pages_of(team, full(team)) for block in page.sheet)
    assert not first.continued
    assert all(block.continued for block in others)


def test_shifts_stand_in_order_of_their_start() -> None:
    team = directory()
    names = [shift.name for place, shift in shifts_on(pages_of(team, full(team))) if place == "横岗卡口"]
    assert names == ["夜班", "早班", "中班"]


def test_vacancies_are_lines_to_write_on() -> None:
    team = directory()
    pages = pages_of(team, almost_empty(team))
    assert printed(pages) == Counter({"王建国": 1})
    assert sum(entry.setting is None for entry in entries_on(pages)) == 3 * 3 * 2 * 7 - 1


def test_an_unplanned_period_gives_the_sheet_to_fill_in_by_hand() -> None:
    team = directory()
    pages = pages_of(team, unplanned())
    assert [place for place, _ in shifts_on(pages)][::3] == ["宋屋村卡口", "横岗卡口", "官路村卡口"]
    assert all(entry.name is None for entry in entries_on(pages))


def test_a_place_that_wants_nobody_still_gives_an_empty_table() -> None:
    team = directory(Ground(checkpoints=("热线",), posts=()))
    (page,) = pages_of(team, unplanned())
    assert [shift.name for shift in page.sheet[0].shifts] == ["", "", ""]
    assert len(list(entries_on([page]))) == 3 * 2 * 7


def test_a_team_without_places_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        pages_of(directory(Ground(checkpoints=())), unplanned())
    assert refused.value.code is ErrorCode.NOTHING_TO_STAFF


def test_a_seat_wanted_part_of_the_shift_says_when() -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("测温", 1),)))
    closed = replace(team.posts[0], windows=(DemandWindow(0, 300, 0),))
    team = replace(team, posts=(closed,))
    pages = pages_of(team, full(team))
    night = next(shift for _, shift in shifts_on(pages))
    settings_ = [entry.setting for cell in night.seats[0].cells for entry in cell]
    assert all(setting is not None and setting.mark.endswith("05:00–08:00") for setting in settings_)


def test_a_day_on_which_nobody_is_wanted_has_an_empty_cell() -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("测温", 1),)))
    shut = replace(
        team.posts[0],
        windows=(DemandWindow(0, 1440, 0, frozenset({team.days.type_of(MONDAY)})),),
    )
    team = replace(team, posts=(shut,))
    for _, shift in shifts_on(pages_of(team, full(team))):
        assert [len(cell) for cell in shift.seats[0].cells] == [0, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("printing", [duty_sheet, wall_roster])
def test_an_order_that_ends_before_it_begins_is_refused(printing: ModuleType) -> None:
    team = directory()
    request = (printing.WallRequest if printing is wall_roster else printing.DutyRequest)(SUNDAY, MONDAY)
    with pytest.raises(DomainError) as refused:
        printing.paginate(full(team), team, request, imprint(), type_case())
    assert refused.value.code is ErrorCode.EMPTY_PERIOD


# Names


def test_namesakes_carry_their_affiliation() -> None:
    team = directory()
    names = {str(entry.name) for entry in entries_on(pages_of(team, full(team))) if entry.name}
    assert {"张伟(官路村党支部)", "张伟(社区卫生服务中心)"} <= names
    assert "张伟" not in names


def test_names_one_sound_and_one_character_apart_carry_their_affiliation() -> None:
    team = directory()
    names = {entry.name for entry in entries_on(pages_of(team, full(team))) if entry.name}
    assert Name("许煜竣", "(横岗经济社)") in names
    assert Name("许煜焌", "(颐和)") in names
    assert Name("王建国") in names


def test_a_missing_character_is_announced_with_the_name() -> None:
    team = directory(names=["张𡃁", "王建国"])
    notices = {notice for page in pages_of(team, full(team)) for notice in page.notices}
    assert notices == {MissingCharacter("张𡃁", "𡃁")}
    assert all("张𡃁" in notice.words() and "〓" in notice.words() for notice in notices)


def test_characters_missing_anywhere_on_the_sheet_are_announced() -> None:
    team = directory(Ground(("𡃁门",), (("𡃁班", "𡃁", 0, 480),), (("𡃁岗", 1),)), ["王建国"], office="𡃁街")
    made = replace(
        imprint(), duty_leader="陈𡃁", made_by="李𡃁", reviewed_by="王𡃁", stationery=Stationery(rules=("𡃁",))
    )
    notices = paginate(full(team), team, WEEK, made, type_case())[0].notices
    texts = ["𡃁街", "陈𡃁", "李𡃁", "王𡃁", "𡃁", "𡃁门", "𡃁班", "𡃁岗"]
    assert list(notices) == [MissingCharacter(text, "𡃁") for text in texts]


# Around the table


def test_days_wear_their_kind() -> None:
    team = directory()
    request = WallRequest(MONDAY, date(2020, 4, 26))
    pages = pages_of(team, full(team, period(MONDAY, date(2020, 4, 26))), request)
    heads = [day for page in pages for day in page.days]
    days = {head.day: (head.weekday, head.occasion, head.grey) for head in heads}
    assert days["6 Apr"] == ("Mon", "Qingming Festival", True)
    assert days["7 Apr"] == ("Tue", "", False)
    assert days["11 Apr"] == ("Sat", "", True)
    assert days["26 Apr"] == ("Sun", "Make-up workday", False)


def test_weeks_begin_on_monday() -> None:
    parts = weeks(period(date(2020, 4, 1), date(2020, 4, 30)).days)
    assert [(part[0].day, part[-1].day) for part in parts] == [(1, 5), (6, 12), (13, 19), (20, 26), (27, 30)]


def test_an_edition_is_named_with_the_codes_of_the_places_on_the_sheet() -> None:
    team = directory(THREE_POSTS)
    roster = full(team)
    made = imprint(roster)
    assert made.edition is not None
    for page in paginate(roster, team, WEEK, made, type_case()):
        shown = [made.edition.check_codes[block.checkpoint_id] for block in page.sheet]
        assert page.words.state == f"Edition 3 · check code {' '.join(shown)} · printed 5 Apr 2020 18:00"
        assert not page.words.draft


def test_without_an_edition_every_sheet_is_a_draft() -> None:
    team = directory()
    pages = paginate(full(team), team, WEEK, imprint(), type_case())
    assert all(page.words.draft and page.words.state == "Draft · printed 5 Apr 2020 18:00" for page in pages)


def test_sheets_are_numbered_through() -> None:
    team = directory()
    pages = pages_of(team, full(team), replace(WEEK, apart=True))
    assert [page.words.page for page in pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]


def test_apart_each_checkpoint_has_sheets_and_a_title_of_its_own(chinese: str) -> None:
    team = directory()
    pages = pages_of(team, full(team), replace(WEEK, apart=True))
    assert [[block.name for block in page.sheet] for page in pages] == [["宋屋村卡口"], ["横岗卡口"], ["官路村卡口"]]
    assert pages[1].words.title == "永平街横三社区（横岗卡口）值班表"


def test_only_the_checkpoints_asked_for_are_printed() -> None:
    team = directory()
    (page,) = pages_of(team, full(team), replace(WEEK, checkpoint_ids=(team.checkpoints[1].id,)))
    assert [block.name for block in page.sheet] == ["横岗卡口"]


def test_a_place_with_a_phone_of_its_own_shows_it_on_its_own_sheets() -> None:
    team = directory()
    hotline = replace(team.checkpoints[0], phone="8218 0120")
    team = replace(team, checkpoints=(hotline, *team.checkpoints[1:]))
    pages = pages_of(team, full(team), replace(WEEK, apart=True))
    assert [page.words.phone for page in pages] == ["8218 0120", "8218 0110", "8218 0110"]


def test_a_year_without_announced_holidays_says_so_on_the_sheet() -> None:
    team = replace(directory(), days=DayTable())
    (first, *_) = pages_of(team, full(team))
    assert UnannouncedYear(2020) in first.notices
    assert any("2020" in rule for rule in first.words.rules)


def test_a_team_may_have_rules_of_its_own() -> None:
    team = directory()
    own = replace(imprint(), stationery=Stationery(rules=("值班电话保持畅通",)))
    words = paginate(full(team), team, WEEK, own, type_case())[0].words
    assert words.rules == ("1. Names in bold lead their shift", "2. 值班电话保持畅通")
