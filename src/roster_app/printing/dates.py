"""Dates and times on paper, in the language of the interface: 4月6日（星期一）, Mon 6 Apr."""

from datetime import date, datetime

from roster_app.i18n import _, pgettext


def day_words(day: date) -> str:
    """4月6日（星期一）, Mon 6 Apr."""
    return _("{weekday} {day} {month}").format(weekday=weekday_words(day), day=day.day, month=month_words(day))


def short_day_words(day: date) -> str:
    """4月6日, 6 Apr."""
    return _("{day} {month}").format(day=day.day, month=month_words(day))


def full_day_words(day: date) -> str:
    """2020年4月6日（星期一）, Mon 6 Apr 2020."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday_words(day), day=day.day, month=month_words(day), year=day.year
    )


def date_words(day: date) -> str:
    """2020年4月6日, 6 Apr 2020."""
    return _("{day} {month} {year}").format(day=day.day, month=month_words(day), year=day.year)


def period_words(first: date, last: date) -> str:
    """From the first to the last day, both included; the year once unless it changes."""
    if first == last:
        return full_day_words(first)
    begin, end = (day_words, full_day_words) if _year_last() else (full_day_words, day_words)
    if first.year != last.year:
        begin = end = full_day_words
    return _("{first} to {last}").format(first=begin(first), last=end(last))


def moment_words(moment: datetime) -> str:
    """2020年4月5日 18:00, 5 Apr 2020 18:00."""
    return _("{day} {month} {year} {time}").format(
        day=moment.day, month=month_words(moment), year=moment.year, time=f"{moment:%H:%M}"
    )


def clock_words(start: int, end: int) -> str:
    """08:00–16:00, 16:00–24:00, 22:30–06:30 from minutes after midnight, which may pass 1440."""
    return f"{_clock(start % 1440)}–{_clock(end if end == 1440 else end % 1440)}"


def weekday_words(day: date) -> str:
    """星期一, Mon."""
    return (
        pgettext("on paper", "Mon"),
        pgettext("on paper", "Tue"),
        pgettext("on paper", "Wed"),
        pgettext("on paper", "Thu"),
        pgettext("on paper", "Fri"),
        pgettext("on paper", "Sat"),
        pgettext("on paper", "Sun"),
    )[day.weekday()]


def narrow_weekday_words(day: date) -> str:
    """一, Mo."""
    return (
        pgettext("narrow, on paper", "Mo"),
        pgettext("narrow, on paper", "Tu"),
        pgettext("narrow, on paper", "We"),
        pgettext("narrow, on paper", "Th"),
        pgettext("narrow, on paper", "Fr"),
        pgettext("narrow, on paper", "Sa"),
        pgettext("narrow, on paper", "Su"),
    )[day.weekday()]


def month_words(day: date) -> str:
    """4月, Apr."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )[day.month - 1]


def _clock(minute: int) -> str:
    hours, minutes = divmod(minute, 60)
    return f"{hours:02}:{minutes:02}"


def _year_last() -> bool:
    """Whether the language writes the year after the day."""
    return full_day_words(date(2020, 1, 1)).rstrip().endswith("2020")
