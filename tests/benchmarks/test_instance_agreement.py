"""An instance loaded into the application means the same there: both judges agree on rosters.

For each person (and each crew) both say whether anything is broken, and both say the same cost, on random rosters of
tiny and of real instances. Rosters are made so that some lines keep every rule and some do not.
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_instances import LINKED, PUBLISHED, duty, line, seated_lines, seated_rows

from benchmarks.engine import duty_judge, load_duty, load_published, peer_published, published_judge
from benchmarks.engine.duty import DutyInstance, Row, parse, read
from benchmarks.engine.instances import Case
from benchmarks.engine.invented import invented
from benchmarks.engine.published import BadInstance, Person, Published
from benchmarks.engine.published import parse as parse_published
from benchmarks.engine.published import read as read_published
from benchmarks.engine.subject import PublishedSubject
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge

TINY = parse_published(PUBLISHED)
TINY_CASE = load_published.load(TINY)
TINY_DUTY = parse(duty(**LINKED))
TINY_DUTY_CASE = load_duty.load(TINY_DUTY)
CREW_RULES = {"keep apart", "more new than experienced"}


def blamed(case: Case, roster: Roster) -> set[object]:
    """The people, and the crews (day, shift type, checkpoint), of whom the application says that a rule is broken."""
    directory, days = case.directory, case.roster.period.days
    found: set[object] = set()
    for violation in Judge(roster.plan, directory).hard(roster):
        if violation.shift_id is None:
            assert violation.volunteer_id is not None
            found.add(directory.volunteer[violation.volunteer_id].name)
        else:
            shift = roster.plan.shift[violation.shift_id]
            kind, place = directory.shift_type[shift.shift_type_id].name, directory.checkpoint[shift.checkpoint_id].name
            found.add((days.index(shift.day), kind, place))
    return found


def cost(case: Case, roster: Roster) -> int:
    """The application's cost in the instance's own points."""
    return sum(Judge(roster.plan, case.directory).cost(roster).values()) + case.offset


def assert_agreed_on_lines(instance: Published, case: Case, lines: dict[str, list[str]]) -> set[object]:
    held, roster = seated_lines(case, lines)
    judgement = published_judge.judge(instance, held)
    theirs = {found.person for found in judgement.broken}

    assert blamed(case, roster) == theirs
    assert cost(case, roster) == judgement.cost
    assert case.answer({duty_id: held_by.volunteer_id for duty_id, held_by in roster.assignments.items()}) == held
    return set(theirs)


def assert_agreed_on_rows(instance: DutyInstance, case: Case, rows: list[Row]) -> set[object]:
    roster = seated_rows(case, rows)
    judgement = duty_judge.judge(instance, rows)
    theirs: set[object] = {where[1:4] if where[0] in CREW_RULES else where[1] for where in judgement.broken}

    assert blamed(case, roster) == theirs
    if "no nights" not in {where[0] for where in judgement.broken}:  # their forbidden nights are a share's here only
        assert cost(case, roster) == judgement.cost
    holders = {duty_id: held_by.volunteer_id for duty_id, held_by in roster.assignments.items()}
    assert sorted(case.answer(holders)) == sorted(rows)
    return theirs


def likely_line(dice: Random, instance: Published, person: Person) -> list[str]:
    """A line that has a fair chance to keep the person's rules: about the right amount, in runs, mostly forward."""
    able = [k for k in instance.kinds if person.max_shifts.get(k.id, instance.days) > 0]
    most = min(instance.days, (person.max_minutes + person.min_minutes) // 2 // 480)
    off = instance.days_off.get(person.id, frozenset())
    written: list[str] = [""] * dice.randint(0, 3)
    while len(written) < instance.days:
        kind = dice.choice(able).id
        run = dice.randint(person.min_work_run, person.max_work_run)
        if sum(map(bool, written)) + run <= most and not off & set(range(len(written), len(written) + run)):
            written += [kind] * run
        written += [""] * dice.randint(person.min_free_run, person.min_free_run + 2)
    if dice.random() < 0.3:
        written[dice.randrange(instance.days)] = dice.choice(["", dice.choice(able).id])
    return written[: instance.days]


def likely_rows(dice: Random, instance: DutyInstance, chance: float) -> list[Row]:
    """Seats mostly held by people who are qualified, there and rested; nobody twice in one shift."""
    rows: list[Row] = []
    everybody = [person.id for person in instance.people]
    last = dict.fromkeys(everybody, -10_000)
    for day in range(instance.days):
        for kind in instance.kinds:
            for post in instance.posts:
                fit = [
                    person.id
                    for person in instance.people
                    if (post.requires <= person.qualifications and day not in person.unavailable)
                    and not (kind.night and person.no_nights)
                    and day * 1440 + kind.start - last[person.id] >= max(720, instance.rules.min_rest)
                ]
                for _ in range(post.seats):
                    who = dice.choice(fit if fit and dice.random() < 0.98 else everybody)
                    if dice.random() < chance and last[who] != day * 1440 + kind.end:
                        last[who] = day * 1440 + kind.end
                        rows.append((who, day, kind.id, post.checkpoint, post.id))
    return rows


@given(st.tuples(*(st.text(alphabet="DDN....", min_size=14, max_size=14) for _ in range(3))))
def test_any_lines_of_the_tiny_published_instance(written: tuple[str, str, str]) -> None:
    assert_agreed_on_lines(TINY, TINY_CASE, dict(zip("ABC", map(line, written), strict=True)))


@given(st.integers(0, 2**32))
def test_likely_lines_of_the_tiny_published_instance(seed: int) -> None:
    dice = Random(seed)
    assert_agreed_on_lines(TINY, TINY_CASE, {person.id: likely_line(dice, TINY, person) for person in TINY.people})


@given(st.integers(0, 2**32), st.sampled_from([0.1, 0.4, 1.0]))
def test_any_rows_of_the_tiny_duty_instance(seed: int, chance: float) -> None:
    assert_agreed_on_rows(TINY_DUTY, TINY_DUTY_CASE, likely_rows(Random(seed), TINY_DUTY, chance))


@given(st.integers(0, 2**32), st.booleans())
def test_random_small_duty_instances(seed: int, is_linked: bool) -> None:
    dice = Random(seed)
    told = duty(**(LINKED if is_linked else {}))
    told["rules"] |= {"min_rest_minutes": dice.choice((0, 480, 660, 1000)), "max_consecutive_days": dice.randint(1, 5)}
    told["rules"] |= {"max_consecutive_nights": dice.randint(1, 3), "max_shifts_a_week": dice.randint(2, 6)}
    for person in told["volunteers"]:
        person |= {"unavailable_days": dice.sample(range(8), dice.randint(0, 4)), "no_nights": dice.random() < 0.4}
    instance = parse(told)
    assert_agreed_on_rows(instance, load_duty.load(instance), likely_rows(dice, instance, dice.choice((0.3, 0.9))))


@given(st.integers(0, 2**32))
def test_random_small_published_instances(seed: int) -> None:
    dice = Random(seed)
    instance = parse_published(invented(people=dice.randint(2, 6), days=14, kinds=dice.randint(1, 4), seed=seed))
    lines = {person.id: likely_line(dice, instance, person) for person in instance.people}
    assert_agreed_on_lines(instance, load_published.load(instance), lines)


def test_real_published_instances(published_folder: Path) -> None:
    for path in published_folder.glob("*.txt"):
        instance = read_published(path)
        case = load_published.load(instance)
        for seed in range(2):
            dice = Random(seed)
            lines = {person.id: likely_line(dice, instance, person) for person in instance.people}
            wrong = assert_agreed_on_lines(instance, case, lines)

            assert len(wrong) > 0, path.name


@pytest.mark.parametrize("name", ["team60", "team60-linked", "team45-tight", "team40-unequal", "street300"])
def test_real_duty_instances(duty_folder: Path, name: str) -> None:
    instance = read(duty_folder / f"{name}.json")
    case, people = load_duty.load(instance), {person.id for person in instance.people}
    wrong = [
        len(people & assert_agreed_on_rows(instance, case, likely_rows(Random(seed), instance, chance)))
        for seed, chance in enumerate((0.2, 0.5, 0.9))
    ]

    assert wrong[0] < len(people)
    assert wrong[-1] > 0


def test_both_judges_let_good_lines_pass() -> None:
    """The random lines above are no vacuous question: many of them keep every rule, and both judges say so."""
    right = sum(
        len(TINY.people) - len(assert_agreed_on_lines(TINY, TINY_CASE, lines)) for lines in islice(_many_lines(), 60)
    )

    assert 20 < right < 160


def _many_lines() -> Iterable[dict[str, list[str]]]:
    dice = Random(7)
    while True:
        yield {person.id: likely_line(dice, TINY, person) for person in TINY.people}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": "2020-04-07"}, "no Monday"),
        ({"shift_types": [{"id": "A", "start": 0, "end": 480}, {"id": "N", "start": 1440, "end": 1920}]}, "24 hours"),
        (
            {"shift_types": [{"id": "A", "start": 0, "end": 1000}, {"id": "N", "start": 500, "end": 980}]},
            "'A' lies in the night",
        ),
    ],
)
def test_hours_that_cannot_be_told_are_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(BadInstance, match=said):
        load_duty.load(parse(duty() | change))


def test_the_optimum_of_a_peer_is_feasible_here_at_the_same_cost(published_folder: Path) -> None:
    """607 is the published optimum of the first instance."""
    subject = PublishedSubject(published_folder / "Instance1.txt")
    lines = peer_published.solve(subject, 30, seed=1).roster
    held, roster = seated_lines(load_published.load(subject.instance), lines)
    case = load_published.load(subject.instance)

    assert held == lines
    assert blamed(case, roster) == set()
    assert cost(case, roster) == 607
