"""A pasted sign-up chain turned into values: every line with a verdict, entries, what is open, what to ask."""

from collections.abc import Collection, Sequence
from datetime import date

from roster_app.domain.chains import (
    Chain,
    ChainLine,
    ChainShift,
    LineVerdict,
    weightiest,
)
from roster_app.exchange.chain.items import LONGEST
from roster_app.exchange.chain.layout import sheets, without_marker
from roster_app.exchange.chain.person_signs import KnownNames
from roster_app.exchange.chain.plain import fragments, plain, source_lines
from roster_app.exchange.chain.sheet_reader import SheetReader


def read_chain(raw: str, on: date, shifts: Sequence[ChainShift] = (), known: Collection[str] = frozenset()) -> Chain:
    """What a pasted text says. `on` is the day of pasting, `shifts` those of the team, `known` names of its people.

    `known` only helps to divide names that are glued to other words; who is meant is decided by `resolving`. Raises
    DomainError (FILE_TOO_LARGE) for what is too long to be a chain.
    """
    lines = source_lines(raw)
    names = KnownNames(known)
    read = [SheetReader(sheet, on, tuple(shifts), names).read() for sheet in sheets(fragments(lines))]
    verdicts: dict[int, list[LineVerdict]] = {}
    for part in read:
        for line, verdict in part.verdicts:
            verdicts.setdefault(line, []).append(verdict)
    told = tuple(ChainLine(n, text, weightiest(verdicts.get(n, ()))) for n, text in enumerate(lines, start=1))
    written = _written(lines) if any(part.title for part in read) else {}
    return Chain(
        " / ".join(dict.fromkeys(written.get(part.title, part.title) for part in read if part.title)),
        tuple(entry for part in read for entry in part.entries),
        told,
        tuple(dict.fromkeys(question for part in read for question in part.questions)),
        tuple(slot for part in read for slot in part.open),
    )


def _written(lines: Sequence[str]) -> dict[str, str]:
    """Lines in plain form → with the signs they were written with, without a marker; the first of each form."""
    bare = [without_marker(line.strip()[:LONGEST]) for line in lines]
    return {plain(line).strip(): line.strip() for line in reversed(bare)}
