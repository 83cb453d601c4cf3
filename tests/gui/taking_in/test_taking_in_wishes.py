"""导入: days that no file tells, what marks mean, columns of lists, new shifts, and the answers that are taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDateEdit, QFileDialog
from pytestqt.qtbot import QtBot
from taking_cases import WAIT, answer, book, in_sight, opened, take
from window_cases import World, dialog_of, press, write

from roster_app.domain.inspected import ColumnUse
from roster_app.domain.people import AvailabilityKind
from roster_app.domain.taking_in import Obstacle, TakingPlan
from roster_app.gui.people.page import PeoplePage
from roster_app.gui.roster.page import RosterPage
from roster_app.gui.roster.returned_dialog import ReturnedDialog
from roster_app.gui.taking_in.asking import MAKE, asks_of
from roster_app.gui.taking_in.dialog import TakingDialog
from roster_app.gui.taking_in.first_day import FirstDay
from roster_app.gui.taking_in.new_shift import NewShiftDialog
from roster_app.gui.widgets import ChoiceField, QuietButton

WEEK = [
    ["姓名", "周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    ["区志明", "早", "中", "休", "夜", "早", "中", "休"],
    ["王䶮", "中", "早", "夜", "休", "中", "早", "夜"],
]
MARKS = [
    ["姓名", "2020年4月13日", "2020年4月14日", "2020年4月15日"],
    ["区志明", "√", "×", "√"],
    ["王䶮", "√", "√", "×"],
]
HOURS = [
    ["横岗卡口 2020年4月值班表"],
    ["姓名", "4月13日", "4月14日", "4月15日", "4月16日"],
    ["区志明", "早", "中", "晚班 20:00-23:00", "早"],
    ["王䶮", "中", "早", "中", "晚班 20:00-23:00"],
]


def plan_of(dialog: TakingDialog) -> TakingPlan:
    assert dialog.taking.latest is not None
    return dialog.taking.latest.plan


def choose(dialog: TakingDialog, field: ChoiceField, choice: str, qtbot: QtBot) -> None:
    """As the arrow keys and Enter do."""
    field.choose(choice)
    assert field.choice == choice
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        field.activated.emit(field.currentIndex())


def first_day(dialog: TakingDialog) -> FirstDay | None:
    return next((found for found in dialog.found.lines.widget().findChildren(FirstDay)), None)


def test_the_first_day_of_a_week_is_told_and_changed_and_supposed_again(
    page: PeoplePage, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(page, book(tmp_path / "周.xlsx", WEEK, "周"), qtbot)
    supposed = plan_of(dialog).inspection.sheets[0].first_day
    for day in (date(2020, 5, 11), date(2020, 5, 18)):
        asked = first_day(dialog)
        assert asked is not None
        asked.field.setFocus()
        asked.field.setSelectedSection(QDateEdit.Section.YearSection)
        qtbot.keyClicks(asked.field, day.strftime("%Y%m%d"))
        assert asked.field.day == day
        with qtbot.waitSignal(dialog.looked, timeout=WAIT):
            press(asked.field, Qt.Key.Key_Return)
        assert plan_of(dialog).inspection.sheets[0].first_day == day
        assert not [a for a in asks_of(plan_of(dialog)) if "week" in a.sentence.lower()]

    asked = first_day(dialog)
    assert asked is not None
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        qtbot.mouseClick(asked.supposed, Qt.MouseButton.LeftButton)
    assert plan_of(dialog).inspection.sheets[0].first_day == supposed
    dialog.reject()


def test_that_the_supposed_week_is_right_settles_all_its_cells(page: PeoplePage, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(page, book(tmp_path / "周.xlsx", WEEK, "周"), qtbot)
    supposed = plan_of(dialog).inspection.sheets[0].first_day
    buttons = dialog.preview.asks.body.findChildren(QuietButton)
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        qtbot.mouseClick(next(b for b in buttons if b.text() == "Is right"), Qt.MouseButton.LeftButton)

    assert dialog.taking.corrections.days_from == {"周": supposed}
    assert not [entry for entry in plan_of(dialog).entries if entry.obstacle is Obstacle.IN_DOUBT]
    dialog.reject()


def test_a_sheet_that_tells_its_days_asks_for_none(page: PeoplePage, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(page, book(tmp_path / "四月.xlsx", MARKS, "四月"), qtbot)
    assert first_day(dialog) is None
    dialog.reject()


def test_marks_are_the_only_times_or_wishes(page: PeoplePage, tmp_path: Path, qtbot: QtBot, world: World) -> None:
    dialog = opened(page, book(tmp_path / "四月.xlsx", MARKS, "四月"), qtbot)
    assert dialog.preview.coming.isVisible()
    assert dialog.preview.coming.choice == "only_then"

    choose(dialog, dialog.preview.coming, "wished", qtbot)
    take(dialog, qtbot)

    stated = world.directory.availabilities_of(world.person("区志明").id)
    assert {one.kind for one in stated} == {AvailabilityKind.WANTED, AvailabilityKind.UNAVAILABLE}


def test_a_column_of_a_list_is_told(page: PeoplePage, tmp_path: Path, qtbot: QtBot, world: World) -> None:
    rows: list[list[object]] = [["姓名", "电话", "从哪来"], ["何平", "13800000301", "颐和社区"]]
    dialog = opened(page, book(tmp_path / "名单.xlsx", rows, "名单"), qtbot)
    chip = dialog.found.columns.chips[2]
    assert "not read" in chip.text()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None

    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        next(action for action in menu.actions() if action.text() == "Affiliation").trigger()
    menu.close()

    assert "Affiliation" in dialog.found.columns.chips[2].text()
    assert dialog.taking.corrections.columns == {"名单": {2: ColumnUse.AFFILIATION}}
    take(dialog, qtbot)
    assert world.person("何平").affiliation == "颐和社区"


def test_an_unknown_shift_is_made_with_its_hours(
    roster: RosterPage, tmp_path: Path, qtbot: QtBot, world: World
) -> None:
    dialog = opened(roster, book(tmp_path / "四月.xlsx", HOURS, "四月"), qtbot)
    before = len(world.directory.shift_types)
    ask = next(a for a in asks_of(plan_of(dialog)) if a.hours)
    field = next(f for f in dialog.preview.asks.body.findChildren(ChoiceField) if f.accessibleName() == ask.sentence)
    field.choose(MAKE)
    field.activated.emit(field.currentIndex())
    made = dialog_of(NewShiftDialog)
    assert isinstance(made, NewShiftDialog)
    assert (made.start.minutes, made.end.minutes) == (1200, 1380)
    write(made.name, "晚班")

    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        qtbot.mouseClick(made.save, Qt.MouseButton.LeftButton)

    assert len(world.directory.shift_types) == before + 1
    assert not [a for a in asks_of(plan_of(dialog)) if a.hours]
    edit = plan_of(dialog).edit
    assert edit is not None
    assert len(edit.changes) == 8
    dialog.reject()


def test_what_a_word_means_is_not_asked_next_month(
    roster: RosterPage, matrix: Path, tmp_path: Path, qtbot: QtBot, world: World
) -> None:
    dialog = opened(roster, matrix, qtbot)
    night = next(s for s in world.directory.shift_types if s.code == "夜")
    answer(dialog, qtbot, "大夜", night.id)
    take(dialog, qtbot)
    qtbot.waitUntil(lambda: roster.document.is_open and not world.session.tasks.busy, timeout=WAIT)

    again = opened(roster, matrix, qtbot)

    assert again.taking.remembered
    assert not [a for a in asks_of(plan_of(again)) if a.word == "大夜"]
    with qtbot.waitSignal(again.looked, timeout=WAIT):
        qtbot.mouseClick(again.found.forget, Qt.MouseButton.LeftButton)
    assert [a for a in asks_of(plan_of(again)) if a.word == "大夜"]
    again.reject()


def test_who_is_meant_is_taken_back(roster: RosterPage, tmp_path: Path, qtbot: QtBot, world: World) -> None:
    near = [["姓名", "4月13日", "4月14日"], ["许煜骏", "早", "中"]]
    dialog = opened(roster, book(tmp_path / "四月.xlsx", near, "2020年4月"), qtbot)
    assert [a for a in asks_of(plan_of(dialog)) if a.word == "许煜骏"]
    answer(dialog, qtbot, "许煜骏", world.person("许煜竣").id)
    assert not [a for a in asks_of(plan_of(dialog)) if a.word == "许煜骏"]

    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        press(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert [a for a in asks_of(plan_of(dialog)) if a.word == "许煜骏"]
    assert not dialog.taking.answers.people
    dialog.reject()


def test_without_the_tick_nobody_is_added(roster: RosterPage, matrix: Path, qtbot: QtBot, world: World) -> None:
    people = {v.name for v in world.directory.volunteers}
    dialog = opened(roster, matrix, qtbot)
    tick = dialog.preview.add_people
    assert tick.isChecked()
    with qtbot.waitSignal(dialog.looked, timeout=WAIT):
        tick.click()
    assert [a for a in asks_of(plan_of(dialog)) if a.word == "何平"]
    take(dialog, qtbot)
    assert {v.name for v in world.directory.volunteers} == people


def test_rejected_rows_are_saved_through_the_file_dialog(
    roster: RosterPage, matrix: Path, tmp_path: Path, qtbot: QtBot, world: World
) -> None:
    dialog = opened(roster, matrix, qtbot)
    qtbot.mouseClick(dialog.save_rest, Qt.MouseButton.LeftButton)
    chooser = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    path = tmp_path / "rest.xlsx"

    chooser.selectFile(str(path))
    chooser.accept()

    qtbot.waitUntil(lambda: path.exists() and not world.session.tasks.busy, timeout=WAIT)
    assert load_workbook(path).active is not None
    dialog.reject()


@pytest.mark.parametrize("from_people", [False, True], ids=["roster", "people"])
def test_a_workbook_this_program_wrote_goes_to_its_edits(
    roster: RosterPage, tmp_path: Path, qtbot: QtBot, world: World, from_people: bool
) -> None:
    path = tmp_path / "roster.xlsx"
    world.services.exports.roster(roster.document.opened.period.id, path)
    front = world.page("people") if from_people else roster
    assert isinstance(front, PeoplePage | RosterPage)

    front.take_in_file(path)

    qtbot.waitUntil(lambda: dialog_of(ReturnedDialog) is not None, timeout=WAIT)
    found = dialog_of(ReturnedDialog)
    assert isinstance(found, ReturnedDialog)
    qtbot.waitUntil(lambda: found.returning is not None, timeout=WAIT)
    assert dialog_of(TakingDialog) is None
    found.reject()


def test_a_workbook_of_another_database_is_taken_in_like_any(
    roster: RosterPage, tmp_path: Path, qtbot: QtBot, world: World
) -> None:
    path = tmp_path / "roster.xlsx"
    world.services.exports.roster(roster.document.opened.period.id, path)
    written = load_workbook(path)
    marked = next(sheet for sheet in written.worksheets if sheet["A1"].value == "roster-app:written")
    marked["C1"].value = "7"
    written.save(path)

    roster.take_in_file(path)

    dialog = dialog_of(TakingDialog)
    assert isinstance(dialog, TakingDialog)
    in_sight(dialog, qtbot).reject()
