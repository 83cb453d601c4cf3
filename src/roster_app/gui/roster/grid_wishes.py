"""What a view of the roster may be asked for; the page carries it out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from roster_app.gui.roster.grid_keys import Wish


class GridWishes(QObject):
    """The wishes of one view; turning the days is the view's own."""

    picking = Signal(str)  # choose for the current cell; what has been typed already
    clearing = Signal()
    locking = Signal()
    copying = Signal()
    cutting = Signal()
    pasting = Signal()
    today = Signal()
    period = Signal(int)  # −1, 1: there is nothing left to turn to in this one
    leaving = Signal()  # Esc
    stretching = Signal(object, object, object)  # the DutyId, the Edge that moves, the datetime it moves to
    dropping = Signal(object)  # the DroppedName

    def carry_out(self, wish: Wish, typed: str, turn: Callable[[int], None]) -> None:
        """Pass a key's wish on, or let the view turn its days."""
        wishes: dict[Wish, Callable[[], object]] = {
            Wish.PICK: lambda: self.picking.emit(typed),
            Wish.CLEAR: self.clearing.emit,
            Wish.LOCK: self.locking.emit,
            Wish.COPY: self.copying.emit,
            Wish.CUT: self.cutting.emit,
            Wish.PASTE: self.pasting.emit,
            Wish.TODAY: self.today.emit,
            Wish.LEAVE: self.leaving.emit,
            Wish.BACK: lambda: turn(-1),
            Wish.ON: lambda: turn(1),
        }
        wishes[wish]()
