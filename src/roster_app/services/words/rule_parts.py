"""Parts of a rule's sentence: which duties, whom, how much, how heavily."""

from collections.abc import Collection

from roster_app.domain.book import DutyClass, Entry, Measure, Window
from roster_app.domain.calendar import DayType
from roster_app.domain.ids import CrewId, VolunteerId
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.rule_weights import Weight, weight_of
from roster_app.services.words.times import duration

_NAMES_SHOWN = 3


def duties_words(of: DutyClass, directory: Directory) -> str:
    """值班, 夜班, 横岗卡口法定节假日的早班 …"""
    words = _shifts(of, directory)
    if of.posts:
        posts = dict.fromkeys(p.name for p in directory.posts if p.id in of.posts)
        words = _("{duties} as {posts}").format(duties=words, posts=_(", ").join(posts))
    if of.day_types:
        days = _(", ").join(day_type_plural(t) for t in DayType if t in of.day_types)
        words = _("{duties} on {days}").format(duties=words, days=days)
    if of.checkpoints:
        places = _(", ").join(c.name for c in directory.checkpoints_in_order if c.id in of.checkpoints)
        words = _("{duties} at {places}").format(duties=words, places=places)
    return words


def _shifts(of: DutyClass, directory: Directory) -> str:
    shifts = _(", ").join(dict.fromkeys(s.name for s in directory.shift_types if s.id in of.shift_types))
    if shifts:
        template = _("night duties of the shift {shifts}") if of.nights else _("duties of the shift {shifts}")
        words = template.format(shifts=shifts)
    else:
        words = _("night duties") if of.nights else _("duties")
    return _("reserve {duties}").format(duties=words) if of.reserve else words


def day_type_plural(day_type: DayType) -> str:
    """工作日, 休息日 … in the middle of a sentence."""
    return {
        DayType.WORKDAY: _("workdays"),
        DayType.REST_DAY: _("rest days"),
        DayType.HOLIDAY: _("statutory holidays"),
        DayType.MAKEUP_WORKDAY: _("make-up workdays"),
    }[day_type]


def people_words(people: Collection[VolunteerId], directory: Directory) -> str:
    """陈志明、李秀英；of many the first three and how many more there are."""
    names = [directory.name[v.id] for v in directory.volunteers if v.id in people]
    shown = _(", ").join(names[:_NAMES_SHOWN])
    more = len(names) - _NAMES_SHOWN
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


def whom_words(entry: Entry, directory: Directory) -> str:
    """Whom the entry speaks of; empty where that is everybody."""
    return people_words(entry.people, directory)


def crew_words(crew_id: CrewId, directory: Directory) -> str:
    """一组."""
    return directory.crew[crew_id].name if crew_id in directory.crew else _("(unknown)")


def limits_words(least: int | None, most: int | None, measure: Measure | None = None) -> str:
    """at most 48 h, at least 2, exactly 8, 2 to 5."""
    told = duration if measure is Measure.MINUTES else str
    if least is not None and least == most:
        return _("exactly {amount}").format(amount=told(least))
    if least is None or most is None:
        if most is None:
            return _("at least {amount}").format(amount=told(least or 0))
        return _("at most {amount}").format(amount=told(most))
    return _("{least} to {most}").format(least=told(least), most=told(most))


def window_words(window: Window) -> str:
    """每天, 每周 …: the beginning of a sentence."""
    return {
        Window.DAY: _("Each day"),
        Window.SEVEN_DAYS: _("In any seven days"),
        Window.WEEK: _("Each week"),
        Window.PERIOD: _("In each roster"),
    }[window]


def days_words(count: int) -> str:
    """3 天."""
    return ngettext("{days} day", "{days} days", count).format(days=count)


def points_words(points: int) -> str:
    """240 分."""
    return ngettext("{count} point", "{count} points", points).format(count=points)


def weight_name(weight: Weight) -> str:
    """必须; 尽量 · 强 …"""
    return {
        Weight.MUST: _("Must"),
        Weight.STRONG: _("Wish · strong"),
        Weight.NORMAL: _("Wish · normal"),
        Weight.SLIGHT: _("Wish · slight"),
        Weight.OWN: _("Wish · own weight"),
        Weight.NOT_ASKED: _("Not asked"),
    }[weight]


def weight_words(entry: Entry) -> str:
    """How heavily the entry weighs; empty where it has several weights, which its sentence tells."""
    weight = weight_of(entry)
    if weight is None:
        return ""
    if weight is Weight.OWN:
        return _("Wish · {points}").format(points=points_words(getattr(entry, "points", 0)))
    return weight_name(weight)
