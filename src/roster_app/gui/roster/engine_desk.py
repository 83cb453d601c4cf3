"""The engine as the roster page shares it: one process for searches and for questions, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from roster_app.domain.roster import Proposal
from roster_app.gui.roster.search_watch import Progress
from roster_app.services import OpenRoster, Scope


class Searches(Protocol):
    """The engine in its own process, as `services.Search` offers it."""

    def warm(self) -> None: ...
    def run(
        self, opened: OpenRoster, scope: Scope, seconds: float, on_progress: Callable[[Progress], None]
    ) -> Proposal: ...
    def ask(self, question: Any, on_answer: Callable[[Any], None]) -> Any: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class EngineDesk:
    """Makes the engine when it is first wanted and keeps it warm for as long as the page lives."""

    def __init__(self, make_search: Callable[[], Searches]) -> None:
        self._make_search = make_search
        self._search: Searches | None = None

    @property
    def search(self) -> Searches:
        """The engine."""
        if self._search is None:
            self._search = self._make_search()
        return self._search

    def close(self) -> None:
        """End its process."""
        if self._search is not None:
            self._search.close()
            self._search = None
