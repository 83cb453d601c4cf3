"""What a plan leaves open, each word once: one answer settles every cell like it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.imports import Fate, ImportPlan
from roster_app.domain.lists import CellProblem, Verdict
from roster_app.domain.taking_in import (
    EntryFate,
    Obstacle,
    PlannedEntry,
    PlannedPerson,
    TakingAnswers,
    TakingPlan,
    shift_asked,
)
from roster_app.domain.team import Directory
from roster_app.gui.taking_in.cell_fates import open_questions
from roster_app.gui.taking_in.words import why
from roster_app.i18n import _
from roster_app.services.words import sentence_of_question
from roster_app.services.words.imports import what_is_wrong


class Subject(StrEnum):
    """What a question is about, and so what answers there are."""

    PERSON = "person"
    SHIFT = "shift"
    PLACE = "place"
    POST = "post"
    """Where those stand whose place is told nowhere."""
    HELD = "held"
    """Others hold the duty."""
    CELL = "cell"
    """Right as read, or to be left out."""
    REFUSED = "refused"
    """Nothing but to leave it out, or to mend the cells."""


_SUBJECTS = {
    Obstacle.UNKNOWN_PERSON: Subject.PERSON,
    Obstacle.NAMESAKES: Subject.PERSON,
    Obstacle.NEAR_NAME: Subject.PERSON,
    Obstacle.UNKNOWN_SHIFT: Subject.SHIFT,
    Obstacle.ALL_TAKEN: Subject.HELD,
}
COUNT, OMIT, ADD, REPLACE, MAKE = "count", "omit", "add", "replace", "make"
"""Answers that are no id; MAKE wants a dialog first, which answers with the id of the new shift."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with the cells it is about."""

    subject: Subject
    word: str
    sentence: str
    cells: tuple[str, ...]
    candidates: tuple[VolunteerId, ...] = ()
    obstacle: Obstacle | None = None
    hours: tuple[int, int] | None = None
    """Of a shift, where the file tells them: minutes from midnight, the end past 1440 on the next day."""

    @property
    def choices_wanted(self) -> bool:
        """Whether it is answered out of a list."""
        return self.subject in (Subject.PERSON, Subject.SHIFT, Subject.PLACE, Subject.POST)


def asks_of(plan: TakingPlan) -> list[Ask]:
    """Every open question, those that settle most cells first; the order is the file's among equals."""
    found: dict[tuple[Subject, Obstacle | None, str], Ask] = {}
    for ask in (*_of_planned(plan), *_of_cells(plan)):
        key = (ask.subject, ask.obstacle, ask.word or ask.sentence)
        known = found.get(key)
        if known is not None:
            cells = tuple(dict.fromkeys((*known.cells, *ask.cells)))
            ask = replace(known, cells=cells, candidates=known.candidates or ask.candidates, hours=known.hours)
        found[key] = ask
    return sorted(found.values(), key=lambda ask: -len(ask.cells))


def _of_planned(plan: TakingPlan) -> Iterator[Ask]:
    named = set()
    for person in plan.people:
        if _is_open(plan, person) and person.obstacle in _SUBJECTS:
            named.add(person.seen.name)
            yield _ask(person, person.seen.cells, person.seen.name, person.candidates)
    for entry in plan.entries:
        if not _is_open(plan, entry) or entry.obstacle is None or entry.obstacle is Obstacle.IN_DOUBT:
            continue
        if _SUBJECTS.get(entry.obstacle) is Subject.PERSON and entry.seen.person in named:
            continue  # asked with the person, whose cells are all these
        yield _ask(entry, (entry.seen.cell,), _word(entry))


def _is_open(plan: TakingPlan, planned: PlannedPerson | PlannedEntry) -> bool:
    if planned.fate in (EntryFate.ASKED, EntryFate.WRONG):
        return True
    near = isinstance(planned, PlannedPerson) and planned.obstacle is Obstacle.NEAR_NAME
    return near and planned.fate is EntryFate.NEW and _name(planned) not in plan.answers.new_people


def _name(planned: PlannedPerson | PlannedEntry) -> str:
    return planned.seen.name if isinstance(planned, PlannedPerson) else planned.seen.person


def _word(entry: PlannedEntry) -> str:
    match entry.obstacle:
        case Obstacle.UNKNOWN_SHIFT:
            return shift_asked(entry.seen)
        case Obstacle.UNKNOWN_PLACE:
            return entry.seen.place
        case Obstacle.UNKNOWN_PERSON | Obstacle.NAMESAKES | Obstacle.NEAR_NAME:
            return entry.seen.person
    return entry.obstacle.value if entry.obstacle is Obstacle.ALL_TAKEN else ""


def _ask(
    planned: PlannedPerson | PlannedEntry,
    cells: tuple[str, ...],
    word: str,
    candidates: tuple[VolunteerId, ...] = (),
) -> Ask:
    obstacle = planned.obstacle
    assert obstacle is not None
    subject = _SUBJECTS.get(obstacle, Subject.REFUSED)
    sentence = why(planned)
    if obstacle is Obstacle.UNKNOWN_PLACE:
        subject = Subject.PLACE if isinstance(planned, PlannedEntry) and planned.seen.place else Subject.POST
    elif subject is Subject.HELD:
        sentence = _("Others hold duties that the file gives to somebody else. Whose are they?")
    hours = _hours(planned) if subject is Subject.SHIFT else None
    return Ask(subject, word, sentence, cells, candidates, obstacle, hours)


def _hours(planned: PlannedPerson | PlannedEntry) -> tuple[int, int] | None:
    if isinstance(planned, PlannedPerson) or planned.seen.start is None or planned.seen.end is None:
        return None
    return planned.seen.start, planned.seen.end


def _of_cells(plan: TakingPlan) -> Iterator[Ask]:
    if plan.listed is not None:
        yield from _of_list(plan.listed, plan.answers.counted | plan.answers.left_out)
        return
    for question in open_questions(plan):
        sentence = sentence_of_question(question)
        yield Ask(Subject.CELL, sentence, sentence, (question.cell,), obstacle=Obstacle.IN_DOUBT)


def _of_list(listed: ImportPlan, settled: frozenset[str]) -> Iterator[Ask]:
    """What is doubtful or wrong in a list; names that several or near people have are asked with the person."""
    for row in listed.rows:
        for problem in row.draft.problems if row.fate is not Fate.SKIPPED else ():
            if problem.address in settled or problem.code in (CellProblem.AMBIGUOUS, CellProblem.NEAR_NAME):
                continue
            wrong = problem.verdict is Verdict.WRONG
            sentence = what_is_wrong(problem)
            subject = Subject.REFUSED if wrong else Subject.CELL
            yield Ask(subject, sentence, sentence, (problem.address,), obstacle=Obstacle.IN_DOUBT)


def answered(answers: TakingAnswers, ask: Ask, choice: str) -> TakingAnswers:
    """The answers with this one; `choice` is an id as text, or one of COUNT, OMIT, ADD, REPLACE."""
    cells = frozenset(ask.cells)
    if choice == OMIT:
        if ask.subject is Subject.PERSON:
            return replace(answers, not_added=answers.not_added | {ask.word}, left_out=answers.left_out | cells)
        return replace(answers, left_out=answers.left_out | cells, counted=answers.counted - cells)
    if choice == ADD:
        return replace(answers, new_people=answers.new_people | {ask.word}, counted=answers.counted | cells)
    if choice == COUNT:
        return replace(answers, counted=answers.counted | cells, left_out=answers.left_out - cells)
    if choice == REPLACE:
        return replace(answers, replaces=True)
    return _with_id(answers, ask, int(choice))


def _with_id(answers: TakingAnswers, ask: Ask, chosen: int) -> TakingAnswers:
    if ask.subject is Subject.PERSON:
        return replace(answers, people={**answers.people, ask.word: VolunteerId(chosen)})
    if ask.subject is Subject.SHIFT:
        return replace(answers, shifts={**answers.shifts, ask.word: ShiftTypeId(chosen)})
    if ask.subject is Subject.PLACE:
        return replace(answers, places={**answers.places, ask.word: CheckpointId(chosen)})
    return replace(answers, post_id=PostId(chosen))


def choices_of(ask: Ask, directory: Directory) -> list[tuple[str, str]]:
    """(choice, words), the likely ones first."""
    known = _known(ask, directory)
    if ask.subject is Subject.PERSON:
        known.insert(len(ask.candidates), (ADD, _("Add as somebody new")))
    if ask.hours is not None and directory.patterns:
        known.append((MAKE, _("Make a new shift …")))
    return [*known, (OMIT, _("Leave out"))]


def _known(ask: Ask, directory: Directory) -> list[tuple[str, str]]:
    if ask.subject is Subject.PERSON:
        first = [v for v in ask.candidates if v in directory.name]
        rest = sorted((v for v in directory.name if v not in first), key=lambda v: directory.volunteer[v].pinyin)
        return [(str(v), directory.name[v]) for v in (*first, *rest)]
    if ask.subject is Subject.SHIFT:
        return [(str(s.id), f"{s.name} {s.code}".strip()) for s in sorted(directory.shift_types, key=lambda s: s.start)]
    if ask.subject is Subject.PLACE:
        return [(str(c.id), c.name) for c in directory.checkpoints_in_order]
    return [
        (str(post.id), f"{place.name} · {post.name}")
        for place in directory.checkpoints_in_order
        for post in directory.posts_of.get(place.id, ())
    ]
