"""The home area, and staying at one checkpoint: as wishes told by the cost alone and never as findings."""

from collections.abc import Iterator

from roster_app.domain.book import Continuity, HomeArea
from roster_app.domain.people import Volunteer
from roster_app.domain.rules.line import Line
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.team import Directory


def check_home(line: Line, entry: HomeArea, volunteer: Volunteer, directory: Directory) -> Iterator[Violation]:
    """Each duty of the period in another area than the person's, where both are known."""
    home = volunteer.area_id
    if home is None:
        return
    for stint in line.own(line.work):
        if directory.checkpoint[stint.checkpoint_id].area_id not in (None, home):
            points = priced(entry.points, 1)
            yield Violation(Rule.AWAY, (stint.duty_id,), volunteer.id, span=stint.span, points=points, entry=entry)


def check_place(line: Line, entry: Continuity) -> Iterator[Violation]:
    """Each duty at another checkpoint than the person's duty before it, in the order they begin."""
    before = None
    for stint in line.work:
        if before is not None and before.checkpoint_id != stint.checkpoint_id:
            ids = (before.duty_id, stint.duty_id)
            points = priced(entry.points, 1)
            yield Violation(Rule.PLACE_CHANGE, ids, line.volunteer_id, span=stint.span, points=points, entry=entry)
        before = stint
