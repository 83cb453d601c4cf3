"""The menus of the roster: what can be done with a cell, and what is in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from roster_app.domain.team import Directory
from roster_app.gui.actions import CommandAction
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.filter_menu import FilterMenu


def open_cell_menu(
    here: Arrangements, groups: Iterable[Iterable[CommandAction]], place: QPoint, parent: QWidget
) -> None:
    """What can be done with the cell at a place of the grid in front, with its keys."""
    grid = here.grid
    if not grid.indexAt(place).isValid():
        return
    menu = QMenu(parent)
    for actions in groups:
        for action in actions:
            menu.addAction(f"{action.text()}\t{action.keys}", action.trigger)
        menu.addSeparator()
    _pop_up(menu, grid.viewport().mapToGlobal(place))


def open_filter_menu(here: Arrangements, directory: Directory, place: QPoint, parent: QWidget) -> None:
    """What may be in sight; `place` is on the screen."""
    menu = FilterMenu(here.filter, directory, here.person, parent)
    menu.chosen.connect(here.narrow_to)
    _pop_up(menu, place)


def _pop_up(menu: QMenu, place: QPoint) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
