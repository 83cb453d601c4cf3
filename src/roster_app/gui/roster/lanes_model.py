"""The 24 hours of one day: a lane for each seat of a post, its duties in order of time as the columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from roster_app.domain.ids import CheckpointId, DutyId, PostId
from roster_app.domain.timespan import DAY, Span
from roster_app.gui.roster.day_lanes import (
    Bar,
    DayLanes,
    Lane,
    Presence,
    SeatKey,
    day_lanes,
    duties_by_day,
    presence,
    seats_of,
)
from roster_app.gui.roster.days import DayLook, span_hours
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.duty_model import Index, PeriodModel, Place
from roster_app.gui.roster.looks import SeatLook, duty_phrase, seat_look
from roster_app.gui.roster.row_filter import RowFilter, Sieve
from roster_app.i18n import _
from roster_app.services.words import duration

_Role = Qt.ItemDataRole
_NONE = DayLanes(date.min, (), (), {})


@dataclass(frozen=True, slots=True)
class BarLook:
    """What a bar shows: its duty as everywhere, where it lies, and its hours or, vacant, how long nobody is there.

    `words` are the longest first: the first that fits is painted.
    """

    seat: SeatLook
    bar: Bar
    words: tuple[str, ...]


class LanesModel(PeriodModel):
    """Lanes are laid out when the day or the document changes, strips when it has been judged; `data` looks them up."""

    def __init__(self, document: RosterDocument, today: date, parent: QObject | None = None) -> None:
        super().__init__(document, today, parent)
        self._wanted = RowFilter()
        self._at = 0
        self._seats: tuple[SeatKey, ...] = ()
        self._duties: Mapping[date, tuple[DutyId, ...]] = {}
        self._laid = _NONE
        self._looks: dict[Place, BarLook] = {}
        self._strips: dict[CheckpointId, tuple[Presence, ...]] = {}
        self._posts: dict[PostId, tuple[Presence, ...]] = {}
        document.duties_changed.connect(self._on_duties_changed)
        document.judged.connect(self._on_judged)
        self._read_anew()

    @property
    def day(self) -> DayLook | None:
        """The day that is shown; None without a roster."""
        return self._days[self._at] if self._days else None

    @property
    def laid_on(self) -> date:
        """The date of the day that is laid out."""
        return self._laid.day

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """All lines."""
        return self._laid.lanes

    def look(self, row: int, column: int) -> BarLook | None:
        """What a bar shows."""
        return self._looks.get((row, column))

    def bars(self, row: int) -> tuple[Bar, ...]:
        """The duties of a lane in order of time."""
        return self._laid.bars[row]

    def bar_looks(self, row: int) -> Iterator[tuple[QModelIndex, BarLook]]:
        """What the bars of a lane show, and where each stands."""
        return ((self.index(row, column), self._looks[row, column]) for column in range(len(self.bars(row))))

    def strip(self, row: int) -> tuple[Presence, ...]:
        """People wanted and there at the checkpoint of a lane, through the day."""
        return self._strips.get(self._laid.lanes[row].checkpoint_id, ())

    def closed(self, row: int) -> list[tuple[int, int]]:
        """When nobody is wanted at the post of a lane."""
        own = self._posts.get(self._laid.lanes[row].post_id, ())
        return [(stretch.start, stretch.end) for stretch in own if not stretch.required]

    def place(self, row: int) -> str:
        """The checkpoint of a lane."""
        return self._document.opened.directory.checkpoint[self._laid.lanes[row].checkpoint_id].name

    def post(self, row: int) -> str:
        """The post of a lane."""
        return self._document.opened.directory.post[self._laid.lanes[row].post_id].name

    def seats(self, index: Index) -> tuple[SeatLook, ...]:
        look = self._looks.get((index.row(), index.column()))
        return (look.seat,) if look else ()

    def reach(self, duty_id: DutyId) -> QModelIndex:
        """Where a duty lies; another day is shown for one that does not touch this one."""
        duty = self._document.shown.roster.plan.duty.get(duty_id)
        if duty is not None and duty_id not in self._place_of:
            any(map(self.show_day, duty.span.days()))  # the first that the period has
        return self.index_of(duty_id)

    def show_day(self, day: date) -> bool:
        """Lay another day out; whether the period has it."""
        at = self.column_of(day)
        if at >= 0 and at != self._at:
            self._at = at
            self._lay_anew()
        return at >= 0

    def turn(self, steps: int) -> bool:
        """Days on or back; False where the period ends."""
        at = self._at + steps
        return 0 <= at < len(self._days) and self.show_day(self._days[at].date)

    def narrow_to(self, wanted: RowFilter) -> None:
        """Only the lanes that a filter keeps."""
        self._wanted = wanted
        self._lay_anew()

    def _read(self) -> None:
        """The day stays the one it was; else it is today."""
        self._seats, self._duties = (), {}
        if self._document.is_open:
            opened = self._document.opened
            self._seats = seats_of(opened.roster.plan, opened.directory)
            self._duties = duties_by_day(opened.roster.plan)
        self._at = next((at for day in (self._laid.day, self._today) if (at := self.column_of(day)) >= 0), 0)
        self._lay_out()

    def _lay_anew(self) -> None:
        self.beginResetModel()
        self._lay_out()
        self.endResetModel()

    def _lay_out(self) -> None:
        day = self.day
        if day is None:
            self._laid, self._place_of, self._looks, self._strips, self._posts = _NONE, {}, {}, {}, {}
            return
        plan = self._document.shown.roster.plan
        own = self._duties.get(day.date, ())
        self._laid = day_lanes(plan, self._seats_kept(own), day.date, own)
        self._place_of = self._laid.place_of
        self._looks = {place: self._bar_look(duty_id) for duty_id, place in self._place_of.items()}
        self._prove()

    def _seats_kept(self, duty_ids: Iterable[DutyId]) -> tuple[SeatKey, ...]:
        """The seats that the filter keeps on a day."""
        if not self._wanted.is_on:
            return self._seats
        shown = self._document.shown
        sieve, duty = Sieve(self._wanted, shown.roster, shown.directory), shown.roster.plan.duty
        kept = {(duty[d].post_id, duty[d].seat) for d in duty_ids if sieve.keeps_duty(d)}
        return tuple(seat for seat in self._seats if seat[1:] in kept)

    def _prove(self) -> None:
        proof, day = self._document.proof, self._laid.day
        self._strips = {line.checkpoint_id: presence(line, day) for line in proof.checkpoints}
        self._posts = {line.post_id: presence(line, day) for line in proof.posts if line.post_id is not None}

    def _bar_look(self, duty_id: DutyId) -> BarLook:
        row, column = self._place_of[duty_id]
        bar, shown = self._laid.bars[row][column], self._document.shown
        seat, span = seat_look(shown, duty_id), shown.roster.plan.duty[duty_id].span
        hours = span_hours(span)
        if seat.is_vacant:
            return BarLook(seat, bar, (duration(span.minutes),))
        longer = (_("yesterday {hours}").format(hours=hours),) if self._laid.day - span.start.date() == DAY else ()
        return BarLook(seat, bar, (*longer, hours))

    def span_of(self, index: Index) -> Span | None:
        """When a bar's duty is, beyond this day too."""
        duty_id = self.duty_id(index)
        return None if duty_id is None else self._document.shown.roster.plan.duty[duty_id].span

    def _on_duties_changed(self, duty_ids: Iterable[DutyId]) -> None:
        changed = {self._place_of[d]: self._bar_look(d) for d in duty_ids if d in self._place_of}
        self._looks.update(changed)
        self._tell_changed(changed)

    def _on_judged(self) -> None:
        if self.day is not None:
            self._prove()
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, self.rowCount() - 1))

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._laid.lanes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else max((len(line) for line in self._laid.bars), default=0)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        for seat in self.seats(index):
            if role == _Role.DisplayRole:
                return seat.name or _("Vacant")
            if role in (_Role.AccessibleTextRole, _Role.ToolTipRole):
                return duty_phrase(self._document.shown, seat.duty_id)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        spoken = role in (_Role.DisplayRole, _Role.AccessibleTextRole, _Role.ToolTipRole)
        if orientation == Qt.Orientation.Vertical and spoken and section < self.rowCount():
            return f"{self.place(section)} {self.post(section)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.seats(index) else Qt.ItemFlag.NoItemFlags
