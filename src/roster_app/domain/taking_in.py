"""What a file would bring into a team: people, availability, duties of a roster; planned before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from roster_app.domain.edits import RosterEdit
from roster_app.domain.ids import CheckpointId, DutyId, PeriodId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.imports import ImportPlan
from roster_app.domain.inspected import AS_WRITTEN, Corrections, Inspection, SeenEntry, SeenPerson
from roster_app.domain.lists import ListColumn
from roster_app.domain.people import Availability, Volunteer
from roster_app.domain.roster import Roster, RosterPeriod
from roster_app.domain.timespan import DAY_MINUTES


class Purpose(StrEnum):
    """What the file is taken for."""

    PEOPLE = "people"
    AVAILABILITY = "availability"
    ROSTER = "roster"


class EntryFate(StrEnum):
    """What becomes of one entry when the file is taken in."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    """Nothing to take in: a day of rest in a roster, or the person left it out."""
    ASKED = "asked"
    """Something has to be answered first."""
    WRONG = "wrong"


class Obstacle(StrEnum):
    """Why an entry is asked about or wrong."""

    IN_DOUBT = "in_doubt"
    """The cell itself is in doubt; the inspection's question says why."""
    NO_DAY = "no_day"
    UNKNOWN_PERSON = "unknown_person"
    NAMESAKES = "namesakes"
    NEAR_NAME = "near_name"
    """`hint` is the known name one character apart."""
    UNKNOWN_SHIFT = "unknown_shift"
    UNKNOWN_PLACE = "unknown_place"
    NO_SUCH_DUTY = "no_such_duty"
    """The roster has no such duty that day."""
    ALL_TAKEN = "all_taken"
    """Others hold all of them; `hint` names one."""
    OUTSIDE_PERIOD = "outside_period"
    TWICE = "twice"
    """The same person stands in two duties at the same time in the file."""


@dataclass(frozen=True, slots=True)
class TakingAnswers:
    """What the coordinator answered."""

    purpose: Purpose | None = None
    """Nothing: as the layout tells."""
    people: Mapping[str, VolunteerId] = field(default_factory=dict)
    """Who is meant, by the name as written."""
    add_people: bool = True
    """Whether people the team does not know are added."""
    not_added: frozenset[str] = frozenset()
    """Names as written that stay out."""
    new_people: frozenset[str] = frozenset()
    """Names as written that are somebody new, however near a known name they are."""
    shifts: Mapping[str, ShiftTypeId] = field(default_factory=dict)
    """Which shift a word of the file means, by what `shift_asked` says of the entry."""
    places: Mapping[str, CheckpointId] = field(default_factory=dict)
    """Which checkpoint a word of the file means; an empty word is where the file says nothing."""
    post_id: PostId | None = None
    """Where those stand whose place the file does not tell."""
    counted: frozenset[str] = frozenset()
    """Cells in doubt that are right as read, by address."""
    left_out: frozenset[str] = frozenset()
    """Cells that are not taken in, by address."""
    replaces: bool = False
    """Whether who holds a duty now gives way to who holds it in the file."""
    as_wishes: bool = False
    """Whether the times people can come are wishes, not the only times they can come."""


NO_ANSWERS = TakingAnswers()


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """Somebody the file names: known, to be added, or asked about."""

    seen: SeenPerson
    fate: EntryFate
    volunteer: Volunteer | None = None
    """Who it is, or who would be added."""
    obstacle: Obstacle | None = None
    candidates: tuple[VolunteerId, ...] = ()
    hint: str = ""
    """Of a near name the other one."""


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One entry with what becomes of it."""

    seen: SeenEntry
    fate: EntryFate
    volunteer_id: VolunteerId | None = None
    duty_id: DutyId | None = None
    shift_type_id: ShiftTypeId | None = None
    obstacle: Obstacle | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class TakingPlan:
    """Everything a file would do; nothing of it is written yet."""

    inspection: Inspection
    purpose: Purpose
    people: tuple[PlannedPerson, ...] = ()
    entries: tuple[PlannedEntry, ...] = ()
    period: RosterPeriod | None = None
    """The roster it goes into; one that does not exist yet where `new_period`."""
    new_period: bool = False
    edit: RosterEdit | None = None
    statements: tuple[Availability, ...] = ()
    """New statements, beside those that stand."""
    withdrawn: tuple[Availability, ...] = ()
    """Statements that stand and say the contrary of new ones."""
    roster: Roster | None = None
    """The roster before the edit; of a new period its plan with every duty vacant."""
    listed: ImportPlan | None = None
    """Of a list of people, its rows."""
    list_columns: Mapping[str, tuple[ListColumn, ...]] = field(default_factory=dict)
    """The columns of each sheet that lists people."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """The fingerprint of each sheet as written, before corrections."""
    remembered: bool = False
    """Whether the corrections are those remembered for this form."""
    corrections: Corrections = AS_WRITTEN
    answers: TakingAnswers = NO_ANSWERS

    def count(self, fate: EntryFate) -> int:
        """How many entries meet this fate; of a list of people, how many rows, those that are no person skipped."""
        rows: tuple[PlannedPerson | PlannedEntry, ...] = self.people if self.listed else self.entries
        others = len(self.listed.found.skipped) if self.listed and fate is EntryFate.SKIPPED else 0
        return others + sum(one.fate is fate for one in rows)

    @property
    def rows_in(self) -> int:
        """Entries, or rows of a list of people: the sum of all fates."""
        return self.listed.rows_in if self.listed else len(self.entries)

    @property
    def period_id(self) -> PeriodId | None:
        """The roster it goes into, if it exists."""
        return None if self.period is None or self.new_period else self.period.id


def shift_asked(seen: SeenEntry) -> str:
    """What `TakingAnswers.shifts` calls the shift of an entry: its word, else its hours (08:00-16:00), else nothing."""
    return seen.shift or hours_told(seen)


def hours_told(seen: SeenEntry) -> str:
    """08:00-16:00, 22:00-06:00+1, 08:00-; nothing where no hours are told."""
    if seen.start is None and seen.end is None:
        return ""
    return f"{_clock(seen.start)}-{_clock(seen.end)}"


def _clock(minute: int | None) -> str:
    if minute is None:
        return ""
    days, rest = divmod(minute, DAY_MINUTES)
    return f"{rest // 60:02}:{rest % 60:02}" + (f"+{days}" if days else "")
