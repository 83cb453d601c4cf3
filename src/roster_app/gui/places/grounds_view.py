"""Areas, crews and qualifications side by side: added, renamed and removed in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.domain.errors import DomainError, StaleEdit
from roster_app.domain.ids import AreaId, QualificationId, new_id
from roster_app.domain.people import Qualification
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.gui.messages import MessageAction
from roster_app.gui.places.crew_column import CrewWishes
from roster_app.gui.places.edits import PlaceEdit
from roster_app.gui.places.includes_field import IncludesField
from roster_app.gui.places.keeper import Keeper, is_in_use
from roster_app.gui.places.names_column import NamesColumn
from roster_app.gui.places.names_model import NamedRow, NamesModel
from roster_app.gui.places.turns_button import TurnsButton
from roster_app.gui.places.words import area_users, qualification_users
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import Hairline
from roster_app.i18n import _, pgettext

Named = Area | Qualification


class GroundsView(QWidget):
    """Every change is stored at once, and can be undone."""

    reload_wished = Signal()  # the directory held here is no longer what is stored

    def __init__(self, shell: Shell, keeper: Keeper, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shell = shell
        self._keeper = keeper
        self._directory = directory
        self.area_model = NamesModel(_("Area"), (_("Checkpoints"), _("Volunteers")), parent=self)
        self.qualification_model = NamesModel(
            pgettext("of a thing", "Name"), (_("Posts"), _("Volunteers")), tick=_("Makes a leader"), parent=self
        )
        self.areas = NamesColumn(
            _("Areas"),
            _("Where checkpoints lie and volunteers live: the way between areas counts as travel time."),
            self.area_model,
            _("New area"),
        )
        self.qualifications = NamesColumn(
            _("Qualifications"),
            _("What a post may require of its people. Those with a tick can lead a shift."),
            self.qualification_model,
            _("New qualification"),
        )
        self.crews = CrewWishes(directory, self)
        self.turns = TurnsButton(lambda: shell.now().date(), directory)
        self.crews.column.add_under_table(self.turns)
        self.includes = IncludesField()
        self.qualifications.add_under_table(self.includes)
        self._lay_out()
        self._listen()
        self.show_directory(directory)
        self.setFocusProxy(self.areas)

    def show_directory(self, directory: Directory) -> None:
        """Show what is stored now."""
        self._directory = directory
        self.area_model.show_rows([_area_row(area, directory) for area in directory.areas])
        self.qualification_model.show_rows([_qualification_row(q, directory) for q in directory.qualifications])
        self.crews.show_directory(directory)
        self.turns.show_directory(directory)
        self.includes.show_qualification(self.qualifications.table.key, directory)

    # building

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.areas, 1)
        for column in (self.crews.column, self.qualifications):
            row.addWidget(Hairline(upright=True))
            row.addWidget(column, 1)

    def _listen(self) -> None:
        self.areas.adding_wished.connect(self._add_area)
        self.areas.removal_wished.connect(self._remove_area)
        self.area_model.rename_wished.connect(self._rename_area)
        self.crews.step_wished.connect(self._store_step)
        self.crews.refused.connect(self._tell_in_use)
        self.turns.step_wished.connect(self._store_step)
        self.turns.refused.connect(lambda told: self._shell.messages.tell(told, "look"))
        self.qualifications.adding_wished.connect(self._add_qualification)
        self.qualifications.removal_wished.connect(self._remove_qualification)
        self.qualification_model.rename_wished.connect(self._rename_qualification)
        self.qualification_model.tick_wished.connect(self._set_leads)
        self.qualifications.chosen.connect(lambda key: self.includes.show_qualification(key, self._directory))
        self.includes.changed.connect(self._set_includes)

    # areas

    def _add_area(self, name: str) -> None:
        if self._is_free(self.areas, name, self._directory.areas):
            last = max((area.order for area in self._directory.areas), default=-1)
            area = Area(AreaId(new_id()), self._directory.team.id, name, last + 1)
            self._store(_("Added {name}").format(name=name), None, area, self.areas.added)

    def _rename_area(self, key: int, name: str) -> None:
        area = self._directory.area[AreaId(key)]
        if self._is_free(self.areas, name, self._directory.areas):
            self._store(_renamed(area.name, name), area, replace(area, name=name))

    def _remove_area(self, key: int) -> None:
        area = self._directory.area[AreaId(key)]
        told = _("{name} is the area of {users}. Give them another one first.")
        self._remove(area, told.format(name=area.name, users=area_users(area.id, self._directory)))

    # qualifications

    def _add_qualification(self, name: str) -> None:
        if self._is_free(self.qualifications, name, self._directory.qualifications):
            made = Qualification(QualificationId(new_id()), self._directory.team.id, name)
            self._store(_("Added {name}").format(name=name), None, made, self.qualifications.added)

    def _rename_qualification(self, key: int, name: str) -> None:
        before = self._directory.qualification[QualificationId(key)]
        if self._is_free(self.qualifications, name, self._directory.qualifications):
            self._store(_renamed(before.name, name), before, replace(before, name=name))

    def _set_leads(self, key: int, leads: bool) -> None:
        before = self._directory.qualification[QualificationId(key)]
        words = _("{name} makes a leader") if leads else _("{name} no longer makes a leader")
        self._store(words.format(name=before.name), before, replace(before, leads=leads))

    def _set_includes(self, key: QualificationId, includes: frozenset[QualificationId]) -> None:
        before = self._directory.qualification[key]
        names = _(", ").join(q.name for q in self._directory.qualifications if q.id in includes)
        words = _("{name} counts as {names}") if includes else _("{name} counts as nothing else")
        self._store(words.format(name=before.name, names=names), before, replace(before, includes=includes))

    def _remove_qualification(self, key: int) -> None:
        qualification = self._directory.qualification[QualificationId(key)]
        told = _("{name} is in use: {users}. Take it away there first.")
        users = qualification_users(qualification.id, self._directory)
        self._remove(qualification, told.format(name=qualification.name, users=users))

    # storing

    def _is_free(self, column: NamesColumn, name: str, others: tuple[Named, ...]) -> bool:
        """Whether nothing has the name yet; if something has, the column says so."""
        taken = any(other.name == name for other in others)
        column.tell(_("{name} is there already.").format(name=name) if taken else "")
        return not taken

    def _store(
        self, words: str, before: Named | None, after: Named | None, then: Callable[[], object] | None = None
    ) -> None:
        self._store_step(PlaceEdit(words, before, after), then)

    def _store_step(self, edit: PlaceEdit, then: Callable[[], object] | None) -> None:
        self._keeper.store(edit, then=then, on_refused=self._on_refused)

    def _tell_in_use(self, told: str) -> None:
        way_out = MessageAction(_("Show the volunteers"), partial(self._shell.go, "people", None))
        self._shell.messages.tell(told, "look", way_out)

    def _remove(self, named: Named, in_use: str) -> None:
        def then() -> None:
            told = _("{name} has been removed.").format(name=named.name)
            self._shell.messages.tell(told, "info", MessageAction(_("Undo"), self._keeper.undo))

        def refused(error: DomainError) -> bool:
            if is_in_use(error):
                self._tell_in_use(in_use)
                return True
            return self._on_refused(error)

        edit = PlaceEdit(_("Removed {name}").format(name=named.name), named, None)
        self._keeper.store(edit, then=then, on_refused=refused)

    def _on_refused(self, error: DomainError) -> bool:
        if isinstance(error, StaleEdit):
            self.reload_wished.emit()
        return False


def _renamed(before: str, after: str) -> str:
    return _("Renamed {before} to {after}").format(before=before, after=after)


def _area_row(area: Area, directory: Directory) -> NamedRow:
    checkpoints = sum(c.area_id == area.id for c in directory.checkpoints)
    volunteers = sum(v.area_id == area.id for v in directory.volunteers)
    return NamedRow(area.id, area.name, (str(checkpoints), str(volunteers)))


def _qualification_row(qualification: Qualification, directory: Directory) -> NamedRow:
    posts = sum(qualification.id in post.requires for post in directory.posts)
    volunteers = sum(qualification.id in v.qualifications for v in directory.volunteers)
    return NamedRow(qualification.id, qualification.name, (str(posts), str(volunteers)), qualification.leads)
