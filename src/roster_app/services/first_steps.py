"""How far a team is on the way from nothing to its first posted roster, told from what is stored."""

from dataclasses import dataclass
from enum import Enum

from roster_app.domain.ids import TeamId
from roster_app.domain.people import Qualification
from roster_app.domain.team import Directory
from roster_app.domain.unheld import unheld
from roster_app.storage.unit_of_work import UnitOfWork


class FirstStep(Enum):
    """The road in its order."""

    LIST = 0
    STAFFING = 1
    GENERATE = 2
    PUBLISH = 3


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """Which steps are done, and what stands in the way of the next one."""

    done: frozenset[FirstStep]
    has_checkpoints: bool = False
    has_period: bool = False
    unheld: tuple[Qualification, ...] = ()
    """Qualifications that are asked for and that nobody has, while nobody stands in a roster yet."""

    @property
    def next(self) -> FirstStep | None:
        """The first step that is not done; None at the end of the road."""
        return next((step for step in FirstStep if step not in self.done), None)

    @property
    def is_rostered(self) -> bool:
        """Whether somebody stands in a roster."""
        return FirstStep.GENERATE in self.done


def first_steps(work: UnitOfWork, team_id: TeamId) -> FirstSteps:
    """Read as little as tells it: who has published, or stands in a roster, has come past the steps before."""
    if work.rosters.has_editions(team_id):
        return FirstSteps(frozenset(FirstStep), has_checkpoints=True, has_period=True)
    if work.rosters.has_assignments(team_id):
        return FirstSteps(frozenset(FirstStep) - {FirstStep.PUBLISH}, has_checkpoints=True, has_period=True)
    directory = work.directory(team_id)
    return FirstSteps(
        frozenset(_begun(directory)),
        has_checkpoints=bool(directory.checkpoints),
        has_period=bool(work.rosters.periods(team_id)),
        unheld=unheld(directory),
    )


def _begun(directory: Directory) -> list[FirstStep]:
    staffed = any(directory.shift_types_of(c) and directory.posts_of.get(c.id) for c in directory.checkpoints)
    return [*[FirstStep.LIST] * bool(directory.volunteers), *[FirstStep.STAFFING] * staffed]
