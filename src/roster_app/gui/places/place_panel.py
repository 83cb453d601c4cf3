"""The panel of one checkpoint: its day at the head, then the form, its posts, and what else can be done with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.gui.places.checkpoint_form import CheckpointForm
from roster_app.gui.places.checks import check_place, first_grave
from roster_app.gui.places.day_preview import DayPreview
from roster_app.gui.places.posts_section import PostsSection
from roster_app.gui.places.rows import shift_types_of
from roster_app.gui.places.tab_order import order_tabs
from roster_app.gui.places.wide_panel import WidePanel
from roster_app.gui.places.words import people_words
from roster_app.gui.places.written import WrittenPlace
from roster_app.gui.widgets import (
    DangerButton,
    Hairline,
    IconButton,
    InlineError,
    PrimaryButton,
    QuietButton,
    measures_of,
)
from roster_app.i18n import _

_NOBODYS = CheckpointId(0)


class PlacePanel(WidePanel):
    """Shows what is written; the view around it keeps it and stores it."""

    changed = Signal()  # the person wrote something
    store_wished = Signal()
    discard_wished = Signal()
    removal_wished = Signal()
    copy_wished = Signal()  # another checkpoint like this one
    move_wished = Signal(int)  # up (-1) or down (1) in the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory: Directory | None = None
        self._written = WrittenPlace()
        self._other_names: frozenset[str] = frozenset()
        self.preview = DayPreview()
        self.form = CheckpointForm()
        self.posts = PostsSection()
        self._notice = InlineError()
        self._remove = DangerButton(_("Remove the checkpoint …"), small=True)
        self._copy = QuietButton(_("Another like this"), "copy", small=True)
        self._up = IconButton("chevron-up", _("Move up in the list"))
        self._down = IconButton("chevron-down", _("Move down in the list"))
        self._discard = QuietButton(_("Discard"))
        self._store = PrimaryButton(_("Save"))
        self._lay_out()
        self._listen()
        self.setFocusProxy(self.form)

    @property
    def written(self) -> WrittenPlace:
        """The checkpoint as written."""
        return self._written

    def show_place(
        self, written: WrittenPlace, directory: Directory, *, stored: bool, dirty: bool, other_names: Collection[str]
    ) -> None:
        """Show a checkpoint; `stored` tells one that can be removed and moved from one that is new."""
        self._directory = directory
        self._written = written
        self._other_names = frozenset(other_names)
        self.form.offer(directory)
        self.form.show_written(written)
        self.posts.show_posts(written.posts, directory.qualifications)
        for part in (self._remove, self._copy, self._up, self._down):
            part.setVisible(stored)
        self.show_dirty(dirty)
        self._show_findings(stored)
        order_tabs(self)

    def show_dirty(self, dirty: bool) -> None:
        """Whether there is anything to store or to discard."""
        self._store.setEnabled(dirty)
        self._discard.setEnabled(dirty)

    def tell(self, sentence: str) -> None:
        """A sentence over the form that does not scroll away; an empty one takes it away."""
        self._notice.tell(sentence)

    def focus_first_grave(self) -> bool:
        """Put the keyboard where something keeps the form from being stored; whether there was anything."""
        remarks = check_place(self._written, self._other_names)
        grave = first_grave(remarks)
        if grave is None:
            return False
        self._show_remarks()
        if grave.part:
            self.posts.focus_field(grave.part, grave.field)
            self.posts.show_remarks(remarks)
        else:
            self.form.focus_field(grave.field)
        return True

    def _lay_out(self) -> None:
        measures = measures_of(self)
        column = self.sheet
        column.addWidget(self.form)
        column.addSpacing(measures.near)
        column.addWidget(self.posts)
        column.addWidget(Hairline(faint=True))
        column.addSpacing(measures.near)
        column.addLayout(self._last_row())
        column.addStretch(1)
        self.add_to_head(self.preview)
        self.add_to_head(self._notice)
        self.add_to_foot(self._discard)
        self.add_to_foot(self._store)

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).near)
        row.addWidget(self._remove)
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._up)
        row.addWidget(self._down)
        return row

    def _listen(self) -> None:
        self.form.changed.connect(self._on_written)
        self.form.submitted.connect(self.store_wished)
        self.posts.changed.connect(self._on_written)
        self.posts.opened.connect(self._bring_up)
        self._store.clicked.connect(self.store_wished)
        self._discard.clicked.connect(self.discard_wished)
        self._remove.clicked.connect(self.removal_wished)
        self._copy.clicked.connect(self.copy_wished)
        self._up.clicked.connect(lambda: self.move_wished.emit(-1))
        self._down.clicked.connect(lambda: self.move_wished.emit(1))

    def _bring_up(self, line: QWidget) -> None:
        """A post just opened stands at the head of what is in sight, once the layout has made room for it."""
        order_tabs(self)
        QTimer.singleShot(0, line, partial(_scroll_to, line))

    def _on_written(self) -> None:
        self._written = replace(self.form.laid_over(self._written), posts=self.posts.posts)
        self._show_findings(remarks=True)
        order_tabs(self)
        self.changed.emit()

    def _show_findings(self, remarks: bool) -> None:
        """Head, preview and remarks as they follow from what is written; an untouched new form is not scolded."""
        if self._directory is None:
            return
        shift_types = shift_types_of(self._written.pattern, self._directory)
        posts = self._written.posts_of(_NOBODYS)
        self.show_texts(self._written.name.strip() or _("New checkpoint"))
        self.preview.show_day(posts, shift_types)
        self.posts.show_remark(people_words(posts, shift_types))
        if remarks:
            self._show_remarks()
        else:
            self.form.show_remarks([])
            self.posts.show_remarks([])

    def _show_remarks(self) -> None:
        remarks = check_place(self._written, self._other_names)
        self.form.show_remarks([remark for remark in remarks if not remark.part])
        self.posts.show_remarks(remarks)


def _scroll_to(line: QWidget) -> None:
    """Scroll the area the line lies in until the line is at its top."""
    area = line.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    body = area.widget() if area is not None else None
    if area is not None and body is not None:
        area.verticalScrollBar().setValue(line.mapTo(body, QPoint(0, 0)).y())
