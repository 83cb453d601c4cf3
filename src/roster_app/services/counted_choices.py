"""The answers offered to what the counts of a pasted chain leave open: each is the same paste with the answer in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from roster_app.domain.counters import Counter
from roster_app.domain.ids import CheckpointId, CounterId, new_id
from roster_app.i18n import _
from roster_app.services.chain_choices import Choice
from roster_app.services.counted_chain import CountedAnswers, CountedQuestion, CountedQuestionKind
from roster_app.services.pasted_chains import ChainReading, PastedChain
from roster_app.services.words.counters import usual_counters
from roster_app.services.words.times import day_words


def counted_questions(reading: ChainReading) -> list[CountedQuestion]:
    """What has to be answered, each word once, and once for all lines that name no place; what nobody can last."""
    found: dict[object, CountedQuestion] = {}
    for question in reading.counts.reading.asked:
        kind = question.kind
        same = question.text if kind is CountedQuestionKind.WORD else question.line
        found.setdefault((kind, question.options if kind is CountedQuestionKind.PLACE else same), question)
    return sorted(found.values(), key=lambda q: q.kind is CountedQuestionKind.NUMBER)


def counted_choices(reading: ChainReading, question: CountedQuestion) -> list[Choice]:
    """The answers to a question; the last one leaves out what is asked about."""
    offered = {
        CountedQuestionKind.WORD: _counters,
        CountedQuestionKind.PLACE: _places,
        CountedQuestionKind.DAY: _days,
        CountedQuestionKind.NUMBER: _nothing,
    }[question.kind]
    return list(offered(reading, question))


def with_place(reading: ChainReading, question: CountedQuestion, name: str) -> PastedChain | None:
    """The paste with a checkpoint for all lines that ask the same; None where nothing is called so."""
    found = [c.id for c in reading.directory.checkpoints_in_order if c.name == name]
    return _at(reading, question, found[0]) if found else None


def _counters(reading: ChainReading, question: CountedQuestion) -> Iterator[Choice]:
    pasted, word, team_id = reading.pasted, question.text, reading.directory.team.id
    if not reading.counts.book.current:
        usual = tuple(usual_counters(team_id))
        yield Choice(_("Take the usual counters"), _with(pasted, replace(pasted.counted, new=usual)))
    own = Counter(CounterId(new_id()), team_id, word)
    if word not in {counter.name for counter in reading.counts.book.counters}:
        added = replace(pasted.counted, new=(*pasted.counted.new, own), words={**pasted.counted.words, word: own.id})
        yield Choice(_("New counter “{name}”").format(name=word), _with(pasted, added))
    for counter in reading.counts.book.current:
        if counter.name in question.options:
            yield Choice(counter.name, _with(pasted, _word(pasted.counted, word, counter.id)))
    yield Choice(_("Leave it out"), _with(pasted, _word(pasted.counted, word, None)))


def _places(reading: ChainReading, question: CountedQuestion) -> Iterator[Choice]:
    for place in reading.directory.checkpoints_in_order:
        if place.name in question.options:
            yield Choice(place.name, _at(reading, question, place.id))
    yield Choice(_("Leave it out"), _left_out(reading, {one.line for one in _alike(reading, question)}))


def _days(reading: ChainReading, question: CountedQuestion) -> Iterator[Choice]:
    pasted = reading.pasted
    for day in map(date.fromisoformat, question.options):
        days = {**pasted.counted.days, question.line: day}
        yield Choice(day_words(day), _with(pasted, replace(pasted.counted, days=days)))
    yield Choice(_("Leave it out"), _left_out(reading, {question.line}))


def _nothing(reading: ChainReading, question: CountedQuestion) -> Iterator[Choice]:
    yield from ()


def _alike(reading: ChainReading, question: CountedQuestion) -> list[CountedQuestion]:
    """The questions about a place that offer the same ones."""
    asked = reading.counts.reading.asked
    return [one for one in asked if one.kind is question.kind and one.options == question.options]


def _at(reading: ChainReading, question: CountedQuestion, place: CheckpointId) -> PastedChain:
    pasted = reading.pasted
    told = {one.line: place for one in _alike(reading, question)}
    return _with(pasted, replace(pasted.counted, places={**pasted.counted.places, **told}))


def _word(answers: CountedAnswers, word: str, counter_id: CounterId | None) -> CountedAnswers:
    return replace(answers, words={**answers.words, word: counter_id})


def _with(pasted: PastedChain, counted: CountedAnswers) -> PastedChain:
    return replace(pasted, counted=counted)


def _left_out(reading: ChainReading, lines: set[int]) -> PastedChain:
    answers = reading.pasted.answers
    return replace(reading.pasted, answers=replace(answers, left_out=answers.left_out | lines))
