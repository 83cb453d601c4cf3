"""Watches the team for people entered twice, but for the pairs a coordinator has called two people."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.twins import TwinFinder, Twins
from roster_app.gui.shell import Shell
from roster_app.gui.tasks import Lane

_AT_ONCE = 1000
"""So many people are compared while the page opens; more of them on a worker, which takes a second or two."""
_APART = "people/apart"


class TwinWatch(QObject):
    """Of a team seen for the first time everybody is compared, later only whoever changed."""

    found = Signal()  # the first comparison of a large team is done

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.finder = TwinFinder()
        self._ready = False
        self._waiting: tuple[Volunteer, ...] = ()
        self._apart: frozenset[frozenset[VolunteerId]] = frozenset()

    def look(self, people: tuple[Volunteer, ...]) -> None:
        """These are the people now; which of them are two is read beside them."""
        self._hand_over_apart(people)
        self._apart = self._shell.services.people.told_apart(self._shell.team_id)
        if len(people) <= _AT_ONCE or (self._ready and self.finder.count_changed(people) <= _AT_ONCE):
            self.finder.update(people)
            self._ready = True
            return
        self._ready = False
        first = not self._waiting
        self._waiting = people
        if first:
            self._shell.tasks.run(lambda: TwinFinder(people), on_success=self._on_compared, owner=self, lane=Lane.BENCH)

    @property
    def twins(self) -> tuple[Twins, ...]:
        """The pairs nobody has judged yet, the likest first."""
        return tuple(t for t in self.finder.twins if t.pair not in self._apart)

    def _hand_over_apart(self, people: tuple[Volunteer, ...]) -> None:
        """Pairs an earlier version kept on this computer alone go into the database, those of other teams later."""
        kept = {_pair(words) for words in self._shell.view_state.text(_APART).split()}
        ours = {pair for pair in kept if len(pair) == 2 and pair <= {v.id for v in people}}
        if ours:
            self._shell.services.people.tell_apart(*ours)
            others = sorted("-".join(str(v) for v in sorted(pair)) for pair in kept - ours)
            self._shell.view_state.keep(_APART, " ".join(others))

    def _on_compared(self, finder: TwinFinder) -> None:
        self.finder, self._ready = finder, True
        self.finder.update(self._waiting)
        self._waiting = ()
        self.found.emit()


def _pair(words: str) -> frozenset[VolunteerId]:
    return frozenset(VolunteerId(int(part)) for part in words.split("-") if part.isdigit())
