"""What there is to tell about a roster: cover, vacancies, conflicts, and how evenly the burden lies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roster_app.cli.telling import Teller
from roster_app.domain.candidates import why_vacant
from roster_app.domain.cover import CoverLine
from roster_app.domain.fairness import Burden, burdens
from roster_app.domain.ids import DutyId
from roster_app.domain.people import Volunteer
from roster_app.domain.rules import Violation
from roster_app.i18n import _, ngettext
from roster_app.services.rostering import OpenRoster
from roster_app.services.words import (
    cover_line,
    duration,
    duty_name,
    gap_sentence,
    remedy,
    rule_name,
    sentence_of_violation,
)

MOST_LINES = 50


@dataclass(frozen=True)
class Judged:
    """An open roster with its proof and its violations, worked out once."""

    opened: OpenRoster
    violations: tuple[Violation, ...]

    @classmethod
    def of(cls, opened: OpenRoster) -> "Judged":
        """Judge the roster as it stands."""
        return cls(opened, opened.judge.judge(opened.roster))

    @property
    def hard(self) -> tuple[Violation, ...]:
        """What must be mended."""
        return tuple(v for v in self.violations if v.is_hard)

    @property
    def wishes(self) -> tuple[Violation, ...]:
        """What would be nicer otherwise."""
        return tuple(v for v in self.violations if not v.is_hard)

    @property
    def sound(self) -> bool:
        """Whether every minute is covered and no rule is broken."""
        return self.opened.proof.complete and not self.hard

    @property
    def vacancies(self) -> list[str]:
        """The vacant duties by name."""
        roster = self.opened.roster
        return [duty_name(duty.id, roster.plan, self.opened.directory) for duty in roster.vacancies]


def tell_cover(teller: Teller, judged: Judged) -> None:
    """One line a checkpoint, and every gap at a post."""
    proof, directory = judged.opened.proof, judged.opened.directory
    for line in proof.checkpoints:
        teller.say(cover_line(line, directory))
    gaps = [gap_sentence(line, gap, directory) for line in proof.posts for gap in line.gaps]
    teller.say_some(gaps, MOST_LINES, _("… and {count} more gaps"))


def tell_conflicts(teller: Teller, judged: Judged, wishes: bool = False) -> None:
    """How many rules are broken, and each breach with what would mend it."""
    count = len(judged.hard)
    if count:
        teller.say(ngettext("{count} conflict:", "{count} conflicts:", count).format(count=count))
        teller.say_some(_told(judged, judged.hard), MOST_LINES, _("… and {count} more conflicts"))
    else:
        teller.say(_("No conflicts."))
    if judged.wishes:
        missed = len(judged.wishes)
        teller.say(ngettext("{count} wish is not met.", "{count} wishes are not met.", missed).format(count=missed))
    if wishes:
        teller.say_some(_told(judged, judged.wishes), MOST_LINES, _("… and {count} more wishes"))


def tell_vacancies(teller: Teller, judged: Judged, reasons: bool = False) -> None:
    """Every duty nobody holds; with `reasons`, what keeps each volunteer from it."""
    names = judged.vacancies
    if not names:
        teller.say(_("No vacancies."))
        return
    teller.say(ngettext("{count} vacancy:", "{count} vacancies:", len(names)).format(count=len(names)))
    if not reasons:
        teller.say_some(names, MOST_LINES, _("… and {count} more vacancies"))
        return
    for name, duty in zip(names, judged.opened.roster.vacancies, strict=True):
        teller.say(f"  {name}")
        for line in _reasons(judged, duty.id):
            teller.say(f"    {line}")


def tell_spread(teller: Teller, judged: Judged) -> None:
    """How far apart those lie who can stand at any time."""
    spread = spread_of(judged)
    if spread is not None:
        teller.say(
            _(
                "Of the {people} who can stand at any time, the busiest has {hours} more than the least busy, "
                "{nights} nights and {weekends} weekend duties more."
            ).format(
                people=spread["people"],
                hours=duration(spread["minutes"]),
                nights=spread["nights"],
                weekends=spread["weekends"],
            )
        )


def roster_facts(judged: Judged) -> dict[str, object]:
    """The same for programs."""
    opened = judged.opened
    return {
        "volunteers": len(opened.directory.volunteers),
        "duties": len(opened.roster.plan.duties),
        "vacancies": len(opened.roster.vacancies),
        "hard_violations": len(judged.hard),
        "wishes_missed": len(judged.wishes),
        "cover": [_cover_facts(line, judged) for line in opened.proof.checkpoints],
        "spread": spread_of(judged),
    }


def spread_of(judged: Judged) -> Mapping[str, int] | None:
    """Largest less smallest burden among those who can stand at any time; nothing where there are none."""
    opened = judged.opened
    carried = burdens(opened.roster.stints, opened.directory)
    shares = [carried.get(v.id, Burden()) for v in opened.directory.volunteers if _at_any_time(v, opened)]
    if not shares:
        return None
    return {
        "people": len(shares),
        "minutes": _range([b.minutes for b in shares]),
        "nights": _range([b.nights for b in shares]),
        "weekends": _range([b.weekends for b in shares]),
        "holidays": _range([b.holidays for b in shares]),
    }


def _at_any_time(volunteer: Volunteer, opened: OpenRoster) -> bool:
    """Does nights, is a member throughout, and nothing is stated against any minute of the period."""
    period, timetable = opened.period, opened.judge.timetables[volunteer.id]
    member = volunteer.member_on(period.first) and volunteer.member_on(period.last)
    unhindered = timetable.blocks(period.span) is None and timetable.leave_during(period.span) is None
    return volunteer.nights_allowed and member and unhindered


def _range(amounts: list[int]) -> int:
    return max(amounts) - min(amounts)


def _cover_facts(line: CoverLine, judged: Judged) -> dict[str, object]:
    return {
        "checkpoint": judged.opened.directory.checkpoint[line.checkpoint_id].name,
        "required_minutes": line.required_minutes,
        "covered_minutes": line.covered_minutes,
        "gap_minutes": line.gap_minutes,
    }


def _told(judged: Judged, violations: tuple[Violation, ...]) -> Iterator[str]:
    opened = judged.opened
    for violation in violations:
        who = opened.directory.name[violation.volunteer_id] if violation.volunteer_id else rule_name(violation.rule)
        what = sentence_of_violation(violation, opened.directory, opened.roster.plan)
        yield _("{who}: {what}. {remedy}").format(who=who, what=what, remedy=remedy(violation))


def _reasons(judged: Judged, duty_id: DutyId) -> Iterator[str]:
    opened = judged.opened
    for candidacy in why_vacant(opened.roster, opened.judge, duty_id):
        name = opened.directory.name[candidacy.volunteer_id]
        told = [sentence_of_violation(v, opened.directory, opened.roster.plan) for v in candidacy.against]
        yield _("{name}: {reasons}").format(name=name, reasons=_("; ").join(told) or _("could take it"))
