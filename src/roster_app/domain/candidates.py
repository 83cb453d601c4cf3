"""Who could take a duty: everybody, best first, each with what speaks for and against; and why a duty stays vacant."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from roster_app.domain.fairness import Burden, BurdenKind, FairShare
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Assignment, Roster, Stint, VacancyCause
from roster_app.domain.rules import Judge, Rule, Violation
from roster_app.domain.timespan import MINUTE


class Verdict(StrEnum):
    """RECOMMENDED: nothing against, and within the fair share. POSSIBLE: only wishes or the share are against."""

    RECOMMENDED = "recommended"
    POSSIBLE = "possible"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One person for one duty. What the person carries is told without the duty in question."""

    volunteer_id: VolunteerId
    verdict: Verdict
    against: tuple[Violation, ...]
    """What would be broken, hard rules first."""
    burden: Burden
    share: FairShare
    lag: float
    """How far the person would lie beyond (+) or below (−) the fair share with the duty, in duties."""
    rested: int | None
    """Minutes from the end of the stint before the duty to its start; None where none is known."""
    until_next: int | None
    """Minutes from its end to the stint after it."""
    at_home: bool | None
    """Whether it lies in the person's own area; None where either has none."""
    wanted: bool
    """Whether the person asked for it."""
    holds: bool
    """Whether the person holds it now."""

    @property
    def decisive(self) -> Rule | None:
        """The most fundamental of the hard rules against, for counting people by cause."""
        hard = {violation.rule for violation in self.against if violation.is_hard}
        return next((rule for rule in Rule if rule in hard), None)


def candidates(roster: Roster, judge: Judge, duty_id: DutyId) -> tuple[Candidacy, ...]:
    """Everybody in the directory for a duty, best first; the blocked ones come last, nobody is left out.

    A shift that lacks its leader blocks nobody: whoever fills it by hand may begin with any post.
    """
    burdens = judge.burdens(roster)
    found = [
        _candidacy(volunteer, roster, judge, duty_id, burdens.get(volunteer.id, Burden()))
        for volunteer in judge.directory.volunteers
    ]
    return tuple(sorted(found, key=_rank))


def why_vacant(roster: Roster, judge: Judge, duty_id: DutyId) -> tuple[Candidacy, ...]:
    """The same for a vacancy of a finished roster, where what the people of the shift must be together blocks too.

    Forcing anybody who is blocked breaks each hard rule that is named.
    """
    told = []
    for candidacy in candidates(roster, judge, duty_id):
        together = _of_the_shift(candidacy, roster, judge, duty_id)
        told.append(_blocked(candidacy, together) if together else candidacy)
    return tuple(sorted(told, key=_rank))


def causes(candidacies: Iterable[Candidacy]) -> Mapping[Rule, int]:
    """How many people each rule keeps away, the most frequent first; everybody is counted once."""
    rules = Counter(rule for c in candidacies if (rule := c.decisive) is not None)
    return dict(rules.most_common())


def cause(candidacies: Sequence[Candidacy]) -> VacancyCause:
    """Why nobody holds the duty, in the form that matters."""
    if any(c.verdict is not Verdict.BLOCKED for c in candidacies):
        return VacancyCause.NOT_SOLVED_YET
    unfit = (Rule.QUALIFICATION, Rule.MEMBERSHIP)
    if all(c.decisive in unfit for c in candidacies):
        return VacancyCause.NOBODY_QUALIFIED
    return VacancyCause.ALL_BLOCKED


def _candidacy(volunteer: Volunteer, roster: Roster, judge: Judge, duty_id: DutyId, carried: Burden) -> Candidacy:
    against = sorted(judge.why_not(roster, duty_id, volunteer.id), key=lambda violation: not violation.is_hard)
    share, duty = judge.shares[volunteer.id], judge.burden[duty_id]
    holds = roster.holder(duty_id) == volunteer.id
    burden = _less(carried, duty) if holds else carried
    stint = judge.plan.stint(duty_id, volunteer.id)
    area = judge.directory.checkpoint[stint.checkpoint_id].area_id
    before, after = _neighbours(stint, roster.line(volunteer.id))
    return Candidacy(
        volunteer_id=volunteer.id,
        verdict=_verdict(against, burden + duty, duty, share),
        against=tuple(against),
        burden=burden,
        share=share,
        lag=_lag(burden + duty, duty, share),
        rested=None if before is None else (stint.span.start - before.span.end) // MINUTE,
        until_next=None if after is None else (after.span.start - stint.span.end) // MINUTE,
        at_home=None if None in (area, volunteer.area_id) else area == volunteer.area_id,
        wanted=judge.timetables[volunteer.id].wants(stint.span),
        holds=holds,
    )


def _verdict(against: Sequence[Violation], burden: Burden, duty: Burden, share: FairShare) -> Verdict:
    if any(violation.is_hard for violation in against):
        return Verdict.BLOCKED
    beyond = any(burden.amount(kind) > share.band(kind).high for kind in BurdenKind if duty.amount(kind))
    return Verdict.POSSIBLE if against or beyond else Verdict.RECOMMENDED


def _lag(burden: Burden, duty: Burden, share: FairShare) -> float:
    return sum(
        (burden.amount(kind) - share.band(kind).share) / duty.amount(kind) for kind in BurdenKind if duty.amount(kind)
    )


def _less(burden: Burden, duty: Burden) -> Burden:
    return Burden(
        burden.minutes - duty.minutes,
        burden.nights - duty.nights,
        burden.weekends - duty.weekends,
        burden.holidays - duty.holidays,
        burden.night_minutes - duty.night_minutes,
        burden.duties - duty.duties,
    )


def _neighbours(stint: Stint, line: Sequence[Stint]) -> tuple[Stint | None, Stint | None]:
    """The last stint that ends before this one begins, and the first that begins after it ends."""
    others = [other for other in line if other.duty_id != stint.duty_id]
    before = [other for other in others if other.span.end <= stint.span.start]
    after = [other for other in others if other.span.start >= stint.span.end]
    return max(before, key=lambda s: s.span.end, default=None), min(after, default=None)


_ORDER = tuple(Verdict)
_ASKED_FOR = 0.5
_AT_HOME = 0.25
_RESTED_ENOUGH = 3 * 1440


def _rank(candidacy: Candidacy) -> tuple[int, int, float, int]:
    """Verdict; how many rules are against; burden in duties, wishes and home area weighed in; the longest rest."""
    hard = sum(violation.is_hard for violation in candidacy.against)
    likes = _ASKED_FOR * candidacy.wanted + _AT_HOME * bool(candidacy.at_home)
    rest = _RESTED_ENOUGH if candidacy.rested is None else min(candidacy.rested, _RESTED_ENOUGH)
    return _ORDER.index(candidacy.verdict), hard or len(candidacy.against), candidacy.lag - likes, -rest


def _of_the_shift(candidacy: Candidacy, roster: Roster, judge: Judge, duty_id: DutyId) -> tuple[Violation, ...]:
    """What the shift's people would break together with the person; a leader it lacks already, too."""
    shift_id = roster.plan.shift_of(duty_id).id
    before = judge.of_shift(roster, shift_id)
    after = judge.of_shift(roster.with_changes({duty_id: Assignment(candidacy.volunteer_id)}), shift_id)
    return tuple(
        v
        for v in after
        if v.is_hard
        and v not in candidacy.against
        and (v.rule is Rule.LEADER_MISSING or not any(known.covers(v) for known in before))
    )


def _blocked(candidacy: Candidacy, together: tuple[Violation, ...]) -> Candidacy:
    return replace(candidacy, verdict=Verdict.BLOCKED, against=(*together, *candidacy.against))
