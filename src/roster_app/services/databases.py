"""Use cases about databases: looking into one before anything depends on it, and copies of the one in use."""

from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

from roster_app.domain.people import Team
from roster_app.services.bundle import Services
from roster_app.storage import Database


def look_into(url: str) -> tuple[Team, ...] | None:
    """The teams a database holds; nothing where there is none yet. Writes nothing, not even a new file.

    Raises DomainError (DATABASE_UNREACHABLE, DATABASE_DAMAGED, DATABASE_NEWER, …) where it cannot be opened.
    """
    if _is_missing_file(url):
        return None
    with closing(Database.open(url, upgrade=False)) as database:
        if database.is_new:
            return None
        with database.reading() as work:
            return work.teams.all()


def back_up(services: Services, folder: Path) -> Path:
    """Copy the database in use into a folder, as it stands now; the copy is a database of its own."""
    from roster_app.storage.backup import backup_now

    return backup_now(services.desk.database, folder, at=services.desk.now())


def _is_missing_file(url: str) -> bool:
    scheme, place = urlsplit(url).scheme, url.partition("://")[2].removeprefix("/")
    return scheme.startswith("sqlite") and place not in ("", ":memory:") and not Path(place).exists()
