"""The calendar: walked by keys, days set by hand and given back, years that are not announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from place_desk import PlaceWorld, click, moves, question
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from window_cases import press, texts, unnamed, watched, write

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.ids import PostId, new_id
from roster_app.domain.places import DemandWindow, Post
from roster_app.gui.places.calendar_view import CalendarView
from roster_app.gui.places.year_layout import YearLayout, days_of
from roster_app.gui.widgets import Measures

CTRL = Qt.KeyboardModifier.ControlModifier
SATURDAY = date(2020, 4, 18)


def calendar(desk: PlaceWorld, day: date = SATURDAY) -> CalendarView:
    page = desk.places
    page.show_view("calendar")
    page.calendar.choose(day)
    watched(page.calendar.panel.year.model)
    return page.calendar


def test_the_year_begins_at_today(desk: PlaceWorld) -> None:
    page = desk.places
    page.show_view("calendar")

    assert page.calendar.calendar.day == date(2020, 4, 14)
    assert page.calendar.panel._title.text() == "Tue Apr 14, 2020"
    assert not page.calendar.banner.isVisible()


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2020, 4, 17)),
        (Qt.Key.Key_Down, date(2020, 4, 25)),
        (Qt.Key.Key_PageDown, date(2020, 5, 18)),
        (Qt.Key.Key_PageUp, date(2020, 3, 18)),
        (Qt.Key.Key_Home, date(2020, 1, 1)),
        (Qt.Key.Key_End, date(2020, 12, 31)),
    ],
)
def test_keys_walk_the_year(desk: PlaceWorld, key: Qt.Key, day: date) -> None:
    view = calendar(desk)
    press(view.calendar, key)

    assert view.calendar.day == day
    assert str(day.day) in view.panel._title.text()
    assert str(day.day) in view.calendar.accessibleDescription()


def test_a_walk_leads_into_the_next_year(desk: PlaceWorld) -> None:
    view = calendar(desk, date(2020, 12, 31))
    press(view.calendar, Qt.Key.Key_Right)

    assert view.calendar.day == date(2021, 1, 1)
    assert view._year.text() == "2021"


def test_a_click_chooses_the_day_under_it(desk: PlaceWorld) -> None:
    view = calendar(desk)
    spot = view.calendar.layout_now().box(date(2020, 10, 1)).center()
    QTest.mouseClick(view.calendar, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x()), round(spot.y())))

    assert view.calendar.day == date(2020, 10, 1)
    assert "Statutory holiday · National Day" in view.panel._remark.text()


def test_every_day_of_a_year_has_a_place_of_its_own() -> None:
    layout = YearLayout.of(2020, 760, 560, Measures())
    boxes = [layout.box(day) for month in range(1, 13) for day in days_of(2020, month)]

    assert len(boxes) == 366
    assert all(layout.day_at(box.center()) is not None for box in boxes)
    assert not any(
        one.adjusted(1, 1, -1, -1).intersects(two) for n, one in enumerate(boxes) for two in boxes[n + 1 : n + 40]
    )


@pytest.mark.parametrize(
    ("width", "height", "across"),
    [(766, 560, 4), (1370, 840, 4), (1370, 420, 6), (530, 900, 3), (346, 300, 2), (200, 300, 1)],
)
def test_months_stand_where_the_days_have_most_room(width: int, height: int, across: int) -> None:
    assert YearLayout.of(2020, width, height, Measures()).across == across


def test_a_day_is_made_a_holiday_with_a_name_and_given_back(desk: PlaceWorld) -> None:
    view = calendar(desk)
    click(view.panel, "Statutory holiday")
    line = next(w for w in view.panel.findChildren(QLineEdit) if w.isVisible())
    write(line, "village feast")
    press(line, Qt.Key.Key_Return)

    assert desk.directory.days.overrides == {SATURDAY: SpecialDay(DayType.HOLIDAY, "village feast")}
    assert "Sat Apr 18" in texts(view.panel.year.model)
    click(view.panel, "As official: Rest day")
    assert desk.directory.days.overrides == {}
    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert desk.directory.days.day(SATURDAY).occasion == "village feast"


def test_a_day_of_another_kind_moves_the_roster(desk: PlaceWorld) -> None:
    north = desk.checkpoint("北门")
    sundays = Post(
        PostId(new_id()), north.id, "more", 0, windows=(DemandWindow(0, 1440, 1, frozenset({DayType.HOLIDAY})),)
    )
    desk.services.places.save_checkpoint(north, (*desk.posts("北门"), sundays))
    period = desk.month()
    before = len(desk.services.rostering.open(period).roster.plan.duties)
    view = calendar(desk)

    click(view.panel, "Statutory holiday")

    assert desk.told == "The roster of Apr 2020 follows the new demand."
    assert len(desk.services.rostering.open(period).roster.plan.duties) == before + 3


def test_a_line_of_the_list_leads_to_its_day(desk: PlaceWorld) -> None:
    view = calendar(desk)
    rows = view.panel.year.model
    (festival,) = [n for n, line in enumerate(rows.lines) if line.title.startswith("Dragon Boat")]

    view.panel.year._list.setCurrentIndex(rows.index(festival))
    press(view.panel.year._list, Qt.Key.Key_Return)

    assert view.calendar.day == date(2020, 6, 25)


def test_a_year_that_is_not_announced_is_a_loud_banner(desk: PlaceWorld) -> None:
    view = calendar(desk, date(2099, 5, 1))

    assert view.banner.isVisible()
    assert view.banner.text.startswith("The holidays of 2099 are not announced yet.")
    click(view.banner, "Look for the official table")
    assert desk.told == "The official table says nothing new."


def test_a_roster_in_a_year_that_is_not_announced_is_told_on_every_view(desk: PlaceWorld) -> None:
    desk.services.rostering.create_period(desk.team_id, date(2099, 5, 1), date(2099, 5, 7))
    page = desk.places
    page.reload()
    page.show_view("checkpoints")
    (pill, *_others) = page.header._pills.pills
    assert pill.words == "2099 not announced its holidays are not known"

    pill.click()

    assert page.switch.choice == "calendar"
    assert page.calendar.calendar.year == 2099
    assert page.calendar.banner.isVisible()


def test_the_official_table_is_taken_in_and_its_news_told(desk: PlaceWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    view = calendar(desk)
    official = desk.directory.days
    special = {**official.special, SATURDAY: SpecialDay(DayType.HOLIDAY, "qingming")}
    news = DayTable(official.announced_years | {2099}, special)
    monkeypatch.setattr("roster_app.services.teams.official_days", lambda: news)

    click(view, "Look for the official table")

    assert desk.told == "Announced now: 2099. 1 day is another one now: Apr 18."
    assert desk.directory.days.type_of(SATURDAY) is DayType.HOLIDAY
    assert "Statutory holiday" in view.panel._remark.text()
    press(desk.places, Qt.Key.Key_Z, CTRL)
    assert desk.directory.days == official
    press(desk.places, Qt.Key.Key_Y, CTRL)
    assert desk.directory.days.announced_years == news.announced_years
    assert desk.directory.days.type_of(SATURDAY) is DayType.HOLIDAY


def test_an_official_table_that_costs_somebody_a_duty_asks_first(
    desk: PlaceWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    north, monday = desk.checkpoint("北门"), date(2020, 4, 20)
    on_workdays = (DemandWindow(0, 1440, 1, frozenset({DayType.WORKDAY})),)
    more = Post(PostId(new_id()), north.id, "more", 0, windows=on_workdays)
    desk.services.places.save_checkpoint(north, (*desk.posts("北门"), more))
    period = desk.month()
    duty = desk.put_somebody(period, "北门", "more")
    view = calendar(desk)
    before = desk.directory.days
    special = {**before.special, monday: SpecialDay(DayType.HOLIDAY, "qingming")}
    news = DayTable(before.announced_years, special)
    monkeypatch.setattr("roster_app.services.teams.official_days", lambda: news)

    click(view, "Look for the official table")
    assert any("1 duty that somebody holds" in label.text() for label in question().findChildren(QLabel))
    assigned = desk.services.rostering.open(period).roster.assignments.values()
    (holder,) = (desk.directory.name[a.volunteer_id] for a in assigned)
    assert moves()[0] == ["Mon Apr 20", "北门", "Night 00:00–08:00", "more", f"{holder} loses it"]
    assert {row[4] for row in moves()[1:]} == {"goes, vacant"}
    press(question(), Qt.Key.Key_Escape)
    assert desk.directory.days == before
    assert duty in desk.services.rostering.open(period).roster.assignments

    click(view, "Look for the official table")
    click(question(), "Save all the same")
    assert desk.directory.days.type_of(monday) is DayType.HOLIDAY
    assert duty not in desk.services.rostering.open(period).roster.assignments


def test_duties_that_a_day_adds_are_listed_after_it_is_stored(desk: PlaceWorld) -> None:
    north = desk.checkpoint("北门")
    on_holidays = (DemandWindow(480, 960, 2, frozenset({DayType.HOLIDAY})),)
    festive = Post(PostId(new_id()), north.id, "festive", 0, windows=on_holidays)
    desk.services.places.save_checkpoint(north, (*desk.posts("北门"), festive))
    desk.month()
    view = calendar(desk)
    desk.places.reload()

    click(view.panel, "Statutory holiday")
    desk.answer("Which duties …")

    assert len(moves()) == 2
    assert {(row[0], row[3], row[4]) for row in moves()} == {("Sat Apr 18", "festive", "is added, vacant")}
    press(question(), Qt.Key.Key_Escape)


def test_what_a_colleague_set_meanwhile_is_shown_and_not_overwritten(desk: PlaceWorld) -> None:
    view = calendar(desk)
    desk.services.teams.override_day(desk.team_id, SATURDAY, SpecialDay(DayType.WORKDAY))

    click(view.panel, "Statutory holiday")

    assert desk.directory.days.type_of(SATURDAY) is DayType.WORKDAY
    assert view.panel._kinds[DayType.WORKDAY].isChecked()


def test_everything_has_a_name(desk: PlaceWorld) -> None:
    view = calendar(desk)
    click(view.panel, "Statutory holiday")

    assert unnamed(desk.places) == []
    assert replace(desk.directory.days, overrides={}).day(SATURDAY).type is DayType.REST_DAY
