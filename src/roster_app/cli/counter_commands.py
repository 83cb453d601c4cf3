"""`roster-app counters`: what is counted, values entered at the end of a duty, and sums, from the command line."""

from datetime import date

from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen, chosen_checkpoints, chosen_team
from roster_app.cli.counter_paste import paste
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.counter_totals import Grouping
from roster_app.domain.counters import Counter, CounterEntry, Occasion
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, ShiftTypeId
from roster_app.domain.names import name_key
from roster_app.domain.people import Team
from roster_app.i18n import _
from roster_app.services import Services
from roster_app.services.counter_words import counter_words
from roster_app.services.counters import OpenCounters, new_counter


def counters(call: Call) -> ExitCode:
    """List counters, change one or take the usual ones, enter values, or sum them."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        deed = {"list": _list, "set": _set, "enter": _enter, "paste": paste, "totals": _totals}[call.arguments.deed]
        return deed(call, services, team)


def _list(call: Call, services: Services, team: Team) -> ExitCode:
    opened = services.counters.open(team.id, date.max, date.max)
    for counter in opened.book.counters:
        call.teller.say(_line(opened, counter))
    if not opened.book.counters:
        call.teller.say(_("Nothing is counted yet. Take the usual counters with: roster-app counters set --usual"))
    call.teller.conclude({"team": team.name, "counters": [_facts(opened, c) for c in opened.book.counters]})
    return ExitCode.DONE


def _set(call: Call, services: Services, team: Team) -> ExitCode:
    """The counter of that name as it is said, a new one where there is none; or all the usual ones."""
    said = call.arguments
    if said.usual:
        services.counters.take_usual(team.id)
    elif said.name is None:
        raise NotChosen(_("Name a counter, or take the usual ones with --usual."))
    else:
        opened = services.counters.open(team.id, date.max, date.max)
        before = opened.book.counters
        known = next((c for c in before if name_key(c.name) == name_key(said.name)), None)
        wanted = _as_said(call, opened, known or new_counter(team.id, said.name))
        after = tuple(wanted if c.id == wanted.id else c for c in before)
        services.counters.arrange(team.id, before, after if known else (*before, wanted))
    return _list(call, services, team)


def _as_said(call: Call, opened: OpenCounters, counter: Counter) -> Counter:
    said = call.arguments
    places = chosen_checkpoints(opened.directory, said.checkpoint)
    return Counter(
        counter.id,
        counter.team_id,
        counter.name,
        counter.unit if said.unit is None else said.unit,
        counter.order,
        frozenset(places) if said.checkpoint else counter.checkpoint_ids,
        counter.post_ids,
        counter.also if said.also is None else tuple(said.also),
        counter.archived if said.use is None else not said.use,
    )


def _enter(call: Call, services: Services, team: Team) -> ExitCode:
    """A value that stands already is left alone, and another one corrects it for the reason given."""
    said = call.arguments
    on: date = said.on or services.desk.today()
    opened = services.counters.open(team.id, on, on)
    (place,) = chosen_checkpoints(opened.directory, [said.checkpoint])
    occasion = Occasion(place, on, _shift(opened, place, said.shift), None, said.by)
    wanted = [_value(opened, text) for text in said.values]
    entries = []
    for counter, value in wanted:
        latest = opened.book.latest.get((counter.id, occasion))
        if latest is None or latest.value != value:
            entries.append(services.counters.enter((counter.id, occasion), value, latest, said.reason))
    for entry in entries:
        words = _("{item}: {count}").format(
            item=counter_words(opened.book.counter[entry.counter_id]), count=entry.value
        )
        call.teller.say(words)
    call.teller.conclude({"team": team.name, "entries": [_entry_facts(opened, entry) for entry in entries]})
    return ExitCode.DONE


def _totals(call: Call, services: Services, team: Team) -> ExitCode:
    said = call.arguments
    first: date = said.first or services.desk.today().replace(day=1)
    last: date = said.last or max(first, services.desk.today())
    if last < first:
        raise DomainError(ErrorCode.EMPTY_PERIOD, first=first, last=last)
    opened = services.counters.open(team.id, first, last)
    places = frozenset(chosen_checkpoints(opened.directory, said.checkpoint))
    table = opened.table(Grouping(said.by), first, last, places)
    for row in table.texts:
        call.teller.say("\t".join(row))
    if said.export is not None:
        services.counters.export(team.id, table, said.export)
    names = [counter.name for counter in table.counters]
    call.teller.conclude(
        {
            "team": team.name,
            "first": first.isoformat(),
            "last": last.isoformat(),
            "by": said.by,
            "rows": [{"label": label, "values": dict(zip(names, row, strict=True))} for label, row in table.rows],
            "totals": dict(zip(names, table.sums, strict=True)),
        }
    )
    return ExitCode.DONE


def _shift(opened: OpenCounters, place: CheckpointId, name: str | None) -> ShiftTypeId | None:
    if name is None:
        return None
    shifts = opened.shifts(place)
    found = next((shift.id for shift in shifts if name_key(shift.name) == name_key(name)), None)
    if found is None:
        known = _(", ").join(shift.name for shift in shifts)
        raise NotChosen(_("There is no shift “{name}” there. Shifts: {known}").format(name=name, known=known))
    return found


def _value(opened: OpenCounters, text: str) -> tuple[Counter, int]:
    name, _equals, value = text.rpartition("=")
    key = name_key(name)
    found = [c for c in opened.book.current if key in {name_key(word) for word in (c.name, *c.also)}]
    if len(found) != 1:
        known = _(", ").join(counter.name for counter in opened.book.current)
        raise DomainError(ErrorCode.UNKNOWN_COUNTER, name=text, known=known)
    return found[0], int(value) if value.strip().isdecimal() else -1


def _line(opened: OpenCounters, counter: Counter) -> str:
    where = [place.name for place in opened.directory.checkpoints_in_order if place.id in counter.checkpoint_ids]
    where += [post.name for post in opened.directory.posts if post.id in counter.post_ids]
    parts = [counter_words(counter), _(", ").join(where) or _("everywhere")]
    return " · ".join((*parts, _("laid aside")) if counter.archived else parts)


def _facts(opened: OpenCounters, counter: Counter) -> dict[str, object]:
    directory = opened.directory
    return {
        "id": counter.id,
        "name": counter.name,
        "unit": counter.unit,
        "checkpoints": [c.name for c in directory.checkpoints_in_order if c.id in counter.checkpoint_ids],
        "posts": [post.name for post in directory.posts if post.id in counter.post_ids],
        "also": list(counter.also),
        "in_use": not counter.archived,
    }


def _entry_facts(opened: OpenCounters, entry: CounterEntry) -> dict[str, object]:
    occasion, directory = entry.occasion, opened.directory
    shift = directory.shift_type.get(occasion.shift_type_id) if occasion.shift_type_id else None
    return {
        "id": entry.id,
        "counter": opened.book.counter[entry.counter_id].name,
        "checkpoint": directory.checkpoint[occasion.checkpoint_id].name,
        "day": occasion.day.isoformat(),
        "shift": shift.name if shift else None,
        "by": occasion.told_by,
        "value": entry.value,
        "corrects": entry.corrects,
        "reason": entry.reason,
    }
