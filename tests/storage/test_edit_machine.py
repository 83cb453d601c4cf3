"""Two coordinators edit, undo and redo at random: the database agrees with a plain model of what undo means."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from teams import NOON, small_team, with_roster

from roster_app.domain import parts
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.domain.timespan import Span
from roster_app.storage import Database

AUTHORS = ("李", "王")
SEATS = range(4)
VOLUNTEERS = [volunteer.id for volunteer in small_team().volunteers[:3]]

authors = st.sampled_from(AUTHORS)
holders = st.none() | st.builds(
    Assignment, st.sampled_from(VOLUNTEERS), st.sampled_from([Origin.HAND, Origin.PROPOSAL]), st.booleans()
)
wishes = st.dictionaries(st.sampled_from(SEATS), holders, min_size=1)


@dataclass
class Stacks:
    """One author's steps, the next one last."""

    done: list[RosterEdit] = field(default_factory=list)
    undone: list[RosterEdit] = field(default_factory=list)


class Desk(RuleBasedStateMachine):
    """The model: who holds what, and two stacks an author."""

    def __init__(self) -> None:
        super().__init__()
        self.database = Database.open("sqlite://")
        self.roster = with_roster(self.database, last=date(2020, 4, 1))
        self.seats = [duty.id for duty in self.roster.plan.duties]
        self.plan = self.roster.plan
        self.held: dict[int, Assignment] = {}
        self.stacks = {author: Stacks() for author in AUTHORS}

    def teardown(self) -> None:
        self.database.close()

    @rule(author=authors, wanted=wishes)
    def edit(self, author: str, wanted: dict[int, Assignment | None]) -> None:
        """An edit that knows what is held."""
        edit = self._edit(wanted, self.held)
        if any(c.duty_id not in self.plan.duty for c in edit.changes):
            return
        assert self._asked(lambda rosters: rosters.apply(1, edit, author=author, at=NOON)) is None
        self._hold(edit)
        self.stacks[author].done.append(edit)
        self.stacks[author].undone.clear()

    @rule(author=authors, wanted=wishes, believed=holders)
    def edit_with_a_wrong_belief(
        self, author: str, wanted: dict[int, Assignment | None], believed: Assignment | None
    ) -> None:
        """An edit that takes one seat to be held as it may or may not be."""
        seat = self.seats[min(wanted)]
        edit = self._edit(wanted, {**self.held, seat: believed})
        if self.held.get(seat) == believed:
            return
        assert self._asked(lambda rosters: rosters.apply(1, edit, author=author, at=NOON)) is ErrorCode.STALE_EDIT

    @rule(
        author=authors,
        seat=st.sampled_from(SEATS),
        quarter=st.integers(1, 3),
        who=st.none() | st.sampled_from(VOLUNTEERS),
    )
    def give_a_part(self, author: str, seat: int, quarter: int, who: int | None) -> None:
        """A seat cut in time, or its parts joined by what is given."""
        roster = Roster(self.plan, self.held)
        first = self.plan.parts(self.roster.plan.duty[self.seats[seat]])[0]
        moment = first.span.start + timedelta(minutes=first.span.minutes * quarter // 4)
        edit = self._given(roster, first.id, Span(moment, first.span.end), who)
        if edit is None:
            return
        assert self._asked(lambda rosters: rosters.apply(1, edit, author=author, at=NOON)) is None
        self._hold(edit)
        self.stacks[author].done.append(edit)
        self.stacks[author].undone.clear()

    @rule(author=authors)
    def undo(self, author: str) -> None:
        """Back by one."""
        stacks = self.stacks[author]
        answer = self._asked(lambda rosters: rosters.undo(1, author=author, at=NOON))
        assert answer is self._turn(stacks.done, stacks.undone, ErrorCode.NOTHING_TO_UNDO)

    @rule(author=authors)
    def redo(self, author: str) -> None:
        """Forward by one."""
        stacks = self.stacks[author]
        answer = self._asked(lambda rosters: rosters.redo(1, author=author, at=NOON))
        assert answer is self._turn(stacks.undone, stacks.done, ErrorCode.NOTHING_TO_REDO)

    @invariant()
    def database_and_model_agree(self) -> None:
        """On who holds what, and on what everybody's next steps are."""
        with self.database.reading() as work:
            roster = work.rosters.load(1)
            assert roster.plan == self.plan
            assert roster.assignments == self.held
            for author, stacks in self.stacks.items():
                history = work.rosters.history(1, author)
                assert (history.undo and history.undo.edit) == (stacks.done[-1] if stacks.done else None)
                assert (history.redo and history.redo.edit) == (stacks.undone[-1] if stacks.undone else None)

    def _edit(self, wanted: dict[int, Assignment | None], held: dict[int, Assignment | None]) -> RosterEdit:
        changes = [
            AssignmentChange(self.seats[n], held.get(self.seats[n]), after) for n, after in sorted(wanted.items())
        ]
        return RosterEdit(EditKind.ASSIGN, tuple(changes))

    @staticmethod
    def _given(roster: Roster, duty_id: int, span: Span, who: int | None) -> RosterEdit | None:
        try:
            return parts.give(roster, duty_id, span, who)
        except DomainError:
            return None

    def _asked(self, question) -> ErrorCode | None:
        try:
            with self.database.work() as work:
                question(work.rosters)
        except DomainError as error:
            return error.code
        return None

    def _hold(self, edit: RosterEdit) -> None:
        if edit.seats:
            self.plan = self.plan.with_seats({s.duty_id: s.after for s in edit.seats})
        for change in edit.changes:
            if change.after is None:
                self.held.pop(change.duty_id, None)
            else:
                self.held[change.duty_id] = change.after

    def _turn(self, taken: list[RosterEdit], put: list[RosterEdit], none_left: ErrorCode) -> ErrorCode | None:
        """Take the last step back; a step whose duties have changed since is lost."""
        if not taken:
            return none_left
        back = taken.pop().inverse()
        planned = {*self.plan.duty, *(s.duty_id for s in back.seats if s.before is None)}
        if any(c.duty_id not in planned or self.held.get(c.duty_id) != c.before for c in back.changes) or any(
            self.plan.duty.get(s.duty_id) != s.before for s in back.seats
        ):
            return ErrorCode.STALE_EDIT
        self._hold(back)
        put.append(back)
        return None


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=20, stateful_step_count=20)
