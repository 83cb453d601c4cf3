"""The proof of cover: agrees to the minute with a second, independent routine, and raises no false alarm."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from rosters import rosters
from small_teams import LEADER, duty_at, held, people, plan, post, town

from roster_app.domain.calendar import DayType
from roster_app.domain.cover import CoverLine, prove, proved_again
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import THREE_BY_EIGHT_FROM_0630, DemandWindow, Post
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory


def required_by_minute(post_: Post, directory: Directory, first: datetime, minutes: int) -> list[int]:
    """Independent of the proof: asks each minute alone what the post wants then."""
    wanted = []
    for n in range(minutes):
        moment = first + timedelta(minutes=n)
        count = post_.headcount
        for window in post_.windows:
            for back in (0, 1):
                day = moment.date() - timedelta(days=back)
                minute = moment.hour * 60 + moment.minute + back * 1440
                applies = not window.day_types or directory.days.type_of(day) in window.day_types
                if applies and window.start <= minute < window.end:
                    count = window.headcount
                    break
        wanted.append(count)
    return wanted


def present_by_minute(roster: Roster, post_: Post, first: datetime, minutes: int, role: bool) -> list[int]:
    """Independent of the proof: ticks off every minute of every held duty."""
    there: Counter[int] = Counter()
    for duty in roster.plan.duties:
        who = roster.assignments.get(duty.id)
        if duty.post_id != post_.id or who is None or (role and who.volunteer_id not in ROLE_HOLDERS):
            continue
        begin = round((duty.span.start - first).total_seconds() / 60)
        there.update(range(begin, begin + round((duty.span.end - duty.span.start).total_seconds() / 60)))
    return [there[n] for n in range(minutes)]


ROLE_HOLDERS: set[VolunteerId] = set()


def told_by_minute(line: CoverLine) -> list[tuple[int, int]]:
    return [(s.required, s.present) for s in line.stretches for _ in range(s.span.minutes)]


@settings(max_examples=30)
@given(rosters(days=2))
def test_the_proof_agrees_with_counting_minute_by_minute(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    ROLE_HOLDERS.clear()
    ROLE_HOLDERS.update(v.id for v in directory.volunteers if LEADER in v.qualifications)
    proof = prove(roster, directory)
    for whole in proof.checkpoints:
        first, minutes = whole.window.start, whole.window.minutes
        posts = [p for p in directory.posts if p.checkpoint_id == whole.checkpoint_id]
        required = {p.id: required_by_minute(p, directory, first, minutes) for p in posts}
        present = {p.id: present_by_minute(roster, p, first, minutes, role=False) for p in posts}
        for line in (x for x in proof.posts if x.checkpoint_id == whole.checkpoint_id):
            assert told_by_minute(line) == list(zip(required[line.post_id], present[line.post_id], strict=True))
        needed = [n for n in range(minutes) if any(required[p.id][n] for p in posts)]
        short = [n for n in needed if any(present[p.id][n] < required[p.id][n] for p in posts)]
        assert (whole.required_minutes, whole.gap_minutes) == (len(needed), len(short))
        assert whole.covered_minutes == len(needed) - len(short)
        missing = sum(max(0, required[p.id][n] - present[p.id][n]) for p in posts for n in range(minutes))
        assert whole.missing_person_minutes == missing
        for line in (x for x in proof.roles if x.checkpoint_id == whole.checkpoint_id):
            asking = [p for p in posts if LEADER in p.requires]
            able = {p.id: present_by_minute(roster, p, first, minutes, role=True) for p in asking}
            expected = [
                (sum(required[p.id][n] for p in asking), sum(able[p.id][n] for p in asking)) for n in range(minutes)
            ]
            assert told_by_minute(line) == expected


def test_a_full_week_is_proved() -> None:
    team = town(people(2), [post(headcount=2)])
    made = plan(team)
    proof = prove(held(made, {d.id: d.seat for d in made.duties}), team)
    assert proof.complete
    assert proof.checkpoints[0].covered_minutes == 10080


def test_the_completely_empty_case_is_the_loudest() -> None:
    team = town(people(2), [post()])
    proof = prove(held(plan(team), {}), team)
    assert proof.gap_minutes == proof.checkpoints[0].required_minutes == 7 * 1440
    assert len(proof.checkpoints[0].gaps) == 1


def test_a_duty_that_was_never_planned_is_a_gap_too() -> None:
    team = town(people(1), [post()])
    made = plan(team)
    roster = held(made, {d.id: 1 for d in made.duties})
    asks_more = replace(team, posts=(post(headcount=2),))
    assert prove(roster, asks_more).gap_minutes == 7 * 1440


def test_back_to_back_shifts_and_closed_hours_raise_no_alarm() -> None:
    team = town(people(1), [post(windows=(DemandWindow(0, 300, 0),))])
    made = plan(team)
    line = prove(held(made, {d.id: 1 for d in made.duties}), team).checkpoints[0]
    assert (line.gaps, line.over_cover) == ((), ())
    assert line.required_minutes == 7 * (1440 - 300)


def test_one_vacant_night_is_named_with_its_minutes() -> None:
    team = town(people(2), [post(headcount=2)])
    made = plan(team)
    vacant = duty_at(made, date(2020, 4, 8), 0, seat=2)
    line = prove(held(made, {d.id: d.seat for d in made.duties if d.id != vacant}), team).checkpoints[0]
    (gap,) = line.gaps
    assert (gap.span.start, gap.span.minutes, gap.missing) == (datetime(2020, 4, 8), 480, 1)
    assert line.single_cover == (gap,)


def test_surplus_at_one_post_hides_no_gap_at_another() -> None:
    team = town(people(2), [post(1), post(2)])
    made = plan(team)
    roster = held(made, {d.id: 1 for d in made.duties if d.post_id == 1})
    twice = replace(roster.stints[0], volunteer_id=VolunteerId(2))
    proof = prove(replace(roster, earlier=(twice,)), team)
    assert proof.checkpoints[0].gap_minutes == 7 * 1440
    assert proof.posts[0].over_cover


def test_an_unqualified_holder_is_no_cover_in_the_role() -> None:
    team = town(people(2, leaders=1), [post(requires=frozenset({LEADER}))])
    made = plan(team)
    proof = prove(held(made, {d.id: 2 for d in made.duties}), team)
    assert proof.checkpoints[0].gap_minutes == 0
    assert proof.roles[0].gap_minutes == 7 * 1440
    assert not proof.complete


def test_a_day_that_begins_at_half_past_six_has_no_false_gap_at_its_edges() -> None:
    team = town(people(1), [post()], times=THREE_BY_EIGHT_FROM_0630)
    made = plan(team)
    assert prove(held(made, {d.id: 1 for d in made.duties}), team).complete


def test_demand_of_a_day_type_is_asked_on_those_days_only() -> None:
    busy = post(windows=(DemandWindow(0, 1440, 2, frozenset({DayType.REST_DAY})),))
    team = town(people(2), [busy])
    made = plan(team)
    line = prove(held(made, {d.id: 1 for d in made.duties if d.seat == 1}), team).checkpoints[0]
    assert line.gap_minutes == 2 * 1440
    assert line.headcount_range == (1, 2)


@given(rosters(), st.data())
def test_proving_anew_where_something_changed_is_proving_all_anew(
    case: tuple[Directory, Roster], data: st.DataObject
) -> None:
    directory, roster = case
    duty = data.draw(st.sampled_from(roster.plan.duties))
    who = data.draw(st.none() | st.sampled_from([v.id for v in directory.volunteers]))
    after = roster.with_changes({duty.id: None if who is None else Assignment(who)})
    here = frozenset({roster.plan.shift_of(duty.id).checkpoint_id})
    assert proved_again(prove(roster, directory), after, directory, here) == prove(after, directory)
