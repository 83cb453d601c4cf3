"""What all stores share: rows are read as objects and written as statements."""

from collections.abc import Collection, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, CursorResult, Executable, Select, bindparam, delete, insert, inspect, update
from sqlalchemy.orm import Session

from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.storage.mapping import Columns
from roster_app.storage.rows import Row

R = TypeVar("R", bound=Row)

READING = "reading"
"""What a session is marked with whose transaction only reads."""

_NAMED = "named"


class Store:
    """Part of a unit of work: sees and writes what belongs to its transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def _rows(self, statement: Select[R]) -> Sequence[R]:
        """The rows as they stand now, whatever was read before."""
        return self._session.scalars(statement, execution_options={"populate_existing": True}).all()

    def _locked(self, statement: Select[R]) -> Select[R]:
        """The same rows, held until a transaction that may write ends: nobody else changes them in between."""
        return statement if self._session.info.get(READING) else statement.with_for_update()

    def _run(self, statement: Executable, sets: Columns | Sequence[Columns] | None = None) -> CursorResult[Any]:
        """Carry out a statement that writes, with one set of parameters or with many in one go."""
        if self._session.info.get(READING):
            raise RuntimeError("this unit of work only reads")
        return self._session.connection().execute(statement, sets)

    def _insert(self, row: type[Row], sets: Sequence[Columns]) -> None:
        """Write new rows."""
        if sets:
            self._name(sets[-1])
            self._run(insert(row), sets)

    def _put(self, row: type[Row], known: ColumnElement[bool], columns: Columns) -> None:
        """Overwrite the known row, or write it for the first time.

        Overwritten and not replaced: who waits for the row (`_locked`) finds it again with what is new in it.
        """
        if not self._run(update(row).where(known).values(columns)).rowcount:
            self._insert(row, [columns])

    def _update(self, row: type[Row], columns: Columns) -> None:
        """Overwrite a row that is known by its `id`; raises StaleEdit where somebody has removed it."""
        self._name(columns)
        key = inspect(row).columns
        if not self._run(update(row).where(key["id"] == columns["id"]).values(columns)).rowcount:
            raise stale_record(columns)

    def _update_all(self, row: type[Row], sets: Sequence[Columns]) -> None:
        """Overwrite many rows, each known by its `id`."""
        if sets:
            known = update(row).where(inspect(row).columns["id"] == bindparam("known"))
            self._run(known, [{**columns, "known": columns["id"]} for columns in sets])

    def _update_version(self, row: type[Row], columns: Columns, version: int) -> None:
        """Overwrite a row if it still has the version; raises StaleEdit where a colleague was faster."""
        self._name(columns)
        key = inspect(row).columns
        known = update(row).where(key["id"] == columns["id"], key["version"] == version)
        if not self._run(known.values({**columns, "version": version + 1})).rowcount:
            raise stale_record(columns)

    def _delete(self, row: type[Row], row_id: int) -> None:
        """Remove a row; one that is gone already is as good as removed."""
        self._run(delete(row).where(inspect(row).columns["id"] == row_id))

    def _delete_all(self, row: type[Row], row_ids: Collection[int]) -> None:
        """Remove many rows."""
        if row_ids:
            gone = delete(row).where(inspect(row).columns["id"] == bindparam("gone"))
            self._run(gone, [{"gone": row_id} for row_id in sorted(row_ids)])

    def _name(self, columns: Columns) -> None:
        """Remember what is being written, should the database refuse it."""
        if "name" in columns:
            self._session.info[_NAMED] = columns["name"]

    def _refuse_in_use(self, name_if_used: Select[str]) -> None:
        """Refuse where the statement finds the name of what is in use."""
        name = self._session.scalar(name_if_used)
        if name is not None:
            raise DomainError(ErrorCode.IN_USE, name=name)


def after_rollback(session: Session) -> list[Executable]:
    """What is to be written even if the unit of work comes to nothing: it says that something was refused."""
    statements: list[Executable] = session.info.setdefault("after_rollback", [])
    return statements


def last_named(session: Session) -> str:
    """The name of what was written last, of what has one."""
    return str(session.info.get(_NAMED, ""))


def stale_record(columns: Columns) -> StaleEdit:
    """A colleague changed or removed what the columns describe."""
    return StaleEdit(ErrorCode.STALE_RECORD, id=columns["id"], name=columns.get("name", ""))
