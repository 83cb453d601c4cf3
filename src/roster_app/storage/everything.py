"""Everything a database holds as one JSON text, the same for the same content, and such a text taken in again.

Tables and columns are those mapped in `storage.rows`, whatever they are: a new table is part of it without a word here.
docs/everything-json.md describes the text for other programs.
"""

import base64
import enum
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import JSON, Column, Date, DateTime, Enum, LargeBinary, select

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.storage.address import file_url, parse
from roster_app.storage.connecting import connect, for_reading
from roster_app.storage.database import Database
from roster_app.storage.everything_told import FORMAT, VERSION, ColumnKind, Everything
from roster_app.storage.refusals import refusing
from roster_app.storage.rows import Row
from roster_app.storage.rows.base import WholeMinute
from roster_app.storage.table_copies import copy_rows
from roster_app.storage.upgrade import HEAD, bring_up, migrate

_AT_ONCE = 2000


def told(database: Database) -> Iterator[str]:
    """The text piece by piece, of one state of the database; a row stands on a line of its own."""
    with refusing(database.address), for_reading(database.engine).connect() as reading:
        yield f'{{"format": {_json(FORMAT)}, "version": {VERSION}, "schema": {_json(HEAD)}, "tables": {{'
        for number, table in enumerate(Row.metadata.sorted_tables):
            columns = {column.name: _kind(column).value for column in table.columns}
            yield f'{"," if number else ""}\n{_json(table.name)}: {{"columns": {_json(columns)}, "rows": ['
            writers = [_WRITERS[_kind(column)] for column in table.columns]
            ordered = select(table).order_by(*table.primary_key)
            for place, row in enumerate(reading.execute(ordered).yield_per(_AT_ONCE)):
                values = [None if value is None else write(value) for write, value in zip(writers, row, strict=True)]
                yield f"{',' if place else ''}\n{_json(values)}"
            yield "\n]}"
        yield "\n}}\n"


def take_in(everything: Everything, database: Database) -> None:
    """Write all of it into a database that holds nothing yet, in one transaction.

    What an older version has written is brought up to date on the way. Raises DomainError: DATABASE_NOT_EMPTY, or
    FILE_DAMAGED where the rows do not fit the tables of their version; then nothing is written.
    """
    refuse_rows(database)
    with TemporaryDirectory() as folder:
        address = parse(file_url(Path(folder) / "everything.db"))
        engine = connect(address)
        with closing(Database(address, engine)) as draft:
            with everything.refusing_damage():
                migrate(engine, everything.schema)
                _fill(draft, everything)
                bring_up(engine, address)
            with refusing(database.address):
                copy_rows(draft, database)


def refuse_rows(database: Database) -> None:
    """Raise DATABASE_NOT_EMPTY, naming a team, where the database holds a single row."""
    with refusing(database.address), for_reading(database.engine).connect() as reading:
        for table in Row.metadata.sorted_tables:
            found = reading.execute(select(table).limit(1)).mappings().first()
            if found:
                name = str(found.get("name", table.name))
                raise DomainError(ErrorCode.DATABASE_NOT_EMPTY, url=database.url, name=name)


def _fill(draft: Database, everything: Everything) -> None:
    """The rows as a SQLite file of that version keeps them; what they refer to is looked for when all are there."""
    with draft.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("BEGIN")
        for table in everything.tables:
            names = ", ".join(f'"{name}"' for name in table.columns)
            marks = ", ".join("?" * len(table.columns))
            readers = [_READERS[kind] for kind in table.columns.values()]
            rows = (_stored(row, readers) for row in table.rows)
            driver.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', rows)
        broken = driver.execute("PRAGMA foreign_key_check").fetchone()
        driver.execute("ROLLBACK" if broken else "COMMIT")
        driver.execute("PRAGMA foreign_keys = ON")
    if broken:
        raise ValueError(f"a row of {broken[0]} refers to a row of {broken[2]} that is not there")


def _stored(row: Sequence[object], readers: Sequence[Callable[[Any], object]]) -> list[object]:
    return [None if value is None else read(value) for read, value in zip(readers, row, strict=True)]


def _kind(column: Column[Any]) -> ColumnKind:
    kinds: tuple[tuple[type[Any], ColumnKind], ...] = (
        (WholeMinute, ColumnKind.MINUTE),
        (Enum, ColumnKind.TEXT),
        (JSON, ColumnKind.JSON),
        (LargeBinary, ColumnKind.BYTES),
        (DateTime, ColumnKind.MOMENT),
        (Date, ColumnKind.DAY),
    )
    found = next((kind for type_, kind in kinds if isinstance(column.type, type_)), None)
    plain = {bool: ColumnKind.YES_NO, int: ColumnKind.NUMBER, str: ColumnKind.TEXT}
    return found or plain[column.type.python_type]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _sorted(value: Any) -> Any:
    """The same with the names of objects in order, however the database returns them."""
    if isinstance(value, Mapping):
        return {name: _sorted(value[name]) for name in sorted(value)}
    return [_sorted(one) for one in value] if isinstance(value, list) else value


def _word(value: Any) -> str:
    return str(value.value) if isinstance(value, enum.Enum) else value


def _minutes(text: str) -> int | None:
    return WholeMinute().process_bind_param(datetime.fromisoformat(text), None)  # type: ignore[arg-type]


_WRITERS: Mapping[ColumnKind, Callable[[Any], object]] = {
    ColumnKind.NUMBER: int,
    ColumnKind.YES_NO: bool,
    ColumnKind.TEXT: _word,
    ColumnKind.DAY: date.isoformat,
    ColumnKind.MINUTE: lambda moment: moment.isoformat(timespec="minutes"),
    ColumnKind.MOMENT: datetime.isoformat,
    ColumnKind.JSON: _sorted,
    ColumnKind.BYTES: lambda content: base64.b64encode(content).decode("ascii"),
}
"""From what a row holds to what stands in the text."""

_READERS: Mapping[ColumnKind, Callable[[Any], object]] = {
    ColumnKind.NUMBER: int,
    ColumnKind.YES_NO: int,
    ColumnKind.TEXT: str,
    ColumnKind.DAY: lambda text: date.fromisoformat(text).isoformat(),
    ColumnKind.MINUTE: _minutes,
    ColumnKind.MOMENT: lambda text: datetime.fromisoformat(text).isoformat(" ", "microseconds"),
    ColumnKind.JSON: lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    ColumnKind.BYTES: lambda text: base64.b64decode(text, validate=True),
}
"""From what stands in the text to what a SQLite file keeps."""
