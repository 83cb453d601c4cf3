"""What the counts of a pasted chain say and what becomes of them, in words."""

from roster_app.domain.counters import CounterBook, CounterEntry, Subject
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.chain_counts import ChainCounts
from roster_app.services.counted_chain import CountedQuestion, CountedQuestionKind, ToldCount
from roster_app.services.words.times import date_words


def counted_words(told: ToldCount, counts: ChainCounts, directory: Directory) -> str:
    """测温 30 · 横岗卡口 4月16日 早班; the word as it is written while it is not known where it goes."""
    if told.subject is None:
        return _("{item}: {count}").format(item=told.word, count=told.value)
    name = counts.book.counter[told.subject[0]].name
    said = _("{item}: {count}").format(item=name, count=told.value)
    return _("{count} · {occasion}").format(count=said, occasion=occasion_words(told.subject, directory))


def occasion_words(subject: Subject, directory: Directory) -> str:
    """横岗卡口 4月16日 早班."""
    occasion = subject[1]
    shift = directory.shift_type.get(occasion.shift_type_id) if occasion.shift_type_id is not None else None
    when = shift.name if shift is not None else _("whole day")
    return " ".join((directory.checkpoint[occasion.checkpoint_id].name, date_words(occasion.day), when))


def count_outcome(told: ToldCount, counts: ChainCounts) -> str:
    """Whether it is stored, corrects a value, stands already, or waits."""
    if told.subject is None:
        asked = {(question.line, question.text) for question in counts.reading.asked}
        waits = (told.line, told.word) in asked or any(q.line == told.line for q in counts.reading.asked)
        return _("to be asked") if waits else _("left out")
    entry = stored(told, counts)
    if entry is None:
        return _("counted already")
    before = counts.book.stands(told.subject)
    if before is not None:
        return _("corrects {before} to {after}").format(before=before.value, after=entry.value)
    if entry.value != told.value:
        return _("counted, {count} together").format(count=entry.value)
    return _("counted")


def stored(told: ToldCount, counts: ChainCounts) -> CounterEntry | None:
    """The entry that is stored for a count, if one is."""
    return next((entry for entry in counts.reading.entries if entry.subject == told.subject), None)


def counted_question_words(question: CountedQuestion, lines: int, book: CounterBook) -> str:
    """What has to be answered; `lines` is how many ask the same."""
    if question.kind is CountedQuestionKind.WORD:
        if not book.current:
            return _("This team counts nothing yet; what is “{word}” to be counted as?").format(word=question.text)
        return _("Which counter is meant by “{word}”?").format(word=question.text)
    if question.kind is CountedQuestionKind.PLACE:
        words = ngettext("Where was it counted?", "Where was it counted, in {count} lines?", lines)
        return words.format(count=lines)
    if question.kind is CountedQuestionKind.DAY:
        return _("Several days are named; on which was it counted?")
    return _("{count} is more than anybody counts; it is not stored.").format(count=question.text)
