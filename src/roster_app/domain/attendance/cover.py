"""实际覆盖: what the posts required at every minute up to a moment, held against who was really there."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from roster_app.domain.attendance.entries import Attendee
from roster_app.domain.attendance.presence import Presence
from roster_app.domain.cover import CoverProof, Stood, prove_stood
from roster_app.domain.ids import PostId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, merged


def actual_cover(roster: Roster, directory: Directory, present: Iterable[Presence], until: datetime) -> CoverProof:
    """The proof of a period up to a moment: gaps, single cover, over-cover. A person counts once at a post.

    Somebody in no list has no qualification that a role could count.
    """
    own: dict[PostId, dict[Attendee, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for one in present:
        own[one.seat.post_id][one.who].append(one.span)
    stood = {
        post: [Stood(span, who.volunteer_id) for who, spans in people.items() for span in merged(spans)]
        for post, people in own.items()
    }
    return prove_stood(roster, directory, stood, until)
