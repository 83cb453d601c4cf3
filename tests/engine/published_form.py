"""An invented instance of the published kind as a problem form, loaded as the benchmarks load one."""

from benchmarks.engine.invented import invented
from benchmarks.engine.load_published import load
from benchmarks.engine.published import parse
from roster_app.domain.fairness import Ledger
from roster_app.engine.form import Form
from roster_app.engine.problem import build


def invented_form(people: int, weeks: int, kinds: int, seed: int) -> Form:
    """So many people and shift types over so many weeks; feasible by construction."""
    case = load(parse(invented(people, 7 * weeks, kinds, seed)))
    return build(case.roster, case.directory, Ledger(), seed=seed).form
