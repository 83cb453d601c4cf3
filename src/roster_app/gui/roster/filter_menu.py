"""The menu of what may be in sight: areas and their checkpoints, crews, the person of the current line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from roster_app.domain.ids import AreaId, CheckpointId, CrewId, VolunteerId
from roster_app.domain.team import Directory
from roster_app.gui.roster.row_filter import RowFilter
from roster_app.i18n import _


class FilterMenu(QMenu):
    """Each entry puts something in sight or takes it out; the first one shows everything again."""

    chosen = Signal(object)  # the RowFilter wished now

    def __init__(
        self, now: RowFilter, directory: Directory, person: VolunteerId | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        everything = self.addAction(_("Show everything"))
        everything.setEnabled(now.is_on)
        everything.triggered.connect(lambda _checked=False: self.chosen.emit(RowFilter()))
        self._offer_places(directory)
        self._offer_people(directory, person)

    def _offer_places(self, directory: Directory) -> None:
        areas = [a for a in directory.areas if any(c.area_id == a.id for c in directory.checkpoints)]
        if len(areas) > 1:
            self.addSection(_("Areas"))
            for area in areas:
                own = _checkpoints_in(area.id, directory)
                self._entry(area.name, own <= self._now.checkpoints, partial(self._toggle_places, own))
        self.addSection(_("Checkpoints"))
        for place in directory.checkpoints_in_order:
            own = frozenset({place.id})
            self._entry(place.name, own <= self._now.checkpoints, partial(self._toggle_places, own))

    def _offer_people(self, directory: Directory, person: VolunteerId | None) -> None:
        if directory.crews:
            self.addSection(_("Crews"))
            for crew in directory.crews:
                self._entry(crew.name, crew.id in self._now.crews, partial(self._toggle_crew, crew.id))
        meant = self._now.person if self._now.person is not None else person
        if meant is not None and meant in directory.name:
            self.addSection(_("People"))
            words = _("Only {name}").format(name=directory.name[meant])
            self._entry(words, self._now.person == meant, partial(self._toggle_person, meant))

    def _entry(self, words: str, on: bool, act: partial[None]) -> None:
        entry = self.addAction(words.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(on)
        entry.triggered.connect(lambda _checked=False: act())

    def _toggle_places(self, places: Iterable[CheckpointId]) -> None:
        own, now = frozenset(places), self._now.checkpoints
        self.chosen.emit(replace(self._now, checkpoints=now - own if own <= now else now | own))

    def _toggle_crew(self, crew_id: CrewId) -> None:
        self.chosen.emit(replace(self._now, crews=self._now.crews ^ {crew_id}))

    def _toggle_person(self, person: VolunteerId) -> None:
        self.chosen.emit(replace(self._now, person=None if self._now.person == person else person))


def _checkpoints_in(area_id: AreaId, directory: Directory) -> frozenset[CheckpointId]:
    return frozenset(c.id for c in directory.checkpoints if c.area_id == area_id)
