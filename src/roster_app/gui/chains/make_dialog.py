"""生成接龙: a ready chain for open duties, the duties of a day, reminders and thanks, each copied for the group."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.chains.message_list import MessageList
from roster_app.gui.widgets import (
    DateRangeField,
    MessageBar,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _, ngettext
from roster_app.services import OpenRoster
from roster_app.services.chain_making import chain_text, duty_report, offered_duties, reminders, thanks, thanks_each

CHAIN, REPORT, REMIND, THANK = "chain", "report", "remind", "thank"


class MakeDialog(PanelDialog):
    """Made of the roster as it stands; no text holds a phone number."""

    def __init__(self, opened: OpenRoster, today: date, parent: QWidget) -> None:
        super().__init__(_("Make a sign-up chain"), parent, width=860, height=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened = opened
        first, last = opened.period.first, opened.period.last
        begins = today if first <= today <= last else first
        self.kind = SegmentedControl(
            [
                (CHAIN, _("Chain for open duties")),
                (REPORT, _("Duty report")),
                (REMIND, _("Reminders")),
                (THANK, _("Thanks")),
            ],
            _("Text"),
        )
        self.days = DateRangeField(begins, last)
        self.places = [QCheckBox(place.name) for place in opened.directory.checkpoints_in_order]
        self.text = QPlainTextEdit()
        self.each = MessageList()
        self._texts = QStackedWidget()
        self.remark = TextLabel("", "quiet")
        self.cancel, self.copy = QuietButton(_("Close")), PrimaryButton(_("Copy"), "copy")
        self.messages = MessageBar(self)
        self._lay_out()
        self._connect()
        self.show_text()

    def show_kind(self, kind: str) -> None:
        """Bring one of the texts."""
        self.kind.choose(kind)
        self.show_text()

    def show_text(self) -> None:
        """Make the text for what is chosen; chains run over days, the other texts are of the first day alone."""
        first, last = self.days.range
        self._places_row.setVisible(self.kind.choice == CHAIN)
        text, self._count = self._made(first, last)
        messages = self._messages(first)
        self.each.show_messages(messages)
        self._texts.setCurrentWidget(self.each if messages else self.text)
        self.copy.setText(_("Copy all") if messages else _("Copy"))
        self.text.setPlainText(text)
        self.remark.setText(self._remark(first))
        self.copy.setEnabled(bool(text))

    def copy_text(self) -> None:
        """Put the text on the clipboard as it stands in the field."""
        if self.text.toPlainText().strip():
            QGuiApplication.clipboard().setText(self.text.toPlainText())
            self.messages.tell(_("Copied. Paste it into the group."), "good")

    def _on_copied(self, who: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.messages.tell(_("Copied: {who}.").format(who=who), "good")

    def _messages(self, first: date) -> list[tuple[str, str]]:
        """Of reminders and thanks, what each person gets; thanks to everybody together come first."""
        roster, directory = self._opened.roster, self._opened.directory
        made = {REMIND: reminders, THANK: thanks_each}.get(self.kind.choice)
        told = [(directory.name[who], text) for who, text in made(roster, directory, first).items()] if made else []
        if told and self.kind.choice == THANK:
            told.insert(0, (_("Everybody, for the group"), thanks(roster, directory, first)))
        return told

    def _made(self, first: date, last: date) -> tuple[str, int]:
        roster, directory, kind = self._opened.roster, self._opened.directory, self.kind.choice
        if kind == CHAIN:
            boxes = zip(directory.checkpoints_in_order, self.places, strict=True)
            chosen = {place.id for place, box in boxes if box.isChecked()}
            offered = offered_duties(roster, first, last, chosen)
            return (chain_text(offered, directory) if offered else ""), sum(len(o.duties) for o in offered)
        if kind == REMIND:
            texts = reminders(roster, directory, first)
            return "\n\n".join(texts.values()), len(texts)
        stood = [stint for stint in roster.stints if stint.day == first]
        if kind == THANK:
            return "\n\n".join(text for _who, text in self._messages(first)), len(stood)
        of_day = [shift for shift in roster.plan.shifts if shift.day == first]
        return (duty_report(roster, directory, first) if of_day else ""), len(stood)

    def _remark(self, first: date) -> str:
        count = self._count
        if self.kind.choice == CHAIN:
            told = ngettext("{count} vacant duty", "{count} vacant duties", count).format(count=count)
            return told if count else _("No duty is vacant there in these days.")
        if not self.text.toPlainText():
            return _("Nobody stands that day.")
        if self.kind.choice == REMIND:
            return ngettext("{count} message, no phones", "{count} messages, no phones", count).format(count=count)
        return _("The first day counts; no phones.")

    def _lay_out(self) -> None:
        measures = measures_of(self)
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.px(10))
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addStretch(1)
        row.addWidget(self.days)
        column.addLayout(row)
        self._places_row = QScrollArea()
        self._places_row.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes have it
        self._places_row.setWidgetResizable(True)
        self._places_row.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        inner.setProperty("scroll_body", True)
        boxes = QHBoxLayout(inner)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(measures.px(16))
        for box in self.places:
            box.setChecked(True)
            boxes.addWidget(box)
        boxes.addStretch(1)
        self._places_row.setWidget(inner)
        self._places_row.setFixedHeight(inner.sizeHint().height() + measures.px(14))
        column.addWidget(self._places_row)
        self.text.setAccessibleName(_("Text for the group"))
        self.text.setTabChangesFocus(True)
        self.add(head)
        self._texts.addWidget(self.text)
        self._texts.addWidget(self.each)
        self.add(self._texts, 1, padded=False)
        self.add_left(self.remark)
        self.add_right(self.cancel)
        self.add_right(self.copy)

    def _connect(self) -> None:
        self.each.copied.connect(self._on_copied)
        self.kind.chosen.connect(lambda _key: self.show_text())
        self.days.range_changed.connect(lambda _range: self.show_text())
        for box in self.places:
            box.toggled.connect(lambda _on: self.show_text())
        self.cancel.clicked.connect(self.reject)
        self.copy.clicked.connect(lambda _checked=False: self.copy_text())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.copy_text)
