"""Sheets of hours as they come from the database: which rosters they are counted from, and who is named how."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from desk_cases import FIRST, LAST, Clock, Office

from roster_app import i18n
from roster_app.domain import edits
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.services.sheets import COUNTED, PrintedSheet, Profile, SheetKind, SheetOrder, file_name

NEXT = LAST + timedelta(1)
EVERY_KIND = pytest.mark.parametrize("kind", sorted(COUNTED))


@pytest.fixture
def period(office: Office, clock: Clock) -> RosterPeriod:
    """A week that is over, in which everybody stands in turn; not published."""
    clock.time = datetime(2020, 5, 1, 9)
    return held(office, FIRST, LAST)


def held(office: Office, first: date, last: date) -> RosterPeriod:
    made = office.period(first, last)
    roster = office.open(made).roster
    turns = {duty.id: office.people[n % 8].id for n, duty in enumerate(roster.plan.duties)}
    office.services.rostering.apply_edit(made.id, settle(roster, turns, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))
    return made


@contextmanager
def in_chinese() -> Iterator[None]:
    i18n.install("zh_CN")
    yield
    i18n.install("en")


def words_of(sheet: PrintedSheet) -> str:
    with pypdfium2.PdfDocument(sheet.path) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@EVERY_KIND
def test_a_roster_never_published_is_counted_as_a_draft(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind
) -> None:
    order = SheetOrder(kind, FIRST, LAST)
    draft = office.services.sheets.print(period.id, order, tmp_path / "draft.pdf")
    assert (draft.draft, draft.edition, "DRAFT" in words_of(draft)) == (True, None, True)
    office.services.rostering.publish(period.id)
    posted = office.services.sheets.print(period.id, order, tmp_path / "posted.pdf")
    assert (posted.draft, posted.edition, "DRAFT" in words_of(posted)) == (False, 1, False)


def test_what_was_published_counts_until_something_else_is(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    office.services.rostering.publish(period.id)
    roster, mine = office.open(period).roster, office.people[1]
    duty = roster.plan.duties[0]
    assert roster.holder(duty.id) == office.people[0].id
    order = SheetOrder(SheetKind.CERTIFICATE, FIRST, LAST, people=(mine.id,))

    def told() -> str:
        return words_of(office.services.sheets.print(period.id, order, tmp_path / "sheet.pdf"))

    before = told()
    office.services.rostering.apply_edit(period.id, edits.assign(roster, duty.id, mine.id))
    assert told() == before
    assert "6duties,48hours" in before
    office.services.rostering.publish(period.id)
    assert "7duties,56hours" in told()


def test_days_of_other_rosters_are_counted_with_them_and_only_the_days_asked_for(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    second = held(office, NEXT, NEXT + timedelta(6))
    for made in (period, second):
        office.services.rostering.publish(made.id)

    def counted(first: date, last: date) -> str:
        order = SheetOrder(SheetKind.STATISTICS, first, last)
        return words_of(office.services.sheets.print(period.id, order, tmp_path / "sheet.pdf"))

    assert "42duties,336hoursinall" in counted(FIRST, LAST)
    assert "84duties,672hoursinall" in counted(date(2020, 1, 1), date(2020, 12, 31))
    assert "12duties,96hoursinall" in counted(LAST, NEXT)


def test_duties_that_have_not_ended_are_not_counted(
    office: Office, period: RosterPeriod, clock: Clock, tmp_path: Path
) -> None:
    clock.time = datetime(2020, 4, 6, 16)
    office.services.rostering.publish(period.id)
    order = SheetOrder(SheetKind.STATISTICS, FIRST, LAST)
    words = words_of(office.services.sheets.print(period.id, order, tmp_path / "sheet.pdf"))
    assert "4duties,32hoursinall" in words
    assert "(stilltoend:38)" in words


def test_whoever_left_or_was_renamed_still_counts(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    office.services.rostering.publish(period.id)
    person = office.services.teams.directory(office.team_id).volunteer[office.people[2].id]
    office.services.people.update(replace(person, name="张伟民", left=date(2020, 4, 15)))
    order = SheetOrder(SheetKind.CERTIFICATE, FIRST, LAST, people=(person.id,))
    assert "张伟民" in words_of(office.services.sheets.print(period.id, order, tmp_path / "sheet.pdf"))


@EVERY_KIND
def test_a_public_notice_hides_who_has_not_agreed(
    office: Office, period: RosterPeriod, tmp_path: Path, kind: SheetKind
) -> None:
    order = SheetOrder(kind, FIRST, LAST, profile=Profile.PUBLIC, people=(office.people[0].id,))
    words = words_of(office.services.sheets.print(period.id, order, tmp_path / "sheet.pdf"))
    assert "王**" in words
    assert "王建国" not in words
    assert "王建国" not in file_name(order, office.services.teams.directory(office.team_id))


def test_files_are_called_by_what_they_are_and_whom_they_are_about(office: Office) -> None:
    directory, mine = office.services.teams.directory(office.team_id), office.people[0].id
    with in_chinese():
        names = [file_name(SheetOrder(kind, FIRST, LAST, people=(mine,)), directory) for kind in sorted(COUNTED)]
        several = file_name(SheetOrder(SheetKind.HOURS, FIRST, LAST, people=(mine, office.people[1].id)), directory)
    assert names == [
        "commando 服务证明 王建国 2020-04-06至2020-04-12.pdf",
        "commando 工时证明 王建国 内部 2020-04-06至2020-04-12.pdf",
        "commando 值班统计报表 王建国 2020-04-06至2020-04-12.pdf",
    ]
    assert several == "commando 工时证明 2 人 内部 2020-04-06至2020-04-12.pdf"


def test_a_certificate_is_not_marked_internal_and_a_statement_is(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    printed = {
        kind: words_of(office.services.sheets.print(period.id, SheetOrder(kind, FIRST, LAST), tmp_path / "sheet.pdf"))
        for kind in COUNTED
    }
    marked = {kind for kind, words in printed.items() if "Internal,donotpost" in words}
    assert marked == {SheetKind.HOURS}
