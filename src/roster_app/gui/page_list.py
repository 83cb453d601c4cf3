"""The pages of the window in the order of the navigation; each is imported at its first visit."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from roster_app.gui.shell import Page, Shell
from roster_app.i18n import N_


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that can be visited: `words` is an English msgid."""

    key: str
    words: str
    icon: str
    module: str
    name: str

    def build(self, shell: Shell) -> Page:
        """Import the page and make it."""
        make: Callable[[Shell], Page] = getattr(importlib.import_module(self.module), self.name)
        return make(shell)

    @property
    def exists(self) -> bool:
        return find_spec(self.module.rpartition(".")[0]) is not None and find_spec(self.module) is not None


ENTRIES = (
    PageEntry("roster", N_("Roster"), "calendar-days", "roster_app.gui.roster.page", "RosterPage"),
    PageEntry("people", N_("Volunteers"), "users", "roster_app.gui.people.page", "PeoplePage"),
    PageEntry("places", N_("Places and shifts"), "map-pin", "roster_app.gui.places.page", "PlacesPage"),
    PageEntry("publish", N_("Publish and print"), "printer", "roster_app.gui.publish.page", "PublishPage"),
)


def page_entries() -> tuple[PageEntry, ...]:
    """Those that exist."""
    return tuple(entry for entry in ENTRIES if entry.exists)
