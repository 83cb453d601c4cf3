"""A written sheet as it may hang: of which edition, and which checkpoints it shows under which check codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roster_app.domain.differences import differences
from roster_app.domain.ids import CheckpointId, PeriodId
from roster_app.domain.posting_ledger import CHANGE_SHEET, PostingLedger
from roster_app.domain.privacy import Profile
from roster_app.domain.roster import Edition
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.services.sheets.editions import compared_with
from roster_app.services.sheets.orders import MONTHLY, SheetOrder

HUNG_UP = MONTHLY | {SheetKind.WALL, SheetKind.CHANGE}
"""The kinds that are entered in the posting ledger: those that stay on the wall until another replaces them."""

assert SheetKind.CHANGE.value == CHANGE_SHEET


@dataclass(frozen=True, slots=True)
class Hangable:
    """A posted sheet of an edition; `codes` are those of the checkpoints that stand on it."""

    period_id: PeriodId
    kind: SheetKind
    edition: int
    codes: Mapping[CheckpointId, str]


def hangable(order: SheetOrder, edition: Edition | None, editions: Sequence[Edition]) -> Hangable | None:
    """How a sheet may be entered in the ledger; None for a draft, an internal copy and what is not for the wall."""
    if edition is None or order.kind not in HUNG_UP or order.shown_as is Profile.INTERNAL:
        return None
    asked = set(order.checkpoint_ids) or set(edition.check_codes)
    if order.kind is SheetKind.CHANGE:
        since = compared_with(editions, edition, order.since)
        asked &= {d.seat.checkpoint_id for d in differences(since, edition)}
    codes = {c: code for c, code in edition.check_codes.items() if c in asked}
    return Hangable(edition.period_id, order.kind, edition.number, codes) if codes else None


def edition_hanging(
    ledger: PostingLedger, period_id: PeriodId, checkpoint_ids: Sequence[CheckpointId], shown: Edition | None
) -> int | None:
    """The number of the edition whose rosters are known to hang at all these checkpoints.

    None where it is not known or not the same everywhere, and where what hangs shows what a sheet `shown` would.
    """
    there = [ledger.roster_at(c, period_id) for c in checkpoint_ids]
    numbers = {entry.edition if entry else None for entry in there}
    if len(numbers) != 1 or None in numbers:
        return None
    if shown and all(entry and entry.code == shown.check_codes.get(entry.checkpoint_id) for entry in there):
        return None
    return numbers.pop()
