"""The use cases of the hand-over log: what is offered around a moment, who would sign, and what is not signed."""

from datetime import date, datetime, timedelta

import pytest
from desk_cases import Clock, Office

from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.hand_over import HandOver, LogEdit, acknowledged, open_item, signed
from roster_app.domain.roster import RosterPeriod
from roster_app.services import Changes
from roster_app.services.hand_overs import OpenLog

NOW = datetime(2020, 4, 8, 9, 30)


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A week in which everybody stands."""
    return office.held_period()


def opened(office: Office, around: datetime | None = None) -> OpenLog:
    return office.services.hand_overs.open(office.team_id, around)


def test_the_next_hand_over_is_offered_with_the_leaders_of_both_watches(office: Office, period: RosterPeriod) -> None:
    log = opened(office)
    present = log.present(office.checkpoint.id)
    assert present is not None
    assert present.moment == datetime(2020, 4, 8, 16)
    roster = office.open(period).roster
    leads = {d.id for d in roster.plan.duties if d.post_id == office.posts[0].id}
    names = {v.id: v.name for v in office.people}
    wanted = tuple(
        next(names[roster.assignments[d.id].volunteer_id] for d in roster.plan.duties_of[s.id] if d.id in leads)
        for s in (present.outgoing[0], present.incoming[0])
    )
    assert log.leaders[(present.checkpoint_id, present.moment)] == wanted


def test_hand_overs_are_offered_two_weeks_back_and_two_days_on(office: Office) -> None:
    for first in (date(2020, 3, 1), date(2020, 4, 6), date(2020, 5, 4)):
        office.period(first, first + timedelta(days=9))
    moments = [relief.moment for relief in opened(office).reliefs]
    assert min(moments) >= NOW - timedelta(days=14)
    assert max(moments) <= NOW + timedelta(days=2)
    then = [relief.moment for relief in opened(office, datetime(2020, 5, 6)).reliefs]
    assert datetime(2020, 5, 6, 8) in then
    assert datetime(2020, 4, 8, 8) in then  # what nobody signed lately is told wherever one looks
    assert datetime(2020, 3, 2, 8) not in then


def test_a_checkpoint_signs_from_its_first_noted_hand_over_on(
    office: Office, period: RosterPeriod, clock: Clock
) -> None:
    place, apply = office.checkpoint.id, office.services.hand_overs.apply
    assert opened(office).unsigned == ()
    noted = HandOver(place, datetime(2020, 4, 7, 16))
    assert apply(LogEdit(None, noted)) == Changes(hand_overs=True)
    late = [datetime(2020, 4, 8, 8), datetime(2020, 4, 8), datetime(2020, 4, 7, 16)]
    assert [relief.moment for relief in opened(office).unsigned] == late
    apply(LogEdit(noted, acknowledged(signed(noted, "张伟", NOW), "何平", NOW)))
    assert [relief.moment for relief in opened(office).unsigned] == late[:2]
    clock.time = NOW + timedelta(days=15)
    assert all(relief.moment >= clock.time - timedelta(days=14) for relief in opened(office).unsigned)


def test_several_changes_are_stored_together_or_not_at_all(office: Office) -> None:
    items = [open_item(office.checkpoint.id, text, "", NOW) for text in ("one", "two")]
    apply = office.services.hand_overs.apply
    apply(LogEdit(None, items[0]))
    with pytest.raises(StaleEdit):
        apply(LogEdit(None, items[1]), LogEdit(None, items[0]))
    assert opened(office).log.items == (items[0],)


def test_without_a_roster_there_is_no_hand_over_to_count_for(office: Office) -> None:
    with pytest.raises(DomainError) as refused:
        opened(office).relief_near(office.checkpoint.id, NOW)
    assert refused.value.code is ErrorCode.NO_HAND_OVER
