"""Choosing what a new pattern begins with: one of the patterns found in the field, or nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.places import PATTERN_TEMPLATES
from roster_app.domain.team import Directory
from roster_app.gui.places.rows import row_of_template
from roster_app.gui.places.strip_list import StripList
from roster_app.gui.places.strip_model import StripModel
from roster_app.gui.places.written_pattern import WrittenPattern
from roster_app.gui.widgets import PanelDialog, PrimaryButton, QuietButton
from roster_app.i18n import _

_KEYS = tuple(PATTERN_TEMPLATES)


class PatternChooser(PanelDialog):
    """Emits what the new pattern begins with; nothing is stored yet."""

    submitted = Signal(object)  # the WrittenPattern to begin with

    def __init__(self, directory: Directory, parent: QWidget) -> None:
        super().__init__(_("New pattern"), parent, width=720, height=664)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(_("Names and times can be changed before it is stored."))
        self._team_id = directory.team.id
        self.model = StripModel(self)
        self.model.show_rows([row_of_template(n, key, directory) for n, key in enumerate(_KEYS)])
        self.list = StripList(self.model, _("Patterns found in the field"))
        self.list.choose(0)
        self.add(self.list, 1, padded=False)
        empty = QuietButton(_("Begin with one empty shift"))
        empty.clicked.connect(self._begin_empty)
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        use = PrimaryButton(_("Use this one"))
        use.clicked.connect(self._use)
        self.list.form_wished.connect(self._use)
        self.add_left(empty)
        self.add_right(cancel)
        self.add_right(use)
        self.list.setFocus()

    def _use(self) -> None:
        number = self.list.choice
        if number is not None:
            self._submit(WrittenPattern.of_template(_KEYS[number]))

    def _begin_empty(self) -> None:
        self._submit(WrittenPattern().with_another_shift(self._team_id))

    def _submit(self, written: WrittenPattern) -> None:
        self.submitted.emit(written)
        self.accept()
