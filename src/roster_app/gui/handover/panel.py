"""The hand-over log as one panel: choose a checkpoint and a hand-over, note what is open, counted and signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.errors import DomainError
from roster_app.domain.hand_over import (
    HandOver,
    LogEdit,
    OpenItem,
    SupplyKind,
    SupplyList,
    acknowledged,
    counted,
    due,
    last_known,
    open_item,
    reworded,
    signed,
    supply_count,
    ticked,
    unticked,
    with_anomalies,
)
from roster_app.domain.ids import CheckpointId
from roster_app.domain.reliefs import Relief
from roster_app.domain.timespan import DAY
from roster_app.gui.handover.head import Head
from roster_app.gui.handover.items_view import ItemsView
from roster_app.gui.handover.keeper import Keeper
from roster_app.gui.handover.kinds_dialog import KindsDialog
from roster_app.gui.handover.signing import Signing
from roster_app.gui.handover.supplies_view import SuppliesView
from roster_app.gui.handover.unsigned_list import UnsignedList
from roster_app.gui.messages import Tells
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import EmptyState, Hairline, PrimaryButton, SectionTitle, measures_of
from roster_app.i18n import _
from roster_app.services.hand_overs import OpenLog

_LATELY = 3 * DAY
"""How long a ticked item stays in sight, so that its tick can be taken away."""


class HandOverPanel(QWidget):
    """Everything typed is stored at once, and taken back by undo; it works in a dialog and on a page alike."""

    shown = Signal()  # what is stored is in sight
    roster_wished = Signal()  # there is nothing to hand over yet

    def __init__(self, shell: Shell, messages: Tells | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._messages = messages or shell.messages
        self.log: OpenLog | None = None
        self._wanted: tuple[CheckpointId | None, datetime | None] = (None, None)
        self.keeper = Keeper(shell, self._messages, self)
        self.head = Head()
        self.items = ItemsView()
        self.supplies = SuppliesView()
        self.anomalies = _Anomalies()
        self.signing = Signing()
        self.unsigned = UnsignedList()
        self.to_the_roster = PrimaryButton(_("To the roster"), "calendar-days")
        self._stack = QStackedWidget()
        self._lay_out()
        self._listen()

    def show_log(self, checkpoint_id: CheckpointId | None = None, around: datetime | None = None) -> None:
        """Read the log and show the hand-over of a checkpoint that comes next after a moment (otherwise now)."""
        self.settle()
        self._wanted = (checkpoint_id, around)
        self._shell.tasks.run(
            partial(self._shell.services.hand_overs.open, self._shell.team_id, around),
            on_success=self._on_read,
            on_failure=lambda error: self._shell.errors.report(error, messages=self._messages),
            owner=self,
        )

    @property
    def relief(self) -> Relief | None:
        """The hand-over in sight."""
        return self.head.relief

    def settle(self) -> None:
        """Store what is written and not stored yet."""
        self.anomalies.settle()

    # what is shown

    def _on_read(self, log: OpenLog) -> None:
        self.log = log
        place, moment = self._wanted
        if place is None:
            place = next((r.checkpoint_id for r in log.reliefs), None)
        relief = None
        if place is not None and place in log.directory.checkpoint:
            own = log.reliefs_of(place)
            if moment is None:
                relief = log.present(place)
            else:
                relief = next((r for r in own if r.moment >= moment), own[-1] if own else None)
        self.head.show_log(log, place, relief)
        self._show()

    def _show(self) -> None:
        log, relief = self.log, self.head.relief
        if log is None or not log.reliefs:
            self._stack.setCurrentIndex(1)
            self.shown.emit()
            return
        self._stack.setCurrentIndex(0)
        self._body.setEnabled(relief is not None)
        self.unsigned.show_log(log)
        if relief is not None:
            self._show_relief(log, relief)
        self.shown.emit()

    def _show_relief(self, log: OpenLog, relief: Relief) -> None:
        place, moment = relief.checkpoint_id, relief.moment
        noted = self._noted(log, relief)
        self._wanted = (place, moment)
        self.head.show_state(noted)
        lately = (
            item
            for item in log.log.items
            if item.checkpoint_id == place and item.done_at is not None and moment - _LATELY <= item.done_at <= moment
        )
        done = sorted(lately, key=lambda item: (item.done_at, item.id), reverse=True)
        self.items.show_items((*due(log.log.items, place, moment), *done))
        self.items.offer_owners(log.directory.name.values())
        self.supplies.show_counts(
            log.kinds, last_known(log.log.counts, place, moment), counted(log.log.counts, place, moment)
        )
        self.anomalies.show_text(noted.anomalies)
        key = place, moment
        self.signing.show_hand_over(noted, log.leaders.get(key, ("", "")))

    def _noted(self, log: OpenLog, relief: Relief) -> HandOver:
        return log.noted(relief) or HandOver(relief.checkpoint_id, relief.moment)

    # wishes

    def _at(self, relief: Relief) -> datetime:
        """Now, or of a hand-over that is past, its moment: what is noted late belongs to it."""
        return min(self._shell.now().replace(second=0, microsecond=0), relief.moment)

    def _change(self, words: str, make: Callable[[OpenLog, Relief], LogEdit]) -> bool:
        """Store one change about the hand-over in sight; whether it was stored."""
        log, relief = self.log, self.head.relief
        if log is None or relief is None:
            return False
        try:
            edit = make(log, relief)
        except DomainError as error:
            self._shell.errors.report(error, messages=self._messages)
            return False
        return edit.before == edit.after or self.keeper.store(words, edit)

    def _add(self, text: str, owner: str) -> None:
        def make(log: OpenLog, relief: Relief) -> LogEdit:
            shift = log.shift_name(relief.outgoing)
            return LogEdit(None, open_item(relief.checkpoint_id, text, owner, self._at(relief), shift))

        if self._change(_("Open item: {item}").format(item=text), make):
            self.items.clear_line()

    def _reword(self, item: OpenItem, text: str, owner: str) -> None:
        words = _("Reworded: {item}").format(item=text)
        if self._change(words, lambda _log, _relief: LogEdit(item, reworded(item, text, owner))):
            self.items.clear_line()

    def _tick(self, item: OpenItem) -> None:
        if item.done_at is not None:
            self._change(_("Open again: {item}").format(item=item.text), lambda _l, _r: LogEdit(item, unticked(item)))
        else:
            author = self._shell.services.desk.author
            self._change(
                _("Done: {item}").format(item=item.text),
                lambda _log, relief: LogEdit(item, ticked(item, author, self._at(relief))),
            )

    def _remove(self, item: OpenItem) -> None:
        self._change(_("Removed: {item}").format(item=item.text), lambda _log, _relief: LogEdit(item, None))

    def _count(self, kind: SupplyKind, count: int | None) -> None:
        def make(log: OpenLog, relief: Relief) -> LogEdit:
            before = counted(log.log.counts, relief.checkpoint_id, relief.moment).get(kind.name)
            after = None if count is None else supply_count(relief.checkpoint_id, kind, relief.moment, count)
            return LogEdit(before, after)

        shown = _("not counted") if count is None else str(count)
        self._change(_("{item}: {count}").format(item=kind.name, count=shown), make)

    def _note(self, text: str) -> None:
        def make(log: OpenLog, relief: Relief) -> LogEdit:
            return LogEdit(log.noted(relief), with_anomalies(self._noted(log, relief), text))

        self._change(_("Anomalies noted"), make)

    def _sign(self, outgoing: bool, name: str) -> None:
        now = self._shell.now().replace(second=0, microsecond=0)

        def make(log: OpenLog, relief: Relief) -> LogEdit:
            noted = self._noted(log, relief)
            if name:
                after = signed(noted, name, now) if outgoing else acknowledged(noted, name, now)
            elif outgoing:
                after = replace(noted, outgoing="", signed_at=None)
            else:
                after = replace(noted, incoming="", acknowledged_at=None)
            return LogEdit(log.noted(relief), after)

        words = _("Signed: {name}").format(name=name) if name else _("Signature taken back")
        self._change(words, make)

    def _change_kinds(self) -> None:
        if self.log is not None:
            dialog = KindsDialog(self._shell.team_id, self.log.kinds, self)
            dialog.submitted.connect(self._store_kinds)
            dialog.open()

    def _store_kinds(self, wanted: SupplyList | None) -> None:
        if self.log is None:
            return
        known = self.log.log.kinds
        before = None if known is None else SupplyList(self._shell.team_id, known)
        if before != wanted:
            self.keeper.store(_("What is counted has changed"), LogEdit(before, wanted))

    # building

    def _listen(self) -> None:
        self.keeper.stored.connect(lambda: self.show_log(*self._wanted))
        self.head.before_change.connect(self.settle)
        self.head.chosen.connect(self._show)
        self.items.add_wished.connect(self._add)
        self.items.reword_wished.connect(self._reword)
        self.items.tick_wished.connect(self._tick)
        self.items.removal_wished.connect(self._remove)
        self.supplies.counted.connect(self._count)
        self.supplies.kinds_wished.connect(self._change_kinds)
        self.anomalies.written.connect(self._note)
        self.signing.sign_wished.connect(partial(self._sign, True))
        self.signing.acknowledge_wished.connect(partial(self._sign, False))
        self.unsigned.chosen.connect(lambda relief: self.show_log(relief.checkpoint_id, relief.moment))
        self.to_the_roster.clicked.connect(lambda _checked=False: self.roster_wished.emit())

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self._body = QWidget()
        columns = QHBoxLayout(self._body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(measures.wide)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(measures.apart)
        left.addWidget(self.items, 1)
        left.addWidget(SectionTitle(_("Anomalies, instructions")))
        left.addWidget(self.anomalies)
        right.addWidget(self.supplies, 3)
        right.addWidget(SectionTitle(_("Signatures")))
        right.addWidget(self.signing)
        columns.addLayout(left, 5)
        columns.addWidget(Hairline(upright=True))
        columns.addLayout(right, 4)
        noting = QWidget()
        column = QVBoxLayout(noting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.apart)
        column.addWidget(self.head)
        column.addWidget(self._body, 1)
        right.addWidget(self.unsigned, 2)
        self._stack.addWidget(noting)
        self._stack.addWidget(
            EmptyState(
                "refresh-cw",
                _("There is nothing to hand over yet"),
                _(
                    "Hand-overs come from the roster: as soon as there are shifts around today, each relief can be "
                    "noted here, with what is open, what was counted and who signed."
                ),
                self.to_the_roster,
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)


class _Anomalies(QPlainTextEdit):
    """Stored when the keyboard leaves it."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stored = ""
        self.setAccessibleName(_("Anomalies, instructions"))
        self.setPlaceholderText(_("What was out of the ordinary, and what the next watch should know"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(measures_of(self).px(64))

    def show_text(self, text: str) -> None:
        """What is stored; what is being written stays."""
        if self._stored != text or self.toPlainText().strip() == text:
            self._stored = text
            if self.toPlainText() != text:
                self.setPlainText(text)

    def settle(self) -> None:
        """Tell what was written since."""
        text = self.toPlainText().strip()
        if text != self._stored:
            self._stored = text
            self.written.emit(text)

    # Qt overrides

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()
