"""The panel of several volunteers at once: one change for all of them, stored in one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import AreaId, CrewId, QualificationId
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory
from roster_app.gui.people.optional_date import OptionalDateField
from roster_app.gui.widgets import ChoiceField, Form, FormRow, PrimaryButton, QuietButton, SidePanel, measures_of
from roster_app.i18n import _, ngettext

_KEEP, _NONE = "keep", "none"


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be the same for all; what stays `None` stays as each has it."""

    area: str | None = None
    """An AreaId as a word, or "none"."""
    crew: str | None = None
    affiliation: str | None = None
    title: str | None = None
    joined: date | None = None
    """The first day of membership."""
    left: date | None = None
    """The last day of membership."""
    add: QualificationId | None = None
    take: QualificationId | None = None
    new: bool | None = None
    nights_allowed: bool | None = None
    name_consent: bool | None = None
    phone_consent: bool | None = None

    def carried_out(self, volunteer: Volunteer) -> Volunteer:
        """The volunteer after the change."""
        qualifications = set(volunteer.qualifications)
        if self.add is not None:
            qualifications.add(self.add)
        if self.take is not None:
            qualifications.discard(self.take)
        changed = volunteer
        if self.area is not None:
            changed = replace(changed, area_id=None if self.area == _NONE else AreaId(int(self.area)))
        if self.crew is not None:
            changed = replace(changed, crew_id=None if self.crew == _NONE else CrewId(int(self.crew)))
        return replace(
            changed,
            affiliation=_or_text(self.affiliation, volunteer.affiliation),
            title=_or_text(self.title, volunteer.title),
            joined=self.joined or volunteer.joined,
            left=self.left or volunteer.left,
            qualifications=frozenset(qualifications),
            new=_or(self.new, volunteer.new),
            nights_allowed=_or(self.nights_allowed, volunteer.nights_allowed),
            name_consent=_or(self.name_consent, volunteer.name_consent),
            phone_consent=_or(self.phone_consent, volunteer.phone_consent),
        )


class SeveralPanel(SidePanel):
    """Choices that begin with "as it is"."""

    change_wished = Signal(object)  # the Change to carry out for all

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._affiliation, self._shared_title = QLineEdit(), QLineEdit()
        self._joined = OptionalDateField(_("First day"), today)
        self._left = OptionalDateField(_("Last day"), today)
        self._area, self._crew = ChoiceField(), ChoiceField()
        self._added, self._taken = ChoiceField(), ChoiceField()
        self._nights = ChoiceField([(_KEEP, _("as it is")), ("yes", _("Nights allowed")), ("no", _("No nights"))])
        self._new = ChoiceField([(_KEEP, _("as it is")), ("yes", _("New to it")), ("no", _("Experienced"))])
        agreed = [(_KEEP, _("as it is")), ("yes", _("Agrees")), ("no", _("Does not agree"))]
        self._name_consent, self._phone_consent = ChoiceField(agreed), ChoiceField(agreed)
        self._clear = QuietButton(_("Discard"))
        self._store = PrimaryButton(_("Change all"))
        sheet = QWidget()
        side = measures_of(self).px(16)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(side, 0, side, 0)
        form = Form()
        form.add(_("A&rea"), self._area)
        self._crew_row: FormRow = form.add(_("&Crew"), self._crew)
        for line in (self._affiliation, self._shared_title):
            line.setMaxLength(60)
            line.setPlaceholderText(_("as it is"))
            line.textEdited.connect(self._on_chosen)
        form.add(_("A&ffiliation"), self._affiliation)
        form.add(_("T&itle"), self._shared_title)
        form.add(_("A&dd"), self._added, _("A qualification for all of them."))
        form.add(_("&Take away"), self._taken)
        form.add(_("&Nights"), self._nights)
        form.add(_("Ne&w"), self._new, _("Whoever is new stands with somebody experienced."))
        form.add(_("Na&ming"), self._name_consent, _("In full in public notices."))
        form.add(_("N&umber"), self._phone_consent, _("In full on posted sheets."))
        form.add(_("Fir&st day"), self._joined, _("For those who come together."))
        form.add(_("&Last day"), self._left, _("For those who leave together."))
        self._joined.changed.connect(self._on_chosen)
        self._left.changed.connect(self._on_chosen)
        column.addWidget(form)
        column.addStretch(1)
        self.add(sheet)
        self.add_to_foot(self._clear)
        self.add_to_foot(self._store)
        for field in self._fields:
            field.chosen.connect(self._on_chosen)
        self._clear.clicked.connect(self.clear)
        self._store.clicked.connect(lambda: self.change_wished.emit(self.change()))
        self.setFocusProxy(self._area)
        self._on_chosen()

    def show_people(self, people: list[Volunteer], directory: Directory) -> None:
        """Say who they are and offer what the team has."""
        count = len(people)
        title = ngettext("{count} volunteer chosen", "{count} volunteers chosen", count).format(count=count)
        self.show_texts(title, _(", ").join(directory.name[v.id] for v in people[:12]) + (" …" if count > 12 else ""))
        keep, none = (_KEEP, _("as it is")), (_NONE, "—")
        self._area.offer([keep, none, *((str(a.id), a.name) for a in directory.areas)])
        self._crew.offer([keep, none, *((str(c.id), c.name) for c in directory.crews)])
        self._crew_row.set_visible(bool(directory.crews))
        qualifications = [(str(q.id), q.name) for q in directory.qualifications]
        self._added.offer([keep, *qualifications])
        self._taken.offer([keep, *qualifications])

    def change(self) -> Change:
        """What has been chosen."""
        return Change(
            area=_unless_kept(self._area),
            crew=_unless_kept(self._crew),
            affiliation=self._affiliation.text().strip() or None,
            title=self._shared_title.text().strip() or None,
            joined=self._joined.day,
            left=self._left.day,
            add=_qualification(self._added),
            take=_qualification(self._taken),
            new=_answer(self._new),
            nights_allowed=_answer(self._nights),
            name_consent=_answer(self._name_consent),
            phone_consent=_answer(self._phone_consent),
        )

    def clear(self) -> None:
        """Everything as it is."""
        for field in self._fields:
            field.choose(_KEEP)
        self._affiliation.clear()
        self._shared_title.clear()
        self._joined.set_day(None)
        self._left.set_day(None)
        self._on_chosen()

    @property
    def _fields(self) -> tuple[ChoiceField, ...]:
        return (
            self._area,
            self._crew,
            self._added,
            self._taken,
            self._nights,
            self._new,
            self._name_consent,
            self._phone_consent,
        )

    def _on_chosen(self) -> None:
        chosen = self.change() != Change()
        self._store.setEnabled(chosen)
        self._clear.setEnabled(chosen)


def _or(new: bool | None, old: bool) -> bool:
    return old if new is None else new


def _or_text(new: str | None, old: str) -> str:
    return old if new is None else new


def _answer(field: ChoiceField) -> bool | None:
    found = _unless_kept(field)
    return None if found is None else found == "yes"


def _unless_kept(field: ChoiceField) -> str | None:
    return None if field.choice in ("", _KEEP) else field.choice


def _qualification(field: ChoiceField) -> QualificationId | None:
    found = _unless_kept(field)
    return None if found is None else QualificationId(int(found))
