"""The page of the volunteers: the list at the left, the person or the chosen few at the right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import QualificationId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.records import PersonRecord
from roster_app.domain.team import Directory
from roster_app.domain.twins import Twins
from roster_app.gui.actions import bind, make_action
from roster_app.gui.chains.chain_button import ChainButton
from roster_app.gui.exporting import Exporting
from roster_app.gui.people.drafts import Drafts
from roster_app.gui.people.keeper import Keeper
from roster_app.gui.people.notices import Notice, notices
from roster_app.gui.people.people_list import PeopleList
from roster_app.gui.people.person_panel import FORM, PersonPanel
from roster_app.gui.people.several_panel import Change, SeveralPanel
from roster_app.gui.people.statement_wishes import StatementWishes, Subject
from roster_app.gui.people.twin_watch import TwinWatch
from roster_app.gui.shell import Page, Shell
from roster_app.gui.taking_in.door import TakingDoor
from roster_app.gui.widgets import (
    BusyOverlay,
    PageHeader,
    PanelSplitter,
    Pill,
    PrimaryButton,
    QuietButton,
    SidePanel,
    measures_of,
)
from roster_app.gui.widgets.question import ask
from roster_app.i18n import _, ngettext
from roster_app.services.words.exports import list_title

if TYPE_CHECKING:
    from roster_app.gui.people.twins_dialog import TwinsDialog, Wish
    from roster_app.services import Changes


class PeoplePage(Page):
    """Reads the directory whole and shows it; everything it stores goes through its `Keeper`."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, _("Volunteers"), parent)
        self._today = shell.now().date()
        self._directory: Directory = shell.services.teams.directory(shell.team_id)
        self._drafts = Drafts()
        self._notices: list[Notice] = []
        self._told: tuple[list[str], list[Notice]] = ([], [])
        self._had_people = True
        self.keeper = Keeper(shell, self)
        self.exporting = Exporting(shell, self)
        self.door = TakingDoor(shell, self, self.keeper.keep_taken, self.keeper.undo)
        self.watch = TwinWatch(shell, self)
        self.header = PageHeader(self.title)
        self.people = PeopleList()
        self.person = PersonPanel(self._today)
        self.several = SeveralPanel(self._today)
        self.panels = QStackedWidget()
        self._nobody = SidePanel(
            _("Nobody chosen"), _("Choose somebody to see and change, or several to change them all.")
        )
        self._lay_out()
        self._make_actions()
        self._listen()
        self._show_directory()

    # what a page answers

    def activated(self) -> None:
        self.people.focus()

    def apply_changes(self, changes: Changes) -> None:
        if changes.team or changes.volunteers or changes.places:
            self.reload()
        elif changes.duties or changes.periods:
            self._show_record()

    def key_hints(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+F", _("Search")),
            ("Enter", _("Open the form")),
            ("Ctrl+S", _("Save")),
            ("Ctrl+N", _("New")),
            ("Ctrl+I", _("Import a list")),
        ]

    def show_target(self, target: object) -> None:
        """Somebody of the team, a qualification (then whoever has it can be ticked), or a file to take in."""
        if isinstance(target, Path):
            self.import_list(target)
        if not isinstance(target, int):
            return
        if target in self._directory.qualification:
            self.ask_who_has(QualificationId(target))
        else:
            self.people.choose(VolunteerId(target))

    def unsaved(self) -> str:
        names = self._unsaved_names()
        return _("Not stored yet: {names}").format(names=_(", ").join(names)) if names else ""

    def closing(self) -> None:
        self.shell.view_state.keep_splitter("people", self._splitter)
        self.shell.view_state.keep("people/order", self.people.model.order.value)
        self.shell.view_state.keep_columns("people", self.people.table.horizontalHeader())

    # what can be done

    def reload(self) -> None:
        """Read the team anew; whoever is chosen stays chosen, what is written stays written."""
        self._directory = self.shell.services.teams.directory(self.shell.team_id)
        self._show_directory()
        self._refresh_panel()

    def new_volunteer(self) -> None:
        """An empty form, or the one left half written, with the keyboard in its first field."""
        self._keep_draft()
        self.people.table.clearSelection()
        self.person.show_person(None, self._directory, self._drafts.take_new())
        self.person.show_record(None)
        self.panels.setCurrentWidget(self.person)
        self._splitter.show_panel(True)
        self.person.form.setFocus()

    def store_form(self) -> None:
        """Store what the form says; where something keeps it from being stored, the form says what.

        The keyboard goes back to the list: the arrows lead to the next person, and Ctrl+Z takes the step back.
        """
        if self.panels.currentWidget() is not self.person:
            return
        self.person.form.take_pending()
        if not self.person.dirty or self.person.focus_first_grave():
            return
        written, stored = self.person.form.written(), self.person.stored
        if stored is None:
            added = self.keeper.add(written)
            if added is not None:
                self.person.discard()
                self.people.choose(added)
                self.people.table.setFocus()
        elif self.keeper.update(stored, written, self._on_stale):
            self.person.show_person(self._directory.volunteer[stored.id], self._directory)
            self.people.table.setFocus()

    def ask_removal(self) -> None:
        """Ask, and remove the chosen person for good; where a roster names them, offer the last day instead."""
        people = self.people.table.people
        if len(people) != 1:
            return
        person = self._directory.volunteer[people[0].id]
        sentence = _(
            "{name} goes with all leave and times. That cannot be undone. "
            "Somebody who has stood in a roster stays for the record and gets a last day instead."
        ).format(name=self._directory.name[person.id])
        remove = partial(self.keeper.remove, person, self._offer_last_day)
        ask(self, _("Remove from the team?"), sentence, _("Remove for good"), remove, danger=True)

    def import_list(self, path: Path | None = None) -> None:
        """The wizard that takes a list in."""
        self.door.open(path)

    def take_in_file(self, path: Path) -> None:
        """Dropped on the window while this page is in front."""
        self.import_list(path)

    def export_list(self) -> None:
        """The whole list as a workbook or as text, phone numbers in full; imported again it changes nobody."""
        kinds = {_("Workbook"): ".xlsx", _("Table as text"): ".csv"}
        write = partial(self.shell.services.exports.volunteers, self.shell.team_id)
        self.exporting.ask_file(_("Export the list"), list_title(self._directory), kinds, write)

    def ask_who_has(self, qualification_id: QualificationId) -> None:
        """The dialog that ticks everybody who has a qualification."""
        from roster_app.gui.people.holders_dialog import HoldersDialog

        dialog = HoldersDialog(self._directory.qualification[qualification_id], self._directory, self._today, self)
        dialog.submitted.connect(dialog.accept)
        dialog.submitted.connect(self._store_all)
        dialog.open()

    def compare_twins(self) -> None:
        """The dialog that shows those side by side who may be one person."""
        from roster_app.gui.people.twins_dialog import TwinsDialog

        def records(ids: frozenset[VolunteerId]) -> dict[VolunteerId, PersonRecord]:
            return self.shell.services.records.of(self.shell.team_id, ids)

        twins = self.watch.twins
        if not twins:
            self.shell.messages.tell(_("Nobody seems to be entered twice."), "good")
            return
        dialog = TwinsDialog(twins, self._directory, records, self)
        dialog.apart_wished.connect(partial(self._tell_apart, dialog))
        dialog.merge_wished.connect(partial(self._merge, dialog))
        dialog.open()

    def _tell_apart(self, dialog: TwinsDialog, twins: Twins) -> None:
        if self.keeper.tell_apart(twins.pair, [self._directory.name[v] for v in (twins.one, twins.other)]):
            dialog.go_on_without(twins, self._directory)

    def _merge(self, dialog: TwinsDialog, wish: Wish) -> None:
        if self.keeper.merge(wish.wanted, wish.gone):
            self.people.choose(wish.wanted.id)
            dialog.go_on_without(wish.twins, self._directory)

    # building

    def _lay_out(self) -> None:
        self._import = QuietButton(_("Import a list …"), "upload")
        self._export = QuietButton(_("Export …"), "download")
        self._new = PrimaryButton(_("New volunteer"), "user-plus")
        go = self.shell.go
        self._chain = ChainButton(partial(go, "roster", "paste_chain"), partial(go, "roster", "make_chain"))
        self.header.add_action(self._chain)
        self.header.add_action(self._import)
        self.header.add_action(self._export)
        self.header.add_action(self._new)
        self.header.set_aside(self.people.search)
        for panel in (self._nobody, self.person, self.several):
            self.panels.addWidget(panel)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.people, 1)
        self._splitter = PanelSplitter(left, self.panels)
        self._splitter.setSizes([10_000, measures_of(self).px(360)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._overlay = BusyOverlay(self._splitter)
        self.shell.view_state.restore_splitter("people", self._splitter)
        if self.shell.view_state.restore_columns("people", self.people.table.horizontalHeader()):
            self.people.table.keep_widths()
        kept = self.shell.view_state.text("people/order")
        if kept in set(PeopleOrder):
            self.people.show_order(PeopleOrder(kept))

    def _make_actions(self) -> None:
        bind(self._import, make_action("import_list", self, self.import_list))
        bind(self._export, make_action("export_list", self, self.export_list))
        make_action("chain_of_people", self, lambda: self.shell.go("roster", "paste_chain"))
        bind(self._new, make_action("new_volunteer", self, self.new_volunteer))
        make_action("save_form", self, self.store_form)
        make_action("search", self, self._search)
        make_action("refresh", self, self.reload)
        make_action("toggle_panel", self, lambda: self._splitter.show_panel(not self._splitter.is_panel_shown))
        self._undo = make_action("undo", self, self.keeper.undo)
        self._redo = make_action("redo", self, self.keeper.redo)

    def _listen(self) -> None:
        table = self.people.table
        table.chosen.connect(self._on_chosen)
        table.form_wished.connect(self._open_form)
        table.removal_wished.connect(self.ask_removal)
        self.people.search.returnPressed.connect(self._open_form)
        self.people.import_wished.connect(self.import_list)
        self.people.new_wished.connect(self.new_volunteer)
        self.person.store_wished.connect(self.store_form)
        self.person.record.duty_wished.connect(lambda duty_id: self.shell.go("roster", duty_id))
        self.person.removal_wished.connect(self.ask_removal)
        self.several.change_wished.connect(self._change_all)
        self.keeper.stored.connect(self._on_stored)
        self.keeper.work_began.connect(self._overlay.begin)
        self.keeper.work_ended.connect(self._overlay.end)
        self.watch.found.connect(self._show_directory)
        self.keeper.steps_changed.connect(self._show_steps)
        self.shell.events.step_left.connect(self.keeper.remember)
        StatementWishes(self.person.statements, self.keeper, self._subject, self._today, self)
        self._show_steps()

    # showing

    def _show_directory(self) -> None:
        count = len(self._directory.volunteers)
        self.people.show_directory(self._directory, self._today)
        tag = ngettext("{count} person", "{count} people", count).format(count=count)
        self.header.show_title(self.title, tag if count else "")
        self.watch.look(self._directory.volunteers)
        self.person.know_peers(self.watch.finder)
        self._notices = notices(self._directory, self._today, self.watch.twins)
        for part in (self._chain, self._import, self._new):
            part.setVisible(bool(count))
        if not count and self.panels.currentWidget() is self._nobody:
            self._splitter.show_panel(False)
        elif count and not self._had_people:
            self._splitter.show_panel(True)
        self._had_people = bool(count)
        self._show_notices()

    def _show_notices(self) -> None:
        """The pills, made anew only when they say something new, so that a click on one never misses it."""
        drafts = self._drafts.names(self._directory)
        if (drafts, self._notices) == self._told:
            return
        self._told = (drafts, self._notices)
        pills = []
        if drafts:
            pills.append(Pill(_("Not stored yet"), _(", ").join(drafts), "look"))
            pills[0].clicked.connect(self._open_draft)
        for notice in self._notices:
            pill = Pill(notice.head, notice.text, notice.kind)
            pill.clicked.connect(partial(self._follow, notice))
            pills.append(pill)
        self.header.show_pills(pills)

    def _refresh_panel(self) -> None:
        """Show the panel's people as they are stored now, and keep what is written."""
        people = self.people.table.people
        stored = self.person.stored
        if len(people) > 1:
            self.several.show_people(list(people), self._directory)
        elif stored is not None and stored.id in self._directory.volunteer:
            self._tell_conflicts(self.person.refresh(self._directory.volunteer[stored.id], self._directory))
            self._show_record()

    def _show_record(self) -> None:
        """What the person shown has done and will do, read beside the window's work."""
        stored = self.person.stored
        if stored is None:
            return

        def show(records: dict[VolunteerId, PersonRecord]) -> None:
            if self.person.stored is not None and self.person.stored.id in records:
                self.person.show_record(records[self.person.stored.id])

        records = self.shell.services.records
        self.shell.tasks.run(partial(records.of, self.shell.team_id, (stored.id,)), on_success=show, owner=self)

    def _tell_conflicts(self, fields: tuple[str, ...]) -> None:
        from roster_app.services.words.names import field_name

        if fields:
            named = _(", ").join(field_name(f.removesuffix("_id")) for f in fields)
            told = _("A colleague changed {fields} meanwhile. What you wrote stands here; saving puts it in its place.")
            self.person.tell(told.format(fields=named))

    def _show_steps(self) -> None:
        undo, redo = self.keeper.steps.next_undo, self.keeper.steps.next_redo
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)

    # answering

    def _on_chosen(self, people: tuple[Volunteer, ...]) -> None:
        self._keep_draft()
        known = [self._directory.volunteer[v.id] for v in people if v.id in self._directory.volunteer]
        if len(known) == 1:
            person = known[0]
            self.person.show_person(person, self._directory, self._drafts.take(person))
            self._show_record()
            self.panels.setCurrentWidget(self.person)
        elif known:
            self.several.show_people(known, self._directory)
            self.several.clear()
            self.panels.setCurrentWidget(self.several)
        else:
            self.panels.setCurrentWidget(self._nobody)
        self._show_notices()

    def _on_stored(self, changes: Changes) -> None:
        self.reload()
        self.shell.events.spread(changes, self)

    def _on_stale(self) -> None:
        """A colleague was faster: show what they stored under what was written here."""
        self.reload()
        told = _("A colleague changed {name} a moment ago. Their version is shown with your words in it; save again.")
        stored = self.person.stored
        if stored is not None:
            self.shell.messages.tell(told.format(name=self._directory.name[stored.id]), "look")

    def _keep_draft(self) -> None:
        if self.panels.currentWidget() is self.person:
            self._drafts.keep(self.person.stored, self.person.base, self.person.form.written())

    def _unsaved_names(self) -> list[str]:
        self._keep_draft()
        return self._drafts.names(self._directory)

    def _open_draft(self) -> None:
        waiting = sorted(self._drafts.ids(self._directory))
        if waiting:
            self.people.choose(waiting[0])
        else:
            self.new_volunteer()

    def _open_form(self) -> None:
        if not self.people.table.people:
            self.people.table.walk(1)
        self._splitter.show_panel(True)
        if self.panels.currentWidget() is self.person:
            self.person.show_leaf(FORM)
            self.person.form.setFocus()
        else:
            self.several.setFocus()

    def _offer_last_day(self) -> None:
        self._splitter.show_panel(True)
        self.person.show_leaf(FORM)
        self.person.form.focus_field("left")

    def _search(self) -> None:
        self.people.search.setFocus()
        self.people.search.selectAll()

    def _follow(self, notice: Notice) -> None:
        """A qualification nobody has is given; other notices lead to the people they are about."""
        if notice.twins:
            self.compare_twins()
        elif notice.qualification_id is not None:
            self.ask_who_has(notice.qualification_id)
        else:
            self.people.show_only(notice.volunteer_ids)

    def _store_all(self, after: tuple[Volunteer, ...]) -> None:
        before = tuple(self._directory.volunteer[v.id] for v in after)
        if after:
            self.keeper.update_all(before, after)

    def _change_all(self, change: Change) -> None:
        before = tuple(self._directory.volunteer[v.id] for v in self.people.table.people)
        changing = tuple(v for v in before if change.carried_out(v) != v)
        if changing:
            self.keeper.update_all(changing, tuple(change.carried_out(v) for v in changing), self.several.clear)

    def _subject(self) -> Subject | None:
        stored = self.person.stored
        return Subject(stored.id, self._directory) if stored is not None else None
