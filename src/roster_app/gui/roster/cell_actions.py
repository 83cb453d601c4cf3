"""What can be done with the cells of the grids: by key, by mouse, and by the menu of a cell."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from roster_app.gui.actions import make_action
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.beside import Beside
from roster_app.gui.roster.duty_view import DutyView
from roster_app.gui.roster.hand_editing import HandEditing
from roster_app.gui.roster.menus import open_cell_menu
from roster_app.gui.roster.name_drag import DroppedName


class CellActions(QObject):
    """The actions of the page for the current or the selected cells; what a grid wishes triggers them."""

    def __init__(self, arrangements: Arrangements, editing: HandEditing, beside: Beside, page: QWidget) -> None:
        super().__init__(page)
        self._here = arrangements
        self._editing = editing
        self._beside = beside
        self._page = page
        self._make_local()
        self._make_whole()
        for grid in arrangements.grids.values():
            self._obey(grid)

    def _make_local(self) -> None:
        """Those whose keys are the grids' own."""
        here, editing, page = self._here, self._editing, self._page
        self._assign = make_action("assign", page, partial(self._beside.pick, ""))
        self._clear = make_action("clear", page, lambda: editing.clear(here.duty_ids))
        self._lock = make_action("lock", page, lambda: editing.toggle_lock(here.duty_ids))
        self._copy = make_action("copy_volunteer", page, lambda: editing.copy(here.person))
        self._cut = make_action("cut_volunteer", page, lambda: editing.cut(here.duty_id))
        self._paste = make_action("paste_volunteer", page, lambda: editing.paste(here.duty_ids))

    def _make_whole(self) -> None:
        """Those whose keys work all over the page."""
        here, editing, page = self._here, self._editing, self._page
        self._whole = [
            make_action("why", page, self._beside.ask_why),
            make_action("stand_in", page, self._beside.find_stand_in),
            make_action("cut_duty", page, lambda: editing.cut_in_two(here.duty_id)),
            make_action("repeat_week", page, lambda: editing.repeat_week(here.day)),
            make_action("join_duty", page, lambda: editing.join(here.duty_id)),
        ]

    def _obey(self, grid: DutyView) -> None:
        wishes = grid.wishes
        wishes.picking.connect(self._beside.pick)
        wishes.clearing.connect(self._clear.trigger)
        wishes.locking.connect(self._lock.trigger)
        wishes.copying.connect(self._copy.trigger)
        wishes.cutting.connect(self._cut.trigger)
        wishes.pasting.connect(self._paste.trigger)
        wishes.stretching.connect(self._editing.stretch)
        wishes.dropping.connect(self._on_dropped)
        grid.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, place: QPoint) -> None:
        local = (self._assign, self._clear, self._lock, self._copy, self._cut, self._paste)
        open_cell_menu(self._here, (local, self._whole), place, self._page)

    def _on_dropped(self, dropped: DroppedName) -> None:
        """Two holders change places, and on a free day the person of the line takes the duty; a copied name and one
        from the list of people takes the duty it is let go on."""
        here = self._here
        here.grid.stand_at(dropped.index)
        moved, target = dropped.name.duty_id, here.duty_id
        if target is not None and (dropped.copies or moved is None):
            self._editing.assign([target], dropped.name.volunteer_id)
        elif moved is not None and target is not None:
            self._editing.swap(moved, target)
        elif moved is not None and here.is_of_people and (person := here.person) is not None:
            self._editing.assign([moved], person)
