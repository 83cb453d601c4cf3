"""What is painted from figures: charts, strips of hours, icons, rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance
from roster_app.gui.widgets import HourBar, HourSpan, LineChart, MeterBar
from roster_app.gui.widgets.chart_scale import reach, ticks_up_to
from roster_app.gui.widgets.hour_spans import lanes_of, within_day
from roster_app.gui.widgets.icons import icon_pixmap
from roster_app.gui.widgets.meanings import LIGHT


@pytest.mark.parametrize(
    ("top", "ticks"),
    [(168, [50, 100, 150]), (4.3, [2, 4]), (1, [0.5, 1]), (37, [10, 20, 30]), (0.09, [0.05]), (1000, [500, 1000])],
)
def test_ticks_are_round(top: float, ticks: list[float]) -> None:
    assert ticks_up_to(top) == pytest.approx(ticks)


@pytest.mark.parametrize("top", [0, -3])
def test_no_height_has_no_ticks(top: float) -> None:
    assert ticks_up_to(top) == []


def test_an_axis_reaches_the_first_cost_unless_that_flattens_the_last() -> None:
    assert reach([168, 60, 37.2], 37.05) == pytest.approx(168 * 1.06, rel=0.01)
    assert reach([1_000_000, 60, 40], 30) == pytest.approx(180 * 1.06, rel=0.01)


def test_a_chart_says_what_it_shows(qtbot: QtBot, appearance: Appearance) -> None:
    chart = LineChart("扣分")
    qtbot.addWidget(chart)
    chart.show_search([(0, 168), (2.7, 37.2)], [(0, 24), (1.8, 37.05)], 3.2)
    assert chart.accessibleDescription() == "Now 37.2 Bound 37.05"


def test_a_chart_draws_without_figures_and_with_one(qtbot: QtBot, appearance: Appearance) -> None:
    chart = LineChart("扣分")
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    empty = chart.grab().toImage()
    chart.show_search([(0.2, 0)], [], 0.2)
    assert chart.grab().toImage() != empty


def test_a_span_over_midnight_comes_in_again_at_the_left() -> None:
    pieces = within_day(HourSpan(1350, 1830))
    assert [(piece.start, piece.end) for piece in pieces] == [(1350, 1440), (0, 390)]


def test_a_span_of_the_next_day_is_drawn_where_its_hours_are() -> None:
    assert [(piece.start, piece.end) for piece in within_day(HourSpan(1500, 1830))] == [(60, 390)]


def test_spans_that_overlap_lie_in_lanes_and_touching_ones_do_not() -> None:
    spans = [HourSpan(0, 480), HourSpan(480, 960), HourSpan(420, 600), HourSpan(960, 1440)]
    assert lanes_of(spans) == [0, 0, 1, 0]


def test_a_click_chooses_the_span_under_it(qtbot: QtBot, appearance: Appearance) -> None:
    bar = HourBar("今日", leads=True)
    qtbot.addWidget(bar)
    early, gap = HourSpan(0, 720, "early", "早"), HourSpan(720, 1440, is_gap=True)
    bar.show_spans([early, gap])
    bar.resize(400, 28)
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    assert told.args == [gap]


def test_the_keyboard_chooses_a_span(qtbot: QtBot, appearance: Appearance) -> None:
    bar = HourBar("今日", leads=True)
    qtbot.addWidget(bar)
    first, second = HourSpan(0, 720, "early", "早"), HourSpan(720, 1440, "night", "夜")
    bar.show_spans([first, second])
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert told.args == [second]


def test_a_strip_of_hours_reads_itself_out(qtbot: QtBot, appearance: Appearance) -> None:
    bar = HourBar("今日")
    qtbot.addWidget(bar)
    bar.show_spans([HourSpan(0, 480, "night", "夜"), HourSpan(480, 550, is_gap=True, text="缺")])
    assert bar.accessibleDescription() == "00:00–08:00 夜; 08:00–09:10 缺"


def colours(image: QImage, y: int) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width())}


@pytest.mark.parametrize(("value", "colour"), [(84, LIGHT.share), (96, LIGHT.look.ink), (60, LIGHT.look.ink)])
def test_a_share_outside_the_fair_band_turns_amber(
    qtbot: QtBot, appearance: Appearance, value: float, colour: str
) -> None:
    bar = MeterBar("夜班")
    qtbot.addWidget(bar)
    bar.resize(200, 18)
    bar.show_value(value, 120, (80, 88))
    assert colour in colours(bar.grab().toImage(), 9)


def test_an_icon_wears_the_colour_it_is_given(qapp: QWidget) -> None:
    image = icon_pixmap("square", "#ff0000", 16, 2.0).toImage()
    assert image.width() == 32
    strong = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250
    }
    assert strong == {QColor("#ff0000").name()}


def test_an_icon_is_rendered_once(qapp: QWidget) -> None:
    assert icon_pixmap("x", "#123456", 16, 1.0).cacheKey() == icon_pixmap("x", "#123456", 16, 1.0).cacheKey()


def test_an_unknown_icon_is_a_mistake_of_ours(qapp: QWidget) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", "#123456", 16, 1.0)
