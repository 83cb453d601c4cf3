"""The fields of one post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import QualificationId
from roster_app.domain.places import DutyTag
from roster_app.gui.places.checks import Remark
from roster_app.gui.places.seats_field import SeatsField
from roster_app.gui.places.windows_editor import WindowsEditor
from roster_app.gui.places.written import WrittenPost
from roster_app.gui.widgets import (
    DangerButton,
    Form,
    FormRow,
    IconButton,
    SegmentedControl,
    TokenEdit,
    measures_of,
)
from roster_app.gui.widgets.toggle_chip import ChipFilter
from roster_app.i18n import _
from roster_app.services.words import tag_name

_VOLUNTEERING, _OFFICE = "volunteering", "office"


class PostFields(QWidget):
    """Shows and answers with `WrittenPost` values."""

    changed = Signal()  # the person changed something
    move_wished = Signal(int)  # up (-1) or down (1)
    removal_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, QualificationId] = {}
        self._name = QLineEdit()
        self._seats = SeatsField()
        self._requires = TokenEdit(
            [], _("Required qualifications"), placeholder=_("nothing in particular"), allow_new=True
        )
        self._leads = QCheckBox(_("Leads the shift: printed first and bold"))
        self._reserve = QCheckBox(_("Reserve: on call, counts as no work"))
        self._service = SegmentedControl(
            [(_VOLUNTEERING, _("Volunteering")), (_OFFICE, _("Office duty"))], _("Counts as"), small=True
        )
        self._tags = ChipFilter(_("Duties reported under"))
        self._tags.offer([(tag.value, tag_name(tag), None) for tag in DutyTag])
        self._windows = WindowsEditor()
        self._rows: dict[str, FormRow] = {}
        self._lay_out()
        self._listen()
        self.setFocusProxy(self._name)

    def show_post(self, post: WrittenPost, qualifications: Mapping[QualificationId, str]) -> None:
        """Show this post without telling anyone."""
        blocked = self.blockSignals(True)
        self._known = {str(q): q for q in qualifications}
        self._requires.offer([(str(q), name) for q, name in qualifications.items()])
        if self._name.text() != post.name:
            self._name.setText(post.name)
        self._seats.show_seats(post.headcount, post.minimum, post.maximum)
        self._requires.choose(sorted(str(r) for r in post.requires))
        self._leads.setChecked(post.leads)
        self._reserve.setChecked(post.reserve)
        self._service.choose(_OFFICE if post.office_duty else _VOLUNTEERING)
        self._tags.choose(tag.value for tag in post.tags)
        self._windows.show_windows(post.windows)
        self._windows.show_limits(self._seats.has_limits)
        self.blockSignals(blocked)

    def laid_over(self, post: WrittenPost) -> WrittenPost:
        """What stands in the fields."""
        return replace(
            post,
            name=self._name.text(),
            headcount=self._seats.headcount,
            minimum=self._seats.minimum,
            maximum=self._seats.maximum,
            requires=frozenset(self._known.get(key, key) for key in self._requires.chosen),
            windows=self._windows.windows,
            tags=frozenset(DutyTag(key) for key in self._tags.chosen),
            leads=self._leads.isChecked(),
            reserve=self._reserve.isChecked(),
            office_duty=self._service.choice == _OFFICE,
        )

    def take_pending(self) -> None:
        """Take a qualification that was typed and not yet confirmed."""
        self._requires.take_pending()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Say what is wrong or striking, beside each field."""
        named = [remark for remark in remarks if remark.field == "name"]
        self._rows["name"].show_error(next((r.sentence for r in named if r.grave), ""))
        self._rows["name"].show_hint(next((r.sentence for r in named if not r.grave), ""))
        self._windows.show_error(next((r.sentence for r in remarks if r.field == "windows"), ""))

    def focus_field(self, name: str) -> None:
        """Put the keyboard into one field."""
        field: QWidget = self._windows if name == "windows" else self._rows[name].field
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._name.setMaxLength(30)
        form = Form()
        for name, words, field in (
            ("name", _("Post"), self._name),
            ("headcount", _("People"), self._seats),
            ("requires", _("Requires"), self._requires),
            ("leads", "", self._leads),
            ("reserve", "", self._reserve),
            ("service", _("Counts as"), self._service),
            ("tags", _("Reported as"), self._tags),
        ):
            self._rows[name] = form.add(words, field)
        measures = measures_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.px(24), 0, 0, 0)
        column.setSpacing(measures.near)
        column.addWidget(form)
        column.addWidget(self._windows)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        up = IconButton("chevron-up", _("Move the post up"))
        down = IconButton("chevron-down", _("Move the post down"))
        remove = DangerButton(_("Remove the post"), small=True)
        up.clicked.connect(lambda: self.move_wished.emit(-1))
        down.clicked.connect(lambda: self.move_wished.emit(1))
        remove.clicked.connect(self.removal_wished)
        row = QHBoxLayout()
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(up)
        row.addWidget(down)
        return row

    def _on_seats(self) -> None:
        self._windows.show_limits(self._seats.has_limits)
        self.changed.emit()

    def _listen(self) -> None:
        self._name.textEdited.connect(self.changed)
        self._seats.changed.connect(self._on_seats)
        self._reserve.toggled.connect(self.changed)
        self._requires.changed.connect(self.changed)
        entry = self._requires.focusProxy()
        if isinstance(entry, QLineEdit):
            entry.editingFinished.connect(self.take_pending)
        self._leads.toggled.connect(self.changed)
        self._service.chosen.connect(self.changed)
        self._tags.changed.connect(self.changed)
        self._windows.changed.connect(self.changed)
