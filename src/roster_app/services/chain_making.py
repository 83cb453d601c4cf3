"""Texts for the group: a ready sign-up chain for open duties, the duties of a day, reminders and thanks.

Pure functions of a roster; no text holds a phone number.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from roster_app.domain.ids import CheckpointId, DutyId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import Duty, Roster, Stint
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.i18n import _, ngettext
from roster_app.services.words.times import clock_times, date_words, duration

_IDS_A_LETTER = 99


@dataclass(frozen=True, slots=True)
class OfferedDuty:
    """Vacant seats of one shift at one checkpoint over the same minutes, under the short id of their chain."""

    code: str
    day: date
    checkpoint_id: CheckpointId
    shift_type_id: ShiftTypeId
    span: Span
    duties: tuple[DutyId, ...]


def offered_duties(
    roster: Roster, first: date, last: date, places: Collection[CheckpointId] | None = None
) -> tuple[OfferedDuty, ...]:
    """The vacancies of these days in order of time and place, with ids A1 … A99, B1 …; None for all checkpoints."""
    vacant = [
        duty
        for duty in roster.vacancies
        if first <= (shift := roster.plan.shift_of(duty.id)).day <= last
        and (places is None or shift.checkpoint_id in places)
    ]
    groups = groupby(sorted(vacant, key=lambda duty: _place(roster, duty)), key=lambda duty: _place(roster, duty))
    return tuple(
        OfferedDuty(_code(index), day, checkpoint, shift_type, span, tuple(duty.id for duty in duties))
        for index, ((day, span, checkpoint, shift_type), duties) in enumerate(groups)
    )


def chain_text(offered: Sequence[OfferedDuty], directory: Directory) -> str:
    """A chain to be sent to the group; whoever replies `3. 张伟 A3` has said everything."""
    days = [date_words(day) for day in dict.fromkeys((min(o.day for o in offered), max(o.day for o in offered)))]
    lines = [_("#Group Note"), _("Duties to take, {days}").format(days=_(" to ").join(days))]
    lines += [_offer_line(offer, directory) for offer in offered]
    lines += [_("Example: name and id, as {code}").format(code=offered[0].code), "", "1. "]
    return "\n".join(lines)


def duty_report(roster: Roster, directory: Directory, day: date) -> str:
    """值班通报: who stands where that day, and what is vacant."""
    lines = [_("Duty report, {day}").format(day=date_words(day))]
    for checkpoint, duties in _of_day(roster, directory, day):
        lines += ["", directory.checkpoint[checkpoint].name, *_shift_lines(roster, directory, duties)]
    return "\n".join(lines)


def reminders(roster: Roster, directory: Directory, day: date) -> dict[VolunteerId, str]:
    """A message to each person who stands that day, by name; in order of time."""
    texts: dict[VolunteerId, list[str]] = {}
    for stint in roster.stints:
        if stint.day == day:
            told = _("{shift} {times}, {place}, {post}").format(
                shift=directory.shift_type[roster.plan.shift_of(stint.duty_id).shift_type_id].name,
                times=clock_times(stint.span),
                place=directory.checkpoint[stint.checkpoint_id].name,
                post=directory.post[stint.post_id].name,
            )
            texts.setdefault(stint.volunteer_id, []).append(told)
    return {who: _reminder(directory.name[who], day, told) for who, told in texts.items()}


def thanks(roster: Roster, directory: Directory, day: date) -> str:
    """Thanks to all who stood that day, with person-times and hours as planned."""
    stints = [stint for stint in roster.stints if stint.day == day]
    names = _(", ").join(dict.fromkeys(directory.name[stint.volunteer_id] for stint in stints))
    count = ngettext("{count} duty", "{count} duties", len(stints)).format(count=len(stints))
    hours = duration(sum(stint.span.minutes for stint in stints))
    return _("{day}: {duties}, {hours} together. Thank you: {names}").format(
        day=date_words(day), duties=count, hours=hours, names=names
    )


def thanks_each(roster: Roster, directory: Directory, day: date) -> dict[VolunteerId, str]:
    """Thanks to each person who stood that day, with what they stood and the hours as planned; in order of time."""
    stood: dict[VolunteerId, list[Stint]] = {}
    for stint in roster.stints:
        if stint.day == day:
            stood.setdefault(stint.volunteer_id, []).append(stint)
    return {
        who: _("{name}, thank you for {duties} on {day}, {hours}.").format(
            name=directory.name[who],
            duties=_(", ").join(dict.fromkeys(_shift_and_place(roster, directory, stint) for stint in stints)),
            day=date_words(day),
            hours=duration(sum(stint.span.minutes for stint in stints)),
        )
        for who, stints in stood.items()
    }


def _shift_and_place(roster: Roster, directory: Directory, stint: Stint) -> str:
    shift = directory.shift_type[roster.plan.shift_of(stint.duty_id).shift_type_id].name
    return _("{shift}, {place}").format(shift=shift, place=directory.checkpoint[stint.checkpoint_id].name)


def _place(roster: Roster, duty: Duty) -> tuple[date, Span, CheckpointId, ShiftTypeId]:
    shift = roster.plan.shift_of(duty.id)
    return shift.day, duty.span, shift.checkpoint_id, shift.shift_type_id


def _code(index: int) -> str:
    return f"{chr(ord('A') + index // _IDS_A_LETTER % 26)}{index % _IDS_A_LETTER + 1}"


def _offer_line(offer: OfferedDuty, directory: Directory) -> str:
    return _("{code} {day} {shift} {times} {place} ×{count}").format(
        code=offer.code,
        day=date_words(offer.day),
        shift=directory.shift_type[offer.shift_type_id].name,
        times=clock_times(offer.span),
        place=directory.checkpoint[offer.checkpoint_id].name,
        count=len(offer.duties),
    )


def _of_day(roster: Roster, directory: Directory, day: date) -> Iterator[tuple[CheckpointId, list[Duty]]]:
    found = [duty for duty in roster.plan.duties if roster.plan.shift_of(duty.id).day == day]
    for checkpoint in directory.checkpoints_in_order:
        here = [duty for duty in found if roster.plan.shift_of(duty.id).checkpoint_id == checkpoint.id]
        if here:
            yield checkpoint.id, here


def _shift_lines(roster: Roster, directory: Directory, duties: Sequence[Duty]) -> Iterator[str]:
    vacant = {duty.id for duty in roster.vacancies}
    ordered = sorted(duties, key=lambda duty: (duty.span, _place(roster, duty)))
    for (_day, span, _checkpoint, shift_type), group in groupby(ordered, key=lambda duty: _place(roster, duty)):
        seats = list(group)
        names = [directory.name[who] for duty in seats if (who := roster.holder(duty.id)) is not None]
        missing = sum(duty.id in vacant for duty in seats)
        told = _(", ").join(names)
        if missing:
            told = f"{told} " + _("({count} vacant)").format(count=missing)
        yield _("{shift} {times}: {names}").format(
            shift=directory.shift_type[shift_type].name, times=clock_times(span), names=told.strip()
        )


def _reminder(name: str, day: date, told: Sequence[str]) -> str:
    return _("{name}, a reminder of your duty on {day}: {duties}. Thank you!").format(
        name=name, day=date_words(day), duties=_("; ").join(told)
    )
