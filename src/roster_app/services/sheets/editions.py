"""Which edition a sheet shows, and which one a change sheet stands beside."""

from collections.abc import Sequence

from roster_app.domain.editions import check_codes, newest
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Edition, Roster


def edition_shown(
    roster: Roster, editions: Sequence[Edition], checkpoint_ids: Sequence[CheckpointId] = ()
) -> Edition | None:
    """The newest edition, if what hangs at these checkpoints (none: at all) is still as it was published."""
    latest = newest(editions)
    if latest is None:
        return None
    now = check_codes(roster)
    asked = set(checkpoint_ids) or set(now) | set(latest.check_codes)
    same = all(now.get(c) == latest.check_codes.get(c) for c in asked)
    return latest if same else None


def compared_with(editions: Sequence[Edition], shown: Edition | None, since: int | None = None) -> Edition:
    """The edition a change sheet stands beside: the one asked for; else the newest, where it no longer holds; else
    the one before it, or where there is none the newest itself.

    `shown` is what `edition_shown` says. Raises DomainError (NOT_PUBLISHED, UNKNOWN_EDITION).
    """
    latest = newest(editions)
    if latest is None:
        raise DomainError(ErrorCode.NOT_PUBLISHED)
    if since is not None:
        asked = next((e for e in editions if e.number == since), None)
        if asked is None:
            raise DomainError(ErrorCode.UNKNOWN_EDITION, number=since, newest=latest.number)
        return asked
    before = newest(editions, before=latest.number)
    return before if shown and before else latest
