"""Use cases about a team as a whole: its name, its rules, its days, and the sample to begin with."""

from dataclasses import dataclass
from datetime import date

from roster_app.domain.calendar import DayTable, SpecialDay
from roster_app.domain.ids import QualificationId, TeamId, new_id
from roster_app.domain.people import Qualification, Team
from roster_app.domain.stationery import Stationery
from roster_app.domain.team import Directory, TeamRules
from roster_app.i18n import _
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.first_steps import FirstSteps, first_steps
from roster_app.services.planning import replan


@dataclass(frozen=True, slots=True)
class Teams:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def all(self) -> tuple[Team, ...]:
        """Every team of the database, in order of their making."""
        with self.desk.database.reading() as work:
            return work.teams.all()

    def directory(self, team_id: TeamId) -> Directory:
        """All that the team is and has now."""
        with self.desk.database.reading() as work:
            return work.directory(team_id)

    def first_steps(self, team_id: TeamId) -> FirstSteps:
        """How far the team is on the way to its first posted roster."""
        with self.desk.database.reading() as work:
            return first_steps(work, team_id)

    def create(self, name: str, office: str = "", duty_phone: str = "") -> Team:
        """A new team with the official days and the qualification of a leader, so that it can be staffed at once."""
        team = Team(TeamId(new_id()), name.strip(), office.strip(), duty_phone.strip())
        leader = Qualification(QualificationId(new_id()), team.id, _("Leader"), leads=True)
        days = official_days()
        with self.desk.database.work() as work:
            work.teams.add(team)
            work.people.add_qualification(leader)
            work.teams.set_day_table(team.id, days)
        return team

    def load_sample(self) -> TeamId:
        """The sample team, stored if it is not there yet."""
        from roster_app.services.samples import store_sample

        return store_sample(self.desk).team_id

    def update(self, team: Team) -> Changes:
        """Store a changed name, office or duty phone; raises StaleEdit where a colleague was faster."""
        with self.desk.database.work() as work:
            work.teams.update(team)
        return Changes(team=True)

    def stationery(self, team_id: TeamId) -> Stationery:
        """How the team's sheets look around their tables."""
        with self.desk.database.reading() as work:
            return work.teams.stationery(team_id)

    def set_stationery(self, team: Team, stationery: Stationery) -> Team:
        """Let the sheets look like this, and store the team's duty phone with it; answers with the team as stored.

        Raises StaleEdit where a colleague changed the team meanwhile.
        """
        with self.desk.database.work() as work:
            stored = work.teams.update(team)
            work.teams.set_stationery(team.id, stationery)
        return stored

    def set_rules(self, team_id: TeamId, rules: TeamRules) -> Changes:
        """Judge by these limits from now on."""
        with self.desk.database.work() as work:
            work.teams.set_rules(team_id, rules)
        return Changes(team=True)

    def override_day(self, team_id: TeamId, day: date, special: SpecialDay | None) -> Changes:
        """Set what kind of day it is, or give it back to the official table; open rosters are planned anew."""
        with self.desk.database.work() as work:
            table = work.teams.day_table(team_id)
            work.teams.set_day_table(team_id, table.with_override(day, special))
            return Changes(team=True) | replan(work, team_id, self.desk)

    def newer_days(self, known: DayTable) -> DayTable:
        """What the official table says by now, with the days a coordinator has set."""
        official = official_days()
        return DayTable(official.announced_years, official.special, known.overrides)

    def take_official_days(self, team_id: TeamId, official: DayTable) -> Changes:
        """This is the official table from now on; a coordinator's own days stay, open rosters are planned anew."""
        with self.desk.database.work() as work:
            known = work.teams.day_table(team_id)
            work.teams.set_day_table(team_id, DayTable(official.announced_years, official.special, known.overrides))
            return Changes(team=True) | replan(work, team_id, self.desk)


def official_days() -> DayTable:
    """The official table of every year announced so far."""
    from roster_app.exchange.holidays import official_table

    return official_table()
