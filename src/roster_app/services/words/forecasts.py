"""How many people are needed, in sentences."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from roster_app.domain.answers.teams_alike import Kind
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.emptiness import qualified_words
from roster_app.services.words.rule_parts import points_words
from roster_app.services.words.times import day_words

if TYPE_CHECKING:
    from roster_app.engine.answers.forecast import Forecast, Gain


def forecast_words(answer: "Forecast", directory: Directory) -> tuple[str, ...]:
    """The whole answer, a sentence a line."""
    return tuple(_lines(answer, directory))


def _lines(answer: "Forecast", directory: Directory) -> Iterator[str]:
    yield _("{first} to {last}: {duties} duties.").format(
        first=day_words(answer.first), last=day_words(answer.last), duties=answer.duties
    )
    yield _now(answer)
    if answer.smallest is None:
        yield _("No number of such people was found that keeps the cover under these rules.")
    else:
        yield _smallest(answer, answer.smallest, directory)
        for qualification, count in answer.fewest:
            name = qualified_words(frozenset({qualification}), directory)
            yield _("At least {count} of them with: {name}.").format(count=count, name=name)
    yield from (_gain(gain, directory) for gain in answer.gains)
    if not answer.complete:
        yield _("The time was over before everything was tried.")


def _now(answer: "Forecast") -> str:
    people = ngettext("{count} person", "{count} people", answer.people).format(count=answer.people)
    if answer.vacancies:
        return ngettext(
            "The team of {people} leaves {count} vacancy.",
            "The team of {people} leaves {count} vacancies.",
            answer.vacancies,
        ).format(people=people, count=answer.vacancies)
    return _("The team of {people} keeps the cover.").format(people=people)


def _smallest(answer: "Forecast", mix: Mapping[Kind, int], directory: Directory) -> str:
    people = ngettext("{count} person", "{count} people", sum(mix.values())).format(count=sum(mix.values()))
    told = _(", ").join(f"{kind_words(kind, directory)} × {count}" for kind, count in mix.items() if count)
    if answer.proven:
        return _("The smallest team that keeps it has {people}: {mix}; one fewer cannot.").format(
            people=people, mix=told
        )
    return _("The smallest team found that keeps it has {people}: {mix}.").format(people=people, mix=told)


def kind_words(kind: Kind, directory: Directory) -> str:
    """负责人; 负责人（不值夜班）."""
    who = qualified_words(kind.qualifications, directory)
    return who if kind.nights else _("{who} (no nights)").format(who=who)


def _gain(gain: "Gain", directory: Directory) -> str:
    parts = [ngettext("{count} vacancy", "{count} vacancies", gain.vacancies).format(count=gain.vacancies)]
    if gain.points > 0:
        parts.append(_("{points} fairer").format(points=points_words(gain.points)))
    if gain.spared:
        parts.append(
            ngettext(
                "the smallest team needs {count} other fewer",
                "the smallest team needs {count} others fewer",
                gain.spared,
            ).format(count=gain.spared)
        )
    return _("With one more ({who}): {effect}.").format(
        who=kind_words(gain.kind, directory), effect=_("; ").join(parts)
    )
