"""The cost of a roster: the sum of what the judge finds, and of old what the usual weights say."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_line import found, line, team_with
from rosters import rosters
from rule_sets import limits, ruled_rosters

from roster_app.domain.book import (
    ALL,
    AmountLimit,
    DutyClass,
    Measure,
    RestAfterRun,
    RunLimit,
    Succession,
    WholeWeekends,
    Window,
)
from roster_app.domain.fairness import Burden, BurdenKind
from roster_app.domain.ids import ShiftTypeId
from roster_app.domain.roster import Assignment, Roster, SeatLevel
from roster_app.domain.rules import CAUSE_OF, Cause, Judge
from roster_app.domain.team import Directory

_PATIENT = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@_PATIENT
@given(ruled_rosters())
def test_the_cost_is_the_sum_of_what_the_judge_finds(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    judge = Judge(roster.plan, directory)
    parts = judge.cost(roster)
    told = [v for v in (*judge.judge(roster), *judge.leanings(roster)) if not v.is_hard]
    wishes = sum(v.points or 0 for v in told)
    vacancies = sum(judge.cover.empty[d.id] for d in roster.vacancies)
    surplus = sum(judge.cover.filled[d] for d in roster.assignments if roster.plan.duty[d].level is SeatLevel.EXTRA)
    assert sum(parts.values()) == wishes + vacancies + surplus - judge.rewards(roster)
    assert set(parts) == {cause.value for cause in Cause}
    assert all(v.rule in CAUSE_OF for v in told)
    assert all((v.points or 0) >= 0 for v in told)


@_PATIENT
@given(ruled_rosters())
def test_around_everything_the_judge_finds_what_it_finds_as_a_whole(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    judge = Judge(roster.plan, directory)
    everybody = [*(v.id for v in directory.volunteers), *roster.lines]
    around = judge.around(roster, everybody, [d.id for d in roster.plan.duties])
    assert set(around) == set(judge.judge(roster)) - set(judge.of_shares(roster))
    assert len(around) + len(judge.of_shares(roster)) == len(judge.judge(roster))


@_PATIENT
@given(ruled_rosters(days=4), st.randoms(use_true_random=False))
def test_a_duty_that_nothing_speaks_against_adds_nothing_hard_to_the_line(
    case: tuple[Directory, Roster], chance: Random
) -> None:
    directory, roster = case
    judge = Judge(roster.plan, directory)
    duty, who = chance.choice(roster.plan.duties).id, chance.choice(directory.volunteers).id
    emptied = roster.with_changes({duty: None})
    taken = emptied.with_changes({duty: Assignment(who)})
    before = [v for v in judge.of_line(emptied, who) if v.is_hard]
    new = [v for v in judge.of_line(taken, who) if v.is_hard and not any(known.covers(v) for known in before)]
    told = [v for v in judge.why_not(roster, duty, who) if v.is_hard]
    assert set(new) <= set(told)


@given(rosters())
def test_with_the_usual_book_the_cost_is_what_the_usual_weights_say(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    judge = Judge(roster.plan, directory)
    carried = judge.burdens(roster)
    weights = {"minutes": 1, "nights": 480, "weekends": 300, "holidays": 480}
    expected = sum(10_000 + 10 * duty.span.minutes for duty in roster.vacancies)
    for who, share in judge.shares.items():
        for kind in BurdenKind:
            outside = share.band(kind).outside(carried.get(who, Burden()).amount(kind))
            expected += weights[kind.value] * outside
    assert sum(judge.cost(roster).values()) == expected


words = st.text("EMN··", min_size=1, max_size=17)


@given(words, limits, st.sampled_from([Measure.DAYS, Measure.DUTIES]), st.sampled_from(Window), st.integers(0, 6))
def test_amounts_by_another_way(
    word: str, ends: tuple[int | None, int | None], measure: Measure, window: Window, begins: int
) -> None:
    first = date(2020, 4, 6) + timedelta(days=begins)
    team = team_with(AmountLimit(measure, window, *ends, points=1))
    told = sum(v.points or 0 for v in found(team, line(team, word, first)))
    assert told == sum(_missed(count, whole, ends) for count, whole in _windows(word, window, first))


def _windows(word: str, window: Window, first: date) -> list[tuple[int, bool]]:
    """How many days are stood in each window, and whether it lies wholly in the period."""
    stood = [letter != "·" for letter in word]
    if window is Window.PERIOD:
        return [(sum(stood), True)]
    if window is Window.DAY:
        return [(int(one), True) for one in stood]
    if window is Window.SEVEN_DAYS:
        return [(sum(stood[max(0, n - 6) : n + 1]), n >= 6) for n in range(len(word))]
    weeks: dict[int, list[bool]] = {}
    for n, one in enumerate(stood):
        weeks.setdefault(_week(first, n), []).append(one)
    return [(sum(days), len(days) == 7) for days in weeks.values()]


def _week(first: date, n: int) -> int:
    year, week, _ = (first + timedelta(days=n)).isocalendar()
    return year * 100 + week


def _missed(count: int, whole: bool, ends: tuple[int | None, int | None]) -> int:
    least, most = ends
    if most is not None and count > most:
        return count - most
    return least - count if least is not None and whole and count < least else 0


@given(words, limits, st.booleans())
def test_runs_by_another_way(word: str, ends: tuple[int | None, int | None], off: bool) -> None:
    team = team_with(RunLimit(*ends, off=off, points=1))
    told = sum(v.points or 0 for v in found(team, line(team, word)))
    asked = "".join("x" if (letter == "·") == off else " " for letter in word)
    expected = 0
    for n, run in _pieces(asked):
        inside = n > 0 and n + len(run) < len(word)
        expected += _missed(len(run), inside, ends)
    assert told == expected


def _pieces(asked: str) -> list[tuple[int, str]]:
    """The unbroken runs of x, with where they begin."""
    pieces = []
    for n, letter in enumerate(asked):
        if letter == "x" and (n == 0 or asked[n - 1] != "x"):
            pieces.append((n, asked[n:].split(" ")[0]))
    return pieces


@given(words, st.text("EMN", min_size=1, max_size=2), st.text("EMN", min_size=1, max_size=2))
def test_successions_by_another_way(word: str, before: str, after: str) -> None:
    team = team_with(Succession(_class(before), _class(after), points=1))
    told = len(found(team, line(team, word)))
    assert told == sum(a in before and b in after for a, b in pairwise(word))


@given(words, st.integers(1, 3), st.integers(0, 3), st.sampled_from(["N", "EMN", "EM"]))
def test_days_off_after_a_run_by_another_way(word: str, run: int, off: int, of: str) -> None:
    team = team_with(RestAfterRun(run, off, _class(of) if of != "EMN" else ALL, points=1))
    told = sum(v.points or 0 for v in found(team, line(team, word)))
    asked = "".join("x" if letter in of else " " for letter in word)
    expected = 0
    for n, piece in _pieces(asked):
        rest = word[n + len(piece) :]
        free = len(rest) - len(rest.lstrip("·"))
        if len(piece) >= run and free < len(rest):
            expected += max(0, off - free)
    assert told == expected


@given(words, st.integers(0, 6))
def test_whole_weekends_by_another_way(word: str, begins: int) -> None:
    first = date(2020, 4, 6) + timedelta(days=begins)
    team = team_with(WholeWeekends(points=1))
    told = len(found(team, line(team, word, first)))
    days = [first + timedelta(days=n) for n in range(len(word))]
    pairs = pairwise(zip(days, word, strict=True))
    assert told == sum(a.weekday() == 5 and (x == "·") != (y == "·") for (a, x), (_b, y) in pairs)


def _class(letters: str) -> DutyClass:
    return DutyClass(shift_types=frozenset(ShiftTypeId(1 + "EMN".index(letter)) for letter in letters))
