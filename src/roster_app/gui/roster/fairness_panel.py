"""The panel's leaf of fairness: shares, turns and rest days of everybody, a click leads to the cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.fairness import BurdenKind
from roster_app.gui.roster.choice_list import Choice, ChoiceList
from roster_app.gui.roster.picker_field import PickerField
from roster_app.gui.roster.totals import KINDS, kind_title
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.gui.widgets.side_panel import SidePanel
from roster_app.i18n import _

SHARES, TURNS, REST = "shares", "turns", "rest"


class FairnessPanel(SidePanel):
    """Three looks at the same people; shares of one kind at a time."""

    look_chosen = Signal()  # another look, or another kind
    chosen = Signal(object)  # the VolunteerId or the DutyId of a row
    left = Signal()  # back to the grid

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Fairness"), parent=parent)
        self.look = SegmentedControl(
            [(SHARES, _("Shares")), (TURNS, _("Turns")), (REST, _("Rest days"))], _("What is compared"), small=True
        )
        self.kind = SegmentedControl([(k.value, kind_title(k)) for k in KINDS], _("Which share"), small=True)
        self.field = PickerField(_("Name, pinyin or initials"), _("Search the people"))
        self.rows = ChoiceList(_("People"))
        for widget in (self.look, self.kind, self.field):
            self.add_to_head(widget)
        self.add(self.rows, 1)
        self.look.chosen.connect(lambda _look: self.look_chosen.emit())
        self.kind.chosen.connect(lambda _kind: self.look_chosen.emit())
        self.field.lead(self.rows)
        self.field.left.connect(self.left)
        self.rows.chosen.connect(self.chosen)

    @property
    def chosen_kind(self) -> BurdenKind:
        """Which share is compared."""
        return BurdenKind(self.kind.choice)

    def show_rows(self, title: str, remark: str, rows: Sequence[Choice], teaching: str) -> None:
        """The people; `teaching` says what to do where there is nothing to show."""
        self.show_remark("" if rows else teaching)
        self.kind.setVisible(self.look.choice == SHARES)
        self.field.setVisible(bool(rows))
        self.rows.refresh(title, remark, rows)
