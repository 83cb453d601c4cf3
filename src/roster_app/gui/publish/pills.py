"""The pills of the header: what hangs and what differs since, blank lines, conflicts, what a sheet cannot print."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance

from roster_app.domain.cover import CoverLine, CoverStretch
from roster_app.domain.ids import DutyId
from roster_app.gui.publish.publication import Publication
from roster_app.gui.widgets import Pill
from roster_app.i18n import _, ngettext
from roster_app.services.sheets import PrintedSheet
from roster_app.services.words import duration, duty_name, gap_sentence, moment, rule_name

_MOST_PLACES = 3


class PublicationPills(QObject):
    """One pill a matter, kept, so that nothing jumps while figures change."""

    differences_wanted = Signal()
    duty_wanted = Signal(object)  # a DutyId to be mended in the roster, or None for the roster as it is
    notices_wanted = Signal()
    days_wanted = Signal()  # years without an official table: where days are set by hand

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first_blank: DutyId | None = None
        self._first_conflict: DutyId | None = None
        self._missing: tuple[str, ...] = ()
        self._edition = self._pill(self.differences_wanted)
        self._hanging = Pill("", leads=False)
        self._blank, self._conflicts = Pill(""), Pill("")
        self._blank.clicked.connect(lambda _checked=False: self._go(self._first_blank))
        self._conflicts.clicked.connect(lambda _checked=False: self._go(self._first_conflict))
        self._days = self._pill(self.days_wanted)
        self._characters = self._pill(self.notices_wanted)

    def tell(self, publication: Publication, sheet: PrintedSheet | None) -> list[Pill]:
        """Say how things stand; answers with the pills that have something to say, in their order.

        While a sheet is being drawn (None), what the one before could not print stays, so that nothing flickers.
        """
        if sheet is not None:
            self._missing = sheet.unprintable
        differs = self._tell_edition(publication)
        said = [
            (self._edition, differs),
            (self._hanging, not differs),
            (self._blank, self._tell_blank(publication)),
            (self._conflicts, self._tell_conflicts(publication)),
            (self._days, self._tell_days(publication)),
            (self._characters, self._tell_characters()),
        ]
        return [pill for pill, speaks in said if speaks]

    def _pill(self, wish: SignalInstance) -> Pill:
        pill = Pill("")
        pill.clicked.connect(lambda _checked=False: wish.emit())
        return pill

    def _go(self, duty_id: DutyId | None) -> None:
        self.duty_wanted.emit(duty_id)

    def _tell_edition(self, publication: Publication) -> bool:
        """Whether anything that hangs is out of date."""
        newest = publication.newest
        if newest is None:
            self._hanging.tell(_("Nothing published yet"), _("Every page says draft"), "plain")
            return False
        if publication.all_current:
            words = _("published {moment}, nothing has changed since").format(moment=moment(newest.published_at))
            self._hanging.tell(_("Edition {number} in force").format(number=newest.number), words, "good")
            return False
        changed, names = publication.changed_checkpoints, publication.opened.directory.checkpoint
        places = [_place_words(publication, names[c].name, len(publication.changes.get(c, ()))) for c in changed]
        if len(places) > _MOST_PLACES:
            places = [*places[:_MOST_PLACES], f"+{len(places) - _MOST_PLACES}"]
        head = _("Edition {number} out of date").format(number=newest.number)
        self._edition.tell(head, _(", ").join(places), "look")
        return True

    def _tell_blank(self, publication: Publication) -> bool:
        opened, blank = publication.opened, publication.blank_lines
        self._first_blank = blank[0] if blank else None
        if blank:
            head = ngettext("{count} line stays blank", "{count} lines stay blank", len(blank))
            self._blank.tell(
                head.format(count=len(blank)), duty_name(blank[0], opened.roster.plan, opened.directory), "act"
            )
        elif gap := _first_gap(publication):
            self._first_blank = _duty_at(publication, *gap)
            minutes = opened.proof.gap_minutes or sum(line.gap_minutes for line in opened.proof.roles)
            head = _("Gap {duration}").format(duration=duration(minutes))
            self._blank.tell(head, gap_sentence(*gap, opened.directory), "act")
        else:
            self._blank.tell(_("No line stays blank"), _("Every minute covered"), "good")
        return True

    def _tell_conflicts(self, publication: Publication) -> bool:
        hard = publication.hard
        mended_at = [d for v in hard for d in v.duty_ids if d in publication.opened.roster.plan.duty]
        self._first_conflict = mended_at[0] if mended_at else None
        head = ngettext("{count} conflict", "{count} conflicts", len(hard)).format(count=len(hard))
        rules = list(dict.fromkeys(rule_name(v.rule) for v in hard))
        self._conflicts.tell(head, _(", ").join(rules[:2]) + ("…" if len(rules) > 2 else ""), "act")
        return bool(hard)

    def _tell_days(self, publication: Publication) -> bool:
        years = _(", ").join(str(year) for year in publication.unannounced)
        head = _("Holidays of {years} are not announced").format(years=years)
        self._days.tell(head, _("Only weekends are marked"), "look")
        return bool(publication.unannounced)

    def _tell_characters(self) -> bool:
        missing = self._missing
        head = ngettext("{count} text cannot be printed", "{count} texts cannot be printed", len(missing))
        self._characters.tell(head.format(count=len(missing)), missing[0] if missing else "", "look")
        return bool(missing)


def _place_words(publication: Publication, place: str, count: int) -> str:
    """横岗卡口 2 处."""
    if not count:
        return _("{place}: planned otherwise").format(place=place)
    return ngettext("{place}: {count} difference", "{place}: {count} differences", count).format(
        place=place, count=count
    )


def _first_gap(publication: Publication) -> tuple[CoverLine, CoverStretch] | None:
    """The earliest stretch without enough people, or without the right ones."""
    proof = publication.opened.proof
    found = [(line, gap) for line in (*proof.posts, *proof.roles) for gap in line.gaps]
    return min(found, key=lambda each: each[1].span, default=None)


def _duty_at(publication: Publication, line: CoverLine, gap: CoverStretch) -> DutyId | None:
    """A duty of that place which reaches into the stretch, of the post or the role that lacks somebody."""
    opened = publication.opened
    plan, post = opened.roster.plan, opened.directory.post
    for duty in plan.duties:
        if plan.shift[duty.shift_id].checkpoint_id == line.checkpoint_id and duty.span.overlaps(gap.span):
            wanted = duty.post_id == line.post_id if line.post_id else line.role in post[duty.post_id].requires
            if wanted:
                return duty.id
    return None
