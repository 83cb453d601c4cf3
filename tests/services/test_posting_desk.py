"""张贴台账 as a use case: what was printed is entered, what hangs is told, and entries are taken back."""

from datetime import datetime
from pathlib import Path

import pytest
from desk_cases import FIRST, LAST, Clock, Office

from roster_app.domain import edits
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.posting import Standing
from roster_app.domain.roster import RosterPeriod
from roster_app.services.posting_desk import PostingLine, Registered
from roster_app.services.sheets import Hangable, PrintedSheet, Profile, SheetKind, SheetOrder
from roster_app.services.words import next_step_words, posting_line_words


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    made = office.period()
    office.services.rostering.publish(made.id)
    return made


def change(office: Office, period: RosterPeriod, person: int) -> None:
    """Another person leads on the first morning."""
    opened = office.open(period)
    edit = edits.assign(opened.roster, office.duty(opened, FIRST, 8), office.people[person].id)
    office.services.rostering.apply_edit(period.id, edit)


def publish(office: Office, period: RosterPeriod, person: int) -> None:
    change(office, period, person)
    office.services.rostering.publish(period.id)


def printed(
    office: Office, period: RosterPeriod, folder: Path, kind: SheetKind = SheetKind.WALL, **wishes: object
) -> PrintedSheet:
    order = SheetOrder(kind, FIRST, LAST, **wishes)  # type: ignore[arg-type]
    return office.services.sheets.print(period.id, order, folder / "sheet.pdf")


def hang(office: Office, period: RosterPeriod, folder: Path, kind: SheetKind = SheetKind.WALL) -> Registered:
    sheet = printed(office, period, folder, kind)
    assert sheet.hangs is not None
    return office.services.postings.register(office.team_id, [sheet.hangs])


def lines(office: Office, period: RosterPeriod) -> tuple[PostingLine, ...]:
    return office.services.postings.survey(office.team_id, period.id).lines


def test_a_sheet_of_an_edition_may_be_entered_and_a_draft_or_an_internal_copy_may_not(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    hangs = printed(office, period, tmp_path).hangs
    assert hangs is not None
    assert (hangs.period_id, hangs.kind, hangs.edition) == (period.id, SheetKind.WALL, 1)
    assert list(hangs.codes) == [office.checkpoint.id]
    assert printed(office, period, tmp_path, SheetKind.LIST, profile=Profile.INTERNAL).hangs is None
    assert printed(office, period, tmp_path, SheetKind.SLIPS).hangs is None
    assert printed(office, period, tmp_path, SheetKind.CONTACTS).hangs is None
    change(office, period, 0)
    assert printed(office, period, tmp_path).hangs is None


def test_nothing_is_known_until_it_is_entered(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    (unknown,) = lines(office, period)
    assert (unknown.entry, unknown.standing, unknown.newest) == (None, None, 1)

    registered = hang(office, period, tmp_path)

    (line,) = lines(office, period)
    assert line.entry is not None
    assert (line.standing, line.entry.kind, line.entry.edition) == (Standing.IN_FORCE, "wall", 1)
    assert line.entry.posted_at == datetime(2020, 4, 8, 9, 30)
    assert line.entry.author == "desk one"
    assert registered.changes.postings == {period.id}
    assert registered.posted == (line.entry,)


def test_what_hangs_is_out_of_date_until_a_change_sheet_hangs_beside_it(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    hang(office, period, tmp_path)
    publish(office, period, 0)
    (line,) = lines(office, period)
    directory = office.services.teams.directory(office.team_id)
    assert (line.standing, len(line.changes)) == (Standing.OUT_OF_DATE, 1)
    assert next_step_words(line) == "Print the change sheet"
    assert "1 change since: " in posting_line_words(line, directory)

    hang(office, period, tmp_path, SheetKind.CHANGE)

    roster, beside = lines(office, period)
    assert (roster.standing, roster.amended_to, roster.changes) == (Standing.IN_FORCE, 2, ())
    assert beside.entry is not None
    assert beside.entry.kind == "change"
    assert next_step_words(roster) == ""


def test_a_change_sheet_tells_the_changes_since_what_is_known_to_hang(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    hang(office, period, tmp_path)
    for person in (0, 1):
        publish(office, period, person)

    office.services.sheets.print(
        period.id, SheetOrder(SheetKind.CHANGE, FIRST, LAST, (office.checkpoint.id,)), tmp_path / "sheet.pdf"
    )
    with_ledger = (tmp_path / "sheet.pdf").read_bytes()
    office.services.sheets.print(
        period.id, SheetOrder(SheetKind.CHANGE, FIRST, LAST, (office.checkpoint.id,), since=1), tmp_path / "sheet.pdf"
    )
    assert with_ledger == (tmp_path / "sheet.pdf").read_bytes()


def test_an_entry_is_taken_back_and_what_it_replaced_hangs_again(
    office: Office, period: RosterPeriod, clock: Clock, tmp_path: Path
) -> None:
    hang(office, period, tmp_path)
    publish(office, period, 0)
    clock.time = clock.time.replace(hour=12)
    second = hang(office, period, tmp_path)

    office.services.postings.take_back(second)

    (line,) = lines(office, period)
    assert line.entry is not None
    assert (line.entry.edition, line.entry.posted_at) == (1, datetime(2020, 4, 8, 9, 30))


def test_a_sheet_taken_down_is_not_known_to_hang_and_may_be_taken_back(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    (entry,) = hang(office, period, tmp_path).posted
    down = office.services.postings.take_down(office.team_id, [entry.id], "torn")
    assert lines(office, period)[0].entry is None
    assert office.services.postings.take_down(office.team_id, [entry.id]).entries == ()
    office.services.postings.take_back(down)
    assert lines(office, period)[0].standing is Standing.IN_FORCE


def test_a_sheet_of_a_period_that_is_over_is_to_be_taken_down_and_the_next_replaces_it(
    office: Office, period: RosterPeriod, clock: Clock, tmp_path: Path
) -> None:
    hang(office, period, tmp_path)
    later = office.period(FIRST.replace(day=13), LAST.replace(day=19))
    office.services.rostering.publish(later.id)
    clock.time = clock.time.replace(day=13, hour=12)
    over, unknown = lines(office, later)
    assert (over.standing, unknown.standing) == (Standing.OVER, None)
    assert next_step_words(over) == "Take it down"

    sheet = office.services.sheets.print(
        later.id, SheetOrder(SheetKind.WALL, later.first, later.last), tmp_path / "later.pdf"
    )
    assert sheet.hangs is not None
    office.services.postings.register(office.team_id, [sheet.hangs])
    assert [line.period.id for line in lines(office, later)] == [later.id]


def test_what_no_edition_has_is_refused(office: Office, period: RosterPeriod) -> None:
    wrong = (
        Hangable(period.id, SheetKind.WALL, 7, {office.checkpoint.id: "7K4M2P"}),
        Hangable(period.id, SheetKind.WALL, 1, {office.checkpoint.id: "7K4M2P"}),
    )
    for sheet in wrong:
        with pytest.raises(DomainError) as refused:
            office.services.postings.register(office.team_id, [sheet])
        assert refused.value.code is ErrorCode.UNKNOWN_EDITION
    assert office.services.postings.ledger(office.team_id).entries == ()
