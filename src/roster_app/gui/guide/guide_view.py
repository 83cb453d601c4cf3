"""The text of the guide on the screen: pictures as wide as there is room, links that lead on inside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from roster_app.gui.guide.guide_text import Heading, dress, guide_folder, headings, read_guide
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _


class GuideView(QTextBrowser):
    """Written anew when the theme, the text size or the width changes; what was at the top stays there."""

    written = Signal()  # the headings may stand elsewhere now
    heading_reached = Signal(int)  # the number of the heading whose part is at the top

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path = guide_folder(language)
        self._text = read_guide(language)
        self.headings: tuple[Heading, ...] = ()
        self._written_for = 0
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._write)
        self.setAccessibleName(_("User guide"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # writing anew must not change the width
        self.document().setDocumentMargin(measures_of(self).px(24))
        self.anchorClicked.connect(self.follow)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._write()

    def go_to(self, number: int) -> None:
        """Bring a heading to the top."""
        if self._again.isActive():
            self._write()  # where it stands is only known once the text fits the width
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.headings[number].position)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(self._top(number) - measures_of(self).px(10))

    def _top(self, number: int) -> int:
        """Where a heading stands in the whole text, in pixels."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.headings[number].position)
        return self.cursorRect(cursor).top() + self.verticalScrollBar().value()

    def follow(self, link: QUrl) -> None:
        """A link inside leads to its heading, any other to the system's browser."""
        if not link.isRelative():
            QDesktopServices.openUrl(link)
            return
        wanted = link.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        for number, heading in enumerate(self.headings):
            if heading.anchor == wanted:
                self.go_to(number)
                self.heading_reached.emit(number)
                return

    @property
    def _heading_at_top(self) -> int:
        """The last heading that begins in the upper quarter or before; at the foot, the very last one."""
        bar = self.verticalScrollBar()
        if self.headings and 0 < bar.maximum() == bar.value():
            return len(self.headings) - 1
        here = self.cursorForPosition(self.viewport().rect().center() / 2).position()
        above = [number for number, heading in enumerate(self.headings) if heading.position <= here]
        return above[-1] if above else 0

    def _write(self) -> None:
        self._again.stop()
        self._written_for = self.viewport().width()
        before, number = self.verticalScrollBar().value(), self._heading_at_top
        below = before - self._top(number) if before and self.headings else 0
        self.document().setDefaultFont(self.font())
        self.setMarkdown(self._text)
        dress(self.document(), meanings_of(self), measures_of(self))
        self.headings = headings(self.document())
        self.written.emit()
        if before and self.headings:
            self.verticalScrollBar().setValue(self._top(number) + below)

    def _on_scrolled(self) -> None:
        if self.headings:
            self.heading_reached.emit(self._heading_at_top)

    def _room(self) -> int:
        return max(100, self.viewport().width() - 2 * round(self.document().documentMargin()))

    # Qt overrides

    def loadResource(self, kind: int, name: QUrl) -> object:
        """A picture, made smaller with care where it is wider than the text."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(str(self._folder / name.path()))
        ratio = self.devicePixelRatioF()
        if image.width() > self._room():
            wide = QSize(round(self._room() * ratio), image.height() * 10)
            if wide.width() < image.width():
                mode = Qt.TransformationMode.SmoothTransformation
                image = image.scaled(wide, Qt.AspectRatioMode.KeepAspectRatio, mode)
            image.setDevicePixelRatio(image.width() / self._room())
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._written_for != self.viewport().width():
            self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self.headings:
            self._again.start()

    def sizeHint(self) -> QSize:
        return QSize(measures_of(self).px(860), measures_of(self).px(600))
