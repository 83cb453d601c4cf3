"""Checking what hangs, as a use case: over all periods, told in words with what to do."""

import pytest
from desk_cases import FIRST, LAST, Clock, Office

from roster_app.domain import edits
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.posting import Standing
from roster_app.domain.roster import RosterPeriod
from roster_app.services.posting import EXAMPLE, PostedSheet
from roster_app.services.words import (
    difference_row,
    posted_state,
    posted_title,
    posted_words,
    sentence_of_error,
)


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    return office.period()


def change(office: Office, period: RosterPeriod, person: int | None) -> None:
    """Another person, or nobody, leads on the first morning."""
    opened = office.open(period)
    duty = office.duty(opened, FIRST, 8)
    if person is None:
        edit = edits.clear(opened.roster, [duty])
    else:
        edit = edits.assign(opened.roster, duty, office.people[person].id)
    office.services.rostering.apply_edit(period.id, edit)


def publish(office: Office, period: RosterPeriod) -> str:
    """Another edition; its check code of the gate."""
    return office.services.rostering.publish(period.id).check_codes[office.checkpoint.id]


def check(office: Office, text: str) -> PostedSheet:
    (sheet,) = office.services.posting.check(office.team_id, text)
    return sheet


def test_a_sheet_as_the_newest_edition_has_it_may_stay(office: Office, period: RosterPeriod) -> None:
    publish(office, period)
    code = publish(office, period)

    sheet = check(office, f"  {code[:3].lower()} {code[3:].lower()} ")

    assert sheet.standing is Standing.IN_FORCE
    assert sheet.changes == ()
    assert posted_title(sheet) == "north gate · Apr 6 – Apr 12 2020 · editions 1, 2"
    assert posted_words(sheet).startswith("It shows what edition 2, published Apr 8")


def test_a_sheet_that_a_later_edition_changed_is_out_of_date_with_what_changed(
    office: Office, period: RosterPeriod
) -> None:
    code = publish(office, period)
    change(office, period, 0)
    publish(office, period)

    sheet = check(office, code)

    assert posted_state(sheet.standing) == "Out of date"
    assert posted_words(sheet).startswith("Edition 2 is in force; 1 change since then. Replace the sheet")
    rows = [difference_row(d, sheet.directory, with_place=False).phrase for d in sheet.changes]
    assert [row.partition(": ")[2] for row in rows] == ["vacant → 王建国"]


def test_edits_that_nobody_has_published_are_told_as_such(office: Office, period: RosterPeriod) -> None:
    code = publish(office, period)
    change(office, period, 0)

    sheet = check(office, code)

    assert sheet.standing is Standing.EDITED
    assert posted_words(sheet).endswith("; 1 change since then, not published yet.")


def test_what_came_back_without_being_published_is_told(office: Office, period: RosterPeriod) -> None:
    code = publish(office, period)
    change(office, period, 0)
    publish(office, period)
    change(office, period, None)

    sheet = check(office, code)

    assert (sheet.standing, sheet.changes) == (Standing.OUT_OF_DATE, ())
    assert "the roster is as on this sheet again" in posted_words(sheet)


def test_a_sheet_of_an_earlier_period_is_found_and_over(office: Office, clock: Clock, period: RosterPeriod) -> None:
    code = publish(office, period)
    later = office.period(FIRST.replace(day=13), LAST.replace(day=19))
    new = publish(office, later)
    clock.time = clock.time.replace(day=13, hour=12)

    assert check(office, code).standing is Standing.OVER
    assert posted_words(check(office, code)) == "The days of this sheet ended on Apr 12. Take it down."
    assert check(office, new).standing is Standing.IN_FORCE
    both = office.services.posting.check(office.team_id, f"{new} {code}")
    assert [sheet.period.id for sheet in both] == [later.id, period.id]


def test_what_is_no_code_and_what_no_edition_has_are_refused_with_the_way_out(
    office: Office, period: RosterPeriod
) -> None:
    publish(office, period)

    with pytest.raises(DomainError) as short:
        check(office, "7K4")
    with pytest.raises(DomainError) as unknown:
        check(office, EXAMPLE)

    assert short.value.code is ErrorCode.BAD_CHECK_CODE
    assert "6 letters and digits, as 7K4M2P" in sentence_of_error(short.value)
    assert unknown.value.code is ErrorCode.UNKNOWN_CHECK_CODE
    assert "commando has the check code 7K4M2P" in sentence_of_error(unknown.value)


def test_codes_of_another_team_are_not_known(office: Office, period: RosterPeriod) -> None:
    code = publish(office, period)
    another = office.services.teams.create("another team", "", "")

    with pytest.raises(DomainError):
        office.services.posting.check(another.id, code)
