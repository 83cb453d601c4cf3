"""The keyboard and the mouse on the page: every wish becomes one edit of the roster as it is stored."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from roster_desk import press, stored

from roster_app.domain import edits
from roster_app.domain.ids import VolunteerId
from roster_app.gui.roster.arrangements import BY_PERSON, BY_PLACE
from roster_app.gui.roster.name_drag import DraggedName, carried_name, name_mime

Key, Mod = Qt.Key, Qt.KeyboardModifier


def stand_at(page, row, column):
    page.arrangements.grid.go_to(row, column)
    return page.arrangements.duty_id


def holder(page, duty_id):
    return page.document.roster.holder(duty_id)


def test_arrows_go_from_seat_to_seat(page):
    first = stand_at(page, 0, 0)
    press(page, Key.Key_Down)
    second = page.arrangements.duty_id
    press(page, Key.Key_Right)
    third = page.arrangements.duty_id
    plan = page.document.roster.plan
    assert plan.duty[first].shift_id == plan.duty[second].shift_id
    assert plan.shift_of(third).day > plan.shift_of(second).day
    assert plan.duty[second].post_id == plan.duty[third].post_id


def test_delete_leaves_the_duty_vacant(page):
    duty_id = stand_at(page, 1, 1)
    press(page, Key.Key_Delete)
    assert holder(page, duty_id) is None
    assert duty_id not in stored(page)


def test_delete_clears_all_selected_cells_as_one_step(page):
    stand_at(page, 1, 1)
    press(page, Key.Key_Right, Mod.ShiftModifier)
    press(page, Key.Key_Down, Mod.ShiftModifier)
    chosen = page.arrangements.duty_ids
    assert len(chosen) == 4
    press(page, Key.Key_Delete)
    assert not set(chosen) & set(stored(page))
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert set(chosen) <= set(stored(page))


def test_space_locks_and_unlocks(page):
    duty_id = stand_at(page, 0, 2)
    press(page, Key.Key_Space)
    assert stored(page)[duty_id].locked
    press(page, Key.Key_Space)
    assert not stored(page)[duty_id].locked


def test_undo_and_redo_by_key(page):
    duty_id = stand_at(page, 1, 1)
    before = holder(page, duty_id)
    press(page, Key.Key_Delete)
    press(page, Key.Key_Z, Mod.ControlModifier)
    assert holder(page, duty_id) == before == stored(page)[duty_id].volunteer_id
    press(page, Key.Key_Y, Mod.ControlModifier)
    assert duty_id not in stored(page)


def test_typing_in_a_cell_chooses_by_initials(qtbot, page):
    duty_id = stand_at(page, 1, 1)
    person = next(v for v in page.document.opened.directory.volunteers if v.id != holder(page, duty_id))
    initials = "".join(syllable[0] for syllable in person.pinyin.split())
    QTest.keyClicks(page.arrangements.grid, initials[0])
    QTest.keyClicks(page.window().focusWidget(), initials[1:])
    assert page.panel.picker.field.text() == initials
    meant = [choice.key for choice in page.panel.picker.choices.rows.rows]
    assert person.id in meant
    press(page, Key.Key_Return)
    assert holder(page, duty_id) == meant[0] == stored(page)[duty_id].volunteer_id
    assert page.window().focusWidget() is page.arrangements.grid


def test_enter_opens_the_picker_and_escape_leaves_it(page):
    stand_at(page, 1, 1)
    before = page.document.roster
    press(page, Key.Key_Return)
    assert page.window().focusWidget() is page.panel.picker.field
    press(page, Key.Key_Escape)
    assert page.window().focusWidget() is page.arrangements.grid
    assert page.document.roster is before


def test_a_blocked_candidate_is_struck_through_and_can_still_be_chosen(page):
    duty_id = stand_at(page, 0, 1)
    press(page, Key.Key_Return)
    rows = page.panel.picker.choices.rows.rows
    blocked = next(n for n, choice in enumerate(rows) if choice.struck)
    assert rows[blocked].reasons()
    for _step in range(blocked):
        press(page, Key.Key_Down)
    chosen = rows[blocked].key
    press(page, Key.Key_Return)
    assert stored(page)[duty_id].volunteer_id == chosen
    assert page.document.findings.is_hard_at(duty_id)


def test_a_volunteer_is_carried_from_cell_to_cell(page):
    source = stand_at(page, 1, 1)
    who = holder(page, source)
    press(page, Key.Key_C, Mod.ControlModifier)
    target = stand_at(page, 4, 3)
    press(page, Key.Key_V, Mod.ControlModifier)
    assert holder(page, source) == who
    assert stored(page)[target].volunteer_id == who


def test_cut_and_paste_exchange_two_holders(page):
    one = stand_at(page, 1, 1)
    first = holder(page, one)
    press(page, Key.Key_X, Mod.ControlModifier)
    other = stand_at(page, 4, 3)
    second = holder(page, other)
    press(page, Key.Key_V, Mod.ControlModifier)
    assert (holder(page, one), holder(page, other)) == (second, first)


def test_a_name_dropped_on_another_seat_exchanges_them(page):
    one, other = stand_at(page, 1, 1), stand_at(page, 4, 3)
    holders = holder(page, one), holder(page, other)
    let_go(page, DraggedName(holders[0], one), other, Qt.DropAction.MoveAction)
    assert (holder(page, other), holder(page, one)) == holders


def test_a_name_dropped_with_ctrl_stands_in_both_places(page):
    one, other = stand_at(page, 1, 1), stand_at(page, 4, 3)
    who = holder(page, one)
    let_go(page, DraggedName(who, one), other, Qt.DropAction.CopyAction)
    assert holder(page, other) == holder(page, one) == who


def test_a_name_from_the_list_of_people_takes_the_duty_it_is_let_go_on(page):
    other = stand_at(page, 4, 3)
    stand_at(page, 1, 1)
    page.beside.picking.weigh()
    model = page.panel.picker.choices.rows
    row = next(n for n, choice in enumerate(model.rows) if choice.key != holder(page, other))
    index = model.index(row)
    assert model.flags(index) & Qt.ItemFlag.ItemIsDragEnabled
    name = carried_name(model.mimeData([index]))
    assert name == DraggedName(model.rows[row].key)
    let_go(page, name, other, Qt.DropAction.CopyAction)
    assert holder(page, other) == name.volunteer_id


def test_a_name_alone_cannot_be_let_go_where_there_is_no_duty(page):
    page.arrangements.bring(BY_PERSON)
    grid = page.arrangements.grid
    model = grid.model()
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(3))
    free = next(cell for cell in cells if model.duty_id(cell) is None)
    carried = name_mime(DraggedName(VolunteerId(1)))
    place = grid.visualRect(free).center()
    event = QDragMoveEvent(place, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Mod.NoModifier)
    grid.dragMoveEvent(event)
    assert not event.isAccepted()


def let_go(page, name, duty_id, action):
    grid = page.arrangements.grid
    place = grid.visualRect(page.arrangements.places_model.index_of(duty_id)).center()
    carried = name_mime(name)  # the event does not keep it alive
    grid.dropEvent(QDropEvent(QPointF(place), action, carried, Qt.MouseButton.LeftButton, Mod.NoModifier))


def test_f8_goes_to_what_is_to_be_mended_in_order_of_time_and_around(page):
    vacant = [
        page.arrangements.places_model.duty_id(page.arrangements.places_model.index(*p)) for p in ((4, 2), (1, 5))
    ]
    page.document.carry_out(lambda roster: edits.clear(roster, vacant))
    stand_at(page, 0, 0)
    found = []
    for _step in range(len(vacant) + 1):
        press(page, Key.Key_F7)
        found.append(page.arrangements.duty_id)
    assert found == [*vacant, vacant[0]]
    press(page, Key.Key_F7, Mod.ShiftModifier)
    assert page.arrangements.duty_id == vacant[1]


def test_f8_stands_at_every_conflict(page):
    one, other = stand_at(page, 0, 3), stand_at(page, 1, 3)
    page.document.carry_out(lambda roster: edits.assign(roster, other, roster.holder(one)))
    stand_at(page, 0, 0)
    hard = {d for d in page.document.roster.plan.duty if page.document.findings.is_hard_at(d)}
    hard |= {d.id for d in page.document.roster.vacancies}
    seen = set()
    for _step in range(len(hard)):
        press(page, Key.Key_F8)
        seen.add(page.arrangements.duty_id)
    assert seen == hard


def test_double_click_chooses(page):
    index = page.arrangements.places_model.index(1, 2)
    place = page.arrangements.grid.visualRect(index).center()
    QTest.mouseClick(page.arrangements.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.arrangements.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.window().focusWidget() is page.panel.picker.field
    assert page.arrangements.grid.currentIndex() == index


def test_a_click_on_a_candidate_chooses_it(page):
    duty_id = stand_at(page, 1, 2)
    press(page, Key.Key_Return)
    choices = page.panel.picker.choices
    wanted = choices.rows.rows[1].key
    place = choices.view.visualRect(choices.rows.index(1)).center()
    QTest.mouseClick(choices.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stored(page)[duty_id].volunteer_id == wanted


def test_switching_keeps_the_duty_and_back(page):
    duty_id = stand_at(page, 1, 2)
    press(page, Key.Key_2, Mod.AltModifier)
    assert page.arrangements.front == BY_PERSON
    assert page.arrangements.duty_id == duty_id
    press(page, Key.Key_1, Mod.AltModifier)
    assert page.arrangements.front == BY_PLACE
    assert page.arrangements.duty_id == duty_id


def test_switching_from_a_vacancy_keeps_the_day(page):
    duty_id = stand_at(page, 1, 2)
    press(page, Key.Key_Delete)
    day = page.arrangements.day
    press(page, Key.Key_2, Mod.AltModifier)
    assert page.arrangements.day == day
    assert duty_id not in stored(page)


def test_an_empty_day_of_a_person_offers_the_duties_of_that_day(page):
    page.arrangements.bring(BY_PERSON)
    model = page.arrangements.people_model
    row, column = next((r, c) for r in range(model.rowCount()) for c in range(7) if not model.cell(r, c).seats)
    page.arrangements.grid.go_to(row, column)
    person = page.arrangements.person
    press(page, Key.Key_Return)
    first = page.panel.picker.choices.rows.rows[0]
    press(page, Key.Key_Return)
    assert stored(page)[first.key].volunteer_id == person
    assert page.document.roster.plan.shift_of(first.key).day == model.days[column].date


def test_home_goes_to_today(page):
    stand_at(page, 3, 6)
    press(page, Key.Key_Home)
    assert page.arrangements.day == page.shell.now().date()
    assert page.arrangements.grid.currentIndex().row() == 3


def test_selection_and_scroll_survive_an_edit_and_a_reload(page):
    duty_id = stand_at(page, 9, 5)
    grid = page.arrangements.grid
    grid.verticalScrollBar().setValue(40)
    scrolled = grid.verticalScrollBar().value(), grid.first_in_sight
    press(page, Key.Key_Delete)
    assert (grid.verticalScrollBar().value(), grid.first_in_sight) == scrolled
    page.document.reload()
    assert page.arrangements.duty_id == duty_id
    assert (grid.verticalScrollBar().value(), grid.first_in_sight) == scrolled


def test_typing_in_the_search_narrows_the_people(page):
    page.arrangements.bring(BY_PERSON)
    person = page.arrangements.people_model.people[3]
    QTest.keySequence(page.arrangements.grid, QKeySequence("Ctrl+F"))
    QTest.keyClicks(page.window().focusWidget(), person.pinyin.replace(" ", ""))
    shown = [row for row in range(14) if not page.arrangements.people.grid.isRowHidden(row)]
    assert shown == [3]


@pytest.mark.parametrize("arrangement", [BY_PLACE, BY_PERSON])
def test_everything_that_takes_the_keyboard_has_a_name(page, arrangement):
    page.arrangements.bring(arrangement)
    from PySide6.QtWidgets import QWidget

    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert nameless == []
