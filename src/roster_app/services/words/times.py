"""Days, times and lengths of time in words."""

from datetime import date, datetime

from roster_app.domain.timespan import DAY_MINUTES, MINUTE, Span, at
from roster_app.i18n import _

HOUR = 60


def weekday(day: date) -> str:
    """周一 … 周日."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]


def _month(day: date) -> str:
    names = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return names[day.month - 1]


def day_words(day: date) -> str:
    """4月6日."""
    return _("{month} {day}").format(month=_month(day), day=day.day)


def date_words(day: date) -> str:
    """4月6日 周一."""
    return _("{weekday} {day}").format(day=day_words(day), weekday=weekday(day))


def period_title(first: date, last: date) -> str:
    """2020年4月 for a whole month, else the first and the last day."""
    if first.day == 1 and first.month == last.month and first.year == last.year and _is_month_end(last):
        return _("{month} {year}").format(month=_month(first), year=first.year)
    return _("{first} – {last} {year}").format(first=day_words(first), last=day_words(last), year=last.year)


def _is_month_end(day: date) -> bool:
    return (at(day, DAY_MINUTES)).day == 1


def clock(minute: int) -> str:
    """Minutes from midnight as 08:00; the end of a day is 24:00, and later minutes say that they are the next day's."""
    if minute > DAY_MINUTES:
        return _("{clock} next day").format(clock=clock(minute - DAY_MINUTES))
    return f"{minute // HOUR:02d}:{minute % HOUR:02d}"


def moment(when: datetime) -> str:
    """4月6日 08:00."""
    return _("{day} {clock}").format(day=day_words(when.date()), clock=f"{when:%H:%M}")


def span_words(span: Span) -> str:
    """4月6日 08:00–16:00; a span over midnight ends at 24:00, at a time of the next day, or with its own date."""
    first = span.start.date()
    end = (span.end - at(first, 0)) // MINUTE
    if end <= 2 * DAY_MINUTES:
        return _("{start}–{end}").format(start=moment(span.start), end=clock(end))
    return _("{start} – {end}").format(start=moment(span.start), end=moment(span.end))


def clock_times(span: Span) -> str:
    """22:00–02:00: where the day is known."""
    return f"{span.start:%H:%M}–{span.end:%H:%M}"


def duration(minutes: int) -> str:
    """8 小时, 7 小时 30 分钟, 45 分钟."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
