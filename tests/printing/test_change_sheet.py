"""Change sheets: what they tell, that nothing leaves its cell, and that every name is read back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from change_cases import THREE_POSTS, Change, crowded, drawn, edited, long_names, rows_on, sparse, unchanged
from hypothesis import given, settings
from hypothesis import strategies as st
from paper_reading import (
    letters,
    letters_on_letters,
    letters_outside,
    page_sizes,
    picture,
    readers,
    unembedded_fonts,
    words_by_pdfium,
)
from paper_teams import MONDAY, NAMES, Ground, directory, full, period

from roster_app import i18n
from roster_app.domain import edits, parts
from roster_app.domain.calendar import DayTable
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.roster import Roster
from roster_app.printing.change_layout import AFTER_SIZE, READ_AT_ARMS_LENGTH, WIDTHS, PlacedDay
from roster_app.printing.change_sheet import BODY, BODY_TOP, MARGIN, PAGE, ChangePage, pack
from roster_app.printing.notices import MissingCharacter, UnannouncedYear
from roster_app.printing.paper import MM

CASES: dict[str, Callable[[], Change]] = {
    "sparse": sparse,
    "crowded": crowded,
    "long names": long_names,
    "unchanged": unchanged,
}
HERE, THERE = CheckpointId(1), CheckpointId(2)
EVERY_CASE = pytest.mark.parametrize("name", list(CASES))
EVERY_LANGUAGE = pytest.mark.parametrize("language", list(i18n.LANGUAGES))


# what it tells


def test_each_seat_is_told_before_and_after() -> None:
    (page,) = sparse().pages()
    assert rows_on([page]) == [
        ("早班", "测温", ["谢宇航"], ["黄𬀩"]),
        ("夜班", "测温", ["林婉珊"], ["-"]),
        ("早班", "负责人", ["赵犇 08:00–16:00"], ["赵犇 08:00–12:00", "阿卜杜热合曼·买买提 12:00–16:00"]),
        ("夜班", "登记", ["-"], ["䶮㛃"]),
    ]
    assert [(day.day.day, day.day.weekday, day.day.grey) for day in page.days] == [
        ("6 Apr", "Mon", True),
        ("7 Apr", "Tue", False),
        ("8 Apr", "Wed", False),
    ]
    assert [row.row.clock for day in page.days for row in day.rows] == [
        "08:00–16:00", "00:00–08:00", "08:00–16:00", "00:00–08:00"
    ]  # fmt: skip


def test_a_shift_with_other_times_says_both() -> None:
    team = directory(replace(THREE_POSTS, checkpoints=("东门",)))
    posted = full(team, period(last=MONDAY))
    late = replace(team, shift_types=tuple(replace(t, start=510, end=990) if t.start == 480 else t
                                           for t in team.shift_types))  # fmt: skip
    plan = plan_duties(late, posted.period, count(500).__next__, posted.plan)
    (page,) = Change(late, posted, Roster(plan, posted.assignments)).pages()
    assert rows_on([page])[0] == (
        "早班",
        "负责人",
        ["张伟(社区卫生服务中心) 08:00–16:00"],
        ["张伟(社区卫生服务中心) 08:30–16:30"],
    )
    assert [row.row.clock for row in page.days[0].rows] == ["", "", ""]


def test_seats_no_longer_wanted_and_new_ones_are_told(tmp_path: Path, chinese: str) -> None:
    one, two = (directory(Ground(("东门",), posts=(("测温", seats),))) for seats in (1, 2))
    posted = full(two, period(last=MONDAY))
    plan = plan_duties(one, posted.period, count(500).__next__, posted.plan)
    fewer = Roster(plan, {d: a for d, a in posted.assignments.items() if d in plan.duty})
    gone, come = Change(one, posted, fewer), Change(two, fewer, posted)
    assert next((before, after) for _, _, before, after in rows_on(gone.pages())) == (["李秀英"], [])
    assert words_by_pdfium(drawn(gone, tmp_path / "gone.pdf")).count("取消此岗") == 3
    assert words_by_pdfium(drawn(come, tmp_path / "come.pdf")).count("原无此岗") == 3


def test_the_head_says_which_sheet_it_belongs_to(chinese: str) -> None:
    change = sparse()
    code = change.edition.check_codes[HERE]
    (page,) = change.pages()
    assert page.words.title == "永平街横三社区（横岗卡口）值班变更单"
    assert page.words.lead == f"对第2版（校验码 {code}）的更改，改至第3版"
    assert (page.count, page.period) == ("共更改 4 处", "2020年4月6日（星期一）至4月12日（星期日）")
    assert page.words.phone == "8218 0110"
    assert page.words.rules[0] == "1、贴在第2版值班表旁；此单未列的岗次以值班表为准。"
    (draft,) = sparse(published=False).pages()
    assert draft.words.lead == f"对第2版（校验码 {code}）的更改（草稿）"
    assert (draft.token, draft.words.draft) == ("", True)


def test_only_the_days_and_the_checkpoints_that_changed_are_printed() -> None:
    team = directory()
    posted = full(team)
    there = next(d.id for d in posted.plan.duties if posted.plan.shift_of(d.id).checkpoint_id == THERE)
    change = Change(team, posted, edited(posted, edits.assign(posted, there, VolunteerId(3))))
    (page,) = change.pages()
    assert "横岗卡口" in page.words.title
    (nothing,) = change.pages(HERE)
    assert nothing.days == ()
    assert "宋屋村卡口" in nothing.words.title


def test_where_nothing_changed_the_sheet_says_so(tmp_path: Path, chinese: str) -> None:
    (page,) = unchanged().pages()
    assert (page.days, page.count, page.token) == ((), "", "")
    assert page.words.title == "永平街横三社区值班变更单"
    words = words_by_pdfium(drawn(unchanged(), tmp_path / "none.pdf"))
    assert "没有更改" in words
    assert "张贴的值班表继续有效" in words


def test_a_vacancy_is_a_line_to_write_on_and_namesakes_are_told_apart() -> None:
    (page,) = sparse().pages()
    (vacant,) = page.days[1].rows[0].after
    assert (vacant.is_vacant, vacant.is_person) == (True, False)
    people = {who for _, _, before, after in rows_on(crowded().pages()) for who in (*before, *after)}
    assert {"张伟(官路村党支部)", "张伟(社区卫生服务中心)", "许煜竣(横岗经济社)", "许煜焌(颐和)"} <= people


def test_notices_name_missing_characters_and_unannounced_years() -> None:
    team = replace(directory(Ground(("东门",), posts=(("测温", 1),)), ["张𡃁", "王建国"]), days=DayTable())
    posted = full(team)
    first = posted.plan.duties[0].id
    (page,) = Change(team, posted, edited(posted, edits.assign(posted, first, VolunteerId(2)))).pages()
    assert page.notices == (UnannouncedYear(2020), MissingCharacter("张𡃁", "𡃁"))


def test_who_answers_for_it_is_looked_through_for_missing_characters() -> None:
    (page,) = sparse().pages(made_by="王\U0002ebf0")
    assert MissingCharacter("王\U0002ebf0", "\U0002ebf0") in page.notices


# pages


def test_days_stay_together_and_heads_are_repeated(tmp_path: Path, chinese: str) -> None:
    pages = crowded().pages()
    assert len(pages) == 5
    assert [len({day.day.day for day in page.days}) for page in pages] == [1] * 5
    assert not any(day.continued for page in pages for day in page.days)
    assert [page.words.page for page in pages] == [f"第 {n} / 5 页" for n in range(1, 6)]
    assert all(page.words.title.endswith("（续）") for page in pages[1:])
    copied = words_by_pdfium(drawn(crowded(), tmp_path / "crowded.pdf"))
    for head in ("日期", "原值班人", "改为", "24小时值班电话"):
        assert copied.count(head) >= 5


def test_a_day_no_page_could_hold_goes_on_with_its_date() -> None:
    pages = long_names().pages()
    assert [[(day.day.day, day.continued) for day in page.days] for page in pages] == [
        [("6 Apr", False)], [("6 Apr", True)], [("7 Apr", False)], [("7 Apr", True)]
    ]  # fmt: skip


@pytest.mark.parametrize("published", [True, False])
def test_every_page_says_edition_code_time_and_number_or_draft(tmp_path: Path, chinese: str, published: bool) -> None:
    change = crowded(published=published)
    copied = "".join(words_by_pdfium(drawn(change, tmp_path / "sheet.pdf")).split())
    state = f"第3版·校验码{change.imprint.check_codes([HERE])[0]}·" if published else "草稿·"
    assert copied.count(state + "2020年4月5日18:00打印·第") == 5
    assert copied.count("草稿") == (0 if published else 3 * 5)  # in the lead, over the sheet, at its foot
    for label in ("制表区志明", "审核", "日期"):
        assert copied.count(label) >= 5


# the finished document


@EVERY_CASE
@EVERY_LANGUAGE
def test_nothing_leaves_the_page_or_runs_into_something_else(tmp_path: Path, name: str, language: str) -> None:
    i18n.install(language)
    signed = {"duty_leader": "阿卜杜热合曼·买买提", "made_by": "Christopher Montgomery-Smith", "reviewed_by": "陈志坚"}
    path = drawn(CASES[name](), tmp_path / "sheet.pdf", **signed)
    assert letters_outside(path, 7.5 * MM) == []
    assert letters_on_letters(path) == []
    assert unembedded_fonts(path) == []
    assert {(round(w / MM), round(h / MM)) for w, h in page_sizes(path)} == {(148, 210)}


@EVERY_CASE
@EVERY_LANGUAGE
def test_no_letter_crosses_a_line_of_the_table(tmp_path: Path, name: str, language: str) -> None:
    i18n.install(language)
    change = CASES[name]()
    assert crossings(drawn(change, tmp_path / "sheet.pdf"), change.pages()) == []


@given(st.data())
@settings(max_examples=20)
def test_no_letter_crosses_a_line_whatever_has_changed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    change = data.draw(changes())
    pages = change.pages()
    assert all(sum(day.height for day in page.days) <= BODY + 0.01 for page in pages)
    path = drawn(change, tmp_path_factory.mktemp("sheet") / "sheet.pdf")
    assert crossings(path, pages) == []
    told = {who.split(" ")[0] for *_, before, after in rows_on(pages) for who in (*before, *after)} - {"-"}
    copied = "".join(words_by_pdfium(path).split())
    assert all(part in copied for who in told for part in who.replace("·", "· ").split())


@given(st.lists(st.lists(st.floats(30, 200), min_size=1, max_size=25), min_size=1, max_size=8))
def test_every_row_stands_once_in_order_and_no_page_is_overfull(days: list[list[float]]) -> None:
    placed = [_day_of(heights) for heights in days]
    pages = pack(placed)
    assert [row.height for page in pages for day in page for row in day.rows] == [h for day in days for h in day]
    assert all(sum(day.height for day in page) <= BODY for page in pages)
    parted = [day for page in pages for day in page if day.continued]
    assert len(parted) == sum(len(page) for page in pages) - len(days)
    whole = [day for page in pages for day in page if day.height <= BODY and not day.continued]
    assert len([heights for heights in days if sum(heights) <= BODY]) <= len(whole)


@pytest.mark.parametrize("read", readers())
def test_every_name_is_copied_out(tmp_path: Path, read: Callable[[Path], str]) -> None:
    copied = "".join(read(drawn(crowded(), tmp_path / "sheet.pdf")).split())
    for name in NAMES:
        assert all(part in copied for part in name.replace("·", "· ").split()), name
    for rare in ("黄𬀩", "䶮㛃"):
        assert rare in copied


def test_type_is_read_at_arms_length() -> None:
    for build in (sparse, crowded):
        rows = [row for page in build().pages() for day in page.days for row in day.rows]
        sizes = [row.post.size for row in rows] + [row.shift.size for row in rows] + [row.clock.size for row in rows]
        sizes += [s.size for row in rows for p in (*row.before, *row.after) for s in (p.upper, *p.below)]
        assert min(sizes) >= READ_AT_ARMS_LENGTH
        assert max(part.upper.size for row in rows for part in row.after) == AFTER_SIZE


def test_the_symbol_is_read_back(tmp_path: Path) -> None:
    (page,) = sparse().pages()
    (found,) = zxingcpp.read_barcodes(picture(drawn(sparse(), tmp_path / "sheet.pdf")))
    assert found.text == page.token == f"R1:3:1:20200406:{sparse().imprint.check_codes([HERE])[0]}"


def test_who_stood_there_is_struck_through_and_who_stands_there_is_not(tmp_path: Path) -> None:
    change = sparse()
    path = drawn(change, tmp_path / "sheet.pdf")
    (page,) = change.pages()
    middle = BODY_TOP + page.days[0].height / 2
    dark = picture(path, dpi=300).convert("L")
    for column, struck in (("before", True), ("after", False)):
        x = MARGIN + sum(list(WIDTHS.values())[: list(WIDTHS).index(column)])
        row = [dark.getpixel((int((x + n * 0.1) / 72 * 300), int(middle / 72 * 300)))
               for n in range(40, int(WIDTHS[column] * 10) - 40)]  # fmt: skip
        assert (_longest_run(row) > 30 / 0.1) is struck  # a line of more than 30 points


def test_the_same_changes_give_the_same_bytes(tmp_path: Path) -> None:
    first = drawn(crowded(), tmp_path / "first.pdf").read_bytes()
    assert drawn(crowded(), tmp_path / "second.pdf").read_bytes() == first
    assert len(first) < 120_000


def _longest_run(row: list[int]) -> int:
    longest = run = 0
    for pixel in row:
        run = run + 1 if pixel < 140 else 0
        longest = max(longest, run)
    return longest


def _day_of(heights: list[float]) -> PlacedDay:
    (page,) = sparse().pages()
    day = page.days[0]
    return PlacedDay(day.day, tuple(replace(day.rows[0], height=height) for height in heights))


def crossings(path: Path, pages: tuple[ChangePage, ...]) -> list[tuple[int, str]]:
    """Every letter inside a table that touches one of its lines, with its page."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, (drawn_page, page) in enumerate(zip(document, pages, strict=True)):
            edges, bottom = _columns(), BODY_TOP + sum(day.height for day in page.days)
            for letter, (left, low, right, high) in letters(drawn_page):
                top, base = PAGE.height - high, PAGE.height - low
                over_the_sheet = high - low > 40  # DRAFT
                if over_the_sheet or not BODY_TOP <= (top + base) / 2 <= bottom:
                    continue
                lines = _rows(page, in_date=right <= edges[1])
                if any(left < x < right for x in edges) or any(top < y < base for y in lines):
                    found.append((number, letter))
    return found


def _columns() -> list[float]:
    edges = [MARGIN]
    for width in WIDTHS.values():
        edges.append(edges[-1] + width)
    return edges


def _rows(page: ChangePage, *, in_date: bool) -> Iterator[float]:
    """The lines between the rows; the date's cell spans those of its day."""
    top = BODY_TOP
    for day in page.days:
        yield top
        for row in day.rows:
            if not in_date and row is not day.rows[0]:
                yield top
            top += row.height
    yield top


LONG = (
    "阿卜杜热合曼·买买提",
    "古丽米热·阿不都热依木",
    "Christopher Montgomery-Smith",
    "欧阳少东",
    "黄𬀩",
    "䶮㛃",
    "何平",
)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """A week of one or two checkpoints with people exchanged, taken off, and duties cut in parts."""
    posts = draw(st.lists(st.sampled_from(["负责人", "测温", "出入登记与返穗登记", "Temperature check"]),
                          min_size=1, max_size=3, unique=True))  # fmt: skip
    team = directory(
        Ground(("横岗卡口", "官路村卡口")[: draw(st.integers(1, 2))], posts=tuple((post, 1) for post in posts)),
        draw(st.lists(st.sampled_from((*LONG, *NAMES)), min_size=3, max_size=12)),
    )
    posted = full(team)
    now, ids = posted, count(9001)
    for number in draw(st.lists(st.integers(0, len(posted.plan.duties) - 1), max_size=30, unique=True)):
        duty = posted.plan.duties[number]
        who = team.volunteers[draw(st.integers(0, len(team.volunteers) - 1))].id
        wish = draw(st.sampled_from(["assign", "clear", "cut"]))
        if wish == "clear":
            now = edited(now, edits.clear(now, [duty.id]))
        elif now.holder(duty.id) != who:
            minutes = timedelta(minutes=draw(st.integers(1, 479)))
            now = edited(now, edits.assign(now, duty.id, who) if wish == "assign" else
                         parts.take_over(now, duty.id, who, duty.span.start + minutes, ids.__next__))  # fmt: skip
    return Change(team, posted, now, draw(st.booleans()))
