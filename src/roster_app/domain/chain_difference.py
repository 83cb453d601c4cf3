"""What a later copy of the same chain says that the earlier one did not."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from roster_app.domain.chains import Chain, ChainEntry, LineVerdict
from roster_app.domain.names import name_key


@dataclass(frozen=True, slots=True)
class ChainDifference:
    """Entries that came, went, or are said otherwise (before, after), in the order of the lines."""

    added: tuple[ChainEntry, ...] = ()
    removed: tuple[ChainEntry, ...] = ()
    changed: tuple[tuple[ChainEntry, ChainEntry], ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether both copies say the same."""
        return not (self.added or self.removed or self.changed)


def same_chain(earlier: Chain, later: Chain) -> bool:
    """Whether the later text is a copy of the same chain: its title, whatever the blanks and the punctuation."""
    keys = ["".join(c for c in name_key(chain.title) if c.isalnum()) for chain in (earlier, later)]
    return keys[0] == keys[1] != ""


def chain_difference(earlier: Chain, later: Chain) -> ChainDifference:
    """Hold two copies against each other. Numbers and lines do not count: in a chain they move with every edit.

    Somebody who stands twice counts twice; of what is left of one person, the first is held against the first.
    """
    before, after = _left_over(_people(earlier), _people(later))
    left = defaultdict(list, _by_person(before))
    changed, added = list[tuple[ChainEntry, ChainEntry]](), list[ChainEntry]()
    for entry in after:
        if others := left[name_key(entry.person)]:
            changed.append((others.pop(0), entry))
        else:
            added.append(entry)
    gone = [entry for entry in before if any(entry is other for other in left[name_key(entry.person)])]
    return ChainDifference(tuple(added), tuple(gone), tuple(changed))


def _people(chain: Chain) -> list[ChainEntry]:
    return [entry for entry in chain.entries if entry.person and entry.verdict is not LineVerdict.IGNORED]


def _left_over(before: list[ChainEntry], after: list[ChainEntry]) -> tuple[list[ChainEntry], list[ChainEntry]]:
    """Both lists without what they have in common."""
    common: dict[Hashable, int] = defaultdict(int)
    for entry in before:
        common[_said(entry)] += 1
    new = []
    for entry in after:
        if common[_said(entry)]:
            common[_said(entry)] -= 1
        else:
            new.append(entry)
    old = []
    for entry in reversed(before):
        if common[_said(entry)]:
            common[_said(entry)] -= 1
            old.append(entry)
    return old[::-1], new


def _said(entry: ChainEntry) -> Hashable:
    """All that matters of an entry."""
    when = (entry.dates, entry.shifts, entry.start, entry.end, entry.slot)
    withdrawn = entry.verdict is LineVerdict.WITHDRAWN
    return name_key(entry.person), when, entry.phone, withdrawn, entry.signed_by, entry.counts


def _by_person(entries: Iterable[ChainEntry]) -> dict[str, list[ChainEntry]]:
    found: dict[str, list[ChainEntry]] = defaultdict(list)
    for entry in entries:
        found[name_key(entry.person)].append(entry)
    return found
