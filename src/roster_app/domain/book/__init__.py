"""The rule book: each rule a team can have as a value, hard or a wish with its points; checked in `domain.rules`."""

from roster_app.domain.book.crews import (
    Apart,
    LeaderEachShift,
    Mix,
    NewWithExperienced,
    NotAlone,
    Squad,
    Together,
    Trait,
)
from roster_app.domain.book.duty_class import ALL, HOLIDAYS, NIGHTS, WEEKENDS, DutyClass
from roster_app.domain.book.entry import CrewEntry, Entry, LineEntry, PersonalEntry
from roster_app.domain.book.lines import (
    AmountLimit,
    FixedRotation,
    Measure,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    WeeklyRest,
    WholeWeekends,
    Window,
)
from roster_app.domain.book.rule_book import UNFAIR, Book, rule_book
from roster_app.domain.book.wishes import (
    Continuity,
    Cover,
    Days,
    Fairness,
    HomeArea,
    Stability,
    TurnQueue,
    Wishes,
)

RuleEntry = Entry

__all__ = [
    "ALL",
    "HOLIDAYS",
    "NIGHTS",
    "UNFAIR",
    "WEEKENDS",
    "AmountLimit",
    "Apart",
    "Book",
    "Continuity",
    "Cover",
    "CrewEntry",
    "Days",
    "DutyClass",
    "Entry",
    "Fairness",
    "FixedRotation",
    "HomeArea",
    "LeaderEachShift",
    "LineEntry",
    "Measure",
    "MinRest",
    "Mix",
    "NewWithExperienced",
    "NotAlone",
    "PersonalEntry",
    "RestAfterRun",
    "RuleEntry",
    "RunLimit",
    "Squad",
    "Stability",
    "Succession",
    "Together",
    "Trait",
    "TurnQueue",
    "WeeklyRest",
    "WholeWeekends",
    "Window",
    "Wishes",
    "rule_book",
]
