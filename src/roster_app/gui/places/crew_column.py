"""Crews in a column of their own: added, renamed, removed, and who leads each of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.domain.book.mentions import mentions
from roster_app.domain.ids import CrewId, VolunteerId, new_id
from roster_app.domain.people import Crew
from roster_app.domain.team import Directory
from roster_app.gui.places.edits import PlaceEdit
from roster_app.gui.places.names_column import NamesColumn
from roster_app.gui.places.names_model import NamedRow, NamesModel
from roster_app.gui.widgets import ChoiceField, TextLabel, measures_of
from roster_app.i18n import _, ngettext


class CrewWishes(QObject):
    """What is wished of the crews goes out as steps; nothing is stored here."""

    step_wished = Signal(object, object)  # the PlaceEdit, and what to do when it is stored (or None)
    refused = Signal(str)  # why a crew cannot go now

    def __init__(self, directory: Directory, parent: QWidget) -> None:
        super().__init__(parent)
        self._directory = directory
        self.model = NamesModel(_("Crew"), (_("Crew leader"), _("Volunteers")), parent=self)
        self.column = NamesColumn(
            _("Crews"),
            _("Fixed groups that stand together. Who belongs to one is said on the page of the volunteers."),
            self.model,
            _("New crew"),
        )
        self.leader = LeaderField()
        self.column.add_under_table(self.leader)
        self.column.adding_wished.connect(self._add)
        self.column.removal_wished.connect(self._remove)
        self.column.chosen.connect(lambda key: self.leader.show_crew(key, self._directory))
        self.model.rename_wished.connect(self._rename)
        self.leader.changed.connect(self._set_leader)

    def show_directory(self, directory: Directory) -> None:
        """Show what is stored now."""
        self._directory = directory
        self.model.show_rows([_row(crew, directory) for crew in directory.crews])
        self.leader.show_crew(self.column.table.key, directory)

    def _add(self, name: str) -> None:
        if self._is_free(name):
            crew = Crew(CrewId(new_id()), self._directory.team.id, name)
            edit = PlaceEdit(_("Added {name}").format(name=name), None, crew)
            self.step_wished.emit(edit, self.column.added)

    def _rename(self, key: int, name: str) -> None:
        crew = self._directory.crew[CrewId(key)]
        if self._is_free(name):
            words = _("Renamed {before} to {after}").format(before=crew.name, after=name)
            self.step_wished.emit(PlaceEdit(words, crew, replace(crew, name=name)), None)

    def _set_leader(self, key: CrewId, leader_id: VolunteerId | None) -> None:
        crew = self._directory.crew[key]
        words = _("{name} leads {crew}") if leader_id else _("Nobody leads {crew}")
        name = self._directory.name[leader_id] if leader_id else ""
        edit = PlaceEdit(words.format(name=name, crew=crew.name), crew, replace(crew, leader_id=leader_id))
        self.step_wished.emit(edit, None)

    def _remove(self, key: int) -> None:
        """A crew with members or rules stays: taking it away could not be undone with them."""
        crew = self._directory.crew[CrewId(key)]
        count = sum(person.crew_id == crew.id for person in self._directory.volunteers)
        if count:
            told = ngettext(
                "{name} has {count} volunteer. Give them another crew first.",
                "{name} has {count} volunteers. Give them another crew first.",
                count,
            )
            self.refused.emit(told.format(name=crew.name, count=count))
        elif any((CrewId, crew.id) in set(mentions(entry)) for entry in self._directory.rules.entries):
            self.refused.emit(_("A rule of the team names {name}. Change the rule first.").format(name=crew.name))
        else:
            self.step_wished.emit(PlaceEdit(_("Removed {name}").format(name=crew.name), crew, None), None)

    def _is_free(self, name: str) -> bool:
        taken = any(crew.name == name for crew in self._directory.crews)
        self.column.tell(_("{name} is there already.").format(name=name) if taken else "")
        return not taken


class LeaderField(QWidget):
    """Who leads the chosen crew: one of its members, or nobody."""

    changed = Signal(object, object)  # the crew's id, the volunteer's id or None

    def __init__(self) -> None:
        super().__init__()
        self._crew_id: CrewId | None = None
        self.choice = ChoiceField()
        self.choice.setAccessibleName(_("Leader of the crew"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, measures_of(self).tight, 0, 0)
        row.addWidget(TextLabel(_("Crew leader"), "second"))
        row.addWidget(self.choice, 1)
        self.choice.chosen.connect(self._on_chosen)
        self.hide()

    def show_crew(self, key: int | None, directory: Directory) -> None:
        """The members of a crew, and who of them leads; nothing where none is chosen."""
        crew = directory.crew.get(CrewId(key)) if key is not None else None
        self._crew_id = crew.id if crew else None
        self.setVisible(crew is not None)
        if crew is None:
            return
        members = [v for v in directory.volunteers if v.crew_id == crew.id or v.id == crew.leader_id]
        self.choice.offer([("", _("none")), *((str(v.id), directory.name[v.id]) for v in members)])
        self.choice.choose(str(crew.leader_id or ""))

    def _on_chosen(self) -> None:
        if self._crew_id is not None:
            wished = self.choice.choice
            self.changed.emit(self._crew_id, VolunteerId(int(wished)) if wished else None)


def _row(crew: Crew, directory: Directory) -> NamedRow:
    members = sum(person.crew_id == crew.id for person in directory.volunteers)
    leader = directory.name.get(crew.leader_id, "") if crew.leader_id is not None else ""
    return NamedRow(crew.id, crew.name, (leader, str(members)))
