"""Checkpoint × day: a line for each seat, a column for each day, a duty in each cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from roster_app.domain.ids import DutyId
from roster_app.domain.places import Checkpoint, uncovered_minutes
from roster_app.domain.team import Directory
from roster_app.gui.roster.days import header_answer, short_hours
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.duty_model import CELL, DayColumnsModel, Index, Place
from roster_app.gui.roster.looks import SeatLook, duty_phrase, seat_look
from roster_app.gui.roster.row_filter import RowFilter, Sieve
from roster_app.gui.roster.seat_rows import SeatGrid, SeatRow, seat_grid
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _

_Role = Qt.ItemDataRole
_EMPTY = SeatGrid((), (), {}, {})


@dataclass(frozen=True, slots=True)
class LineLook:
    """The words at the left of a line; the first line of a band says them for all of it."""

    place: str
    place_remark: str
    shift: str
    code: str
    hours: str
    tone: ToneName
    post: str

    @property
    def phrase(self) -> str:
        return f"{self.place} {self.shift} {self.hours} {self.post}"


class PlacesModel(DayColumnsModel):
    """Looks and phrases are made when they are first asked for after a change."""

    def __init__(self, document: RosterDocument, today: date, parent: QObject | None = None) -> None:
        super().__init__(document, today, parent)
        self._wanted = RowFilter()
        self._grid = _EMPTY
        self._lines: tuple[LineLook, ...] = ()
        self._looks: dict[Place, SeatLook] = {}
        self._phrases: dict[DutyId, str] = {}
        document.duties_changed.connect(self._on_duties_changed)
        self._read_anew()

    def row(self, row: int) -> SeatRow:
        """What a line stands for."""
        return self._grid.rows[row]

    @property
    def lines(self) -> tuple[LineLook, ...]:
        """The words of all lines."""
        return self._lines

    def look(self, row: int, column: int) -> SeatLook | None:
        """What a cell shows; nothing where nobody is wanted."""
        place = row, column
        known = self._looks.get(place)
        if known is None and (duty_id := self._grid.duty_at.get(place)) is not None:
            known = self._looks[place] = seat_look(self._document.shown, duty_id)
        return known

    def has_duty(self, row: int, column: int) -> bool:
        """Whether anybody is wanted there."""
        return (row, column) in self._grid.duty_at

    def seats(self, index: Index) -> tuple[SeatLook, ...]:
        look = self.look(index.row(), index.column())
        return (look,) if look else ()

    def narrow_to(self, wanted: RowFilter) -> None:
        """Only the lines that a filter keeps."""
        self._wanted = wanted
        self._read_anew()

    def _read(self) -> None:
        self._phrases.clear()
        self._looks.clear()
        self._grid, self._lines, self._place_of = _EMPTY, (), {}
        if not self._document.is_open:
            return
        directory = self._document.opened.directory
        keeps = Sieve(self._wanted, self._document.roster, directory).keeps_duty if self._wanted.is_on else None
        self._grid = seat_grid(self._document.roster.plan, directory, keeps)
        hours = {place.id: _hours_of(place, directory) for place in directory.checkpoints}
        self._lines = tuple(_line_look(row, directory, hours[row.checkpoint_id]) for row in self._grid.rows)
        self._place_of = self._grid.place_of

    def _on_duties_changed(self, duty_ids: Iterable[DutyId]) -> None:
        places = {duty_id: self._place_of[duty_id] for duty_id in duty_ids if duty_id in self._place_of}
        for duty_id, place in places.items():
            self._phrases.pop(duty_id, None)
            self._looks.pop(place, None)
        self._tell_changed(places.values())

    def _phrase(self, row: int, column: int) -> str:
        duty_id = self._grid.duty_at.get((row, column))
        if duty_id is None:
            return _("{day}: nobody is wanted").format(day=self._days[column].title)
        if duty_id not in self._phrases:
            self._phrases[duty_id] = duty_phrase(self._document.shown, duty_id)
        return self._phrases[duty_id]

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._days)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == _Role.DisplayRole:
            look = self.look(index.row(), index.column())
            return None if look is None else look.name or _("Vacant")
        if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
            return self._phrase(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            known = section < len(self._days)
            return header_answer(self._days[section], role, narrow=self.narrow, banded=False) if known else None
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole) and section < len(self._lines):
            return self._lines[section].phrase
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) if self.seats(index) else CELL


def _line_look(row: SeatRow, directory: Directory, staffed: str) -> LineLook:
    place, shift_type = directory.checkpoint[row.checkpoint_id], directory.shift_type[row.shift_type_id]
    return LineLook(
        place=place.name,
        place_remark=staffed,
        shift=shift_type.name,
        code=shift_type.code,
        hours=short_hours(shift_type.start, shift_type.end),
        tone=shift_type.hue.value,
        post=directory.post[row.post_id].name,
    )


def _hours_of(place: Checkpoint, directory: Directory) -> str:
    """When a checkpoint is staffed: 24 hours, or from its first to its last minute."""
    shift_types = directory.shift_types_of(place)
    if not shift_types:
        return ""
    if not uncovered_minutes(shift_types):
        return _("24 hours")
    return short_hours(min(s.start for s in shift_types), max(s.end for s in shift_types))
