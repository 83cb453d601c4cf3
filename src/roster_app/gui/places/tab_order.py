"""Tab goes where the eye goes, also through what was added later."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def order_tabs(root: QWidget) -> None:
    """Set the tab order of everything below `root` to the order of its layouts."""
    for before, after in itertools.pairwise(tab_chain(root)):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def tab_chain(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at, in the order of the layouts."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    layout = widget.layout()
    if inner is not None:
        yield from tab_chain(inner)
    elif layout is not None:
        yield from _in_layout(layout)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        part, widget = item.layout(), item.widget()
        if widget is not None:
            yield from tab_chain(widget)
        elif part is not None:
            yield from _in_layout(part)
