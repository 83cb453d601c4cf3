"""What can be done with a cell by mouse; made once, because views ask for every cell they paint."""

from __future__ import annotations

from PySide6.QtCore import Qt

_Flag = Qt.ItemFlag

CELL = _Flag.ItemIsSelectable | _Flag.ItemIsEnabled
OPEN_CELL = CELL | _Flag.ItemIsDropEnabled
"""Something can be dropped on it."""
LOOSE_CELL = OPEN_CELL | _Flag.ItemIsDragEnabled
"""What it holds can be dragged away."""
