"""Which qualifications are asked for although nobody has them: no search can fill what they are asked at."""

from roster_app.domain.ids import QualificationId
from roster_app.domain.people import Qualification
from roster_app.domain.team import Directory


def unheld(directory: Directory) -> tuple[Qualification, ...]:
    """What posts require, or the rule of a leader each shift asks for, and nobody of the team is qualified for.

    Qualifications that others include count as held by whoever has one of these.
    """
    held = frozenset[QualificationId]().union(*directory.skills.values())
    missing = _asked(directory, held) - held
    return tuple(q for q in directory.qualifications if q.id in missing)


def _asked(directory: Directory, held: frozenset[QualificationId]) -> frozenset[QualificationId]:
    staffed = [p for c in directory.checkpoints if c.pattern_id is not None for p in directory.posts_of.get(c.id, ())]
    required = frozenset[QualificationId]().union(*(post.requires for post in staffed))
    leaders = directory.leading
    if staffed and directory.rules.leader_each_shift and not leaders & (held | required):
        required |= leaders
    return required
