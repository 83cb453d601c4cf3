"""Everything there is to mend, as rows for the side panel: who, which rule, the numbers, and a way out."""

from __future__ import annotations

from roster_app.domain.rules import Violation
from roster_app.domain.team import Directory
from roster_app.gui.roster.choice_list import Choice
from roster_app.gui.roster.looks import Shown
from roster_app.i18n import _
from roster_app.services.words import remedy, rule_name, sentence_of_violation


def problem_rows(shown: Shown) -> list[Choice]:
    """Broken rules in order of time, then what is wished otherwise, then what has been accepted."""
    found = shown.findings
    return [_row(v, shown) for v in (*found.hard, *found.wishes, *found.accepted)]


def _row(violation: Violation, shown: Shown) -> Choice:
    directory = shown.directory
    who = violation.volunteer_id
    words = rule_name(violation.rule)
    if who is not None:
        words = _("{name} · {rule}").format(name=directory.name[who], rule=words)
    acceptance = shown.findings.acceptance(violation)
    return Choice(
        key=violation,
        words=words,
        reasons=lambda: _reasons(violation, shown),
        chip="" if acceptance is None else _("accepted"),
        tone="plain",
        matches=lambda typed: _means(violation, typed, words, directory),
        dot="" if acceptance is not None else "act" if violation.is_hard else "look",
    )


def _reasons(violation: Violation, shown: Shown) -> str:
    sentence = sentence_of_violation(violation, shown.directory, shown.roster.plan)
    acceptance = shown.findings.acceptance(violation)
    if acceptance is not None:
        return _("{sentence}. Accepted by {author}: {reason}").format(
            sentence=sentence, author=acceptance.author, reason=acceptance.reason
        )
    return _("{sentence}. {remedy}").format(sentence=sentence, remedy=remedy(violation))


def _means(violation: Violation, typed: str, words: str, directory: Directory) -> bool:
    who = violation.volunteer_id
    return typed in words or (who is not None and directory.volunteer[who].matches(typed))
