"""Personal slips: whose duties stand on which strip, and every symbol read back from the finished page."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
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
from paper_teams import MONDAY, SUNDAY, Ground, almost_empty, directory, full, imprint, period, unplanned, vacant

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.printing import slip_drawing
from roster_app.printing.fitting import Name
from roster_app.printing.names import printed_names
from roster_app.printing.paper import MM
from roster_app.printing.slips import ACROSS, BODY, MARGIN, MOST_ROWS, Slip, SlipPage, SlipRequest, pack, paginate
from roster_app.printing.vevent import event

WEEK = SlipRequest(MONDAY, SUNDAY)
NIGHTS = Ground(shifts=(("夜班", "夜", 1350, 1830), ("日班", "日", 390, 1350)))


def pages_of(team: Directory, roster: Roster, request: SlipRequest = WEEK) -> tuple[SlipPage, ...]:
    return paginate(roster, team, request, imprint(roster), type_case())


def slips_of(team: Directory, roster: Roster, request: SlipRequest = WEEK) -> list[Slip]:
    return [slip for page in pages_of(team, roster, request) for slip in page.slips]


def drawn(pages: tuple[SlipPage, ...], path: Path) -> Path:
    slip_drawing.draw(pages, path)
    return path


def strip(count: int) -> Slip:
    """A strip with so many duties."""
    team = directory()
    (first, *_) = slips_of(team, full(team))
    return replace(first, duties=first.duties[:1] * count)


def test_everybody_who_stands_has_every_duty_once_in_order_of_time() -> None:
    team = directory()
    roster = full(team)
    told, names = {slip.name: slip for slip in slips_of(team, roster)}, printed_names(team)
    for volunteer in team.volunteers:
        own = sorted(d.span for d in roster.plan.duties if roster.holder(d.id) == volunteer.id)
        starts = [f"DTSTART:{span.start - timedelta(hours=8):%Y%m%dT%H%M%SZ}" for span in own]
        slip = told.pop(names[volunteer.id])
        assert [duty.event.split("\n")[3] for duty in slip.duties] == starts
        assert slip.count == len(own)
    assert told == {}


def test_a_duty_says_day_weekday_times_place_shift_and_post(chinese: str) -> None:
    team = directory(Ground(checkpoints=("东门",)))
    roster = almost_empty(team)
    (slip,) = slips_of(team, roster)
    (duty,) = slip.duties
    assert (slip.name, slip.count) == (Name("王建国"), 1)
    assert (duty.day, duty.clock, duty.place, duty.post) == ("4月6日 星期一", "00:00–08:00", "东门", "夜班 · 负责人")
    assert duty.grey
    assert slip.words.phone == "8218 0110"
    assert slip.words.lead == "4月6日至4月12日"


def test_a_night_stands_on_the_day_it_begins_and_ends_on_the_next() -> None:
    team = directory(NIGHTS)
    night = next(d for s in slips_of(team, full(team)) for d in s.duties if d.clock == "22:30–06:30")
    day = date(2020, 4, int(night.day.split()[1]))
    assert f"DTSTART:{day:%Y%m%d}T143000Z" in night.event
    assert f"DTEND:{day:%Y%m%d}T223000Z" in night.event


def test_only_the_days_and_places_asked_for_are_told() -> None:
    team = directory()
    roster, gate = full(team), team.checkpoints[1]
    slips = slips_of(team, roster, SlipRequest(MONDAY, MONDAY, (gate.id,)))
    assert {duty.place for slip in slips for duty in slip.duties} == {gate.name}
    assert sum(slip.count for slip in slips) == 6
    assert all(len(slip.words.state.split("check code ")[1].split(" · ")[0]) == 6 for slip in slips)


def test_a_week_of_a_team_of_thirty_has_eight_slips_a_page() -> None:
    team = directory(Ground(posts=(("负责人", 1), ("测温", 1))), [f"张三{n}" for n in range(36)])
    assert [len(page.slips) for page in pages_of(team, full(team))] == [8, 8, 8, 8, 4]


@given(st.lists(st.integers(1, MOST_ROWS * ACROSS), min_size=1, max_size=30))
def test_no_page_is_overfull_and_no_strip_is_lost(counts: list[int]) -> None:
    one = strip(1)
    slips = [replace(one, count=n, duties=one.duties * count) for n, count in enumerate(counts)]
    pages = pack(slips)
    assert [slip for page in pages for slip in page] == slips
    assert all(sum(slip.height for slip in page) <= BODY for page in pages)


def test_more_duties_than_a_page_holds_go_on_with_the_next() -> None:
    days = period(date(2020, 4, 1), date(2020, 4, 30))
    team = directory(Ground(checkpoints=("东门",), posts=(("负责人", 1),)), ["何平"])
    slips = slips_of(team, full(team, days), SlipRequest(days.first, days.last))
    assert [len(slip.duties) for slip in slips] == [44, 44, 2]
    assert [slip.continued for slip in slips] == [False, True, True]
    assert {slip.count for slip in slips} == {90}


@pytest.mark.parametrize("dpi", [120, 150, 300])
def test_every_symbol_is_read_back(tmp_path: Path, dpi: int) -> None:
    team = directory()
    pages = pages_of(team, full(team))
    path = drawn(pages, tmp_path / "slips.pdf")
    for number, page in enumerate(pages):
        found = sorted(code.text for code in zxingcpp.read_barcodes(picture(path, number, dpi=dpi)))
        assert found == sorted(duty.event for slip in page.slips for duty in slip.duties)


def test_every_name_is_printed_whole_inside_the_margins(tmp_path: Path) -> None:
    team = directory(NIGHTS)
    path = drawn(pages_of(team, full(team)), tmp_path / "slips.pdf")
    assert letters_outside(path, MARGIN - 0.5) == []
    assert letters_on_letters(path) == []
    assert unembedded_fonts(path) == []
    assert {(round(w / MM), round(h / MM)) for w, h in page_sizes(path)} == {(210, 297)}
    for read in readers():
        words = "".join(read(path).split())
        assert all("".join(v.name.split()) in words for v in team.volunteers)


def test_no_mobile_number_is_printed(tmp_path: Path) -> None:
    team = directory()
    words = "".join(words_by_pdfium(drawn(pages_of(team, full(team)), tmp_path / "slips.pdf")).split())
    assert not any(v.phone in words for v in team.volunteers)
    assert "82180110" in words


@pytest.mark.parametrize("roster", [vacant(directory()), unplanned()])
def test_where_nobody_stands_the_page_says_so(tmp_path: Path, roster: Roster) -> None:
    (page,) = pages_of(directory(), roster)
    words = words_by_pdfium(drawn((page,), tmp_path / "none.pdf"))
    assert page.slips == ()
    assert "Nobody stands on these days" in words


def test_a_draft_says_so_on_every_strip(tmp_path: Path, chinese: str) -> None:
    team = directory()
    pages = paginate(full(team), team, WEEK, imprint(), type_case())
    words = words_by_pdfium(drawn(pages, tmp_path / "draft.pdf"))
    slips = sum(len(page.slips) for page in pages)
    assert words.count("草稿") == 2 * len(pages) + slips


def test_the_same_slips_are_the_same_bytes(tmp_path: Path) -> None:
    team = directory()
    one, two = (drawn(pages_of(team, full(team)), tmp_path / name) for name in ("one.pdf", "two.pdf"))
    assert one.read_bytes() == two.read_bytes()


def test_days_in_the_wrong_order_are_refused() -> None:
    team = directory()
    with pytest.raises(DomainError) as refused:
        pages_of(team, full(team), SlipRequest(SUNDAY, MONDAY))
    assert refused.value.code is ErrorCode.EMPTY_PERIOD


def test_an_event_escapes_what_the_format_keeps_for_itself() -> None:
    span = Span(datetime(2020, 4, 6, 8), datetime(2020, 4, 6, 16))
    assert event("值班; 早,班", "东门\\\n北", span).split("\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:值班\\; 早\\,班",
        "LOCATION:东门\\\\ 北",
        "DTSTART:20200406T000000Z",
        "DTEND:20200406T080000Z",
        "END:VEVENT",
    ]
