"""What may be wrong or striking about a rule before it is added to a team's book."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from roster_app.domain.book import AmountLimit, Apart, Entry, FixedRotation, RunLimit, Together, TurnQueue
from roster_app.domain.team import TeamRules


class Fault(StrEnum):
    """Why a rule says nothing yet."""

    NO_LIMIT = "no_limit"
    TOO_FEW_PEOPLE = "too_few_people"
    NO_SHIFT_IN_CYCLE = "no_shift_in_cycle"
    NOBODY_IN_QUEUE = "nobody_in_queue"


class Hint(StrEnum):
    """What a rule does to others that speak of the same."""

    REPLACES_USUAL = "replaces_usual"
    SAID_TWICE = "said_twice"


def fault_of(entry: Entry) -> Fault | None:
    """What must be mended before the rule can be kept."""
    match entry:
        case AmountLimit() | RunLimit():
            return Fault.NO_LIMIT if entry.least is None and entry.most is None else None
        case Together() | Apart() if len(entry.group) < 2:
            return Fault.TOO_FEW_PEOPLE
        case FixedRotation() if not any(entry.cycle):
            return Fault.NO_SHIFT_IN_CYCLE
        case TurnQueue() if not entry.order:
            return Fault.NOBODY_IN_QUEUE
        case _:
            return None


def hint_of(entry: Entry, others: Iterable[Entry], rules: TeamRules) -> Hint | None:
    """What is worth knowing: another rule says something about the same, or it takes the place of a usual limit."""
    if any(other.key == entry.key and other.people == entry.people for other in others):
        return Hint.SAID_TWICE
    usual = {e.key for e in replace(rules, entries=()).book.entries}
    return Hint.REPLACES_USUAL if entry.key in usual and not entry.people else None
