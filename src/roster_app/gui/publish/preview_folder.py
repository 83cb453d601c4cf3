"""Where the sheets that are only looked at lie: a folder of its own that is gone when the page is."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


class PreviewFolder:
    """Made at the first drawing; any thread may draw in it, and nothing is left behind after `close`."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._folder: Path | None = None
        self._closed = False

    def draw(self, draw: Callable[[Path], T]) -> T:
        """Call `draw` with a path that no other drawing has had. Raises OSError without a place for such files."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="roster-preview-"))
        try:
            return draw(self._folder / f"{next(self._numbers)}.pdf")
        finally:
            if self._closed:
                self._sweep()

    def discard(self, path: Path) -> None:
        """Let a drawing go; one that is still being read stays until the end."""
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove everything, also what is being drawn now."""
        self._closed = True
        self._sweep()

    def _sweep(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
