"""Two thousand steps of everything there is to do with a roster: grid, document and database agree after each of them,
and undoing all of them restores the first state to the byte."""

import itertools
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication
from roster_desk import NOW, ImmediateSearch, make_shell, open_desk

from roster_app.domain import edits, parts
from roster_app.domain.errors import DomainError
from roster_app.domain.parts import Edge
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE
from roster_app.gui.roster.page import RosterPage
from roster_app.services import Scope, open_services

duties = st.integers(0, 10_000)
people = st.integers(0, 13)
hours = st.integers(1, 7)
STEPS, RUNS = 100, 20


def rows(path: Path) -> list[tuple[object, ...]]:
    """The duties as they stand in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM duty ORDER BY id").fetchall()


class Desk(RuleBasedStateMachine):
    """One coordinator at the window, and at times a colleague at another desk."""

    def __init__(self, database: Path, appearance: object) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        here = Path(self.folder.name)
        shutil.copy(database / "roster.db", here / "roster.db")
        self.path = here / "roster.db"
        self.services = open_desk(here)
        self.colleague = open_services(f"sqlite:///{self.path}", "desk two", lambda: NOW)
        self.shell = make_shell(here, self.services, appearance, [])  # type: ignore[arg-type]
        self.search = ImmediateSearch()
        self.page = RosterPage(self.shell, lambda: self.search)
        self.page.resize(1084, 770)
        self.page.show()
        while not self.page.document.is_open:
            QCoreApplication.processEvents()
        self.document = self.page.document
        self.first = self.document.roster
        self.first_rows = rows(self.path)
        self.begun = self.document.history.undo
        self.was_disturbed = False

    def teardown(self) -> None:
        if not self.was_disturbed:
            for _step in itertools.count():
                if self.document.history.undo == self.begun:
                    break
                assert self.document.undo()
            now, then = self.document.roster.plan, self.first.plan
            assert (now.shifts, now.duties) == (then.shifts, then.duties)
            assert self.document.roster.assignments == self.first.assignments
            assert rows(self.path) == self.first_rows
        self.page.closing()
        self.page.close()
        self.page.deleteLater()
        self.shell.tasks.close()
        self.services.close()
        self.colleague.close()
        QCoreApplication.processEvents()
        self.folder.cleanup()

    # what the coordinator does

    @initialize(front=st.sampled_from([BY_PLACE, BY_PERSON, BY_DAY, BY_MONTH]))
    def look(self, front: str) -> None:
        self.page.arrangements.bring(front)

    @rule(front=st.sampled_from([BY_PLACE, BY_PERSON, BY_DAY, BY_MONTH]), n=duties)
    def go(self, front: str, n: int) -> None:
        self.page.arrangements.bring(front)
        self.page.arrangements.go_to_duty(self._duty(n))

    @rule(n=duties, who=people)
    def assign(self, n: int, who: int) -> None:
        self.page.editing.assign([self._duty(n)], self._person(who))

    @rule(n=duties, more=st.integers(1, 5))
    def clear(self, n: int, more: int) -> None:
        self.page.editing.clear([self._duty(n + k) for k in range(more)])

    @rule(n=duties, other=duties)
    def swap_or_move(self, n: int, other: int) -> None:
        self.page.editing.swap(self._duty(n), self._duty(other))

    @rule(n=duties)
    def lock(self, n: int) -> None:
        self.page.editing.toggle_lock([self._duty(n)])

    @rule(n=duties, hour=hours)
    def cut(self, n: int, hour: int) -> None:
        duty_id = self._duty(n)
        moment = self.document.roster.plan.duty[duty_id].span.start + timedelta(hours=hour)
        self.document.carry_out(lambda roster: parts.cut(roster, duty_id, moment))

    @rule(n=duties)
    def join(self, n: int) -> None:
        self.page.editing.join(self._duty(n))

    @rule(n=duties, edge=st.sampled_from(Edge), hour=st.integers(-5, 5))
    def stretch(self, n: int, edge: Edge, hour: int) -> None:
        span = self.document.roster.plan.duty[self._duty(n)].span
        self.page.editing.stretch(
            self._duty(n), edge, (span.end if edge is Edge.END else span.start) + timedelta(hours=hour)
        )

    @rule(n=duties, who=people, hour=st.integers(-1, 7))
    def take_over(self, n: int, who: int, hour: int) -> None:
        duty_id = self._duty(n)
        now = self.document.roster.plan.duty[duty_id].span.start + timedelta(hours=hour)
        self.document.carry_out(lambda roster: parts.take_over(roster, duty_id, self._person(who), now))

    @rule(accept=st.booleans())
    def generate(self, accept: bool) -> None:
        planned = frozenset(d.id for d in self.document.roster.vacancies)
        opened = self.document.opened
        proposal = self.search.run(opened, Scope(duties=planned), 1, lambda _report: None)
        try:
            self.document.preview(proposal)
        except DomainError:
            return
        if accept:
            self.document.accept()
        else:
            self.document.discard()

    @rule()
    def undo(self) -> None:
        if self.document.history.undo != self.begun:
            self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @rule()
    def publish(self) -> None:
        self.services.rostering.publish(self.document.opened.period.id)
        self.document.reload()

    @precondition(lambda self: self.was_disturbed or self.page.document.history.undo != self.begun)
    @rule(n=duties, who=people, mine=people)
    def a_colleague_is_faster(self, n: int, who: int, mine: int) -> None:
        """The own edit of the same duty is refused, and what the colleague did is shown."""
        duty_id, period_id = self._duty(n), self.document.opened.period.id
        roster = self.colleague.rostering.open(period_id).roster
        if duty_id not in roster.plan.duty:
            return
        try:
            edit = edits.assign(roster, duty_id, self._person(who))
        except DomainError:
            return
        self.was_disturbed = True
        self.colleague.rostering.apply_edit(period_id, edit)
        stored = self.page.editing.assign([duty_id], self._person(mine))
        assert not stored
        self.document.reload()

    # what must hold

    @invariant()
    def everything_agrees(self) -> None:
        QCoreApplication.processEvents()
        roster, names = self.document.roster, self.document.opened.directory.name
        stored = self.services.rostering.open(self.document.opened.period.id).roster
        assert (stored.plan, stored.assignments) == (roster.plan, roster.assignments)
        told = {d: (names[a.volunteer_id], a.locked) for d, a in roster.assignments.items()}
        assert self._in_places() == told
        assert self._in_people() == told
        assert all(told.get(d, ("", False)) == seen for d, seen in self._in_lanes().items())

    def _in_places(self) -> dict[int, tuple[str, bool]]:
        model = self.page.arrangements.places_model
        looks = [model.look(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
        return {look.duty_id: (look.name, look.locked) for look in looks if look is not None and look.name}

    def _in_people(self) -> dict[int, tuple[str, bool]]:
        model = self.page.arrangements.people_model
        cells = [(r, model.cell(r, c)) for r in range(model.rowCount()) for c in range(len(model.days))]
        return {seat.duty_id: (model.name(row), seat.locked) for row, cell in cells for seat in cell.seats}

    def _in_lanes(self) -> dict[int, tuple[str, bool]]:
        model = self.page.arrangements.lanes_model
        looks = [model.look(row, column) for row in range(model.rowCount()) for column in range(len(model.bars(row)))]
        return {look.seat.duty_id: (look.seat.name, look.seat.locked) for look in looks if look is not None}

    def _duty(self, n: int):  # type: ignore[no-untyped-def]
        known = self.document.roster.plan.duties
        return known[n % len(known)].id

    def _person(self, n: int):  # type: ignore[no-untyped-def]
        known = self.document.opened.directory.volunteers
        return known[n % len(known)].id


def test_two_thousand_steps(qapp, databases, appearance):  # type: ignore[no-untyped-def]
    run_state_machine_as_test(
        lambda: Desk(databases["week"], appearance),
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
