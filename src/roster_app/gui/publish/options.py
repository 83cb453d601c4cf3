"""The panel at the right: days, paper, whose eyes the sheet is for, who answers for it, and what it will show."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.audience import Audience
from roster_app.gui.publish.columns_field import ColumnsField
from roster_app.gui.publish.days_field import DaysField
from roster_app.gui.publish.habits import Looks
from roster_app.gui.publish.hanging_field import HangingField
from roster_app.gui.publish.note import Note
from roster_app.gui.publish.notices import Notices
from roster_app.gui.publish.people_field import PeopleField
from roster_app.gui.publish.publication import Publication, SheetState
from roster_app.gui.publish.sheet_choices import Days, SheetChoice
from roster_app.gui.publish.signatures import Signatures, SignaturesForm
from roster_app.gui.widgets import (
    Hairline,
    QuietButton,
    SectionTitle,
    SegmentedControl,
    SidePanel,
    TextLabel,
    measures_of,
)
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _
from roster_app.services.sheets import (
    COUNTED,
    LUNAR,
    MONTHLY,
    WHOLE_PERIOD,
    PaperSize,
    PrintedSheet,
    SheetKind,
    SheetOrder,
    Turned,
)
from roster_app.services.words import moment
from roster_app.services.words.names import order_name

_LEAST_WIDTH = 260  # two dates beside each other
_ONE_PAPER = COUNTED | {
    SheetKind.DUTY,
    SheetKind.CHANGE,
    SheetKind.SLIPS,
    SheetKind.HANDOVER,
    SheetKind.CONTACTS,
}
_NOT_HANGING = COUNTED | {SheetKind.SLIPS, SheetKind.CONTACTS}


class SheetOptions(SidePanel):
    """Every wish leaves as `changed`; what the drawn sheet holds comes back by `show_sheet`."""

    changed = Signal()  # the order is another one now
    signatures_changed = Signal(object)  # Signatures

    def __init__(self, signatures: Signatures, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(_("Options"), parent=parent)
        self.days = DaysField()
        self.counted_days = DaysField(whole=True)
        self.people = PeopleField()
        self.paper = SegmentedControl([(p.value, p.value) for p in PaperSize], _("Paper"))
        self.turned, self.wall_turned = _how_it_lies(), _how_it_lies()
        self.columns = ColumnsField()
        self.lunar = QCheckBox(_("With the lunar date"))
        self.in_order = SegmentedControl(
            [(o.value, order_name(o)) for o in PeopleOrder], _("Order of the names"), small=True
        )
        self.audience = Audience()
        self.phones = self.audience.note
        self.signed = SignaturesForm(signatures)
        self.head_and_foot = QuietButton(_("Title, logo, rules, phone…"), "pencil")
        self.hand_over = QuietButton(_("Hand-over log…"), "pencil")
        self.edition = Note()
        self.hanging = HangingField()
        self.notices = Notices()
        self._paper_remark = TextLabel("", "second", wraps=True)
        self._period: RosterPeriod | None = None
        self._show_looks(looks)
        self._lay_out()
        self.setMinimumWidth(measures_of(self).px(_LEAST_WIDTH))
        for days in (self.days, self.counted_days):
            days.days_changed.connect(lambda _days: self.changed.emit())
        self.people.changed.connect(self.changed)
        for control in (self.paper, self.turned, self.wall_turned, self.in_order):
            control.chosen.connect(lambda _key: self.changed.emit())
        self.audience.changed.connect(self.changed)
        self.columns.changed.connect(self.changed)
        self.lunar.clicked.connect(lambda _on: self.changed.emit())
        self.signed.changed.connect(self._on_signed)
        self.hanging.since_changed.connect(self.changed)

    @property
    def paper_size(self) -> PaperSize:
        """Of wall and monthly rosters."""
        return PaperSize(self.paper.choice)

    @property
    def looks(self) -> Looks:
        """What of it is worth keeping."""
        return Looks(
            self.paper_size,
            Turned(self.turned.choice),
            self.columns.columns,
            self.audience.public,
            Turned(self.wall_turned.choice),
            self.lunar.isChecked(),
        )

    def order(self, choice: SheetChoice) -> SheetOrder:
        """The chosen sheet as it is to be printed."""
        first, last = self._days_of(choice)
        names = self.signed.signatures
        return SheetOrder(
            choice.kind,
            first,
            last,
            choice.checkpoint_ids,
            self.paper_size,
            profile=self.audience.profile_of(choice.kind),
            duty_leader=names.duty_leader,
            made_by=names.made_by,
            reviewed_by=names.reviewed_by,
            since=self.hanging.since,
            turned=Turned((self.wall_turned if choice.kind is SheetKind.WALL else self.turned).choice),
            columns=self.columns.columns if choice.kind is SheetKind.LIST else (),
            lunar=self.lunar.isChecked(),
            people=self.people.people if choice.kind in COUNTED else (),
            in_order=PeopleOrder(self.in_order.choice),
        )

    def show_period(self, period: RosterPeriod, today: date) -> None:
        """Whose days can be chosen."""
        self._period = period
        self.days.show_period(period, today)
        self.counted_days.show_period(period, today)

    def show_choice(self, choice: SheetChoice, publication: Publication) -> None:
        """What can be chosen for this sheet, and which state of the roster it would show."""
        has_paper = choice.kind not in _ONE_PAPER
        self.paper.setVisible(has_paper)
        self.turned.setVisible(choice.kind in MONTHLY)
        self.wall_turned.setVisible(choice.kind is SheetKind.WALL)
        self.lunar.setVisible(choice.kind in LUNAR)
        self._columns_section.setVisible(choice.kind is SheetKind.LIST)
        self._order_section.setVisible(choice.kind is SheetKind.CONTACTS)
        self._paper_remark.setText(_paper_words(choice.kind))
        self._paper_remark.setVisible(not has_paper)
        self._days_section.setVisible(choice.kind not in WHOLE_PERIOD | COUNTED)
        self._log_section.setVisible(choice.kind is SheetKind.HANDOVER)
        self._counted_days_section.setVisible(choice.kind in COUNTED)
        self._people_section.setVisible(choice.kind in COUNTED)
        self.people.show_team(publication.opened.directory)
        self._hanging_section.setVisible(choice.kind not in _NOT_HANGING)
        self._signed_section.setVisible(choice.kind is not SheetKind.SLIPS)
        self.audience.show_kind(choice.kind)
        self.hanging.show_choice(choice, publication)
        self._show_edition(choice, publication)

    def show_sheet(self, order: SheetOrder, sheet: PrintedSheet | None) -> None:
        """What the drawn sheet holds; None while it is being drawn."""
        self.audience.show_sheet(order, sheet)
        if sheet is not None:
            self.notices.show_notices(sheet.notices)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll until this part of the panel can be read."""
        for area in self.findChildren(QScrollArea):
            area.ensureWidgetVisible(part)

    def _show_looks(self, looks: Looks) -> None:
        self.paper.choose(looks.paper)
        self.turned.choose(looks.turned)
        self.wall_turned.choose(looks.wall_turned)
        self.columns.show_columns(looks.columns)
        self.lunar.setChecked(looks.lunar)
        self.audience.show_public(looks.public)

    def _show_edition(self, choice: SheetChoice, publication: Publication) -> None:
        newest = publication.newest
        if choice.kind is SheetKind.CONTACTS:
            self.edition.tell(_("Of no edition"), _("It follows the volunteers and carries the time of printing."))
        elif choice.kind in COUNTED and newest is not None:
            self.edition.tell(*_counted_words(newest.number, changed=not publication.all_current))
        elif newest is None:
            text = _("It has not been published: every page says so.")
            self.edition.tell(_("Draft"), text)
        elif publication.state(choice) is SheetState.CHANGED:
            words = _("Edition {number} no longer holds for this sheet: every page says draft until it is published.")
            self.edition.tell(_("Draft"), words.format(number=newest.number), "look")
        else:
            facts = _("Published {moment} by {name}").format(
                moment=moment(newest.published_at), name=newest.published_by
            )
            if choice.checkpoint_id is not None:
                code = newest.check_codes.get(choice.checkpoint_id, "")
                facts += "\n" + _("Check code {code}").format(code=code)
            self.edition.tell(_("Edition {number}").format(number=newest.number), facts, "good")

    def _days_of(self, choice: SheetChoice) -> Days:
        """A month is shown whole; a change sheet tells everything, so that what it does not list is known to hold."""
        if choice.kind in COUNTED:
            return self.counted_days.days
        if choice.kind in WHOLE_PERIOD and self._period is not None:
            return self._period.first, self._period.last
        return self.days.days

    def _on_signed(self, signatures: Signatures) -> None:
        self.signatures_changed.emit(signatures)
        self.changed.emit()

    def _lay_out(self) -> None:
        self._days_section = self._add_section(_("Days"), self.days)
        self._counted_days_section = self._add_section(_("Days counted"), self.counted_days)
        self._people_section = self._add_section(_("Whose hours"), self.people)
        self._log_section = self._add_section(_("What it carries"), self.hand_over)
        self._add_section(_("Paper"), self.paper, self.turned, self.wall_turned, self._paper_remark, self.lunar)
        self._columns_section = self._add_section(_("Columns"), self.columns)
        self._order_section = self._add_section(_("Order of the names"), self.in_order)
        self._add_section(_("Privacy"), self.audience)
        self._hanging_section = self._add_section(_("What hangs"), self.hanging)
        self._signed_section = self._add_section(_("Who answers for it"), self.signed)
        self._add_section(_("On every sheet of the team"), self.head_and_foot)
        self._add_section(_("What it shows"), self.edition)
        self._add_section(_("Before it is posted"), self.notices)

    def _add_section(self, title: str, *parts: QWidget) -> QWidget:
        measures = measures_of(self)
        section = QWidget()
        column = QVBoxLayout(section)
        column.setContentsMargins(measures.px(16), measures.px(10), measures.px(16), measures.apart)
        column.setSpacing(measures.near)
        column.addWidget(SectionTitle(title))
        for part in parts:
            column.addWidget(part)
        under_its_line = QWidget()
        whole = QVBoxLayout(under_its_line)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Hairline(faint=True))
        whole.addWidget(section)
        self.add(under_its_line)
        return under_its_line

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumWidth(measures_of(self).px(_LEAST_WIDTH))


def _how_it_lies() -> SegmentedControl:
    return SegmentedControl(
        [(Turned.AUTO, _("Best fit")), (Turned.PORTRAIT, _("Upright")), (Turned.LANDSCAPE, _("Across"))],
        _("How the paper lies"),
    )


def _paper_words(kind: SheetKind) -> str:
    """Of the sheets whose paper is no choice."""
    return {
        SheetKind.SLIPS: _("Slips are always A4, to be cut apart."),
        SheetKind.DUTY: _("Sign-in sheets are always A4."),
        SheetKind.HANDOVER: _("Hand-over records are always A4."),
        SheetKind.CONTACTS: _("The contact list is always A4."),
        SheetKind.CHANGE: _("Change sheets are always A5."),
        SheetKind.HOURS: _("Statements of hours are always A4."),
        SheetKind.CERTIFICATE: _("Certificates are always A4."),
        SheetKind.STATISTICS: _("Statistics are always A4."),
    }.get(kind, "")


def _counted_words(number: int, *, changed: bool) -> tuple[str, str, ToneName]:
    """Which state of the roster the hours are counted from."""
    head = _("Counted from edition {number}").format(number=number)
    if changed:
        return head, _("What has been changed since is counted once it is published."), "look"
    return head, _("Duties count once they have ended. Who really came is not recorded."), "good"
