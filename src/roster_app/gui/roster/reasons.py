"""Why and why not: the leaf of reasons follows the current cell while it is in front, and asks the engine."""

from __future__ import annotations

from collections.abc import Sequence

from roster_app.domain.ids import VolunteerId
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.asking import Asking
from roster_app.gui.roster.candidate_choices import candidate_choices
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.leaf_keeper import LeafKeeper
from roster_app.gui.roster.panel import REASONS, RosterPanel
from roster_app.i18n import _
from roster_app.services import answers
from roster_app.services.words import duty_name, emptiness_words, possibility_words, standing_words


class Reasons(LeafKeeper):
    """First why the holder holds the duty; a click asks why somebody else does not."""

    LEAF, PATIENCE = REASONS, 150

    def __init__(
        self, document: RosterDocument, arrangements: Arrangements, panel: RosterPanel, asking: Asking
    ) -> None:
        super().__init__(document, arrangements, panel, asking)
        self._leaf = panel.why
        self._leaf.asked.connect(self.ask_about)
        self._leaf.holder_asked.connect(self.weigh)
        self._leaf.vacancies_asked.connect(self.ask_about_vacancies)
        self._leaf.left.connect(self.ended)

    def weigh(self) -> None:
        """Why the holder of the current duty holds it."""
        self._waiting.stop()
        duty_id = self._duty_id
        if duty_id is None:
            self.asking.drop()
            self._leaf.show_question(_("Select a duty"))
            self._leaf.show_people(_("Why not …"), "", [])
            return
        opened = self._document.in_sight
        self._show_question(duty_name(duty_id, opened.roster.plan, opened.directory))
        candidacies = self._document.candidates(duty_id)
        people = candidate_choices(opened, candidacies, duty_id)
        self._leaf.show_people(_("Why not …"), _("a click asks"), people)
        self.asking.ask(
            answers.why_this(opened, duty_id),
            lambda answer, last: self._show(standing_words(answer, opened.directory, opened.roster.plan), last),
        )

    def ask_about(self, volunteer_id: VolunteerId) -> None:
        """Why that person does not hold it, and what it would cost."""
        duty_id = self._duty_id
        if duty_id is None:
            return
        opened = self._document.in_sight
        duty = duty_name(duty_id, opened.roster.plan, opened.directory)
        name = opened.directory.name[volunteer_id]
        self._show_question(_("Why not {name}: {duty}").format(name=name, duty=duty), about_holder=False)
        self.asking.ask(
            answers.why_not(opened, duty_id, volunteer_id),
            lambda answer, last: self._show(possibility_words(answer, opened.directory, opened.roster.plan), last),
        )

    def ask_about_vacancies(self) -> None:
        """Why anything is vacant, and what would fill it."""
        opened = self._document.in_sight
        self._show_question(_("Why are there vacancies?"), about_holder=False)
        self.asking.ask(
            answers.why_empty(opened),
            lambda answer, last: self._show(
                emptiness_words(answer, opened.directory, opened.roster.plan, so_far=not last), last
            ),
        )

    def _show_question(self, title: str, *, about_holder: bool = True) -> None:
        vacancies = bool(self._document.in_sight.roster.vacancies)
        self._leaf.show_question(title, about_holder=about_holder, vacancies=vacancies)
        self._leaf.show_answer((), _("thinking …"))

    def _show(self, lines: Sequence[str], last: bool) -> None:
        self._leaf.show_answer(lines, "" if last else _("looking for more …"))

    def _on_failed(self, error: Exception) -> None:
        self._leaf.show_answer((), _("The engine did not answer. Ask again."))
