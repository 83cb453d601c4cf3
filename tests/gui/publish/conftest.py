"""A page of publishing over a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from publish_cases import FIRST, LAST, NOW, Desk, fill, make_shell, office_with_two_gates, signalled, until
from pytestqt.qtbot import QtBot

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.messages import Message
from roster_app.gui.publish.page import PublishPage
from roster_app.gui.theme import Appearance
from roster_app.services import Services, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "desk one", lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def desk(tmp_path: Path, services: Services, appearance: Appearance, qtbot: QtBot) -> Iterator[Desk]:
    """An office without a period; `make` shows a page, as large as in a window of 1280 × 800, once it has read."""
    went: list[Any] = []
    told: list[Message] = []
    office = office_with_two_gates(services)
    shell = make_shell(tmp_path, office, appearance, went, told)

    def make() -> PublishPage:
        page = PublishPage(shell)
        qtbot.addWidget(page, before_close_func=lambda widget: widget.closing())
        page.resize(1084, 770)
        with signalled(qtbot, page.reading.read):
            page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.activated()
        return page

    yield Desk(office, shell, make, went, told)
    shell.tasks.close()


@pytest.fixture
def period(desk: Desk) -> RosterPeriod:
    """A week in which every duty is held, not published yet."""
    made = desk.office.period(FIRST, LAST)
    fill(desk.office, made)
    return made


@pytest.fixture
def page(desk: Desk, period: RosterPeriod, qtbot: QtBot) -> PublishPage:
    """The page with that week, its first sheet drawn and pictured."""
    made = desk.make()
    until(qtbot, lambda: made.bench.previewing.sheet is not None and not made.bench.preview.view.image.isNull())
    return made
