"""A row of a list in which everything shows its day: a checkpoint, a pattern, a template."""

from __future__ import annotations

from dataclasses import dataclass

from roster_app.gui.places.words import listed
from roster_app.gui.widgets import HourSpan
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class StripRow:
    """What is said of one thing, in words and spans."""

    key: int
    name: str
    facts: str = ""
    """Quiet words after the name."""
    figures: str = ""
    """Quiet words at the right end."""
    spans: tuple[HourSpan, ...] = ()
    detail: str = ""
    """Quiet words under the strip."""
    state: str = ""
    """How it stands, one sentence a line; in sight only where it wants to be looked at."""
    tone: str = ""
    """"good", "look", or nothing for plain facts."""
    unsaved: bool = False

    @property
    def phrase(self) -> str:
        """The whole row for a screen reader."""
        unsaved = _("not stored") if self.unsaved else ""
        return listed(
            part
            for part in (self.name, unsaved, self.facts, self.figures, self.detail, *self.state.split("\n"))
            if part
        )
