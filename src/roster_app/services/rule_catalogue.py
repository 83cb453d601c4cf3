"""The catalogue of rules a team can add: by group, each with the entry it begins with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roster_app.domain.book import (
    HOLIDAYS,
    NIGHTS,
    WEEKENDS,
    AmountLimit,
    Apart,
    Continuity,
    Cover,
    Days,
    DutyClass,
    Entry,
    Fairness,
    FixedRotation,
    HomeArea,
    LeaderEachShift,
    Measure,
    MinRest,
    Mix,
    NewWithExperienced,
    NotAlone,
    RestAfterRun,
    RunLimit,
    Squad,
    Stability,
    Succession,
    Together,
    Trait,
    TurnQueue,
    WeeklyRest,
    WholeWeekends,
    Window,
    Wishes,
)
from roster_app.domain.ids import ShiftTypeId
from roster_app.domain.team import Directory
from roster_app.services.rule_weights import Weight, with_weight

_HOUR = 60


class Group(StrEnum):
    """Under which heading a rule is found."""

    COVER = "cover"
    AMOUNTS = "amounts"
    REST = "rest"
    SUCCESSION = "succession"
    PEOPLE = "people"
    PLACES = "places"
    FAIRNESS = "fairness"
    TURNS = "turns"
    STABILITY = "stability"


class Need(StrEnum):
    """What a team must have before a rule can be said of it."""

    CREW = "crew"
    TWO_PEOPLE = "two_people"
    SHIFT_TYPE = "shift_type"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Recipe:
    """One line of the catalogue; `services.words.recipes` names and explains it by its key."""

    key: str
    group: Group
    make: Callable[[Directory, date], Entry]
    """What it begins with for a team on a day; asked only where the team has what is needed."""
    need: Need = Need.NOTHING

    def is_possible(self, directory: Directory) -> bool:
        """Whether the team has what it needs."""
        return {
            Need.CREW: bool(directory.crews) and bool(directory.shift_types),
            Need.TWO_PEOPLE: len(directory.volunteers) > 1,
            Need.SHIFT_TYPE: bool(directory.shift_types),
            Need.NOTHING: True,
        }[self.need]


def recipe_of(entry: Entry) -> Recipe:
    """The line of the catalogue an entry is most like: of its family, and about the same."""
    of_family = [r for r in RECIPES if r.key in _KEYS_OF[type(entry)]]
    return next((r for r in of_family if _is_like(r, entry)), of_family[0])


def _is_like(recipe: Recipe, entry: Entry) -> bool:
    match entry:
        case AmountLimit():
            return recipe.key == _amount_key(entry)
        case RunLimit():
            return recipe.key == ("days_off_in_a_row" if entry.off else _by_night(entry.of, "nights", "days"))
        case Mix():
            return recipe.key == f"mix_{entry.by.value}"
        case Fairness():
            return recipe.key == _share_key(entry)
        case _:
            return True


def _amount_key(entry: AmountLimit) -> str:
    if entry.measure is Measure.MINUTES:
        return f"hours_{entry.window.value}"
    if entry.measure is Measure.WEEKENDS:
        return "weekends"
    return "nights" if entry.of.nights else "shifts_of_a_type" if entry.of.shift_types else "duties"


def _by_night(of: DutyClass, nights: str, days: str) -> str:
    return f"{nights if of.nights else days}_in_a_row"


def _share_key(entry: Fairness) -> str:
    if entry.measure is Measure.MINUTES:
        return "fair_hours"
    return {NIGHTS: "fair_nights", WEEKENDS: "fair_weekends", HOLIDAYS: "fair_holidays"}.get(entry.of, "fair_unpopular")


def _hardest(directory: Directory) -> DutyClass:
    """The shift type that begins last: the one most teams find hardest to fill."""
    last = max(directory.shift_types, key=lambda s: s.start, default=None)
    return DutyClass(shift_types=frozenset({last.id})) if last else NIGHTS


def _earliest(directory: Directory) -> DutyClass:
    """The shift type of the morning, to follow after a night."""
    morning = [s for s in directory.shift_types if s.start >= 4 * _HOUR] or list(directory.shift_types)
    return DutyClass(shift_types=frozenset({min(morning, key=lambda s: s.start).id}))


def usual_cycles(directory: Directory) -> list[tuple[ShiftTypeId | None, ...]]:
    """Cycles found in the field, of each pattern, its shifts in order of the day.

    四班三运转 as 早早中中夜夜休休 and 早中夜休; 四班两运转 as 白夜休休; of a single shift, every fourth day.
    """
    found: list[tuple[ShiftTypeId | None, ...]] = []
    for pattern in directory.patterns:
        steps = tuple(sorted(pattern.shift_type_ids, key=lambda s: _from_morning(directory, s)))
        if len(steps) >= 3:
            found += [(*(s for step in steps for s in (step, step)), None, None), (*steps, None)]
        else:
            found.append((*steps, *[None] * (4 - len(steps))))
    return list(dict.fromkeys(found)) or [(directory.shift_types[0].id, None, None, None)]


def _from_morning(directory: Directory, shift_type_id: ShiftTypeId) -> int:
    """A shift that begins before four in the morning is the night of the day before."""
    start = directory.shift_type[shift_type_id].start
    return start if start >= 4 * _HOUR else start + 24 * _HOUR


def _wish(entry: Entry, weight: Weight = Weight.NORMAL) -> Entry:
    return with_weight(entry, weight)


RECIPES: tuple[Recipe, ...] = (
    Recipe("cover", Group.COVER, lambda d, day: Cover()),
    Recipe("hours_day", Group.AMOUNTS, lambda d, day: AmountLimit(Measure.MINUTES, Window.DAY, most=12 * _HOUR)),
    Recipe("hours_week", Group.AMOUNTS, lambda d, day: AmountLimit(Measure.MINUTES, Window.WEEK, most=48 * _HOUR)),
    Recipe(
        "hours_seven_days",
        Group.AMOUNTS,
        lambda d, day: AmountLimit(Measure.MINUTES, Window.SEVEN_DAYS, most=48 * _HOUR),
    ),
    Recipe("hours_period", Group.AMOUNTS, lambda d, day: AmountLimit(Measure.MINUTES, Window.PERIOD, most=160 * _HOUR)),
    Recipe("duties", Group.AMOUNTS, lambda d, day: AmountLimit(Measure.DUTIES, Window.WEEK, most=5)),
    Recipe("nights", Group.AMOUNTS, lambda d, day: AmountLimit(Measure.DUTIES, Window.PERIOD, most=8, of=NIGHTS)),
    Recipe("weekends", Group.AMOUNTS, lambda d, day: AmountLimit(Measure.WEEKENDS, Window.PERIOD, most=2)),
    Recipe(
        "shifts_of_a_type",
        Group.AMOUNTS,
        lambda d, day: AmountLimit(Measure.DUTIES, Window.PERIOD, most=8, of=_hardest(d)),
        Need.SHIFT_TYPE,
    ),
    Recipe("min_rest", Group.REST, lambda d, day: MinRest(24 * _HOUR, after=NIGHTS)),
    Recipe("weekly_rest", Group.REST, lambda d, day: WeeklyRest()),
    Recipe("days_in_a_row", Group.REST, lambda d, day: _wish(RunLimit(most=5))),
    Recipe("nights_in_a_row", Group.REST, lambda d, day: _wish(RunLimit(most=2, of=NIGHTS))),
    Recipe("days_off_in_a_row", Group.REST, lambda d, day: _wish(RunLimit(least=2, off=True))),
    Recipe("rest_after_run", Group.REST, lambda d, day: RestAfterRun(3, 2, of=NIGHTS)),
    Recipe("whole_weekends", Group.REST, lambda d, day: _wish(WholeWeekends())),
    Recipe("succession", Group.SUCCESSION, lambda d, day: Succession(NIGHTS, _earliest(d)), Need.SHIFT_TYPE),
    Recipe(
        "rotation",
        Group.SUCCESSION,
        lambda d, day: FixedRotation(d.crews[0].id, usual_cycles(d)[0], day),
        Need.CREW,
    ),
    Recipe("leader", Group.PEOPLE, lambda d, day: LeaderEachShift(NIGHTS)),
    Recipe("not_alone", Group.PEOPLE, lambda d, day: NotAlone()),
    Recipe("together", Group.PEOPLE, lambda d, day: Together(frozenset()), Need.TWO_PEOPLE),
    Recipe("apart", Group.PEOPLE, lambda d, day: Apart(frozenset()), Need.TWO_PEOPLE),
    Recipe("new_people", Group.PEOPLE, lambda d, day: NewWithExperienced()),
    Recipe("mix_gender", Group.PEOPLE, lambda d, day: _wish(Mix(Trait.GENDER))),
    Recipe("mix_affiliation", Group.PEOPLE, lambda d, day: _wish(Mix(Trait.AFFILIATION))),
    Recipe("squad", Group.PEOPLE, lambda d, day: Squad(d.crews[0].id), Need.CREW),
    Recipe("home_area", Group.PLACES, lambda d, day: _wish(HomeArea(), Weight.SLIGHT)),
    Recipe("continuity", Group.PLACES, lambda d, day: _wish(Continuity(), Weight.SLIGHT)),
    Recipe("fair_hours", Group.FAIRNESS, lambda d, day: Fairness(Measure.MINUTES, 1)),
    Recipe("fair_nights", Group.FAIRNESS, lambda d, day: Fairness(Measure.DUTIES, 480, NIGHTS)),
    Recipe("fair_weekends", Group.FAIRNESS, lambda d, day: Fairness(Measure.DUTIES, 300, WEEKENDS, Days.OWN_DAYS)),
    Recipe("fair_holidays", Group.FAIRNESS, lambda d, day: Fairness(Measure.DUTIES, 480, HOLIDAYS, Days.OWN_DAYS)),
    Recipe(
        "fair_unpopular",
        Group.FAIRNESS,
        lambda d, day: Fairness(Measure.DUTIES, 240, _hardest(d), Days.OWN_DAYS),
        Need.SHIFT_TYPE,
    ),
    Recipe("statements", Group.FAIRNESS, lambda d, day: Wishes()),
    Recipe(
        "turns",
        Group.TURNS,
        lambda d, day: TurnQueue(HOLIDAYS, tuple(v.id for v in d.volunteers)),
        Need.TWO_PEOPLE,
    ),
    Recipe("stability", Group.STABILITY, lambda d, day: Stability(240, 960)),
)
"""In the order the catalogue shows them."""

_KEYS_OF: dict[type[Entry], tuple[str, ...]] = {
    Cover: ("cover",),
    AmountLimit: (
        *("hours_day", "hours_week", "hours_seven_days", "hours_period"),
        *("duties", "nights", "weekends", "shifts_of_a_type"),
    ),
    MinRest: ("min_rest",),
    WeeklyRest: ("weekly_rest",),
    RunLimit: ("days_in_a_row", "nights_in_a_row", "days_off_in_a_row"),
    RestAfterRun: ("rest_after_run",),
    WholeWeekends: ("whole_weekends",),
    Succession: ("succession",),
    FixedRotation: ("rotation",),
    LeaderEachShift: ("leader",),
    NotAlone: ("not_alone",),
    Together: ("together",),
    Apart: ("apart",),
    NewWithExperienced: ("new_people",),
    Mix: ("mix_gender", "mix_affiliation"),
    Squad: ("squad",),
    HomeArea: ("home_area",),
    Continuity: ("continuity",),
    Fairness: ("fair_hours", "fair_nights", "fair_weekends", "fair_holidays", "fair_unpopular"),
    Wishes: ("statements",),
    TurnQueue: ("turns",),
    Stability: ("stability",),
}
