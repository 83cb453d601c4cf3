"""Publishing an edition and closing a period: asked beforehand in words, because neither can be taken back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.roster import Edition, RosterPeriod
from roster_app.gui.publish.publication import Publication
from roster_app.gui.shell import Shell
from roster_app.gui.widgets.question import Question, ask
from roster_app.i18n import _, ngettext
from roster_app.services import Changes
from roster_app.services.words import date_words, duty_name, period_title, rule_name

_MOST_DUTIES = 3


class Publishing(QObject):
    """Writes, then tells everybody; the page shows what it reads anew."""

    published = Signal(object)  # the Edition
    closed = Signal()  # the period is archived

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._window = parent

    def ask_to_publish(self, publication: Publication) -> Question:
        """Say what publishing means and what is missing, and do it if the answer is yes."""
        title = _("Publish edition {number}?").format(number=publication.next_number)
        faulty = bool(publication.blank_lines or publication.hard or not publication.opened.proof.complete)
        return ask(
            self._window,
            title,
            "\n\n".join(publish_words(publication)),
            _("Publish all the same") if faulty else _("Publish"),
            partial(self._publish, publication),
            danger=faulty,
        )

    def ask_to_close(self, publication: Publication) -> Question:
        """Say what closing means, and do it if the answer is yes."""
        period = publication.opened.period
        title = _("Close {period}?").format(period=period_title(period.first, period.last))
        words = "\n\n".join(close_words(publication, self._shell.now().date() <= period.last))
        return ask(self._window, title, words, _("Close the period"), partial(self._close, period), danger=True)

    def _publish(self, publication: Publication) -> None:
        use_case = partial(self._shell.services.rostering.publish, publication.opened.period.id)
        self._shell.errors.attempt(use_case, self._on_published)

    def _on_published(self, edition: Edition) -> None:
        self._shell.messages.settle()
        self._shell.events.spread(Changes(periods=frozenset({edition.period_id})), None)
        self.published.emit(edition)

    def _close(self, period: RosterPeriod) -> None:
        use_case = partial(self._shell.services.rostering.close, period.id)
        self._shell.errors.attempt(use_case, partial(self._on_closed, period))

    def _on_closed(self, period: RosterPeriod, changes: Changes) -> None:
        self._shell.messages.settle()
        words = _("{period} is archived; the shares are in the ledger.")
        self._shell.messages.tell(words.format(period=period_title(period.first, period.last)), "good")
        self._shell.events.spread(changes, None)
        self.closed.emit()


def publish_words(publication: Publication) -> list[str]:
    """What publishing means here, paragraph by paragraph; what is missing is named."""
    opened, number = publication.opened, publication.next_number
    period = period_title(opened.period.first, opened.period.last)
    words = [
        _(
            "Edition {number} holds the roster {period} as it stands now. That cannot be undone: "
            "whatever changes afterwards belongs to edition {next}."
        ).format(number=number, period=period, next=number + 1)
    ]
    blank = publication.blank_lines
    if blank:
        names = [duty_name(d, opened.roster.plan, opened.directory) for d in blank[:_MOST_DUTIES]]
        more = ["…"] if len(blank) > _MOST_DUTIES else []
        told = ngettext(
            "{count} line is printed blank: {duties}.", "{count} lines are printed blank: {duties}.", len(blank)
        )
        words.append(told.format(count=len(blank), duties=_("; ").join([*names, *more])))
    elif not opened.proof.complete:
        words.append(_("At times there are not enough people, or not the ones a post requires."))
    if publication.hard:
        rules = _(", ").join(dict.fromkeys(rule_name(v.rule) for v in publication.hard))
        count = len(publication.hard)
        told = ngettext("{count} conflict is not mended: {rules}.", "{count} conflicts are not mended: {rules}.", count)
        words.append(told.format(count=count, rules=rules))
    return words


def close_words(publication: Publication, runs_still: bool) -> list[str]:
    """What closing a period means, paragraph by paragraph."""
    opened = publication.opened
    words = [
        _(
            "The roster is archived and nobody can change it any more. What each person has stood above or below "
            "the fair share goes to the ledger and is made up for in later rosters. That cannot be undone."
        )
    ]
    if runs_still:
        words.append(
            _("The period runs until {day}: changes in the days left can then not be entered.").format(
                day=date_words(opened.period.last)
            )
        )
    if publication.newest is None:
        words.append(_("It has never been published."))
    elif not publication.all_current:
        words.append(
            _("What has changed since edition {number} is in no edition.").format(number=publication.newest.number)
        )
    return words
