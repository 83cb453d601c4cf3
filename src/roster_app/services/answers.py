"""Use cases that are questions: why empty, why this one, why not that one, who stands in, how many people.

Each gives a question for `Search.ask`; what comes back is worded by `services.words`.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.services.rostering import OpenRoster

if TYPE_CHECKING:
    from roster_app.engine.answers.emptiness import WhyEmpty
    from roster_app.engine.answers.forecast import HowMany
    from roster_app.engine.answers.repair import WhoStandsIn
    from roster_app.engine.answers.situation import Situation
    from roster_app.engine.answers.why_not import WhyNot
    from roster_app.engine.answers.why_this import WhyThis


def why_empty(opened: OpenRoster, seconds: float | None = None) -> "WhyEmpty":
    """Why are there vacancies, and what would fill them? Without `seconds` 2.5 to 20, by the number of duties."""
    from roster_app.engine.answers import Effort
    from roster_app.engine.answers.emptiness import WhyEmpty

    by_size = min(20.0, max(2.5, len(opened.roster.plan.duties) / 45))
    return WhyEmpty(_situation(opened), Effort(seconds or by_size))


def why_this(opened: OpenRoster, duty_id: DutyId) -> "WhyThis":
    """Why does the holder hold this duty, and who else could?"""
    from roster_app.engine.answers.why_this import WhyThis

    return WhyThis(_situation(opened), duty_id)


def why_not(opened: OpenRoster, duty_id: DutyId, volunteer_id: VolunteerId, seconds: float = 10) -> "WhyNot":
    """Why does this person not hold the duty, and what would it cost?"""
    from roster_app.engine.answers import Effort
    from roster_app.engine.answers.why_not import WhyNot

    return WhyNot(_situation(opened), duty_id, volunteer_id, Effort(seconds))


def who_stands_in(
    opened: OpenRoster, volunteer_id: VolunteerId, span: Span, now: datetime, seconds: float = 10
) -> "WhoStandsIn":
    """Who takes over while this person is away? What has begun by `now` no longer moves."""
    from roster_app.engine.answers import Effort
    from roster_app.engine.answers.repair import WhoStandsIn

    return WhoStandsIn(_situation(opened), volunteer_id, span, now, Effort(seconds))


def how_many(directory: Directory, first: date, weeks: int, seconds: float = 60) -> "HowMany":
    """How small a team of such people could keep the cover for so many weeks?"""
    from roster_app.engine.answers import Effort
    from roster_app.engine.answers.forecast import HowMany
    from roster_app.engine.search import Limits

    return HowMany(directory, first, weeks, Effort(seconds, Limits(seconds=max(1.0, 0.3 * weeks))))


def _situation(opened: OpenRoster) -> "Situation":
    from roster_app.engine.answers import Situation

    return Situation(opened.roster, opened.directory, opened.ledger)
