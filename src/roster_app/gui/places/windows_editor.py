"""The times at which a post wants another number of people: from, to, how many, on which days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.places.day_type_chips import DayTypeChips
from roster_app.gui.places.tiling import settled
from roster_app.gui.places.written import WrittenWindow
from roster_app.gui.widgets import (
    IconButton,
    InlineError,
    LinkButton,
    MinuteField,
    NumberField,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _


class WindowsEditor(QWidget):
    """Any number of lines; a later one wins over an earlier one."""

    changed = Signal()  # the person changed something

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_WindowLine] = []
        self._with_limits = False
        self._title = TextLabel(_("At other times, other people"), "quiet")
        self._help = TextLabel(_("A door closed 00:00–05:00 takes 0 then; Sundays may take one more."), "second")
        self._help.setWordWrap(True)
        self._error = InlineError()
        self._add = LinkButton(_("Add a time"), "plus")
        self._add.clicked.connect(self._on_add)
        measures = measures_of(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(measures.near)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        self._column.addLayout(head)
        self._column.addWidget(self._help)
        self._column.addWidget(self._error)

    @property
    def windows(self) -> tuple[WrittenWindow, ...]:
        """The lines as written."""
        return tuple(line.window for line in self._lines)

    def show_windows(self, windows: Sequence[WrittenWindow]) -> None:
        """Show these without telling anyone."""
        while len(self._lines) > len(windows):
            self._drop(self._lines[-1])
        while len(self._lines) < len(windows):
            self._append()
        for line, window in zip(self._lines, windows, strict=True):
            line.show_window(window)
        self._help.setVisible(not self._lines)

    def show_limits(self, show: bool) -> None:
        """Whether each time also asks how many are needed at least and welcome at most; where stated it always does."""
        self._with_limits = show
        for line in self._lines:
            line.show_limits(show)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with one of the lines."""
        self._error.tell(sentence)

    def _on_add(self) -> None:
        line = self._append()
        self._help.hide()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _append(self) -> _WindowLine:
        line = _WindowLine()
        line.changed.connect(self.changed)
        line.removal_wished.connect(lambda: self._take_away(line))
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        line.show()
        line.show_limits(self._with_limits)
        return line

    def _drop(self, line: _WindowLine) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _take_away(self, line: _WindowLine) -> None:
        self._drop(line)
        self._help.setVisible(not self._lines)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class _Headcount(NumberField):
    """Narrow: its unit stands beside it."""

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(70), measures.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


_NOT_STATED = -1


def _limit(name: str) -> _Headcount:
    """A count that may be left open."""
    field = _Headcount(_NOT_STATED, _NOT_STATED, 99, none_word="–")
    field.setAccessibleName(name)
    return field


def _stated(field: _Headcount) -> int | None:
    return None if field.value() == _NOT_STATED else field.value()


class _WindowLine(QWidget):
    """One time: the fields in a row, the days under it."""

    changed = Signal()
    removal_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._start = MinuteField(0, _("From"))
        self._end = MinuteField(300, _("To"), next_day=True)
        self._headcount = _Headcount(0, 0, 99)
        self._headcount.setAccessibleName(_("People"))
        self._minimum = _limit(_("at least"))
        self._maximum = _limit(_("at most"))
        self._limits = QWidget()
        self._days = DayTypeChips()
        remove = IconButton("x", _("Take this time out"), small=True)
        measures = measures_of(self)
        row = QHBoxLayout()
        row.setSpacing(measures.near)
        for part in (self._start, TextLabel("–", "quiet"), self._end, self._headcount, TextLabel(_("people"), "quiet")):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, measures.tight)
        column.setSpacing(measures.px(6))
        column.addLayout(row)
        column.addWidget(self._limits)
        column.addWidget(self._days)
        self._lay_limits()
        self.setFocusProxy(self._start)
        for times in (self._start, self._end):
            times.textEdited.connect(lambda _text: self.changed.emit())
            times.minutes_changed.connect(self._on_times)
        for count in (self._headcount, self._minimum, self._maximum):
            count.valueChanged.connect(lambda _count: self.changed.emit())
        self._days.changed.connect(self.changed)
        remove.clicked.connect(self.removal_wished)

    @property
    def window(self) -> WrittenWindow:
        return WrittenWindow(
            self._start.minutes,
            self._end.minutes,
            self._headcount.value(),
            self._days.day_types,
            _stated(self._minimum),
            _stated(self._maximum),
        )

    def show_limits(self, show: bool) -> None:
        stated = _stated(self._minimum) is not None or _stated(self._maximum) is not None
        self._limits.setVisible(show or stated)

    def _lay_limits(self) -> None:
        row = QHBoxLayout(self._limits)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        for words, field in ((_("at least"), self._minimum), (_("at most"), self._maximum)):
            row.addWidget(TextLabel(words, "quiet"))
            row.addWidget(field)
        row.addStretch(1)
        self._limits.hide()

    def show_window(self, window: WrittenWindow) -> None:
        blocked = self.blockSignals(True)
        self._start.set_minutes(window.start)
        self._end.set_minutes(window.end)
        self._headcount.setValue(window.headcount)
        for field, count in ((self._minimum, window.minimum), (self._maximum, window.maximum)):
            field.setValue(_NOT_STATED if count is None else count)
        self._days.show_day_types(window.day_types)
        self.blockSignals(blocked)

    def _on_times(self) -> None:
        """22:00 to 06:00 is meant to reach into the next day, and says so."""
        times = settled(self._start.minutes, self._end.minutes, DAY_MINUTES)
        if times is not None:
            self._start.set_minutes(times[0])
            self._end.set_minutes(times[1])
        self.changed.emit()
