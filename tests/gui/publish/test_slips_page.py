"""Personal slips on the page: previewed as they would be printed, saved under a name of their own."""

from __future__ import annotations

from pathlib import Path

from publish_cases import Desk, go_to_sheet, press, signalled, unnamed, until, words_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.publication import publication_of
from roster_app.gui.publish.sheet_choices import choices_of
from roster_app.services.sheets import PrintedSheet, SheetKind

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def go_to_slips(qtbot: QtBot, page: PublishPage) -> PrintedSheet:
    """Their row of the list."""
    go_to_sheet(page, SheetKind.SLIPS)
    previewing = page.bench.previewing
    until(qtbot, lambda: previewing.sheet is not None and previewing.sheet.kind is SheetKind.SLIPS)
    sheet = previewing.sheet
    assert sheet is not None
    return sheet


def test_they_are_previewed_with_nothing_to_choose_but_the_days(qtbot: QtBot, page: PublishPage) -> None:
    sheet = go_to_slips(qtbot, page)

    words = words_of(sheet.path)
    assert (sheet.pages, sheet.full_phones) == (3, 0)
    assert all(name in words for name in ("王建国", "谢宇航", "单婉仪"))
    assert page.bench.order is not None
    assert page.bench.order.kind is SheetKind.SLIPS
    options = page.bench.options
    assert options.days.isVisibleTo(page)
    for part in (options.paper, options.audience.control, options.hanging, options.signed):
        assert not part.isVisibleTo(page)
    assert "No mobile number" in options.phones.words
    assert unnamed(page) == []


def test_they_are_saved_under_their_own_name(qtbot: QtBot, page: PublishPage, tmp_path: Path) -> None:
    go_to_slips(qtbot, page)
    press(page, Qt.Key.Key_S, CTRL)
    until(qtbot, lambda: page.findChildren(QFileDialog))
    dialog = page.findChildren(QFileDialog)[-1]
    (field,) = dialog.findChildren(QLineEdit)
    assert field.text() == "commando personal slips 2020-04-06 to 2020-04-12.pdf"
    field.setText(str(tmp_path / field.text()))
    (box,) = dialog.findChildren(QDialogButtonBox)
    with signalled(qtbot, page.saving.saved):
        qtbot.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), LEFT)

    assert "王建国" in words_of(tmp_path / "commando personal slips 2020-04-06 to 2020-04-12.pdf")


def test_the_list_says_what_to_do_with_them(desk: Desk, period: RosterPeriod) -> None:
    desk.services.rostering.publish(period.id)
    opened = desk.office.open(period)
    (slips,) = choices_of(SheetKind.SLIPS, opened)

    said = verdict(slips, publication_of(opened))

    assert (said.short, said.text) == ("In force", "Cut them apart and hand them out.")
