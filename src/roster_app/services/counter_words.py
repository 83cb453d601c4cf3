"""How a counter is called with its unit, on the screen and on paper."""

from roster_app.domain.counters import Counter
from roster_app.i18n import _


def counter_words(counter: Counter) -> str:
    """测温 (人次)."""
    return _("{item} ({unit})").format(item=counter.name, unit=counter.unit) if counter.unit else counter.name
