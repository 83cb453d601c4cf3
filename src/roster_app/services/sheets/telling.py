"""What a coordinator typed for paper, as a sheet of one profile may say it, and what is withheld by it."""

from dataclasses import replace

from roster_app.domain.hand_over import Log
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.team import Directory
from roster_app.printing.list_columns import ListColumn
from roster_app.services.sheets.orders import SheetOrder

_PEOPLES_PHONES = frozenset({ListColumn.LEADER_PHONE, ListColumn.HEAD_PHONE})
_SHARED = frozenset({SheetKind.PEOPLE, SheetKind.CONTACTS})
"""Kinds whose pages are of all checkpoints asked for."""
_MAY_SHARE = frozenset({SheetKind.WALL, SheetKind.CHANGE, SheetKind.SLIPS})
"""Kinds whose pages, or strips, are of one or of several."""


def order_as_told(order: SheetOrder, privacy: Privacy) -> SheetOrder:
    """The names that were typed, as the sheet may say them."""
    return replace(
        order,
        duty_leader=privacy.signature(order.duty_leader),
        made_by=privacy.signature(order.made_by),
        reviewed_by=privacy.signature(order.reviewed_by),
    )


def log_as_told(log: Log, privacy: Privacy) -> Log:
    """The hand-over log as the sheet may say it: names of owners and leaders, and whoever is named in an item."""
    words = privacy.signature
    return replace(
        log,
        items=tuple(
            replace(item, text=words(item.text), owner=words(item.owner), raised_in=words(item.raised_in))
            for item in log.items
        ),
        hand_overs=tuple(
            replace(h, anomalies=words(h.anomalies), outgoing=words(h.outgoing), incoming=words(h.incoming))
            for h in log.hand_overs
        ),
        counts=tuple(replace(count, item=words(count.item), unit=words(count.unit)) for count in log.counts),
        kinds=log.kinds and tuple(replace(kind, name=words(kind.name), unit=words(kind.unit)) for kind in log.kinds),
    )


def columns_told(order: SheetOrder) -> tuple[ListColumn, ...]:
    """The columns asked for, without those that a public notice would leave empty."""
    if order.shown_as is not Profile.PUBLIC:
        return order.columns
    return tuple(column for column in order.columns if column not in _PEOPLES_PHONES)


def withheld_phones(order: SheetOrder, privacy: Privacy) -> tuple[str, ...]:
    """Of the duty phones on these sheets those that are printed otherwise than they are written."""
    from roster_app.printing.notices import DutyPhoneWithheld

    shown = _phones_on(order, privacy.directory)
    masked = privacy.profile is Profile.POSTED
    return tuple(
        DutyPhoneWithheld(number, tuple(v.name for v in privacy.owners(number)), masked).words()
        for number in privacy.duty_phones_changed
        if number in shown
    )


def _phones_on(order: SheetOrder, directory: Directory) -> frozenset[str]:
    """As they are written: a page of one checkpoint has its own if there is one, any other the team's."""
    known = (directory.checkpoint[c] for c in order.checkpoint_ids if c in directory.checkpoint)
    chosen = tuple(known) or directory.checkpoints_in_order
    together = frozenset((directory.team.duty_phone,))
    if len(chosen) != 1 and order.kind in _SHARED:
        return together
    each = frozenset(checkpoint.phone or directory.team.duty_phone for checkpoint in chosen)
    return each | together if len(chosen) != 1 and order.kind in _MAY_SHARE else each
