"""Connections as the stores need them: safe on power loss, foreign keys kept, one writer at a time."""

import json
import sqlite3
from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from roster_app.storage.address import WAIT_SECONDS, Address

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode = WAL",  # readers and one writer do not wait for each other
    "PRAGMA synchronous = FULL",  # what is committed is on the disk
    "PRAGMA foreign_keys = ON",
)

_BEGIN = "roster_begin"
_to_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))


def connect(address: Address) -> Engine:
    """An engine whose transactions write; nothing is opened yet."""
    return _sqlite_engine(address) if address.is_sqlite else _postgres_engine(address)


def for_reading(engine: Engine) -> Engine:
    """The same connections for transactions that only read: one state of everything, and nobody waits for them."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_BEGIN: "BEGIN DEFERRED"})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite_engine(address: Address) -> Engine:
    options: dict[str, Any] = {"poolclass": StaticPool} if address.in_memory else {}
    engine = _engine(address, {"check_same_thread": False, "timeout": address.patience}, **options)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _postgres_engine(address: Address) -> Engine:
    """A server that was restarted in between is no error: connections are tried before they are used."""
    arguments = {"connect_timeout": int(WAIT_SECONDS), "options": f"-c lock_timeout={WAIT_SECONDS:g}s"}
    return _engine(address, arguments, pool_pre_ping=True)


def _engine(address: Address, arguments: Mapping[str, Any], **options: Any) -> Engine:
    """Messages of its errors never hold what was written: names and phone numbers."""
    ours = {name: value for name, value in arguments.items() if name not in address.url.query}
    return create_engine(address.url, connect_args=ours, hide_parameters=True, json_serializer=_to_json, **options)


def _prepare(connection: sqlite3.Connection, record: object) -> None:
    connection.isolation_level = None  # `_begin` begins: the driver would not before the first write
    for setting in _SQLITE_SETTINGS:
        connection.execute(setting)


def _begin(connection: Connection) -> None:
    """Take the right to write at once: who reads first and writes then would be refused without waiting."""
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))
