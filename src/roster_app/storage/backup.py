"""Backups: whole dated copies of a database as SQLite files, and how to go back to one.

A copy opens like any other database (`Database.open`), so looking into one needs no restoring.
"""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.storage.address import file_url, parse
from roster_app.storage.copies import copy_file, dated_copies, dated_name, open_to_read
from roster_app.storage.database import Database
from roster_app.storage.health import examine
from roster_app.storage.refusals import refusing, worded, writing_to
from roster_app.storage.table_copies import copy_rows
from roster_app.storage.upgrade import refuse_newer

_KEPT = 30


def backup_now(database: Database, folder: Path, *, at: datetime | None = None, keep: int = _KEPT) -> Path:
    """Copy the database as it stands, also while others work with it, and answer with the copy.

    The copy is checked and on the disk before it bears its name, of which `at` (or now) is part. Only the newest
    `keep` copies stay in the folder. A server's database becomes a SQLite file. Raises DomainError: DATABASE_DAMAGED
    where the copy is not whole, FOLDER_NOT_WRITABLE where it cannot be written.
    """
    file = database.address.file or Path(f"{database.address.url.database or 'roster'}.db")
    target = dated_name(file, folder, at or datetime.now())
    with writing_to(folder), refusing(database.address):
        if database.address.file:
            copy_file(database.address.file, target)
        else:
            _copy_rows_into_file(database, target)
        for old in dated_copies(file, folder)[:-keep]:
            old.unlink()
    return target


def restore(backup: Path, url: str, *, at: datetime | None = None) -> Path | None:
    """Put a backup in the place of a database; the file that stood there is kept beside it and is the answer.

    No program may have the database open meanwhile. On a server the database must hold no team (IN_USE), and nothing
    is put aside. Raises FILE_MISSING, DATABASE_DAMAGED or DATABASE_NEWER for a backup that cannot
    be used; then all stays as it was.
    """
    address = parse(url)
    if not backup.is_file():
        raise DomainError(ErrorCode.FILE_MISSING, path=str(backup))
    _refuse_unusable(backup)
    if address.file is None:
        _restore_rows(backup, url)
        return None
    draft = address.file.with_name(address.file.name + ".restored")
    with writing_to(address.file.parent), refusing(address):
        copy_file(backup, draft)
        aside = _put_aside(address.file, at or datetime.now())
        draft.replace(address.file)
    return aside


def _refuse_unusable(backup: Path) -> None:
    address = parse(file_url(backup))
    if not backup.stat().st_size:
        raise worded(ErrorCode.DATABASE_DAMAGED, address, "the file is empty")
    examine(address)
    with refusing(address), closing(open_to_read(backup)) as connection:
        (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    refuse_newer(found, address)


def _put_aside(file: Path, at: datetime) -> Path | None:
    """Rename a database together with the files SQLite keeps beside it."""
    if not file.exists():
        return None
    aside = dated_name(file, file.parent, at, "-replaced")
    for suffix in ("", "-wal", "-shm"):
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside


def _copy_rows_into_file(database: Database, target: Path) -> None:
    """A server's rows as a SQLite file, in the folder only when all is there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as drafts:
        draft = Path(drafts) / target.name
        with closing(Database.open(file_url(draft))) as copy:
            copy_rows(database, copy)
        copy_file(draft, target)


def _restore_rows(backup: Path, url: str) -> None:
    with closing(Database.open(url)) as database, closing(Database.open(file_url(backup))) as copy:
        with database.reading() as work:
            teams = work.teams.all()
        if teams:
            raise DomainError(ErrorCode.IN_USE, name=teams[0].name)
        with refusing(database.address):
            copy_rows(copy, database)
