"""The door to the kernel: what Python writes down is what C reads, and one line is priced as a draft prices it."""

import ctypes
import threading
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest
from any_problem import any_problem
from filling import filled
from small_teams import MONDAY, people, plan, post, stint, town
from solving import problem_of

from roster_app.domain.fairness import Ledger
from roster_app.domain.places import WHOLE_DAY
from roster_app.domain.roster import Roster
from roster_app.engine import form as form_module
from roster_app.engine.draft import Draft, Parts, Room, fixed_lines
from roster_app.engine.form import HARD, LACK, NEVER, UNLIMITED, Form
from roster_app.engine.native import library, line_cost
from roster_app.engine.problem import build

KERNEL = Path(form_module.__file__).parent / "kernel"


@pytest.fixture
def gate() -> Form:
    """Three people at one gate for a week."""
    return problem_of(town(people(3), [post()]), 7).form


def test_the_form_is_as_large_in_c_as_in_python(gate: Form) -> None:
    assert ctypes.sizeof(type(gate.struct)) == library().form_size()


def test_the_fields_of_the_form_stand_in_the_same_order_in_c() -> None:
    header = (KERNEL / "form.h").read_text(encoding="utf-8")
    places = [_first_mention(header, field.name) for field in fields(Form)]
    assert places == sorted(places)


def _first_mention(header: str, name: str) -> int:
    """Where a field is declared: after `i32` or a comma, before a comma or a semicolon."""
    for end in (",", ";"):
        for begin in (f" {name}{end}", f"*{name}{end}"):
            if (at := header.find(begin, header.index("typedef struct {\n    i32 people"))) >= 0:
                return at
    raise AssertionError(f"{name} is not in form.h")


@pytest.mark.parametrize(("name", "value"), [("HARD", HARD), ("NEVER", NEVER), ("UNLIMITED", UNLIMITED)])
def test_numbers_that_both_know_are_the_same(name: str, value: int) -> None:
    header = (KERNEL / "form.h").read_text(encoding="utf-8").split()
    assert int(header[header.index(name) + 1]) == value


def test_a_form_longer_than_the_kernel_holds_is_refused() -> None:
    team = town(people(1), [post()], WHOLE_DAY)
    long_ago = (stint(1, MONDAY - timedelta(days=511), 0, 60, 900),)
    problem = build(replace(Roster(plan(team, 1)), earlier=long_ago), team, Ledger())
    assert problem.form.days == 512
    longer = build(replace(Roster(plan(team, 2)), earlier=long_ago), team, Ledger())
    with pytest.raises(ValueError, match="more than the kernel holds"):
        _ = longer.form


def test_too_little_weighs_a_part_of_what_is_hard() -> None:
    assert "#define LACK (HARD / 20)" in (KERNEL / "form.h").read_text(encoding="utf-8")
    assert LACK == HARD // 20


def test_a_form_can_be_freed_before_its_draft_is(gate: Form) -> None:
    drafts = [Draft(problem_of(town(people(3), [post()]), 7).form) for _ in range(20)]
    assert {draft.recount() for draft in drafts} == {Draft(gate).cost}


def test_one_line_costs_what_the_draft_counts_for_it() -> None:
    for number in range(40):
        form = any_problem(number).form
        if form.crews or not form.people:
            continue
        lines = filled(form, Random(number), 0.4)
        costs = [line_cost(form, person, lines[person]) for person in range(form.people)]
        empty = Draft(form, np.full_like(lines, -1)).cost - sum(_idle(form, p) for p in range(form.people))
        held = np.bincount(lines[lines >= 0], minlength=form.needs)
        assert Draft(form, lines).cost == sum(cost for cost, _ in costs) + empty + _cover_gained(form, held)
        assert Draft(form, lines).soft_and_hard()[1] == sum(hard for _, hard in costs)


def _idle(form: Form, person: int) -> int:
    return line_cost(form, person, np.full(form.slots, -1, np.int32))[0]


def _cover_gained(form: Form, held: np.ndarray) -> int:
    """What so many people at each need save of the cost of leaving all empty."""
    least, wanted = form.need_least.astype(int), form.need_wanted.astype(int)
    needed, welcome = np.minimum(held, least), np.clip(held - least, 0, wanted - least)
    surplus = np.maximum(0, held - wanted)
    return int((form.need_over * surplus - form.need_short * needed - form.need_below * welcome).sum())


def test_parts_are_told_apart(gate: Form) -> None:
    lines = fixed_lines(gate)
    assert Draft(gate, lines).parts() == Parts(Draft(gate).cost, 0, 0, 0)


def test_rooms_of_one_seed_throw_the_same_dice(gate: Form) -> None:
    everyone, found = np.arange(3, dtype=np.int32), []
    for seed in (5, 5, 6):
        draft, room = Draft(gate), Room(gate, seed)
        draft.anneal(room, everyone, 3_000, 100.0, elastic=True)
        found.append(draft.lines().tolist())
    assert found[0] == found[1] != found[2]


def test_the_kernel_runs_while_others_do(gate: Form) -> None:
    """Calls release the interpreter's lock: a thread that only counts is not kept waiting."""
    draft, room, ended, counted = Draft(gate), Room(gate, 0), threading.Event(), 0
    everyone = np.arange(3, dtype=np.int32)

    def anneal() -> None:
        draft.anneal(room, everyone, 3_000_000, 100.0, elastic=True)
        ended.set()

    thread = threading.Thread(target=anneal)
    thread.start()
    while not ended.wait(0.001):
        counted += 1
    thread.join()
    assert counted > 3
