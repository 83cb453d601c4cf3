"""Writing what was planned of a file as one step that knows its way back and forth, inside a transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from roster_app.domain.edits import RosterEdit
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.history import EditRecord
from roster_app.domain.ids import DutyId, PeriodId, TeamId, VolunteerId
from roster_app.domain.imports import Fate
from roster_app.domain.names import name_key
from roster_app.domain.people import Availability, Volunteer
from roster_app.domain.remembered_forms import RememberedForm, forms_of
from roster_app.domain.roster import DutyPlan
from roster_app.domain.taking_in import EntryFate, TakingPlan
from roster_app.services import taking_back
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.list_writer import ListWriter, Written, findable
from roster_app.storage import UnitOfWork


@dataclass
class Step:
    """What was written. The roster's own log knows the edit under `record`; `steps` tells whether a new period that
    is taken back again has been worked on since."""

    team_id: TeamId
    people: Written
    statements_before: tuple[Availability, ...] = ()
    statements_after: tuple[Availability, ...] = ()
    stated: frozenset[VolunteerId] = frozenset()
    """Whose statements changed."""
    made_plan: DutyPlan | None = None
    period_id: PeriodId | None = None
    edit: RosterEdit | None = None
    record: EditRecord | None = field(default=None)
    steps: int = 0
    forms_before: tuple[RememberedForm, ...] = ()
    forms_after: tuple[RememberedForm, ...] = ()

    @property
    def changes(self) -> Changes:
        """What everyone is told, back and forth alike."""
        volunteers = Changes(volunteers=self.stated)
        periods = Changes(periods=frozenset({self.made_plan.period.id})) if self.made_plan else Changes()
        duties = Changes(duties=self.edit.duty_ids if self.edit else frozenset[DutyId]())
        return taking_back.changes_of(self.people) | volunteers | periods | duties


def write(work: UnitOfWork, desk: Desk, team_id: TeamId, plan: TakingPlan) -> Step:
    """Write all that is new or changed; raises StaleEdit where a colleague went on since the plan was made."""
    made = plan.period if plan.edit is not None else None
    step = Step(team_id, _write_people(work, team_id, plan), period_id=made.id if made else plan.period_id)
    _write_statements(work, step, plan)
    _remember(work, desk, step, plan)
    if plan.new_period and plan.edit is not None and plan.roster is not None:
        step.made_plan = plan.roster.plan
        work.rosters.add(step.made_plan)
    step.edit = plan.edit
    _apply(work, desk, step, step.edit)
    return step


def take_back(work: UnitOfWork, desk: Desk, step: Step) -> Changes:
    """All of it; raises StaleEdit where a colleague went on from there."""
    if step.made_plan is not None:
        _refuse_worked_on(work, step)
        work.rosters.remove(step.made_plan.period.id)
    elif step.edit is not None and step.period_id is not None:
        undoable = work.rosters.history(step.period_id, desk.author).undo
        if undoable and step.record and undoable.id == step.record.id:
            work.rosters.undo(step.period_id, author=desk.author, at=desk.now())
        else:
            work.rosters.apply(step.period_id, step.edit.inverse(), author=desk.author, at=desk.now())
    _restate(work, step, step.statements_after, step.statements_before)
    taking_back.take_back(work, step.people)
    _put_forms(work, step, step.forms_after, step.forms_before)
    return step.changes


def take_again(work: UnitOfWork, desk: Desk, step: Step) -> Changes:
    """All of it once more, on the same terms."""
    taking_back.take_again(work, step.people)
    _put_forms(work, step, step.forms_before, step.forms_after)
    _restate(work, step, step.statements_before, step.statements_after)
    if step.made_plan is not None:
        work.rosters.add(step.made_plan)
    redoable = work.rosters.history(step.period_id, desk.author).redo if step.period_id and step.edit else None
    if redoable and step.record and step.period_id and redoable.id == step.record.id:
        work.rosters.redo(step.period_id, author=desk.author, at=desk.now())
    else:
        _apply(work, desk, step, step.edit)
    if step.made_plan is not None:
        step.steps = work.rosters.steps(step.made_plan.period.id)
    return step.changes


def _apply(work: UnitOfWork, desk: Desk, step: Step, edit: RosterEdit | None) -> None:
    if edit is not None and step.period_id is not None:
        step.record = work.rosters.apply(step.period_id, edit, author=desk.author, at=desk.now())
        step.steps = work.rosters.steps(step.period_id)


def _refuse_worked_on(work: UnitOfWork, step: Step) -> None:
    assert step.made_plan is not None
    period = step.made_plan.period
    editions = work.rosters.editions(period.id)
    if work.rosters.steps(period.id) != step.steps or editions or work.rosters.load(period.id).plan != step.made_plan:
        raise StaleEdit(duty_ids=())


def _remember(work: UnitOfWork, desk: Desk, step: Step, plan: TakingPlan) -> None:
    """What was said of these forms, where it differs from what is remembered; of a form nothing is said of, nothing."""
    known = {form.fingerprint: form for form in work.forms.all(step.team_id)}
    wanted = forms_of(plan.corrections, plan.forms, step.team_id, desk.minute(), plan.answers)
    changed = [form for form in wanted if not _same_form(form, known.get(form.fingerprint))]
    step.forms_after = tuple(form for form in changed if form.says_something)
    step.forms_before = tuple(known[form.fingerprint] for form in changed if form.fingerprint in known)
    _put_forms(work, step, step.forms_before, step.forms_after)


def _same_form(form: RememberedForm, known: RememberedForm | None) -> bool:
    if known is None:
        return not form.says_something
    return replace(form, noted_at=known.noted_at) == known


def _put_forms(work: UnitOfWork, step: Step, there: Iterable[RememberedForm], wanted: Iterable[RememberedForm]) -> None:
    work.forms.forget(step.team_id, {form.fingerprint for form in there})
    for form in wanted:
        work.forms.put(form)


def _write_people(work: UnitOfWork, team_id: TeamId, plan: TakingPlan) -> Written:
    if plan.listed is not None:
        return _write_list(work, team_id, plan)
    new = [person.volunteer for person in plan.people if person.fate is EntryFate.NEW and person.volunteer]
    _refuse_known(work, team_id, new, plan)
    people = tuple(map(findable, new))
    if people:
        work.people.add(*people)
    return Written(team_id, made=people)


def _write_list(work: UnitOfWork, team_id: TeamId, plan: TakingPlan) -> Written:
    assert plan.listed is not None
    writer = ListWriter(work, team_id)
    for row in plan.listed.rows:
        if row.fate in (Fate.NEW, Fate.CHANGED):
            writer.write(row)
    return writer.written


def _refuse_known(work: UnitOfWork, team_id: TeamId, new: Iterable[Volunteer], plan: TakingPlan) -> None:
    """A colleague may have added the same person meanwhile."""
    meant = {name_key(name) for name in plan.answers.new_people}
    wanted = {name_key(person.name) for person in new} - meant
    if wanted:
        for person in work.people.all(team_id):
            if name_key(person.name) in wanted:
                raise StaleEdit(ErrorCode.STALE_RECORD, name=person.name)


def _write_statements(work: UnitOfWork, step: Step, plan: TakingPlan) -> None:
    if not plan.statements:
        return
    step.stated = frozenset(one.volunteer_id for one in plan.statements)
    stored = work.people.availabilities(step.team_id)
    step.statements_before = tuple(one for one in stored if one.volunteer_id in step.stated)
    gone = {one.id for one in plan.withdrawn}
    if not gone <= {one.id for one in step.statements_before}:
        raise StaleEdit(ErrorCode.STALE_RECORD, name=_name(work, plan.withdrawn[0].volunteer_id))
    kept = tuple(one for one in step.statements_before if one.id not in gone)
    said = {_said(one) for one in kept}
    step.statements_after = (*kept, *(one for one in plan.statements if _said(one) not in said))
    _replace(work, step.stated, step.statements_after)


def _restate(
    work: UnitOfWork, step: Step, expected: tuple[Availability, ...], wanted: tuple[Availability, ...]
) -> None:
    if not step.stated:
        return
    stored = {one.id: one for one in work.people.availabilities(step.team_id) if one.volunteer_id in step.stated}
    if stored != {one.id: one for one in expected}:
        raise StaleEdit(ErrorCode.STALE_RECORD, name=_name(work, next(iter(step.stated))))
    _replace(work, step.stated, wanted)


def _replace(work: UnitOfWork, whose: frozenset[VolunteerId], wanted: Iterable[Availability]) -> None:
    own: dict[VolunteerId, list[Availability]] = {who: [] for who in sorted(whose)}
    for one in wanted:
        own[one.volunteer_id].append(one)
    for who, statements in own.items():
        work.people.replace_availabilities(who, statements)


def _name(work: UnitOfWork, who: VolunteerId) -> str:
    return work.people.get(who).name


def _said(one: Availability) -> Availability:
    """The statement without its id and note."""
    return replace(one, id=type(one.id)(0), note="")
