"""All models keep Qt's contract, show what the document holds, and say it in whole phrases."""

import random
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from roster_app.domain import edits
from roster_app.domain.roster import Proposal
from roster_app.gui.roster.lanes_model import LanesModel
from roster_app.gui.roster.people_model import PeopleModel
from roster_app.gui.roster.places_model import PlacesModel
from roster_app.gui.widgets.caption_header import HeaderRole

TODAY = date(2020, 4, 14)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def proven(model):
    """The model, held to Qt's contract for as long as it lives."""
    model.tester = QAbstractItemModelTester(model, FATAL)
    return model


@pytest.fixture
def places(document):
    return proven(PlacesModel(document, TODAY))


@pytest.fixture
def people(document):
    return proven(PeopleModel(document, TODAY))


@pytest.fixture
def lanes(document):
    return proven(LanesModel(document, TODAY))


def shown_in_lanes(model):
    """{duty: name or None} of all days, one after the other."""
    found = {}
    for day in model.days:
        model.show_day(day.date)
        for row in range(model.rowCount()):
            for column in range(len(model.bars(row))):
                look = model.look(row, column)
                found[look.seat.duty_id] = look.seat.name or None
    return found


def shown_in_places(model):
    """{duty: name or None} as the cells say it."""
    found = {}
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            look = model.look(row, column)
            if look is not None:
                found[look.duty_id] = look.name or None
    return found


def shown_in_people(model):
    found = {}
    for row, person in enumerate(model.people):
        for column in range(len(model.days)):
            for seat in model.cell(row, column).seats:
                found[seat.duty_id] = person.id
    return found


def held(document):
    return {d: a.volunteer_id for d, a in document.roster.assignments.items()}


def names(document):
    directory = document.opened.directory
    holders = {d.id: document.roster.holder(d.id) for d in document.roster.plan.duties}
    return {d: directory.name[who] if who else None for d, who in holders.items()}


def random_edit(document, chance):
    people = [v.id for v in document.opened.directory.volunteers]
    duty = chance.choice(document.roster.plan.duties).id
    other = chance.choice(document.roster.plan.duties).id
    return chance.choice(
        [
            lambda roster: edits.assign(roster, duty, chance.choice(people)),
            lambda roster: edits.clear(roster, [duty, other]),
            lambda roster: edits.swap(roster, duty, other),
            lambda roster: edits.set_locked(roster, [duty], chance.random() < 0.5),
        ]
    )


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_edited_all_models_show_the_document(document, places, people, lanes, seed):
    chance = random.Random(seed)
    for _step in range(40):
        document.carry_out(random_edit(document, chance))
    assert shown_in_places(places) == names(document)
    assert shown_in_people(people) == held(document)
    assert shown_in_lanes(lanes) == names(document)


def test_every_duty_has_one_cell_and_is_found_there(document, places):
    for duty in document.roster.plan.duties:
        index = places.index_of(duty.id)
        assert places.duty_id(index) == duty.id
        assert places.days[index.column()].date == document.roster.plan.shift_of(duty.id).day


def test_the_leader_stands_first_and_shifts_keep_the_order_of_their_pattern(document, places):
    first = [places.lines[row].post for row in range(places.rowCount()) if places.row(row).begins_shift]
    codes = [places.lines[row].code for row in range(places.rowCount()) if places.row(row).begins_shift]
    assert first == ["负责人"] * 3 + ["接线"] * 3
    assert codes == ["早", "中", "夜"] * 2


def test_a_cell_says_the_whole_duty(document, places):
    cell = places.index(1, 0)
    document.carry_out(lambda roster: edits.clear(roster, [places.duty_id(cell)]))
    assert places.data(cell, SPOKEN) == "宋屋村卡口, Apr 13, 早班, 测温: vacant"


def test_a_conflict_and_a_lock_are_said_in_words(document, places):
    one, other = (d.id for d in document.roster.plan.duties[:2])
    who = document.roster.holder(one)
    document.carry_out(lambda roster: edits.assign(roster, other, who))
    document.carry_out(lambda roster: edits.set_locked(roster, [other], True))
    spoken = places.data(places.index_of(other), SPOKEN)
    assert "Two duties at once" in spoken
    assert "locked" in spoken
    assert places.look(*places_of(places, other)).mark == "hard"
    assert places.look(*places_of(places, one)).mark == "hard"


def places_of(model, duty_id):
    index = model.index_of(duty_id)
    return index.row(), index.column()


def test_a_person_away_is_shown_for_the_part_of_the_day(document, people):
    directory = document.opened.directory
    away = {leave.volunteer_id: leave.span for leave in directory.leaves}
    for row, person in enumerate(people.people):
        for column, day in enumerate(people.days):
            on_leave = person.id in away and day.date in set(away[person.id].days())
            assert any(a.on_leave and (a.begin, a.end) == (0, 1) for a in people.cell(row, column).absences) == on_leave


def test_totals_are_what_the_judge_weighs(qtbot, document, people):
    duty = document.roster.plan.duties[4]
    with qtbot.waitSignal(document.judged):
        document.carry_out(lambda roster: edits.clear(roster, [duty.id]))
    burdens = document.opened.judge.burdens(document.roster)
    for row, person in enumerate(people.people):
        hours = people.total(row, len(people.days))
        assert hours.amount == (burdens[person.id].minutes if person.id in burdens else 0)
        assert people.data(people.index(row, len(people.days))) == hours.figure


def test_vacancies_are_counted_day_by_day(document, people):
    gone = [d for d in document.roster.plan.duties if document.roster.plan.shift_of(d.id).day == date(2020, 4, 15)][:3]
    before = people.vacancies_on(2)
    held_before = sum(d.id in document.roster.assignments for d in gone)
    document.carry_out(lambda roster: edits.clear(roster, [d.id for d in gone]))
    assert people.vacancies_on(2) == before + held_before


def test_days_are_headed_by_date_weekday_and_festival(places):
    assert places.headerData(0, ACROSS) == "Apr 13"
    assert places.headerData(0, ACROSS, HeaderRole.SECOND_LINE) == "Mon"
    assert places.headerData(5, ACROSS, HeaderRole.TONE) == "weekend"
    assert places.headerData(1, ACROSS, HeaderRole.TODAY) is True
    assert places.headerData(0, DOWN) == "宋屋村卡口 早班 08–16 负责人"


def test_a_festival_and_a_day_worked_instead_are_named(qtbot, services, document, places, people):
    april = services.rostering.create_period(document.opened.directory.team.id, date(2020, 4, 4), date(2020, 4, 6))
    document.show(services.rostering.open(april.id))
    assert places.headerData(0, ACROSS, HeaderRole.SECOND_LINE) == "Sat Qingming"
    assert places.headerData(0, ACROSS, HeaderRole.TONE) == "holiday"
    assert people.headerData(2, ACROSS, HeaderRole.BAND) == "Qingming"


def test_a_proposal_shows_as_a_ghost_in_both(document, places, people):
    everybody = [v.id for v in document.opened.directory.volunteers]
    duties = document.roster.plan.duties
    offer = Proposal(document.opened.period.id, {d.id: everybody[n % 14] for n, d in enumerate(duties)})
    document.preview(offer)
    assert shown_in_people(people) == offer.assignments
    ghosts = {d.id for d in duties if places.look(*places_of(places, d.id)).ghost}
    assert ghosts == document.shown.ghosts
    document.discard()
    assert shown_in_people(people) == held(document)


def test_midnight_marks_another_day(places, people):
    for model in (places, people):
        model.set_today(date(2020, 4, 15))
        assert [model.headerData(c, ACROSS, HeaderRole.TODAY) for c in range(3)] == [False, False, True]


def test_without_a_roster_both_are_empty(document, places, people):
    document.show(None)
    assert (places.rowCount(), places.columnCount()) == (0, 0)
    assert (people.rowCount(), people.columnCount()) == (0, 0)
