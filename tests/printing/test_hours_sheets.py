"""Sheets of hours as they are drawn: what they say, nothing cut, nothing over anything, both languages, any people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_reading import letters_on_letters, letters_outside, page_sizes, type_case, words_by_pdfium
from paper_teams import MONDAY, NOW, Ground, directory, full, imprint, period
from random_rosters import rosters
from table_reading import drawn_cells

from roster_app import i18n
from roster_app.domain.calendar import DayType
from roster_app.domain.editions import new_edition
from roster_app.domain.hours import HoursAsked, count_hours, record, total
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import DutyTag
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory
from roster_app.printing import certificate, certificate_drawing, hours_statement, statistics_report, table_drawing
from roster_app.printing.certificate import BEGIN, END
from roster_app.printing.certificate_drawing import set_paragraph
from roster_app.printing.counted import Counted, hours_words, length_words
from roster_app.printing.fonts import Face
from roster_app.printing.names import printed_names
from roster_app.printing.notices import NothingCounted, NothingHeld
from roster_app.printing.paper import MM
from roster_app.printing.statistics_report import StatisticsWords
from roster_app.printing.table_sheet import TableSheet

HAIR = 0.3
LATER = datetime(2020, 6, 1, 9, 30)
IMPRINT = replace(imprint(), printed_at=LATER)
WORDS = StatisticsWords({d: d.value for d in DayType}, {t: t.value for t in DutyTag})
EVERY_LANGUAGE = pytest.mark.parametrize("language", list(i18n.LANGUAGES))


def counted(team: Directory, roster: Roster, *, published: bool = True, **wishes: object) -> Counted:
    asked = replace(HoursAsked(roster.period.first, roster.period.last, LATER), **wishes)
    source = new_edition(roster, 2, NOW, "区志明") if published else roster
    return Counted(count_hours((record(roster.period, source),), asked, team), team, printed_names(team))


def tables(made: Counted) -> Iterator[tuple[TableSheet, ...]]:
    yield hours_statement.sheets(made, IMPRINT, type_case())
    yield statistics_report.sheets(made, WORDS, IMPRINT, type_case())


def certified(made: Counted, path: Path) -> str:
    certificate_drawing.draw(certificate.paginate(made, IMPRINT, type_case()), path)
    return "".join(words_by_pdfium(path).split())


@st.composite
def of_both_kinds(draw: st.DrawFn) -> tuple[Directory, Roster]:
    """Some posts are office duty, some have tags; up to sixty duties are held, since pages are read by letter."""
    team, roster = draw(rosters())
    held = list(roster.assignments.items())
    roster = roster.with_assignments(dict(held[:: max(len(held) // 60, 1)][:60]))
    tags = st.frozensets(st.sampled_from(DutyTag), max_size=3)
    posts = tuple(replace(p, office_duty=draw(st.booleans()), tags=draw(tags)) for p in team.posts)
    return replace(team, posts=posts), roster


@EVERY_LANGUAGE
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(of_both_kinds())
def test_every_word_of_a_table_is_whole_in_its_own_cell(language: str, drawn: tuple[Directory, Roster]) -> None:
    i18n.install(language)
    team, roster = drawn
    for sheets in tables(counted(team, roster)):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "table.pdf"
            table_drawing.draw(sheets, path)
            cells = list(drawn_cells(path, sheets))
            assert letters_outside(path, 6.5 * MM) == []
            assert letters_on_letters(path) == []
        assert [(c.wanted, c.drawn) for c in cells if sorted(c.wanted) != sorted(c.drawn)] == []
        assert [(c.drawn, x) for c in cells for x in c.letters if x.beyond(c.room) > HAIR] == []


@EVERY_LANGUAGE
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(of_both_kinds())
def test_every_certificate_is_one_page_with_all_its_words_inside_the_frame(
    language: str, drawn: tuple[Directory, Roster]
) -> None:
    i18n.install(language)
    made = counted(*drawn)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "certificate.pdf"
        words = certified(made, path)
        assert len(page_sizes(path)) == max(total(made.count.lines).people, 1)
        assert letters_outside(path, 12 * MM) == []
        assert letters_on_letters(path) == []
    for page in certificate.paginate(made, IMPRINT, type_case()):
        text = page.text.replace(BEGIN, "").replace(END, "")
        printed = "".join("".join(run.text for run in type_case().runs(text, Face.REGULAR)).split())
        assert printed in words


def test_a_long_text_is_set_smaller_until_it_fits() -> None:
    short, long = (set_paragraph("横三突击队" * times, lambda text: float(len(text))) for times in (10, 130))
    assert (short.size, len(short.lines)) == (18.0, 3)
    assert 9.0 <= long.size < short.size
    assert (len(long.lines) + 1) * long.size * 1.95 <= 108 * MM


# What they say


def test_a_certificate_says_who_stood_from_when_to_when_how_often_and_how_long(tmp_path: Path, chinese: str) -> None:
    team = directory(names=["王建国", "李秀英"])
    posts = tuple(replace(p, office_duty=p.leads) for p in team.posts)
    team = replace(team, posts=posts)
    roster = full(team)
    made = counted(team, roster, people=frozenset({VolunteerId(1)}))
    words = certified(made, tmp_path / "certificate.pdf")
    hours = total(made.count.lines)
    assert "兹证明横岗经济社王建国同志于2020年4月6日至2020年4月12日参加永平街横三社区横三突击队" in words
    assert f"共{hours.duties}次、{hours.minutes // 60}小时" in words
    assert "均为工作值班" in words
    assert all(said in words for said in ("特此证明。", "（盖章）", "2020年6月1日", "证明人", "经办人区志明"))
    assert "不含实际签到" in words
    assert "李秀英" not in words


def test_office_duty_and_volunteering_are_told_apart(tmp_path: Path, chinese: str) -> None:
    team = directory(Ground(checkpoints=("宋屋村卡口",)), names=["王建国"])
    team = replace(team, posts=tuple(replace(p, office_duty=p.leads) for p in team.posts))
    made = counted(team, full(team))
    words = certified(made, tmp_path / "certificate.pdf")
    assert "其中志愿服务21次（168小时），工作值班21次（168小时）。" in words
    (sheet,) = hours_statement.sheets(made, IMPRINT, type_case())[-1:]
    totals = [["".join(str(e.words) for e in cell) for cell in row.cells] for row, _ in sheet.page.rows[-3:]]
    assert [(row[3], row[4], row[6]) for row in totals] == [
        ("志愿服务", "21次", "168小时"),
        ("工作值班", "21次", "168小时"),
        ("合计", "42次", "336小时"),
    ]


def test_a_certificate_in_english_is_a_whole_sentence(tmp_path: Path) -> None:
    team = directory(Ground(checkpoints=("North Gate",)), names=["Bo Li"], office="")
    text = certificate.paginate(counted(team, full(team)), IMPRINT, type_case())[0].text
    assert text.replace(BEGIN, "").replace(END, "") == (
        "This is to certify that Bo Li (横岗经济社) stood duty with 横三突击队 at North Gate "
        "from 6 Apr 2020 to 12 Apr 2020: 42 duties, 336 hours in all. All of it was volunteering. "
        "112 hours of it were at night (22:00–06:00)."
    )


def test_namesakes_are_told_apart_by_their_affiliation(tmp_path: Path, chinese: str) -> None:
    team = directory(names=["张伟", "张伟"])
    words = certified(counted(team, full(team)), tmp_path / "certificate.pdf")
    assert all(f"兹证明{v.affiliation}张伟同志" in words for v in team.volunteers)
    statements = hours_statement.parts(counted(team, full(team)))
    assert sorted(str(part.who) for part in statements) == sorted(f"张伟({v.affiliation})" for v in team.volunteers)


def test_the_days_end_with_the_day_of_printing(tmp_path: Path, chinese: str) -> None:
    team = directory(names=["王建国"])
    made = counted(team, full(team), until=datetime(2020, 4, 8, 18))
    assert "于2020年4月6日至2020年4月8日参加" in certified(made, tmp_path / "certificate.pdf")
    assert "尚有" in " ".join(hours for sheet in list(tables(made))[1] for hours in sheet.words.rules)


def test_rows_of_a_statement_are_the_duties_and_parts_share_a_number() -> None:
    team = directory(Ground(checkpoints=("宋屋村卡口",), posts=(("测温", 1),)), names=["王建国"])
    roster = full(team, period(MONDAY, MONDAY))
    night = roster.plan.duties[0]
    two, three = night.span.start + timedelta(hours=2), night.span.start + timedelta(hours=3, minutes=20)
    gone, late = replace(night, id=-1, span=replace(night.span, start=two, end=three)), replace(night, id=-2)
    late = replace(late, span=replace(night.span, start=three))
    plan = roster.plan.with_seats({night.id: replace(night, span=replace(night.span, end=two)), -1: gone, -2: late})
    cut = Roster(plan, {**roster.assignments, -2: Assignment(VolunteerId(1))})
    (part,) = hours_statement.parts(counted(team, cut))
    rows = [["".join(str(e.words) for e in cell) for cell in row.cells] for row in part.rows]
    assert [(row[0], row[5], row[6]) for row in rows] == [
        ("1", "00:00–02:00", "2:00"),
        ("", "03:20–08:00", "4:40"),
        ("2", "08:00–16:00", "8:00"),
        ("3", "16:00–24:00", "8:00"),
        ("", "", "22.7 hours"),
    ]
    assert rows[-1][4] == "3 duties"


def test_each_table_of_the_statistics_sums_to_the_first_row() -> None:
    team = directory()
    posts = tuple(replace(p, tags=frozenset({DutyTag.TEMPERATURE})) for p in team.posts)
    made = counted(replace(team, posts=posts), full(team))
    sums, load = statistics_report.parts(made, WORDS)
    whole = _figures(sums.rows[0].cells)
    sections: list[list[list[float]]] = []
    for row in sums.rows[1:]:
        if row.grey:
            sections.append([])
        else:
            sections[-1].append(_figures(row.cells))
    assert len(sections) == 5
    for rows in sections:
        assert [sum(column) for column in list(zip(*rows, strict=True))[1:]] == whole[1:]
    assert _figures(load.rows[-1].cells[2:])[:5] == whole[1:]
    assert sum(int(str(row.cells[3][0].words)) for row in load.rows[:-1]) == whole[1]


def _figures(cells: object) -> list[float]:
    """Of a row: people, duties, hours in all, volunteering, office duty, at night."""
    texts = ["".join(str(e.words) for e in cell) for cell in list(cells)[1:7]]  # type: ignore[call-overload]
    return [float(text) for text in texts]


def test_nobody_and_somebody_who_stood_nothing_are_told(tmp_path: Path) -> None:
    team = directory(names=["王建国", "李秀英"])
    roster = full(team)
    mine = {d: a for d, a in roster.assignments.items() if a.volunteer_id == 1}
    early = counted(team, roster, until=NOW)
    for sheets in tables(early):
        assert NothingCounted(NOW) in sheets[0].notices
    assert "there is nothing to count yet" in " ".join(
        p.text for p in certificate.paginate(early, IMPRINT, type_case())
    )
    asked = counted(team, roster.with_assignments(mine), people=frozenset({VolunteerId(1), VolunteerId(2)}))
    statements = hours_statement.sheets(asked, IMPRINT, type_case())
    assert NothingHeld("李秀英") in statements[0].notices
    assert {str(sheet.page.part.who) for sheet in statements} == {"王建国(横岗经济社)", "李秀英(颐和)"}
    certificates = certificate.paginate(asked, IMPRINT, type_case())
    assert (len(certificates), NothingHeld("李秀英") in certificates[0].notices) == (1, True)


def test_a_draft_says_so_on_every_page_and_an_edition_says_which(tmp_path: Path, chinese: str) -> None:
    team = directory(names=["王建国"])
    words = certified(counted(team, full(team), published=False), tmp_path / "draft.pdf")
    assert words.count("草稿") >= 2
    for sheets in tables(counted(team, full(team), published=False)):
        assert all(sheet.words.draft and sheet.token == "" for sheet in sheets)
    assert "草稿" not in certified(counted(team, full(team)), tmp_path / "posted.pdf")
    for sheets in tables(counted(team, full(team))):
        assert all("第2版" in sheet.words.state and not sheet.words.draft for sheet in sheets)


@pytest.mark.parametrize("days", range(1, 30, 4))
def test_the_last_page_of_a_statement_has_room_for_the_seal(tmp_path: Path, days: int, chinese: str) -> None:
    team = directory(names=["王建国"])
    made = counted(team, full(team, period(MONDAY, MONDAY + timedelta(days - 1))))
    sheets = hours_statement.sheets(made, IMPRINT, type_case())
    table_drawing.draw(sheets, tmp_path / "statement.pdf")
    assert [sheet.continues for sheet in sheets] == [True] * (len(sheets) - 1) + [False]
    assert words_by_pdfium(tmp_path / "statement.pdf").count("（盖章）") == 1


@pytest.mark.parametrize(
    ("minutes", "total_words", "row_words"),
    [(0, "0", "0:00"), (480, "8", "8:00"), (450, "7.5", "7:30"), (320, "5.3", "5:20"), (3, "0.1", "0:03")],
)
def test_sums_are_rounded_to_tenths_and_rows_are_exact(minutes: int, total_words: str, row_words: str) -> None:
    assert (hours_words(minutes), length_words(minutes)) == (total_words, row_words)


def test_the_heading_of_a_section_is_never_alone_at_the_foot_of_a_page() -> None:
    for count in range(20, 60):
        team = directory(Ground(checkpoints=tuple(f"第{n}卡口" for n in range(count)), posts=(("测温", 1),)))
        made = counted(team, full(team, period(MONDAY, MONDAY)))
        for sheet in statistics_report.sheets(made, WORDS, IMPRINT, type_case()):
            assert not sheet.page.rows[-1][0].keep
