"""Who stands in: what is left of the duty alone counts, and among the able the least recently asked come first."""

from dataclasses import replace
from datetime import timedelta

from small_teams import MONDAY, held, people, plan, post, town

from roster_app.domain.answers.stand_ins import stand_ins, vacated
from roster_app.domain.candidates import Verdict
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Assignment, Origin
from roster_app.domain.rules import Judge
from roster_app.domain.timespan import at

TEAM = town(people(4), [post()])
PLAN = plan(TEAM, days=4)
NIGHT = PLAN.duties[0]
ANN, BOB, EVE, IDA = (VolunteerId(n) for n in range(1, 5))


def test_before_it_begins_the_whole_duty_is_to_be_stood() -> None:
    roster = held(PLAN, {NIGHT.id: ANN})
    without, rest = vacated(roster, NIGHT.id, at(MONDAY, 0))
    assert (rest, without.plan, without.holder(rest)) == (NIGHT.id, PLAN, None)


def test_after_it_has_begun_the_rest_is_a_part_of_its_own_even_if_it_is_locked() -> None:
    roster = held(PLAN, {NIGHT.id: ANN})
    roster = roster.with_changes({NIGHT.id: replace(roster.assignments[NIGHT.id], locked=True)})
    without, rest = vacated(roster, NIGHT.id, at(MONDAY, 130))
    assert rest < 0
    assert without.plan.duty[rest].span.minutes == 350
    assert (without.holder(NIGHT.id), without.holder(rest)) == (ANN, None)
    assert roster.plan == PLAN, "nothing of it is stored"


def test_the_least_recently_asked_come_first_and_who_is_away_is_not_asked() -> None:
    tuesday = next(d for d in PLAN.duties if d.span.start == at(MONDAY, 1440))
    wednesday = next(d for d in PLAN.duties if d.span.start == at(MONDAY, 2880))
    roster = held(PLAN, {NIGHT.id: ANN}).with_changes(
        {
            tuesday.id: Assignment(BOB, Origin.SUBSTITUTION),
            wednesday.id: Assignment(EVE, Origin.SUBSTITUTION),
        }
    )
    without, rest = vacated(roster, NIGHT.id, NIGHT.span.start - timedelta(hours=2))
    found = stand_ins(without, Judge(without.plan, TEAM), rest, ANN)
    able = [s for s in found if s.candidacy.verdict is Verdict.RECOMMENDED]
    assert [s.candidacy.volunteer_id for s in found if s.candidacy.volunteer_id == ANN] == []
    last = [s.last for s in able]
    assert last == sorted(last, key=lambda moment: (moment is not None, moment))
    assert {s.candidacy.volunteer_id: s.last for s in found} == {
        BOB: tuesday.span.start,
        EVE: wednesday.span.start,
        IDA: None,
    }
