"""The dialog of head and foot: title, logo, duty phone, signers and rules of all sheets, with the sheet beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.errors import StaleEdit
from roster_app.domain.people import Team
from roster_app.domain.stationery import USUAL, Stationery
from roster_app.gui.errors import ErrorKind, kind_of, sentence_of
from roster_app.gui.publish.live_preview import LivePreview
from roster_app.gui.publish.sheet_choices import SheetChoice, every_choice
from roster_app.gui.publish.stationery_form import StationeryForm
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import (
    ChoiceField,
    Hairline,
    MessageBar,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.sheets import SheetOrder, Trial

_FORM_WIDTH = 380


@dataclass(frozen=True, slots=True)
class Specimen:
    """What is shown beside the fields: a roster, and how each of its sheets is ordered now."""

    opened: OpenRoster
    orders: dict[str, SheetOrder]
    """By title, in the order of the list."""
    shown: str
    """The title of the sheet to begin with."""


def specimen(opened: OpenRoster, first: SheetChoice, order: Callable[[SheetChoice], SheetOrder]) -> Specimen:
    """A sheet of each kind, of the kind of `first` that one."""
    kinds = [choices[0] for choices in every_choice(opened).values()]
    shown = [first if choice.kind is first.kind else choice for choice in kinds]
    return Specimen(opened, {choice.title: order(choice) for choice in shown}, first.title)


class StationeryDialog(PanelDialog):
    """Nothing is stored before it is said; Esc and the button give everything up."""

    saved = Signal(object, object)  # Team and Stationery as they were stored before, the Team as it is stored now

    def __init__(self, shell: Shell, team: Team, stationery: Stationery, beside: Specimen, parent: QWidget) -> None:
        super().__init__(_("Head and foot of the sheets"), parent, width=1080, height=680)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._team, self._stored = team, stationery
        self._beside = beside
        self.form = StationeryForm(shell.tasks)
        self.preview = LivePreview(shell)
        self.sheet = ChoiceField()
        self.usual = QuietButton(_("As usual again"), "undo-2")
        self.cancel = QuietButton(_("Cancel"))
        self.save = PrimaryButton(_("Save"), "save")
        self.messages = MessageBar(self)
        self._offer_sheets()
        self._lay_out()
        self._connect()
        self.form.show_stationery(stationery, team.duty_phone)
        self._on_changed()

    def _lay_out(self) -> None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._form_room())
        row.addWidget(Hairline(upright=True))
        row.addWidget(self.preview, 1)
        self.add(whole, 1, padded=False)
        self.add_left(self.usual)
        self.add_right(self.cancel)
        self.add_right(self.save)
        self.show_facts(_("For all sheets of {team}").format(team=self._team.name))

    def _form_room(self) -> QWidget:
        measures = measures_of(self)
        inside = QWidget()
        inside.setProperty("scroll_body", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(measures.px(22), measures.px(14), measures.wide, measures.px(14))
        column.addWidget(self.form)
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFixedWidth(measures.px(_FORM_WIDTH))
        return area

    def _offer_sheets(self) -> None:
        self.sheet.setAccessibleName(_("Sheet to look at"))
        self.sheet.offer((title, title) for title in self._beside.orders)
        self.sheet.choose(self._beside.shown)
        self.preview.put_in_place_of_title(self.sheet)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.sheet.chosen.connect(lambda _title: self._draw())
        self.usual.clicked.connect(lambda _checked=False: self._show_usual())
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(lambda _checked=False: self._save())
        self.preview.previewing.failed.connect(self._on_not_drawn)
        self.preview.again_wanted.connect(self._draw)
        self.finished.connect(lambda _answer: self.preview.previewing.close())

    def _trial(self) -> Trial | None:
        stationery = self.form.stationery()
        return Trial(stationery, replace(self._team, duty_phone=self.form.duty_phone)) if stationery else None

    def _on_changed(self) -> None:
        trial = self._trial()
        self.save.setEnabled(trial is not None and trial != Trial(self._stored, self._team))
        self.usual.setEnabled(trial is None or trial.stationery != USUAL)
        if trial is not None:
            self._draw_trial(trial)

    def _draw(self) -> None:
        if (trial := self._trial()) is not None:
            self._draw_trial(trial)

    def _draw_trial(self, trial: Trial) -> None:
        title = self.sheet.choice
        self.preview.show_title(title)
        period_id = self._beside.opened.period.id
        self.preview.previewing.show(period_id, self._beside.orders[title], trial=trial)

    def _show_usual(self) -> None:
        """The phone is a fact, and stays."""
        self.form.show_stationery(USUAL, self.form.duty_phone)
        self._on_changed()

    def _save(self) -> None:
        if (trial := self._trial()) is not None:
            use_case = partial(self._shell.services.teams.set_stationery, trial.team, trial.stationery)
            self._shell.errors.attempt(use_case, self._on_saved, messages=self.messages, on_refused=self._on_refused)

    def _on_saved(self, team: Team) -> None:
        self.saved.emit((self._team, self._stored), team)
        self.accept()

    def _on_refused(self, error: Exception) -> bool:
        """A colleague was faster: what is stored now is shown, as the message says."""
        if isinstance(error, StaleEdit):
            teams = self._shell.services.teams
            self._team = teams.directory(self._team.id).team
            self._stored = teams.stationery(self._team.id)
            self.form.show_stationery(self._stored, self._team.duty_phone)
            self._on_changed()
        return False

    def _on_not_drawn(self, error: BaseException) -> None:
        if kind_of(error) is ErrorKind.BUG:
            self._shell.errors.report(error)
        self.preview.show_failure(sentence_of(error))
