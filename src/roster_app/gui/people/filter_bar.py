"""Over the table: chips of areas, crews, qualifications and who has left; affiliation, and the order of the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.ids import AreaId, CrewId, QualificationId
from roster_app.domain.people_order import PeopleOrder
from roster_app.domain.team import Directory
from roster_app.gui.people.filtering import Wanted
from roster_app.gui.people.rows import Person
from roster_app.gui.widgets import ChoiceField, SegmentedControl, TextLabel, measures_of
from roster_app.gui.widgets.toggle_chip import ChipFilter
from roster_app.i18n import _
from roster_app.services.words.names import order_name, order_note

_NONE = "none"
_FORMER = "former"


class FilterBar(QWidget):
    """Chips with counts, where areas add up and qualifications must all be met; under them affiliation and order."""

    changed = Signal()  # other chips are on now
    order_chosen = Signal(object)  # PeopleOrder

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = ChipFilter(_("Narrow the list"))
        measures = measures_of(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(measures.wide, measures.near, measures.wide, measures.near)
        whole.setSpacing(measures.near)
        whole.addWidget(self._chips)
        row = QHBoxLayout()
        row.setSpacing(measures.near)
        whole.addLayout(row)
        self._note = TextLabel("", "second")
        orders = [(o.value, order_name(o)) for o in PeopleOrder]
        self._order = SegmentedControl(orders, _("Order of the names"), small=True)
        self._affiliation = ChoiceField()
        self._affiliation.setAccessibleName(_("Affiliation"))
        self._affiliation.setMaximumWidth(measures.px(180))
        self._affiliation.chosen.connect(lambda _key: self.changed.emit())
        row.addWidget(self._affiliation)
        row.addStretch(1)
        row.addWidget(self._note)
        row.addWidget(self._order)
        self._chips.changed.connect(self.changed)
        self._order.chosen.connect(lambda key: self.order_chosen.emit(PeopleOrder(key)))

    def offer(self, directory: Directory, people: tuple[Person, ...]) -> None:
        """Offer what would leave somebody and hide somebody."""
        members = [p.volunteer for p in people if p.member]
        held = Counter(q for v in members for q in v.qualifications)
        choices = [
            *_section(_("Area"), "area", _("No area"), Counter(v.area_id for v in members),
                      [(a.id, a.name) for a in directory.areas]),
            *_section(_("Crew"), "crew", _("No crew"), Counter(v.crew_id for v in members),
                      [(c.id, c.name) for c in directory.crews]),
            *_section(_("Qualifications"), "q", "", held, [(q.id, q.name) for q in directory.qualifications]),
        ]  # fmt: skip
        former = len(people) - len(members)
        if former:
            choices.append((_FORMER, _("Not members today"), former))
        self._chips.offer(choices)
        self._chips.setVisible(bool(choices))
        self._offer_affiliations(Counter(v.affiliation for v in members if v.affiliation))
        self.setVisible(bool(people))

    def _offer_affiliations(self, counted: Counter[str]) -> None:
        """Too many for chips, so they stand in a list; the one chosen stays chosen while somebody has it."""
        chosen = self._affiliation.choice
        offered = sorted(counted, key=lambda name: (-counted[name], name))
        self._affiliation.offer([("", _("All affiliations")), *((name, f"{name} {counted[name]}") for name in offered)])
        self._affiliation.choose(chosen if chosen in counted else "")
        self._affiliation.setVisible(len(counted) > 1)

    def show_order(self, order: PeopleOrder) -> None:
        """In which order the names stand, and what a printed list would say of it."""
        self._order.choose(order.value)
        self._note.setText(order_note(order))

    def clear(self) -> None:
        """Switch all chips off."""
        self._chips.choose(())
        self._affiliation.choose("")
        self.changed.emit()

    def wanted(self, words: str) -> Wanted:
        """Whom the chips and the words describe."""
        chosen = self._chips.chosen
        return Wanted(
            words=words.strip(),
            areas=frozenset(AreaId(i) if i is not None else None for i in _ids(chosen, "area")),
            crews=frozenset(CrewId(i) if i is not None else None for i in _ids(chosen, "crew")),
            affiliations=frozenset({self._affiliation.choice} - {""}),
            qualifications=frozenset(QualificationId(i) for i in _ids(chosen, "q") if i is not None),
            former=_FORMER in chosen,
        )


def _section(
    title: str, kind: str, nowhere: str, counts: Counter[Any], things: Sequence[tuple[int, str]]
) -> list[tuple[str, str, int | None]]:
    """Chips of one kind under its title; of none, if nobody belongs anywhere."""
    chips: list[tuple[str, str, int | None]] = [
        (f"{kind}-{one}", name, counts[one]) for one, name in things if counts[one]
    ]
    if chips and nowhere and counts[None]:
        chips.append((f"{kind}-{_NONE}", nowhere, counts[None]))
    return [("", title, None), *chips] if chips else []


def _ids(chosen: Iterable[str], kind: str) -> list[int | None]:
    """The ids of the chips of one kind; None for the chip of those who belong nowhere."""
    keys = [key.removeprefix(f"{kind}-") for key in chosen if key.startswith(f"{kind}-")]
    return [None if key == _NONE else int(key) for key in keys]
