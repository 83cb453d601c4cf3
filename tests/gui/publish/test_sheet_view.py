"""One page on the screen: sharp at every pixel ratio, whole or larger, moved by hand and wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roster_app.gui.publish.sheet_view import ZOOMS, SheetView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    made = SheetView()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_image(page(made.wanted_width, landscape=True))
    return made


def page(width: int, *, landscape: bool) -> QImage:
    image = QImage(width, round(width / 2**0.5 if landscape else width * 2**0.5), QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


def turn_wheel(view: SheetView, notches: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_a_whole_page_fits_whether_it_lies_or_stands(view: SheetView) -> None:
    lying = view.wanted_width

    view.show_image(page(lying, landscape=False))

    ratio = view.devicePixelRatioF()
    assert lying < 600 * ratio
    assert view.wanted_width * 2**0.5 < 500 * ratio
    assert view.horizontalScrollBar().maximum() == view.verticalScrollBar().maximum() == 0


def test_another_size_of_the_window_wishes_for_another_picture_once(qtbot: QtBot, view: SheetView) -> None:
    wanted: list[int] = []
    view.width_wanted.connect(wanted.append)

    for width in (700, 800, 900):
        view.resize(width, 700)
    qtbot.waitUntil(lambda: wanted != [])

    assert wanted == [view.wanted_width]


def test_a_picture_of_the_right_width_is_not_wished_for_again(qtbot: QtBot, view: SheetView) -> None:
    wanted: list[int] = []
    view.width_wanted.connect(wanted.append)
    view.enlarge()
    qtbot.waitUntil(lambda: wanted != [])

    view.show_image(page(view.wanted_width, landscape=True))
    view._settled.start()
    qtbot.waitUntil(lambda: not view._settled.isActive())

    assert len(wanted) == 1


def test_enlarging_keeps_the_middle_in_the_middle(view: SheetView) -> None:
    for _each in range(4):
        view.enlarge()
    bar = view.horizontalScrollBar()

    assert bar.maximum() > 0
    assert abs(bar.value() - bar.maximum() / 2) <= 2


def test_enlarging_ends_at_the_largest_and_reducing_at_the_whole_page(view: SheetView) -> None:
    for _each in range(len(ZOOMS) + 2):
        view.enlarge()
    assert not view.can_enlarge
    largest = view.wanted_width

    view.enlarge()
    assert view.wanted_width == largest
    for _each in range(len(ZOOMS) + 2):
        view.reduce()
    assert view.is_whole


def test_a_page_larger_than_the_window_is_taken_by_the_hand(qtbot: QtBot, view: SheetView) -> None:
    for _each in range(4):
        view.enlarge()
    bar, paper = view.horizontalScrollBar(), view.widget()
    before, middle = bar.value(), paper.rect().center()

    qtbot.mousePress(paper, LEFT, pos=middle)
    qtbot.mouseMove(paper, middle - QPoint(40, 0))
    qtbot.mouseRelease(paper, LEFT, pos=middle - QPoint(40, 0))

    assert bar.value() == before + 40


def test_the_wheel_turns_whole_pages_moves_larger_ones_and_enlarges_with_ctrl(view: SheetView) -> None:
    turned: list[int] = []
    view.turned.connect(turned.append)

    turn_wheel(view, -1)
    turn_wheel(view, 1)
    assert turned == [1, -1]

    turn_wheel(view, 3, Qt.KeyboardModifier.ControlModifier)
    assert not view.is_whole
    for _each in range(4):
        view.enlarge()
    before = view.verticalScrollBar().value()
    turn_wheel(view, -1)
    assert view.verticalScrollBar().value() > before
    assert turned == [1, -1]


def test_small_movements_of_a_touch_pad_add_up(view: SheetView) -> None:
    turned: list[int] = []
    view.turned.connect(turned.append)
    middle = QPointF(view.viewport().rect().center())

    for _each in range(4):
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, -30), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)

    assert turned == [1]


def test_each_pixel_of_the_picture_is_a_pixel_of_the_screen(view: SheetView) -> None:
    """Stripes one device pixel wide come out unmixed: nothing is scaled on the way."""
    image = page(view.wanted_width, landscape=True)
    for x in range(0, image.width(), 2):
        for y in range(image.height() // 2 - 2, image.height() // 2 + 2):
            image.setPixelColor(x, y, QColor("black"))
    view.show_image(image)

    shown = view.grab().toImage()

    row = [shown.pixelColor(x, shown.height() // 2).name() for x in range(shown.width() // 2 - 20, shown.width() // 2)]
    assert set(row) == {"#000000", "#336699"}
