"""What hand-over records carry of the log: every open item whole, supplies with their counts, what was signed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper_reading import letters_on_letters, letters_outside, type_case, words_by_pdfium
from paper_teams import MONDAY, Ground, directory, full, imprint
from pypdfium2 import PdfDocument

from roster_app.domain.hand_over import (
    MOST_ANOMALIES,
    MOST_LETTERS,
    MOST_NAME_LETTERS,
    HandOver,
    Log,
    OpenItem,
    SupplyCount,
    SupplyKind,
    acknowledged,
    signed,
    ticked,
    with_anomalies,
)
from roster_app.domain.ids import CheckpointId, OpenItemId
from roster_app.printing import handover_drawing
from roster_app.printing.handover_content import HandOver as Block
from roster_app.printing.handover_log import ItemLine, SheetLog
from roster_app.printing.handover_sheet import (
    APART,
    BODY,
    LOWEST,
    MARGIN,
    HandOverPage,
    HandOverRequest,
    arrange,
    height_of,
    lines_of,
    paginate,
    parted,
)
from roster_app.printing.notices import MissingCharacter

GATE = CheckpointId(1)
MIDNIGHT = datetime(2020, 4, 6)
EIGHT = datetime(2020, 4, 6, 8)


def item(number: int, text: str = "", owner: str = "何平", raised_at: datetime = MIDNIGHT) -> OpenItem:
    return OpenItem(OpenItemId(number), GATE, text or f"第{number}件未办事项", owner, raised_at, "夜班")


def pages_of(log: Log, people: int = 1) -> tuple[HandOverPage, ...]:
    team = directory(Ground(("东门",), posts=(("负责人", 1), ("测温", people))))
    roster = full(team)
    return paginate(roster, team, HandOverRequest(MONDAY, MONDAY, log=log), imprint(roster), type_case())


def drawn(pages: tuple[HandOverPage, ...], folder: Path) -> Path:
    path = folder / "records.pdf"
    handover_drawing.draw(pages, path)
    return path


def bare(path: Path) -> str:
    return "".join(words_by_pdfium(path).split())


def lines(path: Path, page: int = 0) -> str:
    with PdfDocument(path) as document:
        return "".join(document[page].get_textpage().get_text_range().split())


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (3, 1), (40, 2), (120, 5)])
def test_every_item_stands_once_and_whole_however_many_there_are(
    tmp_path: Path, chinese: str, count: int, pages: int
) -> None:
    made = pages_of(Log(items=tuple(map(item, range(1, count + 1)))))
    path = drawn(made, tmp_path)
    words = bare(path)
    assert [words.count(f"第{n}件未办事项（4月6日00:00夜班起）") for n in range(1, count + 1)] == [1] * count
    assert words.count("何平") >= count
    assert len(made) == pages
    assert letters_on_letters(path) == []
    assert letters_outside(path, MARGIN * 0.6) == []
    for n, page in enumerate(made):
        assert sum(height_of(h, page.line) + APART for h in page.hand_overs) <= BODY + APART + 0.01
        assert ("（续）" in lines(path, n)) == (n > 0)


def test_of_a_hand_over_longer_than_a_page_both_sign_after_the_last_item(tmp_path: Path, chinese: str) -> None:
    made = pages_of(Log(items=tuple(map(item, range(1, 41)))))
    first, second = made[0].hand_overs[0], made[1].hand_overs[0]
    assert (first.first, first.last, second.first, second.last) == (True, False, False, True)
    path = drawn(made, tmp_path)
    assert "交班人" not in lines(path, 0)
    assert "口罩" in lines(path, 0)
    assert "夜班00:00–08:00→早班08:00–16:00（续）" in lines(path, 1)
    assert lines(path, 1).count("交班人") == len(made[1].hand_overs)


LONG = "门口的登记台和遮阳棚被昨夜的大风吹倒，需要联系物业在今天中午以前修好并通知早班负责人到场验收；" * 4


@pytest.mark.parametrize(
    "text",
    [
        LONG[:MOST_LETTERS],
        ("Call the property office about the broken awning " * 5)[:MOST_LETTERS],
        "https://example.org/" + "a" * (MOST_LETTERS - 20),
        "䶮" * MOST_LETTERS,
    ],
    ids=["chinese", "english", "one word", "rare"],
)
def test_the_longest_texts_are_printed_whole_inside_their_cells(tmp_path: Path, text: str) -> None:
    owner = ("阿卜杜热合曼·买买提 " * 5)[:MOST_NAME_LETTERS].strip()
    noted = with_anomalies(HandOver(GATE, EIGHT), (LONG * 3)[:MOST_ANOMALIES])
    made = pages_of(Log(items=(item(1, text, owner), item(2, text, owner)), hand_overs=(noted,)))
    path = drawn(made, tmp_path)
    words = bare(path)
    assert words.count("".join(text.split()) + "(since") == 2
    assert "".join(noted.anomalies.split()) in words
    assert letters_on_letters(path) == []
    assert letters_outside(path, MARGIN * 0.6) == []


def test_an_item_stands_at_the_first_hand_over_at_which_it_is_due_and_no_more_once_it_is_ticked() -> None:
    noon = EIGHT + timedelta(hours=4)
    known = (item(1), item(2, raised_at=noon), ticked(item(3), "何平", MIDNIGHT), ticked(item(4), "何平", noon))
    (page,) = pages_of(Log(items=known))
    told = [[line.words.split("件")[0] for line in h.items] for h in page.hand_overs]
    assert told == [["第1", "第4"], ["第2"], []]


def test_supplies_carry_the_last_count_before_the_hand_over_and_room_for_the_new_one(
    tmp_path: Path, chinese: str
) -> None:
    kinds = (SupplyKind("防护服", "套"), SupplyKind("酒精"))
    counts = (
        SupplyCount(GATE, "防护服", MIDNIGHT, 31, "套"),
        SupplyCount(GATE, "防护服", EIGHT, 28, "套"),
        SupplyCount(CheckpointId(2), "酒精", MIDNIGHT, 77),
    )
    (page,) = made = pages_of(Log(counts=counts, kinds=kinds))
    assert [[(s.words, s.last, s.when) for s in h.supplies] for h in page.hand_overs] == [
        [("防护服（套）", "31", "4月6日"), ("酒精", "", "")],
        [("防护服（套）", "28", "4月6日"), ("酒精", "", "")],
        [("防护服（套）", "28", "4月6日"), ("酒精", "", "")],
    ]
    words = bare(drawn(made, tmp_path))
    assert (words.count("上次数"), words.count("接班数"), words.count("交班数")) == (3, 3, 3)
    assert "口罩" not in words


def test_what_was_signed_in_the_log_stands_on_the_record(tmp_path: Path, chinese: str) -> None:
    noted = signed(with_anomalies(HandOver(GATE, EIGHT), "路灯不亮"), "王建国", EIGHT)
    noted = acknowledged(noted, "欧阳雪梅", EIGHT + timedelta(minutes=5))
    words = bare(drawn(pages_of(Log(hand_overs=(noted,))), tmp_path))
    assert "交班人王建国时间08:00接班人欧阳雪梅时间08:05" in words
    assert "路灯不亮" in words


def test_a_character_the_type_lacks_is_named() -> None:
    (page,) = pages_of(Log(items=(item(1, "找𡃁师傅"),)))
    (notice,) = (n for n in page.notices if isinstance(n, MissingCharacter))
    assert "找𡃁师傅" in notice.words()


blocks = st.builds(
    lambda rows, supplies: Block(
        items=tuple(ItemLine(str(n), "", r) for n, r in enumerate(rows)),
        supplies=SheetLog(Log(), GATE, [str(n) for n in range(supplies)], lambda _words, _owner: 1).supplies(None),
    ),
    st.lists(st.integers(1, 6), max_size=60),
    st.integers(0, 12),
)


@given(st.lists(blocks, min_size=1, max_size=4))
def test_no_page_is_overfull_and_no_item_is_lost_or_torn(day: list[Block]) -> None:
    line, pages = arrange(day)
    assert all(sum(height_of(h, line) + APART for h in page) - APART <= BODY + 0.01 for page in pages)
    told = [i for page in pages for h in page for i in h.items]
    assert told == [i for h in day for i in h.items]
    parts = [h for page in pages for h in page]
    assert sum(h.first for h in parts) == sum(h.last for h in parts) == len(day)
    assert [h for h in parts if h.first and len(h.supplies) > lines_of(h) - 1] == []


@given(blocks)
def test_parts_of_a_hand_over_each_fit_a_page(block: Block) -> None:
    parts = tuple(parted(block))
    assert all(height_of(part, LOWEST) <= BODY for part in parts)
    assert (len(parts) == 1) == (height_of(block, LOWEST) <= BODY)
