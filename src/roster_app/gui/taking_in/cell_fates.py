"""What became of each cell of a file, told from the plan: its verdict and the sentences beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from roster_app.domain.inspected import Question
from roster_app.domain.taking_in import EntryFate, PlannedEntry, PlannedPerson, Purpose, TakingPlan
from roster_app.gui.taking_in.verdicts import Verdict
from roster_app.gui.taking_in.words import sentence_of_obstacle
from roster_app.services.words.inspected import sentence_of_question

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
    return {cell: CellFate(verdict, tuple(sentences[cell])) for cell, verdict in verdicts.items()}


def _told(plan: TakingPlan) -> Iterator[tuple[str, Verdict, str]]:
    settled = plan.answers.counted | plan.answers.left_out
    for question in plan.inspection.questions:
        if question.cell not in settled:
            yield question.cell, Verdict.DOUBTFUL, sentence_of_question(question)
    for person in plan.people:
        for cell in person.seen.cells if _counts(plan, person) else ():
            yield cell, _VERDICTS[person.fate], _why(plan, person)
    for entry in plan.entries:
        yield entry.seen.cell, _VERDICTS[entry.fate], _why(plan, entry)
    for cell in plan.answers.left_out:
        yield cell, Verdict.LEFT_OUT, ""


def _counts(plan: TakingPlan, person: PlannedPerson) -> bool:
    """Of a list of people each is an entry; elsewhere only who is asked about marks a cell."""
    return plan.purpose is Purpose.PEOPLE or person.fate in (EntryFate.ASKED, EntryFate.WRONG)


def _why(plan: TakingPlan, planned: PlannedPerson | PlannedEntry) -> str:
    return sentence_of_obstacle(planned, plan.period) if planned.obstacle is not None else ""


def questions_by_cell(plan: TakingPlan) -> dict[str, Question]:
    """The first question of each cell."""
    found: dict[str, Question] = {}
    for question in plan.inspection.questions:
        found.setdefault(question.cell, question)
    return found
