"""Collecting garbage between two events of the window's thread, and nowhere else.

WORKAROUND: Python collects cycles whenever a count is reached: on a worker, where a forgotten QObject would be
destroyed on the wrong thread, or in the middle of Qt's own code while it calls us. Both end in segmentation faults;
calibre, pyqtgraph and novelWriter carry the same cure (saga-soft/novelWriter#2927, napari/napari#1029).
docs/decisions/0013.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2_000  # milliseconds


class GarbageCollector(QObject):
    """While it lives, the automatic collection is off; its clock does the same by the same thresholds.

    What the start has made (modules, classes, the first page) stays for good: the first round freezes it, so that
    later ones need not look through it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY)
        self._clock.timeout.connect(self._on_round)
        self._started = False
        gc.disable()
        self._clock.start()

    def collect(self) -> int:
        """Collect the generation that is due; the generation, or -1 if none is."""
        due = [n for n, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if count > threshold]  # fmt: skip
        if not due:
            return -1
        gc.collect(due[-1])
        return due[-1]

    def stop(self) -> None:
        """Give the collection back to Python."""
        self._clock.stop()
        gc.unfreeze()
        gc.enable()

    def _on_round(self) -> None:
        if self._started:
            self.collect()
        else:
            self._started = True
            gc.freeze()
