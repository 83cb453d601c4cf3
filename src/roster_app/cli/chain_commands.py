"""`roster-app import chain`: a pasted sign-up chain told as it is understood; nothing is stored."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.chains import Chain, ChainEntry, ChainLine, ChainQuestion, ChainShift, LineVerdict
from roster_app.i18n import _
from roster_app.services.chains import (
    KnownPerson,
    known_people,
    read_chain_text,
    read_file,
    read_people,
    team_shifts,
)
from roster_app.services.words.chains import open_words, sentence_of_question, verdict_name

MOST_LINES = 400


def import_chain(call: Call) -> ExitCode:
    """Tell every line's verdict, the entries, what is open and what must be asked; a question is no failure here."""
    wish = call.arguments
    text = read_file(wish.file)
    people, shifts = _team(call)
    chain = read_chain_text(text, wish.on or date.today(), wish.shifts or shifts, people)
    _tell(call, chain)
    call.teller.conclude(chain_facts(chain))
    return ExitCode.DONE


def chain_facts(chain: Chain) -> dict[str, object]:
    """The fixed form for programs: title, entries, open, questions; every source line besides."""
    read = [(entry.line, index, _entry_facts(entry)) for index, entry in enumerate(chain.entries)]
    spoken = {line for entry in chain.entries for line in entry.lines}
    rest = [(n.line, 0, _ignored(n)) for n in chain.lines if n.verdict is LineVerdict.IGNORED and n.line not in spoken]
    told = sorted([*read, *(found for found in rest if found[2]["text"])], key=lambda found: found[:2])
    return {
        "title": chain.title,
        "entries": [facts for _line, _index, facts in told],
        "open": [open_words(slot) for slot in chain.open],
        "questions": [_question_facts(question) for question in chain.questions],
        "lines": [{"line": n.line, "text": n.text, "verdict": n.verdict.value} for n in chain.lines],
    }


def clock(minute: int | None) -> str | None:
    """HH:MM, +1 for the next day."""
    if minute is None:
        return None
    days, rest = divmod(minute, 1440)
    return f"{rest // 60:02d}:{rest % 60:02d}" + (f"+{days}" if days else "")


def _team(call: Call) -> tuple[Sequence[KnownPerson], tuple[ChainShift, ...]]:
    """The people of --people; those of a database and its shifts only where one is asked for, and never a new one."""
    wish = call.arguments
    people: Sequence[KnownPerson] = read_people(wish.people) if wish.people else ()
    if (wish.db is None and wish.team is None) or _is_missing(call.url):
        return people, ()
    with call.services() as services:
        directory = services.teams.directory(chosen_team(services, wish.team).id)
    return people or known_people(directory.volunteers), team_shifts(directory)


def _is_missing(url: str) -> bool:
    """Whether it is a file that does not exist: reading a chain makes no database."""
    _scheme, found, path = url.partition(":///")
    return url.startswith("sqlite") and (not found or not path or not Path(path.partition("?")[0]).exists())


def _tell(call: Call, chain: Chain) -> None:
    call.teller.say(chain.title)
    lines = [
        _("line {line}: {verdict} · {text}").format(line=n.line, verdict=verdict_name(n.verdict), text=n.text.strip())
        for n in chain.lines
        if n.text.strip()
    ]
    more = _("… and {count} more")
    call.teller.say_some(lines, MOST_LINES, more)
    call.teller.say_some((_asked(question) for question in chain.questions), MOST_LINES, more)
    if chain.open:
        call.teller.say(_("Still open: {slots}").format(slots=_(", ").join(map(open_words, chain.open))))
    call.teller.say(_("Nothing was stored."))


def _asked(question: ChainQuestion) -> str:
    sentence = sentence_of_question(question)
    return _("line {line}: {text}").format(line=question.line, text=sentence) if question.line else sentence


def _entry_facts(entry: ChainEntry) -> dict[str, object]:
    return {
        "line": entry.line,
        "number": entry.number,
        "person": entry.person or None,
        "written": entry.written or None,
        "dates": [day.isoformat() for day in entry.dates],
        "shift": _one_or_all(entry.shifts),
        "start": clock(entry.start),
        "end": clock(entry.end),
        "phone": entry.phone,
        "slot": entry.slot,
        "verdict": entry.verdict.value,
        "signed_by": entry.signed_by or None,
        "counts": dict(entry.counts),
        "note": entry.note,
        "lines": list(entry.lines),
    }


def _one_or_all(shifts: tuple[str, ...]) -> str | list[str] | None:
    """One name where there is one, all of them in a list where there are several."""
    return shifts[0] if len(shifts) == 1 else list(shifts) or None


def _ignored(line: ChainLine) -> dict[str, object]:
    nothing = ("number", "person", "written", "shift", "start", "end", "phone", "slot", "signed_by")
    return {
        "line": line.line,
        **dict.fromkeys(nothing),
        "dates": [],
        "verdict": line.verdict.value,
        "text": line.text.strip(),
        "lines": [line.line],
    }


def _question_facts(question: ChainQuestion) -> dict[str, object]:
    return {
        "line": question.line,
        "kind": question.kind.value,
        "text": sentence_of_question(question),
        "about": question.text,
        "options": list(question.options),
    }
