"""`roster-app handover`: open items, counts of supplies and unsigned hand-overs from the command line."""

from collections.abc import Iterator

from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen, chosen_checkpoints, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.hand_over import (
    LogEdit,
    OpenItem,
    SupplyCount,
    SupplyKind,
    counted,
    last_known,
    open_item,
    supply_count,
    ticked,
)
from roster_app.domain.ids import CheckpointId
from roster_app.domain.names import name_key
from roster_app.domain.people import Team
from roster_app.i18n import _
from roster_app.services import Services
from roster_app.services.hand_overs import OpenLog
from roster_app.services.words import moment


def hand_over(call: Call) -> ExitCode:
    """List the log, add an item, tick one, or count supplies."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        log = services.hand_overs.open(team.id)
        places = chosen_checkpoints(log.directory, [call.arguments.checkpoint] if call.arguments.checkpoint else None)
        deed = {"list": _list, "add": _add, "done": _done, "supplies": _supplies}[call.arguments.deed]
        return deed(call, services, team, log, places or tuple(c.id for c in log.directory.checkpoints_in_order))


Places = tuple[CheckpointId, ...]


def _list(call: Call, _services: Services, team: Team, log: OpenLog, places: Places) -> ExitCode:
    """ATTENTION where a hand-over is not signed by both."""
    items = open_items(log, places)
    for number, item in enumerate(items, start=1):
        call.teller.say(_("{number}. {item}").format(number=number, item=_item_line(log, item)))
    if not items:
        call.teller.say(_("Nothing is open."))
    _tell_counts(call, log, places)
    waiting = [relief for relief in log.unsigned if relief.checkpoint_id in places]
    for relief in waiting:
        words = _("Not signed by both: {place}, {moment}")
        place = log.directory.checkpoint[relief.checkpoint_id].name
        call.teller.say(words.format(place=place, moment=moment(relief.moment)))
    call.teller.conclude(
        {
            "team": team.name,
            "items": [_item_facts(log, number, item) for number, item in enumerate(items, start=1)],
            "supplies": _count_facts(log, places),
            "unsigned": [
                {"checkpoint": log.directory.checkpoint[r.checkpoint_id].name, "moment": r.moment.isoformat()}
                for r in waiting
            ],
        }
    )
    return ExitCode.ATTENTION if waiting else ExitCode.DONE


def _add(call: Call, services: Services, team: Team, log: OpenLog, places: Places) -> ExitCode:
    (place,) = places
    present = log.present(place)
    shift = log.shift_name(present.outgoing) if present is not None and log.now <= present.moment else ""
    item = open_item(place, call.arguments.text, call.arguments.owner, log.now, shift)
    services.hand_overs.apply(LogEdit(None, item))
    return _conclude(call, team, log, item)


def _done(call: Call, services: Services, team: Team, log: OpenLog, places: Places) -> ExitCode:
    item = chosen_item(open_items(log, places), call.arguments.item)
    after = ticked(item, services.desk.author, log.now)
    services.hand_overs.apply(LogEdit(item, after))
    return _conclude(call, team, log, after)


def _supplies(call: Call, services: Services, team: Team, log: OpenLog, places: Places) -> ExitCode:
    """New counts belong to the hand-over that comes next at the one checkpoint named."""
    if call.arguments.counts:
        if call.arguments.checkpoint is None:
            raise NotChosen(_("Say with --checkpoint where it was counted."))
        edits = tuple(_counts(log, places[0], call.arguments.counts))
        services.hand_overs.apply(*(edit for edit in edits if edit.before != edit.after))
        log = services.hand_overs.open(team.id)
    _tell_counts(call, log, places)
    call.teller.conclude({"team": team.name, "supplies": _count_facts(log, places)})
    return ExitCode.DONE


def open_items(log: OpenLog, places: Places) -> tuple[OpenItem, ...]:
    """What is open now, checkpoint by checkpoint, the oldest first."""
    own = (item for item in log.log.items if item.done_at is None and item.checkpoint_id in places)
    return tuple(sorted(own, key=lambda item: (places.index(item.checkpoint_id), item.raised_at, item.id)))


def chosen_item(items: tuple[OpenItem, ...], said: str) -> OpenItem:
    """The item of that number (from 1) or with those words; raises where none or several are meant."""
    if said.isdecimal() and 1 <= int(said) <= len(items):
        return items[int(said) - 1]
    found = [item for item in items if name_key(said) in name_key(item.text)] if said.strip() else []
    if not found:
        raise DomainError(ErrorCode.UNKNOWN_ITEM, text=said)
    if len(found) > 1:
        texts = _(", ").join(item.text for item in found)
        raise NotChosen(_("Several items are meant: {items}").format(items=texts))
    return found[0]


def _counts(log: OpenLog, place: CheckpointId, said: list[str]) -> Iterator[LogEdit]:
    at = log.relief_near(place, log.now).moment
    known = {name_key(kind.name): kind for kind in log.kinds}
    before = counted(log.log.counts, place, at)
    for text in said:
        name, _equals, count = text.rpartition("=")
        kind = known.get(name_key(name))
        if kind is None:
            kinds = _(", ").join(kind.name for kind in log.kinds)
            raise NotChosen(
                _("“{text}” is not counted here; write as ITEM=COUNT one of: {kinds}").format(text=text, kinds=kinds)
            )
        yield LogEdit(before.get(kind.name), supply_count(place, kind, at, _number(count)))


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() else -1


def _known(log: OpenLog, place: CheckpointId) -> Iterator[tuple[SupplyKind, SupplyCount]]:
    """The newest count of each kind, one that was noted for the next hand-over included."""
    relief = log.present(place)
    newest = last_known(log.log.counts, place, log.now)
    if relief is not None:
        newest |= counted(log.log.counts, place, relief.moment)
    for kind in log.kinds:
        if kind.name in newest:
            yield kind, newest[kind.name]


def _tell_counts(call: Call, log: OpenLog, places: Places) -> None:
    for place in places:
        for kind, count in _known(log, place):
            words = _("{place}: {item} {count} ({moment})")
            call.teller.say(
                words.format(
                    place=log.directory.checkpoint[place].name,
                    item=kind.name,
                    count=f"{count.count} {kind.unit}".rstrip(),
                    moment=moment(count.at),
                )
            )


def _count_facts(log: OpenLog, places: Places) -> list[dict[str, object]]:
    return [
        {
            "checkpoint": log.directory.checkpoint[place].name,
            "item": kind.name,
            "unit": kind.unit,
            "count": count.count,
            "at": count.at.isoformat(),
        }
        for place in places
        for kind, count in _known(log, place)
    ]


def _conclude(call: Call, team: Team, log: OpenLog, item: OpenItem) -> ExitCode:
    call.teller.say(_item_line(log, item))
    call.teller.conclude({"team": team.name, "item": _item_facts(log, None, item)})
    return ExitCode.DONE


def _item_line(log: OpenLog, item: OpenItem) -> str:
    place = log.directory.checkpoint[item.checkpoint_id].name
    since = f"{moment(item.raised_at)} {item.raised_in}".rstrip()
    state = _("done {moment}") if item.done_at else _("since {moment}")
    when = state.format(moment=moment(item.done_at) if item.done_at else since)
    return " · ".join((place, item.text, item.owner or _("nobody named"), when))


def _item_facts(log: OpenLog, number: int | None, item: OpenItem) -> dict[str, object]:
    return {
        **({} if number is None else {"number": number}),
        "id": item.id,
        "checkpoint": log.directory.checkpoint[item.checkpoint_id].name,
        "text": item.text,
        "owner": item.owner,
        "raised_at": item.raised_at.isoformat(),
        "raised_in": item.raised_in,
        "done_at": item.done_at and item.done_at.isoformat(),
        "done_by": item.done_by,
    }
