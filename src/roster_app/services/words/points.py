"""What points are paid for, in words."""

from collections.abc import Mapping

from roster_app.domain.rules import Cause
from roster_app.i18n import _
from roster_app.services.words.rule_parts import points_words


def cause_name(cause: Cause) -> str:
    """What a part of a roster's cost is paid for."""
    return {
        Cause.VACANCY: _("vacancies"),
        Cause.SURPLUS: _("more people than wanted"),
        Cause.HOURS: _("fair hours"),
        Cause.NIGHTS: _("fair nights"),
        Cause.WEEKENDS: _("fair weekends"),
        Cause.HOLIDAYS: _("fair holidays"),
        Cause.SHARES: _("fair shares"),
        Cause.WISHES: _("wishes"),
        Cause.AWAY: _("own area"),
        Cause.CONTINUITY: _("same place"),
        Cause.REST: _("rest"),
        Cause.RUNS: _("days in a row"),
        Cause.AMOUNTS: _("limits of amount"),
        Cause.ROTATION: _("rotation"),
        Cause.CREW: _("people of a shift"),
        Cause.TURNS: _("turns"),
        Cause.STABILITY: _("published duties"),
    }[cause]


def dearer_words(points: int) -> str:
    """贵 240 分; 便宜 20 分; 不多花分."""
    if not points:
        return _("at no cost")
    if points < 0:
        return _("{points} less").format(points=points_words(-points))
    return _("{points} more").format(points=points_words(points))


def parts_words(parts: Mapping[str, int]) -> str:
    """夜班公平 +480、愿望 −20: the weightiest three first."""
    told = sorted(parts.items(), key=lambda part: -abs(part[1]))[:3]
    return _(", ").join(_("{cause} {points:+d}").format(cause=cause_name(Cause(c)), points=p) for c, p in told)
