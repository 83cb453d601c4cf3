"""Watches: duties of one day over the same minutes that no rule tells apart, and the kinds of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from roster_app.domain.book import (
    ALL,
    AmountLimit,
    Book,
    DutyClass,
    Fairness,
    MinRest,
    RestAfterRun,
    RunLimit,
    Succession,
)
from roster_app.domain.classes import Classes
from roster_app.domain.ids import CheckpointId, PostId, ShiftId, ShiftTypeId
from roster_app.domain.roster import Stint
from roster_app.domain.team import Directory
from roster_app.domain.timespan import minute_of


@dataclass(frozen=True, slots=True)
class Kind:
    """What matters about a duty for those near it: when it is in its day, where, and of which classes.

    `checkpoint_id` is None where no way between checkpoints takes longer than the rest; `part` names the post where
    its seats are split in time, because one person may hold on through several parts of one shift; `post_id` is None
    where no seat of the post was cut by hand, because a cut part may make the shift beside it longer.
    """

    start: int
    end: int
    classes: tuple[bool, ...]
    checkpoint_id: CheckpointId | None = None
    part: tuple[CheckpointId, ShiftTypeId | None, PostId] | None = None
    post_id: PostId | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class WatchKey:
    """`copy` tells apart what stands already in one slot of one person against the rules."""

    day: date
    kind: Kind
    classes: tuple[bool, ...]
    shift_type_id: ShiftTypeId | None
    copy: int = 0


def classes_for_pairs(book: Book) -> tuple[DutyClass, ...]:
    """The classes that rules about two neighbouring duties speak of, ALL (work of any kind) first."""
    named = [entry.after for entry in book.every(MinRest)]
    named += [c for entry in book.every(Succession) for c in (entry.before, entry.after)]
    return tuple(dict.fromkeys((ALL, *named)))


def classes_for_runs(book: Book) -> tuple[DutyClass, ...]:
    """The classes that rules about days in a row speak of, ALL first."""
    named = [entry.of for entry in book.every(RunLimit)] + [entry.of for entry in book.every(RestAfterRun)]
    return tuple(dict.fromkeys((ALL, *named)))


def classes_of(book: Book) -> tuple[DutyClass, ...]:
    """Every class a rule about one person's line speaks of."""
    named = [entry.of for entry in book.every(AmountLimit)] + [entry.of for entry in book.every(Fairness)]
    return tuple(dict.fromkeys((*classes_for_pairs(book), *classes_for_runs(book), *named)))


@dataclass
class WatchMaker:
    """Finds the watch of any stint; what it answers is remembered."""

    directory: Directory
    classes: Classes
    way_matters: bool
    split: frozenset[tuple[ShiftId, PostId]]
    cut: frozenset[PostId]
    _pair_classes: tuple[DutyClass, ...] = field(init=False)
    _all_classes: tuple[DutyClass, ...] = field(init=False)
    _known: dict[tuple[object, ...], WatchKey] = field(default_factory=dict)

    def __post_init__(self) -> None:
        book = self.directory.rules.book
        self._pair_classes, self._all_classes = classes_for_pairs(book), classes_of(book)
        named = [of for of in self._all_classes if of.posts or of.checkpoints]
        self._places_matter = bool(named) or self.way_matters or bool(self.split) or bool(self.cut)
        self._reserve = frozenset(post.id for post in self.directory.posts if post.reserve)

    def key(self, stint: Stint) -> WatchKey:
        """The watch of a stint; the same value for the same watch."""
        place = (stint.shift_id, stint.post_id) if self._places_matter else stint.post_id in self._reserve
        told = (stint.day, stint.span.start, stint.span.end, stint.shift_type_id, place, stint.cut)
        known = self._known.get(told)
        if known is None:
            known = self._known[told] = self._key(stint)
        return known

    def _key(self, stint: Stint) -> WatchKey:
        split = (stint.shift_id, stint.post_id) in self.split
        kind = Kind(
            start=minute_of(stint.span.start, stint.day),
            end=minute_of(stint.span.end, stint.day),
            classes=self._belongs(self._pair_classes, stint),
            checkpoint_id=stint.checkpoint_id if self.way_matters else None,
            part=(stint.checkpoint_id, stint.shift_type_id, stint.post_id) if split else None,
            post_id=stint.post_id if stint.post_id in self.cut else None,
            cut=stint.cut,
        )
        return WatchKey(stint.day, kind, self._belongs(self._all_classes, stint), stint.shift_type_id)

    def _belongs(self, classes: Iterable[DutyClass], stint: Stint) -> tuple[bool, ...]:
        return tuple(self.classes.belongs(of)(stint) for of in classes)
