"""Hand-over records on the page: previewed as they would be printed, with what can be chosen for them."""

from __future__ import annotations

from publish_cases import (
    FIRST,
    NOW,
    SECOND_GATE,
    Desk,
    await_page,
    go_to_sheet,
    page_count,
    unnamed,
    until,
    words_of,
)
from pytestqt.qtbot import QtBot

from roster_app.domain.hand_over import LogEdit, open_item
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.publish.publication import publication_of
from roster_app.gui.publish.sheet_choices import choices_of
from roster_app.services import Changes
from roster_app.services.sheets import SheetKind


def test_a_record_of_one_gate_is_previewed_with_days_and_signatures_to_choose(
    qtbot: QtBot, page: PublishPage, desk: Desk, period: RosterPeriod
) -> None:
    until(qtbot, lambda: page.bench.previewing.sheet is not None)
    choice = next(c for c in choices_of(SheetKind.HANDOVER, desk.office.open(period)) if c.words == SECOND_GATE)
    page.bench.sheets.choose(choice.kind, choice.checkpoint_id)
    until(qtbot, lambda: page.bench.order is not None and page.bench.order.kind is SheetKind.HANDOVER)
    until(qtbot, lambda: page.bench.previewing.sheet is not None)

    sheet, options = page.bench.previewing.sheet, page.bench.options
    assert sheet is not None
    words = words_of(sheet.path)
    assert (sheet.pages, sheet.full_phones) == (page_count(sheet.path), 0)
    assert SECOND_GATE.replace(" ", "") in words
    assert f"Mon{FIRST.day}Apr08:00" in words
    assert "Anomalies" in words
    for part in (options.days, options.signed, options.hanging):
        assert part.isVisibleTo(page)
    for part in (options.paper, options.turned):
        assert not part.isVisibleTo(page)
    assert "No mobile number" in options.phones.words
    assert unnamed(page) == []


def test_each_gate_has_its_own_and_after_publishing_it_is_in_force(desk: Desk, period: RosterPeriod) -> None:
    desk.services.rostering.publish(period.id)
    publication = publication_of(desk.office.open(period))
    choices = choices_of(SheetKind.HANDOVER, publication.opened)
    assert [choice.title for choice in choices] == [
        "All checkpoints · Hand-over record",
        "north gate · Hand-over record",
        f"{SECOND_GATE} · Hand-over record",
    ]
    assert {verdict(choice, publication).short for choice in choices} == {"In force"}


def test_the_log_is_reached_from_its_sheet_and_what_is_noted_stands_on_the_preview(
    qtbot: QtBot, page: PublishPage, desk: Desk
) -> None:
    go_to_sheet(page, SheetKind.HANDOVER, SECOND_GATE)
    await_page(qtbot, page)
    assert page.bench.options.hand_over.isVisibleTo(page)
    page.bench.options.hand_over.click()
    assert desk.went == [("hand_over", None)]

    place = page.place()
    assert place is not None
    item = open_item(place[0], "mend the gate", "谢宇航", NOW)
    changes = desk.services.hand_overs.apply(LogEdit(None, item))
    desk.shell.events.spread(changes)
    assert page.bench.previewing.sheet is None
    until(qtbot, lambda: page.bench.previewing.sheet is not None)
    assert page.bench.previewing.sheet is not None
    words = words_of(page.bench.previewing.sheet.path)
    assert words.count("mendthegate(since8Apr09:30)") > 0

    go_to_sheet(page, SheetKind.DUTY, SECOND_GATE)
    await_page(qtbot, page)
    assert not page.bench.options.hand_over.isVisibleTo(page)
    desk.shell.events.spread(Changes(hand_overs=True))
    assert page.bench.previewing.sheet is not None
