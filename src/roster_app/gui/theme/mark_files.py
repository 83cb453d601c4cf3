"""Small coloured marks as files, because a style sheet can only point at files: arrows, ticks, dots."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from roster_app.gui.widgets.icons import coloured_svg

_DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="3" fill="{}"/></svg>'


class MarkFiles:
    """Writes each mark once for each colour into a folder that goes away with this object."""

    def __init__(self) -> None:
        self._folder = QTemporaryDir()

    def icon(self, name: str, colour: str) -> str:
        """The path of an icon in that colour, as a style sheet writes it."""
        return self._path(name, colour, coloured_svg(name, colour))

    def dot(self, colour: str) -> str:
        """The path of a filled dot, for the middle of a radio button."""
        return self._path("dot", colour, _DOT.format(colour).encode())

    def _path(self, name: str, colour: str, svg: bytes) -> str:
        path = Path(self._folder.filePath(f"{name}-{colour.lstrip('#')}.svg"))
        if not path.exists():
            path.write_bytes(svg)
        return path.as_posix()
