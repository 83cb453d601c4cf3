"""Why this person: what the domain knows of the holder, asked beside the solver so that the window never waits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from roster_app.domain.answers.standing import Standing, standing
from roster_app.domain.ids import DutyId
from roster_app.engine.answers.resolver import Effort, Resolver
from roster_app.engine.answers.situation import Situation


@dataclass(frozen=True, slots=True)
class WhyThis:
    """Why does this duty's holder hold it, and who else could?"""

    asked: Situation
    duty_id: DutyId
    effort: Effort = field(default_factory=Effort)

    def answers(self, resolver: Resolver) -> Iterator[Standing]:
        """One answer, known by judging alone."""
        yield standing(self.asked.roster, self.asked.judge, self.duty_id)
