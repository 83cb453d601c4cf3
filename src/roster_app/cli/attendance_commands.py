"""`roster-app attendance`: who is on, sign-in and sign-out, keyed sheets, corrections, actual cover and hours."""

import sys
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import datetime

from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen, chosen_checkpoints, chosen_period, chosen_person, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.attendance.board import Due
from roster_app.domain.attendance.entries import Attendee, Entry, Facts, Mark, current
from roster_app.domain.attendance.hours import ActualLine
from roster_app.domain.hours import Hours, HoursAsked, grouped, of_kind, total
from roster_app.domain.ids import AttendanceId, CheckpointId
from roster_app.domain.names import name_key
from roster_app.domain.people import Team
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services import Services
from roster_app.services.attendance import AtRow, ByPerson, ByToken, Entered, Where
from roster_app.services.words import duration, moment, span_words, tag_name
from roster_app.services.words.times import clock_times


def attendance(call: Call) -> ExitCode:
    """One of the deeds."""
    deeds: Mapping[str, Callable[[Call, Services, Team], ExitCode]] = {
        "now": _now,
        "sign-in": _sign,
        "sign-out": _sign,
        "key": _key,
        "list": _list,
        "correct": _correct,
        "undo": _undo,
        "cover": _cover,
        "hours": _hours,
    }
    with call.services() as services:
        return deeds[call.arguments.deed](call, services, chosen_team(services, call.arguments.team))


def _now(call: Call, services: Services, team: Team) -> ExitCode:
    """ATTENTION where somebody is late, a post has a single person or a gap is ahead."""
    board, directory = services.attendance.now(team.id), services.teams.directory(team.id)
    place, post = directory.checkpoint, directory.post

    def where(due: Due) -> str:
        name = _("nobody") if due.holder is None else directory.name[due.holder]
        return f"{place[due.seat.checkpoint_id].name} · {post[due.seat.post_id].name} · {span_words(due.span)} · {name}"

    say = call.teller.say
    say(_("On duty now ({moment}):").format(moment=moment(board.now)))
    for one in board.on:
        here = f"{place[one.seat.checkpoint_id].name} · {post[one.seat.post_id].name}"
        say(
            "  "
            + _("{here} · {name}, since {moment}").format(
                here=here, name=_name(one.who, directory), moment=moment(one.span.start)
            )
        )
    for due in board.late:
        say(_("Late: {duty}").format(duty=where(due)))
    for single in board.single:
        found = post[single]
        say(_("Only one person: {place} · {post}").format(place=place[found.checkpoint_id].name, post=found.name))
    for gap in board.gaps:
        words = _("Nobody: {place} · {post} · {span}") if gap.at_risk else _("Too few: {place} · {post} · {span}")
        say(
            words.format(
                place=place[gap.checkpoint_id].name, post=post[gap.post_id].name, span=span_words(gap.stretch.span)
            )
        )
    for due in board.next:
        say(_("Next: {duty}").format(duty=where(due)))
    call.teller.conclude(
        {
            "team": team.name,
            "now": board.now.isoformat(),
            "on": [
                {
                    "checkpoint": place[p.seat.checkpoint_id].name,
                    "post": post[p.seat.post_id].name,
                    "name": _name(p.who, directory),
                    "since": p.span.start.isoformat(),
                }
                for p in board.on
            ],
            "late": [_due_facts(due, directory) for due in board.late],
            "next": [_due_facts(due, directory) for due in board.next],
            "single": [post[p].name for p in board.single],
            "gaps": [
                {
                    "checkpoint": place[g.checkpoint_id].name,
                    "post": post[g.post_id].name,
                    "start": g.stretch.span.start.isoformat(),
                    "end": g.stretch.span.end.isoformat(),
                    "missing": g.stretch.missing,
                    "at_risk": g.at_risk,
                }
                for g in board.gaps
            ],
        }
    )
    return ExitCode.ATTENTION if board.late or board.single or board.gaps else ExitCode.DONE


def _sign(call: Call, services: Services, team: Team) -> ExitCode:
    directory, said = services.teams.directory(team.id), call.arguments
    who = _attendee(directory, said.who) if said.who else None
    where: Where
    if said.token is not None:
        where = ByToken(said.token)
    elif said.person is not None:
        where = ByPerson(chosen_person(directory, said.person).id)
    else:
        where = AtRow(_place(call, directory), said.day or services.desk.today(), said.row)
    deed = services.attendance.sign_in if said.deed == "sign-in" else services.attendance.sign_out
    return _conclude(call, team, directory, deed(team.id, where, who, said.at))


def _key(call: Call, services: Services, team: Team) -> ExitCode:
    directory, said = services.teams.directory(team.id), call.arguments
    text = sys.stdin.read() if said.lines == ["-"] else "\n".join(said.lines)
    on = said.day or services.desk.today()
    made = services.attendance.key_sheet(team.id, _place(call, directory), on, text, said.reason)
    return _conclude(call, team, directory, made)


def _list(call: Call, services: Services, team: Team) -> ExitCode:
    directory = services.teams.directory(team.id)
    sheet = services.attendance.sheet(team.id, _place(call, directory), call.arguments.day or services.desk.today())
    standing = {entry.id for entry in current(sheet.entries)}
    for row in sheet.rows:
        name = _name(row.holder, directory) if row.holder else _("nobody")
        post = directory.post[row.seat.post_id].name
        call.teller.say(f"{row.number}. {post} · {clock_times(row.planned)} · {name}")
    for entry in sheet.entries:
        mark = "" if entry.id in standing else _("(no longer stands)")
        call.teller.say(f"[{entry.id}] {_entry_line(entry, directory)} {mark}".rstrip())
    facts = [{**_entry_facts(e, directory), "stands": e.id in standing} for e in sheet.entries]
    call.teller.conclude({"team": team.name, "entries": facts})
    return ExitCode.DONE


def _correct(call: Call, services: Services, team: Team) -> ExitCode:
    said = call.arguments

    def change(facts: Facts) -> Facts:
        if said.absent:
            return replace(facts, mark=Mark.ABSENT, came=None, left=None, as_planned=False)
        came = said.came or facts.came or facts.planned.start
        left = said.left or facts.left
        return replace(facts, mark=Mark.PRESENT, came=came, left=left, as_planned=facts.as_planned and left is None)

    made = services.attendance.correct(team.id, AttendanceId(said.entry), said.day, said.reason, change)
    return _conclude(call, team, services.teams.directory(team.id), made)


def _undo(call: Call, services: Services, team: Team) -> ExitCode:
    return _conclude(call, team, services.teams.directory(team.id), services.attendance.undo_last(team.id))


def _cover(call: Call, services: Services, team: Team) -> ExitCode:
    """ATTENTION where a minute was not covered."""
    period = chosen_period(services, team, call.arguments.day)
    directory, proof = services.attendance.cover(period.id)
    lines = []
    for line in proof.posts:
        place = directory.checkpoint[line.checkpoint_id].name
        post = directory.post[line.post_id].name if line.post_id is not None else ""
        words = _("{place} · {post}: {covered} of {required} min covered")
        call.teller.say(
            words.format(place=place, post=post, covered=line.covered_minutes, required=line.required_minutes)
        )
        kinds = ((_("gap"), line.gaps), (_("only one person"), line.single_cover), (_("too many"), line.over_cover))
        for kind, stretches in kinds:
            for s in stretches:
                call.teller.say(f"  {kind}: {span_words(s.span)} ({s.present}/{s.required})")
        lines.append(
            {
                "checkpoint": place,
                "post": post,
                "required_minutes": line.required_minutes,
                "covered_minutes": line.covered_minutes,
                "gaps": [[s.span.start.isoformat(), s.span.end.isoformat(), s.missing] for s in line.gaps],
                "single": [[s.span.start.isoformat(), s.span.end.isoformat()] for s in line.single_cover],
                "over": [[s.span.start.isoformat(), s.span.end.isoformat()] for s in line.over_cover],
            }
        )
    call.teller.conclude({"team": team.name, "complete": proof.complete, "posts": lines})
    return ExitCode.DONE if proof.complete else ExitCode.ATTENTION


def _hours(call: Call, services: Services, team: Team) -> ExitCode:
    said = call.arguments
    found = services.attendance.hours(team.id, HoursAsked(said.first, said.last, services.desk.minute()))
    key = _keys(found.directory)[said.by]
    sums = []
    for office, title in ((True, _("Office duty")), (False, _("Volunteering"))):
        lines = tuple(of_kind(found.lines, office_duty=office))
        if lines:
            call.teller.say(f"{title}: {_sum_words(total(lines))}")
        for name, own in sorted(grouped(lines, key).items(), key=lambda group: str(group[0])):
            call.teller.say(f"  {str(name) or '–'}: {_sum_words(total(own))}")
            sums.append({"office_duty": office, "group": str(name), **_sum_facts(total(own))})
    if found.unrecorded:
        call.teller.say(_("Duties nothing is recorded of: {count}").format(count=found.unrecorded))
    total_facts = _sum_facts(total(found.lines))
    call.teller.conclude({"team": team.name, "groups": sums, "total": total_facts, "unrecorded": found.unrecorded})
    return ExitCode.ATTENTION if found.unrecorded else ExitCode.DONE


def _keys(directory: Directory) -> Mapping[str, Callable[[ActualLine], Hashable]]:
    areas = {area.id: area.name for area in directory.areas}
    return {
        "team": lambda line: directory.team.name,
        "area": lambda line: "" if line.area_id is None else areas[line.area_id],
        "checkpoint": lambda line: directory.checkpoint[line.checkpoint_id].name,
        "post": lambda line: directory.post[line.post_id].name,
        "tag": lambda line: _(", ").join(sorted(tag_name(tag) for tag in line.tags)),
        "affiliation": lambda line: line.affiliation,
        "person": lambda line: _name(line.person, directory),
    }


def _sum_words(hours: Hours) -> str:
    words = _("{people} people, {duties} duties, {time}")
    return words.format(people=hours.people, duties=hours.duties, time=duration(hours.minutes))


def _sum_facts(hours: Hours) -> dict[str, object]:
    return {
        "people": hours.people,
        "duties": hours.duties,
        "minutes": hours.minutes,
        "night_minutes": hours.night_minutes,
    }


def _place(call: Call, directory: Directory) -> CheckpointId:
    if call.arguments.checkpoint is None:
        raise NotChosen(_("Say with --checkpoint which sheet is meant."))
    return chosen_checkpoints(directory, [call.arguments.checkpoint])[0]


def _attendee(directory: Directory, words: str) -> Attendee:
    """The volunteer of exactly this name, or somebody in no list."""
    known = [v for v in directory.volunteers if name_key(words) in (name_key(v.name), name_key(directory.name[v.id]))]
    return Attendee(chosen_person(directory, words).id) if known else Attendee(None, words)


def _conclude(call: Call, team: Team, directory: Directory, made: Entered) -> ExitCode:
    for entry in made.entries:
        call.teller.say(_entry_line(entry, directory))
    if not made.entries:
        call.teller.say(_("Nothing new is entered."))
    call.teller.conclude({"team": team.name, "entries": [_entry_facts(e, directory) for e in made.entries]})
    return ExitCode.DONE


def _entry_line(entry: Entry, directory: Directory) -> str:
    facts = entry.facts
    told = {
        Mark.ABSENT: _("absent"),
        Mark.WITHDRAWN: _("taken back"),
        Mark.PRESENT: _("{came} to {left}").format(came=_clock(facts.came), left=_left(facts)),
    }[facts.mark]
    words = [_name(facts.who, directory), directory.checkpoint[facts.seat.checkpoint_id].name, told, entry.reason]
    return " · ".join(word for word in words if word)


def _left(facts: Facts) -> str:
    if facts.left is None:
        return _clock(facts.planned.end) if facts.as_planned else _("now")
    return _clock(facts.left)


def _clock(when: datetime | None) -> str:
    return moment(when) if when else ""


def _name(who: Attendee, directory: Directory) -> str:
    return who.name if who.volunteer_id is None else directory.name[who.volunteer_id]


def _due_facts(due: Due, directory: Directory) -> dict[str, object]:
    return {
        "checkpoint": directory.checkpoint[due.seat.checkpoint_id].name,
        "post": directory.post[due.seat.post_id].name,
        "start": due.span.start.isoformat(),
        "end": due.span.end.isoformat(),
        "name": None if due.holder is None else directory.name[due.holder],
    }


def _entry_facts(entry: Entry, directory: Directory) -> dict[str, object]:
    facts = entry.facts
    return {
        "number": entry.id,
        "name": _name(facts.who, directory),
        "checkpoint": directory.checkpoint[facts.seat.checkpoint_id].name,
        "day": facts.seat.day.isoformat(),
        "mark": facts.mark.value,
        "came": facts.came.isoformat() if facts.came else None,
        "left": facts.left.isoformat() if facts.left else None,
        "as_planned": facts.as_planned,
        "source": entry.source.value,
        "author": entry.author,
        "reason": entry.reason,
        "supersedes": entry.supersedes,
    }
