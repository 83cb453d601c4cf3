"""What is wrong with the open roster, kept up to date edit by edit: only what an edit touches is judged again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from roster_app.domain.acceptance import Acceptance, Acceptances
from roster_app.domain.edits import RosterEdit
from roster_app.domain.ids import DutyId, ShiftId, VolunteerId
from roster_app.domain.places import Post
from roster_app.domain.roster import DutyPlan, Roster
from roster_app.domain.rules import Judge, Rule, Violation
from roster_app.domain.team import Directory

K = TypeVar("K")

_RUNS = frozenset({Rule.CONSECUTIVE_DAYS, Rule.CONSECUTIVE_NIGHTS, Rule.NIGHTS_IN_PERIOD})
_SHARES = frozenset(
    {Rule.SHARE, Rule.SHARE_OF_HOURS, Rule.SHARE_OF_NIGHTS, Rule.SHARE_OF_WEEKENDS, Rule.SHARE_OF_HOLIDAYS}
)


class Findings:
    """All violations of one roster, by person, by shift and by the duty they are marked at.

    Judged whole once; after that `follow` costs what the edit touches. The shares concern everybody at every edit
    and are weighed apart (`weigh`), so that an edit is on the screen before they are.
    """

    def __init__(self, judge: Judge, roster: Roster, acceptances: Acceptances | None = None) -> None:
        self._judge = judge
        self._acceptances = acceptances or Acceptances()
        self._of_person: dict[VolunteerId, tuple[Violation, ...]] = {}
        self._of_shift: dict[ShiftId, tuple[Violation, ...]] = {}
        self._of_shares: tuple[Violation, ...] = ()
        self._marks: dict[DutyId, tuple[Violation, ...]] = {}
        self._judge_again(roster, roster.lines, (d.id for d in roster.plan.duties))
        self.weigh(roster)

    def follow(self, roster: Roster, edit: RosterEdit) -> frozenset[DutyId]:
        """Judge what the edit touches, in the roster after it; the duties whose marks are others now."""
        people = {a.volunteer_id for c in edit.changes for a in (c.before, c.after) if a is not None}
        return self._judge_again(roster, people, (c.duty_id for c in edit.changes))

    def weigh(self, roster: Roster) -> None:
        """Hold everybody's burden against the fair shares."""
        self._of_shares = self._judge.of_shares(roster)

    def at(self, duty_id: DutyId) -> tuple[Violation, ...]:
        """What is marked at one duty, the worst first."""
        return self._marks.get(duty_id, ())

    def is_hard_at(self, duty_id: DutyId) -> bool:
        """Whether something that must be mended is marked there."""
        return any(v.is_hard and self.acceptance(v) is None for v in self.at(duty_id))

    def acceptance(self, violation: Violation) -> Acceptance | None:
        """By whom and why it has been accepted; None where it must be mended or stays a wish."""
        return self._acceptances.of(violation)

    def accept(self, acceptances: Acceptances) -> None:
        """These are accepted from now on."""
        self._acceptances = acceptances

    @property
    def hard(self) -> tuple[Violation, ...]:
        """All that must be mended, in order of time."""
        found = (v for v in self._of_lines() if v.is_hard and self.acceptance(v) is None)
        return tuple(sorted(found, key=_when))

    @property
    def accepted(self) -> tuple[Violation, ...]:
        """All that somebody lives with, in order of time."""
        found = (v for v in (*self._of_lines(), *self._of_shares) if self.acceptance(v) is not None)
        return tuple(sorted(found, key=_when))

    @property
    def wishes(self) -> tuple[Violation, ...]:
        """All that is wished otherwise: times first, then shares, the widest miss first."""
        times = sorted((v for v in self._of_lines() if not v.is_hard), key=_when)
        shares = sorted(self._of_shares, key=lambda v: (v.rule, -abs(v.actual - v.limit)))
        return tuple(v for v in (*times, *shares) if self.acceptance(v) is None)

    @property
    def shares(self) -> tuple[Violation, ...]:
        """All burdens outside their fair band."""
        return self._of_shares

    @property
    def unmet(self) -> int:
        """How many wishes for times are not met."""
        return sum(not v.is_hard and self.acceptance(v) is None for v in self._of_lines())

    def marked_at(self, violation: Violation) -> tuple[DutyId, ...]:
        """Where a violation shows in the grid; a share shows at no duty."""
        return marked_duties(violation, self._judge.plan, self._judge.directory)

    def _of_lines(self) -> Iterator[Violation]:
        for found in (*self._of_person.values(), *self._of_shift.values()):
            yield from found

    def _judge_again(
        self, roster: Roster, people: Iterable[VolunteerId], duty_ids: Iterable[DutyId]
    ) -> frozenset[DutyId]:
        touched: set[DutyId] = set()
        for who in people:
            touched |= self._replace(self._of_person, who, self._judge.of_line(roster, who))
        for shift_id in dict.fromkeys(self._judge.plan.duty[d].shift_id for d in duty_ids):
            touched |= self._replace(self._of_shift, shift_id, self._judge.of_shift(roster, shift_id))
        return frozenset(touched)

    def _replace(self, found: dict[K, tuple[Violation, ...]], key: K, new: tuple[Violation, ...]) -> set[DutyId]:
        old = found.pop(key, ())
        if not old and not new:
            return set()
        if new:
            found[key] = new
        gone, come = set(old) - set(new), set(new) - set(old)
        touched: set[DutyId] = set()
        for violation in gone:
            for duty_id in self.marked_at(violation):
                self._marks[duty_id] = tuple(v for v in self._marks[duty_id] if v != violation)
                touched.add(duty_id)
        for violation in come:
            for duty_id in self.marked_at(violation):
                marks = (*self._marks.get(duty_id, ()), violation)
                self._marks[duty_id] = tuple(sorted(marks, key=lambda v: not v.is_hard))
                touched.add(duty_id)
        return touched


def marked_duties(violation: Violation, plan: DutyPlan, directory: Directory) -> tuple[DutyId, ...]:
    """The duties at which a violation shows, the one to mend first in front.

    A run or a week too long shows at the duties beyond the limit, not at all of them; a missing leader at the post
    that leads; what concerns two duties at both, the later first.
    """
    own = [d for d in violation.duty_ids if d in plan.duty]
    if violation.rule in _SHARES or not own:
        return ()
    if violation.rule in _RUNS:
        return _beyond_days(own, plan, violation.limit) or (own[-1],)
    if violation.rule is Rule.WEEK_MINUTES:
        return _beyond_minutes(own, plan, violation.limit) or (own[-1],)
    if violation.rule is Rule.LEADER_MISSING:
        return tuple(d for d in own if _post(d, plan, directory).leads)[:1] or (own[0],)
    return tuple(reversed(own))


def _beyond_days(duty_ids: list[DutyId], plan: DutyPlan, limit: int) -> tuple[DutyId, ...]:
    days = sorted({plan.shift_of(d).day for d in duty_ids})
    late = frozenset(days[limit:])
    return tuple(d for d in duty_ids if plan.shift_of(d).day in late)


def _beyond_minutes(duty_ids: list[DutyId], plan: DutyPlan, limit: int) -> tuple[DutyId, ...]:
    total, beyond = 0, []
    for duty_id in duty_ids:
        total += plan.duty[duty_id].span.minutes
        if total > limit:
            beyond.append(duty_id)
    return tuple(beyond)


def _post(duty_id: DutyId, plan: DutyPlan, directory: Directory) -> Post:
    return directory.post[plan.duty[duty_id].post_id]


def _when(violation: Violation) -> tuple[datetime, str]:
    return (violation.span.start if violation.span else datetime.max, violation.rule)
