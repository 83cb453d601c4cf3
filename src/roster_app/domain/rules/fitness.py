"""Whether one person may stand one duty at all: membership, qualification, nights, availability, leave."""

from collections.abc import Iterator

from roster_app.domain.book import Wishes
from roster_app.domain.ids import QualificationId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.places import Post
from roster_app.domain.roster import Stint
from roster_app.domain.rules.violation import Rule, Violation
from roster_app.domain.team import TeamRules
from roster_app.domain.timetable import Timetable


def check_fitness(
    stint: Stint,
    volunteer: Volunteer,
    post: Post,
    timetable: Timetable,
    rules: TeamRules,
    skills: frozenset[QualificationId] | None = None,
) -> Iterator[Violation]:
    """What speaks against this person in this duty, whatever else the person does.

    `skills` are the person's qualifications with all that they include; None: just those.
    """
    who, duty = volunteer.id, (stint.duty_id,)
    if not volunteer.member_on(stint.day):
        yield Violation(Rule.MEMBERSHIP, duty, who, span=stint.span)
    if lacking := post.requires - (volunteer.qualifications if skills is None else skills):
        yield Violation(Rule.QUALIFICATION, duty, who, span=stint.span, lacking=lacking)
    if not volunteer.nights_allowed and rules.is_night(stint.span):
        actual = rules.night_minutes(stint.span)
        yield Violation(Rule.NIGHTS_NOT_ALLOWED, duty, who, actual, rules.night_counts_from - 1, stint.span)
    if blocked := timetable.blocks(stint.span, stint.shift_type_id):
        yield Violation(Rule.UNAVAILABLE, duty, who, span=blocked)
    if leave := timetable.leave_during(stint.span):
        yield Violation(Rule.ON_LEAVE, duty, who, span=leave.span)
    if timetable.unwanted or timetable.wishes:
        yield from _unwanted(stint, who, timetable, rules)


def _unwanted(stint: Stint, who: VolunteerId, timetable: Timetable, rules: TeamRules) -> Iterator[Violation]:
    for entry in rules.book.of(Wishes, who):
        points = timetable.refused(stint.span, stint.shift_type_id, entry.unwanted)
        if points is not None:
            yield Violation(Rule.UNWANTED, (stint.duty_id,), who, span=stint.span, points=points, entry=entry)


def reward(stint: Stint, who: VolunteerId, timetable: Timetable, rules: TeamRules) -> int:
    """The points that a wish granted by this duty takes off the cost."""
    if not (timetable.wanted or timetable.wishes):
        return 0
    granted = (timetable.granted(stint.span, stint.shift_type_id, e.wanted) for e in rules.book.of(Wishes, who))
    return sum(points for points in granted if points is not None)
