"""A chain goes from the clipboard into the roster by keys alone, and texts for the group go back into it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot
from roster_desk import opened_by_keys

from roster_app.domain.chain_settling import Outcome
from roster_app.domain.edits import EditKind, RosterEdit, clear
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Roster
from roster_app.gui.chains.chain_button import ChainButton
from roster_app.gui.chains.make_dialog import REMIND, REPORT, THANK, MakeDialog
from roster_app.gui.chains.paste_dialog import PasteDialog, looks_like_a_chain
from roster_app.gui.roster.page import RosterPage
from roster_app.services.words import day_words

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def vacancy(page: RosterPage) -> DutyId:
    """The first open duty, of a day on which all are."""
    page.document.carry_out(all_of_first_day_cleared)
    return page.document.roster.vacancies[0].id


def all_of_first_day_cleared(roster: Roster) -> RosterEdit:
    day = roster.plan.shifts[0].day
    return clear(roster, [d.id for d in roster.plan.duties if roster.plan.shift_of(d.id).day == day])


def chain_for(page: RosterPage, duty_id: DutyId, *people: str) -> str:
    """A chain for the place, day and shift of a duty."""
    directory, shift = page.document.opened.directory, page.document.roster.plan.shift_of(duty_id)
    place = directory.checkpoint[shift.checkpoint_id].name
    name = directory.shift_type[shift.shift_type_id].name
    entries = "\n".join(f"{number}. {person} {name}" for number, person in enumerate(people, start=1))
    return f"#接龙\n{shift.day.month}月{shift.day.day}日{place}值班报名\n{entries}"


def outcomes(dialog: PasteDialog) -> list[Outcome]:
    assert dialog.reading is not None
    return [one.outcome for one in dialog.reading.settled]


def test_a_chain_becomes_one_step_and_is_undone(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    before = dict(page.document.roster.assignments)
    who = page.document.opened.directory.volunteers[3]
    dialog = opened_by_keys(page, qtbot, chain_for(page, vacancy, who.name))
    assert dialog.source.toPlainText().startswith("#接龙")
    assert outcomes(dialog) == [Outcome.TAKES]
    assert dict(page.document.roster.assignments) == before

    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.source, Qt.Key.Key_Return, CTRL)

    (added,) = page.document.roster.assignments.keys() - before.keys()
    assert page.document.roster.holder(added) == who.id
    undo = page.document.history.undo
    assert undo is not None
    assert undo.edit.kind is EditKind.IMPORT
    qtbot.waitUntil(lambda: page.window().isActiveWindow(), timeout=20_000)
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    assert dict(page.document.roster.assignments) == before
    (kept,) = page.shell.services.chains.evidence(page.shell.team_id)
    assert kept.text == QGuiApplication.clipboard().text()


def test_a_question_is_answered_by_a_key(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    who = page.document.opened.directory.volunteers[3]
    dialog = opened_by_keys(page, qtbot, chain_for(page, vacancy, f"{who.name} 待定"))
    assert outcomes(dialog) == [Outcome.ASKED]
    assert dialog.questions.isVisible()
    assert not dialog.confirm.isEnabled()

    with qtbot.waitSignal(dialog.read, timeout=20_000):
        QTest.keyClick(dialog.source, Qt.Key.Key_1, ALT)

    assert outcomes(dialog) == [Outcome.TAKES]
    assert not dialog.questions.isVisible()
    dialog.reject()


def test_a_name_nobody_bears_is_told_by_typing_who_it_is(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    who = page.document.opened.directory.volunteers[3]
    dialog = opened_by_keys(page, qtbot, chain_for(page, vacancy, "欧阳无名"))
    assert outcomes(dialog) == [Outcome.NOBODY]
    (field,) = dialog.questions.findChildren(QLineEdit)
    field.setFocus()
    field.insert(page.document.opened.directory.name[who.id])  # as an input method does

    with qtbot.waitSignal(dialog.read, timeout=20_000):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert outcomes(dialog) == [Outcome.TAKES]
    assert dialog.reading is not None
    assert dialog.reading.settled[0].volunteer_id == who.id
    dialog.reject()


def test_hours_or_days_is_asked_and_days_are_taken(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    directory, plan = page.document.opened.directory, page.document.roster.plan
    who, first = directory.volunteers[3], plan.shift_of(vacancy)
    name, place = directory.shift_type[first.shift_type_id].name, directory.checkpoint[first.checkpoint_id].name
    text = f"#接龙\n{place}值班报名\n1. {who.name} {first.day.day}-{first.day.day + 1} {name}"
    dialog = opened_by_keys(page, qtbot, text)
    assert outcomes(dialog) == [Outcome.ASKED]
    hours, days, leave_out = dialog.questions.buttons[0]
    assert f"{first.day.day}:00" in hours.text()
    assert day_words(first.day) in days.text()
    assert leave_out.text()

    with qtbot.waitSignal(dialog.read, timeout=20_000):
        QTest.keyClick(days, Qt.Key.Key_Space)

    assert dialog.reading is not None
    assert dialog.reading.settled[0].entry.dates[0] == first.day
    dialog.reject()


def test_a_later_copy_shows_only_what_is_new(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    a, b = page.document.opened.directory.volunteers[3:5]
    first = opened_by_keys(page, qtbot, chain_for(page, vacancy, a.name))
    with qtbot.waitSignal(first.finished):
        QTest.keyClick(first.source, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.window().isActiveWindow(), timeout=20_000)

    later = opened_by_keys(page, qtbot, chain_for(page, vacancy, a.name, b.name))

    assert outcomes(later) == [Outcome.KNOWN, Outcome.TAKES]
    assert later.confirm.text() == "Confirm 1 entry"
    later.reject()


def test_leaving_the_dialog_stores_nothing(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    before = dict(page.document.roster.assignments)
    dialog = opened_by_keys(page, qtbot, chain_for(page, vacancy, page.document.opened.directory.volunteers[3].name))

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert dict(page.document.roster.assignments) == before
    assert not page.shell.services.chains.evidence(page.shell.team_id)


def test_what_was_edited_by_hand_is_read_and_what_was_pasted_is_kept(
    page: RosterPage, vacancy: DutyId, qtbot: QtBot
) -> None:
    a, b = page.document.opened.directory.volunteers[3:5]
    text = chain_for(page, vacancy, a.name)
    dialog = opened_by_keys(page, qtbot, text)

    with qtbot.waitSignal(dialog.read, timeout=20_000):
        cursor = dialog.source.textCursor()
        cursor.setPosition(text.index(a.name))
        cursor.setPosition(text.index(a.name) + len(a.name), cursor.MoveMode.KeepAnchor)
        dialog.source.setTextCursor(cursor)
        dialog.source.insertPlainText(b.name)  # as an input method does

    assert dialog.reading is not None
    assert dialog.reading.settled[0].volunteer_id == b.id
    dialog.store()
    (kept,) = page.shell.services.chains.evidence(page.shell.team_id)
    assert kept.text == text
    assert b.name in kept.read_as


def test_only_what_looks_like_a_chain_is_taken_from_the_clipboard() -> None:
    assert looks_like_a_chain("#接龙\n值班\n1. 张伟")
    assert looks_like_a_chain("明天值班\n1. 张伟\n2. 李娜")
    assert not looks_like_a_chain("https://example.org/1.html")
    assert not looks_like_a_chain("")


def test_a_made_chain_goes_to_the_clipboard_with_ids_and_no_phone(
    page: RosterPage, vacancy: DutyId, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_C, CTRL | SHIFT)
    (dialog,) = page.window().findChildren(MakeDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=20_000)
    dialog.days.set_range(page.document.opened.period.first, page.document.opened.period.last)
    dialog.show_text()

    QTest.keyClick(dialog.text, Qt.Key.Key_Return, CTRL)

    text = QGuiApplication.clipboard().text()
    assert "A1" in text
    phones = [v.phone for v in page.document.opened.directory.volunteers if v.phone]
    for kind in (REPORT, REMIND, THANK):
        dialog.show_kind(kind)
        text += dialog.text.toPlainText()
    assert not any(phone in text for phone in phones)
    dialog.reject()


def test_checkpoints_that_are_not_ticked_are_not_offered(page: RosterPage, vacancy: DutyId) -> None:
    dialog = page.chains.make()
    assert dialog is not None
    dialog.days.set_range(page.document.opened.period.first, page.document.opened.period.last)
    dialog.show_text()
    assert dialog.text.toPlainText()

    for box in dialog.places:
        box.click()

    assert not dialog.text.toPlainText()
    assert not dialog.copy.isEnabled()
    dialog.reject()


def test_a_chain_is_answered_confirmed_undone_redone_and_its_later_copy_shows_the_difference(
    page: RosterPage, vacancy: DutyId, qtbot: QtBot
) -> None:
    a, b, c = page.document.opened.directory.volunteers[3:6]
    team_id, teams = page.shell.team_id, page.shell.services.teams
    before = dict(page.document.roster.assignments)
    later_day = f"{a.name} 5月20日"
    text = chain_for(page, vacancy, "欧阳无名", later_day)
    dialog = opened_by_keys(page, qtbot, text)
    assert outcomes(dialog) == [Outcome.NOBODY, Outcome.WISHES]
    (box,) = dialog.questions.findChildren(QCheckBox)
    assert box.isChecked()
    (field,) = dialog.questions.findChildren(QLineEdit)
    field.setFocus()
    field.insert(page.document.opened.directory.name[b.id])
    with qtbot.waitSignal(dialog.read, timeout=20_000):
        QTest.keyClick(field, Qt.Key.Key_Return)

    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog.source, Qt.Key.Key_Return, CTRL)

    def held() -> set[object]:
        return {page.document.roster.holder(duty) for duty in page.document.roster.assignments.keys() - before.keys()}

    assert held() == {b.id}
    assert teams.directory(team_id).availabilities_of(a.id)
    assert next(v for v in teams.directory(team_id).volunteers if v.id == b.id).aliases == ("欧阳无名",)
    qtbot.waitUntil(lambda: page.window().isActiveWindow(), timeout=20_000)

    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)

    assert not held()
    assert not teams.directory(team_id).availabilities_of(a.id)
    qtbot.waitUntil(lambda: not page.document.opened.directory.availabilities_of(a.id), timeout=20_000)

    QTest.keyClick(page, Qt.Key.Key_Y, CTRL)

    assert held() == {b.id}
    assert teams.directory(team_id).availabilities_of(a.id)
    qtbot.waitUntil(lambda: bool(page.document.opened.directory.availabilities_of(a.id)), timeout=20_000)
    later = opened_by_keys(page, qtbot, chain_for(page, vacancy, "欧阳无名", later_day, c.name))
    assert outcomes(later) == [Outcome.KNOWN, Outcome.KNOWN, Outcome.TAKES]
    later.reject()


def test_a_day_that_is_not_given_is_chosen_by_keys(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    directory, plan = page.document.opened.directory, page.document.roster.plan
    shift = directory.shift_type[plan.shift_of(vacancy).shift_type_id].name
    place = directory.checkpoint[plan.shift_of(vacancy).checkpoint_id].name
    dialog = opened_by_keys(page, qtbot, f"#接龙\n{place}值班报名\n1. {directory.volunteers[3].name} {shift}")
    assert outcomes(dialog) == [Outcome.ASKED]

    QTest.keyClick(dialog.source, Qt.Key.Key_1, ALT)
    QTest.keyClick(dialog.source, Qt.Key.Key_3, ALT)
    with qtbot.waitSignal(dialog.read, timeout=20_000):
        QTest.keyClick(dialog.source, Qt.Key.Key_0, ALT)

    assert dialog.reading is not None
    first = page.document.opened.period.first
    assert dialog.reading.settled[0].entry.dates == (first, first + timedelta(days=2))
    dialog.reject()


def test_every_shift_that_is_named_is_taken_or_wished_for(page: RosterPage, vacancy: DutyId, qtbot: QtBot) -> None:
    directory = page.document.opened.directory
    names = [shift.name for shift in sorted(directory.shift_types_of(directory.checkpoints[0]), key=lambda s: s.start)]
    who = directory.volunteers[3].name
    dialog = opened_by_keys(page, qtbot, chain_for(page, vacancy, f"{who} {names[0]}、{names[1]}"))

    assert dialog.reading is not None
    (one,) = dialog.reading.settled
    assert set(one.entry.shifts) >= set(names[:2])
    assert len(one.duties) + len(one.wishes) == len(one.entry.shifts)
    dialog.reject()


@pytest.mark.parametrize("kind", [REMIND, THANK])
def test_each_message_is_copied_alone_or_all_together(page: RosterPage, kind: str) -> None:
    dialog = page.chains.make()
    assert dialog is not None
    dialog.days.set_range(page.document.opened.period.last, page.document.opened.period.last)
    dialog.show_kind(kind)
    assert len(dialog.each.buttons) > 1

    QTest.keyClick(dialog.each.buttons[1], Qt.Key.Key_Space)

    alone = QGuiApplication.clipboard().text()
    assert alone.count("\n") == 0
    dialog.copy_text()
    everything = QGuiApplication.clipboard().text()
    assert alone in everything
    assert everything.count("\n\n") == len(dialog.each.buttons) - 1
    dialog.reject()


def test_the_page_has_a_button_for_chains_that_tells_the_keys(page: RosterPage) -> None:
    (button,) = page.findChildren(ChainButton)
    assert button.isVisible()
    assert "Ctrl+Shift+V" in button.toolTip()
    assert "Ctrl+Shift+C" in button.toolTip()
    button.choices.actions()[0].trigger()
    assert page.chains.dialog is not None
    page.chains.dialog.reject()
