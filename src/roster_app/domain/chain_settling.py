"""What the entries of a chain mean for the open roster: duties to take, duties to give back, wishes; nothing stored."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from roster_app.domain.chains import Chain, ChainEntry, ChainQuestion, LineVerdict, QuestionKind
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.ids import CheckpointId, DutyId, ShiftTypeId, VolunteerId
from roster_app.domain.names import name_key
from roster_app.domain.people import Volunteer
from roster_app.domain.places import ShiftType
from roster_app.domain.roster import Assignment, Duty, Origin, Roster, Shift
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, span_on

Breaks = Callable[[Roster, DutyId, VolunteerId], bool]
"""Whether somebody who takes a duty of the roster breaks a hard rule."""


class Outcome(StrEnum):
    """What becomes of an entry when the chain is confirmed."""

    TAKES = "takes"
    """Takes open duties."""
    WISHES = "wishes"
    """No such duty is open: a wish is noted."""
    TAKES_AND_WISHES = "takes_and_wishes"
    HOLDS = "holds"
    """Holds the duties already."""
    GIVES_BACK = "gives_back"
    """Withdrew: the duty becomes vacant."""
    ASKED = "asked"
    """Something has to be answered first."""
    NOBODY = "nobody"
    """Names nobody of the team."""
    KNOWN = "known"
    """Stood in an earlier copy that was confirmed."""
    LEFT_OUT = "left_out"
    """The coordinator left it out."""
    COUNTS = "counts"
    """Tells what was counted, and asks for nothing of the roster."""
    NOTHING = "nothing"
    """Asks for nothing: an empty number, on call, withdrawn before it was taken."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody would stand then, and no duty is open."""

    span: Span
    shift_type_id: ShiftTypeId | None


@dataclass(frozen=True, slots=True)
class SettledEntry:
    """One entry with its outcome. `against` says that a hard rule is broken by it; the coordinator sees it first."""

    entry: ChainEntry
    outcome: Outcome
    volunteer_id: VolunteerId | None = None
    duties: tuple[DutyId, ...] = ()
    wishes: tuple[Wish, ...] = ()
    questions: tuple[ChainQuestion, ...] = ()
    against: bool = False


@dataclass(frozen=True, slots=True)
class ChainAnswers:
    """What the coordinator answered. `people` are by line and name; `counted` lines are meant as they are read.

    `left_out` lines are not taken. `stood_in` lines mean that whoever signed comes in the place of the other.
    `remembered` names become aliases of the people they were told to mean.
    """

    people: Mapping[tuple[int, str], VolunteerId] = field(default_factory=dict)
    counted: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    stood_in: frozenset[int] = frozenset()
    remembered: frozenset[tuple[int, str]] = frozenset()


class ChainSettler:
    """Goes down the entries once; whoever stands higher in the chain chooses first."""

    def __init__(
        self, chain: Chain, directory: Directory, roster: Roster | None, answers: ChainAnswers, breaks: Breaks
    ) -> None:
        self._chain, self._directory, self._answers, self._breaks = chain, directory, answers, breaks
        self._roster = roster
        self._text = {line.line: line.text for line in chain.lines}
        self._shifts: dict[str, list[ShiftType]] = {}
        for shift in directory.shift_types:
            self._shifts.setdefault(shift.name, []).append(shift)
        self._by_name: dict[str, list[Volunteer]] = {}
        for volunteer in directory.volunteers:
            self._by_name.setdefault(name_key(volunteer.name), []).append(volunteer)
        self._offered = {text.split(maxsplit=1)[0]: text for text in self._text.values() if text.strip()}
        self._heading = self._places_of_heading()
        self._duties: dict[date, list[Duty]] = {}
        for duty in roster.plan.duties if roster else ():
            self._duties.setdefault(roster.plan.shift_of(duty.id).day if roster else date.min, []).append(duty)

    def settle(self, known: Collection[int] = (), gone: Iterable[ChainEntry] = ()) -> tuple[SettledEntry, ...]:
        """Every entry with its outcome. `known` are lines confirmed before; `gone` entries of then that went since."""
        back = [self._given_back(entry) for entry in gone]
        return (
            *(found for found in back if found.duties),
            *(self._settled(e, e.line in known) for e in self._entries()),
        )

    def _entries(self) -> Iterator[ChainEntry]:
        for entry in self._chain.entries:
            if entry.line in self._answers.stood_in and entry.signed_by:
                entry = replace(entry, person=entry.signed_by, written=entry.signed_by)
            yield entry

    def _settled(self, entry: ChainEntry, known: bool) -> SettledEntry:
        if entry.line in self._answers.left_out:
            return SettledEntry(entry, Outcome.LEFT_OUT)
        if entry.verdict is LineVerdict.WITHDRAWN and not known:
            return self._given_back(entry)
        if known or not entry.stands:
            return SettledEntry(entry, Outcome.KNOWN if known else Outcome.NOTHING)
        who = self._who(entry)
        if entry.counts and not entry.shifts and entry.start is None:
            return SettledEntry(entry, Outcome.COUNTS, who)
        questions = self._questions(entry, who)
        if questions:
            return SettledEntry(entry, Outcome.ASKED, who, questions=questions)
        if who is None:
            return SettledEntry(entry, Outcome.NOBODY)
        return self._placed(entry, who)

    def _questions(self, entry: ChainEntry, who: VolunteerId | None) -> tuple[ChainQuestion, ...]:
        asked = self._chain.asked_about(entry)
        if who is not None:
            asked = tuple(q for q in asked if q.kind not in ABOUT_PEOPLE)
        if entry.line in self._answers.counted | self._answers.stood_in:
            asked = tuple(q for q in asked if q.kind in _NEEDED or (q.kind in ABOUT_PEOPLE and who is None))
        return asked

    def _who(self, entry: ChainEntry) -> VolunteerId | None:
        answered = self._answers.people.get((entry.line, entry.written or entry.person))
        if answered is not None:
            return answered
        found = self._by_name.get(name_key(entry.person), [])
        if len(found) > 1 and entry.phone:
            found = [person for person in found if person.phone == entry.phone] or found
        return found[0].id if len(found) == 1 else None

    def _placed(self, entry: ChainEntry, who: VolunteerId) -> SettledEntry:
        """Every shift of every day that the entry names; of the roster nothing changes where a place is asked for."""
        before, found = self._roster, _Found()
        for day in entry.dates:
            for wanted in _shift_by_shift(entry):
                if question := self._placed_in(wanted, day, who, found):
                    self._roster = before
                    return SettledEntry(entry, Outcome.ASKED, who, questions=(question,))
        if entry.counts:
            found.wishes.clear()  # who tells what was counted has been there
            if not found.taken and not found.held:
                return SettledEntry(entry, Outcome.COUNTS, who)
        duties = tuple(found.taken or found.held)
        return SettledEntry(entry, found.outcome, who, duties, tuple(found.wishes), against=found.against)

    def _placed_in(self, entry: ChainEntry, day: date, who: VolunteerId, found: "_Found") -> ChainQuestion | None:
        """One shift of one day. One besides another of the day is only a wish where both together break a rule."""
        matching = self._matching(entry, day)
        holds = [duty for duty in matching if self._holder(duty) == who]
        vacant = [duty for duty in matching if self._holder(duty) is None]
        if holds:
            found.held += [duty.id for duty in holds]
        elif not vacant:
            found.wishes += self._wishes(entry, day)
        else:
            places = self._open_places(vacant)
            if len(places) > 1:
                return ChainQuestion(entry.line, QuestionKind.PLACE, entry.person, tuple(sorted(places)))
            duty, breaks = self._best(vacant, who)
            if breaks and day in found.days:
                found.wishes += self._wishes(entry, day)
            else:
                found.taken.append(duty.id)
                found.against = found.against or breaks
                self._change(duty.id, Assignment(who, Origin.IMPORT))
        if holds or vacant:
            found.days.add(day)
        return None

    def _given_back(self, entry: ChainEntry) -> SettledEntry:
        """Somebody who withdrew, or stands in the chain no more: of the duties the entry meant, those held."""
        who = self._who(entry)
        back = [
            duty
            for day in entry.dates
            for duty in self._matching(entry, day)
            if who is not None and self._holder(duty) == who and not self._locked(duty)
        ]
        for duty in back:
            self._change(duty.id, None)
        outcome = Outcome.GIVES_BACK if back else Outcome.NOTHING
        return SettledEntry(entry, outcome, who, tuple(duty.id for duty in back))

    def _best(self, vacant: list[Duty], who: VolunteerId) -> tuple[Duty, bool]:
        """The first open duty that breaks no hard rule; else the first, and that it does."""
        assert self._roster is not None
        for duty in vacant:
            if not self._breaks(self._roster, duty.id, who):
                return duty, False
        return vacant[0], True

    def _change(self, duty_id: DutyId, after: Assignment | None) -> None:
        assert self._roster is not None
        self._roster = self._roster.with_changes({duty_id: after})

    def _holder(self, duty: Duty) -> VolunteerId | None:
        return self._roster.holder(duty.id) if self._roster else None

    def _locked(self, duty: Duty) -> bool:
        found = self._roster.assignments.get(duty.id) if self._roster else None
        return found is not None and found.locked

    def _matching(self, entry: ChainEntry, day: date) -> list[Duty]:
        """The duties of a day the entry means, in order of time."""
        places, posts = self._places(entry), self._posts(entry)
        found = [
            duty
            for duty in self._duties.get(day, ())
            if self._same_time(entry, day, duty) and (not places or self._shift(duty).checkpoint_id in places)
        ]
        return sorted([d for d in found if d.post_id in posts] or found, key=lambda duty: duty.span.start)

    def _same_time(self, entry: ChainEntry, day: date, duty: Duty) -> bool:
        if entry.shifts:
            return self._directory.shift_type[self._shift(duty).shift_type_id].name in entry.shifts
        if entry.start is None or entry.end is None or entry.end <= entry.start:
            return False
        return span_on(day, entry.start, entry.end).contains(duty.span)

    def _shift(self, duty: Duty) -> Shift:
        assert self._roster is not None
        return self._roster.plan.shift[duty.shift_id]

    def _open_places(self, vacant: Iterable[Duty]) -> set[str]:
        return {self._directory.checkpoint[self._shift(duty).checkpoint_id].name for duty in vacant}

    def _places(self, entry: ChainEntry) -> set[CheckpointId]:
        """The checkpoint named in the entry, in the line that offers its short id, or in the heading."""
        own = " ".join(self._text.get(line, "") for line in entry.lines)
        for text in (own, self._offered.get(entry.slot or "", ""), entry.slot or ""):
            if found := self._named(text):
                return found
        return self._heading

    def _named(self, text: str) -> set[CheckpointId]:
        """Checkpoints whose names stand in the text; of names inside another only the longest."""
        names = [c for c in self._directory.checkpoints if c.name and c.name in text]
        return {c.id for c in names if not any(c.name != o.name and c.name in o.name for o in names)}

    def _posts(self, entry: ChainEntry) -> set[object]:
        own = " ".join(self._text.get(line, "") for line in entry.lines)
        return {post.id for post in self._directory.posts if post.name and post.name in own}

    def _places_of_heading(self) -> set[CheckpointId]:
        """What the lines over the first entry name, where it is one checkpoint."""
        first = min((entry.line for entry in self._chain.entries), default=1)
        found = set[CheckpointId]()
        for line in self._chain.lines[: first - 1]:
            found |= self._named(line.text)
        return found if len(found) == 1 else set()

    def _wishes(self, entry: ChainEntry, day: date) -> Iterator[Wish]:
        known = [self._shift_called(name, entry) for name in entry.shifts if name in self._shifts]
        for shift in known:
            yield Wish(span_on(day, shift.start, shift.end), shift.id)
        if not known and entry.start is not None and entry.end is not None and entry.end > entry.start:
            yield Wish(span_on(day, entry.start, entry.end), None)

    def _shift_called(self, name: str, entry: ChainEntry) -> ShiftType:
        """Of several shifts of one name, the one of the entry's place."""
        directory = self._directory
        places = (directory.checkpoint[place] for place in self._places(entry))
        here = {shift.id for place in places for shift in directory.shift_types_of(place)}
        return next((shift for shift in self._shifts[name] if shift.id in here), self._shifts[name][0])


@dataclass(slots=True)
class _Found:
    """What one entry has come to so far, and the days on which it holds or takes something."""

    taken: list[DutyId] = field(default_factory=list)
    held: list[DutyId] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    days: set[date] = field(default_factory=set)
    against: bool = False

    @property
    def outcome(self) -> Outcome:
        if self.taken:
            return Outcome.TAKES_AND_WISHES if self.wishes else Outcome.TAKES
        if self.wishes:
            return Outcome.WISHES
        return Outcome.HOLDS if self.held else Outcome.NOTHING


def _shift_by_shift(entry: ChainEntry) -> Iterator[ChainEntry]:
    """The entry with one of its shifts at a time; one that names hours instead stays as it is."""
    if len(entry.shifts) < 2:
        yield entry
    for name in entry.shifts if len(entry.shifts) > 1 else ():
        yield replace(entry, shifts=(name,))


def edit_of(settled: Iterable[SettledEntry], roster: Roster | None) -> RosterEdit | None:
    """All duties that are taken and given back as one step of the roster; None where there is none."""
    if roster is None:
        return None
    after: dict[DutyId, Assignment | None] = {}
    for one in settled:
        if one.outcome is Outcome.GIVES_BACK:
            after |= dict.fromkeys(one.duties)
        elif one.outcome in (Outcome.TAKES, Outcome.TAKES_AND_WISHES) and one.volunteer_id is not None:
            after |= dict.fromkeys(one.duties, Assignment(one.volunteer_id, Origin.IMPORT))
    changes = tuple(
        AssignmentChange(duty, roster.assignments.get(duty), wanted)
        for duty, wanted in after.items()
        if roster.assignments.get(duty) != wanted
    )
    return RosterEdit(EditKind.IMPORT, changes) if changes else None


ABOUT_PEOPLE = frozenset(
    (QuestionKind.NAME, QuestionKind.NEAR_NAME, QuestionKind.SAME_SOUND, QuestionKind.SEVERAL_PEOPLE)
)
_NEEDED = frozenset((QuestionKind.NO_SHIFT, QuestionKind.NO_DAY, QuestionKind.HOURS_OR_DAYS, QuestionKind.SHIFT))
"""Without an answer to these it is not known when."""
