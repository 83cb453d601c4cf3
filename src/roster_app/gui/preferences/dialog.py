"""The settings: who sits here, how the window looks and speaks, paper, engine, and where everything is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.form import Form
from roster_app.gui.widgets.labels import SectionTitle, TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.message_bar import MessageBar
from roster_app.gui.widgets.number_field import ChoiceField, NumberField
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.i18n import LANGUAGES, _
from roster_app.settings import Paper, Settings, Theme

_TEXT_PERCENTS = (90, 100, 110, 125, 150)


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What the settings tell of the database; `url` without a password."""

    url: str
    open: bool


class PreferencesDialog(PanelDialog):
    """Emits the settings to live by; the buttons about the database are wishes of their own."""

    submitted = Signal(object)  # the Settings to store
    database_wished = Signal()  # another database
    backup_wished = Signal()

    def __init__(self, settings: Settings, language: str, database: DatabaseFacts, parent: QWidget) -> None:
        super().__init__(_("Settings"), parent, width=660)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self._spoken = language
        self._name = QLineEdit(settings.coordinator)
        self._name.setMaxLength(40)
        self._language = ChoiceField(LANGUAGES.items())
        self._language.choose(language)
        themes = [("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))]
        self._theme = SegmentedControl(themes, _("Look"))
        self._theme.choose(settings.theme)
        percents = sorted({*_TEXT_PERCENTS, settings.text_percent})
        self._percent = ChoiceField((str(percent), f"{percent} %") for percent in percents)
        self._percent.choose(str(settings.text_percent))
        self._paper = SegmentedControl([("A3", "A3"), ("A4", "A4")], _("Paper of wall rosters"))
        self._paper.choose(settings.paper)
        self._seconds = NumberField(settings.solver_seconds, 2, 3600, unit=_("s"))
        self._seconds.setMaximumWidth(measures_of(self).px(120))
        self.messages = MessageBar(self)
        self._lay_out(database)

    def settings(self) -> Settings:
        """The settings as they stand in the fields."""
        language = self._language.choice
        return replace(
            self._settings,
            coordinator=self._name.text().strip(),
            language=self._settings.language if language == self._spoken else language,
            theme=cast(Theme, self._theme.choice),
            text_percent=int(self._percent.choice),
            paper=cast(Paper, self._paper.choice),
            solver_seconds=self._seconds.value(),
        )

    def _lay_out(self, database: DatabaseFacts) -> None:
        form = Form()
        form.add(_("&Your name"), self._name, _("Stands beside each step in the history and on published editions."))
        form.add(_("&Language"), self._language)
        form.add(_("L&ook"), _left(self._theme))
        form.add(_("&Text size"), self._percent)
        form.add(_("&Paper of wall rosters"), _left(self._paper))
        form.add(
            _("&Search at most"),
            self._seconds,
            _("The engine stops by itself once nothing better can be found."),
        )
        self.add(form)
        self.add(self._database_section(database))
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        store = PrimaryButton(_("Save"))
        store.clicked.connect(lambda: self.submitted.emit(self.settings()))
        self.add_right(cancel)
        self.add_right(store)

    def _database_section(self, database: DatabaseFacts) -> QWidget:
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(SectionTitle(_("Where everything is stored")))
        where = TextLabel(place_of(database.url), "quiet", wraps=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(where)
        row = QHBoxLayout()
        another = QuietButton(_("Another database …"))
        another.clicked.connect(self.database_wished)
        backup = QuietButton(_("Back up now"), "save")
        backup.setEnabled(database.open)
        backup.clicked.connect(self.backup_wished)
        row.addWidget(another)
        row.addWidget(backup)
        row.addStretch(1)
        column.addLayout(row)
        return section


def place_of(url: str) -> str:
    """A database's address as people read it: the file, or who and where on which server."""
    scheme, _mark, rest = url.partition("://")
    if scheme.startswith("sqlite"):
        return rest.removeprefix("/") or _("in memory")
    return rest


def _left(widget: QWidget) -> QWidget:
    """The widget at its own width, with its name and its focus."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    holder.setAccessibleName(widget.accessibleName())
    holder.setFocusProxy(widget)
    return holder
