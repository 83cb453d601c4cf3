"""Chains for what is still vacant: somebody gives up a duty for the empty seat, another takes theirs, and so on."""

from roster_app.engine.draft import Draft

_DEPTH = 3
_LOOKS = 20_000
"""How many exchanges are looked at for one vacancy before it is given up."""


def repair(draft: Draft) -> None:
    """Fill what chains can fill; every rule is kept, and nothing else becomes vacant."""
    for depth in range(_DEPTH):
        for need in draft.vacancies:
            _Chain(draft).fill(need, depth)


class _Chain:
    """One search for one vacancy."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.problem, self.looks = draft, draft.problem, _LOOKS
        self.moved: set[int] = set()

    def fill(self, need: int, depth: int) -> bool:
        """Find somebody who has room, or whom giving up one duty gives room, that duty being filled in turn."""
        able = [p for p in range(len(self.problem.people)) if self.problem.points(p, need) is not None]
        free = [person for person in able if self.draft.fits(person, need)]
        if free:
            burden = self.problem.watches[self.problem.needs[need].watch].burden
            self.draft.take(min(free, key=lambda p: self.draft.change_of_burden(p, burden)), need)
            return True
        return depth > 0 and any(self._freed(person, need, depth) for person in able if person not in self.moved)

    def _freed(self, person: int, need: int, depth: int) -> bool:
        """Whether the person takes the need by giving up one duty that somebody else then takes."""
        draft = self.draft
        self.moved.add(person)
        for given in tuple(draft.stood_by(person)):
            self.looks -= 1
            draft.drop(person, given)
            if self.looks > 0 and draft.fits(person, need):
                draft.take(person, need)
                if self.fill(given, depth - 1):
                    return True
                draft.drop(person, need)
            draft.take(person, given)
        self.moved.discard(person)
        return False
