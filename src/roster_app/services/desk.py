"""What every use case works with: the database, who sits at the desk, and what time it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from roster_app.storage import Database


@dataclass(frozen=True, slots=True)
class Desk:
    """Passed in by the composition root; `now` is naive local time, so that tests can set the clock."""

    database: Database
    author: str
    now: Callable[[], datetime]

    def today(self) -> date:
        """The day it is."""
        return self.now().date()

    def minute(self) -> datetime:
        """Now, in whole minutes as everything is kept."""
        return self.now().replace(second=0, microsecond=0)
