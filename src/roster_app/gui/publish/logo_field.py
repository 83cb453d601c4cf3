"""The field for a logo: the picture as it is printed, a way to choose another one, and one to do without."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from roster_app.gui.latest_wish import LatestWish
from roster_app.gui.tasks import TaskRunner
from roster_app.gui.widgets import QuietButton, meanings_of, measures_of, paint_text, rounded_box, smooth, text_font
from roster_app.i18n import _
from roster_app.services.stationery import logo_from


class LogoField(QWidget):
    """Pictures are read beside the window: a photograph takes a moment."""

    changed = Signal()
    refused = Signal(object)  # the DomainError that says why a file is no logo; None as soon as all is well

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logo: bytes | None = None
        self._reading = LatestWish(tasks, self)
        self.picture = _Picture()
        self.choose = QuietButton(_("Choose a picture…"), small=True)
        self.remove = QuietButton(_("Remove"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        for part in (self.picture, self.choose, self.remove):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.choose.clicked.connect(lambda _checked=False: self.ask())
        self.remove.clicked.connect(lambda _checked=False: self._take(None))
        self._reading.answered.connect(self._take)
        self._reading.failed.connect(self.refused)
        self.remove.setAccessibleName(_("Remove the logo"))
        self.show_logo(None)

    @property
    def logo(self) -> bytes | None:
        """The file as it is kept; None without one."""
        return self._logo

    @property
    def is_busy(self) -> bool:
        """Whether a file is still being read."""
        return self._reading.is_busy

    def show_logo(self, logo: bytes | None) -> None:
        """Show this one; tells nobody."""
        self._logo = logo
        self.picture.show_image(QImage.fromData(logo) if logo else QImage())
        self.remove.setEnabled(logo is not None)

    def ask(self) -> QFileDialog:
        """Let the person choose a file; does not wait."""
        dialog = QFileDialog(self.window(), _("Choose a picture"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.fileSelected.connect(lambda chosen: self.read(Path(chosen)))
        dialog.open()
        return dialog

    def read(self, path: Path) -> None:
        """Take the picture in this file, if it is one."""
        self._reading.ask(partial(logo_from, path))

    def _take(self, logo: bytes | None) -> None:
        self._reading.forget()
        self.refused.emit(None)
        self.show_logo(logo)
        self.changed.emit()


class _Picture(QWidget):
    """On white, as on paper."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.setAccessibleName(_("No logo") if image.isNull() else _("The logo"))
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(96), measures.px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        measures, meanings = measures_of(self), meanings_of(self)
        painter = smooth(QPainter(self))
        box = QRectF(self.rect())
        if self._image.isNull():
            rounded_box(painter, box, measures.radius, None, meanings.line, dashed=True)
            paint_text(painter, box, _("No logo"), text_font(self.font(), 12), meanings.second)
            return
        rounded_box(painter, box, measures.radius, "#ffffff", meanings.line)
        edge = measures.tight
        room = box.adjusted(edge, edge, -edge, -edge)
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF(room.topLeft(), size)
        where.moveCenter(room.center())
        painter.drawImage(where, self._image)
