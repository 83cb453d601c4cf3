"""Where a roster stands against what was published, as values."""

from __future__ import annotations

from datetime import date

import pytest
from publish_cases import SECOND_GATE, Desk, fill, first_duty, take_off

from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.publication import Publication, SheetState, publication_of
from roster_app.gui.publish.sheet_choices import (
    SheetChoice,
    choices_of,
    week_to_begin_with,
    weeks_of,
)
from roster_app.services.sheets import SheetKind


def standing(desk: Desk, period: RosterPeriod) -> Publication:
    return publication_of(desk.office.open(period))


def states(publication: Publication) -> list[SheetState]:
    choices = (*choices_of(SheetKind.WALL, publication.opened), *choices_of(SheetKind.DUTY, publication.opened))
    return [publication.state(choice) for choice in choices]


def choice_of(publication: Publication, place: str) -> SheetChoice:
    return next(c for c in choices_of(SheetKind.WALL, publication.opened) if c.words == place)


def test_before_any_edition_every_sheet_is_a_draft(desk: Desk, period: RosterPeriod) -> None:
    now = standing(desk, period)

    assert states(now) == [SheetState.DRAFT] * 6
    assert now.should_publish
    assert now.next_number == 1


def test_after_publishing_every_sheet_is_current_and_there_is_nothing_to_publish(
    desk: Desk, period: RosterPeriod
) -> None:
    desk.services.rostering.publish(period.id)

    now = standing(desk, period)

    assert states(now) == [SheetState.CURRENT] * 6
    assert not now.can_publish
    assert now.changed_checkpoints == ()


def test_a_change_at_one_gate_leaves_the_sheets_of_the_other_in_force(desk: Desk, period: RosterPeriod) -> None:
    desk.services.rostering.publish(period.id)
    duty = first_duty(desk.office.open(period), SECOND_GATE)

    take_off(desk.office, period, duty)
    now = standing(desk, period)

    current, changed = SheetState.CURRENT, SheetState.CHANGED
    assert states(now) == [changed, current, changed] * 2  # all, north, south, of both kinds
    assert [c.duty_id for c in now.changes_on(choice_of(now, SECOND_GATE))] == [duty]
    assert [c.duty_id for c in now.changes_on(choice_of(now, "All checkpoints"))] == [duty]
    assert now.changes_on(choice_of(now, "north gate")) == ()
    assert [now.opened.directory.checkpoint[c].name for c in now.changed_checkpoints] == [SECOND_GATE]


def test_a_blank_line_keeps_publishing_from_being_the_obvious_step(desk: Desk, period: RosterPeriod) -> None:
    duty = first_duty(desk.office.open(period), "north gate")

    take_off(desk.office, period, duty)
    now = standing(desk, period)

    assert now.blank_lines == (duty,)
    assert now.can_publish
    assert not now.should_publish


def test_an_archived_roster_is_not_published_again(desk: Desk, period: RosterPeriod) -> None:
    desk.services.rostering.close(period.id)

    now = standing(desk, period)

    assert now.is_archived
    assert not now.can_publish


def test_a_roster_nobody_stands_in_can_be_printed_with_every_line_blank(desk: Desk) -> None:
    empty = desk.office.period(date(2020, 5, 4), date(2020, 5, 5))

    now = standing(desk, empty)

    assert len(now.blank_lines) == len(now.opened.roster.plan.duties) == 2 * 3 * 3
    assert not now.should_publish


def test_a_place_renamed_is_still_the_same_sheet(desk: Desk, period: RosterPeriod) -> None:
    fill(desk.office, desk.office.period(date(2020, 5, 4), date(2020, 5, 5)))
    (_every, gate, _other) = choices_of(SheetKind.WALL, desk.office.open(period))

    assert gate.is_same_as(SheetChoice(gate.kind, "another name", gate.checkpoint_id))
    assert not gate.is_same_as(choices_of(SheetKind.DUTY, desk.office.open(period))[0])


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        ((2020, 4, 6), (2020, 4, 12), [((2020, 4, 6), (2020, 4, 12))]),
        ((2020, 4, 1), (2020, 4, 14), [((2020, 4, 1), (2020, 4, 5)), ((2020, 4, 6), (2020, 4, 12)),
                                      ((2020, 4, 13), (2020, 4, 14))]),
        ((2020, 4, 8), (2020, 4, 8), [((2020, 4, 8), (2020, 4, 8))]),
    ],
)  # fmt: skip
def test_weeks_begin_on_mondays_and_stay_inside_the_period(first: tuple, last: tuple, weeks: list) -> None:  # type: ignore[type-arg]
    period = RosterPeriod(PeriodId(1), TeamId(1), date(*first), date(*last))

    assert [((w[0].timetuple()[:3]), (w[1].timetuple()[:3])) for w in weeks_of(period)] == weeks


def test_printing_begins_with_the_week_of_today_or_the_first(desk: Desk) -> None:
    period = RosterPeriod(PeriodId(1), TeamId(1), date(2020, 4, 1), date(2020, 4, 30))

    assert week_to_begin_with(period, date(2020, 4, 9)) == (date(2020, 4, 6), date(2020, 4, 12))
    assert week_to_begin_with(period, date(2020, 6, 1)) == (date(2020, 4, 1), date(2020, 4, 5))
