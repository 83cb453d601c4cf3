"""Words for one seat before and after: where and when, who stood there and who stands there now."""

from dataclasses import dataclass

from roster_app.domain.differences import SeatDifference, SeatPart
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services.words.times import date_words


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One seat in words; whether anybody stood, and stands, there."""

    where: str
    before: str
    after: str
    stood: bool = True
    stands: bool = True

    @property
    def phrase(self) -> str:
        """As it is read out."""
        return _("{duty}: {before} → {after}").format(duty=self.where, before=self.before, after=self.after)


def difference_row(difference: SeatDifference, directory: Directory, *, with_place: bool) -> DifferenceRow:
    """4月6日 周一 · 早班 · 横岗卡口 · 负责人: 王建国 → 李秀英."""
    seat = difference.seat
    shift, post = directory.shift_type.get(seat.shift_type_id), directory.post.get(seat.post_id)
    words = [date_words(seat.day), shift.name if shift else ""]
    if with_place:
        words.append(directory.checkpoint[seat.checkpoint_id].name)
    words.append(post.name if post else "")
    before, after = (_people(directory, difference, parts) for parts in (difference.before, difference.after))
    where = " · ".join(word for word in words if word)
    stood, stands = (any(part.volunteer_id for part in parts) for parts in (difference.before, difference.after))
    return DifferenceRow(where, before or _("new duty"), after or _("no longer wanted"), stood, stands)


def _people(directory: Directory, difference: SeatDifference, parts: tuple[SeatPart, ...]) -> str:
    """Who stood in a seat, with the times where they differ or the seat is cut; nothing of no seat."""

    def words(part: SeatPart) -> str:
        name = _("vacant")
        if part.volunteer_id is not None:
            name = directory.name.get(part.volunteer_id) or _("somebody removed since")
        return name if difference.span else f"{name} {part.span.start:%H:%M}–{part.span.end:%H:%M}"

    return _(", ").join(map(words, parts))
