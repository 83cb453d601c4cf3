"""The engine on one instance, measured as its peers are."""

from benchmarks.engine import load_duty, load_published
from benchmarks.engine.instances import Case
from benchmarks.engine.subject import DutySubject, PublishedSubject
from benchmarks.engine.trace import Trace
from roster_app.domain.fairness import Ledger
from roster_app.engine.problem import build
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits, solve
from roster_app.engine.serving import load_solvers


def case_of(subject: PublishedSubject | DutySubject) -> Case:
    """The instance in the application's words."""
    if isinstance(subject, PublishedSubject):
        return load_published.load(subject.instance)
    return load_duty.load(subject.instance)


def run(subject: PublishedSubject | DutySubject, seconds: float, seed: int) -> Trace:
    """Let the engine answer in this process; time counts from the call, compiling the problem included.

    The file is read, and the solvers are loaded, before that.
    """
    load_solvers()
    case = case_of(subject)
    trace = Trace(subject, seconds)
    problem = build(case.roster, case.directory, Ledger(), seed=seed)

    def report(progress: Progress) -> None:
        if progress.bound is not None:
            trace.bound(progress.bound + case.offset)
        if progress.assignments is not None:
            trace.offer(case.answer(progress.assignments))

    proposal = solve(problem, Limits(trace.left), report, lambda: False)
    if proposal.bound is not None:
        trace.bound(proposal.bound + case.offset)
    trace.offer(case.answer(proposal.assignments))
    trace.close()
    return trace
