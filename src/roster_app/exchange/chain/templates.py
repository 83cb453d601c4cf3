"""Lines over the numbers that offer a shift and may name people already: 早班：张伟、李秀英 and 中班 缺1人."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from roster_app.exchange.chain.heading import Heading, Label, read_label
from roster_app.exchange.chain.marks import take_counts
from roster_app.exchange.chain.names import names_left, take_plain_names
from roster_app.exchange.chain.numbers import HAN_DIGITS, number_of
from roster_app.exchange.chain.person_signs import Name
from roster_app.exchange.chain.plain import Fragment
from roster_app.exchange.chain.rest import Rest
from roster_app.exchange.chain.roles import role_line
from roster_app.exchange.chain.slots import Slot
from roster_app.exchange.person_names import looks_like_a_name

_NOBODY_YET = re.compile(r"[\s(\[_-]*(?:(?:空|暂|尚)?缺|待定|空|暂?无)?[\s)\]_-]*")


_LACKING = re.compile(rf"\s*\(?\s*(?:还|尚)?[缺差]\s*(\d{{1,3}}|[{HAN_DIGITS}]{{1,2}})\s*[人名个位]\s*\)?\s*$")
"""How many are missing beside those who stand there."""


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
            before, behind = _slot_behind_the_colon(parts[0], parts[1], heading)
            label = read_label(before, heading)
            names = self._names(behind, heading) if not _NOBODY_YET.fullmatch(behind) else []
            return (label, names) if label is not None and names is not None else None
        first, _, others = text.strip().partition(" ")
        label = read_label(first, heading)
        if label is not None and take_counts(Rest(others[:400])):
            return label, [others]
        lacking = _LACKING.search(others)
        words = re.split(r"[\s、,]+", _LACKING.sub("", others).strip())
        if label is not None and all(looks_like_a_name(word) and word.isalpha() for word in words):
            need = len(words) + number_of(lacking[1]) if lacking else label.need
            return replace(label, need=need), words
        whole = read_label(text, heading)
        return (whole, []) if whole is not None and whole.need is not None and whole.slot != Slot() else None

    def _names(self, text: str, heading: Heading) -> list[str] | None:
        if text not in self._known:
            self._known[text] = _named(text, heading)
        return self._known[text]


def _slot_behind_the_colon(before: str, behind: str, heading: Heading) -> tuple[str, str]:
    """周三：全天 单小燕 as 周三 全天 and 单小燕; otherwise both as they are."""
    word, _, others = behind.strip().partition(" ")
    label = read_label(word, heading) if others.strip() else None
    if label is not None and (label.slot.shifts or label.slot.hours):
        return f"{before} {word}", others
    return before, behind


def day_of_the_lines_below(
    lines: Sequence[tuple[Fragment, Label, list[str]]],
) -> Iterator[tuple[Fragment, Label, list[str]]]:
    """Lines with their labels and names; a day alone over shifts without one is the day of these, and no line."""
    over: Label | None = None
    for index, (line, label, names) in enumerate(lines):
        timed = bool(label.slot.shifts or label.slot.hours)
        below = lines[index + 1][1].slot if index + 1 < len(lines) else Slot()
        if label.slot.days and not (timed or names or label.need) and not below.days and (below.shifts or below.hours):
            over = label
            continue
        if label.slot.days:
            over = None
        elif timed and over is not None:
            slot = replace(label.slot, days=over.slot.days)
            label = replace(label, slot=slot, name=f"{over.name} {label.name}")
        yield line, label, names


def _named(text: str, heading: Heading) -> list[str] | None:
    """The names of a template line, or what was counted in it as one; nothing where it holds other things."""
    rest = Rest(text[:400])
    if take_counts(rest):
        return [text]
    take_plain_names(rest, heading.known)
    named = [meant.text for meant in rest.meanings() if isinstance(meant, Name)]
    return [*named, *(names_left(rest) if rest.words and len(rest.words[0]) <= 8 else [])] or None
