"""Lines over the numbers that offer a shift and may name people already: 早班：张伟、李秀英 and 中班 缺1人."""

import re

from roster_app.exchange.chain.heading import Heading, Label, read_label
from roster_app.exchange.chain.names import names_left, take_plain_names
from roster_app.exchange.chain.person_signs import Name
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.roles import role_line
from roster_app.exchange.chain.slots import Slot
from roster_app.exchange.person_names import looks_like_a_name

_NOBODY_YET = re.compile(r"[\s(\[_-]*(?:(?:空|暂|尚)?缺|待定|空|暂?无)?[\s)\]_-]*")


class TemplateReader:
    """Reads the template lines of one chain; a line that is read again, under a heading known by then, is quick."""

    def __init__(self) -> None:
        self._known: dict[str, list[str] | None] = {}

    def read(self, text: str, heading: Heading) -> tuple[Label, list[str]] | None:
        """早班：张伟、李秀英 / 早班 张伟 李秀英 / 中班： / 中班 缺1人: a label with those who stand there already."""
        if role := role_line(text):
            return Label(Slot(), None, None, role.role), [role.people]
        parts = re.split(r"(?<!\d):|:(?!\d)", text, maxsplit=1)
        if len(parts) == 2:
            label = read_label(parts[0], heading)
            names = self._names(parts[1], heading) if not _NOBODY_YET.fullmatch(parts[1]) else []
            return (label, names) if label is not None and names is not None else None
        first, _, others = text.strip().partition(" ")
        label = read_label(first, heading)
        words = re.split(r"[\s、,]+", others.strip())
        if label is not None and all(looks_like_a_name(word) and word.isalpha() for word in words):
            return label, words
        whole = read_label(text, heading)
        return (whole, []) if whole is not None and whole.need is not None and whole.slot != Slot() else None

    def _names(self, text: str, heading: Heading) -> list[str] | None:
        if text not in self._known:
            self._known[text] = _named(text, heading)
        return self._known[text]


def _named(text: str, heading: Heading) -> list[str] | None:
    """The names of a template line; nothing where it holds other things."""
    rest = Rest(text[:400])
    take_plain_names(rest, heading.known)
    named = [meant.text for meant in rest.meanings() if isinstance(meant, Name)]
    return [*named, *(names_left(rest) if rest.words and len(rest.words[0]) <= 8 else [])] or None
