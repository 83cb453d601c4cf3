"""`roster-app counters paste`: the counts of a chain from the group, stored or told; what is open stays out."""

from datetime import date

from roster_app.cli.call import Call
from roster_app.cli.choosing import chosen_checkpoints
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.chains import Chain, ChainEntry
from roster_app.domain.counters import CounterBook
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, CounterId
from roster_app.domain.names import name_key
from roster_app.domain.people import Team
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services import Services
from roster_app.services.chain_counts import placed
from roster_app.services.chains import known_people, read_chain_text, read_file, team_shifts
from roster_app.services.counted_chain import CountedAnswers, CountedQuestion, CountedReading
from roster_app.services.counters import Taken
from roster_app.services.words.counted import counted_question_words, occasion_words

_MOST = 400


def paste(call: Call, services: Services, team: Team) -> ExitCode:
    """All or nothing of what is clear is stored; each thing left open is told with its line."""
    said = call.arguments
    directory = services.teams.directory(team.id)
    on: date = said.on or services.desk.today()
    chain = read_chain_text(read_file(said.file), on, team_shifts(directory), known_people(directory.volunteers))
    entries = placed(chain.entries, {line.line: line.text for line in chain.lines}, directory)
    book = services.counters.open(team.id, date.max, date.max).book
    answers = CountedAnswers(words=_words(book, said.word), places=_places(said.checkpoint, entries, directory))
    if said.dry_run:
        reading = services.counters.read_chain(team.id, entries, on, answers)
    else:
        taken: Taken = services.counters.take_from_chain(team.id, entries, on, answers)
        reading = taken.reading
    _tell(call, reading, book, directory)
    call.teller.conclude(_facts(team, chain, reading, book, directory, stored=not said.dry_run))
    return ExitCode.DONE


def _places(name: str | None, entries: tuple[ChainEntry, ...], directory: Directory) -> dict[int, CheckpointId]:
    """The checkpoint of the command line for the lines that name none."""
    found = chosen_checkpoints(directory, [name] if name else None)
    return {entry.line: found[0] for entry in entries if not entry.slot} if found else {}


def _words(book: CounterBook, told: list[str]) -> dict[str, CounterId | None]:
    words: dict[str, CounterId | None] = {}
    for text in told:
        word, _equals, name = text.partition("=")
        found = [c for c in book.current if name_key(c.name) == name_key(name)]
        if not word.strip() or not found:
            known = _(", ").join(counter.name for counter in book.current)
            raise DomainError(ErrorCode.UNKNOWN_COUNTER, name=text, known=known)
        words[word.strip()] = found[0].id
    return words


def _tell(call: Call, reading: CountedReading, book: CounterBook, directory: Directory) -> None:
    more = _("… and {count} more")
    lines = [
        _("{count} · {occasion}").format(
            count=_("{item}: {count}").format(item=book.counter[entry.counter_id].name, count=entry.value),
            occasion=occasion_words(entry.subject, directory),
        )
        for entry in reading.entries
    ]
    call.teller.say_some(lines, _MOST, more)
    if reading.known:
        call.teller.say(_("Counted already: {count}").format(count=reading.known))
    call.teller.say_some((_asked(question, book) for question in reading.asked), _MOST, more)
    if call.arguments.dry_run or not reading.entries:
        call.teller.say(_("Nothing was stored."))


def _asked(question: CountedQuestion, book: CounterBook) -> str:
    sentence = counted_question_words(question, 1, book)
    return _("line {line}: {text}").format(line=question.line, text=sentence) if question.line else sentence


def _facts(
    team: Team, chain: Chain, reading: CountedReading, book: CounterBook, directory: Directory, *, stored: bool
) -> dict[str, object]:
    return {
        "team": team.name,
        "title": chain.title,
        "stored": stored,
        "entries": [
            {
                "counter": book.counter[entry.counter_id].name,
                "checkpoint": directory.checkpoint[entry.occasion.checkpoint_id].name,
                "day": entry.occasion.day.isoformat(),
                "shift": _shift(directory, entry.occasion.shift_type_id),
                "by": entry.occasion.told_by,
                "value": entry.value,
                "corrects": entry.corrects,
            }
            for entry in reading.entries
        ],
        "known": reading.known,
        "questions": [
            {"line": q.line, "kind": q.kind.value, "about": q.text, "options": list(q.options)} for q in reading.asked
        ],
    }


def _shift(directory: Directory, shift_type_id: object) -> str | None:
    return next((shift.name for shift in directory.shift_types if shift.id == shift_type_id), None)
