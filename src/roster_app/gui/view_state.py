"""How the window stood when it was closed: sizes, widths, the last page. A damaged value never breaks the start."""

from __future__ import annotations

from collections.abc import Sequence
from logging import getLogger
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

_log = getLogger(__name__)


class ViewState:
    """Values by name in an ini file of its own; whatever cannot be read counts as not remembered."""

    def __init__(self, path: Path) -> None:
        self._stored = QSettings(str(path), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        found = self._stored.value(name)
        return found if isinstance(found, str) and found else default

    def number(self, name: str, default: int, low: int, high: int) -> int:
        """A remembered whole number, if it lies between `low` and `high`."""
        try:
            found = int(self.text(name))
        except ValueError:
            return default
        return found if low <= found <= high else default

    def flag(self, name: str, default: bool) -> bool:
        """A remembered yes or no."""
        return {"yes": True, "no": False}.get(self.text(name), default)

    def keep(self, name: str, value: str | int | bool) -> None:
        """Remember a word, a number or a yes or no."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        self._stored.setValue(name, str(value))

    def numbers(self, name: str, count: int, low: int, high: int) -> tuple[int, ...]:
        """Remembered whole numbers; none unless there are exactly `count` and each lies between `low` and `high`."""
        try:
            found = tuple(int(part) for part in self.text(name).split())
        except ValueError:
            return ()
        return found if len(found) == count and all(low <= n <= high for n in found) else ()

    def keep_numbers(self, name: str, numbers: Sequence[int]) -> None:
        """Remember whole numbers."""
        self.keep(name, " ".join(str(n) for n in numbers))

    def restore_window(self, window: QWidget) -> bool:
        """Give a top-level window its last size and place; whether there were any."""
        stored = self._stored.value("window/geometry")
        return isinstance(stored, QByteArray) and bool(window.restoreGeometry(stored))

    def keep_window(self, window: QWidget) -> None:
        self._stored.setValue("window/geometry", window.saveGeometry())

    def restore_splitter(self, name: str, splitter: QSplitter) -> None:
        """Give a splitter its last sizes."""
        sizes = self.numbers(f"splitter/{name}", splitter.count(), 0, 20_000)
        if sum(sizes):
            splitter.setSizes(list(sizes))

    def keep_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember a splitter's sizes, unless a part of it is hidden and the sizes say nothing."""
        if sum(splitter.sizes()) and not any(
            part.isHidden() for n in range(splitter.count()) if (part := splitter.widget(n))
        ):
            self.keep_numbers(f"splitter/{name}", splitter.sizes())

    def restore_columns(self, name: str, header: QHeaderView) -> bool:
        """Give a table its last column widths; whether there were any."""
        widths = self.numbers(f"columns/{name}", header.count(), 0, 4_000)
        for section, width in enumerate(widths):
            if width:  # a hidden one says nothing
                header.resizeSection(section, width)
        return bool(widths)

    def keep_columns(self, name: str, header: QHeaderView) -> None:
        self.keep_numbers(f"columns/{name}", [header.sectionSize(n) for n in range(header.count())])

    def store(self) -> None:
        """Write everything to the file now; a disk that refuses costs the sizes, not the work."""
        self._stored.sync()
        if self._stored.status() != QSettings.Status.NoError:
            _log.warning("the state of the window could not be kept (%s)", self._stored.status())
