"""The panel of one volunteer: the form, leave and times, and the duties, each on a leaf of its own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.records import PersonRecord
from roster_app.domain.team import Directory
from roster_app.domain.twins import TwinFinder
from roster_app.gui.people.checks import Remark, check_against_others, check_words
from roster_app.gui.people.form import VolunteerForm
from roster_app.gui.people.record_view import RecordView
from roster_app.gui.people.record_words import ahead_words, over_words
from roster_app.gui.people.statements_view import StatementsView
from roster_app.gui.people.written import Written
from roster_app.gui.widgets import (
    DangerButton,
    InlineError,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    SidePanel,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services.words.rules import rules_about

FORM, TIMES, DUTIES = "form", "times", "duties"
_NOBODY = VolunteerId(0)


class PersonPanel(SidePanel):
    """Holds what is stored (`base`) and what is written; the page stores and tells it what came of it."""

    store_wished = Signal()  # the form is to be stored
    removal_wished = Signal()  # the volunteer is to be removed
    written_changed = Signal()  # whether anything is unsaved may have changed

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._directory: Directory | None = None
        self._stored: Volunteer | None = None
        self._peers = TwinFinder()
        self._base = Written()
        leaves = [(FORM, _("Person")), (TIMES, _("Leave and times")), (DUTIES, _("Record"))]
        self._leaf = SegmentedControl(leaves, _("Leaf"), small=True)
        self._glance = TextLabel("", "second", wraps=True)
        self.record = RecordView()
        self.form = VolunteerForm(today)
        self.statements = StatementsView(today)
        self._notice = InlineError()
        self._remove = DangerButton(_("Remove from the team …"), small=True)
        self._revert = QuietButton(_("Discard"))
        self._store = PrimaryButton(_("Save"))
        self._form_buttons: tuple[QWidget, ...] = (self._revert, self._store)
        self._times_buttons: tuple[QWidget, ...] = (self.statements.change_button, self.statements.remove_button)
        self._leaves = _Leaves()
        self._lay_out()
        self._listen()

    @property
    def stored(self) -> Volunteer | None:
        """The volunteer as last read; nothing for a new one."""
        return self._stored

    @property
    def base(self) -> Written:
        """What the form began with."""
        return self._base

    @property
    def dirty(self) -> bool:
        """Whether the form says something that is not stored."""
        return self.form.written() != self._base

    def know_peers(self, finder: TwinFinder) -> None:
        """Who else there is, for what is striking beside them."""
        self._peers = finder

    def show_record(self, record: PersonRecord | None) -> None:
        """What the person has done and holds, and in the head what comes next; nothing of somebody new."""
        if record is not None and self._directory is not None:
            self.record.show_record(record, self._directory)
        told = (over_words(record), ahead_words(record)) if record is not None else ()
        self._glance.setText(_("; ").join(words for words in told if words))
        self._glance.setVisible(any(told))

    def show_person(self, volunteer: Volunteer | None, directory: Directory, written: Written | None = None) -> None:
        """Show somebody, or an empty form for somebody new; `written` is a draft left here before."""
        self._directory, self._stored = directory, volunteer
        self._base = Written.of(volunteer) if volunteer else Written()
        self._notice.tell("")
        self.form.offer(directory)
        self.form.show_written(written or self._base)
        self._show_statements(directory)
        self._leaf.setEnabled(volunteer is not None)
        self._remove.setVisible(volunteer is not None)
        if volunteer is None:
            self.show_leaf(FORM)
        self._show_head()
        self._on_written()

    def refresh(self, volunteer: Volunteer, directory: Directory) -> tuple[str, ...]:
        """Somebody stored the person anew: keep what is written here, and name the fields both changed."""
        written, theirs = self.form.written(), Written.of(volunteer)
        own, others = set(written.changed_from(self._base)), set(theirs.changed_from(self._base))
        both = tuple(sorted(f for f in own & others if getattr(written, f) != getattr(theirs, f)))
        merged = written.rebased(self._base, theirs)
        self.show_person(volunteer, directory, merged)
        return both

    def tell(self, sentence: str) -> None:
        """A sentence over the form; an empty one takes it away."""
        self._notice.tell(sentence)

    def show_leaf(self, leaf: str) -> None:
        """Bring the form or the times to the front."""
        self._leaf.choose(leaf)
        self._leaves.setCurrentIndex((FORM, TIMES, DUTIES).index(leaf))
        self._leaves.updateGeometry()
        for shown_on, buttons in ((FORM, self._form_buttons), (TIMES, self._times_buttons)):
            for button in buttons:
                button.setVisible(leaf == shown_on)

    def focus_first_grave(self) -> bool:
        """Put the keyboard where something keeps the form from being stored; whether there was anything."""
        for remark in self._remarks():
            if remark.grave:
                self.show_leaf(FORM)
                self.form.show_remarks(self._remarks())
                self.form.focus_field(remark.field)
                return True
        return False

    def discard(self) -> None:
        """Back to what is stored."""
        if self._directory is not None:
            self.show_person(self._stored, self._directory)
            self.written_changed.emit()

    def _remarks(self) -> list[Remark]:
        written = self.form.written()
        remarks = check_words(written.name, written.phone)
        if not remarks and self._directory is not None:
            person = written.laid_over(self._stored or Volunteer(_NOBODY, self._directory.team.id, "?"))
            remarks = check_against_others(person, self._peers)
        return remarks

    def _show_statements(self, directory: Directory) -> None:
        if self._stored is not None:
            identity = self._stored.id
            shifts = {s.id: s.name for s in directory.shift_types}
            stated = directory.leaves_of(identity), directory.availabilities_of(identity)
            self.statements.show_statements(*stated, shifts)
            self.statements.show_rules(rules_about(identity, directory))

    def _show_head(self) -> None:
        if self._stored is None or self._directory is None:
            self.show_texts(_("New volunteer"), _("Only the name is needed."))
            return
        area = self._directory.area.get(self._stored.area_id) if self._stored.area_id else None
        facts = [self._stored.affiliation, self._stored.title, area.name if area else ""]
        self.show_texts(self._directory.name[self._stored.id], " · ".join(fact for fact in facts if fact))

    def _lay_out(self) -> None:
        measures = measures_of(self)
        side = measures.px(16)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(side, 0, side, measures.apart)
        column.setSpacing(measures.near)
        column.addWidget(self._notice)
        column.addWidget(self.form)
        column.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._leaves.addWidget(sheet)
        self._leaves.addWidget(self.statements)
        self._leaves.addWidget(self.record)
        self.add_to_head(self._glance)
        self.add_to_head(self._leaf)
        self.add(self._leaves, 1)
        for button in (*self._form_buttons, *self._times_buttons):
            self.add_to_foot(button)
        self.setFocusProxy(self.form)
        self.show_leaf(FORM)

    def _listen(self) -> None:
        self._leaf.chosen.connect(self.show_leaf)
        self.form.changed.connect(self._on_written)
        self.form.submitted.connect(self.store_wished)
        self._store.clicked.connect(self.store_wished)
        self._revert.clicked.connect(self.discard)
        self._remove.clicked.connect(self.removal_wished)

    def _on_written(self) -> None:
        dirty = self.dirty
        self._store.setEnabled(dirty)
        self._revert.setEnabled(dirty)
        remarks = self._remarks()
        self.form.show_remarks(remarks if dirty and self.form.written().name else [r for r in remarks if not r.grave])
        self.written_changed.emit()


class _Leaves(QStackedWidget):
    """As high as the leaf in front asks for, not as the highest: a short leaf has nothing to scroll."""

    # Qt overrides

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()
