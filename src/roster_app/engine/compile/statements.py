"""What each person can stand at all and what each duty is worth to them: a row of points over all watches."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from roster_app.domain.book import FixedRotation, Wishes
from roster_app.domain.people import Volunteer
from roster_app.domain.rules import Judge
from roster_app.domain.rules.rotation import due
from roster_app.domain.timespan import MINUTE, Span
from roster_app.domain.timetable import Timetable, Wish
from roster_app.engine.compile.watches import WatchKey
from roster_app.engine.form import NEVER

Row = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Statements:
    """Made once for all watches; minutes count from `origin`. `is_night` and `is_work` are told of each watch."""

    judge: Judge
    watches: Sequence[WatchKey]
    origin: datetime
    starts: Row
    ends: Row
    is_night: Mask
    is_work: Mask

    def row(self, volunteer: Volunteer) -> Row:
        """Points of each watch for one person; NEVER where a rule about the person alone forbids it."""
        table = self.judge.timetables[volunteer.id]
        never = self._never(volunteer, table)
        points = self._wishes(volunteer, table)
        for entry in self.judge.directory.rules.book.of(FixedRotation, volunteer.id):
            if volunteer.crew_id == entry.crew_id:
                against = self._against(entry)
                never |= against & (entry.points is None)
                points += against * (entry.points or 0)
        return np.where(never, NEVER, points)

    def _never(self, volunteer: Volunteer, table: Timetable) -> Mask:
        if volunteer.joined is None and volunteer.left is None:
            never = np.zeros(len(self.watches), bool)
        else:
            never = np.array([not volunteer.member_on(watch.day) for watch in self.watches], bool)
        if not volunteer.nights_allowed:
            never |= self.is_night
        for leave in table.leaves:
            never |= self._overlaps(leave.span)
        return never | self._blocked(table)

    def _blocked(self, table: Timetable) -> Mask:
        blocked = self._overlap_any(table.blocked)
        for shift_type_id, spans in table.blocked_of.items():
            own = self._of_type(shift_type_id)
            blocked = np.where(own, self._overlap_any(spans), blocked)
        return blocked

    def _wishes(self, volunteer: Volunteer, table: Timetable) -> Row:
        points = np.zeros(len(self.watches), np.int64)
        if not (table.unwanted or table.wanted or table.wishes):
            return points
        for entry in self.judge.directory.rules.book.of(Wishes, volunteer.id):
            points += self._weighed(table, entry.unwanted, wanted=False)
            points -= self._weighed(table, entry.wanted, wanted=True)
        return points

    def _weighed(self, table: Timetable, usual: int, *, wanted: bool) -> Row:
        """All statements without a weight together weigh the usual once, each other one its own."""
        plain = self._begin_in(table.wanted) if wanted else self._overlap_any(table.unwanted)
        own = np.zeros(len(self.watches), np.int64)
        for wish in table.wishes:
            if wish.wanted is wanted:
                met = self._met(wish)
                if wish.points is None:
                    plain = plain | met
                else:
                    own += met * wish.points
        return own + usual * plain

    def _met(self, wish: Wish) -> Mask:
        met = self._begin_in(wish.spans) if wish.wanted else self._overlap_any(wish.spans)
        return met if wish.shift_type_id is None else met & self._of_type(wish.shift_type_id)

    def _against(self, entry: FixedRotation) -> Mask:
        wrong = [watch.shift_type_id != due(entry, watch.day) for watch in self.watches]
        return np.array(wrong, bool) & self.is_work

    def _of_type(self, shift_type_id: int) -> Mask:
        return np.array([watch.shift_type_id == shift_type_id for watch in self.watches], bool)

    def _overlap_any(self, spans: Sequence[Span]) -> Mask:
        found = np.zeros(len(self.watches), bool)
        for span in spans:
            found |= self._overlaps(span)
        return found

    def _overlaps(self, span: Span) -> Mask:
        return (self.starts < self._minute(span.end)) & (self.ends > self._minute(span.start))

    def _begin_in(self, spans: Sequence[Span]) -> Mask:
        found = np.zeros(len(self.watches), bool)
        for span in spans:
            found |= (self.starts >= self._minute(span.start)) & (self.starts < self._minute(span.end))
        return found

    def _minute(self, moment: datetime) -> int:
        return (moment - self.origin) // MINUTE
