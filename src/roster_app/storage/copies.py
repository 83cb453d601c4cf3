"""Whole copies of a SQLite file: dated, checked, and on the disk before their name appears."""

import os
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path


def copy_file(source: Path, target: Path) -> None:
    """Copy a database as it stands, also while others write to it; raises sqlite3.Error where the copy is not whole.

    The copy is one file that needs no other beside it. A half-written one never bears the target's name.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        with closing(open_to_read(source)) as original, closing(sqlite3.connect(draft)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            check(copy, "integrity_check")
        _flush_file(draft)
        draft.replace(target)
        _flush_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def open_to_read(file: Path, patience: float = 5.0) -> sqlite3.Connection:
    """A connection that cannot change a byte of the file; it waits so many seconds for who has it locked."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=patience)


def check(connection: sqlite3.Connection, pragma: str) -> None:
    """Raise sqlite3.DatabaseError for a damaged database; `pragma` is quick_check or integrity_check."""
    (verdict,) = connection.execute(f"PRAGMA {pragma}(1)").fetchone()
    if verdict != "ok":
        damage = sqlite3.DatabaseError(verdict)
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage


def dated_name(file: Path, folder: Path, at: datetime, mark: str = "") -> Path:
    """A free name in the folder that sorts by time: roster-2020-04-06-083000.db."""
    stem = f"{file.stem}-{at:%Y-%m-%d-%H%M%S}{mark}"
    path, number = folder / f"{stem}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.db"
    return path


def dated_copies(file: Path, folder: Path) -> list[Path]:
    """The copies of a file in a folder, the oldest first."""
    dated = re.compile(re.escape(file.stem) + r"-\d{4}-\d\d-\d\d-\d{6}.*\.db")
    found = [path for path in folder.iterdir() if dated.fullmatch(path.name)] if folder.is_dir() else []
    return sorted(found, key=lambda path: path.stem)


def newest_copy(file: Path, folder: Path) -> Path | None:
    """The copy to go back to, if there is one."""
    copies = dated_copies(file, folder)
    return copies[-1] if copies else None


def _flush_file(path: Path) -> None:
    """Wait until the disk has it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    """Wait until the disk has the names in it; Windows does so unasked and knows no other way."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
