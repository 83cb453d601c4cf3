"""The pills of the header: cover, conflicts, fairness and warnings, in words with numbers; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.rules import Violation
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.roster.days import span_hours
from roster_app.gui.roster.looks import Shown
from roster_app.gui.roster.standing import Gap, Standing
from roster_app.gui.roster.totals import figure_of
from roster_app.gui.widgets.pill import Pill
from roster_app.i18n import _, ngettext
from roster_app.services.words import day_words, duration, gap_sentence, rule_name


class StatusPills(QObject):
    """Keeps one pill for each matter, so that nothing jumps while figures change."""

    cover_wanted = Signal()
    conflicts_wanted = Signal()
    fairness_wanted = Signal()
    changes_wanted = Signal()  # what differs from the latest edition

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cover = self._pill(self.cover_wanted)
        self._conflicts = self._pill(self.conflicts_wanted)
        self._fairness = self._pill(self.fairness_wanted)
        self._changes = self._pill(self.changes_wanted)

    @property
    def all(self) -> list[Pill]:
        """In their order; those that have nothing to say are hidden."""
        return [self._cover, self._conflicts, self._fairness, self._changes]

    def be_silent(self) -> None:
        """There is no roster to speak of."""
        for pill in self.all:
            pill.hide()

    def tell(self, now: Standing, shown: Shown) -> None:
        """Say how things stand."""
        self._tell_cover(now, shown.directory)
        self._tell_conflicts(now, shown.findings.hard)
        self._tell_fairness(now)
        self._tell_changes(now)
        self._cover.setVisible(True)
        self._conflicts.setVisible(bool(now.hard or now.wishes))
        self._fairness.setVisible(not now.is_empty)
        self._changes.setVisible(bool(now.changed_since_edition))

    def _pill(self, wish: SignalInstance) -> Pill:
        pill = Pill("")
        pill.clicked.connect(lambda _checked=False: wish.emit())
        return pill

    def _tell_cover(self, now: Standing, directory: Directory) -> None:
        if now.is_empty:
            head = _("Nobody is on duty yet")
            words = ngettext("{count} vacancy", "{count} vacancies", now.vacancies).format(count=now.vacancies)
            self._cover.tell(head, words, "act")
        elif now.gaps:
            first = now.gaps[0]
            words = _gap_words(first, directory)
            more = len(now.gaps) - 1
            if more:
                words += f" +{more}"
            self._cover.tell(_("Gap {duration}").format(duration=minutes_words(now.gap_minutes)), words, "act")
        elif now.past_gap:
            words = _("{duration} before were not").format(duration=minutes_words(now.past_gap))
            self._cover.tell(_("Covered from now on"), words, "good")
        else:
            words = ngettext("{count} duty held", "{count} duties held", now.duties).format(count=now.duties)
            self._cover.tell(_("Every minute covered"), words, "good")

    def _tell_conflicts(self, now: Standing, hard: tuple[Violation, ...]) -> None:
        if now.hard:
            head = ngettext("{count} conflict", "{count} conflicts", now.hard).format(count=now.hard)
            rules = list(dict.fromkeys(rule_name(v.rule) for v in hard))
            self._conflicts.tell(head, rules[0] + ("…" if len(rules) > 1 else ""), "act")
        else:
            head = ngettext("{count} wish not met", "{count} wishes not met", now.wishes).format(count=now.wishes)
            self._conflicts.tell(head, "", "look")

    def _tell_fairness(self, now: Standing) -> None:
        words = _("nights {nights} · weekends {weekends} · hours {hours} apart").format(
            nights=now.spreads[BurdenKind.NIGHTS],
            weekends=now.spreads[BurdenKind.WEEKENDS],
            hours=figure_of(BurdenKind.MINUTES, now.spreads[BurdenKind.MINUTES]),
        )
        self._fairness.tell(_("Fairness"), words, "look" if now.outside else "good")

    def _tell_changes(self, now: Standing) -> None:
        count = len(now.changed_since_edition)
        words = ngettext(
            "{count} duty differs from the posted edition", "{count} duties differ from the posted edition", count
        )
        self._changes.tell("", words.format(count=count), "plain")


def _gap_words(gap: Gap, directory: Directory) -> str:
    """横岗卡口 4月15日 00–08 缺 1 人; a stretch over several days says both."""
    span, place = gap.stretch.span, directory.checkpoint[gap.line.checkpoint_id].name
    if span.minutes > DAY_MINUTES:
        return gap_sentence(gap.line, gap.stretch, directory)
    return _("{place} {day} {hours}: {missing} missing").format(
        place=place, day=day_words(span.start.date()), hours=span_hours(span), missing=gap.stretch.missing
    )


def minutes_words(minutes: int) -> str:
    """480 分钟 up to a day; more than that in hours."""
    if minutes <= DAY_MINUTES:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    return duration(minutes)
