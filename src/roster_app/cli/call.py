"""One call of a command: what was asked, and what it works with."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from roster_app.cli.telling import Teller
from roster_app.services import Services, open_services
from roster_app.settings import Settings, author, database_url


@dataclass(frozen=True, slots=True)
class Call:
    """`arguments` as parsed; `teller` speaks to people or to programs."""

    arguments: Namespace
    settings: Settings
    teller: Teller

    @property
    def url(self) -> str:
        """The database asked for, or that of the settings."""
        return self.arguments.db or database_url(self.settings)

    @contextmanager
    def services(self, url: str | None = None) -> Iterator[Services]:
        """The use cases over the database, let go at the end."""
        services = open_services(url or self.url, author(self.settings), datetime.now)
        try:
            yield services
        finally:
            services.close()
