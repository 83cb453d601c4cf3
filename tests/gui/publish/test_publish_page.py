"""The page of publishing: what it shows, what it saves, what it asks, and what it tells others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from publish_cases import (
    SECOND_GATE,
    Desk,
    await_dialog,
    button,
    dialog_in_sight,
    first_duty,
    page_count,
    press,
    signalled,
    take_off,
    unnamed,
    until,
    words_of,
    write,
)
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import PeriodState, RosterPeriod
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.sheet_choices import SheetChoice, every_choice
from roster_app.gui.widgets import Pill
from roster_app.gui.widgets.row_delegate import RowRole
from roster_app.services import Changes
from roster_app.services.sheets import ListColumn, PrintedSheet, Profile, SheetKind, Turned

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def calm(qtbot: QtBot) -> Callable[[PublishPage], None]:
    """Wait until the page shows a sharp picture of what was wished last."""

    def wait(page: PublishPage) -> None:
        view, previewing = page.bench.preview.view, page.bench.previewing
        until(qtbot, lambda: not previewing.is_busy and view.image.width() == view.wanted_width)

    return wait


@pytest.fixture
def opened_outside() -> Any:
    """What would have been opened by the system."""

    urls: list[str] = []

    class Receiver(QObject):
        @Slot(QUrl)
        def receive(self, url: QUrl) -> None:
            urls.append(url.toLocalFile())

    receiver = Receiver()
    QDesktopServices.setUrlHandler("file", receiver, "receive")
    yield urls
    QDesktopServices.unsetUrlHandler("file")


def lines(view: QListView) -> list[tuple[str, str]]:
    """Name and chip of every line of a list."""
    model = view.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [(i.data(), i.data(RowRole.CHIP) or "") for i in indexes]


def choose(page: PublishPage, kind: SheetKind, place: str) -> SheetChoice:
    assert page.publication is not None
    opened = page.publication.opened
    offered = (choice for choices in every_choice(opened).values() for choice in choices)
    found = next(c for c in offered if c.kind is kind and c.words == place)
    page.bench.sheets.choose(found.kind, found.checkpoint_id)
    return found


def drawn(qtbot: QtBot, page: PublishPage) -> PrintedSheet:
    """The sheet as soon as it has been drawn anew."""
    until(qtbot, lambda: page.bench.previewing.sheet is not None)
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    return sheet


def pills(page: PublishPage) -> list[str]:
    return [p.words for p in page.header.findChildren(Pill) if p.isVisibleTo(page.header)]


def pill(page: PublishPage, head: str) -> Pill:
    return next(p for p in page.header.findChildren(Pill) if p.isVisibleTo(page.header) and p.words.startswith(head))


def filled(page: PublishPage) -> list[str]:
    """The words of the filled buttons of the header in sight."""
    return [
        b.text()
        for b in page.header.findChildren(QAbstractButton)
        if b.property("kind") == "primary" and b.isVisibleTo(page.header)
    ]


def question(qtbot: QtBot) -> tuple[QDialog, str]:
    """The dialog that has come up, and everything it says."""
    dialog = await_dialog(qtbot, QDialog)
    return dialog, "\n".join(label.text() for label in dialog.findChildren(QLabel))


def commit(field: QLineEdit, text: str) -> None:
    """Write as an input method does."""
    field.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def has_ink(image: QImage) -> bool:
    small = image.scaled(60, 60)
    return any(small.pixelColor(x, y).lightness() < 200 for x in range(60) for y in range(60))


# without a roster


def test_without_a_period_the_page_leads_to_the_roster(qtbot: QtBot, desk: Desk) -> None:
    page = desk.make()

    press(page, Qt.Key.Key_S, CTRL)
    press(page, Qt.Key.Key_PageDown)
    qtbot.mouseClick(page.to_the_roster, LEFT)

    assert desk.went == [("roster", None)]
    assert dialog_in_sight() is None
    assert filled(page) == []


def test_a_period_remembered_that_is_no_more_is_not_read_again_and_again(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.view_state.keep("roster/period", 4711)
    page = desk.make()
    assert not page.reading.is_behind
    with qtbot.assertNotEmitted(page.reading.read, wait=300):
        page.activated()


def test_a_period_made_elsewhere_is_shown_at_once(qtbot: QtBot, desk: Desk) -> None:
    page = desk.make()

    made = desk.office.period()
    desk.shell.events.spread(Changes(periods=frozenset({made.id})), None)

    until(qtbot, lambda: page.publication is not None)
    assert lines(page.bench.sheets.sheets)[0] == ("All checkpoints", "Draft")
    assert page.bench.isVisibleTo(page)


# list and preview


def test_each_sheet_stands_in_the_list_with_its_state(page: PublishPage) -> None:
    assert lines(page.bench.sheets.kinds) == [
        ("Duty roster", ""),
        ("", ""),
        ("Sign-in sheets", ""),
        ("Hand-over record", ""),
        ("", ""),
        ("Monthly roster", ""),
        ("Duties by person", ""),
        ("Duty list", ""),
        ("", ""),
        ("Personal slips", ""),
        ("Contact list", "Internal"),
        ("", ""),
        ("Statistics of duty", ""),
        ("Statement of hours", ""),
        ("Certificate of service", ""),
    ]
    assert lines(page.bench.sheets.sheets) == [
        ("All checkpoints", "Draft"),
        ("north gate", "Draft"),
        (SECOND_GATE, "Draft"),
    ]


def test_the_arrow_keys_walk_over_the_gaps_and_across_to_the_checkpoints(page: PublishPage) -> None:
    chooser = page.bench.sheets
    chooser.setFocus()
    assert chooser.kinds.hasFocus()

    press(chooser.kinds, Qt.Key.Key_Down)
    press(chooser.kinds, Qt.Key.Key_Right)
    assert chooser.sheets.hasFocus()
    press(chooser.sheets, Qt.Key.Key_Down)

    assert chooser.choice is not None
    assert (chooser.choice.kind, chooser.choice.words) == (SheetKind.DUTY, "north gate")
    press(chooser.sheets, Qt.Key.Key_Left)
    assert chooser.kinds.hasFocus()


def test_a_checkpoint_stays_chosen_from_kind_to_kind(page: PublishPage) -> None:
    chooser = page.bench.sheets
    choose(page, SheetKind.DUTY, SECOND_GATE)
    chooser.kinds.setFocus()

    press(chooser.kinds, Qt.Key.Key_End)
    assert chooser.choice is not None
    assert (chooser.choice.kind, chooser.choice.words) == (SheetKind.CERTIFICATE, "Everybody")
    press(chooser.kinds, Qt.Key.Key_Home)

    assert (chooser.choice.kind, chooser.choice.words) == (SheetKind.WALL, SECOND_GATE)


def test_what_is_shown_is_the_real_file(qtbot: QtBot, page: PublishPage, calm: Callable[[PublishPage], None]) -> None:
    calm(page)

    sheet = drawn(qtbot, page)
    assert "王建国" in words_of(sheet.path)
    assert has_ink(page.bench.preview.view.image)
    assert "2020" in words_of(sheet.path)


def test_the_picture_is_as_wide_as_the_page_on_the_screen(
    page: PublishPage, calm: Callable[[PublishPage], None]
) -> None:
    calm(page)
    view = page.bench.preview.view
    before = view.image.width()

    press(page, Qt.Key.Key_Plus, CTRL)
    calm(page)

    assert view.image.width() > before
    assert not view.is_whole
    press(page, Qt.Key.Key_0, CTRL)
    calm(page)
    assert view.image.width() == before


def test_page_down_turns_the_pages_and_stops_at_the_last(
    qtbot: QtBot, page: PublishPage, calm: Callable[[PublishPage], None]
) -> None:
    choose(page, SheetKind.DUTY, "north gate")
    assert drawn(qtbot, page).pages == 7
    calm(page)
    first = page.bench.preview.view.image

    press(page, Qt.Key.Key_PageDown)
    until(qtbot, lambda: page.bench.preview.view.image != first)
    for _each in range(9):
        press(page, Qt.Key.Key_PageDown)

    assert page.bench.preview.page == 6
    assert not button(page, "Page on (Page Down)").isEnabled()
    press(page, Qt.Key.Key_PageUp)
    assert page.bench.preview.page == 5


def test_page_down_shows_the_rest_of_an_enlarged_page_first(
    qtbot: QtBot, page: PublishPage, calm: Callable[[PublishPage], None]
) -> None:
    choose(page, SheetKind.DUTY, "north gate")
    drawn(qtbot, page)
    calm(page)
    qtbot.mouseClick(button(page, "Larger (Ctrl++)"), LEFT)
    qtbot.mouseClick(button(page, "Larger (Ctrl++)"), LEFT)
    bar = page.bench.preview.view.verticalScrollBar()
    bar.setValue(0)

    press(page, Qt.Key.Key_PageDown)

    assert page.bench.preview.page == 0
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    press(page, Qt.Key.Key_PageDown)
    assert page.bench.preview.page == 1


def test_of_sheets_chosen_quickly_the_last_is_shown(qtbot: QtBot, page: PublishPage) -> None:
    seen: list[PrintedSheet] = []
    page.bench.previewing.drawn.connect(seen.append)

    for place in ("north gate", SECOND_GATE):
        for kind in (SheetKind.WALL, SheetKind.DUTY):
            choose(page, kind, place)
    until(qtbot, lambda: seen != [])

    assert len(seen) == 1
    assert "谢宇航" in words_of(seen[0].path)
    assert "王建国" not in words_of(seen[0].path)


def test_other_days_are_drawn(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.DUTY, "north gate")

    page.bench.options.days.last.set_day(date(2020, 4, 7))

    assert drawn(qtbot, page).pages == 2


def test_another_paper_is_drawn(qtbot: QtBot, page: PublishPage) -> None:
    import pypdfium2

    qtbot.mouseClick(button(page.bench.options, "A4"), LEFT)

    with pypdfium2.PdfDocument(drawn(qtbot, page).path) as document:
        assert round(document[0].get_width() / 72 * 25.4) == 297


@pytest.mark.parametrize("kind", [SheetKind.MONTH, SheetKind.PEOPLE, SheetKind.LIST])
def test_a_month_shows_the_whole_period_however_the_paper_is_turned(
    qtbot: QtBot, page: PublishPage, kind: SheetKind
) -> None:
    import pypdfium2

    choose(page, kind, "north gate")
    qtbot.mouseClick(shown_button(page.bench.options, "Across"), LEFT)
    qtbot.mouseClick(button(page.bench.options, "A4"), LEFT)

    with pypdfium2.PdfDocument(drawn(qtbot, page).path) as document:
        assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [297, 210]
    assert page.publication is not None
    period, order = page.publication.opened.period, page.bench.order
    assert order is not None
    assert (order.first, order.last) == (period.first, period.last)
    assert not page.bench.options.days.isVisibleTo(page)
    assert page.bench.options.phones.words.startswith("No mobile number on this sheet")


def test_a_wall_roster_stands_upright_when_asked_and_a_month_is_not_turned_with_it(
    qtbot: QtBot, page: PublishPage
) -> None:
    import pypdfium2

    choose(page, SheetKind.WALL, "north gate")
    qtbot.mouseClick(shown_button(page.bench.options, "Upright"), LEFT)

    with pypdfium2.PdfDocument(drawn(qtbot, page).path) as document:
        assert [round(side / 72 * 25.4) for side in document[0].get_size()] == [297, 420]
    choose(page, SheetKind.MONTH, "north gate")
    assert page.bench.order is not None
    assert page.bench.order.turned is Turned.AUTO


def shown_button(parent: QWidget, words: str) -> QAbstractButton:
    """The one of that name in sight: the kinds of sheets have their own."""
    return next(b for b in parent.findChildren(QAbstractButton) if b.text() == words and b.isVisible())


def test_a_preview_that_fails_says_why_and_can_be_tried_again(
    qtbot: QtBot, desk: Desk, period: RosterPeriod, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_named: object) -> str:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkdtemp", full)
        page = desk.make()
        until(qtbot, lambda: any("the disk is full" in label.text() for label in page.findChildren(QLabel)))
    qtbot.mouseClick(button(page, "Try again"), LEFT)

    assert drawn(qtbot, page).pages == 1
    assert page.bench.preview.view.isVisibleTo(page)


def test_nothing_that_was_only_looked_at_is_left_behind(qtbot: QtBot, page: PublishPage) -> None:
    folder = drawn(qtbot, page).path.parent
    assert list(folder.iterdir()) != []

    page.closing()

    assert not folder.exists()


# options


def test_a_leader_on_duty_is_printed_and_remembered(qtbot: QtBot, desk: Desk, page: PublishPage) -> None:
    write(page.bench.options.signed.duty_leader, "陈志坚")

    assert page.bench.previewing.sheet is None  # another one is on its way
    assert "陈志坚" in words_of(drawn(qtbot, page).path)
    page.hide()
    again = desk.make()
    assert again.bench.options.signed.duty_leader.text() == "陈志坚"


def test_the_internal_copy_tells_how_many_full_numbers_it_holds_before_it_can_be_saved(
    qtbot: QtBot, page: PublishPage
) -> None:
    choose(page, SheetKind.DUTY, "north gate")
    sheet = drawn(qtbot, page)
    assert "13000000000" not in words_of(sheet.path)
    assert page.bench.options.phones.words.startswith("No full mobile number on these pages")

    qtbot.mouseClick(button(page.bench.options, "Internal"), LEFT)
    assert not button(page.header, "Save PDF…").isEnabled()
    sheet = drawn(qtbot, page)

    assert words_of(sheet.path).count("1300000000") == sheet.full_phones == 42
    assert page.bench.options.phones.words.startswith("42 full mobile numbers on these pages")
    assert button(page.header, "Save PDF…").isEnabled()


def test_a_list_holds_mobile_numbers_on_the_internal_copy_alone(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.LIST, "north gate")
    assert "1300000000" not in words_of(drawn(qtbot, page).path)
    assert page.bench.options.phones.words.startswith("No mobile number on this sheet")

    qtbot.mouseClick(button(page.bench.options, "Internal"), LEFT)
    sheet = drawn(qtbot, page)

    assert words_of(sheet.path).count("1300000000") == sheet.full_phones > 0
    assert page.bench.options.phones.words.startswith(f"{sheet.full_phones} full mobile numbers on these pages")


def test_a_list_has_the_columns_that_are_ticked(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.LIST, "north gate")
    columns = page.bench.options.columns
    assert "Remarks" in words_of(drawn(qtbot, page).path)
    assert not columns.boxes[ListColumn.REMARKS].isVisibleTo(page)

    qtbot.mouseClick(button(columns, "Chosen"), LEFT)
    columns.boxes[ListColumn.REMARKS].click()
    columns.boxes[ListColumn.HEAD_PHONE].click()

    assert page.bench.order is not None
    asked = (ListColumn.LEADER, ListColumn.HEAD, ListColumn.HEAD_PHONE, ListColumn.SHIFTS)
    assert page.bench.order.columns == asked
    words = words_of(drawn(qtbot, page).path)
    assert "Remarks" not in words
    assert "130****0000" in words
    choose(page, SheetKind.MONTH, "north gate")
    assert page.bench.order.columns == ()
    assert not columns.isVisibleTo(page)


def test_the_wall_holds_no_mobile_number_whatever_was_chosen_before(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.DUTY, "north gate")
    qtbot.mouseClick(button(page.bench.options, "Internal"), LEFT)
    choose(page, SheetKind.WALL, "north gate")

    assert "1300000000" not in words_of(drawn(qtbot, page).path)
    assert page.bench.options.phones.words.startswith("No mobile number on this sheet")
    assert page.bench.order is not None
    assert page.bench.order.shown_as is Profile.POSTED
    choose(page, SheetKind.DUTY, "north gate")
    assert page.bench.order.shown_as is Profile.INTERNAL


def test_a_public_notice_hides_names_and_says_so_before_it_is_printed(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.DUTY, "north gate")
    qtbot.mouseClick(button(page.bench.options, "Public notice"), LEFT)
    sheet = drawn(qtbot, page)

    assert (sheet.full_phones, words_of(sheet.path).count("130****")) == (0, 0)
    assert "**" in words_of(sheet.path)
    assert page.bench.options.phones.words.startswith("No mobile number in a public notice")


def test_a_character_the_type_lacks_is_told_in_panel_and_header(qtbot: QtBot, page: PublishPage) -> None:
    commit(page.bench.options.signed.made_by, "王\U0002ebf0")  # newer than the type on paper

    drawn(qtbot, page)

    assert "\U0002ebf0" in page.bench.options.notices.sentences[0]
    assert any(words.startswith("1 text cannot be printed") for words in pills(page))
    commit(page.bench.options.signed.made_by, "王建国")
    drawn(qtbot, page)
    assert page.bench.options.notices.sentences == ()
    assert not any("cannot be printed" in words for words in pills(page))


# saving


def save_as(qtbot: QtBot, page: PublishPage, path: Path) -> None:
    """Ctrl+S, another path, Save."""
    press(page, Qt.Key.Key_S, CTRL)
    dialog = await_dialog(qtbot, QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    (box,) = dialog.findChildren(QDialogButtonBox)
    qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), LEFT)


def test_a_saved_sheet_is_the_sheet_in_sight(
    qtbot: QtBot, desk: Desk, page: PublishPage, tmp_path: Path, opened_outside: list[str]
) -> None:
    choose(page, SheetKind.DUTY, SECOND_GATE)
    drawn(qtbot, page)
    path = tmp_path / "sheets.pdf"

    with signalled(qtbot, page.saving.saved):
        save_as(qtbot, page, path)

    assert page_count(path) == 7
    assert "谢宇航" in words_of(path)
    assert "131****0000" in words_of(path)
    message = desk.told[-1]
    assert message.text == "sheets.pdf is saved: 7 pages. Every page says draft."
    for action in message.actions:
        action.carry_out()
    assert opened_outside == [str(path), str(tmp_path)]


def test_the_name_proposed_says_what_it_is(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.DUTY, SECOND_GATE)
    qtbot.mouseClick(button(page.bench.options, "Internal"), LEFT)
    drawn(qtbot, page)

    press(page, Qt.Key.Key_S, CTRL)
    dialog = await_dialog(qtbot, QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "commando south gate sign-in sheets internal 2020-04-06 to 2020-04-12.pdf"
    dialog.reject()


def test_a_folder_that_takes_no_file_is_told_with_two_ways_out(
    qtbot: QtBot, desk: Desk, page: PublishPage, tmp_path: Path
) -> None:
    (tmp_path / "no folder").write_text("a file")
    order, publication = page.bench.order, page.publication
    assert order is not None
    assert publication is not None

    with signalled(qtbot, page.saving.refused):
        page.saving.save(publication.opened.period.id, order, tmp_path / "no folder" / "sheets.pdf")

    message = desk.told[-1]
    assert message.kind == "look"
    assert message.text.startswith("Nothing can be written to")
    assert [action.words for action in message.actions] == ["Save elsewhere…", "Try again"]


def test_a_file_held_by_another_program_is_told_apart_and_saved_when_it_is_let_go(
    qtbot: QtBot, desk: Desk, page: PublishPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_text("open elsewhere")
    publication, order = page.publication, page.bench.order
    assert order is not None
    assert publication is not None
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if Path(target) == path:
            raise PermissionError(13, "used by another process")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", held)
        with signalled(qtbot, page.saving.refused):
            page.saving.save(publication.opened.period.id, order, path)

    message = desk.told[-1]
    assert message.text.startswith("sheets.pdf is open in another program.")
    assert path.read_text() == "open elsewhere"
    with signalled(qtbot, page.saving.saved):
        message.actions[1].carry_out()
    assert page_count(path) == 1
    assert [found.name for found in tmp_path.glob("*.pdf*")] == ["sheets.pdf"]


# publishing


def test_publishing_is_the_next_step_of_a_complete_roster_and_saving_after_it(
    qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod
) -> None:
    assert filled(page) == ["Publish edition 1"]
    changes: list[Changes] = []
    desk.shell.events.changed.connect(lambda told, _origin: changes.append(told))

    qtbot.mouseClick(button(page.header, "Publish edition 1"), LEFT)
    dialog, words = question(qtbot)
    assert "That cannot be undone" in words
    assert "blank" not in words
    assert desk.office.open(period).editions == ()
    qtbot.mouseClick(button(dialog, "Publish"), LEFT)

    assert changes == [Changes(periods=frozenset({period.id}))]
    until(qtbot, lambda: lines(page.bench.sheets.sheets)[0] == ("All checkpoints", "Edition 1"))
    assert filled(page) == ["Save PDF…"]
    assert any(words.startswith("Edition 1 in force") for words in pills(page))
    assert drawn(qtbot, page).edition == 1
    assert desk.told[-1].actions[0].words == "Save all…"


def test_publishing_with_a_blank_line_is_a_quiet_step_and_names_it(
    qtbot: QtBot, desk: Desk, period: RosterPeriod
) -> None:
    take_off(desk.office, period, first_duty(desk.office.open(period), "north gate"))
    page = desk.make()
    assert filled(page) == ["Save PDF…"]

    press(page, Qt.Key.Key_P, CTRL | SHIFT)
    dialog, words = question(qtbot)

    assert "1 line is printed blank: north gate, Apr 6" in words
    qtbot.mouseClick(button(dialog, "Cancel"), LEFT)
    assert desk.office.open(period).editions == ()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_what_a_colleague_published_meanwhile_is_not_published_again(
    qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod
) -> None:
    desk.services.rostering.publish(period.id)

    press(page, Qt.Key.Key_P, CTRL | SHIFT)
    until(qtbot, lambda: desk.told != [])

    assert desk.told[-1].text == "Nothing has changed since the newest edition."
    assert len(desk.office.open(period).editions) == 1
    assert dialog_in_sight() is None


def test_conflicts_are_told_before_publishing(qtbot: QtBot, desk: Desk, period: RosterPeriod) -> None:
    opened = desk.office.open(period)
    assert opened.judge.hard(opened.roster) == ()
    desk.services.people.update(_without_qualification(desk, opened.roster.holder(first_duty(opened, "north gate"))))
    page = desk.make()
    assert any("conflict" in words for words in pills(page))

    press(page, Qt.Key.Key_P, CTRL | SHIFT)
    dialog, words = question(qtbot)

    assert "not mended: Qualification" in words
    dialog.reject()


def _without_qualification(desk: Desk, who: object) -> Any:
    from dataclasses import replace

    person = next(v for v in desk.services.teams.directory(desk.office.team_id).volunteers if v.id == who)
    return replace(person, qualifications=frozenset())


# what changes elsewhere


def test_a_change_in_the_roster_is_shown_and_leads_back_there(
    qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod
) -> None:
    desk.services.rostering.publish(period.id)
    duty = first_duty(desk.office.open(period), SECOND_GATE)
    take_off(desk.office, period, duty)

    desk.shell.events.spread(Changes(duties=frozenset({duty})), None)
    until(qtbot, lambda: lines(page.bench.sheets.sheets)[2] == (SECOND_GATE, "Outdated"))

    assert lines(page.bench.sheets.sheets)[1] == ("north gate", "Edition 1")
    assert lines(page.bench.sheets.kinds)[0] == ("Duty roster", "Outdated")
    assert any(words == "Edition 1 out of date south gate: 1 difference" for words in pills(page))
    differences = page.bench.differences
    assert differences.isVisibleTo(page)
    assert differences.model.item(0).text() == "Mon Apr 6 · Night · south gate · guard: 谢宇航 → vacant"
    qtbot.mouseClick(
        differences.view.viewport(), LEFT, pos=differences.view.visualRect(differences.model.index(0, 0)).center()
    )
    qtbot.mouseClick(pill(page, "1 line stays blank"), LEFT)
    assert desk.went == [("roster", duty), ("roster", duty)]


def test_the_difference_pill_brings_the_list_of_all_differences(qtbot: QtBot, desk: Desk, period: RosterPeriod) -> None:
    desk.services.rostering.publish(period.id)
    take_off(desk.office, period, first_duty(desk.office.open(period), SECOND_GATE))
    page = desk.make()
    choose(page, SheetKind.WALL, "north gate")
    assert not page.bench.differences.isVisibleTo(page)

    qtbot.mouseClick(pill(page, "Edition 1 out of date"), LEFT)

    assert page.bench.differences.isVisibleTo(page)
    assert page.bench.differences.view.hasFocus()


def test_out_of_sight_nothing_is_read_until_the_page_comes_back(
    qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod
) -> None:
    page.hide()
    duty = first_duty(desk.office.open(period), "north gate")
    take_off(desk.office, period, duty)

    desk.shell.events.spread(Changes(duties=frozenset({duty})), None)
    assert not desk.shell.tasks.busy
    page.show()

    until(qtbot, lambda: any(words.startswith("1 line stays blank") for words in pills(page)))


def test_duties_of_another_period_do_not_concern_the_page(desk: Desk, page: PublishPage, period: RosterPeriod) -> None:
    other = desk.office.period(date(2020, 5, 4), date(2020, 5, 5))
    duty = first_duty(desk.office.open(other), "north gate")

    desk.shell.events.spread(Changes(duties=frozenset({duty})), None)

    assert not desk.shell.tasks.busy


def test_the_page_follows_the_period_another_page_shows(
    qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod
) -> None:
    other = desk.office.period(date(2020, 5, 4), date(2020, 5, 5))
    desk.shell.view_state.keep("roster/period", other.id)

    page.activated()

    until(qtbot, lambda: page.publication is not None and page.publication.opened.period.id == other.id)


def test_a_target_brings_its_period(qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod) -> None:
    other = desk.office.period(date(2020, 5, 4), date(2020, 5, 5))

    page.show_target(other.id)

    until(qtbot, lambda: page.publication is not None and page.publication.opened.period.id == other.id)
    assert page.bench.options.days.days == (date(2020, 5, 4), date(2020, 5, 5))


def test_the_sheet_and_the_days_stay_when_the_roster_is_read_anew(qtbot: QtBot, page: PublishPage) -> None:
    choose(page, SheetKind.DUTY, SECOND_GATE)
    page.bench.options.days.last.set_day(date(2020, 4, 8))

    with signalled(qtbot, page.reading.read):
        press(page, Qt.Key.Key_F5)

    choice = page.bench.sheets.choice
    assert choice is not None
    assert (choice.kind, choice.words) == (SheetKind.DUTY, SECOND_GATE)
    assert page.bench.options.days.days == (date(2020, 4, 6), date(2020, 4, 8))


# closing a period


def test_a_period_is_closed_after_a_question_and_only_saved_from_then_on(
    qtbot: QtBot, desk: Desk, page: PublishPage, period: RosterPeriod
) -> None:
    page.header.close_period.trigger()
    dialog, words = question(qtbot)
    assert "goes to the ledger" in words
    assert "The period runs until Sun Apr 12" in words
    assert "never been published" in words
    assert desk.office.open(period).period.state is PeriodState.DRAFT
    qtbot.mouseClick(button(dialog, "Close the period"), LEFT)

    until(qtbot, lambda: page.publication is not None and page.publication.is_archived)
    assert desk.office.open(period).period.state is PeriodState.ARCHIVED
    assert desk.office.open(period).ledger.entries != ()
    assert filled(page) == ["Save PDF…"]
    assert not page.header.close_period.isEnabled()
    assert not page.header.publish.isVisibleTo(page)


# reach


@pytest.mark.parametrize("kind", [SheetKind.WALL, SheetKind.DUTY, SheetKind.LIST])
def test_whatever_takes_the_keyboard_has_a_name(page: PublishPage, kind: SheetKind) -> None:
    choose(page, kind, "north gate")

    assert unnamed(page) == []


def test_an_unannounced_year_is_loud_and_leads_to_where_days_are_set(qtbot: QtBot, desk: Desk) -> None:
    desk.office.period(date(2031, 4, 7), date(2031, 4, 8))
    page = desk.make()

    qtbot.mouseClick(pill(page, "Holidays of 2031 are not announced"), LEFT)

    assert desk.went == [("team_rules", None)]


def test_lunar_dates_are_asked_for_once_for_all_sheets_that_can_have_them(page: PublishPage) -> None:
    choose(page, SheetKind.WALL, "All checkpoints")
    lunar = page.bench.options.lunar
    assert page.bench.order is not None
    assert not page.bench.order.lunar

    lunar.click()

    assert page.bench.order.lunar
    choose(page, SheetKind.SLIPS, "Everybody")
    assert not lunar.isVisibleTo(page)
    choose(page, SheetKind.MONTH, "north gate")
    assert lunar.isVisibleTo(page)
    assert page.bench.order.lunar
