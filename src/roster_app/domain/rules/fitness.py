"""Whether one person may stand one duty at all: membership, qualification, nights, availability, leave."""

from collections.abc import Iterator

from roster_app.domain.people import Timetable, Volunteer
from roster_app.domain.places import Post
from roster_app.domain.roster import Stint
from roster_app.domain.rules.violation import Rule, Violation
from roster_app.domain.team import TeamRules


def check_fitness(
    stint: Stint, volunteer: Volunteer, post: Post, timetable: Timetable, rules: TeamRules
) -> Iterator[Violation]:
    """What speaks against this person in this duty, whatever else the person does."""
    who, duty = volunteer.id, (stint.duty_id,)
    if not volunteer.member_on(stint.day):
        yield Violation(Rule.MEMBERSHIP, duty, who, span=stint.span)
    if lacking := post.requires - volunteer.qualifications:
        yield Violation(Rule.QUALIFICATION, duty, who, span=stint.span, lacking=lacking)
    if not volunteer.nights_allowed and rules.is_night(stint.span):
        actual = rules.night_minutes(stint.span)
        yield Violation(Rule.NIGHTS_NOT_ALLOWED, duty, who, actual, rules.night_counts_from - 1, stint.span)
    if blocked := timetable.blocks(stint.span):
        yield Violation(Rule.UNAVAILABLE, duty, who, span=blocked)
    if leave := timetable.leave_during(stint.span):
        yield Violation(Rule.ON_LEAVE, duty, who, span=leave.span)
    if any(span.overlaps(stint.span) for span in timetable.unwanted):
        yield Violation(Rule.UNWANTED, duty, who, span=stint.span)
