"""A conflict is lived with for a reason: stored, shown, no longer counted, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from roster_app.domain import edits
from roster_app.gui.roster.panel import PROBLEMS

Key = Qt.Key


@pytest.fixture
def conflict(page):
    """Somebody stands two duties one after the other."""
    plan = page.document.roster.plan
    first = next(d for d in plan.duties if d.id in page.document.roster.assignments)
    who = page.document.roster.holder(first.id)
    after = next(d for d in plan.duties if d.span.start == first.span.end and d.post_id == first.post_id)
    page.document.carry_out(lambda roster: edits.assign(roster, after.id, who))
    page.panel.bring(PROBLEMS)
    (found, *_) = [v for v in page.document.findings.hard if after.id in v.duty_ids]
    return found


def rows(page):
    return page.panel.problems.choices.rows.rows


def stand_at(page, violation):
    leaf = page.panel.problems
    row = next(n for n, choice in enumerate(rows(page)) if choice.key == violation)
    leaf.choices.view.setCurrentIndex(leaf.choices.rows.index(row))
    return leaf


def test_accepting_takes_it_out_of_the_count_and_shows_the_reason(qtbot, page, conflict):
    hard = len(page.document.findings.hard)
    leaf = stand_at(page, conflict)
    QTest.mouseClick(leaf.accept, Qt.MouseButton.LeftButton)
    QTest.keyClicks(leaf.reason, "agreed by phone")
    QTest.keyClick(leaf.reason, Key.Key_Return)
    assert len(page.document.findings.hard) == hard - 1
    assert page.status.now.hard == hard - 1
    row = next(choice for choice in rows(page) if choice.key == conflict)
    assert row.chip == "accepted"
    assert "agreed by phone" in row.reasons()
    page.document.reload()
    assert page.document.findings.acceptance(conflict).reason == "agreed by phone"


def test_it_can_be_taken_back(page, conflict):
    page.document.accept_violation(conflict, "for once")
    leaf = stand_at(page, conflict)
    QTest.mouseClick(leaf.withdraw, Qt.MouseButton.LeftButton)
    assert conflict in page.document.findings.hard
    page.document.reload()
    assert conflict in page.document.findings.hard


def test_without_a_reason_nothing_is_stored(page, conflict):
    leaf = stand_at(page, conflict)
    QTest.mouseClick(leaf.accept, Qt.MouseButton.LeftButton)
    QTest.keyClick(leaf.reason, Key.Key_Return)
    assert conflict in page.document.findings.hard
