"""Sheets of hours in the print centre: whose and of which days is chosen, counted from what was published."""

from __future__ import annotations

from publish_cases import Desk, button, go_to_sheet, unnamed, until, words_of
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.publication import SheetState, publication_of
from roster_app.gui.publish.sheet_choices import SheetChoice, choices_of
from roster_app.gui.publish.whole_set import whole_set
from roster_app.services import OpenRoster
from roster_app.services.sheets import SheetKind


def shown(qtbot: QtBot, page: PublishPage) -> None:
    until(qtbot, lambda: page.bench.previewing.sheet is not None and not page.bench.previewing.is_busy)


def test_whose_hours_and_which_days_are_chosen(qtbot: QtBot, page: PublishPage, period: RosterPeriod) -> None:
    go_to_sheet(page, SheetKind.HOURS)
    options = page.bench.options
    order = page.bench.order
    assert order is not None
    assert (order.first, order.last, order.people) == (period.first, period.last, ())
    assert options.counted_days.isVisibleTo(page)
    assert options.people.isVisibleTo(page)
    assert not any(part.isVisibleTo(page) for part in (options.days, options.paper, options.hanging))

    who = options.people.tokens
    qtbot.mouseClick(button(options.people, "Chosen people"), Qt.MouseButton.LeftButton)
    assert who.isVisibleTo(page)
    assert unnamed(page) == []
    first = next(iter(page.publication.opened.directory.volunteers))  # type: ignore[union-attr]
    who.choose([str(first.id)])
    order = page.bench.order
    assert order is not None
    assert order.people == (first.id,)
    go_to_sheet(page, SheetKind.WALL)
    order = page.bench.order
    assert order is not None
    assert order.people == ()


def test_a_certificate_has_no_choice_of_eyes_and_is_handed_to_its_person(qtbot: QtBot, page: PublishPage) -> None:
    go_to_sheet(page, SheetKind.CERTIFICATE)
    shown(qtbot, page)
    sheet = page.bench.previewing.sheet
    assert sheet is not None
    assert sheet.kind is SheetKind.CERTIFICATE
    assert "Certificateofservice" in words_of(sheet.path)
    assert not page.bench.options.audience.control.isVisibleTo(page)
    assert "Hand each certificate" in page.bench.options.phones.words


def hours_choices(opened: OpenRoster) -> list[SheetChoice]:
    kinds = (SheetKind.STATISTICS, SheetKind.HOURS, SheetKind.CERTIFICATE)
    return [choice for kind in kinds for choice in choices_of(kind, opened)]


def test_they_are_of_the_newest_edition_and_certificates_in_no_set(desk: Desk, period: RosterPeriod) -> None:
    before = publication_of(desk.office.open(period))
    every = hours_choices(before.opened)
    assert {before.state(choice) for choice in every} == {SheetState.DRAFT}
    titles = [choice.title for choice in every]
    assert titles == ["Statistics of duty", "Statement of hours", "Certificate of service"]
    desk.services.rostering.publish(period.id)
    now = publication_of(desk.office.open(period))
    for choice in every:
        assert (now.state(choice), verdict(choice, now).short) == (SheetState.CURRENT, "From what was published")


def test_the_set_holds_the_statistics_in_sight_and_no_certificate(page: PublishPage) -> None:
    kinds = {}
    for kind in (SheetKind.STATISTICS, SheetKind.CERTIFICATE, SheetKind.HOURS):
        go_to_sheet(page, kind)
        assert page.publication is not None
        assert page.bench.order is not None
        kinds[kind] = {file.order.kind for file in whole_set(page.publication, page.bench.order)}
    assert kinds[SheetKind.STATISTICS] == {SheetKind.WALL, SheetKind.DUTY, SheetKind.STATISTICS}
    assert kinds[SheetKind.CERTIFICATE] == kinds[SheetKind.HOURS] == {SheetKind.WALL, SheetKind.DUTY}
