"""What a coordinator typed for paper, as a sheet of one profile may say it, and what is withheld by it."""

from dataclasses import replace

from roster_app.domain.hand_over import Log
from roster_app.domain.privacy import Privacy, Profile
from roster_app.services.sheets.orders import SheetOrder


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


def withheld_phones(privacy: Privacy) -> tuple[str, ...]:
    """Of duty phones that are printed otherwise than they are written."""
    from roster_app.printing.notices import DutyPhoneWithheld

    masked = privacy.profile is Profile.POSTED
    return tuple(
        DutyPhoneWithheld(number, tuple(v.name for v in privacy.owners(number)), masked).words()
        for number in privacy.duty_phones_changed
    )
