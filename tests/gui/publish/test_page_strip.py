"""The small pages beside the preview: there for several pages alone, each a way to its page, drawn when in sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from publish_cases import Desk, await_page, go_to_sheet, press, until
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.page_strip import PageStrip
from roster_app.gui.publish.previewing import PagePicture
from roster_app.services.sheets import PrintedSheet, SheetKind

LEFT = Qt.MouseButton.LeftButton
DAYS = 7


@pytest.fixture
def daily(qtbot: QtBot, page: PublishPage) -> PublishPage:
    """The page with the sign-in sheets of a week: a page a day."""
    go_to_sheet(page, SheetKind.DUTY, "north gate")
    await_page(qtbot, page)
    until(qtbot, lambda: page.bench.preview.strip.isVisible())
    return page


def strip_of(page: PublishPage) -> PageStrip:
    return page.bench.preview.strip


def click(qtbot: QtBot, strip: PageStrip, page: int) -> None:
    index = strip.model().index(page, 0)
    strip.scrollTo(index)
    qtbot.mouseClick(strip.viewport(), LEFT, pos=strip.visualRect(index).center())


def test_one_page_needs_no_strip_and_several_have_one(qtbot: QtBot, page: PublishPage) -> None:
    assert not strip_of(page).isVisible()

    go_to_sheet(page, SheetKind.DUTY, "north gate")
    await_page(qtbot, page)

    assert strip_of(page).isVisible()
    assert strip_of(page).model().rowCount() == DAYS
    go_to_sheet(page, SheetKind.WALL, "north gate")
    await_page(qtbot, page)
    assert not strip_of(page).isVisible()


def test_a_click_goes_to_the_page_and_whoever_turns_it_otherwise_is_followed(qtbot: QtBot, daily: PublishPage) -> None:
    strip, preview = strip_of(daily), daily.bench.preview

    click(qtbot, strip, 4)

    assert preview.page == 4
    press(daily, Qt.Key.Key_PageDown)
    assert (preview.page, strip.page) == (5, 5)
    assert strip.viewport().rect().contains(strip.visualRect(strip.currentIndex()))


def test_the_keys_of_a_list_go_from_page_to_page(qtbot: QtBot, daily: PublishPage) -> None:
    strip, preview = strip_of(daily), daily.bench.preview
    strip.setFocus()

    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert preview.page == DAYS - 1
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert preview.page == DAYS - 2
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert preview.page == 0


def test_who_does_not_see_hears_which_page_it_is(daily: PublishPage) -> None:
    strip = strip_of(daily)

    assert strip.accessibleName() == "Pages"
    assert strip.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 3 of 7"


def test_only_pages_in_sight_are_pictured(qtbot: QtBot, daily: PublishPage) -> None:
    strip = strip_of(daily)
    in_sight = {
        n for n in range(DAYS) if strip.viewport().rect().intersects(strip.visualRect(strip.model().index(n, 0)))
    }

    until(qtbot, lambda: set(strip.pictures) == in_sight)

    assert in_sight < set(range(DAYS))
    strip.scrollToBottom()
    until(qtbot, lambda: DAYS - 1 in strip.pictures)


def test_a_picture_shows_its_own_page(qtbot: QtBot, daily: PublishPage) -> None:
    """Against the page itself, drawn as small."""
    strip, previewing = strip_of(daily), daily.bench.previewing
    until(qtbot, lambda: {0, 1, 2} <= set(strip.pictures))
    widths: list[int] = []
    strip.pictures_wanted.connect(lambda _pages, width: widths.append(width))
    strip.show_pages(DAYS)
    until(qtbot, lambda: widths != [])
    sheet = previewing.sheet
    assert sheet is not None

    for number in range(3):
        taken = strip.pictures[number].toImage()
        own = daily.shell.services.sheets.picture(sheet, number, widths[0])
        row = len(own.pixels) // own.height
        assert taken.convertToFormat(QImage.Format.Format_RGB32) == QImage(
            own.pixels, own.width, own.height, row, QImage.Format.Format_RGB32
        )


def test_a_sheet_drawn_anew_is_pictured_anew(qtbot: QtBot, daily: PublishPage) -> None:
    strip = strip_of(daily)
    until(qtbot, lambda: 0 in strip.pictures)
    before = strip.pictures[0].toImage()

    daily.bench.options.signed.made_by.setFocus()
    qtbot.keyClicks(daily.bench.options.signed.made_by, "Wang Shu, who has a rather long name")
    await_page(qtbot, daily)

    until(qtbot, lambda: 0 in strip.pictures and strip.pictures[0].toImage() != before)


def test_fewer_days_leave_fewer_pages_and_the_last_of_them_in_sight(qtbot: QtBot, daily: PublishPage) -> None:
    click(qtbot, strip_of(daily), DAYS - 1)

    daily.bench.options.days.last.set_day(date(2020, 4, 8))
    until(qtbot, lambda: strip_of(daily).model().rowCount() == 3)

    assert (daily.bench.preview.page, strip_of(daily).page) == (2, 2)


# the strip alone


@pytest.fixture
def strip(qtbot: QtBot) -> PageStrip:
    made = PageStrip()
    qtbot.addWidget(made)
    made.resize(120, 400)
    made.show_pages(100)
    made.show()
    qtbot.waitExposed(made)
    return made


def picture(page: int, make: Callable[[], PrintedSheet | None] = lambda: None) -> PagePicture:
    image = QImage(76, 54, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return PagePicture(make(), page, image)  # type: ignore[arg-type]


def test_of_a_hundred_pages_those_in_sight_are_wished_for_once(qtbot: QtBot, strip: PageStrip) -> None:
    wished: list[list[int]] = []
    strip.pictures_wanted.connect(lambda pages, _width: wished.append(pages))
    strip.scrollToBottom()
    qtbot.waitUntil(lambda: wished != [] and wished[-1][-1] == 99)

    assert all(len(pages) < 8 for pages in wished)
    for page in wished[-1]:
        strip.show_picture(picture(page))
    wished.clear()
    strip.show_pages(100)  # drawn anew
    qtbot.waitUntil(lambda: wished != [])
    assert wished[-1][-1] == 99


def test_the_marked_page_is_framed_in_the_accent(qtbot: QtBot, strip: PageStrip) -> None:
    for page in range(3):
        strip.show_picture(picture(page))
    before = strip.grab().toImage()

    strip.go_to(1)
    QApplication.processEvents()

    after = strip.grab().toImage()
    cell = strip.visualRect(strip.model().index(1, 0))
    assert after.copy(cell) != before.copy(cell)


def test_another_sheet_keeps_no_picture_of_the_one_before(qtbot: QtBot, desk: Desk, period: RosterPeriod) -> None:
    page = desk.make()
    await_page(qtbot, page)
    go_to_sheet(page, SheetKind.DUTY, "north gate")
    await_page(qtbot, page)
    until(qtbot, lambda: 0 in strip_of(page).pictures)
    before = strip_of(page).pictures[0].toImage()

    go_to_sheet(page, SheetKind.HANDOVER, "north gate")
    await_page(qtbot, page)

    until(qtbot, lambda: 0 in strip_of(page).pictures)
    assert strip_of(page).pictures[0].toImage() != before
