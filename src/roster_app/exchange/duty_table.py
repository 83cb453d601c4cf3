"""A roster as a plain table, a row for each duty: for CSV and for other programs."""

from roster_app.domain.timespan import minute_of
from roster_app.exchange.book_order import BookOrder
from roster_app.exchange.volunteers_out import Table
from roster_app.i18n import _


def duty_table(order: BookOrder) -> Table:
    """Every duty by day, place, time and post; an end on a later day is written as 08:00+1, a vacancy as nothing."""
    headings = (
        _("Date"), _("Weekday"), _("Checkpoint"), _("Shift"), _("Start"), _("End"), _("Post"), _("Seat"), _("On duty"),
    )  # fmt: skip
    rows = []
    for duty in order.duties:
        shift, holder = order.shift(duty), order.roster.holder(duty.id)
        rows.append(
            (
                shift.day.isoformat(),
                order.weekday(shift.day),
                order.directory.checkpoint[shift.checkpoint_id].name,
                order.directory.shift_type[shift.shift_type_id].name,
                _clock(minute_of(duty.span.start, shift.day)),
                _clock(minute_of(duty.span.end, shift.day)),
                order.directory.post[duty.post_id].name,
                str(duty.seat),
                order.directory.name[holder] if holder else "",
            )
        )
    return [headings, *rows]


def _clock(minute: int) -> str:
    days, rest = divmod(minute, 24 * 60)
    return f"{rest // 60:02}:{rest % 60:02}" + (f"+{days}" if days else "")
