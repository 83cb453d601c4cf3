"""Days are chosen by week or freely, and never leave the period."""

from __future__ import annotations

from datetime import date

import pytest
from publish_cases import button
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.days_field import DaysField
from roster_app.gui.publish.sheet_choices import Days

APRIL = RosterPeriod(PeriodId(1), TeamId(1), date(2020, 4, 1), date(2020, 4, 30))
TODAY = date(2020, 4, 8)


@pytest.fixture
def field(qtbot: QtBot) -> DaysField:
    made = DaysField()
    qtbot.addWidget(made)
    made.show_period(APRIL, TODAY)
    made.show()
    return made


@pytest.fixture
def chosen(field: DaysField) -> list[Days]:
    found: list[Days] = []
    field.days_changed.connect(found.append)
    return found


def offered(field: DaysField) -> list[str]:
    return [field.choice.itemText(n) for n in range(field.choice.count())]


def test_it_begins_with_this_week_and_says_so(field: DaysField) -> None:
    assert field.days == (date(2020, 4, 6), date(2020, 4, 12))
    assert field.choice.currentText() == "Apr 6 – Apr 12 · this week"
    assert offered(field)[-2:] == ["The whole period", "Other days"]


def test_the_arrows_turn_by_a_week_and_stop_at_the_ends(qtbot: QtBot, field: DaysField, chosen: list[Days]) -> None:
    qtbot.mouseClick(button(field, "The week before"), Qt.MouseButton.LeftButton)

    assert chosen == [(date(2020, 4, 1), date(2020, 4, 5))]
    assert not button(field, "The week before").isEnabled()
    assert button(field, "The week after").isEnabled()


def test_a_choice_is_told_once(field: DaysField, chosen: list[Days]) -> None:
    field.choice.setCurrentIndex(offered(field).index("The whole period"))
    field.choice.activated.emit(field.choice.currentIndex())

    assert chosen == [(APRIL.first, APRIL.last)]
    assert field.days == (APRIL.first, APRIL.last)


def test_a_last_day_before_the_first_takes_the_first_along(field: DaysField, chosen: list[Days]) -> None:
    field.last.set_day(date(2020, 4, 3))

    assert chosen == [(date(2020, 4, 3), date(2020, 4, 3))]
    assert field.choice.currentText() == "Other days"


def test_no_day_outside_the_period_can_be_written(field: DaysField) -> None:
    field.first.set_day(date(2020, 3, 1))
    field.last.set_day(date(2020, 6, 1))

    assert field.days == (APRIL.first, APRIL.last)


def test_days_stay_when_the_same_period_is_read_anew_and_go_with_another(field: DaysField) -> None:
    field.last.set_day(date(2020, 4, 9))

    field.show_period(APRIL, TODAY)
    assert field.days == (date(2020, 4, 6), date(2020, 4, 9))

    field.show_period(RosterPeriod(PeriodId(2), TeamId(1), date(2020, 5, 1), date(2020, 5, 3)), TODAY)
    assert field.days == (date(2020, 5, 1), date(2020, 5, 3))


def test_one_day_is_offered_once(qtbot: QtBot) -> None:
    field = DaysField()
    qtbot.addWidget(field)
    field.show_period(RosterPeriod(PeriodId(2), TeamId(1), TODAY, TODAY), TODAY)

    assert offered(field) == ["Apr 8 · this week", "Other days"]
