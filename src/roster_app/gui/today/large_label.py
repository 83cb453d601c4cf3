"""A label in a size of its own: the roles of the theme know none as large as a board that is read across a room."""

from __future__ import annotations

from roster_app.gui.widgets import TextLabel, text_font


class LargeLabel(TextLabel):
    """Drawn `size` pixels high for the 13-pixel body; made anew with the board when the text size changes."""

    def __init__(self, words: str, size: float, *, bold: bool = False) -> None:
        super().__init__(words, "body" if bold else "quiet", wraps=True)
        self.setFont(text_font(self.font(), size, bold=bold))
