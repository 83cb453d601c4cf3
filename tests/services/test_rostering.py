"""Rosters from the desk: making, editing with undo that lasts, two coordinators, publishing, closing."""

from datetime import date

import pytest
from desk_cases import FIRST, LAST, Clock, Office

from roster_app.domain import edits
from roster_app.domain.cover import prove
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.fairness import BurdenKind
from roster_app.domain.roster import PeriodState
from roster_app.domain.rules import Rule
from roster_app.services import Services, open_services

TUESDAY = date(2020, 4, 7)


def test_a_new_period_has_every_duty_vacant_and_says_so_loudly(office: Office) -> None:
    opened = office.open(office.period())
    assert len(opened.roster.vacancies) == 7 * 3 * 2
    assert opened.proof.gap_minutes == 7 * 1440


def test_days_belong_to_one_period_only(office: Office) -> None:
    office.period()
    with pytest.raises(DomainError) as refused:
        office.period(LAST, date(2020, 4, 20))
    assert refused.value.code is ErrorCode.PERIOD_OVERLAPS
    assert refused.value.facts["first"] == FIRST


def test_an_edit_is_stored_and_undo_and_redo_outlive_the_program(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    duty, ann = office.duty(opened, TUESDAY, 8), office.people[0].id
    office.services.rostering.apply_edit(period.id, edits.assign(opened.roster, duty, ann))
    office.services.rostering.undo(period.id)
    assert office.open(period).roster.holder(duty) is None
    later = open_services(office.services.desk.database.url, "desk one")
    try:
        assert later.rostering.history(period.id).redo is not None
        later.rostering.redo(period.id)
        assert later.rostering.open(period.id).roster.holder(duty) == ann
    finally:
        later.close()


def test_of_two_coordinators_on_one_duty_the_second_is_told(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    duty = office.duty(opened, TUESDAY, 8)
    colleague = open_services(office.services.desk.database.url, "desk two")
    try:
        theirs = edits.assign(colleague.rostering.open(period.id).roster, duty, office.people[1].id)
        office.services.rostering.apply_edit(period.id, edits.assign(opened.roster, duty, office.people[0].id))
        with pytest.raises(StaleEdit) as refused:
            colleague.rostering.apply_edit(period.id, theirs)
    finally:
        colleague.close()
    assert refused.value.facts["duty_ids"] == (duty,)
    assert office.open(period).roster.holder(duty) == office.people[0].id


def test_a_published_edition_stays_as_it_was(office: Office, clock: Clock) -> None:
    period = office.period()
    opened = office.open(period)
    duty = office.duty(opened, TUESDAY, 8)
    office.services.rostering.apply_edit(period.id, edits.assign(opened.roster, duty, office.people[0].id))
    first = office.services.rostering.publish(period.id)
    now = office.open(period)
    office.services.rostering.apply_edit(period.id, edits.clear(now.roster, [duty]))
    second = office.services.rostering.publish(period.id)
    assert [e.number for e in office.open(period).editions] == [1, 2]
    assert first.holders == {duty: office.people[0].id}
    assert second.holders == {}
    assert first.published_at == clock.time.replace(second=0)
    assert first.check_codes != second.check_codes


def test_closing_carries_the_difference_into_the_next_share(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    ann = office.people[0].id
    for hour in (0, 8, 16):
        duty = office.duty(opened, TUESDAY, hour)
        office.services.rostering.apply_edit(period.id, edits.assign(opened.roster, duty, ann))
    office.services.rostering.close(period.id)
    assert office.open(period).period.state is PeriodState.ARCHIVED
    following = office.open(office.period(date(2020, 4, 13), date(2020, 4, 19)))
    shares = following.judge.shares
    mine, others = (shares[p.id].band(BurdenKind.NIGHTS).share for p in office.people[:2])
    assert mine < others


def test_an_archived_roster_no_longer_changes(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    office.services.rostering.close(period.id)
    edit = edits.assign(opened.roster, office.duty(opened, TUESDAY, 8), office.people[0].id)
    for attempt in (
        lambda: office.services.rostering.apply_edit(period.id, edit),
        lambda: office.services.rostering.undo(period.id),
        lambda: office.services.rostering.publish(period.id),
        lambda: office.services.rostering.close(period.id),
    ):
        with pytest.raises(DomainError) as refused:
            attempt()
        assert refused.value.code is ErrorCode.PERIOD_CLOSED


def test_the_rest_of_the_period_before_counts(office: Office) -> None:
    before = office.period(date(2020, 4, 1), date(2020, 4, 5))
    opened = office.open(before)
    ann = office.people[0].id
    late = office.duty(opened, date(2020, 4, 5), 16)
    office.services.rostering.apply_edit(before.id, edits.assign(opened.roster, late, ann))
    following = office.open(office.period())
    blockers = following.judge.why_not(following.roster, office.duty(following, FIRST, 0), ann)
    assert Rule.MIN_REST in {v.rule for v in blockers}


def test_a_draft_can_be_deleted_a_published_roster_cannot(office: Office) -> None:
    period = office.period()
    office.services.rostering.delete_period(period.id)
    assert office.services.rostering.periods(office.team_id) == ()
    other = office.period()
    office.services.rostering.publish(other.id)
    with pytest.raises(DomainError):
        office.services.rostering.delete_period(other.id)


def test_an_open_roster_proves_its_own_cover(office: Office) -> None:
    opened = office.open(office.period())
    assert opened.proof == prove(opened.roster, opened.directory)


def test_nothing_to_undo_is_said(office: Office) -> None:
    with pytest.raises(DomainError) as refused:
        office.services.rostering.undo(office.period().id)
    assert refused.value.code is ErrorCode.NOTHING_TO_UNDO


def test_a_team_without_places_cannot_be_staffed_yet(services: Services) -> None:
    team = services.teams.create("new", "", "")
    with pytest.raises(DomainError) as refused:
        services.rostering.create_period(team.id, FIRST, LAST)
    assert refused.value.code is ErrorCode.NOTHING_TO_STAFF
