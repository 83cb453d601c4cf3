"""The form of one volunteer: every field of the person, each remark beside the field it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import AreaId, CrewId
from roster_app.domain.names import listed_aliases
from roster_app.domain.people import Gender
from roster_app.domain.team import Directory
from roster_app.gui.people.checks import Remark
from roster_app.gui.people.optional_date import OptionalDateField
from roster_app.gui.people.phone_field import PhoneField
from roster_app.gui.people.written import Written
from roster_app.gui.widgets import ChoiceField, Form, FormRow, TokenEdit, measures_of
from roster_app.i18n import _
from roster_app.services.words.names import field_name, gender_name


class VolunteerForm(QWidget):
    """Shows and answers with `Written` values; knows neither the database nor the rest of the team."""

    changed = Signal()  # the person wrote something
    submitted = Signal()  # Enter in a field of one line

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit()
        self._affiliation = QLineEdit()
        self._title = QLineEdit()
        self._known_affiliations = QStringListModel(self)
        self._area = ChoiceField()
        self._crew = ChoiceField()
        self._qualifications = TokenEdit([], _("Qualifications"), placeholder=_("Leader, medic …"), allow_new=True)
        self._phone = PhoneField()
        self._aliases = QLineEdit()
        self._nights = QCheckBox(_("Nights allowed"))
        self._gender = ChoiceField([(g.value, gender_name(g)) for g in Gender])
        self._new = QCheckBox(_("New: with somebody experienced"))
        self._name_consent = QCheckBox(field_name("name_consent"))
        self._name_consent.setToolTip(_("In full in public notices."))
        self._phone_consent = QCheckBox(field_name("phone_consent"))
        self._phone_consent.setToolTip(_("In full on posted sheets."))
        self._joined = OptionalDateField(_("First day"), today)
        self._left = OptionalDateField(_("Last day"), today)
        self._note = QPlainTextEdit()
        self._rows: dict[str, FormRow] = {}
        self._lay_out()
        self._listen()
        self.setFocusProxy(self._name)

    def offer(self, directory: Directory) -> None:
        """What can be chosen: areas, crews, qualifications, and affiliations already written."""
        nobody = ("", "—")
        self._area.offer([nobody, *((str(a.id), a.name) for a in directory.areas)])
        self._crew.offer([nobody, *((str(c.id), c.name) for c in directory.crews)])
        self._rows["crew_id"].set_visible(bool(directory.crews))
        self._qualifications.offer([(str(q.id), q.name) for q in directory.qualifications])
        self._known_affiliations.setStringList(sorted({v.affiliation for v in directory.volunteers if v.affiliation}))

    def show_written(self, written: Written) -> None:
        """Put these values into the fields without telling anyone."""
        blocked = self.blockSignals(True)
        self._name.setText(written.name)
        self._affiliation.setText(written.affiliation)
        self._title.setText(written.title)
        self._aliases.setText("、".join(written.aliases))
        self._area.choose(str(written.area_id or ""))
        self._crew.choose(str(written.crew_id or ""))
        self._qualifications.choose(sorted(written.qualifications))
        self._phone.set_phone(written.phone)
        self._nights.setChecked(written.nights_allowed)
        self._gender.choose(written.gender.value)
        self._new.setChecked(written.new)
        self._name_consent.setChecked(written.name_consent)
        self._phone_consent.setChecked(written.phone_consent)
        self._joined.set_day(written.joined)
        self._left.set_day(written.left)
        self._note.setPlainText(written.note)
        self.blockSignals(blocked)

    def written(self) -> Written:
        """What stands in the fields."""
        area, crew = self._area.choice, self._crew.choice
        return Written(
            name=self._name.text().strip(),
            affiliation=self._affiliation.text().strip(),
            title=self._title.text().strip(),
            area_id=AreaId(int(area)) if area else None,
            crew_id=CrewId(int(crew)) if crew else None,
            qualifications=frozenset(self._qualifications.chosen),
            phone=self._phone.phone,
            nights_allowed=self._nights.isChecked(),
            gender=Gender(self._gender.choice),
            new=self._new.isChecked(),
            name_consent=self._name_consent.isChecked(),
            phone_consent=self._phone_consent.isChecked(),
            aliases=listed_aliases(self._aliases.text()),
            joined=self._joined.day,
            left=self._left.day,
            note=self._note.toPlainText().strip(),
        )

    def take_pending(self) -> None:
        """Take a qualification that was typed and not yet confirmed."""
        self._qualifications.take_pending()

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """Say what is wrong or striking, beside each field; a grave remark hides a slight one."""
        worst: dict[str, Remark] = {}
        for remark in remarks:
            if remark.field not in worst or (remark.grave and not worst[remark.field].grave):
                worst[remark.field] = remark
        for field, row in self._rows.items():
            found = worst.get(field)
            row.show_error(found.sentence if found and found.grave else "")
            row.show_hint(found.sentence if found and not found.grave else "")

    def focus_field(self, field: str) -> None:
        """Put the keyboard into one field."""
        self._rows[field].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        for field in (self._name, self._affiliation, self._title):
            field.setMaxLength(60)
        self._aliases.setPlaceholderText(_("WeChat name, nickname …"))
        self._aliases.setToolTip(_("Several with commas between them; sign-up chains know the person by them."))
        self._affiliation.setCompleter(self._completer())
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(measures_of(self).px(64))
        form = Form()
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("name", _("&Name"), self._name),
            ("affiliation", _("&Affiliation"), self._affiliation),
            ("title", _("T&itle"), self._title),
            ("gender", _("&Gender"), self._gender),
            ("area_id", _("A&rea"), self._area),
            ("crew_id", _("&Crew"), self._crew),
            ("qualifications", _("&Qualifications"), self._qualifications),
            ("phone", _("&Phone"), self._phone),
            ("aliases", _("Alia&ses"), self._aliases),
            ("nights_allowed", "", self._nights),
            ("new", "", self._new),
            ("name_consent", "", self._name_consent),
            ("phone_consent", "", self._phone_consent),
            ("joined", _("First &day"), self._joined),
            ("left", _("&Last day"), self._left),
            ("note", _("N&ote"), self._note),
        )
        for key, words, widget in rows:
            self._rows[key] = form.add(words, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._known_affiliations, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return completer

    def _listen(self) -> None:
        for line in (self._name, self._affiliation, self._title, self._aliases):
            line.textEdited.connect(self.changed)
        for line in (self._name, self._title, self._phone, self._aliases):
            line.returnPressed.connect(self.submitted)
        completer = self._affiliation.completer()
        if completer is not None:
            completer.activated.connect(lambda _text: self.changed.emit())
        self._area.chosen.connect(self.changed)
        self._crew.chosen.connect(self.changed)
        self._qualifications.changed.connect(self.changed)
        self._phone.edited.connect(self.changed)
        self._nights.toggled.connect(self.changed)
        self._gender.chosen.connect(self.changed)
        for box in (self._new, self._name_consent, self._phone_consent):
            box.toggled.connect(self.changed)
        self._joined.changed.connect(self.changed)
        self._left.changed.connect(self.changed)
        self._note.textChanged.connect(self.changed)
