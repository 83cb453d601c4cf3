"""What is supposed: which checkpoints are open, how many people each post wants, who is away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId, PostId, VolunteerId
from roster_app.domain.places import Post
from roster_app.domain.supposing import Supposition
from roster_app.domain.team import Directory
from roster_app.gui.roster.search_scope import counted
from roster_app.gui.widgets.labels import ElidingLabel, SectionTitle
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.number_field import NumberField
from roster_app.gui.widgets.token_edit import TokenEdit
from roster_app.i18n import _, ngettext

_MOST = 20


class WhatIfDemand(QScrollArea):
    """Begins with how things are; says the supposition whenever it is another."""

    changed = Signal()

    def __init__(self, directory: Directory, since: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = directory
        self._since = since
        self._open: dict[CheckpointId, QCheckBox] = {}
        self._counts: dict[PostId, NumberField] = {}
        self._away = TokenEdit(
            [(str(v.id), v.name) for v in directory.volunteers],
            _("Who would be away"),
            placeholder=_("Nobody: type a name"),
        )
        self._away.changed.connect(lambda _keys: self.changed.emit())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("What is supposed"))
        self._build()

    @property
    def supposition(self) -> Supposition:
        """What differs from how things are."""
        headcount = {post.id: post.headcount for post in self._directory.posts}
        closed = frozenset(place for place, box in self._open.items() if not box.isChecked())
        counts = {p: field.value() for p, field in self._counts.items() if field.value() != headcount[p]}
        away = frozenset(VolunteerId(int(key)) for key in self._away.chosen)
        return Supposition(self._since, closed, counts, away)

    def _build(self) -> None:
        measures = measures_of(self)
        sheet = QWidget()
        sheet.setProperty("scroll_body", True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(measures.px(22), measures.px(14), measures.px(18), measures.px(14))
        column.setSpacing(measures.near)
        column.addWidget(SectionTitle(_("Who would be away"), _("to the end of the period")))
        column.addWidget(self._away)
        column.addSpacing(measures.apart)
        column.addWidget(SectionTitle(_("Who is wanted where"), _("untick to close")))
        for checkpoint in self._directory.checkpoints_in_order:
            if checkpoint.pattern_id is not None:
                box = QCheckBox(checkpoint.name.replace("&", "&&"))
                box.setChecked(True)
                box.toggled.connect(lambda _on: self._on_toggled())
                self._open[checkpoint.id] = box
                column.addWidget(box)
                for post in self._directory.posts_of.get(checkpoint.id, ()):
                    column.addWidget(self._post_row(checkpoint.name, post))
        column.addStretch(1)
        self.setWidget(sheet)

    def _post_row(self, place: str, post: Post) -> QWidget:
        measures = measures_of(self)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(measures.px(26), 0, 0, 0)
        row.setSpacing(measures.near)
        field = NumberField(post.headcount, 0, max(_MOST, post.headcount))
        field.setAccessibleName(_("{place}, {post}: people wanted").format(place=place, post=post.name))
        field.setFixedWidth(measures.px(84))
        field.valueChanged.connect(lambda _count: self.changed.emit())
        self._counts[post.id] = field
        row.addWidget(ElidingLabel(post.name, "second"), 1)
        row.addWidget(field)
        return line

    def _on_toggled(self) -> None:
        for place, box in self._open.items():
            for post in self._directory.posts_of.get(place, ()):
                self._counts[post.id].setEnabled(box.isChecked())
        self.changed.emit()


def supposition_words(wanted: Supposition, directory: Directory) -> str:
    """2 处关闭，1 个岗位改人数，3 人不在."""
    parts = [
        (
            len(wanted.closed),
            ngettext("{count} checkpoint closed", "{count} checkpoints closed", len(wanted.closed)),
        ),
        (
            len(wanted.headcounts),
            ngettext(
                "{count} post with other people wanted",
                "{count} posts with other people wanted",
                len(wanted.headcounts),
            ),
        ),
        (len(wanted.away), ngettext("{count} person away", "{count} people away", len(wanted.away))),
    ]
    return counted(parts) or _("nothing is supposed yet")
