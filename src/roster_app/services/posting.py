"""核对张贴: the use case that tells what a check code read off paper belongs to and whether it still is in force."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from roster_app.domain.differences import SeatDifference
from roster_app.domain.editions import CODE_LENGTH, newest
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import TeamId
from roster_app.domain.posting import Posted, Standing, changed_since, codes_in, codes_on, standing, traced
from roster_app.domain.posting_ledger import PostingEntry
from roster_app.domain.roster import Edition, Roster, RosterPeriod
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.team import Directory
from roster_app.services.desk import Desk
from roster_app.services.sheets.hanging import Hangable

EXAMPLE = "7K4M2P"
"""How a check code looks."""


@dataclass(frozen=True, slots=True)
class PostedSheet:
    """What hangs under one code, how things stand with it, and what the roster now shows otherwise there."""

    posted: Posted
    standing: Standing
    period: RosterPeriod
    newest: Edition
    changes: tuple[SeatDifference, ...]
    directory: Directory
    entered: bool = False
    """Whether the posting ledger knows that it hangs."""

    @property
    def hangs(self) -> Hangable:
        """As it may be entered there; a code does not say which kind of roster it stands on."""
        posted = self.posted
        return Hangable(posted.period_id, SheetKind.WALL, posted.editions[-1], {posted.checkpoint_id: posted.code})


@dataclass(frozen=True, slots=True)
class PhotoAnswer:
    """What is known of the codes on a photograph, and the refusal for the first that is not."""

    sheets: tuple[PostedSheet, ...]
    unknown: DomainError | None


@dataclass(frozen=True, slots=True)
class Posting:
    """Ask it from any thread; nothing is stored."""

    desk: Desk

    def check(self, team_id: TeamId, text: str) -> tuple[PostedSheet, ...]:
        """Each sheet meant by the codes typed or scanned, over all editions of all the team's periods.

        Raises DomainError: BAD_CHECK_CODE where the text cannot be codes, UNKNOWN_CHECK_CODE for the first code that
        no edition has.
        """
        codes = codes_in(text)
        if not codes:
            raise DomainError(ErrorCode.BAD_CHECK_CODE, text=text.strip(), length=CODE_LENGTH, example=EXAMPLE)
        sheets, unknown = self._check(team_id, codes)
        if unknown is not None:
            raise unknown
        return sheets

    def check_photo(self, team_id: TeamId, content: bytes) -> PhotoAnswer:
        """Each sheet whose QR symbol is on a photograph, or on the pages of a PDF file, given as what the file holds.

        Takes up to some seconds: call it on a worker. Raises DomainError: BAD_PHOTO for what is no picture or too
        large; NO_CODE_ON_PHOTO where none is found; UNKNOWN_CHECK_CODE where no edition has any of those found.
        """
        from roster_app.printing.photo import texts_on

        texts = texts_on(content)
        codes = codes_on(texts)
        if not codes:
            raise DomainError(ErrorCode.NO_CODE_ON_PHOTO, others=len(texts))
        sheets, unknown = self._check(team_id, codes)
        if unknown is not None and not sheets:
            raise unknown
        return PhotoAnswer(sheets, unknown)

    def check_file(self, team_id: TeamId, path: Path) -> PhotoAnswer:
        """As `check_photo`, of a picture or PDF file; raises DomainError (FILE_MISSING) where nothing can be read."""
        from roster_app.printing.photo import MOST_FILE_BYTES

        try:
            with path.open("rb") as file:
                content = file.read(MOST_FILE_BYTES + 1)
        except OSError as error:
            raise DomainError(ErrorCode.FILE_MISSING, path=str(path)) from error
        return self.check_photo(team_id, content)

    def _check(self, team_id: TeamId, codes: Sequence[str]) -> tuple[tuple[PostedSheet, ...], DomainError | None]:
        """The sheets that are known, and the refusal for the first code no edition has."""
        unknown = None
        with self.desk.database.reading() as work:
            directory = work.directory(team_id)
            published = work.rosters.published_codes(team_id)
            found: dict[Posted, None] = {}
            for code in codes:
                hits = traced(code, published)
                if not hits and unknown is None:
                    unknown = DomainError(ErrorCode.UNKNOWN_CHECK_CODE, typed=code, team=directory.team.name)
                found.update(dict.fromkeys(hits))
            periods = {posted.period_id for posted in found}
            hanging = work.postings.all(team_id).hanging
            stand = {period: (work.rosters.load(period), work.rosters.editions(period)) for period in periods}
        return tuple(
            replace(self._sheet(directory, posted, *stand[posted.period_id]), entered=_is_known(posted, hanging))
            for posted in found
        ), unknown

    def _sheet(self, directory: Directory, posted: Posted, roster: Roster, editions: Sequence[Edition]) -> PostedSheet:
        latest = newest(editions)
        assert latest is not None  # the code is of one of them
        how = standing(posted, editions, roster, self.desk.now())
        return PostedSheet(posted, how, roster.period, latest, changed_since(posted, editions, roster), directory)


def _is_known(posted: Posted, hanging: Sequence[PostingEntry]) -> bool:
    known = {(entry.period_id, entry.checkpoint_id, entry.code) for entry in hanging}
    return (posted.period_id, posted.checkpoint_id, posted.code) in known
