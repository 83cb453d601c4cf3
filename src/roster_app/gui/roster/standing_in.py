"""Somebody does not come: who stands in from now on, plans for a longer absence, and the words for the group."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication

from roster_app.domain.answers.absence import Plan, carried_out
from roster_app.domain.candidates import Verdict
from roster_app.domain.ids import LeaveId, VolunteerId, new_id
from roster_app.domain.parts import take_over
from roster_app.domain.people import Leave
from roster_app.domain.timespan import DAY, Span, at
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.asking import Asking
from roster_app.gui.roster.candidate_choices import relief_choices
from roster_app.gui.roster.choice_list import Choice
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.leaf_keeper import LeafKeeper
from roster_app.gui.roster.panel import STAND_IN, RosterPanel
from roster_app.gui.roster.stand_in_panel import THIS_DUTY, THREE_DAYS, WEEK
from roster_app.gui.shell import Shell
from roster_app.i18n import _, ngettext
from roster_app.services import Changes, answers
from roster_app.services.relief import Relief, relief
from roster_app.services.words import duty_name, plan_summary, span_words
from roster_app.services.words.calls import stand_in_found, stand_in_wanted
from roster_app.services.words.repairs import plan_lines

_LENGTHS = {THREE_DAYS: 3, WEEK: 7}


class StandingIn(LeafKeeper):
    """People for what is left of the duty, plans for a longer absence; one click carries either out."""

    LEAF, PATIENCE = STAND_IN, 45

    def __init__(
        self, shell: Shell, document: RosterDocument, arrangements: Arrangements, panel: RosterPanel, asking: Asking
    ) -> None:
        super().__init__(document, arrangements, panel, asking)
        self._shell = shell
        self._leaf = panel.stand_in
        self._relief: Relief | None = None
        self._message = ""
        self._leaf.person_chosen.connect(self.stand_in)
        self._leaf.plan_chosen.connect(self.carry_out)
        self._leaf.length_chosen.connect(lambda _length: self._ask_for_plans())
        self._leaf.copy_wanted.connect(self.copy_message)
        self._leaf.left.connect(self.ended)

    def begin(self) -> None:
        """The holder of the current duty does not come."""
        self._panel.bring(STAND_IN)
        self._leaf.begin()

    def weigh(self) -> None:
        """Show everybody who could stand what is left of the current duty, and look for plans."""
        self._waiting.stop()
        self.asking.drop()
        self._relief, why_not = self._weighed()
        if self._relief is None:
            self._leaf.show_nothing(_("Select the duty of whoever cannot come"), why_not)
            return
        found = self._relief
        opened, plan = found.opened, found.opened.roster.plan
        title = _("{name} cannot come").format(name=opened.directory.name[found.away])
        remark = _("{duty}: to be stood {span}").format(
            duty=duty_name(self._duty_id or found.duty_id, self._document.roster.plan, opened.directory),
            span=span_words(found.span),
        )
        count = ngettext("{count} person", "{count} people", len(found.choices)).format(count=len(found.choices))
        self._leaf.show_people(title, remark, relief_choices(found), count)
        likely = [s.candidacy.volunteer_id for s in found.choices if s.candidacy.verdict is not Verdict.BLOCKED]
        self._message = stand_in_wanted(found.duty_id, found.span, found.away, likely, opened.directory, plan)
        self._ask_for_plans()

    def stand_in(self, volunteer_id: VolunteerId) -> None:
        """One click: that person stands what is left of the duty."""
        found, duty_id, now = self._relief, self._duty_id, self._now
        if found is None or duty_id is None:
            return
        if self._document.carry_out(lambda roster: take_over(roster, duty_id, volunteer_id, now)):
            opened = found.opened
            self._message = stand_in_found(
                found.duty_id, found.span, found.away, volunteer_id, opened.directory, opened.roster.plan
            )
            self._end()

    def carry_out(self, plan: Plan) -> None:
        """One click: the whole plan as one step; a longer absence is noted as leave."""
        away, span = self._relief.away if self._relief else None, self._span
        now = self._now
        if not self._document.carry_out(lambda roster: carried_out(roster, plan, now)) or away is None:
            return
        if self._leaf.length.choice != THIS_DUTY and span is not None:
            self._note_leave(away, span)
        self._end()

    def copy_message(self) -> None:
        """Put the words for the group on the clipboard."""
        QGuiApplication.clipboard().setText(self._message)
        self._shell.messages.tell(_("The message is copied. Paste it into the group."), "good")

    @property
    def message(self) -> str:
        """The words for the group as they are now."""
        return self._message

    @property
    def _now(self) -> datetime:
        return self._shell.now().replace(second=0, microsecond=0)

    @property
    def _span(self) -> Span | None:
        """How long the person is away: the duty itself, or days from its beginning on."""
        duty_id = self._duty_id
        if self._relief is None or duty_id is None:
            return None
        span, days = self._relief.span, _LENGTHS.get(self._leaf.length.choice)
        if self._leaf.length.choice == THIS_DUTY:
            return span
        last = self._document.opened.period.span.end + DAY
        end = last if days is None else at(span.start.date(), 0) + timedelta(days=days)
        return Span(span.start, max(span.end, end))

    def _weighed(self) -> tuple[Relief | None, str]:
        """What is left to stand, or why nothing is."""
        duty_id = self._duty_id
        if duty_id is None or not self._document.is_editable:
            return None, _("accept or discard the proposal first") if self._document.proposed else ""
        if self._document.roster.holder(duty_id) is None:
            return None, _("Nobody holds this duty; choose somebody for it (Enter).")
        if self._document.roster.plan.duty[duty_id].span.end <= self._now:
            return None, _("This duty is over.")
        return relief(self._document.opened, duty_id, self._now), ""

    def _ask_for_plans(self) -> None:
        found, span = self._relief, self._span
        if found is None or span is None:
            return
        self._leaf.show_plans(_("looking for plans …"), [])
        question = answers.who_stands_in(self._document.opened, found.away, span, self._now)
        self.asking.ask(question, self._show_plans)

    def _show_plans(self, answer: Any, last: bool) -> None:
        rows = [self._row(number, plan) for number, plan in enumerate(answer.plans, start=1)]
        if last and not rows:
            remark = _("none was found")
        elif last:
            remark = _("the fewest changes first")
        else:
            remark = _("looking for more …")
        self._leaf.show_plans(remark, rows)

    def _row(self, number: int, plan: Plan) -> Choice:
        opened = self._document.opened
        vacant = len(plan.vacant)
        chip = ngettext("{count} vacant", "{count} vacant", vacant).format(count=vacant) if vacant else _("Complete")
        return Choice(
            key=plan,
            words=_("Plan {number}").format(number=number),
            reasons=lambda: "\n".join(
                (plan_summary(plan, opened.directory), *plan_lines(plan, opened.directory, opened.roster.plan))
            ),
            chip=chip,
            tone="act" if vacant else "good",
        )

    def _note_leave(self, away: VolunteerId, span: Span) -> None:
        leave = Leave(LeaveId(new_id()), away, span)
        add = partial(self._shell.services.people.add_leave, leave)
        self._shell.errors.attempt(add, self._on_leave_noted)

    def _on_leave_noted(self, changes: Changes) -> None:
        self._shell.events.spread(changes)
        self._shell.messages.tell(_("The absence is noted as leave in the person's form."), "good")

    def _on_failed(self, error: Exception) -> None:
        self._leaf.show_plans(_("the engine did not answer"), [])

    def _end(self) -> None:
        self._shell.messages.tell_step(self._message.splitlines()[0])
        self.ended.emit()
