"""Use cases about everything a database holds: as one JSON file, and from such a file into an empty database."""

from pathlib import Path

from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.files import read_whole, write_whole


def export_everything(desk: Desk, path: Path) -> Path:
    """Write all tables of the database to a file, whole or not at all; the same database gives the same bytes."""
    from roster_app.storage.everything import told

    write_whole(path, (piece.encode() for piece in told(desk.database)))
    return path


def import_everything(desk: Desk, path: Path) -> Changes:
    """Take such a file into the database, which must hold nothing yet (DATABASE_NOT_EMPTY); all or nothing.

    Raises DomainError: FILE_MISSING, FILE_DAMAGED, or FILE_NEWER for what a later version of the program has written.
    """
    from roster_app.storage.everything import refuse_rows, take_in
    from roster_app.storage.everything_told import understood

    refuse_rows(desk.database)
    take_in(understood(path.name, read_whole(path)), desk.database)
    return Changes(team=True, places=True)
