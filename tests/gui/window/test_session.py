"""From the first start to the last click: team, language, database and settings change, and nothing is lost by it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from window_cases import NOW, World, dialog_of, freed, invented_team, is_freed, opened, press, session_in, url_in, write

from roster_app.domain.people import Volunteer
from roster_app.gui.bug_report import BugReportDialog
from roster_app.gui.frame import saved_words
from roster_app.gui.preferences.database_trouble import DatabaseTrouble
from roster_app.gui.shell import Badge
from roster_app.gui.tasks import Lane
from roster_app.gui.team.team_menu import TeamButton
from roster_app.gui.team.welcome import WelcomePage
from roster_app.gui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.question import Question
from roster_app.services import Changes, open_services
from roster_app.settings import Settings, read_settings


def test_without_a_team_the_window_teaches_how_to_begin(empty_world: World, qtbot: QtBot) -> None:
    frame = empty_world.session.window.frame
    welcome = frame.findChild(WelcomePage)
    assert welcome is not None
    assert frame.navigation.isHidden()

    name, office, phone = welcome.findChildren(QLineEdit)
    write(name, "横三突击队")
    press(name, Qt.Key.Key_Return)
    write(office, "永平街横三社区")
    press(office, Qt.Key.Key_Return)
    write(phone, "020-86000000")
    press(phone, Qt.Key.Key_Return)

    (team,) = empty_world.services.teams.all()
    assert (team.name, team.office, team.duty_phone) == ("横三突击队", "永平街横三社区", "020-86000000")
    assert empty_world.session.window.frame.navigation.choice == "people"
    assert empty_world.session.window.windowTitle() == "横三突击队"


def test_a_team_without_a_name_is_not_made(empty_world: World) -> None:
    welcome = empty_world.session.window.frame.findChild(WelcomePage)
    assert welcome is not None

    welcome.findChild(PrimaryButton).click()

    assert empty_world.services.teams.all() == ()
    assert "A team needs a name." in [
        label.text() for label in welcome.findChildren(type(welcome._form._name_row.label))
    ]


def test_the_sample_team_opens(empty_world: World, qtbot: QtBot) -> None:
    welcome = empty_world.session.window.frame.findChild(WelcomePage)
    assert welcome is not None

    welcome.findChild(QuietButton).click()

    qtbot.waitUntil(lambda: empty_world.session.team_id is not None, timeout=20_000)
    assert len(empty_world.directory.volunteers) == 60
    assert not empty_world.session.window.frame.navigation.isHidden()


def test_a_file_of_everything_fills_an_empty_database(empty_world: World, tmp_path: Path, qtbot: QtBot) -> None:
    elsewhere = open_services(f"sqlite:///{tmp_path / 'elsewhere.db'}", "desk two", lambda: datetime(2020, 4, 8, 9))
    invented_team(elsewhere, "commando")
    path, again = tmp_path / "everything.json", tmp_path / "again.json"
    elsewhere.exports.everything(path)
    elsewhere.close()
    welcome = empty_world.session.window.frame.findChild(WelcomePage)
    assert welcome is not None
    (link,) = (one for one in welcome.findChildren(LinkButton) if one.text().startswith("Take in everything"))

    link.click()
    dialog = welcome.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()

    qtbot.waitUntil(lambda: empty_world.session.team_id is not None, timeout=20_000)
    assert empty_world.directory.team.name == "commando"
    empty_world.services.exports.everything(again)
    assert again.read_bytes() == path.read_bytes()


def test_a_file_that_is_none_is_refused_and_the_welcome_stays(empty_world: World, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "everything.json"
    path.write_text("[]", encoding="utf-8")
    welcome = empty_world.session.window.frame.findChild(WelcomePage)
    assert welcome is not None

    with qtbot.waitSignal(empty_world.session.messages.told) as told:
        empty_world.session.wished.emit("take_in_everything", welcome)
        welcome.findChild(QFileDialog).fileSelected.emit(str(path))
        welcome.findChild(QFileDialog).reject()

    assert "everything.json" in told.args[0].text
    assert welcome._make.isEnabled()
    assert empty_world.services.teams.all() == ()


def test_a_database_that_cannot_be_opened_says_why_and_is_tried_again(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "roster.db").write_text("this is no database. " * 200)

    with session_in(tmp_path, qtbot, None) as session:
        trouble = session.window.frame.findChild(DatabaseTrouble)
        assert trouble is not None
        (tmp_path / "roster.db").unlink()
        trouble.findChild(PrimaryButton).click()
        qtbot.waitUntil(lambda: session.settled and session.services is not None)

        assert session.window.frame.findChild(WelcomePage) is not None
        freed()
        assert session.window.frame.findChild(DatabaseTrouble) is None


def test_pages_are_built_at_their_first_visit(world: World) -> None:
    frame = world.session.window.frame
    before = {page.title for page in frame.pages}

    people = world.page("people")

    assert {page.title for page in frame.pages} == before | {"Volunteers"}
    assert world.page("people") is people


def test_the_window_comes_back_as_it_was_left(tmp_path: Path, qtbot: QtBot) -> None:
    services = opened(tmp_path)
    invented_team(services, "first")
    second = invented_team(services, "second")
    with session_in(tmp_path, qtbot, services) as session:
        session.show_team(second)
        session.window.frame.go("people")
        session.window.resize(900, 600)

    with session_in(tmp_path, qtbot, opened(tmp_path)) as session:
        assert session.team_id == second
        assert session.window.frame.navigation.choice == "people"
        assert session.window.height() == 600


def test_another_team_brings_other_pages(world: World) -> None:
    other = invented_team(world.services, "second")
    page = world.page("people")
    world.session.show_team(world.team_id)
    button = world.session.window.frame.findChild(TeamButton)
    assert button is not None
    menu = button.menu()
    action = next(a for a in menu.actions() if a.text() == "second")

    action.trigger()

    assert world.session.team_id == other
    assert world.session.window.windowTitle() == "second"
    assert is_freed(page)


def test_a_team_can_be_renamed_where_its_name_stands(world: World, qtbot: QtBot) -> None:
    from roster_app.gui.team.team_dialog import TeamDialog

    world.session.wished.emit("edit_team", None)
    dialog = dialog_of(TeamDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit)
    write(name, "横三先锋队")
    dialog.findChild(PrimaryButton).click()

    assert world.directory.team.name == "横三先锋队"
    assert world.session.window.windowTitle() == "横三先锋队"
    assert is_freed(dialog)


def test_a_team_s_name_taken_by_a_colleague_meanwhile_is_told_in_the_dialog(world: World) -> None:
    from roster_app.gui.team.team_dialog import TeamDialog
    from roster_app.gui.widgets.message_bar import MessageBar

    world.session.wished.emit("edit_team", None)
    dialog = dialog_of(TeamDialog)
    assert dialog is not None
    world.services.teams.update(replace(world.directory.team, name="theirs"))
    write(dialog.findChild(QLineEdit), "ours")
    dialog.findChild(PrimaryButton).click()

    assert dialog.isVisible()
    assert "colleague" in dialog.findChild(MessageBar).message.text
    assert world.directory.team.name == "theirs"


def test_another_language_is_spoken_at_once(world: World) -> None:
    world.page("people")
    world.session.apply(replace(world.session.settings, language="zh_CN"))

    page = world.page("people")
    assert page.title == "队员"
    assert read_settings(world.session.files.settings).settings.language == "zh_CN"


def test_a_form_half_written_is_not_lost_to_another_language(world: World) -> None:
    page = world.page("people")
    page.new_volunteer()
    write(page.person.form.findChild(QLineEdit), "新人")

    world.session.apply(replace(world.session.settings, language="zh_CN"))
    question = dialog_of(Question)
    assert question is not None
    question.findChild(QuietButton).click()

    assert world.session.settings.language == "en"
    assert world.page("people") is page
    world.session.apply(replace(world.session.settings, language="zh_CN"))
    dialog_of(Question).findChild(DangerButton).click()
    assert world.session.settings.language == "zh_CN"


def test_the_theme_is_worn_at_once(world: World) -> None:
    page = world.page("people")

    world.session.apply(replace(world.session.settings, theme="dark", text_percent=125))

    assert world.session.application.appearance.meanings.is_dark
    assert world.page("people") is page


def test_steps_are_signed_with_the_new_name(world: World, qtbot: QtBot) -> None:
    world.session.apply(replace(world.session.settings, coordinator="何平"))
    qtbot.waitUntil(lambda: world.session.settled)

    assert world.services.desk.author == "何平"


def test_settings_that_cannot_be_stored_change_nothing(world: World) -> None:
    world.session.files.settings.mkdir()

    world.session.apply(replace(world.session.settings, theme="dark"))

    assert world.session.settings.theme == "light"
    assert world.session.window.frame.message_bar.message is not None


def test_another_database_is_used_and_remembered_without_its_password(world: World, qtbot: QtBot) -> None:
    url = f"sqlite:///{(world.folder / 'other.db').as_posix()}"
    other = open_services(url, "desk two", lambda: NOW)
    invented_team(other, "theirs")
    other.close()

    world.session.use_database(url)

    qtbot.waitUntil(lambda: world.session.settled)
    assert world.directory.team.name == "theirs"
    assert read_settings(world.session.files.settings).settings.database_url == url


def test_what_is_not_stored_keeps_the_window_open(world: World) -> None:
    page = world.page("people")
    page.new_volunteer()
    write(page.person.form.findChild(QLineEdit), "新人")

    world.session.window.close()

    assert world.session.window.isVisible()
    question = dialog_of(Question)
    assert question is not None
    question.findChild(DangerButton).click()
    assert not world.session.window.isVisible()


def test_closing_stops_running_work(tmp_path: Path, qtbot: QtBot) -> None:
    stopped = threading.Event()
    services = opened(tmp_path)
    invented_team(services)

    with session_in(tmp_path, qtbot, services) as session:
        session.tasks.run(lambda: stopped.wait(20), stop=stopped.set, lane=Lane.BENCH)
        session.window.close()

        assert stopped.is_set()
        assert session.services is None


def test_a_bug_shows_one_report_and_work_goes_on(world: World) -> None:
    for number in range(3):
        world.session.errors.report(ValueError(f"fault {number}"))

    reports = [w for w in QApplication.topLevelWidgets() if isinstance(w, BugReportDialog) and w.isVisible()]
    (report,) = reports
    assert "fault 2" in report.text
    report.findChild(PrimaryButton).click()
    assert is_freed(report)
    assert world.session.window.isVisible()


def test_changes_reach_every_page_but_the_one_they_come_from(world: World) -> None:
    page = world.page("people")
    seen: list[Changes] = []
    page.apply_changes = seen.append  # type: ignore[method-assign]

    world.session.events.spread(Changes(team=True), page)
    world.session.events.spread(Changes(places=True), None)

    assert seen == [Changes(places=True)]


def test_the_name_of_the_team_follows_its_size(world: World) -> None:
    extra = Volunteer(world.directory.volunteers[0].id + 1, world.team_id, "何平")  # type: ignore[arg-type]

    world.session.events.spread(world.services.people.add(extra), None)

    assert world.session.window.frame.navigation._remark.text().startswith("9 volunteers")


def test_a_badge_stands_beside_its_page(world: World) -> None:
    page = world.page("people")

    page.badge_changed.emit(Badge("3", "look"))
    assert world.session.window.frame.navigation._entries["people"].accessibleName() == "Volunteers 3"
    page.badge_changed.emit(None)
    assert world.session.window.frame.navigation._entries["people"].accessibleName() == "Volunteers"


def test_keys_lead_to_pages_settings_and_the_key_sheet(world: World, qtbot: QtBot) -> None:
    from roster_app.gui.keys_sheet import KeysSheet
    from roster_app.gui.preferences.dialog import PreferencesDialog

    window = world.session.window
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.navigation.choice == "people"

    press(window, Qt.Key.Key_F1)
    sheet = dialog_of(KeysSheet)
    assert sheet is not None
    press(sheet, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(PreferencesDialog)
    assert dialog is not None
    dialog.reject()
    assert is_freed(dialog)
    assert is_freed(sheet)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, "Everything is stored"), (0, "Stored · just now"), (7, "Stored · 7 min ago"), (90, "Stored · 08:00")],
)
def test_the_status_says_how_long_ago_the_last_step_was_stored(minutes: int | None, words: str) -> None:
    from datetime import timedelta

    stored_at = None if minutes is None else NOW - timedelta(minutes=minutes)

    assert saved_words(stored_at, NOW) == words


def test_the_settings_dialog_changes_what_it_says(world: World, qtbot: QtBot) -> None:
    from roster_app.gui.preferences.dialog import PreferencesDialog

    world.session.wished.emit("settings", None)
    dialog = dialog_of(PreferencesDialog)
    assert dialog is not None
    dialog._theme.choose("dark")
    dialog._paper.choose("A4")
    dialog._seconds.setValue(5)
    dialog.findChildren(PrimaryButton)[-1].click()

    expected = Settings(url_in(world.folder), "en", "dark", "A4", 5, "desk one")
    assert world.session.settings == expected
    assert read_settings(world.session.files.settings).settings == expected


def test_a_backup_is_a_database_of_its_own(world: World, qtbot: QtBot) -> None:
    from roster_app.gui.preferences.dialog import PreferencesDialog
    from roster_app.services.databases import look_into

    world.session.wished.emit("settings", None)
    dialog = dialog_of(PreferencesDialog)
    assert dialog is not None
    dialog.backup_wished.emit()

    qtbot.waitUntil(lambda: dialog.messages.message is not None and dialog.messages.message.kind == "good")
    path = dialog.messages.message.text.removeprefix("Backed up to ")
    (team,) = look_into(f"sqlite:///{path}") or ()
    assert team.name == "横三突击队"
    dialog.reject()


def test_another_team_begins_at_no_period_of_the_one_before(world: World) -> None:
    world.session.view_state.keep("roster/period", 7)
    other = world.services.teams.create("second")

    world.session.show_team(world.team_id)
    assert world.session.view_state.number("roster/period", 0, 0, 9) == 7
    world.session.show_team(other.id)
    assert world.session.view_state.number("roster/period", 0, 0, 9) == 0
