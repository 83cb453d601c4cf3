"""Judged edit by edit, the roster is found to be just as good or bad as judged whole."""

import random

import pytest

from invented_team import LEADER, empty_roster, filled_roster, team
from roster_app.domain import edits
from roster_app.domain.roster import Assignment
from roster_app.domain.rules import Judge, Rule, Violation
from roster_app.gui.roster.findings import Findings, marked_duties


@pytest.fixture(scope="module")
def directory():
    return team(people=12, checkpoints=1)


def random_edit(roster, people, chance):
    changes = tuple(
        edits.AssignmentChange(
            d.id, roster.assignments.get(d.id), chance.choice([None, Assignment(chance.choice(people))])
        )
        for d in chance.sample(roster.plan.duties, chance.randint(1, 5))
    )
    return edits.RosterEdit(edits.EditKind.ASSIGN, changes)


@pytest.mark.parametrize("seed", range(8))
def test_following_edits_finds_what_judging_whole_finds(directory, seed):
    chance = random.Random(seed)
    roster = chance.choice([empty_roster, filled_roster])(directory)
    judge = Judge(roster.plan, directory)
    findings = Findings(judge, roster)
    people = [v.id for v in directory.volunteers]
    for _step in range(15):
        edit = random_edit(roster, people, chance)
        roster = edits.apply(roster, edit)
        findings.follow(roster, edit)
    findings.weigh(roster)
    assert set(findings.hard) | set(findings.wishes) == set(judge.judge(roster))
    anew = Findings(judge, roster)
    for duty in roster.plan.duties:
        assert set(findings.at(duty.id)) == set(anew.at(duty.id))


@pytest.mark.parametrize("seed", range(4))
def test_every_duty_whose_marks_change_is_named(directory, seed):
    chance = random.Random(seed)
    roster = filled_roster(directory)
    findings = Findings(Judge(roster.plan, directory), roster)
    people = [v.id for v in directory.volunteers]
    for _step in range(10):
        before = {d.id: findings.at(d.id) for d in roster.plan.duties}
        edit = random_edit(roster, people, chance)
        roster = edits.apply(roster, edit)
        named = findings.follow(roster, edit)
        changed = {d for d, marks in before.items() if set(marks) != set(findings.at(d))}
        assert changed <= named


def test_a_run_shows_at_the_days_beyond_the_limit(directory):
    plan = empty_roster(directory).plan
    days = plan.period.days[:8]
    run = tuple(next(d.id for d in plan.duties if plan.shift_of(d.id).day == day) for day in days)
    shown = marked_duties(Violation(Rule.CONSECUTIVE_DAYS, run, actual=8, limit=6), plan, directory)
    assert shown == run[6:]


def test_too_many_hours_show_at_the_duties_beyond_the_limit(directory):
    plan = empty_roster(directory).plan
    week = tuple(d.id for d in plan.duties[:7])
    shown = marked_duties(Violation(Rule.WEEK_MINUTES, week, actual=56 * 60, limit=48 * 60), plan, directory)
    assert shown == week[6:]


def test_too_little_rest_shows_at_both_duties_the_later_first(directory):
    plan = empty_roster(directory).plan
    one, other = plan.duties[0].id, plan.duties[9].id
    assert marked_duties(Violation(Rule.MIN_REST, (one, other)), plan, directory) == (other, one)


def test_a_missing_leader_shows_at_the_post_that_leads(directory):
    plan = empty_roster(directory).plan
    shift = next(s for s in plan.shifts if len(plan.duties_of[s.id]) == 3)
    duties = tuple(d.id for d in plan.duties_of[shift.id])
    (shown,) = marked_duties(Violation(Rule.LEADER_MISSING, duties, shift_id=shift.id), plan, directory)
    assert LEADER in directory.post[plan.duty[shown].post_id].requires


def test_a_share_shows_at_no_duty(directory):
    plan = empty_roster(directory).plan
    assert marked_duties(Violation(Rule.SHARE_OF_NIGHTS, (plan.duties[0].id,)), plan, directory) == ()
