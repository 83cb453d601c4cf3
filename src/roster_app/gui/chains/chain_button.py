"""The button 接龙 of a page: paste a chain from the group, or make one for it, with the keys of both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from roster_app.gui.actions import command, keys_of
from roster_app.gui.widgets import QuietButton
from roster_app.i18n import _


class ChainButton(QuietButton):
    """Opens a menu of the two."""

    def __init__(
        self,
        paste: Callable[[], object],
        make: Callable[[], object],
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(_("Sign-up chain"), "copy", small=small, parent=parent)
        self.choices = QMenu(self)
        told = []
        for name, act in (("paste_chain", paste), ("make_chain", make)):
            found = command(name)
            entry = self.choices.addAction(f"{_(found.text)}\t{keys_of(found)}")
            entry.triggered.connect(lambda _checked=False, act=act: act())
            told.append(f"{_(found.text)} ({keys_of(found)})")
        self.setToolTip("\n".join(told))
        self.clicked.connect(self.open_menu)

    def open_menu(self, _checked: bool = False) -> None:
        """Under the button."""
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))
