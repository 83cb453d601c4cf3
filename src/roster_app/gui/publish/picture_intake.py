"""How a photograph of what hangs comes in: dropped, chosen or pasted, and looked at beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from roster_app.domain.ids import TeamId
from roster_app.gui.publish.saving import keep_folder, last_folder
from roster_app.gui.view_state import ViewState
from roster_app.i18n import _
from roster_app.services.posting import PhotoAnswer, Posting


class CodeField(QLineEdit):
    """A line for check codes that takes a pasted picture as well."""

    picture_pasted = Signal(object)  # the Path of a file, or a QImage

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            picture = picture_in(QApplication.clipboard().mimeData())
            if picture is not None:
                self.picture_pasted.emit(picture)
                return
        super().keyPressEvent(event)


def picture_in(dropped: QMimeData) -> Path | QImage | None:
    """The one file, or else the picture, that was dropped or copied; None for text and for several files."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    if len(paths) == 1:
        return paths[0]
    if dropped.hasImage() and not dropped.hasText():
        image = QImage(dropped.imageData())
        return image if not image.isNull() else None
    return None


def choose_picture(parent: QWidget, view_state: ViewState, then: Callable[[Path], object]) -> QFileDialog:
    """Let the person choose a picture or PDF file, and call `then` with it; does not wait."""
    dialog = QFileDialog(parent, _("A picture of what hangs"), str(last_folder(view_state)))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [_("Pictures and PDF files (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.gif *.pdf)"), _("All files (*)")]
    )
    dialog.fileSelected.connect(lambda chosen: keep_folder(view_state, Path(chosen).parent))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(lambda _answer: dialog.deleteLater())
    dialog.open()
    return dialog


def answer_of(posting: Posting, team_id: TeamId, picture: Path | QImage) -> PhotoAnswer:
    """Take it to the use case; on a worker. Raises what `Posting.check_file` raises."""
    if isinstance(picture, Path):
        return posting.check_file(team_id, picture)
    return posting.check_photo(team_id, _as_file(picture))


def _as_file(picture: QImage) -> bytes:
    """Nothing of it is lost."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data().data())
