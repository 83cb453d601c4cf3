"""Checkpoints by mouse and keyboard, down to what is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from place_desk import PlaceWorld, click, field, follows_the_eye, post_line, question, tabbed_through
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from window_cases import press, unnamed, watched, write

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import PostId, new_id
from roster_app.domain.places import CheckpointKind, DemandWindow, Post
from roster_app.gui.places.page import PlacesPage
from roster_app.gui.places.post_head import PostHead
from roster_app.gui.places.seats_field import SeatsField
from roster_app.gui.places.windows_editor import WindowsEditor
from roster_app.gui.shell import Badge
from roster_app.gui.widgets import ChoiceField, NumberField, PrimaryButton, TokenEdit

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def open_post(page: PlacesPage, name: str) -> QWidget:
    """The fields of a post, opened by a click on its line."""
    line = post_line(page, name)
    QTest.mouseClick(line.findChild(PostHead), Qt.MouseButton.LeftButton)
    return line


def row(page: PlacesPage, name: str) -> str:
    """What the list says of a checkpoint."""
    return next(row.phrase for row in page.checkpoints.model.rows if row.name == name)


def test_the_first_checkpoint_takes_a_click_and_a_name(empty_desk: PlaceWorld, qtbot: QtBot) -> None:
    page = empty_desk.places
    assert page.checkpoints.splitter.is_panel_shown is False
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    write(QApplication.focusWidget(), "北门")
    press(QApplication.focusWidget(), Qt.Key.Key_S, CTRL)

    stored = empty_desk.checkpoint("北门")
    directory = empty_desk.directory
    assert directory.pattern[stored.pattern_id].name == "Three shifts, 8 h"
    assert [(p.name, p.leads, p.headcount) for p in empty_desk.posts("北门")] == [
        ("Leader", True, 1),
        ("Temperature check", False, 1),
        ("Registration", False, 1),
    ]
    assert empty_desk.posts("北门")[0].requires == directory.leading
    assert page.unsaved() == ""


def test_enter_in_the_name_stores_too(empty_desk: PlaceWorld) -> None:
    empty_desk.places.new_thing()
    write(QApplication.focusWidget(), "gate")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert empty_desk.checkpoint("gate").order == 0


def test_another_kind_brings_its_usual_posts_until_they_are_touched(empty_desk: PlaceWorld) -> None:
    page = empty_desk.places
    page.new_thing()
    form = page.checkpoints.panel.form
    kinds = next(c for c in form.findChildren(ChoiceField) if c.accessibleName() == "Kind")

    def choose(kind: CheckpointKind) -> None:
        kinds.choose(kind.value)
        kinds.chosen.emit(kind.value)

    choose(CheckpointKind.HOTLINE)
    assert [p.name for p in page.checkpoints.panel.posts.posts] == ["Operator"]
    open_post(page, "Operator")
    write(field(page.checkpoints.panel, "Post"), "listener")
    choose(CheckpointKind.CHECKPOINT)
    assert [p.name for p in page.checkpoints.panel.posts.posts] == ["listener"]


def test_the_list_and_the_day_follow_every_keystroke(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    line = open_post(page, "登记")

    write(line.findChild(NumberField).lineEdit(), "3")

    assert "4 people a shift" in row(page, "北门")
    assert "not stored" in row(page, "北门")
    assert {span.text for span in page.checkpoints.panel.preview._bar.spans} == {"N 4", "E 4", "M 4"}
    assert page.unsaved() == "Not stored yet: 北门"


def test_what_is_stored_moves_the_open_roster_and_says_so(desk: PlaceWorld) -> None:
    period = desk.month()
    page = desk.choose("北门")
    write(open_post(page, "登记").findChild(NumberField).lineEdit(), "2")

    click(page.checkpoints.panel, "Save")

    assert [p.headcount for p in desk.posts("北门")] == [1, 2]
    assert desk.told == "The roster of Apr 2020 follows the new demand."
    assert len(desk.services.rostering.open(period).roster.plan.duties) == 30 * 3 * 6
    assert "not stored" not in row(page, "北门")


def test_a_post_says_how_many_it_needs_at_least_and_takes_at_most(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    line = open_post(page, "登记")
    seats = line.findChild(SeatsField)
    write(seats._headcount.lineEdit(), "3")
    for limit, count in ((seats._minimum, "2"), (seats._maximum, "4")):
        limit._tick.click()
        write(limit._field.lineEdit(), count)
    write(seats._headcount.lineEdit(), "1")
    next(tick for tick in line.findChildren(QCheckBox) if "Reserve" in tick.text()).click()

    click(page.checkpoints.panel, "Save")

    post = desk.posts("北门")[1]
    assert (post.minimum, post.headcount, post.maximum, post.reserve) == (1, 1, 4, True)


def test_a_time_asks_for_limits_where_the_post_has_them(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    line = open_post(page, "登记")
    click(line, "Add a time")
    window = line.findChild(WindowsEditor)._lines[0]
    assert not window._limits.isVisible()
    line.findChild(SeatsField)._maximum._tick.click()
    assert window._limits.isVisible()
    write(window._maximum.lineEdit(), "2")

    click(page.checkpoints.panel, "Save")

    assert [(w.headcount, w.minimum, w.maximum) for w in desk.posts("北门")[1].windows] == [(0, None, 2)]


def test_before_people_lose_duties_it_is_asked(desk: PlaceWorld) -> None:
    period = desk.month()
    duty = desk.put_somebody(period, "北门", "登记")
    page = desk.choose("北门")
    write(open_post(page, "登记").findChild(NumberField).lineEdit(), "0")

    press(page, Qt.Key.Key_S, CTRL)
    assert any("1 duty that somebody holds" in label.text() for label in question().findChildren(QLabel))
    press(question(), Qt.Key.Key_Escape)
    assert desk.posts("北门")[1].headcount == 1
    assert page.unsaved()

    press(page, Qt.Key.Key_S, CTRL)
    click(question(), "Save all the same")
    assert desk.posts("北门")[1].headcount == 0
    assert duty not in desk.services.rostering.open(period).roster.plan.duty


def test_a_removed_checkpoint_comes_back_by_undo(desk: PlaceWorld) -> None:
    page = desk.choose("南门")
    before = desk.posts("南门")
    page.checkpoints.list.setFocus()
    press(page.checkpoints.list, Qt.Key.Key_Delete)
    assert [r.name for r in page.checkpoints.model.rows] == ["北门", "热线"]

    press(page, Qt.Key.Key_Z, CTRL)

    assert [r.name for r in page.checkpoints.model.rows] == ["北门", "南门", "热线"]
    assert desk.posts("南门") == before
    press(page, Qt.Key.Key_Y, CTRL)
    assert [c.name for c in desk.directory.checkpoints_in_order] == ["北门", "热线"]


def test_a_checkpoint_with_people_stays_and_can_be_taken_out_of_service(desk: PlaceWorld) -> None:
    desk.put_somebody(desk.month(), "北门", "登记")
    page = desk.choose("北门")

    click(page.checkpoints.panel, "Remove the checkpoint …")
    assert "stays for the record" in desk.told
    desk.answer("Take out of service")
    click(question(), "Save all the same")

    assert desk.checkpoint("北门").pattern_id is None
    assert "No shift pattern yet" in row(page, "北门")


def test_a_post_with_people_stays_with_nobody_in_it(desk: PlaceWorld) -> None:
    period = desk.month()
    desk.put_somebody(period, "北门", "登记")
    page = desk.choose("北门")
    line = open_post(page, "登记")
    click(line, "Remove the post")
    press(page, Qt.Key.Key_S, CTRL)
    assert "stays for the record" in desk.told
    assert [p.name for p in desk.posts("北门")] == ["负责人", "登记"]

    desk.answer("Set it to 0 people")
    click(question(), "Save all the same")

    assert [(p.name, p.headcount) for p in desk.posts("北门")] == [("负责人", 1), ("登记", 0)]


def test_checkpoints_are_moved_by_alt_and_arrows_and_by_buttons(desk: PlaceWorld) -> None:
    page = desk.choose("热线")
    press(page.checkpoints.list, Qt.Key.Key_Up, ALT)
    assert [c.name for c in desk.directory.checkpoints_in_order] == ["北门", "热线", "南门"]
    assert page.checkpoints.list.choice == desk.checkpoint("热线").id

    click(page.checkpoints.panel, "Move down in the list")
    press(page.checkpoints.list, Qt.Key.Key_Down, ALT)

    assert [r.name for r in page.checkpoints.model.rows] == ["北门", "南门", "热线"]


def test_a_colleagues_change_is_shown_and_ones_own_is_kept(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    write(field(page.checkpoints.panel, "Address"), "road 1")
    theirs = replace(desk.checkpoint("北门"), phone="110")
    desk.services.places.save_checkpoint(theirs, desk.posts("北门"))

    press(page, Qt.Key.Key_S, CTRL)

    assert "Your own changes are kept" in page.checkpoints.panel._notice.text
    assert desk.told == ""
    assert field(page.checkpoints.panel, "Duty phone").text() == "110"
    assert field(page.checkpoints.panel, "Address").text() == "road 1"
    assert desk.checkpoint("北门").address == ""
    press(page, Qt.Key.Key_S, CTRL)
    assert (desk.checkpoint("北门").phone, desk.checkpoint("北门").address) == ("110", "road 1")


def test_fields_that_both_changed_are_named(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    write(field(page.checkpoints.panel, "Address"), "road 1")
    theirs = replace(desk.checkpoint("北门"), address="road 2")
    changes = desk.services.places.save_checkpoint(theirs, desk.posts("北门"))

    desk.session.events.spread(changes, None)

    notice = page.checkpoints.panel._notice
    assert notice.isVisible()
    assert "You both changed: Address." in notice.text
    click(page.checkpoints.panel, "Discard")
    assert field(page.checkpoints.panel, "Address").text() == "road 2"


def test_what_a_colleague_removed_can_be_made_anew(desk: PlaceWorld) -> None:
    page = desk.choose("南门")
    write(field(page.checkpoints.panel, "Address"), "road 1")
    desk.session.events.spread(desk.services.places.remove_checkpoint(desk.checkpoint("南门")), None)
    assert "A colleague removed 南门" in page.checkpoints.panel._notice.text

    press(page, Qt.Key.Key_S, CTRL)

    assert desk.checkpoint("南门").address == "road 1"
    assert [p.name for p in desk.posts("南门")] == ["负责人", "登记"]


def test_a_new_area_and_a_new_qualification_are_made_with_the_checkpoint(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    area = page.checkpoints.panel.form._area
    write(area.lineEdit(), "官路村")
    line = open_post(page, "登记")
    entry = line.findChild(TokenEdit).focusProxy()
    assert isinstance(entry, QLineEdit)
    write(entry, "粤语")
    press(entry, Qt.Key.Key_Return)

    press(page, Qt.Key.Key_S, CTRL)

    directory = desk.directory
    assert directory.area[desk.checkpoint("北门").area_id].name == "官路村"
    assert {directory.qualification[q].name for q in desk.posts("北门")[1].requires} == {"粤语"}


def test_what_is_written_waits_while_one_looks_elsewhere(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    write(field(page.checkpoints.panel, "Address"), "road 1")

    desk.choose("南门")
    assert field(page.checkpoints.panel, "Address").text() == ""
    assert desk.session.window.unsaved() == "Not stored yet: 北门"
    desk.choose("北门")

    assert field(page.checkpoints.panel, "Address").text() == "road 1"
    click(page.checkpoints.panel, "Discard")
    assert field(page.checkpoints.panel, "Address").text() == ""
    assert page.unsaved() == ""


def test_a_post_without_a_name_keeps_the_checkpoint_from_being_stored(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    click(page.checkpoints.panel, "Add a post")
    assert QApplication.focusWidget() is field(page.checkpoints.panel, "Post")
    desk.places.checkpoints.list.setFocus()

    press(page, Qt.Key.Key_S, CTRL)

    assert len(desk.posts("北门")) == 2
    assert QApplication.focusWidget() is field(page.checkpoints.panel, "Post")
    assert "A post needs a name" in QApplication.focusWidget().accessibleDescription()
    write(QApplication.focusWidget(), "测温")
    press(page, Qt.Key.Key_S, CTRL)
    assert [p.name for p in desk.posts("北门")] == ["负责人", "登记", "测温"]


def test_a_time_of_demand_over_midnight_on_some_days(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    line = open_post(page, "登记")
    click(line, "Add a time")
    write(field(line, "From"), "22:00")
    write(field(line, "To"), "6:00")
    press(field(line, "To"), Qt.Key.Key_Tab)
    click(line, "Rest day")
    assert field(line, "To").text() == "next day 06:00"
    preview = page.checkpoints.panel.preview
    assert {span.text for span in preview._bar.spans} == {"N 2", "E 2", "M 2"}
    click(preview, "Rest day")
    assert {span.text for span in preview._bar.spans} == {"N 1", "N 2", "E 2", "M 1", "M 2"}

    press(page, Qt.Key.Key_S, CTRL)

    assert desk.posts("北门")[1].windows == (DemandWindow(1320, 1800, 0, frozenset({DayType.REST_DAY})),)
    click(line, "Every day")
    press(page, Qt.Key.Key_S, CTRL)
    assert desk.posts("北门")[1].windows[0].day_types == frozenset()
    click(line, "Take this time out")
    press(page, Qt.Key.Key_S, CTRL)
    assert desk.posts("北门")[1].windows == ()


def test_what_is_still_being_typed_is_stored_too(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    line = open_post(page, "登记")
    click(line, "Add a time")
    press(page, Qt.Key.Key_S, CTRL)
    write(field(line, "To"), "7:30")
    write(line.findChild(TokenEdit).focusProxy(), "粤语")

    press(page, Qt.Key.Key_S, CTRL)

    (window,) = desk.posts("北门")[1].windows
    assert (window.start, window.end) == (0, 450)
    assert [desk.directory.qualification[q].name for q in desk.posts("北门")[1].requires] == ["粤语"]


def test_posts_are_moved_and_only_one_is_open(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    click(page.checkpoints.panel, "Add a post")
    write(field(page.checkpoints.panel, "Post"), "测温")
    assert [e.is_open for e in page.checkpoints.panel.posts._editors] == [False, False, True]

    click(post_line(page, "测温"), "Move the post up")
    press(page, Qt.Key.Key_S, CTRL)
    open_post(page, "登记")

    assert [p.name for p in desk.posts("北门")] == ["负责人", "测温", "登记"]
    assert [e.is_open for e in page.checkpoints.panel.posts._editors] == [False, False, True]


def test_a_copy_has_everything_but_the_name(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    click(page.checkpoints.panel, "Another like this")
    write(QApplication.focusWidget(), "西门")

    press(page, Qt.Key.Key_S, CTRL)

    assert [(p.name, p.requires) for p in desk.posts("西门")] == [(p.name, p.requires) for p in desk.posts("北门")]
    assert {p.id for p in desk.posts("西门")}.isdisjoint(p.id for p in desk.posts("北门"))
    assert desk.directory.checkpoints_in_order[-1].name == "西门"


def test_uncovered_time_is_seen_at_once(desk: PlaceWorld, qtbot: QtBot) -> None:
    page = desk.places
    badges: list[Badge | None] = []
    page.badge_changed.connect(badges.append)
    early = next(s for s in desk.directory.shift_types if s.start == 480)
    short = replace(early, start=540)

    desk.session.events.spread(desk.services.places.save_shift_type(short), None)

    assert "08:00–09:00: 2 people wanted, no shift" in row(page, "北门")
    assert any(span.is_gap and span.text == "lack 2" for span in page.checkpoints.model.rows[0].spans)
    assert badges[-1] == Badge("3", "look")
    pills = [pill.words for pill in page.header._pills.pills]
    assert "北门 08:00–09:00: 2 people wanted, no shift" in pills


def test_a_pill_leads_to_its_checkpoint(desk: PlaceWorld) -> None:
    lonely = desk.services.places.new_checkpoint(desk.team_id, "lonely", None)
    desk.services.places.save_checkpoint(lonely, (Post(PostId(new_id()), lonely.id, "watch"),))
    page = desk.places
    page.reload()
    page.show_view("patterns")

    page.header._pills.pills[0].click()

    assert page.switch.choice == "checkpoints"
    assert page.checkpoints.current == lonely.id


def test_one_button_is_filled_at_a_time(desk: PlaceWorld) -> None:
    page = desk.choose("北门")

    def filled() -> list[str]:
        return [b.text() for b in page.findChildren(PrimaryButton) if b.isVisible() and b.isEnabled()]

    assert filled() == ["New checkpoint"]
    write(field(page.checkpoints.panel, "Address"), "road 1")
    assert filled() == ["Save"]


def test_ctrl_n_goes_back_to_the_new_one_that_was_begun(desk: PlaceWorld) -> None:
    page = desk.places
    press(page, Qt.Key.Key_N, CTRL)
    write(QApplication.focusWidget(), "begun")
    desk.choose("北门")

    press(page, Qt.Key.Key_N, CTRL)

    assert QApplication.focusWidget().text() == "begun"
    assert [r.name for r in page.checkpoints.model.rows] == ["北门", "南门", "热线", "begun"]


def test_what_a_colleague_removed_leaves_the_form(desk: PlaceWorld) -> None:
    page = desk.choose("热线")
    area = desk.services.places
    made = replace(desk.directory.areas[0], id=new_id(), name="spare")
    desk.session.events.spread(area.save_area(made), None)
    write(page.checkpoints.panel.form._area.lineEdit(), "spare")

    desk.session.events.spread(area.remove_area(made.id), None)

    assert page.checkpoints.panel.form._area.currentText() == ""
    assert page.unsaved() == ""


def test_esc_goes_back_to_the_list_and_gives_nothing_up(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    press(page.checkpoints.list, Qt.Key.Key_Return)
    write(QApplication.focusWidget(), "北大门")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is page.checkpoints.list
    assert page.unsaved() == "Not stored yet: 北大门"


def test_tab_follows_the_eye_through_the_panel(desk: PlaceWorld) -> None:
    page = desk.choose("北门")
    click(open_post(page, "负责人"), "Add a time")
    page.checkpoints.panel.form.setFocus()
    body = page.checkpoints.panel._body
    stops = tabbed_through(body)

    assert follows_the_eye(stops[:-1], body)
    names = {stop.accessibleName() or getattr(stop, "text", str)() for stop in stops}
    assert {"Name", "Post", "From", "To", "Add a post", "Move down in the list", "Discard"} <= names


@pytest.mark.parametrize("opened", [False, True])
def test_everything_in_the_panel_has_a_name(desk: PlaceWorld, opened: bool) -> None:
    page = desk.choose("北门")
    watched(page.checkpoints.model)
    if opened:
        click(open_post(page, "登记"), "Add a time")

    assert unnamed(page) == []
    assert not [b for b in page.findChildren(QPushButton) if b.isVisible() and not b.text()]
