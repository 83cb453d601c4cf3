"""The log: one file in the user's log folder that never grows without end.

What is written at INFO and above names no person and no phone number; whoever needs names asks the database.
"""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORM = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"
_BYTES = 1_000_000
_KEPT = 3


def start_log(folder: Path, level: int = logging.INFO) -> Path | None:
    """Write what `roster_app` logs to a file in `folder`, else to the error stream; answers with the file."""
    logger = logging.getLogger("roster_app")
    logger.setLevel(level)
    handler, path = _handler(folder)
    handler.setFormatter(logging.Formatter(_FORM))
    stop_log()
    logger.addHandler(handler)
    return path


def stop_log() -> None:
    """Close the log; what is logged afterwards goes where the standard library sends it."""
    logger = logging.getLogger("roster_app")
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()


def _handler(folder: Path) -> tuple[logging.Handler, Path | None]:
    path = folder / "roster-app.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8"), path
    except OSError:
        return logging.StreamHandler(sys.stderr), None
