"""What may be taken in: files by their endings, a file being dropped, a table in the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".csv", ".txt", ".tsv"})


def dropped_file(event: QDropEvent) -> Path | None:
    """The file that is being dropped, if it may hold a table."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in ENDINGS else None
