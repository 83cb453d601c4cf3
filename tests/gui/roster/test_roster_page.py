"""The page around the grid: what it says of the roster, the next step, periods, and what others ask of it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu

from invented_team import TEAM
from roster_app.domain import edits
from roster_app.gui.roster.arrangements import BY_PERSON
from roster_app.gui.roster.new_period import NewPeriodDialog, next_days
from roster_app.gui.roster.standing import NextStep
from roster_app.services import Changes, Scope


def settle(qtbot, page, act):
    with qtbot.waitSignal(page.status.told):
        act()


def vacate(page, *duty_ids):
    page.document.carry_out(lambda roster: edits.clear(roster, duty_ids))


def fill_all(page):
    """Hold every duty without any conflict: one person alone at each, who has leave of all rules."""
    people = [v.id for v in page.document.opened.directory.volunteers]
    for duty in page.document.roster.vacancies:
        page.editing.assign([duty.id], people[0])


def first_after(page, moment):
    return next(d for d in page.document.roster.plan.duties if d.span.start >= moment)


def test_a_gap_is_told_in_minutes_and_where(qtbot, page):
    fill_all(page)
    duty = first_after(page, datetime(2020, 4, 15))
    settle(qtbot, page, lambda: vacate(page, duty.id))
    words = page.status.pills._cover.words
    assert "480 minutes" in words
    assert "宋屋村卡口 Apr 15 00–08: 1 missing" in words
    assert page.status.pills._cover.kind == "act"


def test_what_was_missing_is_no_alarm_once_it_is_over(qtbot, page):
    """The clock of these tests stands at half past nine on the second day."""
    fill_all(page)
    over, running = page.document.roster.plan.duties[2], first_after(page, datetime(2020, 4, 14, 8))
    settle(qtbot, page, lambda: vacate(page, over.id))
    assert page.status.pills._cover.words == "Covered from now on 480 minutes before were not"
    assert page.status.pills._cover.kind == "good"
    assert page.status.now.next_step is not NextStep.FILL
    page.mending.go_on(1, conflicts=False)
    assert page.arrangements.duty_id != over.id
    settle(qtbot, page, lambda: vacate(page, running.id))
    assert "390 minutes" in page.status.pills._cover.words
    assert page.status.now.next_step is NextStep.FILL


def test_a_click_on_the_gap_goes_there(qtbot, page):
    fill_all(page)
    duty = page.document.roster.plan.duties[20]
    settle(qtbot, page, lambda: vacate(page, duty.id))
    page.arrangements.places.go_to(0, 0)
    page.status.pills._cover.click()
    assert page.arrangements.duty_id == duty.id


def test_pills_that_fell_silent_can_speak_again(qtbot, page):
    everybody = dict(page.document.roster.assignments)
    settle(qtbot, page, lambda: vacate(page, *everybody))
    assert not page.status.pills._fairness.isVisible()
    QTest.qWait(0)
    settle(qtbot, page, page.document.undo)
    assert page.status.pills._fairness.isVisible()


def test_full_cover_is_proven_good(qtbot, page):
    settle(qtbot, page, lambda: (vacate(page, page.document.roster.plan.duties[0].id), fill_all(page)))
    assert page.status.pills._cover.kind == "good"
    assert page.status.now.gap_minutes == 0


def test_the_empty_roster_is_the_loudest(qtbot, page):
    settle(qtbot, page, lambda: vacate(page, *page.document.roster.assignments))
    assert page.status.now.is_empty
    assert page.status.now.next_step is NextStep.GENERATE
    assert page.status.pills._cover.words == f"Nobody is on duty yet {page.status.now.vacancies} vacancies"


def test_a_conflict_is_counted_and_listed_with_its_remedy(qtbot, page):
    one, other = page.document.roster.plan.duties[:2]
    settle(qtbot, page, lambda: page.editing.assign([other.id], page.document.roster.holder(one.id)))
    page.status.pills._conflicts.click()
    rows = page.panel.problems.choices.rows.rows
    assert sum(row.dot == "act" for row in rows) == page.status.now.hard > 0
    doubled = next(row for row in rows if "Two duties at once" in row.words)
    assert "8 h" in doubled.reasons()
    assert "Take the person off one of the two duties." in doubled.reasons()


def test_a_click_on_a_problem_goes_to_its_duty(qtbot, page):
    one, other = page.document.roster.plan.duties[30:32]
    settle(qtbot, page, lambda: page.editing.assign([other.id], page.document.roster.holder(one.id)))
    page.status.pills._conflicts.click()
    choices = page.panel.problems.choices
    row = next(n for n, choice in enumerate(choices.rows.rows) if "Two duties at once" in choice.words)
    place = choices.view.visualRect(choices.rows.index(row)).center()
    QTest.mouseClick(choices.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.arrangements.duty_id in (one.id, other.id)


def test_the_next_step_follows_the_roster(qtbot, page, went):
    fill_all(page)
    duty = first_after(page, datetime(2020, 4, 15))
    settle(qtbot, page, lambda: vacate(page, duty.id))
    assert page.status.now.next_step is NextStep.FILL
    page.header._next.click()
    assert page.arrangements.duty_id == duty.id
    assert page.window().focusWidget() is page.panel.picker.field


def test_a_complete_roster_leads_to_publishing(qtbot, page, went):
    page.status.now = replace(page.status.now, next_step=NextStep.PUBLISH)
    page.header.show_standing(page.status.now)
    page.header._next.click()
    assert went == [("publish", page.document.opened.period.id)]


def test_a_year_without_a_table_is_a_loud_banner(qtbot, services, page, went):
    made = services.rostering.create_period(TEAM, date(2031, 1, 1), date(2031, 1, 7))
    with qtbot.waitSignal(page.periods.opened):
        page.periods.open(made.id)
    assert page.year_banner.banner.isVisible()
    assert page.year_banner.banner.text.startswith("The holidays of 2031 are not announced yet.")
    page.year_banner.findChild(QAbstractButton).click()
    assert went[-1] == ("places", date(2031, 1, 1))


def test_days_of_a_year_without_a_table_are_told_before_a_period_is_made(qtbot, page):
    dialog = page.periods.ask(page)
    qtbot.addWidget(dialog)
    assert not dialog.year_banner.isVisible()
    dialog._range.set_range(date(2031, 1, 1), date(2031, 1, 31))
    dialog._check()
    assert dialog.year_banner.banner.text.startswith("The holidays of 2031 are not announced yet.")
    assert dialog.year_banner.isVisible()
    dialog.reject()


def test_what_differs_from_the_posted_edition_is_counted(qtbot, services, page):
    services.rostering.publish(page.document.opened.period.id)
    page.document.reload()
    assert page.status.now.changed_since_edition == ()
    duty = page.document.roster.plan.duties[7]
    settle(qtbot, page, lambda: vacate(page, duty.id))
    assert page.status.now.changed_since_edition == (duty.id,)
    page.status.pills._changes.click()
    assert page.arrangements.duty_id == duty.id


def test_undo_names_its_step(page):
    duty = page.document.roster.plan.duties[7]
    name = page.document.opened.directory.name[page.document.roster.holder(duty.id)]
    vacate(page, duty.id)
    assert name in page._undo.text()
    page.document.undo()
    assert name in page._redo.text()


def test_the_last_step_is_told_and_spread(qtbot, page):
    told, spread = [], []
    page.shell.messages.step_told.connect(told.append)
    page.shell.events.changed.connect(lambda changes, origin: spread.append((changes.duties, origin)))
    duty = page.document.roster.plan.duties[7]
    vacate(page, duty.id)
    assert spread == [(frozenset({duty.id}), page)]
    assert "Step" in told[0]
    page.document.undo()
    assert told[1].startswith("Undone")


def test_a_refusal_is_a_message_and_never_a_dialog(qtbot, page):
    duty = page.document.roster.plan.duties[7]
    page.document.carry_out(lambda roster: edits.set_locked(roster, [duty.id], True))
    with qtbot.waitSignal(page.shell.messages.told) as told:
        vacate(page, duty.id)
    assert "locked" in told.args[0].text


def test_a_colleague_s_edit_is_told_by_duty_and_name(qtbot, services, page):
    duty_id = page.arrangements.places_model.duty_id(page.arrangements.places_model.index(1, 0))
    mine, theirs = page.document.opened.directory.volunteers[:2]
    colleague = services.rostering.open(page.document.opened.period.id).roster
    services.rostering.apply_edit(colleague.period.id, edits.assign(colleague, duty_id, theirs.id))
    with qtbot.waitSignal(page.shell.messages.told) as told:
        page.editing.assign([duty_id], mine.id)
    words = told.args[0].text
    assert "宋屋村卡口, Apr 13, 早班, 测温" in words
    assert theirs.name in words


def test_the_menu_of_a_cell_names_the_keys(qtbot, page):
    place = page.arrangements.places.visualRect(page.arrangements.places_model.index(1, 1)).center()
    page.arrangements.places.customContextMenuRequested.emit(place)
    (menu,) = [m for m in page.findChildren(QMenu) if m.isVisible()]
    keys = [action.text().partition("\t")[2] for action in menu.actions() if not action.isSeparator()]
    by_cell = ["Enter", "Del", "Space", "Ctrl+C", "Ctrl+X", "Ctrl+V"]
    assert keys == [*by_cell, "F4", "F6", "Ctrl+T", "Ctrl+D", "Ctrl+J"]
    menu.close()


@pytest.mark.parametrize("column", [0, 6])
def test_a_week_fits_without_a_scroll_bar(page, column):
    page.arrangements.places.go_to(0, column)
    assert page.arrangements.places.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert page.arrangements.places.is_in_sight(column)


def test_turning_goes_week_by_week_and_then_asks_for_the_next_period(qtbot, services, page):
    april = services.rostering.create_period(TEAM, date(2020, 4, 20), date(2020, 5, 10))
    with qtbot.waitSignal(page.periods.opened):
        page.periods.begin()
    with qtbot.waitSignal(page.periods.opened):
        page.header.turned.emit(1)
    assert page.document.opened.period.id == april.id
    page.arrangements.places.go_to(0, 0)
    page.header.turned.emit(1)
    assert page.arrangements.day == date(2020, 4, 27)


def test_the_arrangement_and_its_span_are_remembered(qtbot, page, make_page):
    page.header.arrangement.chosen.emit(BY_PERSON)
    page.header.span_chosen.emit("two_weeks")
    page.closing()
    again = make_page()
    assert again.arrangements.front == BY_PERSON
    assert again.arrangements.grid.span == 14
    assert again.arrangements.places.span == 7


def test_other_people_mean_reading_anew(qtbot, services, page):
    person = page.document.opened.directory.volunteers[0]
    services.people.update(replace(person, name="区志明"))
    with qtbot.waitSignal(page.periods.opened):
        page.apply_changes(Changes(volunteers=frozenset({person.id})))
    assert page.document.opened.directory.volunteer[person.id].name == "区志明"


def test_another_page_can_point_at_a_duty_and_at_a_person(page):
    duty = page.document.roster.plan.duties[40]
    page.show_target(duty.id)
    assert page.arrangements.duty_id == duty.id
    person = page.document.opened.directory.volunteers[9].id
    page.show_target(person)
    assert (page.arrangements.front, page.arrangements.person) == (BY_PERSON, person)


def test_without_the_panel_a_line_says_what_the_cell_is(qtbot, page):
    page.arrangements.bring(BY_PERSON)
    assert not page._splitter.is_panel_shown
    one, other = page.document.roster.plan.duties[30:32]
    settle(qtbot, page, lambda: page.editing.assign([other.id], page.document.roster.holder(one.id)))
    page.arrangements.go_to_duty(other.id)
    strip = page.arrangements.strip
    assert strip.isVisible()
    assert strip._mark.isVisible()
    assert "Two duties at once" in strip._words.text()
    strip._pick.click()
    assert page._splitter.is_panel_shown
    assert not strip.isVisible()


def test_the_badge_counts_what_is_to_be_mended(qtbot, page):
    badges = []
    page.badge_changed.connect(badges.append)
    settle(qtbot, page, lambda: vacate(page, page.document.roster.plan.duties[0].id))
    assert badges[-1].count == str(page.status.now.vacancies + page.status.now.hard)


def test_without_people_the_page_leads_to_their_list(qtbot, shell, services, directory, make_page, went):
    with services.desk.database.work() as work:
        for person in directory.volunteers:
            work.people.remove(person.id)
    page = make_page()
    page.activated()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    assert went == [("people", "import_list")]


def test_a_new_period_begins_after_the_last_and_ends_with_the_month():
    assert next_days((), date(2020, 4, 14)) == (date(2020, 4, 1), date(2020, 4, 30))
    assert next_days((), date(2020, 12, 25)) == (date(2021, 1, 1), date(2021, 1, 31))


def test_a_period_already_there_is_refused_before_it_is_asked_for(qtbot, page):
    dialog = NewPeriodDialog(page.periods.known, date(2020, 4, 14), page, page.document.opened.directory.days)
    qtbot.addWidget(dialog)
    submitted = []
    dialog.submitted.connect(submitted.append)
    assert dialog.days == (date(2020, 4, 20), date(2020, 4, 30))
    dialog._range.set_range(date(2020, 4, 1), date(2020, 4, 30))
    dialog._check()
    dialog._submit()
    assert submitted == []
    assert dialog._days_row.error == "Apr 13 – Apr 19 2020 has these days already"


def test_a_proposal_is_accepted_day_by_day(page, search):
    document = page.document
    planned = frozenset(document.roster.plan.duty)
    page.generating.look(search.run(document.opened, Scope(duties=planned), 1, lambda _report: None))
    before, wanted = document.roster, document.proposed
    page.arrangements.go_to_today()
    day = page.arrangements.day
    page.bar.day_button.click()
    plan = document.roster.plan
    for change in wanted.changes:
        own = plan.shift_of(change.duty_id).day == day
        assert document.roster.assignments.get(change.duty_id) == (change.after if own else change.before)
    assert all(plan.shift_of(d).day != day for d in document.proposed.duty_ids)
    page.bar.discard_button.click()
    document.undo()
    assert document.roster.assignments == before.assignments
