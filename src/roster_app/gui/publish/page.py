"""The page of publishing and printing: what hangs, what differs since, and every sheet as it would be printed now."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId, DutyId, PeriodId
from roster_app.domain.roster import Edition
from roster_app.domain.timespan import at
from roster_app.gui.actions import bind, make_action
from roster_app.gui.messages import MessageAction
from roster_app.gui.publish.check_dialog import CheckDialog
from roster_app.gui.publish.dressing import Dressing
from roster_app.gui.publish.header import PublishHeader
from roster_app.gui.publish.pills import PublicationPills
from roster_app.gui.publish.posting_dialog import PostingDialog
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.publishing import Publishing
from roster_app.gui.publish.reading import Reading, Shelf
from roster_app.gui.publish.registering import Registering
from roster_app.gui.publish.save_all_dialog import SaveAllDialog
from roster_app.gui.publish.saving import Saving
from roster_app.gui.publish.stationery_dialog import specimen
from roster_app.gui.publish.to_printer import PrintWish, ToPrinter
from roster_app.gui.publish.whole_set import whole_set
from roster_app.gui.publish.workbench import Workbench
from roster_app.gui.shell import Page, Shell
from roster_app.gui.widgets import EmptyState, PrimaryButton
from roster_app.i18n import _
from roster_app.services import Changes
from roster_app.services.posting import PostedSheet
from roster_app.services.sheets import PrintedSheet, SheetKind, file_name
from roster_app.services.words import replacement_words


class PublishPage(Page):
    """Shows what was read last, and reads anew whenever it has changed."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, _("Publish and print"), parent)
        self.publication: Publication | None = None
        self._stale = False
        self._asks_to_publish = False
        self._wanted: tuple[CheckpointId, int | None] | None = None  # a sheet to be shown when its period is read
        self.reading = Reading(shell, self)
        self.registering = Registering(shell, self)
        self.saving = Saving(shell, self, self.registering.ways_on)
        self.to_printer = ToPrinter(shell, self, self._save_sheet, self.registering.ways_on)
        self.publishing = Publishing(shell, self)
        self.dressing = Dressing(shell, self)
        self.bench = Workbench(shell)
        self.pills = PublicationPills(self)
        self._make_actions()
        self.header = PublishHeader(self._publish, self._save, self._save_all, self._print, self._more)
        self.to_the_roster = PrimaryButton(_("To the roster"), "calendar-days")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show_publication(Shelf((), None))
        self.reading.begin()

    # what others ask of the page

    def activated(self) -> None:
        if self._stale or self.reading.is_behind:
            self._read()
        if self._stack.currentWidget() is self.bench:
            self.bench.sheets.setFocus()
        else:
            self.to_the_roster.setFocus()

    def apply_changes(self, changes: Changes) -> None:
        """Read anew what concerns these sheets: at once in sight, else as soon as the page is."""
        duties = self.publication.opened.roster.plan.duty.keys() if self.publication else frozenset()
        if changes.hand_overs or changes.counters:
            self.bench.draw_again(SheetKind.HANDOVER)
        if changes.counters:
            self.bench.draw_again(SheetKind.DUTY)
        beyond = changes.periods | changes.postings
        if changes.team or changes.volunteers or changes.places or beyond or changes.duties & duties:
            self._stale = True
            if self.isVisible():
                self._read()

    def place(self) -> tuple[CheckpointId, datetime] | None:
        """The checkpoint of the chosen sheet, and its first day; today where that is one of its days."""
        order = self.bench.order
        if order is None or not order.checkpoint_ids:
            return None
        today = self.shell.now().date()
        if order.first <= today <= order.last:
            return order.checkpoint_ids[0], self.shell.now()
        return order.checkpoint_ids[0], at(order.first, 1)

    def key_hints(self) -> list[tuple[str, str]]:
        if self.publication is None:
            return []
        publish = [("Ctrl+Shift+P", _("Publish"))] if self.publication.can_publish else []
        return [
            ("Ctrl+S", _("Save PDF")),
            ("Ctrl+P", _("Print")),
            *publish,
            (_("PgUp/PgDn"), _("turn the page")),
            ("Ctrl+K", _("check a posted sheet")),
            ("Ctrl+L", _("what hangs where")),
            ("Ctrl++", _("enlarge")),
        ]

    def show_target(self, target: object) -> None:
        """A period."""
        if isinstance(target, int):
            self._read(PeriodId(target))

    def closing(self) -> None:
        self.bench.keep_sizes()
        self.bench.previewing.close()

    # building

    def _make_actions(self) -> None:
        preview = self.bench.preview
        self._publish = make_action("publish", self, self._wish_to_publish)
        self._save = make_action("save_pdf", self, self._save_sheet)
        self._save_all = make_action("save_all", self, self._save_every_sheet)
        self._print = make_action("print", self, self._print_sheet)
        self._check_posted = make_action("check_posted", self, self._check_a_posted_sheet)
        self._ledger = make_action("posting_ledger", self, self._show_ledger)
        self._head_and_foot = make_action("head_and_foot", self, self._dress)
        self._more = (self._check_posted, self._ledger, self._head_and_foot)
        bind(self.bench.options.head_and_foot, self._head_and_foot)
        make_action("page_on", self, preview.page_down)
        make_action("page_back", self, preview.page_up)
        make_action("enlarge", self, preview.view.enlarge)
        make_action("reduce", self, preview.view.reduce)
        make_action("whole_page", self, preview.view.fit)
        make_action("refresh", self, self._read)
        make_action("toggle_panel", self, self.bench.toggle_panel)

    def _lay_out(self) -> None:
        nothing = EmptyState(
            "printer",
            _("There is no roster to print yet"),
            _("As soon as there is one, its sheets are shown here, before anybody has been put in."),
            self.to_the_roster,
        )
        self._not_read = QWidget()
        for part in (self._not_read, nothing, self.bench):
            self._stack.addWidget(part)
        self._nothing = nothing
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.reading.read.connect(self._on_read)
        self.reading.failed.connect(self._on_not_read)
        self.bench.sheet_changed.connect(self._on_sheet_changed)
        self.bench.duty_wanted.connect(self._go_to_duty)
        self.header.period_chosen.connect(self._read)
        self.header.closing_wanted.connect(self._wish_to_close)
        self.pills.duty_wanted.connect(self._go_to_duty)
        self.pills.differences_wanted.connect(self.bench.show_differences)
        self.pills.notices_wanted.connect(self.bench.show_notices)
        self.pills.days_wanted.connect(partial(self.shell.do, "team_rules"))
        self.bench.options.hand_over.clicked.connect(lambda _checked=False: self.shell.do("hand_over"))
        self.publishing.published.connect(self._on_published)
        self.to_the_roster.clicked.connect(lambda _checked=False: self.shell.go("roster", None))

    # wishes

    def _read(self, period_id: PeriodId | None = None) -> None:
        self._stale = False
        self.reading.begin(period_id)

    def _wish_to_publish(self) -> None:
        """Ask about the roster as it is stored at this moment."""
        self._asks_to_publish = True
        self._read()

    def _wish_to_close(self) -> None:
        if self.publication is not None and not self.publication.is_archived:
            self.publishing.ask_to_close(self.publication)

    def _save_sheet(self) -> None:
        order, publication = self.bench.order, self.publication
        if order is not None and publication is not None:
            opened = publication.opened
            self.saving.ask(opened.period.id, order, file_name(order, opened.directory))

    def _save_every_sheet(self) -> None:
        order, publication = self.bench.order, self.publication
        if order is not None and publication is not None:
            opened = publication.opened
            SaveAllDialog(self.shell, opened.period.id, whole_set(publication, order), self).open()

    def _print_sheet(self) -> None:
        """What is in sight, not what it would be a moment later."""
        sheet, preview = self.bench.previewing.sheet, self.bench.preview
        if sheet is not None:
            self.to_printer.ask(PrintWish(sheet, preview.title, preview.page))

    def _dress(self) -> None:
        choice, publication = self.bench.sheets.choice, self.publication
        if choice is not None and publication is not None:
            self.dressing.ask(specimen(publication.opened, choice, self.bench.options.order))

    def _check_a_posted_sheet(self) -> None:
        dialog = CheckDialog(self.shell, self)
        dialog.change_sheet_wanted.connect(self._show_change_sheet_beside)
        dialog.duty_wanted.connect(self._go_to_duty_of)
        dialog.open()

    def _show_ledger(self) -> None:
        period_id = self.publication.opened.period.id if self.publication else None
        dialog = PostingDialog(self.shell, period_id, self)
        dialog.sheet_wanted.connect(self._show_sheet_of)
        dialog.publishing_wanted.connect(self._wish_to_publish_of)
        dialog.open()

    def _show_sheet_of(self, period_id: PeriodId, checkpoint_id: CheckpointId, since: int | None) -> None:
        """Its roster, or its change sheet since an edition, as soon as the roster of its period has been read."""
        self._wanted = checkpoint_id, since
        self._read(period_id)

    def _wish_to_publish_of(self, period_id: PeriodId) -> None:
        self._asks_to_publish = True
        self._read(period_id)

    def _show_change_sheet_beside(self, sheet: PostedSheet) -> None:
        """As soon as the roster of its period has been read."""
        self._show_sheet_of(sheet.period.id, sheet.posted.checkpoint_id, sheet.posted.editions[-1])

    def _go_to_duty_of(self, sheet: PostedSheet, duty_id: DutyId) -> None:
        """The roster shows one period at a time: where it is another one, the whole of it."""
        is_here = self.publication is not None and self.publication.opened.period.id == sheet.period.id
        self.shell.go("roster", duty_id if is_here else sheet.period.id)

    def _go_to_duty(self, duty_id: DutyId | None) -> None:
        period_id = self.publication.opened.period.id if self.publication else None
        self.shell.go("roster", duty_id if duty_id is not None else period_id)

    # facts

    def _on_read(self, shelf: Shelf) -> None:
        self._show_publication(shelf)
        self._stack.setCurrentWidget(self.bench if shelf.publication is not None else self._nothing)
        asks, self._asks_to_publish = self._asks_to_publish, False
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.bench.show_sheet(*wanted)
        if asks and shelf.publication is not None:
            self._ask_to_publish(shelf.publication)
        elif self.isVisible() and self.window().focusWidget() in (None, self.to_the_roster):
            self.activated()

    def _ask_to_publish(self, publication: Publication) -> None:
        if publication.can_publish:
            self.publishing.ask_to_publish(publication)
        else:  # a colleague was faster
            self.shell.messages.tell(_("Nothing has changed since the newest edition."))

    def _show_publication(self, shelf: Shelf) -> None:
        self.publication = publication = shelf.publication
        self.header.set_open(publication is not None)
        self._publish.setEnabled(publication is not None and publication.can_publish)
        self._save_all.setEnabled(publication is not None)
        self._head_and_foot.setEnabled(publication is not None)
        if publication is not None:
            self.header.offer_periods(shelf.periods, publication.opened.period.id)
            self.header.show_publication(publication)
        self.bench.show_publication(publication)
        self._on_sheet_changed(self.bench.previewing.sheet)
        self.hints_changed.emit()

    def _on_sheet_changed(self, sheet: PrintedSheet | None) -> None:
        self._save.setEnabled(self.bench.may_save)
        self._print.setEnabled(sheet is not None)
        if self.publication is not None:
            self.header.show_pills(self.pills.tell(self.publication, sheet))

    def _on_not_read(self, error: BaseException) -> None:
        self._asks_to_publish, self._wanted = False, None
        self.shell.errors.report(error, retry=self._read)

    def _on_published(self, edition: Edition) -> None:
        """Of a first edition everything is posted; of a later one, what is out of date."""
        before = self.publication.newest if self.publication else None
        words = _("Edition {number} is published. Save its sheets and post them.").format(number=edition.number)
        actions = [MessageAction(_("Save all…"), self._save_every_sheet)]
        if before is not None and self.publication is not None:
            told = replacement_words(before, edition, self.publication.opened.directory)
            words = _("Edition {number} is published. {replaced}").format(number=edition.number, replaced=told)
            actions.append(MessageAction(_("Show the change sheets"), self.bench.show_change_sheets))
        self.shell.messages.tell(words, "good", *actions)
        self.shell.messages.tell_step(_("Edition {number} is published").format(number=edition.number))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.bench.keep_sizes()
