"""The gallery: every widget, with invented names. `python tests/gui/gallery FOLDER` saves pictures of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gallery.controls import controls, empty, form
from gallery.figures import cards, table
from gallery.frame import generate, main_window

BOARDS: dict[str, Callable[[], QWidget]] = {
    "main": main_window,
    "controls": controls,
    "form": form,
    "cards": cards,
    "table": table,
    "generate": generate,
    "empty": empty,
}
