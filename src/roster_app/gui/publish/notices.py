"""What stands out on the drawn sheet: characters the type lacks, names too small for a wall, unannounced holidays."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets import LinkButton, TextLabel, measures_of
from roster_app.i18n import _

_AT_FIRST = 3


class Notices(QWidget):
    """A few sentences at once, the others on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(measures_of(self).px(6))
        self._labels: list[TextLabel] = []
        self._more = LinkButton("")
        self._more.clicked.connect(lambda _checked=False: self.show_all())
        self._column.addWidget(self._more)
        self.show_notices(())

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them, in sight or not."""
        return self._sentences

    def show_notices(self, sentences: tuple[str, ...]) -> None:
        """These hold for the sheet as it is now."""
        if sentences != self._sentences or not self._labels:
            self._sentences, self._all = sentences, False
            self._show()

    def show_all(self) -> None:
        """Every sentence."""
        self._all = True
        self._show()

    def _show(self) -> None:
        for label in self._labels:
            label.hide()
            label.deleteLater()
        shown = self._sentences if self._all else self._sentences[:_AT_FIRST]
        nothing = _("Nothing stands out: every name and every character is printed.")
        self._labels = [TextLabel(words, "second", wraps=True) for words in shown or (nothing,)]
        for place, label in enumerate(self._labels):
            label.set_tone("look" if shown else "")
            self._column.insertWidget(place, label)
        left = len(self._sentences) - len(shown)
        self._more.setVisible(bool(left))
        self._more.setText(_("{count} more").format(count=left))
