"""The internal contact list on the page: previewed with its numbers counted, never taken for a sheet to be posted."""

from __future__ import annotations

from publish_cases import Desk, until, words_of
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.publication import publication_of
from roster_app.gui.publish.saving import saved_words
from roster_app.gui.publish.sheet_choices import choices_of
from roster_app.gui.publish.whole_set import whole_set
from roster_app.services.sheets import SheetKind


def test_it_is_previewed_with_its_numbers_counted_and_is_in_no_set(
    qtbot: QtBot, page: PublishPage, desk: Desk, period: RosterPeriod
) -> None:
    until(qtbot, lambda: page.bench.previewing.sheet is not None)
    page.bench.sheets.choose(SheetKind.CONTACTS)
    until(qtbot, lambda: page.bench.order is not None and page.bench.order.kind is SheetKind.CONTACTS)
    until(qtbot, lambda: page.bench.previewing.sheet is not None)

    sheet, options, order = page.bench.previewing.sheet, page.bench.options, page.bench.order
    assert sheet is not None
    assert order is not None
    assert "13100000000" in words_of(sheet.path)
    assert sheet.full_phones > 4
    assert f"{sheet.full_phones} full mobile numbers" in options.phones.words
    assert "Of no edition" in options.edition.words
    assert not any(
        part.isVisibleTo(page) for part in (options.days, options.paper, options.audience.control, options.hanging)
    )
    assert "draft" not in saved_words(sheet)
    kinds = {file.order.kind for file in whole_set(publication_of(desk.office.open(period)), order)}
    assert kinds == {SheetKind.WALL, SheetKind.DUTY}


def test_the_list_says_that_it_is_never_posted(desk: Desk, period: RosterPeriod) -> None:
    opened = desk.office.open(period)
    said = verdict(choices_of(SheetKind.CONTACTS, opened)[0], publication_of(opened))
    assert (said.short, said.tone) == ("Full mobile numbers", "look")
    assert "Never post it" in said.text
