"""Ways between two checkpoints that take another time than their areas say."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.gui.widgets.buttons import IconButton, LinkButton
from roster_app.gui.widgets.duration_field import DurationField
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _


class TravelTable(QWidget):
    """A line for each pair: from, to, how long; a pair named twice counts as its last line says."""

    def __init__(self, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checkpoints = {c.id: c.name for c in directory.checkpoints_in_order}
        self._default = directory.rules.travel_between_areas
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(measures_of(self).tight)
        self._add = LinkButton(_("State another way …"), "plus")
        self._add.clicked.connect(self._on_add)
        self._add.setVisible(len(self._checkpoints) > 1)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for pair, minutes in directory.rules.travel.items():
            ends = [c for c in self._checkpoints if c in pair]
            if len(ends) == 2:
                self._append(ends[0], ends[1], minutes)

    def minutes(self) -> Mapping[frozenset[CheckpointId], int]:
        """Minutes by pair; a line from a checkpoint to itself says nothing."""
        stated = {frozenset(line.pair): line.minutes for line in self._lines}
        return {pair: minutes for pair, minutes in stated.items() if len(pair) == 2}

    def _on_add(self) -> None:
        here, there, *_rest = self._checkpoints
        self._append(here, there, self._default).setFocus()

    def _append(self, here: CheckpointId, there: CheckpointId, minutes: int) -> _Line:
        line = _Line(self._checkpoints, here, there, minutes)
        line.remove.clicked.connect(lambda: self._take_away(line))
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        return line

    def _take_away(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()


class _Line(QWidget):
    """From, to, minutes, and a cross."""

    def __init__(
        self, checkpoints: Mapping[CheckpointId, str], here: CheckpointId, there: CheckpointId, minutes: int
    ) -> None:
        super().__init__()
        self._ids = list(checkpoints)
        self._here = _picker(checkpoints, here, _("From"))
        self._there = _picker(checkpoints, there, _("To"))
        self._minutes = DurationField(minutes, 0, 600, step=5)
        self._minutes.setAccessibleName(_("How long"))
        self.remove = IconButton("x", _("Take this way out"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        for part in (self._here, TextLabel("↔", "quiet"), self._there, self._minutes, self.remove):
            row.addWidget(part)
        row.addStretch(1)
        self.setFocusProxy(self._here)

    @property
    def pair(self) -> tuple[CheckpointId, CheckpointId]:
        return self._ids[self._here.currentIndex()], self._ids[self._there.currentIndex()]

    @property
    def minutes(self) -> int:
        return self._minutes.value()


def _picker(checkpoints: Mapping[CheckpointId, str], chosen: CheckpointId, name: str) -> QComboBox:
    box = QComboBox()
    box.addItems(list(checkpoints.values()))
    box.setCurrentIndex(list(checkpoints).index(chosen))
    box.setAccessibleName(name)
    return box
