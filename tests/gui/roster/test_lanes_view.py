"""The 24 hours of a day: reached, walked and edited by key and mouse, always the roster that is stored."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from roster_desk import press

from roster_app.domain import edits
from roster_app.gui.roster.arrangements import BY_DAY, BY_PERSON, BY_PLACE
from roster_app.gui.roster.name_drag import DraggedName, name_mime

Key, Mod = Qt.Key, Qt.KeyboardModifier
TUESDAY, WEDNESDAY = date(2020, 4, 14), date(2020, 4, 15)


@pytest.fixture
def lanes(page):
    """The page with the 24 hours in front."""
    press(page, Key.Key_3, Mod.AltModifier)
    return page.arrangements.lanes


def place_of(lanes, duty_id):
    return lanes.visualRect(lanes.model().index_of(duty_id)).center()


def test_a_key_brings_it_at_the_duty_that_was_current(page):
    page.arrangements.places.go_to(1, 2)
    duty_id = page.arrangements.duty_id
    press(page, Key.Key_3, Mod.AltModifier)
    assert page.arrangements.front == BY_DAY
    assert page.arrangements.duty_id == duty_id
    assert page.arrangements.day == WEDNESDAY
    press(page, Key.Key_1, Mod.AltModifier)
    assert (page.arrangements.front, page.arrangements.duty_id) == (BY_PLACE, duty_id)


def test_from_a_persons_line_it_shows_what_that_person_does_that_day(page):
    press(page, Key.Key_2, Mod.AltModifier)
    duty_id = next(iter(page.document.roster.assignments))
    page.arrangements.go_to_duty(duty_id)
    press(page, Key.Key_3, Mod.AltModifier)
    assert page.arrangements.duty_id == duty_id
    press(page, Key.Key_2, Mod.AltModifier)
    assert (page.arrangements.front, page.arrangements.duty_id) == (BY_PERSON, duty_id)


def test_the_header_names_the_day_and_offers_no_other_span(page, lanes):
    page.arrangements.go_to_today()
    assert page.header._days.text() == page.arrangements.lanes_model.day.phrase
    assert "Apr 14" in page.header._days.text()
    assert not page.header.span.isVisible()
    press(page, Key.Key_1, Mod.AltModifier)
    assert page.header.span.isVisible()


def test_arrows_go_along_a_lane_and_to_who_stands_at_the_same_time(page, lanes):
    plan = page.document.roster.plan
    lanes.stand_at(lanes.model().index(0, 1))
    here = plan.duty[page.arrangements.duty_id]
    press(page, Key.Key_Down)
    below = plan.duty[page.arrangements.duty_id]
    assert (below.span, below.post_id != here.post_id) == (here.span, True)
    press(page, Key.Key_Right)
    assert plan.duty[page.arrangements.duty_id].span.start == below.span.end
    press(page, Key.Key_Right)
    assert page.arrangements.day == below.span.start.date()
    press(page, Key.Key_Up)
    press(page, Key.Key_Left)
    assert page.arrangements.duty_id == here.id


def test_a_page_is_a_day_and_the_period_ends_where_it_ends(page, lanes):
    page.arrangements.go_to_today()
    press(page, Key.Key_PageDown)
    assert page.arrangements.day == WEDNESDAY
    press(page, Key.Key_PageUp)
    press(page, Key.Key_PageUp)
    press(page, Key.Key_PageUp)
    assert page.arrangements.day == date(2020, 4, 13)
    press(page, Key.Key_Home)
    assert page.arrangements.day == TUESDAY


def test_delete_lock_and_undo_work_as_everywhere(page, lanes):
    lanes.stand_at(lanes.model().index(1, 1))
    duty_id = page.arrangements.duty_id
    who = page.document.roster.holder(duty_id)
    press(page, Key.Key_Space)
    assert page.document.roster.assignments[duty_id].locked
    press(page, Key.Key_Space)
    press(page, Key.Key_Delete)
    assert page.document.roster.holder(duty_id) is None
    assert lanes.model().look(1, 1).seat.is_vacant
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster.holder(duty_id) == who
    assert page.arrangements.duty_id == duty_id


def test_typing_chooses_who_stands(page, lanes):
    lanes.stand_at(lanes.model().index(1, 1))
    duty_id = page.arrangements.duty_id
    person = page.document.opened.directory.volunteers[5]
    QTest.keyClicks(lanes, "".join(word[0] for word in person.pinyin.split()))
    press(page, Key.Key_Return)
    assert page.document.roster.holder(duty_id) is not None
    assert page.window().focusWidget() is lanes


def test_a_click_chooses_a_bar_and_with_control_several(page, lanes):
    one, other = (lanes.model().duty_id(lanes.model().index(row, 1)) for row in (0, 2))
    QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=place_of(lanes, one))
    assert page.arrangements.duty_ids == [one]
    QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, Mod.ControlModifier, place_of(lanes, other))
    assert set(page.arrangements.duty_ids) == {one, other}


def test_a_click_on_a_red_stretch_goes_to_the_vacancy(qtbot, page, lanes):
    model = lanes.model()
    duty_id = model.duty_id(model.index(2, 1))
    with qtbot.waitSignal(page.document.judged):
        page.document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    lanes.stand_at(model.index(0, 0))
    look = model.look(2, 1)
    top = lanes._lay.bands[0][1] + lanes._lay.head + lanes._lay.band // 2
    x = round(lanes._lay.x((look.bar.start + look.bar.end) / 2))
    QTest.mouseClick(lanes.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, top))
    assert page.arrangements.duty_id == duty_id


def test_letting_a_bar_go_on_another_swaps_them(page, lanes):
    model = lanes.model()
    one, other = model.duty_id(model.index(0, 1)), model.duty_id(model.index(0, 2))
    holders = page.document.roster.holder(one), page.document.roster.holder(other)
    carried = name_mime(DraggedName(holders[0], one))
    event = QDropEvent(
        QPointF(place_of(lanes, other)), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Mod.NoModifier
    )
    lanes.dropEvent(event)
    assert (page.document.roster.holder(other), page.document.roster.holder(one)) == holders


def test_strips_follow_an_edit(qtbot, page, lanes):
    model = lanes.model()
    duty_id = model.duty_id(model.index(1, 1))
    before = sum(s.present < s.required for s in model.strip(1))
    with qtbot.waitSignal(page.document.judged):
        page.document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    assert sum(s.present < s.required for s in model.strip(1)) > before
    with qtbot.waitSignal(page.document.judged):
        page.document.undo()
    assert sum(s.present < s.required for s in model.strip(1)) == before


def test_a_bar_is_said_in_words(page, lanes):
    lanes.stand_at(lanes.model().index(0, 1))
    name = page.document.opened.directory.name[page.arrangements.person]
    assert name in lanes.accessibleDescription()
    assert "宋屋村卡口" in lanes.accessibleDescription()


def test_another_roster_begins_at_its_first_day_and_none_is_empty(page, lanes):
    page.document.show(None)
    assert lanes.model().rowCount() == 0
    assert page.arrangements.duty_id is None
    assert page.arrangements.day is None


def edge_of(lanes, duty_id, *, end):
    rect = lanes.visualRect(lanes.model().index_of(duty_id))
    return QPoint(rect.right() if end else rect.left(), rect.center().y())


def two_in_a_row(page, lanes):
    """Two duties of one lane that touch inside the day, both held."""
    model, roster = lanes.model(), page.document.roster
    for row in range(model.rowCount()):
        bars = model.bars(row)
        for one, other in pairwise(bars):
            if one.end == other.start and roster.holder(one.duty_id) and roster.holder(other.duty_id):
                return one, other
    raise AssertionError("no such duties")


def test_an_edge_dragged_hands_the_time_over_and_undo_hands_it_back(page, lanes):
    one, other = two_in_a_row(page, lanes)
    before = page.document.roster
    left, right = before.holder(one.duty_id), before.holder(other.duty_id)
    start = edge_of(lanes, one.duty_id, end=True)
    target = QPoint(round(lanes._lay.x(one.end + 120)), start.y())
    viewport = lanes.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, target)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=target)
    roster = page.document.roster
    parts = roster.plan.parts(before.plan.duty[other.duty_id])
    assert [(roster.holder(p.id), p.span.minutes) for p in parts] == [
        (left, 120),
        (right, before.plan.duty[other.duty_id].span.minutes - 120),
    ]
    assert page.arrangements.duty_id == one.duty_id
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster == before


def test_escape_lets_an_edge_go_back(page, lanes):
    one, _other = two_in_a_row(page, lanes)
    before = page.document.roster
    start = edge_of(lanes, one.duty_id, end=True)
    QTest.mousePress(lanes.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(lanes.viewport(), start + QPoint(60, 0))
    press(page, Key.Key_Escape)
    QTest.mouseRelease(lanes.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert page.document.roster == before


def test_keys_move_the_end_and_the_beginning(page, lanes):
    one, other = two_in_a_row(page, lanes)
    before = page.document.roster
    page.arrangements.go_to_duty(one.duty_id)
    press(page, Key.Key_Right, Mod.AltModifier)
    spans = [p.span for p in page.document.roster.plan.parts(before.plan.duty[other.duty_id])]
    assert [span.minutes for span in spans] == [30, before.plan.duty[other.duty_id].span.minutes - 30]
    press(page, Key.Key_Z, Mod.ControlModifier)
    page.arrangements.go_to_duty(other.duty_id)
    press(page, Key.Key_Left, Mod.AltModifier | Mod.ShiftModifier)
    roster = page.document.roster
    assert [p.span.minutes for p in roster.plan.parts(before.plan.duty[one.duty_id])][-1] == 30
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert page.document.roster == before


def test_a_duty_is_cut_and_joined_by_keys(page, lanes):
    one, _other = two_in_a_row(page, lanes)
    before = page.document.roster
    page.arrangements.go_to_duty(one.duty_id)
    press(page, Key.Key_T, Mod.ControlModifier)
    assert len(page.document.roster.plan.parts(before.plan.duty[one.duty_id])) == 2
    assert page.arrangements.duty_id == one.duty_id
    press(page, Key.Key_J, Mod.ControlModifier)
    assert page.document.roster == before
