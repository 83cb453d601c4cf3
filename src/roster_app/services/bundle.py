"""The use cases bundled, as the window and the command line are handed them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from roster_app.services.desk import Desk
from roster_app.services.exports import Exports
from roster_app.services.hand_overs import HandOvers
from roster_app.services.pasted_chains import PastedChains
from roster_app.services.people import People
from roster_app.services.places import Places
from roster_app.services.posting import Posting
from roster_app.services.posting_desk import PostingDesk
from roster_app.services.records import Records
from roster_app.services.rostering import Rostering
from roster_app.services.sheets import Sheets
from roster_app.services.taking_in import TakingIn
from roster_app.services.teams import Teams
from roster_app.services.what_if import WhatIf
from roster_app.storage import Database


@dataclass(frozen=True, slots=True)
class Services:
    """Every use case over one database."""

    desk: Desk
    teams: Teams
    people: People
    places: Places
    rostering: Rostering
    sheets: Sheets
    what_if: WhatIf
    posting: Posting
    postings: PostingDesk
    hand_overs: HandOvers
    exports: Exports
    chains: PastedChains
    records: Records
    taking_in: TakingIn

    def close(self) -> None:
        """Let the database go."""
        self.desk.database.close()


def open_services(url: str, author: str, now: Callable[[], datetime] = datetime.now) -> Services:
    """Open (and if need be upgrade) the database and hand out what can be done with it."""
    desk = Desk(Database.open(url), author, now)
    use_cases = Teams(desk), People(desk), Places(desk), Rostering(desk), Sheets(desk), WhatIf(desk), Posting(desk)
    rest = PostingDesk(desk), HandOvers(desk), Exports(desk), PastedChains(desk), Records(desk), TakingIn(desk)
    return Services(desk, *use_cases, *rest)
