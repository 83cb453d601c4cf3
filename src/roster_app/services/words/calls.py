"""Messages to copy into the group chat: a stand-in is wanted, a stand-in is found."""

from collections.abc import Sequence

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.i18n import _
from roster_app.services.words.names import seat_name
from roster_app.services.words.times import span_words

_ASKED = 3


def stand_in_wanted(
    duty_id: DutyId,
    span: Span,
    away: VolunteerId,
    likely: Sequence[VolunteerId],
    directory: Directory,
    plan: DutyPlan,
) -> str:
    """【横三突击队】急寻代班：横岗卡口 4月16日 夜班 队员，4月16日 22:00–次日06:00。张伟不能到岗。…"""
    lines = [
        _("[{team}] Stand-in wanted: {duty}, {span}.").format(
            team=directory.team.name, duty=seat_name(plan.duty[duty_id], plan, directory), span=span_words(span)
        ),
        _("{name} cannot come.").format(name=directory.name[away]),
    ]
    if likely:
        names = _(", ").join(directory.name[who] for who in likely[:_ASKED])
        lines.append(_("{names}: could one of you take it? Please answer here.").format(names=names))
    else:
        lines.append(_("Whoever can take it, please answer here."))
    return "\n".join(lines)


def stand_in_found(
    duty_id: DutyId, span: Span, away: VolunteerId, who: VolunteerId, directory: Directory, plan: DutyPlan
) -> str:
    """【横三突击队】李秀英代张伟：横岗卡口 4月16日 夜班 队员，4月16日 22:00–次日06:00。"""
    return _("[{team}] {name} stands in for {away}: {duty}, {span}. Thank you!").format(
        team=directory.team.name,
        name=directory.name[who],
        away=directory.name[away],
        duty=seat_name(plan.duty[duty_id], plan, directory),
        span=span_words(span),
    )
