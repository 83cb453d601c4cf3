"""Rows in every mapped table, made from nothing but the tables: one that is added later is filled as well."""

import enum
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Column, Enum, LargeBinary, Table, insert

from roster_app.storage import Database
from roster_app.storage.rows import Row
from roster_app.storage.rows.base import WholeMinute


def fill(database: Database) -> None:
    """Write them, the referred-to tables first."""
    with database.engine.begin() as connection:
        for table in Row.metadata.sorted_tables:
            connection.execute(insert(table), [_row(table, number) for number in _numbers(table)])


def _numbers(table: Table) -> range:
    """Three rows; two of a table that refers twice to another, so that there is a next one to refer to."""
    targets = [key.column.table.name for key in table.foreign_keys]
    return range(1, 3 if any(targets.count(t) > 1 for t in targets) else 4)


def _row(table: Table, number: int) -> dict[str, Any]:
    seen: dict[str, int] = {}
    row: dict[str, Any] = {}
    begins = number == 1 and any(key.column.table is table for key in table.foreign_keys)
    for place, column in enumerate(table.columns):
        target = next((key.column.table.name for key in column.foreign_keys), None)
        if target is not None:
            row[column.name] = _reference(table, target, number, seen)
        else:
            row[column.name] = number if _counts(column) else _value(column, number, place)
            if begins and column.nullable:
                row[column.name] = None  # what is told of the row before, where there is none
    return row


def _counts(column: Column[Any]) -> bool:
    """Whether it is a key that is a number."""
    return column.primary_key and not isinstance(column.type, WholeMinute | Enum) and column.type.python_type is int


def _reference(table: Table, target: str, number: int, seen: dict[str, int]) -> int | None:
    """The row of the same number, a second time the next one; in its own table the one before it."""
    seen[target] = seen.get(target, 0) + 1
    if target == table.name:
        return number - 1 or None
    return number + seen[target] - 1


def _value(column: Column[Any], number: int, place: int) -> Any:
    kind = column.type
    if isinstance(kind, JSON):
        return {"β": [number, None, "ü“\n"], "a": 2**62 + number} if place % 2 else [number, "二", {"z": 1, "a": 1.5}]
    if isinstance(kind, LargeBinary):
        return bytes(range(256))
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class or enum.Enum))
    python = datetime if isinstance(kind, WholeMinute) else kind.python_type
    return {
        bool: lambda: number == 1,
        int: lambda: 100 * place + number,
        str: lambda: f'{column.name} {number} “引号” \\ "\t=1+1',
        date: lambda: date(2020, 4, 1) + timedelta(days=place + number),
        datetime: lambda: datetime(2020, 4, 1, 8) + timedelta(hours=place, minutes=number),
    }[python]()
