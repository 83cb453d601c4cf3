"""A question before what cannot be undone; everything else is done, told, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roster_app.gui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.labels import TextLabel
from roster_app.i18n import _


class Question(PanelDialog):
    """One sentence and two answers. Esc and the quiet button mean no."""

    def __init__(
        self, parent: QWidget, title: str, sentence: str, answer: str, *, danger: bool = False, no: str = ""
    ) -> None:
        super().__init__(title, parent, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add(TextLabel(sentence, wraps=True))
        stay = QuietButton(no or _("Cancel"))
        stay.clicked.connect(self.reject)
        go_on = DangerButton(answer) if danger else PrimaryButton(answer)
        go_on.clicked.connect(self.accept)
        self.add_right(stay)
        self.add_right(go_on)
        (stay if danger else go_on).setFocus()


def ask(
    parent: QWidget,
    title: str,
    sentence: str,
    answer: str,
    then: Callable[[], object],
    *,
    danger: bool = False,
    no: str = "",
) -> Question:
    """Ask, and call `then` if the answer is yes; does not wait."""
    question = Question(parent, title, sentence, answer, danger=danger, no=no)
    question.accepted.connect(then)
    question.open()
    return question
