"""Files that leave the program: complete under their name, or not there at all."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from roster_app.domain.errors import DomainError, ErrorCode


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the place and move the file there when it is complete and on the disk.

    What stood there before stays until then. Raises DomainError (FOLDER_NOT_WRITABLE).
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise DomainError(ErrorCode.FOLDER_NOT_WRITABLE, path=path, reason=error.strerror or error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def read_whole(path: Path) -> bytes:
    """What a file holds. Raises DomainError: FILE_MISSING or FILE_UNREADABLE."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DomainError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise DomainError(ErrorCode.FILE_UNREADABLE, path=path, reason=error.strerror or error) from error


def safe_name(text: str) -> str:
    """A text as the name of a file on every system."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", text).strip(" .") or "_"
