"""What a search may touch: the duties it plans, those it leaves alone, and how that is said in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Origin, Proposal, Roster, RosterPeriod
from roster_app.domain.team import Directory, TeamRules
from roster_app.i18n import _, ngettext
from roster_app.services.words import day_words, duration

_BY_HAND = frozenset({Origin.HAND, Origin.SUBSTITUTION})


class Reach(Enum):
    """How much of the period is planned."""

    WHOLE = "whole"
    VACANCIES = "vacancies"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the first and the last of the `days` (None: the whole period); `only_vacant` leaves whoever
    stands, `keep_hand` what was put down by hand."""

    days: tuple[date, date] | None = None
    only_vacant: bool = False
    keep_hand: bool = True

    def stretch(self, period: RosterPeriod) -> tuple[date, date]:
        """The first and the last day planned."""
        return self.days or (period.first, period.last)


def days_ahead(period: RosterPeriod, today: date) -> tuple[date, date]:
    """The days of a period that are not over yet; all of one that is over, or has not begun."""
    return (today if period.first < today <= period.last else period.first), period.last


@dataclass(frozen=True, slots=True)
class Reached:
    """The duties planned, and the held ones left alone, by why."""

    planned: frozenset[DutyId]
    locked: int
    by_hand: int
    held: int
    vacancies: int


def reached(roster: Roster, request: Request) -> Reached:
    """Sort every duty of the period into those planned and those kept."""
    planned: set[DutyId] = set()
    locked = by_hand = held = vacancies = 0
    first, last = request.stretch(roster.period)
    for duty in roster.plan.duties:
        assignment = roster.assignments.get(duty.id)
        if not first <= roster.plan.shift_of(duty.id).day <= last:
            held += assignment is not None
        elif assignment is None:
            planned.add(duty.id)
            vacancies += 1
        elif assignment.locked:
            locked += 1
        elif request.keep_hand and assignment.origin in _BY_HAND:
            by_hand += 1
        elif request.only_vacant:
            held += 1
        else:
            planned.add(duty.id)
    return Reached(frozenset(planned), locked, by_hand, held, vacancies)


def planned_words(found: Reached, people: int) -> str:
    """336 个岗次，含 1 个空缺；60 名队员."""
    count = len(found.planned)
    duties = ngettext("{count} duty", "{count} duties", count).format(count=count)
    vacant = ngettext("{count} of them vacant", "{count} of them vacant", found.vacancies).format(count=found.vacancies)
    team = ngettext("{count} volunteer", "{count} volunteers", people).format(count=people)
    return _("{duties}, {vacant}; {team}").format(duties=duties, vacant=vacant, team=team)


def kept_words(found: Reached) -> str:
    """锁定 14 班、手排 20 班，一班不动."""
    parts = [
        (found.locked, ngettext("{count} locked duty", "{count} locked duties", found.locked)),
        (found.by_hand, ngettext("{count} put down by hand", "{count} put down by hand", found.by_hand)),
        (found.held, ngettext("{count} other duty held", "{count} other duties held", found.held)),
    ]
    words = counted(parts)
    return _("{words}: none of them moves").format(words=words) if words else _("Nothing is locked or put down by hand")


def counted(parts: Iterable[tuple[int, str]]) -> str:
    """锁定 14 班、手排 20 班: each text with its count, those that count anything."""
    return _(", ").join(text.format(count=count) for count, text in parts if count)


def respected_words(directory: Directory, days: tuple[date, ...]) -> str:
    """间隔 ≥ 12 小时、每周 ≤ 48 小时、连续 ≤ 6 天、请假 4 人、岗位资质；夜班、周末、节假日按应排份额."""
    rules = directory.rules
    words = [_("rest ≥ {limit}").format(limit=duration(rules.min_rest_minutes)), *_limits(rules)]
    away = {leave.volunteer_id for leave in directory.leaves if any(d in days for d in leave.span.days())}
    if away:
        words.append(ngettext("{count} person on leave", "{count} people on leave", len(away)).format(count=len(away)))
    words.append(_("qualifications"))
    if rules.entries:
        count = len(rules.entries)
        words.append(ngettext("{count} more rule", "{count} more rules", count).format(count=count))
    return _("{rules}; nights, weekends and holidays by fair share").format(rules=_(", ").join(words))


def _limits(rules: TeamRules) -> list[str]:
    words = []
    if rules.max_week_minutes is not None:
        words.append(_("≤ {limit} a week").format(limit=duration(rules.max_week_minutes)))
    if rules.max_consecutive_days is not None:
        words.append(
            ngettext("≤ {limit} day in a row", "≤ {limit} days in a row", rules.max_consecutive_days).format(
                limit=rules.max_consecutive_days
            )
        )
    return words


def stretch_words(roster: Roster, request: Request, places: int) -> str:
    """4月15日–4月30日 · 4 处."""
    first, last = request.stretch(roster.period)
    where = ngettext("{count} place", "{count} places", places).format(count=places)
    return f"{day_words(first)} – {day_words(last)} · {where}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What accepting would do to the roster."""

    filled: int
    exchanged: int
    emptied: int

    @property
    def total(self) -> int:
        return self.filled + self.exchanged + self.emptied


def difference(roster: Roster, proposal: Proposal) -> Difference:
    """Count the duties that would change hands; locked ones never do."""
    filled = exchanged = emptied = 0
    for duty in roster.plan.duties:
        assignment, wanted = roster.assignments.get(duty.id), proposal.assignments.get(duty.id)
        if (assignment is not None and assignment.locked) or roster.holder(duty.id) == wanted:
            continue
        filled += assignment is None
        emptied += wanted is None
        exchanged += assignment is not None and wanted is not None
    return Difference(filled, exchanged, emptied)


def difference_words(found: Difference) -> str:
    """将改 312 处：新排 300、换人 10、撤下 2."""
    parts = [
        (found.filled, ngettext("{count} filled", "{count} filled", found.filled)),
        (found.exchanged, ngettext("{count} given to others", "{count} given to others", found.exchanged)),
        (found.emptied, ngettext("{count} left vacant", "{count} left vacant", found.emptied)),
    ]
    words = counted(parts)
    if not words:
        return _("The proposal is the roster as it stands")
    count = ngettext("{count} duty changes", "{count} duties change", found.total).format(count=found.total)
    return _("{count}: {words}").format(count=count, words=words)
