"""Sign-up chains (接龙) as read: a verdict for every source line, entries, what is open, what must be asked."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from roster_app.domain.ids import ChainPasteId, PeriodId, TeamId


class LineVerdict(StrEnum):
    """What became of a source line, or of an entry.

    OK was understood; ASK needs an answer first; UNKNOWN names nobody of the team; WITHDRAWN was taken back; EMPTY is
    a number without anybody; STANDBY is on call, which is no availability; IGNORED says nothing about a sign-up.
    """

    OK = "ok"
    ASK = "ask"
    UNKNOWN = "unknown"
    WITHDRAWN = "withdrawn"
    EMPTY = "empty"
    STANDBY = "standby"
    IGNORED = "ignored"


class QuestionKind(StrEnum):
    """What the text leaves open; `text` and `options` of a question are the facts, the screen words them."""

    NO_SHIFT = "no_shift"
    NO_DAY = "no_day"
    HOURS_OR_DAYS = "hours_or_days"
    """`text` as written (7-8); the options are both readings."""
    CLOCK = "clock"
    """Hours that may be of the morning or the evening, or that lack an end."""
    SHIFT = "shift"
    """A shift the team does not have."""
    PROXY = "proxy"
    """代/替: `text` signed for the entry's person: by proxy, or as a stand-in?"""
    CHANGED = "changed"
    """The entry says that it was changed (改); what is meant now?"""
    UNDECIDED = "undecided"
    """待定: not sure to come."""
    COMPANION = "companion"
    """Brings somebody who is not named."""
    NAME = "name"
    """No name, or one that is a nickname."""
    PHONE = "phone"
    """A number that is no phone number."""
    WEEKDAY = "weekday"
    """Date and weekday contradict each other."""
    DEMAND = "demand"
    """More people than places: `text` names the shift, the options are places and entries."""
    TIMES_DIFFER = "times_differ"
    """The chain gives a shift other times than the team does."""
    WITHDRAWN_LATER = "withdrawn_later"
    """The person withdraws in a later line; does that take back this entry?"""
    SLOT = "slot"
    """A short id that the chain does not offer."""
    NEAR_NAME = "near_name"
    """Nobody of this name; the options are one character off."""
    SAME_SOUND = "same_sound"
    """Taken for the only one whose name sounds the same: the option."""
    SEVERAL_PEOPLE = "several_people"
    """Several of the team could be meant: the options."""
    PLACE = "place"
    """The shift is open at several checkpoints: the options."""


@dataclass(frozen=True, slots=True)
class ChainShift:
    """A shift as offered: minutes from midnight, `end` may pass 1440; both nothing where only the name is known."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ChainQuestion:
    """One thing to ask about a line (1, 2 …); line 0 is the whole chain."""

    line: int
    kind: QuestionKind
    text: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """One person of the chain with what was signed for.

    `shifts` are names, all of them offered at once; `start` and `end` are minutes from the midnight of each date.
    `person` is the one resolved, or else as written; empty where there is nobody. `slot` is the short id or the place.
    """

    line: int
    number: int | None = None
    person: str = ""
    written: str = ""
    dates: tuple[date, ...] = ()
    shifts: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    phone: str | None = None
    slot: str | None = None
    verdict: LineVerdict = LineVerdict.OK
    signed_by: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    """What was counted at the end of a shift, as written: (测温, 30)."""
    note: str = ""
    lines: tuple[int, ...] = ()
    """Every source line it was read from."""

    @property
    def stands(self) -> bool:
        """Whether the person means to come, as far as the text says."""
        return bool(self.person) and self.verdict in (LineVerdict.OK, LineVerdict.ASK, LineVerdict.UNKNOWN)

    def of(
        self,
        person: str,
        phone: str | None = None,
        line: int | None = None,
        number: int | None = None,
        lines: tuple[int, ...] = (),
    ) -> "ChainEntry":
        """The same signed for by somebody else, in another line where one is given."""
        line, number, lines = (self.line, self.number, self.lines) if line is None else (line, number, lines)
        return ChainEntry(
            line=line,
            number=number,
            person=person,
            written=person,
            dates=self.dates,
            shifts=self.shifts,
            start=self.start,
            end=self.end,
            phone=phone,
            slot=self.slot,
            verdict=self.verdict,
            signed_by=self.signed_by,
            counts=self.counts,
            note=self.note,
            lines=lines,
        )


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One source line (1, 2 …) as it was pasted, and what became of it."""

    line: int
    text: str
    verdict: LineVerdict


@dataclass(frozen=True, slots=True)
class OpenSlot:
    """Places the chain still offers; `at_least` where it does not say how many."""

    name: str
    missing: int
    at_least: bool = False
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """One pasted text, understood as far as it goes; nothing of it is stored before somebody confirms."""

    title: str = ""
    entries: tuple[ChainEntry, ...] = ()
    lines: tuple[ChainLine, ...] = ()
    questions: tuple[ChainQuestion, ...] = ()
    open: tuple[OpenSlot, ...] = ()

    def asked_about(self, entry: ChainEntry) -> tuple[ChainQuestion, ...]:
        """The questions about this entry's lines."""
        return tuple(q for q in self.questions if q.line in entry.lines)


@dataclass(frozen=True, slots=True)
class ChainEvidence:
    """The pasted text as it was, kept for whoever doubts an entry later; `digest` is its SHA-256 in hexadecimal."""

    text: str
    digest: str

    @classmethod
    def of(cls, text: str) -> "ChainEvidence":
        """The evidence of one pasted text; the same text has the same digest."""
        return cls(text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


@dataclass(frozen=True, slots=True)
class ChainPaste:
    """A pasted chain that was confirmed. `read_as` is its text with the answers written in; `day` it was read on.

    `text` is what was pasted, untouched, and `digest` its SHA-256 in hexadecimal.
    """

    id: ChainPasteId
    team_id: TeamId
    period_id: PeriodId | None
    title: str
    text: str
    digest: str
    read_as: str
    day: date
    pasted_at: datetime
    author: str


def weightiest(verdicts: Iterable[LineVerdict]) -> LineVerdict:
    """The verdict shown for a line with several entries: what needs attention comes first."""
    order = (
        LineVerdict.ASK,
        LineVerdict.UNKNOWN,
        LineVerdict.WITHDRAWN,
        LineVerdict.STANDBY,
        LineVerdict.EMPTY,
        LineVerdict.OK,
    )
    said = set(verdicts)
    return next((verdict for verdict in order if verdict in said), LineVerdict.IGNORED)
