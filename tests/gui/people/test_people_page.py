"""The volunteers' page, clicked and typed at: what is seen is stored, what is stored is seen, and all can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from pytestqt.qtbot import QtBot
from window_cases import World, dialog_of, press, texts, write

from roster_app.domain.book import Apart, NotAlone
from roster_app.domain.ids import AvailabilityId, CrewId, LeaveId, VolunteerId, new_id
from roster_app.domain.people import Availability, AvailabilityKind, Crew, Gender, Leave, LeaveKind, Volunteer
from roster_app.domain.timespan import Span, span_on, whole_days
from roster_app.gui.people.leave_dialog import LeaveDialog
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.people.person_panel import PersonPanel
from roster_app.gui.people.several_panel import SeveralPanel
from roster_app.gui.people.times_dialog import TimesDialog
from roster_app.gui.people.twins_dialog import TwinsDialog
from roster_app.gui.people.week_dialog import WeekDialog
from roster_app.gui.people.week_grid import WeekGrid
from roster_app.gui.widgets import SegmentedControl, TextLabel
from roster_app.gui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.pill import Pill
from roster_app.gui.widgets.question import Question
from roster_app.gui.widgets.toggle_chip import ToggleChip
from roster_app.services import Changes

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(world: World, qtbot: QtBot) -> PeoplePage:
    made = world.page("people")
    assert isinstance(made, PeoplePage)
    qtbot.waitUntil(world.session.window.isActiveWindow)
    return made


def choose(page: PeoplePage, *people: object) -> None:
    page.people.choose(*[p.id for p in people])  # type: ignore[attr-defined]


def shown(page: PeoplePage) -> list[str]:
    return texts(page.people.table.model())


def test_everybody_is_there_namesakes_with_their_affiliation(page: PeoplePage) -> None:
    assert shown(page) == [
        "阿卜杜热合曼·买买提", "欧阳少东", "区志明", "王䶮", "许煜焌", "许煜竣", "张伟(横岗党支部)", "张伟(颐和社区)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [("zw", 2), ("欧阳", 1), ("ouyang", 1), ("ou", 2), ("0003", 1), ("横岗", 2), ("wy", 1), ("nobody", 0)],
)
def test_search_by_name_pinyin_initials_phone_tail_and_affiliation(page: PeoplePage, words: str, found: int) -> None:
    write(page.people.search, words)

    assert len(shown(page)) == found


def test_names_stand_by_strokes_or_rank_where_that_is_chosen(page: PeoplePage, world: World) -> None:
    order = page.people.findChild(SegmentedControl)
    assert order is not None
    chip = next(b for b in order.findChildren(QAbstractButton) if b.text() == "Surname strokes")

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert [name[0] for name in shown(page)] == list("王区许许张张阿欧")
    assert "In order of surname strokes" in [label.text() for label in page.people.findChildren(TextLabel)]
    page.closing()
    assert page.shell.view_state.text("people/order") == "strokes"


def test_search_goes_by_keys_alone(page: PeoplePage, world: World) -> None:
    press(page, Qt.Key.Key_F, CTRL)
    assert page.people.search.hasFocus()
    QTest.keyClicks(page.people.search, "xyj")
    press(page.people.search, Qt.Key.Key_Down)
    press(page.people.search, Qt.Key.Key_Down)
    press(page.people.search, Qt.Key.Key_Return)

    assert page.person.stored == world.person("许煜竣")
    assert page.person.form._name.hasFocus()


def test_chips_narrow_the_list_and_say_how_many(page: PeoplePage) -> None:
    chips = {chip.text(): chip for chip in page.people.findChildren(ToggleChip)}
    assert chips["宋屋村"].accessibleName() == "宋屋村 4"

    chips["宋屋村"].click()
    assert len(shown(page)) == 4
    chips["Leader"].click()
    assert shown(page) == ["阿卜杜热合曼·买买提", "张伟(颐和社区)"]
    chips["宋屋村"].click()
    chips["Leader"].click()
    assert len(shown(page)) == 8


def test_a_pill_leads_to_the_people_it_is_about(page: PeoplePage, world: World) -> None:
    gone = replace(world.person("王䶮"), phone="")
    page.keeper.update_all((world.person("王䶮"),), (gone,))

    next(p for p in page.header.findChildren(Pill) if p.words.startswith("No phone")).click()

    assert shown(page) == ["王䶮"]


def duplicates(page: PeoplePage) -> list[Pill]:
    return [p for p in page.header.findChildren(Pill) if p.words.startswith("Possible duplicates")]


def test_two_who_may_be_one_are_compared_made_one_and_two_again(page: PeoplePage, world: World) -> None:
    one, other = sorted((world.person("许煜竣"), world.person("许煜焌")), key=lambda v: v.id)
    duplicates(page)[0].click()
    dialog = dialog_of(TwinsDialog)
    buttons = {button.accessibleName(): button for button in dialog.findChildren(QRadioButton)}

    buttons[f"Name: {other.name}"].click()
    next(b for b in dialog.findChildren(PrimaryButton)).click()

    names = [v.name for v in world.directory.volunteers]
    assert other.name in names
    assert one.name not in names
    assert world.directory.volunteer[one.id].name == other.name

    press(page.people.table, Qt.Key.Key_Z, CTRL)
    assert {one.name, other.name} <= {v.name for v in world.directory.volunteers}
    assert world.directory.volunteer[one.id].name == one.name
    press(page.people.table, Qt.Key.Key_Y, CTRL)
    assert other.id not in world.directory.volunteer


def test_two_people_are_not_asked_about_again(page: PeoplePage, world: World, qtbot: QtBot) -> None:
    before = len(world.directory.volunteers)
    duplicates(page)[0].click()
    dialog = dialog_of(TwinsDialog)

    while dialog.isVisible():
        next(b for b in dialog.findChildren(QuietButton) if b.text() == "Two people").click()

    qtbot.waitUntil(lambda: duplicates(page) == [])
    assert len(world.directory.volunteers) == before
    world.session.view_state.keep("people/apart", "")  # another computer knows nothing but the database
    world.session.show_team()
    again = world.page("people")
    assert isinstance(again, PeoplePage)
    assert again is not page
    assert again.watch.twins == ()


def test_two_people_after_all_are_asked_about_again(page: PeoplePage, world: World, qtbot: QtBot) -> None:
    pairs = [twins.pair for twins in page.watch.twins]
    duplicates(page)[0].click()
    dialog = dialog_of(TwinsDialog)
    next(b for b in dialog.findChildren(QuietButton) if b.text() == "Two people").click()
    dialog.reject()
    assert [twins.pair for twins in page.watch.twins] == pairs[1:]

    press(page.people.table, Qt.Key.Key_Z, CTRL)
    assert [twins.pair for twins in page.watch.twins] == pairs
    press(page.people.table, Qt.Key.Key_Y, CTRL)
    assert [twins.pair for twins in page.watch.twins] == pairs[1:]


def test_pairs_kept_on_this_computer_alone_go_into_the_database(page: PeoplePage, world: World) -> None:
    pair = page.watch.twins[0].pair
    words = "-".join(str(v) for v in sorted(pair))
    world.session.view_state.keep("people/apart", f"{words} 4-5")

    page.reload()

    assert world.services.people.told_apart(world.team_id) == {pair}
    assert pair not in [twins.pair for twins in page.watch.twins]
    assert world.session.view_state.text("people/apart") == "4-5"


def test_the_panel_tells_what_somebody_has_done_and_what_comes(page: PeoplePage, world: World, qtbot: QtBot) -> None:
    person = world.person("区志明")
    _hold_a_duty(world, person.id)

    choose(page, person)
    page.person.show_leaf("duties")

    qtbot.waitUntil(lambda: page.person.record.model.rowCount() == 1)
    assert page.person.record.model.stint(0).volunteer_id == person.id
    assert any(label.text() == "1 duty, 8 h, 1 night" for label in page.person.findChildren(TextLabel))


def test_a_change_is_stored_undone_and_redone(page: PeoplePage, world: World) -> None:
    before = world.person("区志明")
    choose(page, before)
    write(page.person.form._title, "组长")
    page.person.form._nights.click()
    press(page, Qt.Key.Key_S, CTRL)

    assert (world.person("区志明").title, world.person("区志明").nights_allowed) == ("组长", False)
    assert not page.person.dirty
    assert page.people.table.hasFocus()
    press(page.people.table, Qt.Key.Key_Z, CTRL)
    assert replace(world.person("区志明"), version=0) == replace(before, version=0)
    press(page, Qt.Key.Key_Y, CTRL)
    assert world.person("区志明").title == "组长"


def test_gender_and_being_new_are_stored(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    page.person.form._gender.setFocus()
    press(page.person.form._gender, Qt.Key.Key_Down)
    page.person.form._new.click()
    press(page, Qt.Key.Key_S, CTRL)

    assert (world.person("区志明").gender, world.person("区志明").new) == (Gender.FEMALE, True)


def test_aliases_are_written_stored_and_found_by(page: PeoplePage, world: World) -> None:
    page.people.choose(world.person("区志明").id)
    write(page.person.form._aliases, "一米阳光、老区，一米阳光")
    press(page, Qt.Key.Key_S, CTRL)

    assert world.person("区志明").aliases == ("一米阳光", "老区")
    page.people.search.setText("米阳光")
    assert page.people.model.rowCount() == 1


def test_a_new_volunteer_by_keys(page: PeoplePage, world: World) -> None:
    press(page, Qt.Key.Key_N, CTRL)
    assert page.person.form._name.hasFocus()
    write(page.person.form._name, "李　明")
    write(page.person.form._phone, "13900000009")
    press(page.person.form._phone, Qt.Key.Key_Return)

    added = world.person("李明")
    assert (added.phone, added.pinyin) == ("13900000009", "li ming")
    assert page.person.stored == added
    assert [v.id for v in page.people.table.people] == [added.id]
    press(page, Qt.Key.Key_Z, CTRL)
    assert len(world.directory.volunteers) == 8
    press(page, Qt.Key.Key_Y, CTRL)
    assert world.person("李明").phone == "13900000009"


def test_a_name_of_blanks_is_not_stored(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    write(page.person.form._name, "  ")
    press(page, Qt.Key.Key_S, CTRL)

    assert page.person.form._rows["name"].error
    assert page.person.form._name.hasFocus()
    assert world.person("区志明")


def test_a_near_name_is_pointed_out_and_may_be_stored(page: PeoplePage, world: World) -> None:
    page.new_volunteer()
    write(page.person.form._name, "许煜俊")

    assert "许煜竣" in page.person.form._rows["name"]._help.text()
    page.store_form()
    assert world.person("许煜俊")


def test_a_new_qualification_is_made_with_the_person(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    write(page.person.form._qualifications.findChild(type(page.person.form._name)), "driver")
    page.store_form()

    driver = next(q for q in world.directory.qualifications if q.name == "driver")
    assert driver.id in world.person("区志明").qualifications
    assert not driver.leads


def test_the_phone_shows_only_its_ends_until_asked_for(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    field = page.person.form._phone
    assert field.text() == "138****0004"
    QTest.keyClicks(field, "99")
    assert page.person.form.written().phone == "13800000004"

    field.reveal()
    assert field.text() == "13800000004"
    choose(page, world.person("王䶮"))
    assert "*" in field.text()


def test_what_is_written_waits_while_others_are_looked_at(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    write(page.person.form._note, "怕狗")
    choose(page, world.person("王䶮"))
    assert page.person.form.written().note == ""
    pill = next(p for p in page.header.findChildren(Pill) if p.words.startswith("Not stored yet"))
    assert "区志明" in pill.words
    assert page.unsaved()

    pill.click()
    assert page.person.form.written().note == "怕狗"
    page.store_form()
    assert world.person("区志明").note == "怕狗"
    assert page.unsaved() == ""


def test_a_colleague_s_change_is_shown_under_one_s_own(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    write(page.person.form._title, "组长")
    world.services.people.update(replace(world.person("区志明"), note="colleague", phone="13700000000"))

    page.store_form()
    assert world.person("区志明").title == ""
    assert page.person.form.written().note == "colleague"
    assert page.person.form.written().title == "组长"
    page.store_form()
    assert (world.person("区志明").title, world.person("区志明").note) == ("组长", "colleague")


def test_a_field_both_changed_is_named(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    write(page.person.form._title, "mine")
    world.services.people.update(replace(world.person("区志明"), title="theirs"))

    page.store_form()

    assert "Title" in page.person._notice.text
    assert page.person.form.written().title == "mine"


def test_an_undo_that_would_overwrite_a_colleague_is_refused_and_forgotten(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    write(page.person.form._title, "组长")
    page.store_form()
    world.services.people.update(replace(world.person("区志明"), title="队长"))

    page.keeper.undo()

    assert world.person("区志明").title == "队长"
    assert page.keeper.steps.next_undo is None
    assert world.session.window.frame.message_bar.message is not None


def test_consent_is_stored_with_the_person_and_undone(page: PeoplePage, world: World) -> None:
    choose(page, world.person("区志明"))
    page.person.form._name_consent.click()
    page.person.form._phone_consent.click()
    press(page, Qt.Key.Key_S, CTRL)

    assert (world.person("区志明").name_consent, world.person("区志明").phone_consent) == (True, True)
    press(page.people.table, Qt.Key.Key_Z, CTRL)
    assert (world.person("区志明").name_consent, world.person("区志明").phone_consent) == (False, False)


def test_several_people_change_in_one_step(page: PeoplePage, world: World) -> None:
    people = [world.person(name) for name in ("区志明", "王䶮", "欧阳少东")]
    choose(page, *people)
    assert page.panels.currentWidget() is page.several
    area = next(a for a in world.directory.areas if a.name == "横岗")
    page.several._area.choose(str(area.id))
    page.several._area.chosen.emit(str(area.id))
    page.several.findChild(PrimaryButton).click()

    assert {world.person(p.name).area_id for p in people} == {area.id}
    assert len(page.people.table.people) == 3
    page.keeper.undo()
    assert [world.person(p.name).area_id for p in people] == [p.area_id for p in people]


def test_qualifications_are_given_and_taken_from_several(page: PeoplePage, world: World) -> None:
    leader, medic = world.directory.qualifications
    people = [world.person("张伟", "颐和社区"), world.person("张伟", "横岗党支部")]
    choose(page, *people)
    for field, q in ((page.several._added, leader), (page.several._taken, medic)):
        field.choose(str(q.id))
        field.chosen.emit(str(q.id))
    page.several.findChild(PrimaryButton).click()

    assert all(
        leader.id in v.qualifications and medic.id not in v.qualifications
        for v in world.directory.volunteers
        if v.name == "张伟"
    )


def test_several_people_agree_at_once(page: PeoplePage, world: World) -> None:
    people = [world.person(name) for name in ("区志明", "王䶮")]
    choose(page, *people)
    page.several._name_consent.choose("yes")
    page.several._name_consent.chosen.emit("yes")
    page.several.findChild(PrimaryButton).click()

    changed = [world.person(p.name) for p in people]
    assert [(v.name_consent, v.phone_consent) for v in changed] == [(True, False)] * 2


def test_removal_is_asked_and_carried_out(page: PeoplePage, world: World) -> None:
    choose(page, world.person("王䶮"))
    page.people.table.setFocus()
    press(page.people.table, Qt.Key.Key_Delete)
    question = dialog_of(Question)
    assert question is not None
    question.findChild(QuietButton).click()
    assert len(world.directory.volunteers) == 8

    page.person.findChildren(DangerButton)[0].click()
    dialog_of(Question).findChild(DangerButton).click()

    assert "王䶮" not in [v.name for v in world.directory.volunteers]
    assert page.panels.currentWidget() is not page.person


def test_whoever_stands_in_a_roster_gets_a_last_day_instead(page: PeoplePage, world: World) -> None:
    person = world.person("王䶮")
    _hold_a_duty(world, person.id)
    choose(page, person)
    page.ask_removal()
    dialog_of(Question).findChild(DangerButton).click()

    message = world.session.window.frame.message_bar.message
    assert message is not None
    assert "王䶮" in message.text
    (way_out,) = message.actions
    way_out.carry_out()
    assert page.person.form._left._tick.hasFocus()
    page.person.form._left._tick.click()
    page.store_form()
    assert world.person("王䶮").left == date(2020, 4, 14)


def test_a_leave_is_asked_for_changed_and_taken_back(page: PeoplePage, world: World) -> None:
    person = world.person("区志明")
    choose(page, person)
    page.person.show_leaf("times")
    page.person.statements._add_leave.click()
    dialog = dialog_of(LeaveDialog)
    assert isinstance(dialog, LeaveDialog)
    dialog._days.set_range(date(2020, 4, 20), date(2020, 4, 22))
    write(dialog._reason, "training")
    dialog._kind.choose("official")
    press(dialog._reason, Qt.Key.Key_Return)

    (leave,) = world.directory.leaves_of(person.id)
    assert (leave.span, leave.kind, leave.reason) == (
        whole_days(date(2020, 4, 20), date(2020, 4, 22)), LeaveKind.OFFICIAL, "training",
    )  # fmt: skip

    page.person.statements._list.setCurrentIndex(page.person.statements._model.index(0))
    press(page.person.statements._list, Qt.Key.Key_Return)
    dialog = dialog_of(LeaveDialog)
    assert isinstance(dialog, LeaveDialog)
    assert dialog.leave() == leave
    dialog._hours._whole.click()
    dialog._hours._start.set_minutes(18 * 60)
    dialog._hours._end.set_minutes(8 * 60)
    dialog.findChild(PrimaryButton).click()
    (changed,) = world.directory.leaves_of(person.id)
    assert changed.span == Span(datetime(2020, 4, 20, 18), datetime(2020, 4, 22, 8))

    page.keeper.undo()
    assert world.directory.leaves_of(person.id) == (leave,)
    page.keeper.undo()
    assert world.directory.leaves_of(person.id) == ()
    page.keeper.redo()
    assert world.directory.leaves_of(person.id) == (leave,)


def test_a_leave_is_removed_by_the_delete_key(page: PeoplePage, world: World) -> None:
    person = world.person("区志明")
    leave = Leave(LeaveId(new_id()), person.id, whole_days(date(2020, 4, 20), date(2020, 4, 20)))
    world.session.events.spread(world.services.people.add_leave(leave), None)
    choose(page, person)
    page.person.show_leaf("times")
    statements = page.person.statements._list
    statements.setCurrentIndex(statements.model().index(0, 0))

    press(statements, Qt.Key.Key_Delete)

    assert world.directory.leaves_of(person.id) == ()


def test_weekly_times_are_stated_by_clicks(page: PeoplePage, world: World) -> None:
    person = world.person("区志明")
    choose(page, person)
    page.person.show_leaf("times")
    page.person.statements._add_times.click()
    dialog = dialog_of(TimesDialog)
    assert isinstance(dialog, TimesDialog)
    dialog.findChild(PrimaryButton).click()
    assert dialog.isVisible()
    assert dialog._days_row.error

    {chip.text(): chip for chip in dialog.findChildren(ToggleChip)}["Wed"].click()
    assert dialog._days_row.error == ""
    dialog._hours._whole.click()
    dialog._hours._start.set_minutes(22 * 60)
    dialog._hours._end.set_minutes(6 * 60)
    dialog.findChild(PrimaryButton).click()

    (entry,) = world.directory.availabilities_of(person.id)
    assert (entry.kind, entry.first, entry.rule) == (
        AvailabilityKind.UNAVAILABLE, span_on(date(2020, 4, 15), 1320, 1800), "FREQ=WEEKLY;BYDAY=WE",
    )  # fmt: skip
    assert page.people.model.person(page.people.model.row_of(person.id)).texts[6]
    page.keeper.undo()
    assert world.directory.availabilities_of(person.id) == ()


def test_a_wish_has_a_weight_and_a_shift_of_its_own(page: PeoplePage, world: World) -> None:
    world.services.places.add_from_template(world.team_id, "three_by_eight")
    world.session.events.spread(Changes(places=True), None)
    person = world.person("区志明")
    choose(page, person)
    page.person.show_leaf("times")
    page.person.statements._add_times.click()
    dialog = dialog_of(TimesDialog)
    assert isinstance(dialog, TimesDialog)
    assert not dialog._weight.isVisible()
    dialog._kind._segments["unwanted"].click()
    assert dialog._weight.isVisible()
    press(dialog._weight, Qt.Key.Key_Down)
    press(dialog._shift, Qt.Key.Key_Down)
    {chip.text(): chip for chip in dialog.findChildren(ToggleChip)}["Wed"].click()
    dialog.findChild(PrimaryButton).click()

    (entry,) = world.directory.availabilities_of(person.id)
    first = world.directory.shift_types[0]
    assert (entry.kind, entry.points, entry.shift_type_id) == (AvailabilityKind.UNWANTED, 960, first.id)
    assert f"only {first.name}" in page.people.model.person(page.people.model.row_of(person.id)).texts[6]
    again = TimesDialog(person.id, person.name, entry, date(2020, 4, 14), page, world.directory.shift_types)
    assert again.statement() == entry
    odd = replace(entry, points=17)
    again = TimesDialog(person.id, person.name, odd, date(2020, 4, 14), page, world.directory.shift_types)
    assert again.statement() == odd


def test_days_are_left_out_of_a_weekly_statement_and_stay_so(page: PeoplePage, world: World) -> None:
    person = world.person("区志明")
    monday = span_on(date(2020, 4, 13), 480, 960)
    left_out = (date(2020, 4, 20), date(2020, 4, 27))
    stated = Availability(
        AvailabilityId(new_id()), person.id, AvailabilityKind.UNAVAILABLE, monday, "FREQ=WEEKLY;BYDAY=MO", left_out
    )
    world.services.people.set_availability(person.id, [stated])
    dialog = TimesDialog(person.id, "区志明", stated, date(2020, 4, 14), page)
    assert dialog.statement() == stated

    chip = dialog._exceptions.findChildren(ToggleChip)[0]
    chip.click()
    dialog._exceptions._field.set_day(date(2020, 5, 4))
    dialog._exceptions._add.click()

    dialog._extras._field.set_day(date(2020, 5, 6))
    dialog._extras._add.click()

    changed = dialog.statement()
    assert changed is not None
    assert changed.except_on == (date(2020, 4, 27), date(2020, 5, 4))
    assert changed.also_on == (date(2020, 5, 6),)
    world.services.people.set_availability(person.id, [changed])
    assert world.directory.availabilities_of(person.id) == (changed,)
    page.reload()
    told = page.people.model.person(page.people.model.row_of(person.id)).texts[6]
    assert "except on" in told
    assert "also on" in told
    dialog.close()
    again = TimesDialog(person.id, "区志明", changed, date(2020, 4, 14), page)
    assert again.statement() == changed


def test_chips_and_the_list_narrow_by_crew_and_affiliation(page: PeoplePage, world: World) -> None:
    crew = Crew(CrewId(new_id()), world.team_id, "一组")
    world.services.people.add_crew(crew)
    member = replace(world.person("王䶮"), crew_id=crew.id, affiliation="颐和社区")
    page.keeper.update_all((world.person("王䶮"),), (member,))

    next(c for c in page.people.findChildren(ToggleChip) if c.text() == "一组").click()
    assert shown(page) == ["王䶮"]
    page.people.show_everybody()
    choice = page.people._chips._affiliation
    choice.choose("颐和社区")
    choice.chosen.emit("颐和社区")
    assert "王䶮" in shown(page)
    assert all(v.volunteer.affiliation == "颐和社区" for v in page.people.model.shown)


def test_several_people_get_one_affiliation_title_and_membership(page: PeoplePage, world: World) -> None:
    people = (world.person("王䶮"), world.person("区志明"))
    choose(page, *people)
    write(page.several._affiliation, "永平街")
    write(page.several._shared_title, "组长")
    page.several._joined.set_day(date(2020, 4, 1))
    page.several._left.set_day(date(2020, 5, 1))
    page.several._new.choose("yes")
    page.several._on_chosen()

    next(b for b in page.several.findChildren(PrimaryButton)).click()

    told = {(v.affiliation, v.title, v.joined, v.left, v.new) for v in map(world.person, ("王䶮", "区志明"))}
    assert told == {("永平街", "组长", date(2020, 4, 1), date(2020, 5, 1), True)}
    press(page.people.table, Qt.Key.Key_Z, CTRL)
    assert world.person("王䶮").left is None


def week_dialog(page: PeoplePage, person: Volunteer) -> WeekDialog:
    choose(page, person)
    page.person.show_leaf("times")
    next(b for b in page.person.statements.findChildren(QuietButton) if b.text() == "Week …").click()
    return dialog_of(WeekDialog)


def drag(grid: WeekGrid, first: tuple[int, int], last: tuple[int, int]) -> None:
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=grid.box(*first).center().toPoint())
    QTest.mouseMove(grid, grid.box(*last).center().toPoint())
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=grid.box(*last).center().toPoint())


def test_a_week_is_painted_with_the_mouse_stored_and_undone(page: PeoplePage, world: World) -> None:
    person = world.person("区志明")
    dialog = week_dialog(page, person)

    drag(dialog.grid, (0, 16), (4, 35))  # Mondays to Fridays 08:00-18:00
    dialog.findChildren(PrimaryButton)[0].click()

    (stated,) = world.directory.availabilities_of(person.id)
    assert (stated.kind, stated.rule) == (AvailabilityKind.UNAVAILABLE, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    assert stated.first == span_on(date(2020, 4, 14), 480, 1080)
    press(page.people.table, Qt.Key.Key_Z, CTRL)
    assert world.directory.availabilities_of(person.id) == ()


def test_a_week_is_painted_by_keys_and_by_shifts(page: PeoplePage, world: World) -> None:
    _hold_a_duty(world, world.person("王䶮").id)  # the team has shifts now
    page.reload()
    person = world.person("区志明")
    dialog = week_dialog(page, person)
    dialog.by.chosen.emit("shifts")
    grid = dialog.grid

    press(grid, Qt.Key.Key_4)
    for _day in range(6):
        press(grid, Qt.Key.Key_Down)
    press(grid, Qt.Key.Key_End)
    press(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    press(grid, Qt.Key.Key_Space)
    assert grid.accessibleDescription().startswith("Sat")
    dialog.findChildren(PrimaryButton)[0].click()

    (stated,) = world.directory.availabilities_of(person.id)
    assert stated.kind is AvailabilityKind.WANTED
    assert stated.rule == "FREQ=WEEKLY;BYDAY=SA,SU"

    again = week_dialog(page, person)
    drag(again.grid, (5, 0), (6, 47))
    drag(again.grid, (5, 0), (6, 47))  # painted over once more: taken away
    assert again.statements() == ()
    again.reject()


def test_the_rules_that_name_somebody_are_shown(page: PeoplePage, world: World) -> None:
    one, other = world.person("区志明"), world.person("欧阳少东")
    rules = replace(world.directory.rules, entries=(Apart(frozenset({one.id, other.id})), NotAlone()))
    world.session.events.spread(world.services.teams.set_rules(world.team_id, rules), None)
    choose(page, one)
    page.person.show_leaf("times")
    assert page.person.statements._rules.text() == "区志明, 欧阳少东 never stand the same shift · Must"
    choose(page, world.person("王䶮"))
    assert not page.person.statements._rules.isVisible()


def test_a_rule_from_elsewhere_keeps_its_times(page: PeoplePage, world: World) -> None:
    person = world.person("区志明")
    stored = Availability(
        new_id(), person.id, AvailabilityKind.WANTED, span_on(date(2020, 4, 1), 0, 480), "FREQ=MONTHLY;BYMONTHDAY=1"
    )  # type: ignore[arg-type]
    dialog = TimesDialog(person.id, person.name, stored, date(2020, 4, 14), page)

    assert dialog.statement() == stored
    dialog.close()


def test_a_stranger_s_change_keeps_selection_and_scroll(page: PeoplePage, world: World) -> None:
    choose(page, world.person("王䶮"))
    scrolled = page.people.table.verticalScrollBar().value()

    changes = world.services.people.update(replace(world.person("许煜竣"), title="组长"))
    world.session.events.spread(changes, None)

    assert page.person.stored == world.person("王䶮")
    assert page.people.table.verticalScrollBar().value() == scrolled


def test_another_page_can_point_at_a_person(page: PeoplePage, world: World) -> None:
    write(page.people.search, "zw")

    world.session.window.frame.go("people", world.person("王䶮").id)

    assert page.person.stored == world.person("王䶮")


def test_an_empty_team_is_taught_to_import(empty_world: World, qtbot: QtBot) -> None:
    team = empty_world.services.teams.create("新队")
    empty_world.session.show_team(team.id)
    page = empty_world.page("people")
    assert isinstance(page, PeoplePage)

    button = page.people._nobody_yet.findChild(PrimaryButton)
    assert button.isVisible()
    assert [b for b in page.findChildren(PrimaryButton) if b.isVisible()] == [button]
    page.new_volunteer()
    write(page.person.form._name, "何平")
    page.store_form()
    assert shown(page) == ["何平"]


def test_the_panels_are_the_ones_the_choice_asks_for(page: PeoplePage, world: World) -> None:
    assert not isinstance(page.panels.currentWidget(), PersonPanel | SeveralPanel)
    choose(page, world.person("王䶮"))
    assert isinstance(page.panels.currentWidget(), PersonPanel)
    choose(page, world.person("王䶮"), world.person("区志明"))
    assert isinstance(page.panels.currentWidget(), SeveralPanel)


def _hold_a_duty(world: World, volunteer_id: VolunteerId) -> None:
    from roster_app.domain.edits import assign
    from roster_app.domain.ids import CheckpointId, PostId
    from roster_app.domain.places import Post

    services, team_id = world.services, world.team_id
    pattern = services.places.add_from_template(team_id, "three_by_eight")
    gate = services.places.new_checkpoint(team_id, "横岗卡口", pattern)
    services.places.save_checkpoint(gate, (Post(PostId(new_id()), CheckpointId(gate.id), "测温"),))
    period = services.rostering.create_period(team_id, date(2020, 4, 13), date(2020, 4, 19))
    opened = services.rostering.open(period.id)
    edit = assign(opened.roster, opened.roster.plan.duties[0].id, volunteer_id)
    services.rostering.apply_edit(period.id, edit)
