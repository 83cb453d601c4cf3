"""How a cell is judged, in a word and a colour."""

from __future__ import annotations

from enum import IntEnum

from roster_app.gui.widgets.pill import PillKind
from roster_app.i18n import _


class Verdict(IntEnum):
    """Of one cell; of several things in one cell the greatest counts."""

    RIGHT = 1
    SAME = 2
    LEFT_OUT = 3
    DOUBTFUL = 4
    WRONG = 5

    @property
    def needs_answer(self) -> bool:
        """Whether the person has something to do here."""
        return self >= Verdict.DOUBTFUL


TONES: dict[Verdict, PillKind] = {
    Verdict.RIGHT: "good",
    Verdict.SAME: "plain",
    Verdict.LEFT_OUT: "plain",
    Verdict.DOUBTFUL: "look",
    Verdict.WRONG: "act",
}
MARKS = {Verdict.DOUBTFUL: "?", Verdict.WRONG: "!"}
"""Beside the colour, for those who do not see it."""


def verdict_name(verdict: Verdict) -> str:
    """The word for it."""
    return {
        Verdict.RIGHT: _("right"),
        Verdict.SAME: _("there already"),
        Verdict.LEFT_OUT: _("stays out"),
        Verdict.DOUBTFUL: _("doubtful"),
        Verdict.WRONG: _("wrong"),
    }[verdict]
