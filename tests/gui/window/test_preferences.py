"""Settings and databases: what is written into the fields is what is meant, and a password goes nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from window_cases import NOW, World, dialog_of, invented_team, write

from roster_app.gui.preferences.database_dialog import DatabaseDialog
from roster_app.gui.preferences.database_fields import DatabaseFields, ServerPlace, file_of_url, is_server, url_of_file
from roster_app.gui.preferences.database_trouble import DatabaseTrouble
from roster_app.gui.preferences.dialog import place_of
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.labels import TextLabel
from roster_app.services import open_services

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


@given(
    place=st.builds(
        ServerPlace,
        server=st.sampled_from(["db", "10.1.2.3", "roster.office"]),
        port=st.integers(1, 65535),
        name=WORDS,
        login=WORDS,
        password=st.one_of(st.just(""), WORDS),
    )
)
def test_a_place_on_a_server_survives_its_address(place: ServerPlace) -> None:
    assert is_server(place.url)
    assert ServerPlace.of_url(place.url) == place


def test_a_shown_address_has_no_password() -> None:
    place = ServerPlace("db", 5432, "roster", "he", "s3cret")

    assert place_of(place.with_password("").url) == "he@db:5432/roster"


@pytest.mark.parametrize("path", ["/srv/值班.db", "/srv/with blank.db", "C:/Users/He/roster.db"])
def test_a_file_survives_its_address(path: str) -> None:
    assert file_of_url(url_of_file(Path(path))) == path


def test_fields_say_what_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    fields = DatabaseFields("sqlite:///relative.db")
    qtbot.addWidget(fields)
    assert fields.url() is None
    assert fields._path_row.error

    write(fields._path, str(tmp_path / "roster.db"))
    assert fields._path_row.error == ""
    assert fields.url() == f"sqlite:///{tmp_path.as_posix()}/roster.db"

    fields._kind.choose("server")
    assert fields.url() is None
    write(fields._server, "db")
    write(fields._login, "he")
    write(fields._password, "a/b@c")
    assert fields.url() == "postgresql+psycopg://he:a%2Fb%40c@db:5432/roster"


def test_a_database_is_tried_before_it_is_used(world: World, qtbot: QtBot) -> None:
    url = f"sqlite:///{(world.folder / 'other.db').as_posix()}"
    other = open_services(url, "desk two", lambda: NOW)
    invented_team(other, "theirs")
    other.close()
    world.session.wished.emit("another_database", None)
    dialog = dialog_of(DatabaseDialog)
    assert isinstance(dialog, DatabaseDialog)

    write(dialog._fields._path, str(world.folder / "other.db"))
    dialog.findChildren(QuietButton)[1].click()
    qtbot.waitUntil(lambda: "theirs" in dialog._answer.text())
    assert world.directory.team.name == "横三突击队"

    dialog.findChild(PrimaryButton).click()
    qtbot.waitUntil(lambda: not dialog_is_open() and world.session.settled)
    assert world.directory.team.name == "theirs"


def test_a_database_that_is_none_is_refused_in_the_dialog(world: World, qtbot: QtBot) -> None:
    (world.folder / "letter.db").write_text("Dear all, " * 500)
    world.session.wished.emit("another_database", None)
    dialog = dialog_of(DatabaseDialog)
    assert isinstance(dialog, DatabaseDialog)

    write(dialog._fields._path, str(world.folder / "letter.db"))
    dialog.findChild(PrimaryButton).click()

    qtbot.waitUntil(lambda: "letter.db" in dialog._answer.text())
    assert dialog.isVisible()
    assert world.directory.team.name == "横三突击队"
    assert (world.folder / "letter.db").read_text().startswith("Dear all")
    dialog.reject()


def test_a_file_that_is_not_there_yet_is_not_made_by_trying(world: World, qtbot: QtBot) -> None:
    world.session.wished.emit("another_database", None)
    dialog = dialog_of(DatabaseDialog)
    assert isinstance(dialog, DatabaseDialog)

    write(dialog._fields._path, str(world.folder / "new.db"))
    dialog.findChildren(QuietButton)[1].click()

    qtbot.waitUntil(lambda: "nothing is stored there yet" in dialog._answer.text())
    assert not (world.folder / "new.db").exists()
    dialog.reject()


def test_trouble_with_a_server_asks_for_the_password_and_shows_none(qtbot: QtBot) -> None:
    wished: list[str] = []
    trouble = DatabaseTrouble("postgresql+psycopg://he:old@db:5432/roster", "password authentication failed")
    trouble.again_wished.connect(wished.append)
    qtbot.addWidget(trouble)

    write(trouble.findChild(QLineEdit), "new")
    trouble.findChild(PrimaryButton).click()

    assert wished == ["postgresql+psycopg://he:new@db:5432/roster"]
    assert not any("old" in label.text() for label in trouble.findChildren(TextLabel))


def dialog_is_open() -> bool:
    return dialog_of(DatabaseDialog) is not None
