"""The pages of the window in the order of the navigation; each is imported at its first visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from roster_app.gui.shell import Page, Shell
from roster_app.i18n import N_


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page that can be visited: `words` is an English msgid."""

    key: str
    words: str
    icon: str
    build: Callable[[Shell], Page]


def _roster(shell: Shell) -> Page:
    from roster_app.gui.roster.page import RosterPage

    return RosterPage(shell)


def _people(shell: Shell) -> Page:
    from roster_app.gui.people.page import PeoplePage

    return PeoplePage(shell)


def _places(shell: Shell) -> Page:
    from roster_app.gui.places.page import PlacesPage

    return PlacesPage(shell)


def _publish(shell: Shell) -> Page:
    from roster_app.gui.publish.page import PublishPage

    return PublishPage(shell)


def _today(shell: Shell) -> Page:
    from roster_app.gui.today.page import TodayPage

    return TodayPage(shell)


_ENTRIES = (
    PageEntry("roster", N_("Roster"), "calendar-days", _roster),
    PageEntry("people", N_("Volunteers"), "users", _people),
    PageEntry("places", N_("Places and shifts"), "map-pin", _places),
    PageEntry("publish", N_("Publish and print"), "printer", _publish),
    PageEntry("today", N_("Today"), "clock", _today),
)


def page_entries() -> tuple[PageEntry, ...]:
    """All of them."""
    return _ENTRIES
