"""How the log speaks of its hand-overs and items."""

from __future__ import annotations

from roster_app.domain.hand_over import HandOver, OpenItem, SupplyCount
from roster_app.domain.reliefs import Relief
from roster_app.i18n import _
from roster_app.services.hand_overs import OpenLog
from roster_app.services.words import date_words, moment


def relief_words(log: OpenLog, relief: Relief) -> str:
    """4月6日 周一 08:00 · 夜班 → 早班."""
    day = date_words(relief.moment.date())
    shifts = _("{outgoing} → {incoming}").format(
        outgoing=log.shift_name(relief.outgoing), incoming=log.shift_name(relief.incoming) or "…"
    )
    return _("{day} {clock} · {shifts}").format(day=day, clock=f"{relief.moment:%H:%M}", shifts=shifts)


def item_words(item: OpenItem) -> str:
    """Who sees to it, since when, and when it was done."""
    since = f"{moment(item.raised_at)} {item.raised_in}".rstrip()
    parts = [item.owner or _("nobody named"), _("since {moment}").format(moment=since)]
    if item.done_at is not None:
        parts.append(_("done {moment}").format(moment=f"{moment(item.done_at)} {item.done_by}".rstrip()))
    return " · ".join(parts)


def count_words(count: SupplyCount | None) -> str:
    """20 · 4月6日 08:00."""
    if count is None:
        return _("not counted yet")
    return _("{count} · {moment}").format(count=count.count, moment=moment(count.at))


def missing_words(noted: HandOver | None) -> str:
    """Whose signature is missing."""
    if noted is None or (noted.signed_at is None and noted.acknowledged_at is None):
        return _("nobody has signed")
    if noted.signed_at is None:
        return _("not handed over")
    return _("not taken over") if noted.acknowledged_at is None else _("signed by both")
