"""Every family an entry can belong to, by its name."""

from collections.abc import Mapping

from roster_app.domain.book.crews import Apart, LeaderEachShift, Mix, NewWithExperienced, NotAlone, Squad, Together
from roster_app.domain.book.entry import Entry
from roster_app.domain.book.lines import (
    AmountLimit,
    FixedRotation,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
    WeeklyRest,
    WholeWeekends,
)
from roster_app.domain.book.wishes import (
    Continuity,
    Cover,
    Fairness,
    HomeArea,
    Stability,
    TurnQueue,
    Wishes,
)

FAMILIES: Mapping[str, type[Entry]] = {
    family.__name__: family
    for family in (
        *(Cover, MinRest, WeeklyRest, AmountLimit, RunLimit, RestAfterRun, Succession, WholeWeekends, FixedRotation),
        *(LeaderEachShift, NotAlone, Together, Apart, NewWithExperienced, Mix, Squad),
        *(Fairness, Wishes, HomeArea, Continuity, TurnQueue, Stability),
    )
}
