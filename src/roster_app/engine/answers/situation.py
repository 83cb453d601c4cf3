"""What a question is asked about: a roster with all it is judged by, and what becomes of it when something changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from roster_app.domain.book import Cover, Stability
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Roster
from roster_app.domain.rules import Judge
from roster_app.domain.team import Directory, TeamRules

_DEAR = 100_000
"""Points of a vacancy that outweigh all unfairness and all wishes, and no hard rule."""


@dataclass(frozen=True)
class Situation:
    """A roster, its team, and the ledger that fairness goes by."""

    roster: Roster
    directory: Directory
    ledger: Ledger

    @cached_property
    def judge(self) -> Judge:
        """The rules, for this team and plan."""
        return Judge(self.roster.plan, self.directory, self.ledger)

    def with_rules(self, rules: TeamRules) -> "Situation":
        """The same under other rules."""
        return self.with_directory(replace(self.directory, rules=rules))

    def with_directory(self, directory: Directory) -> "Situation":
        """The same roster with another team."""
        return Situation(self.roster, directory, self.ledger)

    def with_roster(self, roster: Roster) -> "Situation":
        """The same team with another answer to the same plan."""
        changed = Situation(roster, self.directory, self.ledger)
        if "judge" in self.__dict__ and roster.plan is self.roster.plan:
            changed.__dict__["judge"] = self.judge
        return changed

    def steady(self, points: int = 60) -> "Situation":
        """The same, with every holder that changes costing points: what is planned anew then stays as it can."""
        rules = self.directory.rules
        others = tuple(entry for entry in rules.entries if not isinstance(entry, Stability))
        holders = {d: a.volunteer_id for d, a in self.roster.assignments.items()}
        return Situation(
            replace(self.roster, posted=holders, posted_from=None),
            replace(self.directory, rules=replace(rules, entries=(*others, Stability(points)))),
            self.ledger,
        )

    def covering(self) -> "Situation":
        """The same, with every vacancy dearer than anything but hard rules: the cheapest roster then has the fewest."""
        rules = self.directory.rules
        others = tuple(entry for entry in rules.entries if not isinstance(entry, Cover))
        dear = Cover(shortage=_DEAR, shortage_minute=0, below_wanted=_DEAR)
        return self.with_rules(replace(rules, entries=(*others, dear)))

    def held_by(self, holders: Mapping[DutyId, VolunteerId]) -> Roster:
        """The roster in which exactly these people hold the duties; who stays keeps the assignment as it is."""
        kept = self.roster.assignments
        return self.roster.with_assignments(
            {
                duty: kept[duty] if self.roster.holder(duty) == who else Assignment(who, Origin.PROPOSAL)
                for duty, who in holders.items()
            }
        )

    def __getstate__(self) -> dict[str, object]:
        return {"roster": self.roster, "directory": self.directory, "ledger": self.ledger}
