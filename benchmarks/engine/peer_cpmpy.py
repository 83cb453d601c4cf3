"""CPMpy's own model of the published benchmark, as the package ships it, with its OR-Tools backend."""

from typing import Any

from benchmarks.engine.cp_sat import WORKERS
from benchmarks.engine.subject import PublishedSubject
from benchmarks.engine.trace import Trace


def solve(subject: PublishedSubject, seconds: float, seed: int) -> Trace:
    """Let CPMpy read, model and solve the file; its own choice of variables and constraints throughout."""
    import cpmpy
    from cpmpy.tools.io.nurserostering import load_nurserostering
    from cpmpy.transformations.get_variables import get_variables_model

    trace = Trace(subject, seconds)
    model = load_nurserostering(str(subject.path))
    solver = cpmpy.SolverLookup.get("ortools", model)
    works = {v.name: v for v in get_variables_model(model) if v.name.startswith("nv[")}
    people, days = subject.instance.people, range(subject.instance.days)
    lines = {p.id: [works[f"nv[{n},{day}]"] for day in days] for n, p in enumerate(people)}
    names = ["", *(kind.id for kind in subject.instance.kinds)]

    def offer() -> None:
        trace.offer({who: [names[v.value()] for v in line] for who, line in lines.items()})

    solver.ort_solver.best_bound_callback = trace.bound
    options: dict[str, Any] = {"num_workers": WORKERS, "random_seed": seed}
    solver.solve(time_limit=trace.left, display=offer, **options)
    trace.bound(solver.ort_solver.best_objective_bound)
    trace.close()
    return trace
