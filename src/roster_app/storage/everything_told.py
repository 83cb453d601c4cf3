"""A JSON text of everything as it was read: its tables with their columns and rows, before any database sees them."""

import enum
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.storage.upgrade import HEAD

FORMAT = "roster-app everything"
VERSION = 1
"""Of the text's own form; the tables in it have a version of their own, `schema`."""


class ColumnKind(enum.StrEnum):
    """How a column's values stand in the text; nothing is always null."""

    NUMBER = "number"
    YES_NO = "yes_no"
    TEXT = "text"
    DAY = "day"
    MINUTE = "minute"
    MOMENT = "moment"
    JSON = "json"
    BYTES = "bytes"


@dataclass(frozen=True, slots=True)
class TableTold:
    """One table of the text."""

    name: str
    columns: Mapping[str, ColumnKind]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Everything:
    """The whole text; `source` names the file in refusals, `schema` is the migration its tables stand at."""

    source: str
    schema: str
    tables: tuple[TableTold, ...]

    @contextmanager
    def refusing_damage(self) -> Iterator[None]:
        """Raise what does not fit the tables of its version as FILE_DAMAGED."""
        try:
            yield
        except (ValueError, TypeError, OverflowError, sqlite3.Error, SQLAlchemyError) as error:
            raise unreadable(self.source, str(error).partition("\n")[0]) from error


def understood(source: str, content: bytes) -> Everything:
    """What the text says. Raises DomainError: FILE_DAMAGED, or FILE_NEWER for a later form or later tables."""
    try:
        text: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise unreadable(source, str(error)) from error
    if not isinstance(text, dict) or text.get("format") != FORMAT:
        raise unreadable(source, f'"format" is not "{FORMAT}"')
    version, schema = text.get("version"), text.get("schema")
    if not isinstance(version, int) or not isinstance(schema, str) or not schema.isdecimal():
        raise unreadable(source, '"version" or "schema" is missing')
    if version > VERSION or schema > HEAD:
        raise DomainError(ErrorCode.FILE_NEWER, path=source, found=schema, known=HEAD)
    try:
        tables = tuple(_table(name, told) for name, told in text["tables"].items())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise unreadable(source, f'"tables": {error}') from error
    return Everything(source, schema, tables)


def unreadable(source: str, reason: str) -> DomainError:
    """The refusal of a text that is damaged or none of ours."""
    return DomainError(ErrorCode.FILE_DAMAGED, path=source, reason=reason)


def _table(name: str, told: Mapping[str, Any]) -> TableTold:
    columns = {column: ColumnKind(kind) for column, kind in told["columns"].items()}
    rows = told["rows"]
    if not all(_plain(word) for word in (name, *columns)) or not columns or not isinstance(rows, list):
        raise ValueError(name)
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, list) or len(row) != len(columns):
            raise ValueError(f"{name}, row {number}")
    return TableTold(name, columns, rows)


def _plain(word: str) -> bool:
    """Whether it can be the name of a table or column: such names go into a statement."""
    return word.isascii() and word.isidentifier()
