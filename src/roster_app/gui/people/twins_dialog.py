"""Two people side by side who may be one: what each says and has done, and what one made of them would say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.people import Volunteer, masked_phone
from roster_app.domain.records import PersonRecord, clashes
from roster_app.domain.team import Directory
from roster_app.domain.twins import Twins, merged
from roster_app.gui.people.record_words import ahead_words, over_words, stated_words
from roster_app.gui.widgets import PanelDialog, PrimaryButton, QuietButton, TextLabel, measures_of
from roster_app.i18n import _, ngettext
from roster_app.services.words.names import field_name, sign_name
from roster_app.services.words.times import date_words

Records = Callable[[frozenset[VolunteerId]], Mapping[VolunteerId, PersonRecord]]
_CHOSEN = ("name", "affiliation", "title", "area_id", "crew_id", "phone")
"""Of these one person says one thing, so where two differ it is chosen."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One person made of two: `wanted` stays, `gone` goes."""

    twins: Twins
    wanted: Volunteer
    gone: Volunteer


class TwinsDialog(PanelDialog):
    """Goes from pair to pair; emits what is to become of each, and whoever listens stores it."""

    merge_wished = Signal(object)  # Wish
    apart_wished = Signal(object)  # Twins

    def __init__(self, twins: tuple[Twins, ...], directory: Directory, records: Records, parent: QWidget) -> None:
        super().__init__(_("The same person?"), parent, width=760, height=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._twins, self._place = list(twins), 0
        self._directory, self._records = directory, records
        self._choices: dict[str, QButtonGroup] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(_("Side by side"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._signs = TextLabel("", "second", wraps=True)
        self._warning = TextLabel("", "second", wraps=True)
        self._warning.set_tone("look")
        self._apart = QuietButton(_("Two people"))
        self._later = QuietButton(_("Later"))
        self._merge = PrimaryButton(_("Make one of them"))
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._signs)
        column.addWidget(self._warning)
        self.add(head)
        self.add(self._area, 1)
        self.add_left(self._apart)
        self.add_right(self._later)
        self.add_right(self._merge)
        self._apart.clicked.connect(self._on_apart)
        self._later.clicked.connect(self._go_on)
        self._merge.clicked.connect(self._on_merge)
        self._show_pair()

    def go_on_without(self, twins: Twins, directory: Directory) -> None:
        """The pair is dealt with; so are others that name somebody who is gone."""
        self._directory = directory
        here = self._twins.index(twins) if twins in self._twins else self._place
        kept = [t for t in self._twins[here + 1 :] if t.pair <= directory.volunteer.keys()]
        self._twins = [t for t in self._twins[:here] if t.pair <= directory.volunteer.keys()]
        self._place = len(self._twins)
        self._twins += kept
        self._show_pair()

    @property
    def wish(self) -> Wish:
        """What the choices say now; the one entered first stays, whatever is chosen of the other."""
        left, right = self._pair
        chosen = {f: getattr((left, right)[group.checkedId()], f) for f, group in self._choices.items()}
        return Wish(self._now, replace(merged(left, right), **chosen), right)

    @property
    def _now(self) -> Twins:
        return self._twins[self._place]

    @property
    def _pair(self) -> tuple[Volunteer, Volunteer]:
        return self._directory.volunteer[self._now.one], self._directory.volunteer[self._now.other]

    def _show_pair(self) -> None:
        if self._place >= len(self._twins):
            self.accept()
            return
        self.show_facts(_("{number} of {count}").format(number=self._place + 1, count=len(self._twins)))
        self._signs.setText(" · ".join(sign_name(s) for s in sorted(self._now.signs)))
        records = self._records(self._now.pair)
        self._show_clashes(records)
        sheet = self._side_by_side(records)
        self._area.setWidget(sheet)
        sheet.setAutoFillBackground(False)  # the area has switched it on
        (self._apart if self._warning.text() else self._merge).setFocus()

    def _show_clashes(self, records: Mapping[VolunteerId, PersonRecord]) -> None:
        one, other = (records[v.id] for v in self._pair)
        count = len(clashes((*one.over, *one.ahead), (*other.over, *other.ahead)))
        told = ngettext(
            "Both stand at the same time in {count} duty: probably two people.",
            "Both stand at the same time in {count} duties: probably two people.",
            count,
        )
        self._warning.setText(told.format(count=count) if count else "")
        self._warning.setVisible(bool(count))

    def _side_by_side(self, records: Mapping[VolunteerId, PersonRecord]) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        measures = measures_of(self)
        grid.setContentsMargins(0, measures.near, 0, measures.near)
        grid.setHorizontalSpacing(measures.apart)
        grid.setVerticalSpacing(measures.near)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._choices = {}
        for side, person in enumerate(self._pair):
            grid.addWidget(TextLabel(self._directory.name[person.id], "card"), 0, side + 1)
        for field in _CHOSEN:
            self._add_field(grid, field)
        for title, left, right in self._both(records):
            if left or right:
                self._add_texts(grid, title, left, right)
        grid.setRowStretch(grid.rowCount(), 1)
        return sheet

    def _add_field(self, grid: QGridLayout, field: str) -> None:
        values = [getattr(v, field) for v in self._pair]
        words = [self._words(field, value) for value in values]
        title = field_name(field.removesuffix("_id"))
        if not any(values):
            return
        if values[0] == values[1]:
            self._add_texts(grid, title, *words)
        else:
            self._add_choice(grid, field, title, *words, preferred=0 if values[0] else 1)

    def _add_choice(self, grid: QGridLayout, field: str, title: str, *words: str, preferred: int) -> None:
        row = grid.rowCount()
        group = QButtonGroup(grid.parentWidget())
        grid.addWidget(TextLabel(title, "second"), row, 0)
        for side, text in enumerate(words):
            button = QRadioButton(text or "—")
            button.setAccessibleName(f"{title}: {text or '—'}")
            group.addButton(button, side)
            grid.addWidget(button, row, side + 1)
        group.button(preferred).setChecked(True)
        self._choices[field] = group

    def _add_texts(self, grid: QGridLayout, title: str, left: str, right: str) -> None:
        row = grid.rowCount()
        grid.addWidget(TextLabel(title, "second"), row, 0, Qt.AlignmentFlag.AlignTop)
        for side, text in enumerate((left, right)):
            grid.addWidget(TextLabel(text or "—", wraps=True), row, side + 1, Qt.AlignmentFlag.AlignTop)

    def _both(self, records: Mapping[VolunteerId, PersonRecord]) -> list[tuple[str, str, str]]:
        """What the one person made of them keeps of both."""
        directory = self._directory
        found = []
        for v in self._pair:
            held = _(", ").join(q.name for q in directory.qualifications if q.id in v.qualifications)
            since = date_words(v.joined) if v.joined else ""
            stated = stated_words(directory.leaves_of(v.id), directory.availabilities_of(v.id))
            over, ahead = over_words(records[v.id]), ahead_words(records[v.id])
            found.append((held, v.note, since, stated, over, ahead))
        titles = (
            field_name("qualifications"), field_name("note"), _("First day"), _("Leave and times"),
            _("Up to now"), _("From now on"),
        )  # fmt: skip
        return list(zip(titles, *found, strict=True))

    def _words(self, field: str, value: object) -> str:
        if field == "phone":
            return masked_phone(str(value))
        named = {"area_id": self._directory.area, "crew_id": self._directory.crew}.get(field)
        if named is not None:
            return str(named[value].name) if value else ""  # type: ignore[index]
        return str(value)

    def _on_apart(self) -> None:
        self.apart_wished.emit(self._now)

    def _on_merge(self) -> None:
        self.merge_wished.emit(self.wish)

    def _go_on(self) -> None:
        self._place += 1
        self._show_pair()
