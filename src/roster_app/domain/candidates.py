"""Who could take a duty: everybody, best first, each with what speaks for and against; and why a duty stays vacant."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from roster_app.domain.fairness import Burden, BurdenKind, FairShare
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Assignment, Roster, VacancyCause
from roster_app.domain.rules import Judge, Rule, Violation


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
    asked, burdens, nothing = _Asked(roster, judge, duty_id), judge.burdens(roster), Burden()
    found = (asked.of(v, burdens.get(v.id, nothing)) for v in judge.directory.volunteers)
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


class _Asked:
    """A duty, with what is the same whoever is asked to take it."""

    def __init__(self, roster: Roster, judge: Judge, duty_id: DutyId) -> None:
        self._roster, self._judge, self._duty_id = roster, judge, duty_id
        shift = judge.plan.shift_of(duty_id)
        self._span = judge.plan.duty[duty_id].span
        self._area = judge.directory.checkpoint[shift.checkpoint_id].area_id
        self._burden = judge.burden[duty_id]
        self._holder = roster.holder(duty_id)
        self._shared = [(kind, amount) for kind in BurdenKind if (amount := self._burden.amount(kind))]

    def of(self, volunteer: Volunteer, carried: Burden) -> Candidacy:
        """One person for it, with all that the person carries now."""
        who, area = volunteer.id, self._area
        against = self._judge.why_not(self._roster, self._duty_id, who)
        holds = self._holder == who
        burden = _less(carried, self._burden) if holds else carried
        share = self._judge.shares[who]
        rested, until_next = self._judge.free_around(self._roster, self._duty_id, who)
        beyond, lag = self._weighed(burden, share)
        return Candidacy(
            volunteer_id=who,
            verdict=_verdict(against, beyond),
            against=tuple(sorted(against, key=_wishes_last)) if len(against) > 1 else against,
            burden=burden,
            share=share,
            lag=lag,
            rested=rested,
            until_next=until_next,
            at_home=None if area is None or volunteer.area_id is None else area == volunteer.area_id,
            wanted=self._judge.timetables[who].wants(self._span),
            holds=holds,
        )

    def _weighed(self, burden: Burden, share: FairShare) -> tuple[bool, float]:
        """Whether it would bring the person beyond a fair band, and how far from the fair share, in duties."""
        beyond, lag = False, 0.0
        for kind, amount in self._shared:
            then, band = burden.amount(kind) + amount, share.band(kind)
            beyond = beyond or then > band.high
            lag += (then - band.share) / amount
        return beyond, lag


def _wishes_last(violation: Violation) -> bool:
    return not violation.is_hard


def _verdict(against: Sequence[Violation], beyond: bool) -> Verdict:
    if any(violation.is_hard for violation in against):
        return Verdict.BLOCKED
    return Verdict.POSSIBLE if against or beyond else Verdict.RECOMMENDED


def _less(burden: Burden, duty: Burden) -> Burden:
    return Burden(
        burden.minutes - duty.minutes,
        burden.nights - duty.nights,
        burden.weekends - duty.weekends,
        burden.holidays - duty.holidays,
        burden.night_minutes - duty.night_minutes,
        burden.duties - duty.duties,
    )


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
