"""The line over the table: chips of areas, qualifications and who has left; at the right the order of the names."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.domain.ids import AreaId, QualificationId
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.team import Directory
from roster_app.gui.people.filtering import Wanted
from roster_app.gui.people.rows import Person
from roster_app.gui.widgets import SegmentedControl, TextLabel, measures_of
from roster_app.gui.widgets.toggle_chip import ChipFilter
from roster_app.i18n import _
from roster_app.services.words.names import order_name, order_note

_NO_AREA = "area-none"
_FORMER = "former"


class FilterBar(QWidget):
    """One row of chips with counts; areas add up, qualifications must all be met."""

    changed = Signal()  # other chips are on now
    order_chosen = Signal(object)  # PeopleOrder

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = ChipFilter(_("Narrow the list"))
        row = QHBoxLayout(self)
        measures = measures_of(self)
        row.setContentsMargins(measures.wide, measures.near, measures.wide, measures.near)
        row.setSpacing(measures.near)
        row.addWidget(self._chips, 1)
        self._note = TextLabel("", "second")
        orders = [(o.value, order_name(o)) for o in PeopleOrder]
        self._order = SegmentedControl(orders, _("Order of the names"), small=True)
        self._note.setFixedHeight(self._order.sizeHint().height())
        for part in (self._note, self._order):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._order.chosen.connect(lambda key: self.order_chosen.emit(PeopleOrder(key)))
        self._chips.changed.connect(self.changed)

    def offer(self, directory: Directory, people: tuple[Person, ...]) -> None:
        """Offer what would leave somebody and hide somebody."""
        members = [p.volunteer for p in people if p.member]
        areas = Counter(v.area_id for v in members)
        held = Counter(q for v in members for q in v.qualifications)
        by_area: list[tuple[str, str, int | None]] = [
            (f"area-{area.id}", area.name, areas[area.id]) for area in directory.areas if areas[area.id]
        ]
        if by_area and areas[None]:
            by_area.append((_NO_AREA, _("No area"), areas[None]))
        by_held = [(f"q-{q.id}", q.name, held[q.id]) for q in directory.qualifications if held[q.id]]
        choices = [("", _("Area"), None), *by_area] if by_area else []
        choices += [("", _("Qualifications"), None), *by_held] if by_held else []
        former = len(people) - len(members)
        if former:
            choices.append((_FORMER, _("Not members today"), former))
        self._chips.offer(choices)
        self._chips.setVisible(bool(choices))
        self.setVisible(bool(people))

    def show_order(self, order: PeopleOrder) -> None:
        """In which order the names stand, and what a printed list would say of it."""
        self._order.choose(order.value)
        self._note.setText(order_note(order))

    def clear(self) -> None:
        """Switch all chips off."""
        self._chips.choose(())
        self.changed.emit()

    def wanted(self, words: str) -> Wanted:
        """Whom the chips and the words describe."""
        chosen = self._chips.chosen
        return Wanted(
            words=words.strip(),
            areas=frozenset(
                None if key == _NO_AREA else AreaId(int(key.removeprefix("area-")))
                for key in chosen
                if key.startswith("area-")
            ),
            qualifications=frozenset(QualificationId(int(key[2:])) for key in chosen if key.startswith("q-")),
            former=_FORMER in chosen,
        )
