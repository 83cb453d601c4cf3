"""What the window remembers comes back; what is damaged counts as not remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.view_state import ViewState


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def test_words_numbers_and_flags_come_back(path: Path) -> None:
    before = ViewState(path)
    before.keep("page", "people")
    before.keep("team", 228_205_979_566_971_422)
    before.keep("shown", False)
    before.store()

    after = ViewState(path)
    assert after.text("page") == "people"
    assert after.number("team", 0, 0, 2**63) == 228_205_979_566_971_422
    assert after.flag("shown", True) is False


@pytest.mark.parametrize("damage", [b"", b"\x00\xff[[[", b"[General]\npage=@Invalid()\nteam=many\nsplitter=\xff"])
def test_a_damaged_file_gives_the_defaults(path: Path, damage: bytes, qtbot: QtBot) -> None:
    path.write_bytes(damage)
    state, window = ViewState(path), QMainWindow()
    qtbot.addWidget(window)

    assert state.text("page", "roster") == "roster"
    assert state.number("team", 5, 0, 9) == 5
    assert state.flag("shown", True) is True
    assert state.numbers("splitter/people", 2, 0, 999) == ()
    assert state.restore_window(window) is False


@pytest.mark.parametrize("stored", ["1", "1 2 3", "1 x", "1 -2", "1 5000", ""])
def test_numbers_come_back_all_or_none(path: Path, stored: str) -> None:
    state = ViewState(path)
    state.keep("columns/people", stored)

    assert state.numbers("columns/people", 2, 0, 4000) == ()


def test_a_splitter_gets_its_sizes_back(path: Path, qtbot: QtBot) -> None:
    ViewState(path).keep_splitter("people", _splitter(qtbot, [300, 500]))
    again = _splitter(qtbot, [400, 400])

    ViewState(path).restore_splitter("people", again)

    assert again.sizes() == [300, 500]


def test_a_splitter_with_a_hidden_part_is_not_remembered(path: Path, qtbot: QtBot) -> None:
    state, splitter = ViewState(path), _splitter(qtbot, [300, 500])
    state.keep_splitter("people", splitter)
    splitter.widget(1).hide()
    state.keep_splitter("people", splitter)

    assert state.numbers("splitter/people", 2, 0, 9999) == (300, 500)


def test_hidden_columns_keep_the_width_they_have(path: Path, qtbot: QtBot) -> None:
    from PySide6.QtGui import QStandardItemModel

    table = QTableView()
    table.setModel(QStandardItemModel(1, 3, table))
    qtbot.addWidget(table)
    table.setColumnWidth(0, 77)
    table.setColumnHidden(2, True)
    ViewState(path).keep_columns("people", table.horizontalHeader())
    table.setColumnWidth(0, 50)
    table.setColumnHidden(2, False)
    width = table.columnWidth(2)

    assert ViewState(path).restore_columns("people", table.horizontalHeader())

    assert (table.columnWidth(0), table.columnWidth(2)) == (77, width)


def test_a_folder_that_cannot_be_written_costs_the_sizes_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("no folder")
    state = ViewState(tmp_path / "file" / "window.ini")
    state.keep("page", "people")

    state.store()

    assert "could not be kept" in caplog.text


def _splitter(qtbot: QtBot, sizes: list[int]) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(0)
    for _part in sizes:
        splitter.addWidget(QWidget())
    splitter.resize(sum(sizes), 100)
    splitter.setSizes(sizes)
    qtbot.addWidget(splitter)
    splitter.show()
    return splitter
