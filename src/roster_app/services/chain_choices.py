"""The answers offered to what a pasted chain leaves open: each is the same paste with the answer in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from roster_app.domain.chain_settling import SettledEntry
from roster_app.domain.chains import ChainQuestion, QuestionKind
from roster_app.domain.ids import VolunteerId
from roster_app.domain.names import name_key
from roster_app.i18n import _
from roster_app.services.pasted_chains import ChainReading, PastedChain
from roster_app.services.words.times import day_words

_MOST = 6
_RANGE = r"{first}\s*[-‐–—―−~～〜至到]+\s*{last}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer in words, and the paste with it."""

    words: str
    pasted: PastedChain


def choices(reading: ChainReading, one: SettledEntry) -> list[Choice]:
    """The answers to the first question of an entry, the likeliest first; the last one leaves the entry out."""
    question = one.questions[0] if one.questions else ChainQuestion(one.entry.line, QuestionKind.NAME, one.entry.person)
    found = list(_answers(reading, one, question))[:_MOST]
    return [*found, Choice(_("Leave it out"), _left_out(reading.pasted, one.entry.line))]


def asks_for_a_person(one: SettledEntry) -> bool:
    """Whether anybody of the team may be the answer."""
    kinds = (QuestionKind.NAME, QuestionKind.NEAR_NAME, QuestionKind.SEVERAL_PEOPLE)
    return not one.questions or one.questions[0].kind in kinds


def with_person(pasted: PastedChain, one: SettledEntry, who: VolunteerId) -> PastedChain:
    """The paste with this person for the name of the entry."""
    name = one.entry.written or one.entry.person
    answers = replace(pasted.answers, people={**pasted.answers.people, (one.entry.line, name): who})
    return replace(pasted, answers=answers)


def asks_to_remember(one: SettledEntry) -> bool:
    """Whether the name may be an alias that later chains should know: nobody is called so, or almost so."""
    return not one.questions or one.questions[0].kind in (QuestionKind.NAME, QuestionKind.NEAR_NAME)


def remembering(pasted: PastedChain, one: SettledEntry) -> PastedChain:
    """The paste with the name of the entry to be remembered as an alias of whoever it was told to mean."""
    name = one.entry.written or one.entry.person
    told = (one.entry.line, name)
    if told not in pasted.answers.people:
        return pasted
    return replace(pasted, answers=replace(pasted.answers, remembered=pasted.answers.remembered | {told}))


def asks_for_days(reading: ChainReading, one: SettledEntry) -> tuple[date, ...]:
    """The days that may be the answer where none was given: those of the open roster."""
    if reading.opened is None or not one.questions or one.questions[0].kind is not QuestionKind.NO_DAY:
        return ()
    first, last = reading.opened.period.first, reading.opened.period.last
    return tuple(first + timedelta(days=ahead) for ahead in range((last - first).days + 1))


def with_days(pasted: PastedChain, one: SettledEntry, days: Sequence[date]) -> PastedChain:
    """The paste with these days said in the line of the entry."""
    return _said_besides(pasted, one.entry.line, "、".join(f"{day.month}月{day.day}日" for day in days))


def _answers(reading: ChainReading, one: SettledEntry, question: ChainQuestion) -> Iterator[Choice]:
    pasted, line, kind = reading.pasted, one.entry.line, question.kind
    if kind is QuestionKind.HOURS_OR_DAYS:
        yield from _hours_or_days(pasted, line, question)
    elif kind in (QuestionKind.SHIFT, QuestionKind.SLOT):
        yield from (Choice(o, _said_otherwise(pasted, line, question.text, o)) for o in question.options)
    elif kind is QuestionKind.NO_SHIFT:
        shifts = sorted(reading.directory.shift_types, key=lambda shift: shift.start)
        yield from (Choice(shift.name, _said_besides(pasted, line, shift.name)) for shift in shifts)
    elif kind is QuestionKind.PLACE:
        yield from (Choice(option, _said_besides(pasted, line, option)) for option in question.options)
    elif kind in (QuestionKind.NEAR_NAME, QuestionKind.SEVERAL_PEOPLE):
        name, words = reading.directory.name, _("It is {name}")
        meant = _meant(reading, question)
        yield from (Choice(words.format(name=name[who]), with_person(pasted, one, who)) for who in meant)
    elif kind is QuestionKind.PROXY:
        yield from _proxy(pasted, one)
    elif kind not in (QuestionKind.NAME, QuestionKind.NO_DAY):
        yield Choice(_("It counts"), _counted(pasted, line))


def _hours_or_days(pasted: PastedChain, line: int, question: ChainQuestion) -> Iterator[Choice]:
    hours, days = question.options[0], question.options[1:]
    yield Choice(hours.replace("-", "–"), _said_otherwise(pasted, line, question.text, hours))
    known = [date.fromisoformat(day) for day in "".join(days).split("/") if day]
    if len(known) == 2:
        first, last = known
        said = f"{first.month}月{first.day}日至{last.month}月{last.day}日"
        words = _("{first} to {last}").format(first=day_words(first), last=day_words(last))
        yield Choice(words, _said_otherwise(pasted, line, question.text, said))


def _proxy(pasted: PastedChain, one: SettledEntry) -> Iterator[Choice]:
    line, entry = one.entry.line, one.entry
    yield Choice(_("By proxy: {name} comes").format(name=entry.person), _counted(pasted, line))
    if entry.signed_by:
        answers = replace(pasted.answers, stood_in=pasted.answers.stood_in | {line})
        words = _("Stands in: {name} comes").format(name=entry.signed_by)
        yield Choice(words, replace(pasted, answers=answers))


def _meant(reading: ChainReading, question: ChainQuestion) -> Iterator[VolunteerId]:
    """The people behind the options, which are names, of namesakes with the tail of the phone."""
    for volunteer in reading.directory.volunteers:
        told = f"{volunteer.name} {volunteer.phone[-4:]}"
        if volunteer.name in question.options or told in question.options:
            yield volunteer.id


def _counted(pasted: PastedChain, line: int) -> PastedChain:
    return replace(pasted, answers=replace(pasted.answers, counted=pasted.answers.counted | {line}))


def _left_out(pasted: PastedChain, line: int) -> PastedChain:
    return replace(pasted, answers=replace(pasted.answers, left_out=pasted.answers.left_out | {line}))


def _said_besides(pasted: PastedChain, line: int, words: str) -> PastedChain:
    return replace(pasted, lines={**pasted.lines, line: f"{_line(pasted, line)} {words}"})


def _said_otherwise(pasted: PastedChain, line: int, old: str, new: str) -> PastedChain:
    """With other words in the place of those in question, however their dash is written; else with both."""
    first, _dash, last = old.partition("-")
    shape = _RANGE.format(first=re.escape(first), last=re.escape(last)) if last else re.escape(old)
    text = _line(pasted, line)
    found = re.search(shape, text, re.IGNORECASE)
    said = f"{text[: found.start()]} {new} {text[found.end() :]}" if found else f"{text} {new}"
    return replace(pasted, lines={**pasted.lines, line: said})


def _line(pasted: PastedChain, line: int) -> str:
    return pasted.lines.get(line, pasted.shown.split("\n")[line - 1])


def person_called(reading: ChainReading, words: str) -> VolunteerId | None:
    """The one person of the team who is called so, or is shown so; None where there is none or several."""
    exact = [who for who, name in reading.directory.name.items() if name_key(name) == name_key(words)]
    return exact[0] if len(exact) == 1 else None
