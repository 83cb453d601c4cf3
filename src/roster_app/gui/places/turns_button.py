"""四班三运转, 四班两运转: four crews take turns, with the crews and the shifts they need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.book import FixedRotation
from roster_app.domain.crew_turns import CREW_TURNS, CREWS, CrewTurns
from roster_app.domain.ids import CrewId, PatternId, new_id
from roster_app.domain.people import Crew
from roster_app.domain.team import Directory
from roster_app.gui.places.edits import PlaceEdit, Tiling, Turns, tiling_of
from roster_app.gui.places.turns_dialog import TurnsDialog
from roster_app.gui.places.written_pattern import WrittenPattern
from roster_app.gui.widgets import QuietButton
from roster_app.i18n import _
from roster_app.services.words.templates import template_name, turns_name


class TurnsButton(QuietButton):
    """Asks which turns and from when on; they go out as steps, a missing pattern first."""

    step_wished = Signal(object, object)  # the PlaceEdit, and what to do when it is stored (or None)
    refused = Signal(str)  # why they cannot take turns now

    def __init__(self, today: Callable[[], date], directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(_("Crews take turns …"), "refresh-cw", parent=parent)
        self._today, self._directory = today, directory
        self.clicked.connect(self._ask)

    def show_directory(self, directory: Directory) -> None:
        """What the team has now."""
        self._directory = directory

    def begin(self, key: str, first: date | None = None) -> None:
        """Let the four crews take these turns from a day on, or from today; where there are none, they are made."""
        first = first or self._today()
        turns, existing = CREW_TURNS[key], self._directory.crews
        if existing and len(existing) != CREWS:
            told = _("Four crews take turns, this team has {count}. Have four of them, or none: then they are made.")
            self.refused.emit(told.format(count=len(existing)))
            return
        if any(isinstance(entry, FixedRotation) for entry in self._directory.rules.entries):
            self.refused.emit(_("Crews take turns already. Change that among the rules, or remove it there first."))
            return
        patterns = (tiling_of(pattern, self._directory) for pattern in self._directory.patterns)
        tiling = next((t for t in patterns if turns.shift_type_ids(t.shift_types)), None)
        if tiling is not None:
            self._store(key, turns, tiling, first)
            return
        team_id = self._directory.team.id
        made = WrittenPattern.of_template(turns.pattern).tiling(PatternId(new_id()), team_id)
        edit = PlaceEdit(_("Added {name}").format(name=template_name(turns.pattern)), None, made)
        self.step_wished.emit(edit, partial(self._store, key, turns, made, first))

    def _store(self, key: str, turns: CrewTurns, tiling: Tiling, first: date) -> None:
        shifts = turns.shift_type_ids(tiling.shift_types)
        assert shifts is not None
        team_id = self._directory.team.id
        made = () if self._directory.crews else tuple(Crew(CrewId(new_id()), team_id, name) for name in _names())
        crews = [crew.id for crew in made or self._directory.crews]
        rotations = turns.rotations(crews, shifts, first)
        self.step_wished.emit(PlaceEdit(turns_name(key), None, Turns(team_id, made, rotations)), None)

    def _ask(self, _checked: bool = False) -> None:
        dialog = TurnsDialog(self._today(), self)
        dialog.submitted.connect(self.begin)
        dialog.open()


def _names() -> tuple[str, ...]:
    return _("Crew A"), _("Crew B"), _("Crew C"), _("Crew D")
