"""Where a database is: a SQLite file, SQLite in memory, or a PostgreSQL server."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from roster_app.domain.errors import DomainError, ErrorCode

_KINDS = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")

WAIT_SECONDS = 5.0
"""How long to wait for a lock or a server before saying so; a URL may say otherwise (SQLite: `?timeout=`)."""


@dataclass(frozen=True, slots=True)
class Address:
    """A parsed URL, password included: what leaves storage is `shown`."""

    url: URL
    file: Path | None
    """The SQLite file; nothing in memory and on a server."""

    @property
    def shown(self) -> str:
        """The URL without any password, fit for logs and messages."""
        url = self.url.difference_update_query(["password"])
        bare = URL.create(url.drivername, url.username, None, url.host, url.port, url.database, url.query)
        return bare.render_as_string()

    @property
    def is_sqlite(self) -> bool:
        """Whether it is a file or in memory."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def in_memory(self) -> bool:
        """Whether everything is gone once it is closed."""
        return self.is_sqlite and self.file is None

    @property
    def patience(self) -> float:
        """Seconds to wait for a lock on a SQLite file."""
        return float(str(self.url.query.get("timeout", WAIT_SECONDS)))

    @property
    def backups(self) -> Path | None:
        """The folder beside the file where copies of it are kept."""
        return self.file.parent / "backups" if self.file else None


def parse(text: str) -> Address:
    """The address a URL gives; raises DATABASE_UNREACHABLE for a URL that is none, or of another kind of database."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise DomainError(ErrorCode.DATABASE_UNREACHABLE, url="", reason="this is no database URL") from error
    if url.drivername not in _KINDS:
        raise DomainError(ErrorCode.DATABASE_UNREACHABLE, url=url.drivername, reason=f"only {', '.join(_KINDS)}")
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return Address(url, None)
    file = Path(str(url.database)).absolute()
    return Address(url.set(database=str(file)), file)


def file_url(file: Path) -> str:
    """The URL of a SQLite file, whatever characters its path is made of."""
    return URL.create("sqlite", database=str(file)).render_as_string()
