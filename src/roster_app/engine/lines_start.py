"""A whole roster at once: everybody's best line for what the others hold, one after another."""

from roster_app.engine.form import Form, Numbers
from roster_app.engine.lines_pricing import Pricer
from roster_app.engine.lines_ruin import Ruin

WINDOW = 28
"""Slots that are looked at together where a line is longer than that."""
_LITTLE = 4 << 20
"""Bytes for one person's programme: a start that others improve shall not take longer than they do."""


def start_lines(form: Form, seed: int = 0) -> Numbers:
    """Lines [people, slots] that break no hard rule of a person where there are such lines; same seed, same lines."""
    return started(Pricer(form, seed, _LITTLE)).best()[0]


def started(pricer: Pricer) -> Ruin:
    """The same, ready to be improved."""
    form = pricer.form
    ruin = Ruin(pricer, form.fixed.reshape(form.people, form.slots).copy())
    ruin.start(WINDOW)
    return ruin
