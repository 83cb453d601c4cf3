"""What became of each cell of a file, told from the plan: its verdict and the sentences beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roster_app.domain import lists
from roster_app.domain.imports import Fate, ImportPlan
from roster_app.domain.inspected import Question, QuestionKind
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedPerson, TakingAnswers, TakingPlan
from roster_app.gui.taking_in.verdicts import Verdict
from roster_app.gui.taking_in.words import why
from roster_app.services.words import sentence_of_fate, sentence_of_question, sentence_of_skipped
from roster_app.services.words.imports import what_is_wrong

_VERDICTS = {
    EntryFate.NEW: Verdict.RIGHT,
    EntryFate.CHANGED: Verdict.RIGHT,
    EntryFate.SAME: Verdict.SAME,
    EntryFate.SKIPPED: Verdict.LEFT_OUT,
    EntryFate.ASKED: Verdict.DOUBTFUL,
    EntryFate.WRONG: Verdict.WRONG,
}


@dataclass(frozen=True, slots=True)
class CellFate:
    """The verdict of one cell and why."""

    verdict: Verdict
    sentences: tuple[str, ...] = ()


def fates_of_cells(plan: TakingPlan) -> dict[str, CellFate]:
    """By the cell's address; cells nothing was read of are not among them."""
    verdicts: dict[str, Verdict] = {}
    sentences: dict[str, list[str]] = {}
    for cell, verdict, sentence in _told(plan):
        verdicts[cell] = max(verdict, verdicts.get(cell, Verdict.RIGHT))
        said = sentences.setdefault(cell, [])
        if sentence and sentence not in said:
            said.append(sentence)
    left_out = dict.fromkeys(plan.answers.left_out, Verdict.LEFT_OUT)
    return {
        cell: CellFate(verdict, tuple(sentences.get(cell, ()))) for cell, verdict in {**verdicts, **left_out}.items()
    }


def _told(plan: TakingPlan) -> Iterator[tuple[str, Verdict, str]]:
    if plan.listed is not None:
        yield from _of_list(plan.listed, plan.answers)
    else:
        yield from _of_questions(plan)
    for person in plan.people:
        for cell in person.seen.cells if _marks(plan, person) else ():
            yield cell, _VERDICTS[person.fate], _sentence(person)
    for entry in plan.entries:
        yield entry.seen.cell, _VERDICTS[entry.fate], "" if entry.obstacle is Obstacle.IN_DOUBT else why(entry)


def _of_questions(plan: TakingPlan) -> Iterator[tuple[str, Verdict, str]]:
    for question in open_questions(plan):
        yield question.cell, Verdict.DOUBTFUL, sentence_of_question(question)


def open_questions(plan: TakingPlan) -> Iterator[Question]:
    """What the sheet alone leaves open; shifts and near names are asked against the team, where they are unknown."""
    settled = plan.answers.counted | plan.answers.left_out
    for question in plan.inspection.questions:
        if question.cell not in settled and question.kind not in (QuestionKind.SHIFT_HOURS, QuestionKind.NEAR_NAME):
            yield question


def _of_list(listed: ImportPlan, answers: TakingAnswers) -> Iterator[tuple[str, Verdict, str]]:
    for row in listed.rows:
        if row.fate is Fate.CHANGED:
            yield row.draft.address, Verdict.RIGHT, sentence_of_fate(row)
        for problem in row.draft.problems if row.fate is not Fate.SKIPPED else ():
            wrong = problem.verdict is lists.Verdict.WRONG
            if wrong or problem.address not in answers.counted:
                verdict = Verdict.WRONG if wrong else Verdict.DOUBTFUL
                yield problem.address, verdict, what_is_wrong(problem)
    for skipped in listed.found.skipped:
        yield skipped.address, Verdict.LEFT_OUT, sentence_of_skipped(skipped)


def _marks(plan: TakingPlan, person: PlannedPerson) -> bool:
    """Of a list of people each is an entry; elsewhere only who is asked about, not whose entries are."""
    if plan.listed is not None:
        return True
    return person.fate in (EntryFate.ASKED, EntryFate.WRONG) and person.obstacle is not Obstacle.IN_DOUBT


def _sentence(person: PlannedPerson) -> str:
    """A near name of somebody who is added is told as a problem of the list."""
    told = person.obstacle is Obstacle.IN_DOUBT or person.fate is EntryFate.NEW
    return "" if told else why(person)
