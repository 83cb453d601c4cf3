"""One limit as a sentence with a field in it: ☑ At most [6] days in a row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of


class LimitRow(QWidget):
    """`sentence` holds {field} where the field stands. An optional limit has a tick: without it, there is none."""

    changed = Signal()  # the person changed the number or the tick

    def __init__(self, sentence: str, field: QSpinBox, value: int | None, *, optional: bool = True) -> None:
        super().__init__()
        self._field = field
        before, _mark, after = (part.strip() for part in sentence.partition("{field}"))
        self._tick = QCheckBox(before) if optional else None
        if value is not None:
            field.setValue(value)
        field.setAccessibleName(f"{before} … {after}".strip())
        field.valueChanged.connect(lambda _value: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        row.addWidget(self._tick or TextLabel(before))
        row.addWidget(field)
        row.addWidget(TextLabel(after))
        row.addStretch(1)
        if self._tick is not None:
            self._tick.setAccessibleName(field.accessibleName())
            self._tick.setChecked(value is not None)
            self._tick.toggled.connect(field.setEnabled)
            self._tick.toggled.connect(lambda _on: self.changed.emit())
            field.setEnabled(value is not None)

    def set_value(self, value: int | None) -> None:
        """Show this limit, or none."""
        if value is not None:
            self._field.setValue(value)
        self.tick(value is not None)

    def tick(self, on: bool) -> None:
        """Switch an optional limit on or off; its number stays."""
        if self._tick is not None:
            self._tick.setChecked(on)

    @property
    def value(self) -> int | None:
        """The limit, or none."""
        return self._field.value() if self._tick is None or self._tick.isChecked() else None
