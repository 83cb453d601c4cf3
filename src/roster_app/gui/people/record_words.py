"""What a person has done and will do, and has stated, in a few words."""

from __future__ import annotations

from collections.abc import Collection

from roster_app.domain.people import Availability, Leave
from roster_app.domain.records import PersonRecord
from roster_app.i18n import _, ngettext
from roster_app.services.words.times import duration, span_words


def over_words(record: PersonRecord) -> str:
    """12 duties, 96 h, 3 nights; nothing where there was none."""
    count = len(record.over)
    if not count:
        return ""
    duties = ngettext("{count} duty", "{count} duties", count).format(count=count)
    nights = ngettext("{count} night", "{count} nights", record.nights).format(count=record.nights)
    return _(", ").join([duties, duration(record.minutes), *([nights] if record.nights else [])])


def ahead_words(record: PersonRecord) -> str:
    """4 duties, the next on 4月8日周三 08:00–16:00; nothing where there is none."""
    count = len(record.ahead)
    if not count:
        return ""
    told = ngettext("{count} duty, the next on {when}", "{count} duties, the next on {when}", count)
    return told.format(count=count, when=span_words(record.ahead[0].span))


def stated_words(leaves: Collection[Leave], availabilities: Collection[Availability]) -> str:
    """How much was stated."""
    told = []
    if leaves:
        told.append(ngettext("{count} leave", "{count} leaves", len(leaves)).format(count=len(leaves)))
    if availabilities:
        count = len(availabilities)
        told.append(ngettext("{count} statement", "{count} statements", count).format(count=count))
    return _(", ").join(told)
