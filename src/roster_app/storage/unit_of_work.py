"""One transaction with all stores in it."""

from sqlalchemy.orm import Session

from roster_app.domain.ids import TeamId
from roster_app.domain.team import Directory
from roster_app.storage.acceptance_store import AcceptanceStore
from roster_app.storage.chain_store import ChainStore
from roster_app.storage.form_store import FormStore
from roster_app.storage.hand_over_store import HandOverStore
from roster_app.storage.ledger_store import LedgerStore
from roster_app.storage.merge_store import MergeStore
from roster_app.storage.people_store import PeopleStore
from roster_app.storage.place_store import PlaceStore
from roster_app.storage.posting_store import PostingStore
from roster_app.storage.roster_store import RosterStore
from roster_app.storage.team_store import TeamStore


class UnitOfWork:
    """What is read and written together; begun, committed and rolled back by `Database.work`."""

    def __init__(self, session: Session) -> None:
        self.teams = TeamStore(session)
        self.people = PeopleStore(session)
        self.merging = MergeStore(session)
        self.places = PlaceStore(session)
        self.rosters = RosterStore(session)
        self.ledger = LedgerStore(session)
        self.acceptances = AcceptanceStore(session)
        self.postings = PostingStore(session)
        self.hand_overs = HandOverStore(session)
        self.chains = ChainStore(session)
        self.forms = FormStore(session)

    def directory(self, team_id: TeamId) -> Directory:
        """The whole team as it is now; raises DomainError (UNKNOWN_TEAM)."""
        return Directory(
            team=self.teams.get(team_id),
            volunteers=self.people.all(team_id),
            crews=self.people.crews(team_id),
            qualifications=self.people.qualifications(team_id),
            areas=self.places.areas(team_id),
            checkpoints=self.places.checkpoints(team_id),
            posts=self.places.posts(team_id),
            shift_types=self.places.shift_types(team_id),
            patterns=self.places.patterns(team_id),
            availabilities=self.people.availabilities(team_id),
            leaves=self.people.leaves(team_id),
            days=self.teams.day_table(team_id),
            rules=self.teams.rules(team_id),
        )
