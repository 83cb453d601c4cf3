"""What a duty would newly break is asked of a part of each line only, and comes to what judging whole lines does."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_line import ANN, EARLY, NIGHT, line, team_with
from plain_candidates import Plain
from rule_sets import classes, few, line_entries, points, ruled_rosters
from test_lines_carried_over import shuffled

from invented_team import filled_roster, team
from roster_app.domain.book import (
    AmountLimit,
    Continuity,
    DutyClass,
    Entry,
    HomeArea,
    Measure,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    WeeklyRest,
    WholeWeekends,
    Window,
)
from roster_app.domain.candidates import candidates
from roster_app.domain.edits import apply
from roster_app.domain.parts import cut
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
from roster_app.domain.team import Directory

far_reaching = st.one_of(
    line_entries,
    st.builds(MinRest, st.sampled_from([60, 2000, 4 * 1440, 9000]), classes, points=points),
    st.builds(RestAfterRun, st.integers(1, 4), st.integers(0, 9), classes, points=points),
    st.builds(HomeArea, points=points),
    st.builds(Continuity, points=points),
)


@st.composite
def long_rosters(draw: st.DrawFn) -> tuple[Directory, Roster]:
    """Up to four weeks by a random book, with some duties cut in time."""
    directory, roster = draw(ruled_rosters(days=28))
    more = tuple(draw(st.lists(far_reaching, max_size=4)))
    rules = replace(directory.rules, entries=(*directory.rules.entries, *more))
    ids = count(50_000)
    for _cut in range(draw(few)):
        duties = [d for d in roster.plan.duties if d.span.minutes > 60]
        if duties:
            duty = draw(st.sampled_from(duties))
            moment = duty.span.start + timedelta(minutes=draw(st.integers(1, duty.span.minutes - 1)))
            roster = apply(roster, cut(roster, duty.id, moment, lambda: next(ids)))
    return replace(directory, rules=rules), roster


@settings(max_examples=60, deadline=None)
@given(long_rosters(), st.data())
def test_a_part_of_each_line_tells_all_that_whole_lines_tell(made: tuple[Directory, Roster], data: st.DataObject):
    directory, roster = made
    judge = Judge(roster.plan, directory)
    for duty in data.draw(st.lists(st.sampled_from(roster.plan.duties), max_size=6)) if roster.plan.duties else ():
        assert list(candidates(roster, judge, duty.id)) == Plain(roster, judge, duty.id).candidates()


_FAR = (
    MinRest(9000),
    WeeklyRest(5000),
    RestAfterRun(2, 6),
    RunLimit(most=2),
    Succession(DutyClass(shift_types=frozenset({NIGHT})), DutyClass(shift_types=frozenset({EARLY}))),
    WholeWeekends(),
    AmountLimit(Measure.MINUTES, Window.WEEK, most=960),
    AmountLimit(Measure.DUTIES, Window.DAY, most=1),
    AmountLimit(Measure.DUTIES, Window.PERIOD, most=8),
    AmountLimit(Measure.DAYS, Window.SEVEN_DAYS, most=3),
)


@pytest.mark.parametrize("entry", _FAR, ids=lambda entry: type(entry).__name__)
@pytest.mark.parametrize("word", ["EE···M····NN·E···ENN··", "N·····EE······M·····EE", "·EEE·····N··MM····N·E·"])
def test_a_rule_sees_as_far_as_it_reaches(entry: Entry, word: str):
    directory = team_with(entry)
    roster = line(directory, word, before="E···MM")
    judge = Judge(roster.plan, directory)
    for duty in roster.plan.duties:
        assert list(judge.why_not(roster, duty.id, ANN)) == Plain(roster, judge, duty.id).against(ANN)


@pytest.mark.parametrize("seed", range(4))
def test_in_a_team_as_they_are_too(seed: int):
    directory = team(people=30, checkpoints=2)
    roster = shuffled(filled_roster(directory), seed)
    judge = Judge(roster.plan, directory)
    for duty in roster.plan.duties[seed::40]:
        assert list(candidates(roster, judge, duty.id)) == Plain(roster, judge, duty.id).candidates()
