"""Use cases: the only layer that opens a unit of work. Wishes come in as values, answers go out as values."""

from roster_app.services.bundle import Services, open_services
from roster_app.services.changes import Changes
from roster_app.services.generating import Scope, Search
from roster_app.services.rostering import OpenRoster

__all__ = ["Changes", "OpenRoster", "Scope", "Search", "Services", "open_services"]
