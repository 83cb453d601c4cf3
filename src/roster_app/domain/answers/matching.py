"""Seats and the people fit for them at one moment: who can sit at most, and which seats compete for too few people."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)
P = TypeVar("P", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Rivalry(Generic[S, P]):
    """Seats for which, taken together, only these people are fit: fewer than there are seats (Hall's condition)."""

    seats: frozenset[S]
    people: frozenset[P]


def rivalries(fit: Mapping[S, Iterable[P]]) -> tuple[Rivalry[S, P], ...]:
    """The sets of seats that must stay partly empty, each as small as one augmenting search shows it.

    Seats asked last are the first to be left over. Empty where everybody finds a seat of their own.
    Source: König's and Hall's theorems; the search is Kuhn's.
    """
    able = {seat: tuple(people) for seat, people in fit.items()}
    seat_of: dict[P, S] = {}
    lost = [seat for seat in able if not _seated(seat, able, seat_of, set())]
    found: list[set[S]] = []
    for seat in lost:
        reached = _reached(seat, able, seat_of)
        apart = [other for other in found if not other & reached]
        for other in found:
            if other & reached:
                reached |= other
        found = [*apart, reached]
    return tuple(Rivalry(frozenset(seats), frozenset(who for s in seats for who in able[s])) for seats in found)


def _seated(seat: S, able: Mapping[S, tuple[P, ...]], seat_of: dict[P, S], asked: set[P]) -> bool:
    """Whether the seat gets somebody, others moving on if need be."""
    for who in able[seat]:
        if who not in asked:
            asked.add(who)
            if who not in seat_of or _seated(seat_of[who], able, seat_of, asked):
                seat_of[who] = seat
                return True
    return False


def _reached(seat: S, able: Mapping[S, tuple[P, ...]], seat_of: Mapping[P, S]) -> set[S]:
    """The seats whose people the seat left over competes for, directly or through others."""
    reached, ahead = {seat}, [seat]
    while ahead:
        for who in able[ahead.pop()]:
            if seat_of[who] not in reached:
                reached.add(seat_of[who])
                ahead.append(seat_of[who])
    return reached
