"""What stands on which page of a daily duty and sign-in sheet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_reading import type_case
from paper_teams import MONDAY, Ground, almost_empty, directory, full, imprint, unplanned

from roster_app.domain.calendar import DayTable
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.places import DemandWindow
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing.duty_content import DutyRow, ShiftBlock
from roster_app.printing.duty_sheet import BODY, HAND_OVER, LOWEST, TALL, DutyPage, DutyRequest, arrange, paginate
from roster_app.printing.fitting import Name
from roster_app.printing.notices import MissingCharacter, UnannouncedYear
from roster_app.printing.paper import MM

TODAY = DutyRequest(MONDAY, MONDAY)
THREE_POSTS = Ground(posts=(("负责人", 1), ("测温", 1), ("登记", 1)))
ONE_PLACE = Ground(checkpoints=("东门",))


def pages_of(team: Directory, roster: Roster, request: DutyRequest = TODAY) -> tuple[DutyPage, ...]:
    return paginate(roster, team, request, imprint(roster), type_case())


def rows_on(pages: Sequence[DutyPage]) -> list[DutyRow]:
    return [row for page in pages for block in page.blocks for row in block.rows]


def shift(count: int, name: str = "早班") -> ShiftBlock:
    return ShiftBlock(name, "08:00–16:00", "16:00", tuple(DutyRow(n, "测温", False) for n in range(1, count + 1)))


def tall(page: Sequence[ShiftBlock], height: float) -> float:
    return sum(len(block.rows) * height + HAND_OVER * block.hands_over for block in page)


days = st.lists(st.integers(1, 60), min_size=1, max_size=6).map(lambda counts: [shift(c, f"{c}") for c in counts])


@given(days, st.integers(0, 4))
def test_every_row_stands_on_one_page_in_order_and_no_page_is_overfull(blocks: list[ShiftBlock], blank: int) -> None:
    height, pages = arrange(blocks, blank)
    assert [row for page in pages for block in page for row in block.rows] == [r for b in blocks for r in b.rows]
    assert all(tall(page, height) <= BODY + 0.01 for page in pages)
    assert tall(pages[-1], height) + blank * height <= BODY + 0.01
    assert LOWEST <= height <= TALL


@given(days, st.integers(0, 4))
def test_a_shift_is_parted_only_where_no_page_could_hold_it(blocks: list[ShiftBlock], blank: int) -> None:
    _, pages = arrange(blocks, blank)
    for block in (block for page in pages for block in page):
        if block.continued:
            whole = next(b for b in blocks if b.name == block.name)
            assert tall([whole], LOWEST) > BODY


@given(days)
def test_each_shift_hands_over_once_after_its_last_row(blocks: list[ShiftBlock]) -> None:
    _, pages = arrange(blocks, 2)
    placed = [block for page in pages for block in page]
    assert sum(block.hands_over for block in placed) == len(blocks)
    assert all(
        last.hands_over
        for last, after in zip(placed, [*placed[1:], None], strict=True)
        if not after or not after.continued
    )


def test_three_shifts_of_three_take_one_page_with_rows_of_15_mm() -> None:
    team = directory(THREE_POSTS)
    (page,) = pages_of(team, full(team), replace(TODAY, checkpoint_ids=(team.checkpoints[0].id,)))
    assert page.row_height == pytest.approx(15 * MM)
    assert page.write_in_rows == 2


def test_a_fuller_day_stays_on_one_page_with_lower_rows() -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("负责人", 1), ("测温", 3))))
    (page,) = pages_of(team, full(team))
    assert 11 * MM <= page.row_height < 15 * MM


def test_a_day_too_full_for_a_page_goes_on_with_whole_shifts() -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("负责人", 1), ("测温", 7))))
    pages = pages_of(team, full(team))
    assert [[block.name for block in page.blocks] for page in pages] == [["夜班"], ["早班"], ["中班"]]
    assert [page.write_in_rows for page in pages] == [0, 0, 2]
    assert [page.words.page for page in pages] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]


def test_further_pages_say_that_they_continue(chinese: str) -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("负责人", 1), ("测温", 7))))
    titles = [page.words.title for page in pages_of(team, full(team))]
    assert titles == ["永平街横三社区（东门）值班签到表", *["永平街横三社区（东门）值班签到表（续）"] * 2]


def test_rows_say_who_where_and_with_which_phone() -> None:
    team = Privacy(directory(ONE_PLACE), Profile.POSTED).shown
    first, second, *_ = rows_on(pages_of(team, full(team)))
    assert first == DutyRow(1, "负责人", True, "", Name("王建国"), "横岗经济社", "138****7919")
    assert (second.number, second.post, second.leads, second.name) == (2, "测温", False, Name("李秀英"))


def test_the_phones_are_those_of_the_directory_in_which_privacy_has_been_seen_to() -> None:
    team = directory(ONE_PLACE)
    (page,) = pages_of(team, full(team))
    assert [row.phone for row in rows_on([page])] == [v.phone for v in team.volunteers[:6]]


def test_shift_leaders_stand_above_the_table() -> None:
    team = directory(ONE_PLACE)
    (page,) = pages_of(team, full(team))
    assert page.leaders == (("夜班", "王建国"), ("早班", "张伟(官路村党支部)"), ("中班", "欧阳雪梅"))


def test_an_unfilled_leader_is_a_line_to_write_on() -> None:
    team = directory(ONE_PLACE)
    (page,) = pages_of(team, almost_empty(team))
    assert page.leaders == (("夜班", "王建国"), ("早班", ""), ("中班", ""))


def test_vacancies_are_rows_to_write_in() -> None:
    team = directory(ONE_PLACE)
    held, *vacant = rows_on(pages_of(team, almost_empty(team)))
    assert held.name == Name("王建国")
    assert [row.number for row in vacant] == [2, 3, 4, 5, 6]
    assert all(row.name is None and row.phone == "" for row in vacant)


def test_an_unplanned_period_gives_numbered_rows_to_fill_in() -> None:
    team = directory(ONE_PLACE)
    (page,) = pages_of(team, unplanned())
    assert [row.post for row in rows_on([page])] == ["负责人", "测温"] * 3


def test_a_place_that_wants_nobody_gives_a_page_of_blank_rows() -> None:
    team = directory(Ground(checkpoints=("热线",), posts=()))
    (page,) = pages_of(team, unplanned())
    assert page.blocks == ()
    assert page.write_in_rows >= 12
    assert page.write_in_rows * page.row_height <= BODY


def test_a_team_without_places_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        pages_of(directory(Ground(checkpoints=())), unplanned())
    assert refused.value.code is ErrorCode.NOTHING_TO_STAFF


def test_the_hand_over_is_at_the_end_of_the_shift() -> None:
    overnight = Ground(checkpoints=("东门",), shifts=(("夜班", "夜", 1350, 1830),))
    team = directory(overnight)
    (page,) = pages_of(team, full(team))
    assert [(block.clock, block.relief) for block in page.blocks] == [("22:30–06:30", "06:30")]


def test_a_duty_that_is_part_of_its_shift_says_when() -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("测温", 1),)))
    shut_after_midnight = replace(team.posts[0], windows=(DemandWindow(0, 300, 0),))
    team = replace(team, posts=(shut_after_midnight,))
    assert [row.clock for row in rows_on(pages_of(team, full(team)))] == ["05:00–08:00", "", ""]


def test_days_and_places_follow_each_other() -> None:
    team = directory()
    pages = pages_of(team, full(team), DutyRequest(MONDAY, date(2020, 4, 7)))
    assert [page.words.title.split("(")[1].split(")")[0] for page in pages] == [
        "宋屋村卡口",
        "横岗卡口",
        "官路村卡口",
    ] * 2
    assert [(page.day, page.day_type, page.grey) for page in pages[::3]] == [
        ("Mon 6 Apr 2020", "Qingming Festival", True),
        ("Tue 7 Apr 2020", "Workday", False),
    ]


def test_only_the_checkpoints_asked_for_are_printed() -> None:
    team = directory()
    (page,) = pages_of(team, full(team), replace(TODAY, checkpoint_ids=(team.checkpoints[1].id,)))
    assert "横岗卡口" in page.words.title


def test_an_edition_has_a_token_and_a_draft_has_none() -> None:
    team = directory(ONE_PLACE)
    roster = full(team)
    made = imprint(roster)
    assert made.edition is not None
    (published,) = paginate(roster, team, TODAY, made, type_case())
    (draft,) = paginate(roster, team, TODAY, imprint(), type_case())
    assert published.token == f"R1:3:1:20200406:{made.edition.check_codes[team.checkpoints[0].id]}"
    assert draft.token == ""
    assert draft.words.draft


def test_notices_name_missing_characters_and_unannounced_years() -> None:
    team = replace(directory(ONE_PLACE, ["张𡃁", "王建国"]), days=DayTable())
    (page,) = pages_of(team, full(team))
    assert page.notices == (UnannouncedYear(2020), MissingCharacter("张𡃁", "𡃁"))


def test_two_characters_are_spread_only_on_demand() -> None:
    team = directory(ONE_PLACE, ["何平", "王建国"])
    names = [row.name for row in rows_on(pages_of(team, full(team), replace(TODAY, spread_names=True)))]
    assert names[:2] == [Name("何\u3000平"), Name("王建国")]
    assert rows_on(pages_of(team, full(team)))[0].name == Name("何平")
