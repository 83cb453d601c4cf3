"""What a database says when it refuses, as a refusal with a code and facts."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.storage.address import Address
from roster_app.storage.copies import newest_copy

_PRIMARY = 0xFF
"""SQLite puts the kind of an error into the lowest byte of its code."""

_SQLITE_CODES = {
    sqlite3.SQLITE_BUSY: ErrorCode.DATABASE_BUSY,
    sqlite3.SQLITE_LOCKED: ErrorCode.DATABASE_BUSY,
    sqlite3.SQLITE_CORRUPT: ErrorCode.DATABASE_DAMAGED,
    sqlite3.SQLITE_NOTADB: ErrorCode.DATABASE_DAMAGED,
    sqlite3.SQLITE_READONLY: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_PERM: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_FULL: ErrorCode.FOLDER_NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: ErrorCode.FOLDER_NOT_WRITABLE,
}

_POSTGRES_CODES = {
    "40001": ErrorCode.DATABASE_BUSY,  # serialization failure
    "40P01": ErrorCode.DATABASE_BUSY,  # deadlock
    "55P03": ErrorCode.DATABASE_BUSY,  # lock not available in time
    "42501": ErrorCode.FOLDER_NOT_WRITABLE,  # insufficient privilege
    "25006": ErrorCode.FOLDER_NOT_WRITABLE,  # read-only transaction
    "53100": ErrorCode.FOLDER_NOT_WRITABLE,  # disk full
}

_SOMEBODY_WAS_FASTER = {"SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT_UNIQUE", "23503", "23505"}
"""What is referred to was removed, or the same was added, since it was read."""


def _nothing() -> str:
    return ""


@contextmanager
def refusing(address: Address, written: Callable[[], str] = _nothing) -> Iterator[None]:
    """Raise what the database refuses inside the block as DomainError; what is a mistake of ours stays as it is.

    `written` names what was being written.
    """
    try:
        yield
    except IntegrityError as error:
        if _name(error) not in _SOMEBODY_WAS_FASTER:
            raise
        raise StaleEdit(ErrorCode.STALE_RECORD, name=written()) from error
    except DBAPIError as error:
        refusal = _refusal(error, address)
        if refusal is None:
            raise
        raise refusal from error
    except sqlite3.Error as error:
        code = _SQLITE_CODES.get(_sqlite_code(error))
        if code is None:
            raise
        raise worded(code, address, error) from error


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Raise what the file system refuses, SQLite on its behalf included, as FOLDER_NOT_WRITABLE of the folder."""
    try:
        yield
    except DomainError as error:
        if error.code is not ErrorCode.FOLDER_NOT_WRITABLE:
            raise
        raise DomainError(error.code, path=str(folder), reason=error.facts["reason"]) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise DomainError(ErrorCode.FOLDER_NOT_WRITABLE, path=str(folder), reason=reason) from error


def worded(code: ErrorCode, address: Address, cause: object) -> DomainError:
    """The refusal with all the facts its sentence may name."""
    reason = str(cause).strip().partition("\n")[0]
    if address.url.password:
        reason = reason.replace(str(address.url.password), "***")
    place = str(address.file or address.shown)
    facts: dict[str, object] = {"path": place, "url": address.shown, "reason": reason}
    if code is ErrorCode.DATABASE_DAMAGED and address.file and address.backups:
        facts["backup"] = str(newest_copy(address.file, address.backups) or "")
    return DomainError(code, **facts)


def _refusal(error: DBAPIError, address: Address) -> DomainError | None:
    code = _code(error)
    return worded(code, address, error.orig) if code else None


def _code(error: DBAPIError) -> ErrorCode | None:
    if isinstance(error.orig, sqlite3.Error):
        return _SQLITE_CODES.get(_sqlite_code(error.orig))
    lost = isinstance(error, OperationalError) or error.connection_invalidated
    return _POSTGRES_CODES.get(_name(error), ErrorCode.DATABASE_UNREACHABLE if lost else None)


def _sqlite_code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY


def _name(error: DBAPIError) -> str:
    """SQLite's name of the error, PostgreSQL's five letters, or nothing."""
    return str(getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None) or "")
