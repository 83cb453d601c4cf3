"""One post in the panel of a checkpoint: a line that opens into its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.ids import PostId, QualificationId
from roster_app.domain.people import Qualification
from roster_app.gui.places.checks import Remark
from roster_app.gui.places.post_fields import PostFields
from roster_app.gui.places.post_head import PostHead
from roster_app.gui.places.written import WrittenPost
from roster_app.gui.widgets import Hairline, measures_of


class PostEditor(QWidget):
    """The fields are built when the line is opened for the first time."""

    changed = Signal()  # the person changed something
    opened = Signal()  # the person opened the line
    move_wished = Signal(int)  # up (-1) or down (1)
    removal_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = WrittenPost(PostId(0))
        self._qualifications: Mapping[QualificationId, str] = {}
        self._fields: PostFields | None = None
        self._head = PostHead()
        self._head.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(Hairline(faint=True))
        self._column.addWidget(self._head)
        self.setFocusProxy(self._head)

    @property
    def post(self) -> WrittenPost:
        """The post as written."""
        return self._written

    @property
    def is_open(self) -> bool:
        return self._head.isChecked()

    def show_post(self, post: WrittenPost, qualifications: Sequence[Qualification]) -> None:
        """Show this post without telling anyone."""
        self._written = post
        self._qualifications = {q.id: q.name for q in qualifications}
        if self._fields is not None:
            self._fields.show_post(post, self._qualifications)
        self._head.show_post(post, self._qualifications)

    def set_open(self, is_open: bool) -> None:
        """Open or close the line without telling anyone."""
        blocked = self._head.blockSignals(True)
        self._head.setChecked(is_open)
        self._head.blockSignals(blocked)
        self._show_fields(is_open)

    def focus_field(self, name: str) -> None:
        """Open the line and put the keyboard into one field."""
        self.set_open(True)
        if self._fields is not None:
            self._fields.focus_field(name)

    def take_pending(self) -> None:
        """Take what was typed and not yet confirmed."""
        if self._fields is not None:
            self._fields.take_pending()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """What is wrong or striking about this post."""
        self._head.set_wrong(any(remark.grave for remark in remarks))
        if self._fields is not None:
            self._fields.show_remarks(remarks)

    def _on_toggled(self, is_open: bool) -> None:
        self._show_fields(is_open)
        if is_open:
            self.opened.emit()

    def _show_fields(self, is_open: bool) -> None:
        if is_open and self._fields is None:
            self._fields = self._built()
        if self._fields is not None:
            self._fields.setVisible(is_open)

    def _built(self) -> PostFields:
        fields = PostFields()
        measures = measures_of(self)
        fields.setContentsMargins(0, measures.tight, 0, measures.apart)
        fields.show_post(self._written, self._qualifications)
        fields.changed.connect(self._on_changed)
        fields.move_wished.connect(self.move_wished)
        fields.removal_wished.connect(self.removal_wished)
        self._column.addWidget(fields)
        return fields

    def _on_changed(self) -> None:
        if self._fields is not None:
            self._written = self._fields.laid_over(self._written)
            self._head.show_post(self._written, self._qualifications)
            self.changed.emit()

    # Qt overrides

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self._head.setFocus(reason)
