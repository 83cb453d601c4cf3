"""The page's findings in words: what a pattern does not reach, how many people a day takes, what was moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import AreaId, PatternId, PeriodId, QualificationId
from roster_app.domain.places import Hue, Post, ShiftType
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.team import Directory
from roster_app.gui.places.staffing import (
    day_types_that_differ,
    duties_a_day,
    people_a_shift,
    staffed_day,
    unreached,
)
from roster_app.gui.places.tiling import Overlap, joined_gaps, overlaps
from roster_app.gui.widgets import text_of_minutes
from roster_app.i18n import _, ngettext, pgettext
from roster_app.services.words import day_type_name, duration, period_title


def listed(words: Iterable[str]) -> str:
    """甲、乙、丙."""
    return _(", ").join(words)


def time_words(start: int, end: int) -> str:
    """22:30–次日 06:30."""
    return f"{text_of_minutes(start)}–{text_of_minutes(end)}"


def people_words(posts: Sequence[Post], shift_types: Sequence[ShiftType]) -> str:
    """每班 2–3 人 · 每天 8 个岗次; empty where nobody is wanted."""
    counts = [count for count in people_a_shift(posts, shift_types) if count]
    if not counts:
        return ""
    low, high = min(counts), max(counts)
    if low == high:
        shift = ngettext("{count} person a shift", "{count} people a shift", high).format(count=high)
    else:
        shift = _("{low}–{high} people a shift").format(low=low, high=high)
    duties = duties_a_day(posts, shift_types)
    day = ngettext("{count} duty a day", "{count} duties a day", duties).format(count=duties)
    return f"{shift} · {day}"


def unreached_sentences(posts: Sequence[Post], shift_types: Sequence[ShiftType]) -> tuple[str, ...]:
    """One sentence for each time at which people are wanted and no shift gives them; none where all is reached.

    Where the days differ, a sentence that holds for some of them begins with their names.
    """
    kinds = day_types_that_differ(posts) or (DayType.WORKDAY,)
    found: dict[tuple[int, int, int], list[DayType]] = {}
    for kind in kinds:
        for gap in unreached(staffed_day(posts, shift_types, kind)):
            found.setdefault(gap, []).append(kind)
    return tuple(_unreached_sentence(gap, found[gap], len(kinds)) for gap in sorted(found))


def _unreached_sentence(gap: tuple[int, int, int], kinds: Sequence[DayType], of: int) -> str:
    start, end, wanted = gap
    told = ngettext(
        "{times}: {count} person wanted, no shift", "{times}: {count} people wanted, no shift", wanted
    ).format(times=time_words(start, end), count=wanted)
    if len(kinds) == of:
        return told
    return _("{days} {told}").format(days=listed(day_type_name(kind) for kind in kinds), told=told)


def state_of_place(posts: Sequence[Post], shift_types: Sequence[ShiftType], has_pattern: bool) -> tuple[str, str]:
    """How a checkpoint stands, as a sentence and its tone: "good", "look" or "" for a plain fact."""
    if not posts:
        return _("No post yet: nobody is wanted here."), "look"
    if not any(post.most for post in posts):
        return _("Nobody is wanted here."), ""
    if not has_pattern:
        return _("No shift pattern yet: nobody can be rostered here."), "look"
    missing = unreached_sentences(posts, shift_types)
    if missing:
        return "\n".join(missing), "look"
    return _("The shifts reach every minute people are wanted."), "good"


def tiling_sentences(shift_types: Sequence[ShiftType]) -> tuple[str, ...]:
    """What a pattern leaves open and where its shifts overlap; none where they tile the day."""
    open_times = [_("{times} has no shift").format(times=time_words(*gap)) for gap in joined_gaps(shift_types)]
    return (*open_times, *(_overlap_sentence(overlap) for overlap in overlaps(shift_types)))


def state_of_pattern(shift_types: Sequence[ShiftType]) -> tuple[str, str]:
    """How a pattern tiles the day, a sentence a line, and its tone: "good" or "look"."""
    if not shift_types:
        return _("No shift yet."), "look"
    found = tiling_sentences(shift_types)
    return ("\n".join(found), "look") if found else (_("The shifts tile the whole day, minute to minute."), "good")


def used_by_words(pattern_id: PatternId, directory: Directory) -> str:
    """用于 宋屋村卡口、横岗卡口."""
    names = [c.name for c in directory.checkpoints_in_order if c.pattern_id == pattern_id]
    if not names:
        return _("Not in use yet")
    return _("For {names}").format(names=listed(names))


def _overlap_sentence(overlap: Overlap) -> str:
    times, length = time_words(overlap.start, overlap.end), duration(overlap.end - overlap.start)
    if overlap.first == overlap.second:
        return _("{name} is still running for {length} when the next one begins").format(
            name=overlap.first.name, length=length
        )
    return _("{times} {first} and {second} overlap for {length}").format(
        times=times, first=overlap.first.name, second=overlap.second.name, length=length
    )


def hue_name(hue: Hue) -> str:
    """The colour's name, for those who do not see it."""
    return {
        Hue.EARLY: _("Amber"),
        Hue.MIDDLE: _("Green"),
        Hue.NIGHT: _("Blue"),
        Hue.DAY: _("Teal"),
        Hue.OTHER: _("Violet"),
    }[hue]


def rosters_named(periods: Iterable[RosterPeriod], touched: Iterable[PeriodId]) -> str:
    """2020年4月、2020年5月."""
    known = set(touched)
    return listed(period_title(p.first, p.last) for p in periods if p.id in known)


def place_field_name(field: str) -> str:
    """A checkpoint's field as the form calls it."""
    return {
        "name": pgettext("of a thing", "Name"),
        "kind": _("Kind"),
        "area": _("Area"),
        "pattern": _("Pattern"),
        "phone": _("Duty phone"),
        "address": _("Address"),
        "posts": _("Posts"),
    }[field]


def area_users(area_id: AreaId, directory: Directory) -> str:
    """2 处卡口、18 名队员."""
    checkpoints = sum(c.area_id == area_id for c in directory.checkpoints)
    volunteers = sum(v.area_id == area_id for v in directory.volunteers)
    return listed([*_some_checkpoints(checkpoints), *_some_volunteers(volunteers)])


def qualification_users(qualification_id: QualificationId, directory: Directory) -> str:
    """3 个岗位、20 名队员."""
    posts = sum(qualification_id in post.requires for post in directory.posts)
    volunteers = sum(qualification_id in v.qualifications for v in directory.volunteers)
    required = [ngettext("{count} post", "{count} posts", posts).format(count=posts)] if posts else []
    return listed([*required, *_some_volunteers(volunteers)])


def _some_checkpoints(count: int) -> list[str]:
    return [ngettext("{count} checkpoint", "{count} checkpoints", count).format(count=count)] if count else []


def _some_volunteers(count: int) -> list[str]:
    return [ngettext("{count} volunteer", "{count} volunteers", count).format(count=count)] if count else []
