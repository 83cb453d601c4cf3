"""Which two duties one person cannot hold, or better does not: overlap, the way, rest, succession, by kinds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from roster_app.domain.book import MinRest, Succession
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.engine.compile.watches import Kind, classes_for_pairs
from roster_app.engine.form import HARD

_MOST_BROKEN = 50
"""Rules that one pair is counted to break at the most: more than a 32-bit number holds would be no more forbidden."""

Table = NDArray[np.int64]
"""[kinds, kinds, reach + 1]: points for a duty of the second kind so many days after one of the first: HARD for each
rule that is broken, and the points of wishes."""


@dataclass(frozen=True)
class Closeness:
    """Made once for all kinds of a problem; then asked for the table of each contract."""

    kinds: Sequence[Kind]
    directory: Directory

    @property
    def reach(self) -> int:
        """How many days apart two duties may begin and still matter to each other."""
        book, ends = self.directory.rules.book, [kind.end for kind in self.kinds]
        rests = [entry.minutes for entry in book.every(MinRest)]
        far = max(ends, default=0) + max((0, *rests, self._longest_way()))
        return max(far // DAY_MINUTES, 1 if book.every(Succession) else 0)

    def table(self, rests: Sequence[MinRest], successions: Sequence[Succession]) -> Table:
        """The points of one contract."""
        count, reach = len(self.kinds), self.reach
        table = np.zeros((count, count, reach + 1), np.int64)
        for days in range(reach + 1):
            after, before = self._between(days), self._between(-days).T
            table[:, :, days] += HARD * ((after < 0) & (before < 0))
            for gap, earlier in ((after, True), (before, False)):
                stays = self._longer() & (gap == 0)
                table[:, :, days] += self._near(gap, rests, earlier, stays | self._parts() if days == 0 else stays)
        if successions:
            table[:, :, 1] += self._succession(successions)
        return np.minimum(table // HARD, _MOST_BROKEN) * HARD + table % HARD

    def _between(self, days: int) -> NDArray[np.int64]:
        """Minutes from the end of each kind to the start of each other one so many days later; negative: not after.

        A part of a seat that begins after midnight may lie after a duty of the day after its own.
        """
        starts = np.array([kind.start for kind in self.kinds], np.int64) + DAY_MINUTES * days
        ends = np.array([kind.end for kind in self.kinds], np.int64)
        return starts[None, :] - ends[:, None]

    def _near(
        self,
        gap: NDArray[np.int64],
        rests: Sequence[MinRest],
        first_is_earlier: bool,
        stays: NDArray[np.bool_],
    ) -> Table:
        """The way, and the rest unless one stays on; `gap[a, b]` lies between a and b in either order."""
        work = self._member(0)
        both = work[:, None] & work[None, :]
        found = HARD * ((gap >= 0) & (gap < self._ways()) & both)
        for entry in rests:
            earlier = self._member(classes_for_pairs(self.directory.rules.book).index(entry.after))
            asked = earlier[:, None] if first_is_earlier else earlier[None, :]
            near = (gap >= 0) & (gap < entry.minutes) & asked & both & ~stays
            short = np.where(near, entry.minutes - gap, 0)
            found = found + (HARD * (short > 0) if entry.points is None else entry.points * short)
        return np.asarray(found, np.int64)

    def _succession(self, successions: Sequence[Succession]) -> Table:
        classes = classes_for_pairs(self.directory.rules.book)
        found = np.zeros((len(self.kinds), len(self.kinds)), np.int64)
        for entry in successions:
            before, after = self._member(classes.index(entry.before)), self._member(classes.index(entry.after))
            found += (HARD if entry.points is None else entry.points) * (before[:, None] & after[None, :])
        return found

    def _member(self, number: int) -> NDArray[np.bool_]:
        return np.array([kind.classes[number] for kind in self.kinds], bool)

    def _parts(self) -> NDArray[np.bool_]:
        """Parts of one post in one shift, which need no rest between them."""
        parts = [kind.part for kind in self.kinds]
        return np.array([[one is not None and one == other for other in parts] for one in parts], bool).reshape(
            len(parts), len(parts)
        )

    def _longer(self) -> NDArray[np.bool_]:
        """Duties of one post of which one is a part cut by hand: where they touch, one makes the other longer."""
        posts = np.array([kind.post_id or 0 for kind in self.kinds], np.int64)
        cut = np.array([kind.cut for kind in self.kinds], bool)
        same = (posts[:, None] == posts[None, :]) & (posts[:, None] != 0)
        return np.asarray(same & (cut[:, None] | cut[None, :]))

    def _ways(self) -> NDArray[np.int64]:
        ways = np.zeros((len(self.kinds), len(self.kinds)), np.int64)
        for i, one in enumerate(self.kinds):
            for j, other in enumerate(self.kinds):
                if one.checkpoint_id is not None and other.checkpoint_id is not None:
                    ways[i, j] = self.directory.travel_minutes(one.checkpoint_id, other.checkpoint_id)
        return ways

    def _longest_way(self) -> int:
        return int(self._ways().max(initial=0))
