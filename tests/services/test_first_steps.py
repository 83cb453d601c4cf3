"""How far a team is, read from the database alone."""

from desk_cases import FIRST, Office

from roster_app.domain.edits import assign
from roster_app.services import Services
from roster_app.services.first_steps import FirstStep


def test_a_new_team_has_everything_before_it(services: Services) -> None:
    steps = services.teams.first_steps(services.teams.create("new").id)

    assert (steps.done, steps.next, steps.unheld) == (frozenset(), FirstStep.LIST, ())
    assert not steps.has_checkpoints
    assert not steps.has_period


def test_each_step_counts_as_soon_as_it_is_stored(office: Office) -> None:
    teams, rostering = office.services.teams, office.services.rostering
    assert teams.first_steps(office.team_id).next is FirstStep.GENERATE

    period = office.period()
    assert teams.first_steps(office.team_id).has_period
    opened = office.open(period)
    record = rostering.apply_edit(
        period.id, assign(opened.roster, office.duty(opened, FIRST, 8, 1), office.people[0].id)
    )
    assert record.edit.changes
    assert teams.first_steps(office.team_id).next is FirstStep.PUBLISH

    rostering.publish(period.id)
    assert teams.first_steps(office.team_id).next is None


def test_another_team_s_rosters_do_not_count(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    office.services.rostering.apply_edit(
        period.id, assign(opened.roster, office.duty(opened, FIRST, 8, 1), office.people[0].id)
    )
    office.services.rostering.publish(period.id)
    other = office.services.teams.create("other")

    assert office.services.teams.first_steps(other.id).done == frozenset()
