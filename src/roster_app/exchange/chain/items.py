"""An entry of a chain as it stands in the text, and what it became."""

from dataclasses import dataclass, field

from roster_app.domain.chains import ChainEntry, ChainQuestion

LONGEST = 400
"""Signs of one entry that are read; nobody signs up with more."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as it stands: its number, its text, and the source lines of it."""

    line: int
    text: str
    number: int | None = None
    lines: tuple[int, ...] = ()
    role: str = ""
    """What the people do, where a line or a heading says so: 测温."""


@dataclass
class ReadItem:
    """What one item became."""

    entries: list[ChainEntry] = field(default_factory=list)
    questions: list[ChainQuestion] = field(default_factory=list)
