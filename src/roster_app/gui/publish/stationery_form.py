"""The fields for what all sheets of a team have around their tables; each begins with what is printed now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.stationery import Stationery
from roster_app.gui.errors import sentence_of
from roster_app.gui.publish.logo_field import LogoField
from roster_app.gui.publish.title_field import TitleField
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.widgets import Form, FormRow, measures_of
from roster_app.i18n import _
from roster_app.services.stationery import tidy_rule, usual_words

_LONGEST_LABEL, _LONGEST_PHONE = 12, 60
_LINES = 5


class StationeryForm(QWidget):
    """A field that holds the usual words is stored as the usual, so that it follows the language."""

    changed = Signal()

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual_words()
        self.title = TitleField()
        self.logo = LogoField(tasks)
        self.phone = QLineEdit()
        self.phone.setMaxLength(_LONGEST_PHONE)
        self.made, self.reviewed, self.date = (_label_field() for _field in range(3))
        self.rules = QPlainTextEdit()
        self._rows: dict[ErrorCode, FormRow] = {}
        self._lay_out()
        self._connect()

    @property
    def duty_phone(self) -> str:
        """As it is written now."""
        return self.phone.text().strip()

    def show_stationery(self, stationery: Stationery, duty_phone: str) -> None:
        """Show what is stored; tells nobody."""
        self.blockSignals(True)
        usual = self._usual
        self.title.show_title(stationery.title)
        self.logo.show_logo(stationery.logo)
        self.phone.setText(duty_phone)
        for field, own, word in (
            (self.made, stationery.made_label, usual.made_label),
            (self.reviewed, stationery.reviewed_label, usual.reviewed_label),
            (self.date, stationery.date_label, usual.date_label),
        ):
            field.setText(word if own is None else own)
        self.rules.setPlainText("\n".join(usual.rules if stationery.rules is None else stationery.rules))
        self.blockSignals(False)

    def stationery(self) -> Stationery | None:
        """As it is written now; None where a field says what is wrong with it."""
        for row in self._rows.values():
            row.show_error("")
        try:
            return self._written()
        except DomainError as error:
            self._rows[error.code].show_error(sentence_of(error))
            return None
        finally:
            self.title.line.setAccessibleDescription(self.title.accessibleDescription())

    def _written(self) -> Stationery:
        usual = self._usual
        return Stationery(
            title=self.title.title,
            made_label=_own(self.made, usual.made_label),
            reviewed_label=_own(self.reviewed, usual.reviewed_label),
            date_label=_own(self.date, usual.date_label),
            rules=self._own_rules(),
            logo=self.logo.logo,
        )

    def _own_rules(self) -> tuple[str, ...] | None:
        rules = tuple(rule for line in self.rules.toPlainText().splitlines() if (rule := tidy_rule(line)))
        return None if rules == self._usual.rules else rules

    def _lay_out(self) -> None:
        form = Form(stacked=True)
        self._rows[ErrorCode.TITLE_WITHOUT_SHEET] = form.add(
            _("&Title of every sheet"), self.title, _("Empty: as each sheet is usually called.")
        )
        self._logo_row = form.add(_("&Logo"), self.logo, _("A PNG or JPEG picture, at the left of the title."))
        form.add(_("&Duty phone"), self.phone, _("A checkpoint with a phone of its own prints that one."))
        form.add(_("At the &foot"), self._labels(), _("Who signs there; an empty field is not printed."))
        self.rules.setTabChangesFocus(True)
        self.rules.setFixedHeight(self.rules.fontMetrics().lineSpacing() * _LINES + 2 * measures_of(self).near)
        self._rows[ErrorCode.RULES_TOO_LONG] = form.add(
            _("&Rules of duty, one a line"), self.rules, _("Sheets go on explaining themselves: what bold means.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        column.addStretch(1)

    def _labels(self) -> QWidget:
        labels = QWidget()
        row = QHBoxLayout(labels)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        usual = self._usual
        for field, word in (
            (self.made, usual.made_label),
            (self.reviewed, usual.reviewed_label),
            (self.date, usual.date_label),
        ):
            field.setAccessibleName(_("At the foot: {word}").format(word=word))
            field.setPlaceholderText(_("not printed"))
            row.addWidget(field, 1)
        return labels

    def _connect(self) -> None:
        for field in (self.phone, self.made, self.reviewed, self.date):
            field.textChanged.connect(lambda _text: self.changed.emit())
        self.rules.textChanged.connect(self.changed)
        self.title.changed.connect(self.changed)
        self.logo.changed.connect(self.changed)
        self.logo.refused.connect(self._on_refused)

    def _on_refused(self, error: BaseException | None) -> None:
        self._logo_row.show_error(sentence_of(error) if error is not None else "")


def _label_field() -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(_LONGEST_LABEL)
    field.setMinimumWidth(measures_of(field).px(70))
    return field


def _own(field: QLineEdit, usual: str) -> str | None:
    written = field.text().strip()
    return None if written == usual else written
