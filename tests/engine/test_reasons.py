"""Reasons under every family of rules: whoever is put on a vacancy breaks each hard rule that was named."""

from datetime import timedelta

from asking import choice, situations
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from roster_app.domain.answers.absence import Absence, broken_by
from roster_app.domain.answers.mending import Allowance, Mending
from roster_app.domain.answers.shortage import shortages
from roster_app.domain.candidates import Verdict, why_vacant
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.rules import Judge
from roster_app.domain.timespan import at, whole_days
from roster_app.engine.answers import Situation

_PATIENT = settings(suppress_health_check=list(HealthCheck), max_examples=40)


@_PATIENT
@given(situations())
def test_each_reason_of_each_candidate_is_true(asked: Situation) -> None:
    before = {v.rule for v in asked.judge.hard(asked.roster)}
    for duty in asked.roster.vacancies:
        for candidacy in why_vacant(asked.roster, asked.judge, duty.id):
            forced = asked.roster.with_changes({duty.id: Assignment(candidacy.volunteer_id)})
            broken = {violation.rule for violation in asked.judge.hard(forced)}
            named = {violation.rule for violation in candidacy.against if violation.is_hard}
            assert named <= broken
            assert bool(named) == (candidacy.verdict is Verdict.BLOCKED)
            if not named:
                assert broken <= before


@_PATIENT
@given(situations())
def test_no_roster_that_keeps_the_rules_fills_more_than_is_counted(asked: Situation) -> None:
    assume(not asked.judge.hard(asked.roster))
    emptied = Roster(asked.roster.plan, earlier=asked.roster.earlier)
    for shortage in shortages(emptied, asked.judge):
        assert sum(asked.roster.holder(duty) is not None for duty in shortage.duties) <= shortage.possible


@_PATIENT
@given(situations(), st.data())
def test_no_way_to_mend_an_absence_breaks_a_rule_that_was_kept(asked: Situation, data: st.DataObject) -> None:
    who, first = choice(asked.directory.volunteers, data).id, asked.roster.period.first
    absence = Absence(asked.roster, who, whole_days(first, first + timedelta(days=2)), at(first, 0))
    assume(absence.vacated)
    judge = Judge(asked.roster.plan, absence.directory(asked.directory), asked.ledger)
    duties = tuple(duty.id for duty in asked.roster.plan.duties)
    suffered = [v for v in judge.hard(absence.without) if v.shift_id is not None]
    for count, way in enumerate(Mending(absence, judge).ways(Allowance(len(absence.vacated), 9, 1, 1, 9))):
        for violation in broken_by(absence, judge, way, duties):
            assert any(known.covers(violation) for known in suffered)
        if count > 30:
            break
