"""The user guide over the window: its contents at the left, the text with pictures at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QWidget

from roster_app.gui.guide.guide_view import GuideView
from roster_app.gui.widgets.buttons import PrimaryButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import Hairline
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _, current_language

_CHAPTER = 2


class GuideDialog(PanelDialog):
    """Tab goes from the contents to the text and its links; in the contents the arrow keys turn to a chapter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("User guide"), parent, width=1160, height=740)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = GuideView(current_language())
        self.contents = QListView()
        self._chapters = [n for n, h in enumerate(self.view.headings) if h.level == _CHAPTER]
        self._following = False
        self._build_sections()
        self.contents.selectionModel().currentChanged.connect(self._on_chosen)
        self.contents.clicked.connect(self._on_chosen)
        self.view.heading_reached.connect(self._on_reached)

    def _build_sections(self) -> None:
        chapters = QStandardItemModel(self.contents)
        for number in self._chapters:
            chapter = QStandardItem(self.view.headings[number].words)
            chapter.setSizeHint(QSize(measures_of(self).px(120), measures_of(self).px(32)))
            chapters.appendRow(chapter)
        self.contents.setModel(chapters)
        self.contents.setAccessibleName(_("Contents"))
        self.contents.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setFixedWidth(measures_of(self).px(246))
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(measures_of(self).near, measures_of(self).near, 0, 0)
        row.setSpacing(measures_of(self).near)
        row.addWidget(self.contents)
        row.addWidget(Hairline(upright=True))
        row.addWidget(self.view, 1)
        self.add(body, 1, padded=False)
        close = PrimaryButton(_("Close"))
        close.clicked.connect(self.accept)
        self.add_right(close)
        self.contents.setFocus()

    def _on_chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid() and not self._following:
            self._following = True  # the contents lead now: what the text passes on its way is not told back
            self.view.go_to(self._chapters[index.row()])
            self._following = False

    def _on_reached(self, number: int) -> None:
        """The contents show which chapter is being read."""
        if self._following:
            return
        row = max((r for r, chapter in enumerate(self._chapters) if chapter <= number), default=0)
        self._following = True
        self.contents.setCurrentIndex(self.contents.model().index(row, 0))
        self._following = False
