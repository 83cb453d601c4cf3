"""What a hand-over record carries of the log: open items as lines, supplies with their last counts, what was signed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from roster_app.domain.hand_over import HandOver, Log, OpenItem, SupplyKind, due, last_known
from roster_app.domain.ids import CheckpointId
from roster_app.i18n import _
from roster_app.printing.dates import short_day_words

Rows = Callable[[str, str], int]
"""How many lines an item takes: its words, and who sees to it."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An open item as it is printed, over so many lines of the sheet."""

    words: str
    owner: str
    rows: int


@dataclass(frozen=True, slots=True)
class SupplyLine:
    """What is counted; `last` is the last known count and `when` its day, empty where nobody has counted."""

    words: str
    last: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What was entered of one hand-over: empty words are lines to write on."""

    anomalies: str = ""
    outgoing: tuple[str, str] = ("", "")
    incoming: tuple[str, str] = ("", "")
    """Name and time of each signature."""


UNNOTED = Noted()
"""Nothing has been entered."""


class SheetLog:
    """The log as the sheets of one checkpoint tell it; an item stands once on the sheets of a day."""

    def __init__(self, log: Log, checkpoint_id: CheckpointId, usual: Sequence[str], rows: Rows) -> None:
        self._log = log
        self._place = checkpoint_id
        self._rows = rows
        self._kinds = tuple(map(SupplyKind, usual)) if log.kinds is None else log.kinds

    def items(self, moments: Sequence[datetime]) -> tuple[tuple[ItemLine, ...], ...]:
        """Of each hand-over of a day the items that are due at it and not at one before."""
        told: set[int] = set()
        lines = []
        for moment in moments:
            new = [item for item in due(self._log.items, self._place, moment) if item.id not in told]
            told.update(item.id for item in new)
            lines.append(tuple(map(self._line, new)))
        return tuple(lines)

    def supplies(self, moment: datetime | None) -> tuple[SupplyLine, ...]:
        """Every kind the team counts, with its last count before the hand-over."""
        return tuple(self._supplies(moment))

    def noted(self, moment: datetime) -> Noted:
        """What has been entered of the hand-over."""
        own = (self._place, moment)
        found = next((h for h in self._log.hand_overs if (h.checkpoint_id, h.moment) == own), None)
        return _noted(found) if found else UNNOTED

    def _line(self, item: OpenItem) -> ItemLine:
        words = _("{item} (since {moment})").format(item=item.text, moment=_since(item))
        return ItemLine(words, item.owner, self._rows(words, item.owner))

    def _supplies(self, moment: datetime | None) -> Iterator[SupplyLine]:
        known = {} if moment is None else last_known(self._log.counts, self._place, moment)
        for kind in self._kinds:
            words = _("{item} ({unit})").format(item=kind.name, unit=kind.unit) if kind.unit else kind.name
            count = known.get(kind.name)
            if count is None:
                yield SupplyLine(words)
            else:
                yield SupplyLine(words, str(count.count), short_day_words(count.at.date()))


def _since(item: OpenItem) -> str:
    words = f"{short_day_words(item.raised_at.date())} {item.raised_at:%H:%M}"
    return f"{words} {item.raised_in}".rstrip()


def _noted(found: HandOver) -> Noted:
    def signature(name: str, at: datetime | None) -> tuple[str, str]:
        if at is None:
            return "", ""
        day = "" if at.date() == found.moment.date() else f"{short_day_words(at.date())} "
        return name, f"{day}{at:%H:%M}"

    return Noted(
        " ".join(found.anomalies.split()),
        signature(found.outgoing, found.signed_at),
        signature(found.incoming, found.acknowledged_at),
    )
