"""The form of a checkpoint without its posts: name, kind, area, pattern, duty phone, address."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import PatternId
from roster_app.domain.places import PATTERN_TEMPLATES, CheckpointKind
from roster_app.domain.team import Directory
from roster_app.gui.places.area_field import AreaField
from roster_app.gui.places.checks import Remark
from roster_app.gui.places.written import WrittenPlace
from roster_app.gui.widgets import ChoiceField, Form, FormRow
from roster_app.i18n import _, pgettext
from roster_app.services.words import kind_name
from roster_app.services.words.templates import template_name


class CheckpointForm(QWidget):
    """Shows and answers with `WrittenPlace` values, whose posts it leaves alone."""

    changed = Signal()  # the person wrote something
    submitted = Signal()  # Enter in a field of one line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit()
        self._kind = ChoiceField([(kind.value, kind_name(kind)) for kind in CheckpointKind])
        self._area = AreaField()
        self._pattern = ChoiceField()
        self._phone = QLineEdit()
        self._address = QLineEdit()
        self._rows: dict[str, FormRow] = {}
        self._lay_out()
        self._listen()
        self.setFocusProxy(self._name)

    def offer(self, directory: Directory) -> None:
        """What can be chosen: areas, the team's patterns, and the templates the team has not made its own yet."""
        self._area.offer(directory.areas)
        known = {pattern.name for pattern in directory.patterns}
        templates = [(key, template_name(key)) for key in PATTERN_TEMPLATES]
        self._pattern.offer(
            [
                ("", _("— none: nobody stands here —")),
                *((str(p.id), p.name) for p in directory.patterns),
                *((key, words) for key, words in templates if words not in known),
            ]
        )

    def show_written(self, written: WrittenPlace) -> None:
        """Put these values into the fields without telling anyone."""
        blocked = self.blockSignals(True)
        for field, words in (
            (self._name, written.name),
            (self._phone, written.phone),
            (self._address, written.address),
        ):
            if field.text() != words:
                field.setText(words)
        self._kind.choose(written.kind.value)
        self._area.show_area(written.area)
        self._pattern.choose(str(written.pattern or ""))
        self.blockSignals(blocked)
        self._show_new_area()

    def laid_over(self, written: WrittenPlace) -> WrittenPlace:
        """What stands in the fields, with the posts of `written`."""
        pattern = self._pattern.choice
        return replace(
            written,
            name=self._name.text(),
            kind=CheckpointKind(self._kind.choice),
            area=self._area.area,
            pattern=PatternId(int(pattern)) if pattern.isdigit() else pattern or None,
            phone=self._phone.text(),
            address=self._address.text(),
        )

    def show_remarks(self, remarks: list[Remark]) -> None:
        """Say what is wrong or striking, beside each field."""
        for name, row in self._rows.items():
            own = [remark for remark in remarks if remark.field == name]
            row.show_error(next((r.sentence for r in own if r.grave), ""))
            if name != "area":
                row.show_hint(next((r.sentence for r in own if not r.grave), ""))

    def focus_field(self, name: str) -> None:
        """Put the keyboard into one field."""
        self._rows[name].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._name.setPlaceholderText(_("for example: North gate"))
        self._phone.setPlaceholderText(_("24 hours, as printed on the sheets"))
        for line in (self._name, self._phone, self._address):
            line.setMaxLength(60)
        form = Form()
        for name, words, field in (
            ("name", pgettext("of a thing", "&Name"), self._name),
            ("kind", _("&Kind"), self._kind),
            ("area", _("A&rea"), self._area),
            ("pattern", _("Shift &pattern"), self._pattern),
            ("phone", _("Duty p&hone"), self._phone),
            ("address", _("Addre&ss"), self._address),
        ):
            self._rows[name] = form.add(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def _listen(self) -> None:
        for line in (self._name, self._phone, self._address):
            line.textEdited.connect(self.changed)
            line.returnPressed.connect(self.submitted)
        for choice in (self._kind, self._pattern):
            choice.chosen.connect(self.changed)
        self._area.edited.connect(self._on_area_edited)

    def _on_area_edited(self) -> None:
        self._show_new_area()
        self.changed.emit()

    def _show_new_area(self) -> None:
        new = self._area.is_new
        self._rows["area"].show_hint(_("A new area; it is made when you save.") if new else "")
