"""Annealing over exchanges: two people exchange their duties of a day, of some days, or of two separate days.

Points are counted first and the rules asked only for what would be accepted: most proposals cost a microsecond. What
is held stays held, unless something as dear is filled for it.
"""

import math
import random
from collections.abc import Sequence

from roster_app.engine.draft import Draft

HOT, COLD = 0.8, 0.1
"""From and to this part of the smallest thing that counts; a hotter start destroys what the draft has."""

_LONGEST = 4
"""Days in a row that two people exchange at most."""
_ONE_DAY, _TWO_DAYS, _STRETCH = 0.5, 0.8, 0.95
"""Up to here each way is proposed; above, where seats are vacant, a vacancy."""

_Needs = tuple[int, ...]


class Annealing:
    """Improves a draft in place; `cost` is kept from change to change."""

    def __init__(self, draft: Draft, seed: int) -> None:
        problem = draft.problem
        self.draft, self.cost = draft, draft.cost
        self.unit = smallest_unit(draft)
        self._random = random.Random(seed).random
        everybody, everything = range(len(problem.people)), range(len(problem.needs))
        self._points = [[problem.points(person, need) for need in everything] for person in everybody]
        self._burden = [problem.watches[need.watch].burden for need in problem.needs]
        self._vacant = draft.vacancies

    def burst(self, proposals: int, temperature: float) -> None:
        """Try so many exchanges; one that costs n points more is accepted with probability exp(−n / temperature)."""
        dice, stands = self._random, self.draft.stands
        people, days = len(stands), self.draft.problem.days
        for _ in range(proposals):
            one, other = int(dice() * people), int(dice() * people)
            mine, theirs = stands[one], stands[other]
            day, way = int(dice() * days), dice()
            if way < _ONE_DAY:
                given, taken = mine[day], theirs[day]
            elif way < _TWO_DAYS:
                given, taken = self._two_days(mine, theirs, day)
            elif way < _STRETCH or not self._vacant:
                given, taken = self._stretch(mine, theirs, day)
            else:
                self._fill(one, temperature)
                continue
            if one == other or not (given or taken):
                continue
            change = self._change(one, other, given, taken)
            if change is None or (change > 0 and dice() >= math.exp(-change / temperature)):
                continue
            if self._exchange(one, other, given, taken):
                self.cost += change

    def _two_days(self, mine: Sequence[_Needs], theirs: Sequence[_Needs], day: int) -> tuple[_Needs, _Needs]:
        """One gives a day on which the other is free and gets one for it: the next such days from two random ones."""
        days = len(mine)
        for ahead in range(day - days, day):
            if mine[ahead] and not theirs[ahead]:
                start = int(self._random() * days)
                for back in range(start - days, start):
                    if theirs[back] and not mine[back]:
                        return mine[ahead], theirs[back]
                break
        return (), ()

    def _stretch(self, mine: Sequence[_Needs], theirs: Sequence[_Needs], day: int) -> tuple[_Needs, _Needs]:
        """Both exchange everything over some days."""
        end = day + 2 + int(self._random() * (_LONGEST - 1))
        return tuple(n for needs in mine[day:end] for n in needs), tuple(n for needs in theirs[day:end] for n in needs)

    def _change(self, one: int, other: int, given: _Needs, taken: _Needs) -> int | None:
        """Points the exchange would cost; None where somebody cannot stand what they would get."""
        mine, theirs = self._points[one], self._points[other]
        points, moved = 0, [0, 0, 0, 0]
        for needs, sign, losing, getting in ((given, -1, mine, theirs), (taken, 1, theirs, mine)):
            for need in needs:
                then, now = getting[need], losing[need]
                if then is None or now is None:
                    return None
                points += then - now
                for kind, amount in enumerate(self._burden[need]):
                    moved[kind] += sign * amount
        if any(moved):
            points += self.draft.change_of_burden(one, moved)
            points += self.draft.change_of_burden(other, [-amount for amount in moved])
        return points

    def _exchange(self, one: int, other: int, given: _Needs, taken: _Needs) -> bool:
        """Carry it out if both lines have room and no shift loses its leader."""
        draft = self.draft
        before = [*((one, need) for need in given), *((other, need) for need in taken)]
        after = [*((other, need) for need in given), *((one, need) for need in taken)]
        for person, need in before:
            draft.drop(person, need)
        for done, (person, need) in enumerate(after):
            if not draft.has_room(person, need):
                return self._take_back(before, after[:done])
            draft.take(person, need)
        return all(draft.is_led(need) for _, need in after) or self._take_back(before, after)

    def _take_back(self, before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]]) -> bool:
        for person, need in after:
            self.draft.drop(person, need)
        for person, need in before:
            self.draft.take(person, need)
        return False

    def _fill(self, person: int, temperature: float) -> None:
        """Give a vacancy to somebody who leaves what stands in the way that day."""
        draft, needs = self.draft, self.draft.problem.needs
        number = int(self._random() * len(self._vacant))
        vacancy = self._vacant[number]
        left = draft.stands[person][draft.day_of[vacancy]]
        points = self._points[person]
        now = [value for need in left if (value := points[need]) is not None]
        then = points[vacancy]
        if then is None:
            return
        moved = list(self._burden[vacancy])
        for need in left:
            moved = [more - less for more, less in zip(moved, self._burden[need], strict=True)]
        change = then - sum(now) - needs[vacancy].vacancy + sum(needs[need].vacancy for need in left)
        change += draft.change_of_burden(person, moved)
        if change > 0 and self._random() >= math.exp(-change / temperature):
            return
        for need in left:
            draft.drop(person, need)
        if draft.fits(person, vacancy) and all(draft.is_led(need) for need in left):
            draft.take(person, vacancy)
            self._vacant[number : number + 1] = left
            self.cost += change
        else:
            self._take_back([(person, need) for need in left], ())


def smallest_unit(draft: Draft) -> float:
    """The smallest thing that counts, in points."""
    weights = draft.problem.weights
    return min((w for w in (weights.away, weights.wanted, weights.unwanted, weights.nights) if w > 0), default=1)
