"""Shows every widget in both themes and languages and saves pictures, for eyes: `python tests/gui/gallery.py FOLDER`.

One process a scale: `QT_SCALE_FACTOR=1.5 python tests/gui/gallery.py FOLDER`. The boards are built by
`gallery_boards.py`, which the tests walk as well.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))

from gallery_boards import BOARDS

from roster_app import i18n
from roster_app.gui.theme import Appearance


def main() -> None:
    folder = Path(sys.argv[1])
    wanted = sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    appearance = Appearance(application, "light")
    scale = round(100 * float(os.environ.get("QT_SCALE_FACTOR", "1")))
    for language in ("zh_CN", "en"):
        i18n.install(language)
        for board, build in BOARDS.items():
            if wanted and board not in wanted:
                continue
            window = build()
            window.show()
            for theme in ("light", "dark"):
                appearance.prefer(theme)
                application.processEvents()
                window.grab().save(str(folder / f"{board}-{theme}-{language}-{scale}.png"))
            window.close()
            window.deleteLater()


if __name__ == "__main__":
    main()
