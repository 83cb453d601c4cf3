"""What a chain leaves open, in sentences."""

from collections.abc import Callable, Mapping

from roster_app.domain.chains import ChainQuestion, LineVerdict, OpenSlot, QuestionKind
from roster_app.i18n import _


def sentence_of_question(question: ChainQuestion) -> str:
    """The question with its facts."""
    options = _(", ").join(question.options)
    first, last = (*question.options, "", "")[:2]
    return _SENTENCES[question.kind]().format(text=question.text, options=options, first=first, last=last)


def open_words(slot: OpenSlot) -> str:
    """中班 x1+: the plus where the chain does not say how many."""
    return f"{slot.name} x{slot.missing}{'+' if slot.at_least else ''}"


def verdict_name(verdict: LineVerdict) -> str:
    """The verdict in a word or two."""
    return {
        LineVerdict.OK: _("understood"),
        LineVerdict.ASK: _("to be asked"),
        LineVerdict.UNKNOWN: _("nobody of the team"),
        LineVerdict.WITHDRAWN: _("withdrawn"),
        LineVerdict.EMPTY: _("empty number"),
        LineVerdict.STANDBY: _("on call only"),
        LineVerdict.IGNORED: _("no sign-up"),
    }[verdict]


_SENTENCES: Mapping[QuestionKind, Callable[[], str]] = {
    QuestionKind.NO_SHIFT: lambda: _("No shift is given."),
    QuestionKind.NO_DAY: lambda: _("No day is given."),
    QuestionKind.HOURS_OR_DAYS: lambda: _("Does {text} mean the hours {first} or the days {last}?"),
    QuestionKind.CLOCK: lambda: _("Which hours does {text} mean?"),
    QuestionKind.SHIFT: lambda: _("There is no shift {text}; which of {options} is meant?"),
    QuestionKind.PROXY: lambda: _("Signed for another person ({text}): a sign-up by proxy, or a stand-in?"),
    QuestionKind.CHANGED: lambda: _("The entry was changed; is it meant as it is read now?"),
    QuestionKind.UNDECIDED: lambda: _("Not sure to come yet; does this entry count?"),
    QuestionKind.COMPANION: lambda: _("Somebody comes along who is not named; who?"),
    QuestionKind.NAME: lambda: _("Who is this? {text}"),
    QuestionKind.PHONE: lambda: _("{text} is no phone number."),
    QuestionKind.WEEKDAY: lambda: _("The day {text} does not exist or has another weekday."),
    QuestionKind.DEMAND: lambda: _("{text}: {first} are asked for, {last} have signed up."),
    QuestionKind.TIMES_DIFFER: lambda: _("{text} is {first} in the chain and {last} in the team."),
    QuestionKind.WITHDRAWN_LATER: lambda: _("{text} withdraws in line {first}; does this entry still stand?"),
    QuestionKind.SLOT: lambda: _("Nothing is offered as {text}; offered are {options}."),
    QuestionKind.NEAR_NAME: lambda: _("Nobody is called {text}; is {options} meant?"),
    QuestionKind.SAME_SOUND: lambda: _("{text} was taken for {options}, who sounds the same."),
    QuestionKind.SEVERAL_PEOPLE: lambda: _("{text} could be any of {options}."),
}
