"""What empty and surplus seats of a plan cost, by the cover entries of the book."""

from roster_app.domain.book import Cover
from roster_app.domain.classes import Classes
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Duty, DutyPlan, Roster, SeatLevel
from roster_app.domain.team import Directory


class CoverCosts:
    """The points of each seat of a plan: `empty` where nobody holds it, `filled` where somebody does."""

    def __init__(self, plan: DutyPlan, directory: Directory, classes: Classes) -> None:
        self._plan, self._classes = plan, classes
        self._entries = directory.rules.book.every(Cover)
        self.empty: dict[DutyId, int] = {}
        self.filled: dict[DutyId, int] = {}
        for duty in plan.duties:
            needed, wanted, extra = self.points(duty)
            if duty.level is SeatLevel.EXTRA:
                self.filled[duty.id] = extra
            else:
                self.empty[duty.id] = wanted if duty.level is SeatLevel.WANTED else needed

    def points(self, duty: Duty) -> tuple[int, int, int]:
        """What a needed seat like this one costs empty, what a wanted one costs empty, and what an extra one filled."""
        entry = self._speaking(duty)
        return entry.shortage + entry.shortage_minute * duty.span.minutes, entry.below_wanted, entry.surplus

    def vacancies(self, roster: Roster) -> int:
        """What the vacancies of a roster cost."""
        return sum(self.empty[duty.id] for duty in roster.vacancies)

    def surplus(self, roster: Roster) -> int:
        """What the people beyond those wanted cost."""
        if not self.filled:
            return 0
        return sum(self.filled.get(duty_id, 0) for duty_id in roster.assignments)

    def _speaking(self, duty: Duty) -> Cover:
        stint = self._plan.stint(duty.id, VolunteerId(0))
        return next((e for e in reversed(self._entries) if e.of.is_all or self._classes.belongs(e.of)(stint)), Cover())
