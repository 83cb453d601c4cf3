"""The application changes its look at once, everywhere, and leaves nothing of the old one behind."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from gallery import BOARDS
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance, palette_of, style_sheet
from roster_app.gui.theme.mark_files import MarkFiles
from roster_app.gui.widgets.meanings import DARK, LIGHT, Meanings, Tone, meanings_of
from roster_app.gui.widgets.measures import Measures


def colours_of(meanings: Meanings) -> set[str]:
    values = [getattr(meanings, field.name) for field in fields(Meanings)]
    tones = [value for value in values if isinstance(value, Tone)]
    return {value for value in values if isinstance(value, str)} | {
        c for tone in tones for c in (tone.ink, tone.ground)
    }


def shown(board: QWidget) -> QImage:
    QApplication.processEvents()
    return board.grab().toImage()


def test_the_bundled_font_is_the_body_font(appearance: Appearance) -> None:
    body = QFontInfo(QApplication.font())
    assert body.family() == "Noto Sans SC"
    assert body.pixelSize() == 13


@pytest.mark.parametrize("meanings", [LIGHT, DARK], ids=["light", "dark"])
def test_a_sheet_knows_only_the_colours_of_its_theme(meanings: Meanings, qapp: QApplication) -> None:
    sheet = style_sheet(meanings, Measures(), MarkFiles())
    written = set(re.findall(r"#[0-9a-f]{6}(?![0-9a-f])", re.sub(r'url\("[^"]*"\)', "", sheet)))
    assert written <= colours_of(meanings)


def test_every_mark_of_a_sheet_is_there(qapp: QApplication) -> None:
    marks = MarkFiles()
    paths = re.findall(r'url\("([^"]*)"\)', style_sheet(LIGHT, Measures(), marks))
    assert paths
    assert all(Path(path).is_file() for path in paths)


def test_a_preference_is_worn_at_once(qtbot: QtBot, appearance: Appearance) -> None:
    label = QLabel("横岗")
    qtbot.addWidget(label)
    with qtbot.waitSignal(appearance.meanings_changed) as worn:
        appearance.prefer("dark")
    assert worn.args == [DARK]
    assert meanings_of(label) is DARK
    assert label.palette().windowText().color().name() == DARK.ink


def test_the_system_is_followed_until_somebody_chooses(
    qtbot: QtBot, appearance: Appearance, qapp: QApplication
) -> None:
    appearance.prefer("dark")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.meanings is DARK
    appearance.prefer("system")
    with qtbot.waitSignal(appearance.meanings_changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)


def test_larger_text_makes_everything_larger(qtbot: QtBot, appearance: Appearance) -> None:
    board = BOARDS["main"]()
    qtbot.addWidget(board)
    board.show()
    before = {type(child).__name__: child.sizeHint().height() for child in board.findChildren(QWidget)}
    appearance.scale_text(1.5)
    after = {type(child).__name__: child.sizeHint().height() for child in board.findChildren(QWidget)}
    for kind in ("NavigationEntry", "Pill", "_Segment", "PrimaryButton", "SearchField", "KeyHint", "Chip"):
        assert after[kind] == pytest.approx(1.5 * before[kind], abs=3), kind


@pytest.mark.parametrize("board_name", BOARDS)
def test_going_dark_and_back_leaves_no_trace(qtbot: QtBot, appearance: Appearance, board_name: str) -> None:
    board = BOARDS[board_name]()
    qtbot.addWidget(board)
    board.show()
    light = shown(board)
    appearance.prefer("dark")
    dark = shown(board)
    appearance.prefer("light")
    assert shown(board) == light
    assert dark != light


@pytest.mark.parametrize("board_name", BOARDS)
def test_a_board_gone_dark_looks_like_one_born_dark(qtbot: QtBot, appearance: Appearance, board_name: str) -> None:
    turned = BOARDS[board_name]()
    qtbot.addWidget(turned)
    turned.show()
    shown(turned)
    appearance.prefer("dark")
    gone_dark = shown(turned)
    turned.hide()
    born = BOARDS[board_name]()
    qtbot.addWidget(born)
    born.show()
    assert shown(born) == gone_dark


def test_palette_of_light_and_dark_differ_in_every_surface() -> None:
    light, dark = palette_of(LIGHT), palette_of(DARK)
    assert light.window() != dark.window()
    assert light.base() != dark.base()
    assert light.text() != dark.text()
