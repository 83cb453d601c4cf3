"""The board in words, place after place: who is on, late, away or missing, who comes next, and the gaps ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Literal

from roster_app.domain.attendance.board import Board, Due, Gap
from roster_app.domain.attendance.entries import Attendee
from roster_app.domain.attendance.presence import Presence
from roster_app.domain.ids import CheckpointId, DutyId
from roster_app.domain.team import Directory
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _
from roster_app.services.words import moment, span_words
from roster_app.services.words.times import clock_times

EARLY = timedelta(hours=2)
"""How long before a duty one may sign in for it on the board."""

Signs = Literal["in", "out", ""]


class State(StrEnum):
    """How it stands with one person at one post."""

    ON = "on"
    LATE = "late"
    VACANT = "vacant"
    AWAY = "away"
    SOON = "soon"


TONES: dict[State, ToneName] = {
    State.ON: "good",
    State.LATE: "act",
    State.VACANT: "act",
    State.AWAY: "look",
    State.SOON: "plain",
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One line of a place; `signs` says what a click enters."""

    state: State
    duty_id: DutyId | None
    who: Attendee | None
    name: str
    words: str
    signs: Signs = ""

    @property
    def key(self) -> tuple[DutyId | None, Attendee | None]:
        """What the row is about, however it stands."""
        return self.duty_id, self.who


@dataclass(frozen=True, slots=True)
class PlaceBoard:
    """One checkpoint; `next` tells who comes where that is too far ahead to sign in."""

    checkpoint_id: CheckpointId
    name: str
    single: tuple[str, ...]
    rows: tuple[BoardRow, ...]
    next: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapRow:
    """A stretch with somebody missing, and the vacant duty it comes from, where there is one."""

    at_risk: bool
    place: str
    words: str
    duty_id: DutyId | None


def place_boards(board: Board, directory: Directory) -> tuple[PlaceBoard, ...]:
    """Every checkpoint where anybody stands, should stand, or comes within the board's days."""
    made = (_Place(board, directory, c.id, c.name).told() for c in directory.checkpoints_in_order)
    return tuple(place for place in made if place.rows or place.next)


def gap_rows(board: Board, directory: Directory) -> tuple[GapRow, ...]:
    """Those at risk first."""
    return tuple(_gap_row(gap, board, directory) for gap in board.gaps)


def _gap_row(gap: Gap, board: Board, directory: Directory) -> GapRow:
    vacant = (d for d in board.duties if d.holder is None and d.seat.post_id == gap.post_id)
    duty = next((d for d in vacant if d.span.overlaps(gap.stretch.span)), None)
    post = directory.post[gap.post_id].name
    words = _("{span} · {post} · {missing} missing of {required}").format(
        span=span_words(gap.stretch.span), post=post, missing=gap.stretch.missing, required=gap.stretch.required
    )
    return GapRow(gap.at_risk, directory.checkpoint[gap.checkpoint_id].name, words, duty.duty_id if duty else None)


class _Place:
    """What the board says of one checkpoint."""

    def __init__(self, board: Board, directory: Directory, place: CheckpointId, name: str) -> None:
        self._board, self._directory = board, directory
        self._place, self._name = place, name
        self._on = [p for p in board.on if p.seat.checkpoint_id == place]
        self._duties = [d for d in board.duties if d.seat.checkpoint_id == place]
        self._here = {(p.seat, p.who) for p in self._on}
        self._taken = {p.seat for p in self._on}

    def told(self) -> PlaceBoard:
        posts = self._directory.post
        single = (posts[post].name for post in self._board.single if posts[post].checkpoint_id == self._place)
        coming = [d for d in self._board.next if d.seat.checkpoint_id == self._place and not self._is_here(d)]
        soon = [d for d in coming if d.span.start - self._board.now <= EARLY]
        later = [d for d in coming if d not in soon]
        rows = (*self._missing(), *map(self._present, self._on), *map(self._soon, soon))
        return PlaceBoard(self._place, self._name, tuple(single), rows, tuple(self._later(later)))

    def _is_here(self, due: Due) -> bool:
        return due.holder is not None and (due.seat, Attendee(due.holder)) in self._here

    def _missing(self) -> Iterator[BoardRow]:
        """Whoever should stand here and does not: late, gone or absent, or nobody at all."""
        late = {due.duty_id for due in self._board.late}
        for due in self._duties:
            if not due.span.start <= self._board.now < due.span.end or self._is_here(due):
                continue
            if due.duty_id in late:
                yield self._due(due, State.LATE, _("late since {clock}").format(clock=f"{due.span.start:%H:%M}"))
            elif due.seat not in self._taken:
                state = State.VACANT if due.holder is None else State.AWAY
                told = "" if due.holder is None else _("not here")
                yield self._due(due, state, told)

    def _due(self, due: Due, state: State, told: str) -> BoardRow:
        name = _("nobody") if due.holder is None else self._directory.name[due.holder]
        times = _until(due) if state is State.LATE else clock_times(due.span)
        words = _joined(self._post(due), told, times)
        who = None if due.holder is None else Attendee(due.holder)
        return BoardRow(state, due.duty_id, who, name, words, "in" if who else "")

    def _soon(self, due: Due) -> BoardRow:
        return self._due(due, State.SOON, _("comes next"))

    def _present(self, one: Presence) -> BoardRow:
        due = self._duty_of(one)
        who = one.who
        name = who.name if who.volunteer_id is None else self._directory.name[who.volunteer_id]
        since = _("since {clock}").format(clock=f"{one.span.start:%H:%M}")
        until = _until(due) if due else ""
        words = _joined(self._directory.post[one.seat.post_id].name, since, until)
        return BoardRow(State.ON, due.duty_id if due else None, who, name, words, "out" if due else "")

    def _duty_of(self, one: Presence) -> Due | None:
        """The duty of the seat that is nearest now; a seat beside the plan has none."""
        own = [d for d in self._duties if d.seat == one.seat]
        now = self._board.now
        return min(own, key=lambda d: max(d.span.start - now, now - d.span.end), default=None)

    def _later(self, dues: Iterable[Due]) -> Iterator[str]:
        """One line for each moment somebody comes."""
        groups: dict[str, list[str]] = {}
        for due in dues:
            today = due.span.start.date() == self._board.now.date()
            when = f"{due.span.start:%H:%M}" if today else moment(due.span.start)
            groups.setdefault(when, []).append(self._directory.name[due.holder] if due.holder else "")
        for when, names in groups.items():
            yield _("{moment} {names}").format(moment=when, names=_(", ").join(names))

    def _post(self, due: Due) -> str:
        return self._directory.post[due.seat.post_id].name


def _until(due: Due) -> str:
    return _("until {clock}").format(clock=f"{due.span.end:%H:%M}")


def _joined(*words: str) -> str:
    return " · ".join(word for word in words if word)
